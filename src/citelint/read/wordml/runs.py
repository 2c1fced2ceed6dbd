"""The runs of a part: their text, how it is set, and the fields that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.model.word import Bytes, Piece, Run, View
from citelint.read.wordml.fields import Fields
from citelint.read.wordml.markup import Attributes, Markup
from citelint.read.wordml.names import XML_SPACE, value
from citelint.read.wordml.paragraphs import Paragraphs
from citelint.read.wordml.properties import PROPERTIES, Look, Set, Styles, set_property
from citelint.read.wordml.symbols import symbol
from citelint.read.wordml.walking import Ending, Handler, Handlers

_LINES = str.maketrans("\n\t\r", "   ")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


@dataclass(slots=True)
class OpenRun:
    """The run that is open. `index` is set when it has its first piece, `look` when that is asked for."""

    byte: int
    properties: Bytes
    style: str | None
    sets: Set
    look: Look | None = None
    index: int | None = None


class Runs(Paragraphs):
    """A walk that reads the text of runs. A run without text is in no list."""

    def __init__(self, markup: Markup, part: str, styles: Styles, view: View) -> None:
        super().__init__(markup, part, styles, view)
        self.runs: list[Run] = []
        self.fields = Fields()
        self.run: OpenRun | None = None
        self._in_run_properties = False
        self._host_runs: list[OpenRun | None] = []
        self._words: list[str] = []
        self._opening = 0
        self._preserved = False

    def walk(self) -> None:
        """Walk. Raises `citelint.model.trouble.Unreadable` for a part that is damaged or nested too deep."""
        super().walk()
        self.fields.end_all(self.weave.length, len(self.data))

    def handlers(self) -> Handlers:
        """Add those of runs and fields."""
        starts, ends = super().handlers()
        starts |= {
            "r": self._start_run,
            "rPr": self._start_run_properties,
            "rStyle": self._run_style,
            "t": self._start_text,
            "delText": self._start_text,
            "instrText": self._start_text,
            "delInstrText": self._start_text,
            "sym": self._symbol,
            "fldChar": self._field_character,
            "fldSimple": self._start_simple_field,
        }
        ends |= {
            "r": self._end_run,
            "rPr": self._end_run_properties,
            "t": self._end_text("t"),
            "delText": self._end_text("delText"),
            "instrText": self._end_code,
            "delInstrText": self._end_code,
            "fldSimple": self._end_simple_field,
        }
        starts |= {name: self._character(name, text) for name, text in _CHARACTERS.items()}
        starts |= {name: self._property(name) for name in PROPERTIES}
        starts["vanish"] = self._vanish
        return starts, ends

    # --- runs

    def _start_run(self, attributes: Attributes) -> None:
        byte = self.here()
        self.run = OpenRun(byte, Bytes(byte, byte), None, {})

    def _end_run(self) -> None:
        run, self.run = self.run, None
        if run is None:
            return
        bytes_ = Bytes(run.byte, self.tag_end(self.here()))
        if run.index is not None:
            self.runs[run.index] = self.runs[run.index]._replace(bytes=bytes_, properties=run.properties)
        if self.fields.ended:
            self.fields.run_ended(bytes_.end)
        self.run_ended(run, bytes_)

    def run_ended(self, run: OpenRun, place: Bytes) -> None:
        """Take notice of the end of a run."""

    def _start_run_properties(self, attributes: Attributes) -> None:
        if self.run is not None and not self.in_properties:
            self._in_run_properties = True
            self._opening = self.here()

    def _end_run_properties(self) -> None:
        if self._in_run_properties and self.run is not None:
            self._in_run_properties = False
            self.run.properties = Bytes(self._opening, self.tag_end(self.here()))

    def _run_style(self, attributes: Attributes) -> None:
        if self._in_run_properties and self.run is not None:
            self.run.style = value(attributes, "val")

    def _property(self, name: str) -> Handler:
        def handle(attributes: Attributes) -> None:
            if self._in_run_properties and self.run is not None:
                set_property(self.run.sets, name, attributes)

        return handle

    def _vanish(self, attributes: Attributes) -> None:
        if self.in_properties:
            self.hide_end(attributes)
        elif self._in_run_properties and self.run is not None:
            set_property(self.run.sets, "vanish", attributes)

    def start_box(self, attributes: Attributes) -> None:
        """Begin a text box, which stands in a run."""
        super().start_box(attributes)
        self._host_runs.append(self.run)
        self.run = None

    def end_box(self) -> None:
        """End a text box."""
        super().end_box()
        if self._host_runs:
            self.run = self._host_runs.pop()

    def look(self) -> Look:
        """Give the look of the run that is open."""
        run = self.run
        if run is None:
            return self.styles.look(self.paragraph.style, None, {})
        if run.look is None:
            run.look = self.styles.look(self.paragraph.style, run.style, run.sets)
        return run.look

    # --- text

    def _start_text(self, attributes: Attributes) -> None:
        self._opening = self.here()
        self._preserved = attributes.get(XML_SPACE) == "preserve"
        self._words = []
        self.parser.CharacterDataHandler = self._words.append

    def _end_text(self, element: str) -> Ending:
        def end() -> None:
            self.parser.CharacterDataHandler = None
            text = "".join(self._words)
            if "\n" in text or "\t" in text:
                text = text.translate(_LINES)
            cut = 0
            if not self._preserved and text[:1] + text[-1:] != text[:1].strip() + text[-1:].strip():
                cut = len(text) - len(text.lstrip(" "))
                text = text.strip(" ")
            self.add(text, element, self._opening, self.here(), cut=cut)

        return end

    def _character(self, name: str, text: str) -> Handler:
        def handle(_: Attributes) -> None:
            # w:tab is a stop of the paragraph too
            if self.run is not None and not self.in_properties:
                self.add(text, name, self.here(), self.here())

        return handle

    def _symbol(self, attributes: Attributes) -> None:
        font, char = value(attributes, "font") or "", value(attributes, "char") or ""
        self.add(symbol(font, char), "sym", self.here(), self.here(), f"sym:{font}:{char}")

    def add(self, text: str, element: str, opening: int, closing: int, label: str | None = None, cut: int = 0) -> None:
        """Add the text of an element of the run that is open, where it is shown.

        `label` says what a symbol is; `cut` is how many blanks at its beginning count for nothing.
        """
        if not text or not self.fields.shown:
            return
        run, look = self.run, self.look()
        if look.hidden:
            self.weave.hide(text, opening, closing)
            return
        if run is None:
            run = self.run = OpenRun(opening, Bytes(opening, opening), None, {})
        if run.index is None:
            run.index = len(self.runs)
            place = len(self.paragraphs)
            self.runs.append(
                Run(Bytes(run.byte, run.byte), run.properties, place, self.within, self.change, self.fields.innermost)
            )
        start = self.weave.length
        self.weave.add(text, Piece(start, start + len(text), element, opening, closing, run.index, cut), look)
        self.text_added(text, start, label)

    def text_added(self, text: str, start: int, label: str | None) -> None:
        """Take notice of text that was added at a place of the text."""

    # --- fields

    def _end_code(self) -> None:
        self.parser.CharacterDataHandler = None
        self.fields.add_code("".join(self._words))

    def _field_character(self, attributes: Attributes) -> None:
        kind, byte = value(attributes, "fldCharType"), self.here()
        begin = self.run.byte if self.run is not None else byte
        if kind == "begin":
            self.fields.begin(Bytes(byte, self.tag_end(byte)), begin, self.weave.length)
        elif kind == "separate":
            self.fields.separate(self.weave.length)
        elif kind == "end":
            self.fields.end(self.weave.length, self.tag_end(byte))

    def _start_simple_field(self, attributes: Attributes) -> None:
        byte = self.here()
        self.start_container("fldSimple")
        self.fields.begin(Bytes(byte, self.tag_end(byte)), byte, self.weave.length, value(attributes, "instr") or "")

    def _end_simple_field(self) -> None:
        self.end_container()
        self.fields.end(self.weave.length, self.tag_end(self.here()))
        self.fields.ended.clear()

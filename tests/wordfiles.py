"""Word files made by code: small ones, and such as a reader has to refuse.

`essay_file` writes an essay as the examples of rules are written: notes as ``[1] ...`` lines, ``[1=name] ...`` for a
note whose mark has a bookmark, ``{2=name}`` for a field that shows 2 and means that mark. Other lines are the body; a
``[1]`` in one of them calls the note, and notes that no line calls are called at the end.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from citelint.model.source import Source
from citelint.model.span import Span

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
DOCUMENT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Slanted"><w:name w:val="Slanted"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Mark"><w:name w:val="footnote reference"/></w:style>
"""

_NOTE = re.compile(r"\[(?P<label>[^\]=\s]+)(?:=(?P<name>\w+))?\] ?(?P<text>.*)")
_INSIDE = re.compile(r"\{(?P<shown>[^{}=]*)=(?P<name>[^{}]*)\}|\*(?P<slanted>[^*]+)\*|\[(?P<call>[^\]=\s]+)\]")


def zipped(members: Mapping[str, str | bytes], **more: int) -> bytes:
    """Give an archive of these members, always the same bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = more.get("compression", zipfile.ZIP_DEFLATED)
            archive.writestr(info, data if isinstance(data, bytes) else data.encode())
    return file.getvalue()


def text(words: str, properties: str = "") -> str:
    """Give a run of words."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """Give a paragraph of runs."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(content)}</w:p>"


def call(id: int | str, kind: str = "footnote", custom: str = "") -> str:
    """Give the mark of a note, or a custom one."""
    sign = f"<w:t>{escape(custom)}</w:t>" if custom else ""
    follows = ' w:customMarkFollows="1"' if custom else ""
    return f'<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:{kind}Reference w:id="{id}"{follows}/>{sign}</w:r>'


def bookmarked(content: str, name: str, id: int = 1) -> str:
    """Give content in a bookmark."""
    return f'<w:bookmarkStart w:id="{id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{id}"/>'


def field(code: str, result: str | None = "") -> str:
    """Give a complex field; `result` is its result, as words or as runs, None for a field without any."""
    runs = result if result is None or result.startswith("<w:") else text(result)
    separated = "" if runs is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{runs}'
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(code)}</w:instrText></w:r>{separated}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple_field(code: str, result: str) -> str:
    """Give a field that is one element."""
    return f"<w:fldSimple w:instr={quoteattr(code)}>{text(result)}</w:fldSimple>"


def note(id: int | str, *paragraphs: str, kind: str = "footnote", number: bool = True) -> str:
    """Give a note: each paragraph as its runs. The first has the number before it."""
    mark = f"<w:r><w:rPr><w:rStyle w:val='Mark'/></w:rPr><w:{kind}Ref/></w:r>" if number else ""
    inside = "".join(paragraph(mark if not place else "", runs) for place, runs in enumerate(paragraphs))
    return f'<w:{kind} w:id="{id}">{inside}</w:{kind}>'


def part(root: str, inside: str, namespace: str = WORD, encoding: str = "UTF-8") -> bytes:
    """Give a part of one root element."""
    names = f'xmlns:w="{namespace}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return f'<?xml version="1.0" encoding="{encoding}"?><w:{root} {names}>{inside}</w:{root}>'.encode(encoding)


def members(
    body: str,
    footnotes: str | None = None,
    endnotes: str | None = None,
    *,
    styles: str = STYLES,
    settings: str = "",
    numbering: str | None = None,
    namespace: str = WORD,
    encoding: str = "UTF-8",
) -> dict[str, str | bytes]:
    """Give the members of a Word file. `body` are paragraphs and sections, `footnotes` and `endnotes` are notes."""
    types = STRICT_TYPES if namespace == STRICT else DOCUMENT_TYPES
    given = {
        **{"styles": styles, "settings": settings, "numbering": numbering},
        **{"footnotes": footnotes, "endnotes": endnotes},
    }
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{types}/{kind}" Target="{kind}.xml"/>'
        for kind, inside in given.items()
        if inside is not None
    )
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'{start}<Relationship Id="r1" Type="{types}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f"{start}{relations}</Relationships>",
        "word/document.xml": part("document", f"<w:body>{body}</w:body>", namespace, encoding),
    }
    for kind, inside in given.items():
        if inside is not None:
            head = _SEPARATORS.format(kind[:-1]) if kind.endswith("notes") else ""
            made[f"word/{kind}.xml"] = part(kind, head + inside, namespace, encoding)
    return made


def word_file(body: str, footnotes: str | None = None, endnotes: str | None = None, **more: str) -> bytes:
    """Give a Word file; what it takes is what `members` takes."""
    return zipped(members(body, footnotes, endnotes, **more))


def noted(*notes: str) -> bytes:
    """Give a Word file with a paragraph and these notes, each as its runs."""
    calls = "".join(text(f"Claim {n}.") + call(n) for n in range(1, len(notes) + 1))
    return word_file(paragraph(calls), "".join(note(n, text(" ") + runs) for n, runs in enumerate(notes, 1)))


class Notation:
    """An essay in the notation of this module: the Word file that it stands for, and places in what was written."""

    def __init__(self, written: str) -> None:
        self.written = written
        self._notes: dict[str, re.Match[str]] = {}
        self._body: list[tuple[int, str]] = []
        at = 0
        for line in written.split("\n"):
            match = _NOTE.fullmatch(written, at, at + len(line))
            if match:
                self._notes[match["label"]] = match
            elif line.strip():
                self._body.append((at, line))
            at += len(line) + 1
        self._ids = {label: number for number, label in enumerate(self._notes, 1)}

    @property
    def file(self) -> bytes:
        """The Word file."""
        self._left = dict.fromkeys(self._notes)
        paragraphs = [paragraph(self._runs(line)) for _, line in self._body]
        if self._left:
            paragraphs.append(paragraph("".join(text("A claim.") + self._mark(label) for label in self._left)))
        footnotes = "".join(
            note(
                self._ids[label],
                text(" " if label.isdigit() else f"{label} ") + self._runs(match["text"]),
                number=label.isdigit(),
            )
            for label, match in self._notes.items()
        )
        return word_file("".join(paragraphs), footnotes)

    def _mark(self, label: str) -> str:
        made = call(self._ids[label], custom="" if label.isdigit() else label)
        name = self._notes[label]["name"]
        return bookmarked(made, name, self._ids[label]) if name else made

    def _runs(self, line: str) -> str:
        made, at = [], 0
        for match in _INSIDE.finditer(line):
            if match["call"] is not None and match["call"] not in self._notes:
                continue
            made.append(text(line[at : match.start()]))
            at = match.end()
            if match["call"] is not None:
                made.append(self._mark(match["call"]))
                self._left.pop(match["call"], None)
            elif match["slanted"] is not None:
                made.append(text(match["slanted"], "<w:i/>"))
            else:
                made.append(field(f" NOTEREF {match['name']} \\h ", match["shown"]))
        return "".join([*made, text(line[at:])])

    def place(self, source: Source, span: Span) -> Span:
        """Give the place in what was written of a span of the source's text; a field is the whole of its braces."""
        notes = [(match.start("text"), match["text"]) for match in self._notes.values()]
        stretches = [*((p, line) for p, line in zip(source.body, self._body, strict=False))]
        stretches += [(n.span, notes[place]) for place, n in enumerate(source.notes)]
        for stretch, (start, line) in stretches:
            if stretch.covers(span):
                places = self._places(start, line)
                first = places[span.start - stretch.start]
                last = places[max(span.end - stretch.start - 1, 0)]
                return Span(first.start, last.end if span.start < span.end else first.start)
        raise AssertionError(f"{span} stands nowhere")

    def _places(self, start: int, line: str) -> list[Span]:
        """Give for each character that is printed of a line what stands for it."""
        places: list[Span] = []
        at = 0
        for match in _INSIDE.finditer(line):
            if match["call"] is not None and match["call"] not in self._notes:
                continue
            places += [Span(start + i, start + i + 1) for i in range(at, match.start())]
            whole = Span(start + match.start(), start + match.end())
            if match["slanted"] is not None:
                places += [Span(start + i, start + i + 1) for i in range(*match.span("slanted"))]
            elif match["shown"] is not None:
                places += [whole] * len(match["shown"])
            at = match.end()
        return [*places, *(Span(start + i, start + i + 1) for i in range(at, len(line) + 1))]


def essay_file(written: str) -> bytes:
    """Give the Word file that an essay in the notation of this module stands for."""
    return Notation(written).file

"""Plant errors in sound pieces, check them, and count what was found.

    python tests/accuracy/planted.py FILE...            the table
    python tests/accuracy/planted.py --show FILE...     each miss and each new finding elsewhere, in its note
    python tests/accuracy/planted.py --seeds 3 FILE...  three of each kind in each file (default: 1)

A planted error counts as found when an error or a warning of one of its codes stands on its words, and as given the
right note when one of these names it. Everything that is said of the rest of the piece must have been said before.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from piece import Piece, taken_apart
from plant import KINDS, Must, Planted, Sound, Sure, numbers_in, plant, words_of

from citelint.config import Config
from citelint.model.citation import Id, Role, Supra
from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.link import Found, Pointing
from citelint.model.run import FileResult
from citelint.model.span import Span
from citelint.pipeline import check

CROSS = ("SUP", "XRF", "ID", "HER", "SHF")
"""The families that judge references; the others speak of form and numbering."""


@dataclass(slots=True)
class Tally:
    """What became of the plants of one kind."""

    pieces: int = 0
    planted: int = 0
    found: int = 0
    answerable: int = 0
    right: int = 0
    elsewhere: int = 0
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Said:
    """One finding in its note: the place of the note, the span in the note's text, and the finding."""

    note: int | None
    start: int
    end: int
    finding: Diagnostic

    @property
    def key(self) -> tuple[str, str]:
        return self.finding.code, self.finding.severity.value


class Checked:
    """A piece that was checked: what was found, note by note."""

    def __init__(self, name: str, piece: Piece) -> None:
        text, self.starts = piece.render()
        self.text = text
        self.piece = piece
        self.result: FileResult = check(text.encode(), name, Config())
        document = self.result.document
        if document is None or len(document.notes) != len(piece.notes):
            raise ValueError(f"{name}: citelint reads other notes than stand there")
        self.said = tuple(self._said(f) for f in self.result.diagnostics if not f.members and _counts(f))

    def place(self, note: int, start: int, end: int) -> tuple[int, int]:
        """Give where a span of `Source.text` stands in the text of a note, as in the file."""
        assert self.result.source is not None
        origin = self.result.source.origin(Span(start, end))[1]
        return origin.start - self.starts[note], origin.end - self.starts[note]

    def _said(self, finding: Diagnostic) -> Said:
        if finding.note is None:
            return Said(None, 0, 0, finding)
        return Said(finding.note, *self.place(finding.note, *finding.span), finding)

    def words(self, said: Said) -> str:
        """Give the words of the file that a finding is about."""
        if said.note is None:
            return ""
        return self.piece.notes[said.note].text[max(said.start, 0) : said.end]


def _counts(finding: Diagnostic) -> bool:
    return finding.severity is not Severity.SUGGESTION


def sure_of(checked: Checked) -> Sure:
    """Give the references of a piece that are surely right."""
    document, links = checked.result.document, checked.result.links
    assert document is not None
    assert links is not None
    spoken = {(s.note, s.start, s.end) for s in checked.said if s.finding.code.startswith(CROSS)}
    supras: list[Sound] = []
    ids: list[int] = []
    for mention in document.references:
        link = links.of(mention.index)
        note = mention.note
        if not isinstance(link, Found) or not link.certain or not mention.clear:
            continue
        start, end = checked.place(note, *mention.span)
        if any(n == note and s < end and start < e for n, s, e in spoken):
            continue
        if isinstance(mention, Id):
            first = document.notes[note].mentions[0]
            if first.index == mention.index and mention.role is Role.TOP and mention.name is None:
                ids.append(note)
        elif isinstance(mention, Supra) and link.pointing is Pointing.RIGHT and not mention.forward:
            if len(mention.numbers) != 1 or mention.numbers[0].first is None or mention.numbers[0].last is not None:
                continue
            digits = checked.place(note, *mention.numbers[0].span)
            text, number = checked.piece.notes[note].text, mention.numbers[0].first
            there = checked.piece.index_of(number)
            name = text[start : checked.place(note, *mention.name.span)[1]]
            if (
                text[slice(*digits)] == str(number)
                and there is not None
                and there != note
                and _holds(there, name, checked)
            ):
                supras.append(Sound(note, start, digits[1], digits, name, number))
    return Sure(tuple(supras), tuple(ids))


def _holds(note: int, name: str, checked: Checked) -> bool:
    """Tell whether the first word of a name stands in the text of a note."""
    own = checked.piece.notes[note].text.casefold().replace("’", "'")
    return any(word in own for word in words_of(name))


def try_out(name: str, before: Checked, planted: Planted, tally: Tally) -> None:
    """Check a piece with errors, and count."""
    after = Checked(name, planted.piece)
    tally.pieces += 1
    claimed: set[int] = set()
    for must in planted.must:
        hits = [s for s in after.said if _meets(s, must)]
        claimed.update(id(s) for s in after.said if s.note == must.note and s.start < must.end and must.start < s.end)
        tally.planted += 1
        tally.found += bool(hits)
        answers = {s.finding.expected_note for s in hits} - {None}
        right = str(must.expected) in answers
        if must.expected is not None:
            tally.answerable += 1
            tally.right += right
        if not hits or (must.expected is not None and not right):
            state = "MISSED" if not hits else f"WRONG NOTE {', '.join(map(str, answers)) or 'none'}"
            tally.told.append(_telling(name, after, must, state))
    for said in _new(before, after, planted):
        if id(said) not in claimed:
            tally.elsewhere += 1
            tally.told.append(
                f"{name} note {_label(said, after)}: ELSEWHERE {said.finding.code} {said.finding.severity} "
                f"{after.words(said)!r} {said.finding.message}"
                + (f"\n      {after.piece.notes[said.note].text[:300]}" if said.note is not None else "")
            )


def _label(said: Said, after: Checked) -> str:
    return "-" if said.note is None else after.piece.notes[said.note].label


def _meets(said: Said, must: Must) -> bool:
    return (
        said.note == must.note and said.finding.code in must.codes and said.start < must.end and must.start < said.end
    )


def _new(before: Checked, after: Checked, planted: Planted) -> Iterator[Said]:
    """Give the findings that were not there before, but for those of numbers that are truly wrong now."""
    known: Counter[tuple[object, ...]] = Counter(
        (said.note, said.key, before.words(said).casefold()) for said in before.said
    )
    for said in after.said:
        was = None if said.note is None else planted.was[said.note]
        key = (was, said.key, after.words(said).casefold())
        if known[key]:
            known[key] -= 1
        elif not _is_moved(said, after, planted):
            yield said


def _is_moved(said: Said, after: Checked, planted: Planted) -> bool:
    """Tell whether a finding is about a number that the inserted or deleted note made wrong."""
    if planted.moved_from is None:
        return False
    if said.finding.code.startswith("SHF002"):
        return True  # the note itself is counted
    words = after.words(said)
    if said.finding.code in ("ID007", "SUP012"):
        # they hold page and author against the work that the number names now
        words = _member(said, after)
    numbers = numbers_in(words)
    if said.finding.code == "ID007" and any(n >= planted.moved_from for n in numbers):
        return True
    return said.finding.code.startswith(("SUP", "XRF", "SHF")) and any(n >= planted.moved_from for n in numbers)


def _member(said: Said, after: Checked) -> str:
    """Give the member of the string in which a finding stands: the words between two semicolons."""
    if said.note is None:
        return after.words(said)
    text = after.piece.notes[said.note].text
    end = text.find(";", said.end)
    return text[text.rfind(";", 0, said.start) + 1 : end if end >= 0 else len(text)]


def _telling(name: str, after: Checked, must: Must, state: str) -> str:
    note = after.piece.notes[must.note]
    said = "; ".join(
        f"{s.finding.code} {s.finding.severity} -> {s.finding.expected_note}" for s in after.said if s.note == must.note
    )
    numbers = numbers_in(note.text[must.start : must.end])
    there = after.piece.index_of(numbers[0]) if numbers else None
    right = after.piece.index_of(must.expected) if must.expected is not None else None
    lines = [
        f"{name} note {note.label}: {state} {note.text[must.start : must.end]!r} (right: {must.expected}) [{said}]"
    ]
    lines.append(f"      {note.text[max(must.start - 100, 0) : must.end + 60]!r}")
    for what, index in (("named", there), ("right", right)):
        if index is not None:
            lines.append(f"      {what} {after.piece.notes[index].label}: {after.piece.notes[index].text[:260]!r}")
    return "\n".join(lines)


def tallies(paths: Iterable[Path], seeds: int, kinds: Iterable[str] = KINDS) -> dict[str, Tally]:
    """Plant every kind in every file, `seeds` times, and count."""
    counted = {kind: Tally() for kind in kinds}
    for path in paths:
        try:
            piece = taken_apart(path.read_text("utf-8"))
            before = Checked(path.name, piece)
        except ValueError as trouble:
            print(f"left out: {path.name}: {trouble}", file=sys.stderr)
            continue
        sure = sure_of(before)
        for kind, tally in counted.items():
            for seed in range(seeds):
                planted = plant(kind, piece, sure, f"{path.name} {seed}")
                if planted is not None and planted.must:
                    try_out(path.name, before, planted, tally)
    return counted


def main() -> int:
    """Print the table. Gives 0: it measures, and a test judges."""
    arg = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arg.add_argument("paths", nargs="+", type=Path, metavar="FILE")
    arg.add_argument("--seeds", type=int, default=1, help="how many pieces of each kind are made of each file")
    arg.add_argument("--kind", action="append", choices=list(KINDS), help="only this kind")
    arg.add_argument("--show", action="store_true", help="each miss and each new finding, in its note")
    opt = arg.parse_args()
    counted = tallies(opt.paths, opt.seeds, opt.kind or KINDS)
    print(f"{'planted errors':20} {'pieces':>6} {'planted':>8} {'found':>14} {'right note':>14} {'elsewhere':>10}")
    for kind, t in (*counted.items(), ("all", _sum(counted.values()))):
        print(
            f"{kind:20} {t.pieces:>6} {t.planted:>8} {_share(t.found, t.planted):>14} "
            f"{_share(t.right, t.answerable):>14} {t.elsewhere:>10}"
        )
    if opt.show:
        for kind, t in counted.items():
            print("", *(f"{kind}: {told}" for told in t.told), sep="\n")
    return 0


def _sum(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        for name in ("pieces", "planted", "found", "answerable", "right", "elsewhere"):
            setattr(whole, name, getattr(whole, name) + getattr(tally, name))
    return whole


def _share(part: int, whole: int) -> str:
    return f"{part} = {100 * part / whole:.1f}%" if whole else "-"


if __name__ == "__main__":
    sys.exit(main())

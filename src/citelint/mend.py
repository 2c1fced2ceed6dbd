"""Fixes of one file, each proved before it is taken: fix → check again.

A fix is taken when the new file, read again, says what was meant and nothing else, when its own finding is gone, and
when no other came; but behind an error or warning a suggestion may come to light ("id. would do" of a mended supra).
What does not prove itself is left, with the reason. Safe fixes come first and those to review after them, again and
again until nothing is left to take: a second run finds nothing to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from citelint.config import Config
from citelint.fix import Moved, offers, plan, splice, splice_edits
from citelint.model.diagnostic import Diagnostic, Edit, Safety, Severity
from citelint.model.mending import Left, Manner, Mend, Mending, Offer, Passage, Splice, Taken, Words
from citelint.model.run import FileResult
from citelint.model.source import Source
from citelint.model.span import Span
from citelint.pipeline import Done, check, silent
from citelint.read.encode import Encode, encoder

OTHERWISE_READ = "the markup around it would be read otherwise: change it by hand"
STILL_THERE = "the finding would still be there"
ONLY_TOGETHER = "it moves with the other numbers of the shift: take them together"
WANTS_EYE = "for your eye, --all takes it"


def _any(result: FileResult, offer: Offer) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which offers are to be taken: those that `among` says yes to are looked at, and of these `safeties` are taken."""

    among: Callable[[FileResult, Offer], bool] = _any
    safeties: tuple[Safety, ...] = (Safety.SAFE, Safety.REVIEW)


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class _Version:
    """A version of the file: its bytes, its result by the user's settings, and that by which fixes are proved."""

    data: bytes
    result: FileResult
    proof: FileResult


def mend(
    data: bytes,
    name: str,
    config: Config,
    wanted: Wanted = EVERYTHING,
    done: Done = silent,
    manner: Manner | None = None,
) -> Mending:
    """Check a file, and fix what is found in it and wanted.

    Takes the bytes of the file and its name; writes nothing. `manner` says how a fix goes into a Word file, None for
    plain text. For a file that cannot be read, or whose format nobody can write, nothing is taken. Raises
    `citelint.lint.UnknownRule` as `check` does.
    """
    state = first = _Version(data, result := check(data, name, config, done), _proof(data, name, config, result))
    write, trouble = _writer(data, result, config, manner)
    if write is None:
        left = tuple(Left(o.finding, trouble) for o in offers(result.diagnostics) if wanted.among(result, o))
        return Mending(before=result, after=result, data=data, mended=data, left=left)
    taken: list[Taken] = []
    took = True
    while took:
        took = False
        left = ()
        for safety in (Safety.SAFE, Safety.REVIEW):
            step = _Step(state, name, config, write)
            step.run(safety, wanted)
            left += tuple(step.left)
            taken += step.told()
            took = took or bool(step.taken)
            state = step.now
    done("fix")
    return Mending(before=first.result, after=state.result, data=data, mended=state.data, taken=tuple(taken), left=left)


@dataclass(frozen=True, slots=True)
class _Rewriting:
    """A text is written anew: the manner of all formats whose files are one text."""

    encode: Encode

    def refuses(self, source: Source, one: Splice) -> str:
        return ""

    def written(self, source: Source, splices: Iterable[Splice]) -> bytes:
        return self.encode(splice(source.parts[0].text, splices))


def _writer(data: bytes, result: FileResult, config: Config, manner: Manner | None) -> tuple[Manner | None, str]:
    """Give what writes the file with changes, or None and why nothing of it can be changed."""
    if result.source is None:
        return None, "the file could not be read"
    if result.source.word is not None:
        from citelint.fix.word import Changed

        if result.source.word.view != "final":
            return None, "it was read with its tracked changes rejected: fixes go into the final view"
        return manner or Changed(), ""
    if not result.is_lined or len(result.source.parts) != 1:
        return None, "citelint fixes text files and Word files alone"
    encode = encoder(result.source, data, config.encoding)
    if encode is None:
        return None, "the file's encoding does not give its bytes back: save it as UTF-8 first"
    return _Rewriting(encode), ""


def _proof(data: bytes, name: str, config: Config, result: FileResult) -> FileResult:
    """Check with all rules that run unasked too: a fix must break none of them, whatever was selected."""
    if result.source is None or (not config.ignore and {"default", "all"} & set(config.select)):
        return result
    return check(data, name, replace(config, select=(*config.select, "default"), ignore=()))


class _Step:
    """Taking what can be taken of one safety in one version of the file."""

    def __init__(self, state: _Version, name: str, config: Config, write: Manner) -> None:
        assert state.result.source is not None
        self.base = state
        self.now = state
        self.taken: tuple[Mend, ...] = ()
        self.left: list[Left] = []
        self._source: Source = state.result.source
        self._name = name
        self._config = config
        self._write = write
        self._before = _counted(state.proof)

    def _offered(self) -> tuple[Offer, ...]:
        """Give what there is to take: a headline that was selected brings its members along."""
        own = self.base.result.diagnostics
        causes = {finding.group for finding in own if finding.members and finding.group}
        members = (d for d in self.base.proof.diagnostics if d.group in causes and not d.members and d not in own)
        return offers((*own, *members) if causes else own)

    def run(self, safety: Safety, wanted: Wanted) -> None:
        """Take what is wanted and proves itself."""
        result = self.base.result
        mine = [o for o in self._offered() if o.safety is safety and wanted.among(result, o)]
        if safety not in wanted.safeties:
            self.left += (Left(offer.finding, WANTS_EYE, waiting=True) for offer in mine)
            return
        planned = plan(self._source, mine, lambda splice: self._write.refuses(self._source, splice))
        self.left += planned.left
        self._take(planned.mends)

    def _take(self, mends: Sequence[Mend]) -> None:
        """Take all of them together; where they do not prove themselves, halves, down to the one that is at fault."""
        if not mends:
            return
        tried = self._try(mends)
        if isinstance(tried, _Version):
            self.now = tried
            self.taken = (*self.taken, *mends)
        elif len(mends) == 1:
            if (other := mends[0].other()) is not None:
                self._take((other,))
            else:
                finding = mends[0].offer.finding
                together = tried == STILL_THERE and finding.group is not None
                self.left.append(Left(finding, ONLY_TOGETHER if together else tried))
        else:
            half = len(mends) // 2
            self._take(mends[:half])
            self._take(mends[half:])

    def _try(self, more: Sequence[Mend]) -> _Version | str:
        """Give the version with what was taken and `more`, or say why it is not as it should be."""
        mends = (*self.taken, *more)
        try:
            meant = splice_edits(self._source.text, _edits(mends))
            data = self._write.written(self._source, [one for mend in mends for one in mend.splices])
        except UnicodeEncodeError as error:
            letter = ascii(error.object[error.start])[1:-1]
            return f"the file's encoding has no {letter}: save it as UTF-8 first"
        except ValueError:
            return OTHERWISE_READ  # the second place of one is that of another
        result = check(data, self._name, self._config)
        if result.source is None or result.source.text != meant or _labels(result.source) != _labels(self._source):
            return OTHERWISE_READ
        proof = _proof(data, self._name, self._config, result)
        now = _counted(proof)
        mends_more = any(mend.offer.finding.severity is not Severity.SUGGESTION for mend in mends)
        if new := (_graver(proof) if mends_more else now) - self._before:
            (code, note), _ = min(new.items(), key=lambda item: (item[0][1] or 0, item[0][0]))
            return f"it would make another finding: {code}{'' if note is None else f' in note {result.label(note)}'}"
        for key, count in Counter(_key(mend.offer.finding) for mend in mends).items():
            if now[key] > self._before[key] - count:
                return STILL_THERE
        return _Version(data, result, proof)

    def told(self) -> list[Taken]:
        """Give what was taken in the order of the text, with the words before and after."""
        causes = {d.group: d for d in self.base.result.diagnostics if d.members and d.group}
        moved = Moved(_edits(self.taken))
        ordered = sorted(self.taken, key=lambda mend: (mend.offer.finding.span, mend.offer.finding.code))
        return [
            Taken(offer.finding, offer.safety, self._passages(offer, moved), causes.get(offer.finding.group or ""))
            for offer in (mend.offer for mend in ordered)
        ]

    def _passages(self, offer: Offer, moved: Moved) -> tuple[Passage, ...]:
        """Give a passage for each note that an offer changes, around all its edits in that note."""
        old, new = self.base.result, self.now.result
        if old.document is None or new.document is None:
            return ()
        touched: dict[int, list[Edit]] = {}
        for edit in offer.edits:
            near = (n.ordinal for n in old.document.notes if n.span.covers(edit.span))
            touched.setdefault(next(near, -1), []).append(edit)
        found = []
        for ordinal, edits in sorted(touched.items()):
            if ordinal < 0:
                continue
            edits.sort(key=lambda edit: edit.span)
            start, end = edits[0].span.start, max(edit.span.end for edit in edits)
            was = Words(old.document.text, old.document.notes[ordinal].span, Span(start, end))
            now = Words(
                new.document.text, new.document.notes[ordinal].span, Span(moved.to(start), moved.to(end, behind=True))
            )
            found.append(Passage(old.document.notes[ordinal].name, was, now))
        return tuple(found)


def _edits(mends: Iterable[Mend]) -> set[Edit]:
    return {edit for mend in mends for edit in mend.edits}


def _labels(source: Source) -> list[str | None]:
    return [note.label for note in source.notes]


def _key(finding: Diagnostic) -> tuple[str, int | None]:
    return finding.code, finding.note


def _graver(result: FileResult) -> Counter[tuple[str, int | None]]:
    """Count the errors and warnings: where one is mended, a matter of taste may come to light behind it."""
    found = (d for d in result.diagnostics if not d.members and d.severity is not Severity.SUGGESTION)
    return Counter(map(_key, found))


def _counted(result: FileResult) -> Counter[tuple[str, int | None]]:
    """Count the findings by rule and note. Headlines are left out: they tell of their members again."""
    return Counter(_key(finding) for finding in result.diagnostics if not finding.members)

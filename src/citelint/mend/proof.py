"""One version of the file checked: it is as it should be, or why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from citelint.config import Config
from citelint.fix import splice_edits
from citelint.mend.suspects import Key, around, key_of, near, still_found, writing
from citelint.model.diagnostic import Edit, Severity
from citelint.model.mending import Manner, Mend
from citelint.model.run import FileResult
from citelint.model.source import Source
from citelint.pipeline import check_again, check_read, read

OTHERWISE_READ = "the markup around it would be read otherwise: change it by hand"
STILL_THERE = "the finding would still be there"

_REMEMBERED = 16


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the file: its bytes, its result by the user's settings, and that by which fixes are proved."""

    data: bytes
    result: FileResult
    proof: FileResult

    @property
    def source(self) -> Source:
        """The source, which every version has."""
        assert self.result.source is not None
        return self.result.source


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a version is not as it should be, in words for a person, and the mends that this points at."""

    why: str
    suspects: tuple[Mend, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is remembered of a version: its text, whether its labels are those of the file, and its findings."""

    text: str
    same_labels: bool
    counted: Counter[Key]
    graver: Counter[Key]


class Proofs:
    """Proves versions of one file. What it saw of the last ones it remembers, by their bytes.

    The rounds come back to the same bytes: what was refused is tried again when all else was taken.
    """

    def __init__(self, name: str, config: Config, write: Manner) -> None:
        self.write = write
        self._name = name
        self._config = config
        self._seen: dict[bytes, _Seen] = {}
        self._labels: list[str | None] = []

    def first(self, data: bytes, result: FileResult) -> Version:
        """Give the version that the file is, of what checking it by the user's settings gave."""
        version = Version(data, result, self._proof(result))
        self._labels = _labels(version.source)
        return version

    def prove(self, base: Version, mends: Sequence[Mend]) -> Version | Refused:
        """Give the version with these mends of `base`, or say what is wrong with it."""
        source = base.source
        try:
            meant = splice_edits(source.text, edits_of(mends))
            data = self.write.written(source, [one for mend in mends for one in mend.splices])
        except UnicodeEncodeError as error:
            letter = error.object[error.start]
            told = f"the file's encoding has no {ascii(letter)[1:-1]}: save it as UTF-8 first"
            return Refused(told, writing(mends, letter))
        except ValueError:
            return Refused(OTHERWISE_READ)  # the second place of one is that of another
        key = blake2b(data).digest()
        seen = self._seen.get(key)
        if seen is not None and (refused := self._held_against(seen, base, mends, meant)):
            return refused
        result = read(data, self._name, self._config)
        if result.source is None:
            return Refused(OTHERWISE_READ)
        same_labels = _labels(result.source) == self._labels
        if result.source.text != meant or not same_labels:
            self._remember(key, seen := _Seen(result.source.text, same_labels, Counter(), Counter()))
            return self._held_against(seen, base, mends, meant) or Refused(OTHERWISE_READ)
        result = check_read(result, self._config, like=base.result)
        proof = self._proof(result)
        self._remember(key, seen := _Seen(meant, same_labels, counted(proof), counted(proof, graver=True)))
        return self._held_against(seen, base, mends, meant) or Version(data, result, proof)

    def _held_against(self, seen: _Seen, base: Version, mends: Sequence[Mend], meant: str) -> Refused | None:
        """Give what is wrong with a version with `mends` of `base`, None where nothing is."""
        if seen.text != meant or not seen.same_labels:
            return Refused(OTHERWISE_READ, around(mends, meant, seen.text))
        before = counted(base.proof)
        mends_more = any(mend.offer.finding.severity is not Severity.SUGGESTION for mend in mends)
        if new := (seen.graver if mends_more else seen.counted) - before:
            code, note = min(new, key=lambda one: (one[1] or 0, one[0]))
            where = "" if note is None else f" in note {base.result.label(note)}"
            return Refused(f"it would make another finding: {code}{where}", near(base.source, mends, new))
        there = {
            one
            for one, count in Counter(key_of(mend) for mend in mends).items()
            if seen.counted[one] > before[one] - count
        }
        return Refused(STILL_THERE, still_found(mends, there)) if there else None

    def _remember(self, key: bytes, seen: _Seen) -> None:
        if len(self._seen) >= _REMEMBERED:
            self._seen.pop(next(iter(self._seen)))
        self._seen[key] = seen

    def _proof(self, result: FileResult) -> FileResult:
        """Check with all rules that run unasked too: a fix must break none of them, whatever was selected."""
        config = self._config
        if not config.ignore and {"default", "all"} & set(config.select):
            return result
        return check_again(result, replace(config, select=(*config.select, "default"), ignore=()))


def edits_of(mends: Iterable[Mend]) -> set[Edit]:
    """Give what mends change in the text, each change once."""
    return {edit for mend in mends for edit in mend.edits}


def counted(result: FileResult, graver: bool = False) -> Counter[Key]:
    """Count the findings by rule and note. Headlines are left out: they tell of their members again.

    With `graver` count errors and warnings alone: where one is mended, a matter of taste may come to light behind it.
    """
    return Counter(
        (finding.code, finding.note)
        for finding in result.diagnostics
        if not finding.is_headline and not (graver and finding.severity is Severity.SUGGESTION)
    )


def _labels(source: Source) -> list[str | None]:
    return [note.label for note in source.notes]

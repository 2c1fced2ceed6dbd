"""Round after round, until nothing is left to take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from citelint.config import Config
from citelint.fix import offers, splice
from citelint.mend.passages import told
from citelint.mend.proof import Proofs
from citelint.mend.step import EVERYTHING, Step, Wanted
from citelint.model.diagnostic import Safety
from citelint.model.mending import Left, Manner, Mending, Splice, Taken
from citelint.model.run import FileResult
from citelint.model.source import Source
from citelint.pipeline import Done, check, check_again, silent
from citelint.read.encode import Encode, encoder
from citelint.read.wordml.kept import walks_kept


@walks_kept()
def mend(
    data: bytes,
    name: str,
    config: Config,
    wanted: Wanted = EVERYTHING,
    done: Done = silent,
    manner: Manner | None = None,
    known: FileResult | None = None,
) -> Mending:
    """Check a file, and fix what is found in it and wanted.

    Takes the bytes of the file and its name; writes nothing. `manner` says how a fix goes into a Word file, None for
    plain text; `known` is the result of checking the same bytes by other rules, None where they were not checked. For a
    file that cannot be read, or whose format nobody can write, nothing is taken. Raises `citelint.lint.UnknownRule` as
    `check` does.
    """
    result = check(data, name, config, done) if known is None else check_again(known, config, done)
    write, trouble = _writer(data, result, config, manner)
    if write is None:
        left = tuple(Left(o.finding, trouble) for o in offers(result.diagnostics) if wanted.among(result, o))
        return Mending(before=result, after=result, data=data, mended=data, left=left)
    proofs = Proofs(name, config, write)
    state = proofs.first(data, result)
    taken: list[Taken] = []
    took = True
    while took:
        took = False
        left = ()
        for safety in (Safety.SAFE, Safety.REVIEW):
            step = Step(state, proofs)
            step.run(safety, wanted)
            left += tuple(step.left)
            taken += told(state.proof, step.now.result, step.taken)
            took = took or bool(step.taken)
            state = step.now
    done("fix")
    return Mending(before=result, after=state.result, data=data, mended=state.data, taken=tuple(taken), left=left)


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

"""Fixing a Word file: what is done to it, in which order, and where the new file goes."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from citelint.cli.deliver import Made, deliver
from citelint.cli.inputs import STDIN
from citelint.cli.options import Command
from citelint.cli.stream import CannotWrite
from citelint.cli.wordtargets import WORD, WordTargets, author_options, word_file
from citelint.config import Config

if TYPE_CHECKING:
    from citelint.mend import Wanted
    from citelint.model.document import Document
    from citelint.model.mending import Left, Mending, Offer
    from citelint.model.ranges import NoteChoice
    from citelint.model.run import FileResult
    from citelint.pipeline import Done

STALE = "XRF011"
"""The code of the findings that a field shows an old number."""

HOW = ("track", "accept", "refresh", "link")
"""The options that say how a Word file is changed."""

REFRESH_DOES = "it is the number of a field: --refresh brings it up to date"


def word_options(command: Command) -> Command:
    """Add what tells how Word files are fixed."""
    for option in (
        click.option("--safe-only", is_flag=True, help="Word: take the safe fixes, and leave those to review."),
        click.option(
            "--link", is_flag=True, help="Word: make typed numbers of notes live fields, those that are right."
        ),
        click.option("--refresh", is_flag=True, help="Word: bring fields that show an old number up to date."),
        click.option("--accept", is_flag=True, help="Word: make the fixes as plain text."),
        click.option("--track", is_flag=True, help="Word: make the fixes as tracked changes."),
        click.option(
            "-o",
            "--output",
            "word",
            callback=word_file,
            metavar="FILE",
            help="Word: the new file (with --write: NAME.citelint.docx).",
        ),
        author_options,
    ):
        command = option(command)
    return command


def is_word(name: str) -> bool:
    """Tell whether a file is one that is fixed into a new file."""
    return name.lower().endswith(WORD)


@dataclass(slots=True)
class WordFixer:
    """Fixes Word files as the options say. `among` tells which offers are wanted."""

    options: dict[str, Any]
    targets: WordTargets
    among: Any

    @property
    def asked(self) -> bool:
        """Tell whether it was said how a Word file is changed."""
        return any(self.options[name] for name in HOW)

    def fix(self, data: bytes, name: str, config: Config, done: Done) -> Mending | str:
        """Fix one file and write the new one where that was asked for. Gives a line for a person where it cannot."""
        if self.targets.writes and not self.asked:
            return (
                "say how the new Word file is made: --track (tracked changes) or --accept (plain text), and for its "
                "fields --refresh or --link"
            )
        if self.options["format"] == "diff":
            return "a Word file has no lines to tell apart: --format full shows its changes"
        if self.targets.writes and self.targets.output is None and STDIN in self.options["paths"]:
            return "there is no place beside standard input: name the new file with -o FILE"
        mending = self._mended(data, name, config, done)
        if mending.before.error or mending.before.source is None or not self.targets.writes:
            return mending
        if mending.mended == data and self.targets.output is None:
            return mending
        path = self.targets.path(name)
        try:
            deliver([Made(path, mending.mended)], self.targets.force)
        except CannotWrite as error:
            return str(error)
        return replace(mending, written=True, path=path)

    def _mended(self, data: bytes, name: str, config: Config, done: Done) -> Mending:
        from citelint.fix.word import Changed, Refreshed
        from citelint.mend import Wanted, mend

        nothing = Wanted(lambda result, offer: False)
        words = self.options["track"] or self.options["accept"] or not self.asked
        author = self.targets.author if self.options["track"] else None
        mending = mend(data, name, config, self._wanted() if words else nothing, done, Changed(author))
        if mending.before.source is None or mending.before.error:
            return mending
        left = [self._told(one) for one in mending.left]
        taken = mending.taken
        now, after = mending.mended, mending.after
        if self.options["refresh"]:
            also = replace(config, extend_select=(*config.extend_select, STALE))
            refreshed = mend(now, name, also, self._stale(), done, Refreshed(), known=after)
            now, after = refreshed.mended, refreshed.after
            taken += refreshed.taken
            left = [one for one in left if one.finding.code != STALE] + list(refreshed.left)
        linking = None
        if self.options["link"]:
            from citelint.linking import link
            from citelint.pipeline import check

            linking = link(now, name, config, self._notes, done)
            if linking.made:
                now, after = linking.data, check(linking.data, name, config)
        return replace(mending, mended=now, after=after, taken=taken, left=tuple(left), linking=linking)

    def _told(self, left: Left) -> Left:
        return replace(left, why=REFRESH_DOES) if left.finding.code == STALE and "in a field" in left.why else left

    def _wanted(self) -> Wanted:
        from citelint.mend import Wanted

        return Wanted(self.among, self._safeties())

    def _stale(self) -> Wanted:
        from citelint.mend import Wanted

        def among(result: FileResult, offer: Offer) -> bool:
            return offer.finding.code == STALE and bool(self.among(result, offer))

        return Wanted(among, self._safeties())

    def _safeties(self) -> Any:
        from citelint.model.diagnostic import Safety

        return (Safety.SAFE,) if self.options["safe_only"] else (Safety.SAFE, Safety.REVIEW)

    def _notes(self, document: Document) -> Container[int]:
        only: NoteChoice | None = self.options["only"]
        return range(len(document.notes)) if only is None else only.of(document)

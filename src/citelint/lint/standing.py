"""Holding back the findings that stand: those an author let stand, and those known from an earlier time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from citelint.lint.context import Context
from citelint.lint.rule import Rule
from citelint.lint.selection import UnknownRule, codes_meant
from citelint.lint.stets import stets_of
from citelint.model.baseline import Known
from citelint.model.comment import words_of
from citelint.model.diagnostic import Diagnostic
from citelint.model.stet import Stet, StetUse

if TYPE_CHECKING:
    from citelint.model.fingerprint import Fingerprint


class Standing:
    """What is let stand in one document, and how often each stet was of use.

    `stood` counts the findings that stets held back, `known` those that were known from an earlier time; findings of
    rules that were not chosen are held back and not counted.
    """

    def __init__(self, context: Context, rules: Sequence[Rule], chosen: Collection[str]) -> None:
        self.stood = 0
        self.known = 0
        self._document = context.document
        self._chosen = frozenset(chosen)
        self._stets = stets_of(context.source, context.config.stets)
        meant = [_meant(rules, stet) for stet in self._stets]
        self._codes = [codes for codes, _ in meant]
        self._troubles = [trouble for _, trouble in meant]
        self._held = [0] * len(self._stets)
        self._of: dict[tuple[str, int | None], list[int]] = {}
        for index, stet in enumerate(self._stets):
            for code in self._codes[index] if not stet.key else ():
                self._of.setdefault((code, stet.note), []).append(index)
        self._filed = _filed(self._stets)
        self._keyed = Known(print_ for print_, _ in self._filed)
        self._earlier = Known(context.config.known)

    def keep(self, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Give the findings that are to be reported, in order."""
        left = [finding for finding in found if not self._stands(finding)]
        if self._keyed or self._earlier:
            left = self._unknown(left)
        causes = {finding.group for finding in left if finding.is_headline}
        gone = {finding.group for finding in found if finding.is_headline} - causes
        return [replace(finding, group=None) if finding.group in gone else finding for finding in left]

    @property
    def holds_back(self) -> bool:
        """Tell whether there is anything by which a finding could be held back."""
        return bool(self._stets) or bool(self._earlier)

    def uses(self) -> list[StetUse]:
        """Give each stet with what it did."""
        return [
            StetUse(stet, self._troubles[i], bool(self._codes[i]) and self._codes[i] <= self._chosen, self._held[i])
            for i, stet in enumerate(self._stets)
        ]

    def _stands(self, finding: Diagnostic) -> bool:
        """Tell whether a stet for the note of the finding, or for the whole piece, holds it back."""
        mine = self._of.get((finding.code, None), [])
        if finding.note is not None:
            mine = [*mine, *self._of.get((finding.code, finding.note), ())]
        mine = [index for index in mine if self._means(self._stets[index], finding)]
        for index in mine:
            self._held[index] += 1
        self.stood += bool(mine) and self._counts(finding)
        return bool(mine)

    def _means(self, stet: Stet, finding: Diagnostic) -> bool:
        """Tell whether a stet that holds for the place of the finding is about its words."""
        return not stet.words or stet.words == words_of(finding, self._document)

    def _unknown(self, found: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Give the findings that nothing knows by its key, headlines among them: these tell of their members."""
        from citelint.model.fingerprint import fingerprint

        asked = [finding for finding in found if not finding.is_headline]
        prints = [fingerprint(finding, self._document) for finding in asked]
        gone: set[int] = set()
        for finding, entry in zip(asked, self._keyed.take(prints), strict=True):
            if entry is not None:
                held = next(index for print_, index in self._filed if print_ == entry and not self._held[index])
                self._held[held] += 1
                self.stood += self._counts(finding)
                gone.add(id(finding))
        rest = [index for index, finding in enumerate(asked) if id(finding) not in gone]
        for index, entry in zip(rest, self._earlier.take([prints[i] for i in rest]), strict=True):
            if entry is not None:
                self.known += self._counts(asked[index])
                gone.add(id(asked[index]))
        return [finding for finding in found if id(finding) not in gone]

    def _counts(self, finding: Diagnostic) -> bool:
        return finding.code in self._chosen and not finding.is_headline


def _filed(stets: Sequence[Stet]) -> list[tuple[Fingerprint, int]]:
    """Give what the stets with a key know a finding by, and their places in the row."""
    keyed = [(stet.key, index) for index, stet in enumerate(stets) if stet.key]
    if not keyed:
        return []
    from citelint.model.fingerprint import Fingerprint

    return [(Fingerprint.parse(key), index) for key, index in keyed]


def _meant(rules: Sequence[Rule], stet: Stet) -> tuple[frozenset[str], str]:
    """Give the codes of the rules that a stet names, and what is wrong where it names none."""
    if stet.trouble:
        return frozenset(), stet.trouble
    try:
        return codes_meant(rules, stet.rule), ""
    except UnknownRule as error:
        # a comment of another version of citelint may name a rule that there is no more
        return frozenset(), "" if stet.words else str(error)

"""SHF001: a case is cited in full before it is cited in short."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.wording import Wording
from citelint.model.citation import Kind, Short
from citelint.model.diagnostic import Severity
from citelint.model.link import Why
from citelint.resolve.fold import bare, fold


@rule(
    "SHF001",
    Bad("""
        The search was unlawful.[1] So was the seizure.[2]

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Mapp, 367 U.S. at 655.
            ^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] 545 U.S. at 17.
            ^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Mapp v. Ohio, 367 U.S. 643, 655 (1961).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Mapp, 367 U.S. at 656.
        """),
    Good("""
        In Mapp v. Ohio, 367 U.S. 643, 655 (1961), the Court went further.[1]

        [1] Mapp, 367 U.S. at 656.
        """),
    bluebook="10.9",
    indigo="15.2.1",
)
def short_case_never_cited_in_full(short: Short, context: Context) -> Reports:
    """A case is cited in full once, before any short form: a name, a volume and a page alone do not say which case.

    A full citation may stand in the text of the piece: where no text was read (a list of notes alone) the finding is a
    warning. Where only volume or reporter differ it is SHF005, where only the name differs SHF006, and where the full
    citation follows later SHF010.
    """
    lost = context.lost(short)
    if short.kind is not Kind.CASE or lost is None or lost.why is not Why.NEVER_CITED_IN_FULL:
        return
    if not short.clear or not lost.certain or short.volume is None or short.reporter is None:
        return
    wording = context.facts(Wording)
    if wording.numbered(fold(f"{short.volume.value} {short.reporter.value}")):
        return
    named = any(wording.count((*bare(fold(party.value)), "v")) for party in short.parties)
    severity = Severity.ERROR if context.source.body else Severity.WARNING
    yield Report(
        short.span,
        "this case is never cited in full",
        hint="never cited in full",
        found=context.text(short.span),
        why="a short form needs a full citation before it.",
        sure="the case is named, but no full citation was found"
        if named
        else "no full citation has its volume or name",
        likely=named,
        severity=severity.lower() if named else severity,
    )

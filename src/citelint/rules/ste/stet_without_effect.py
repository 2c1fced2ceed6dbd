"""STE002: a stet holds something back."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.model.diagnostic import Severity
from citelint.model.stet import StetUse


@rule(
    "STE002",
    Bad("""
        <!-- citelint: stet PUN002 the author wants two points -->
        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
              ^
        """),
    Bad("""
        <!-- citelint: stet-file ID our own style of Id. -->
        A text.[^1]
        ^

        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        <!-- citelint: stet PUN002 the signs are those of the source -->
        [^1]: Katz v. United States,, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        A text.<!-- citelint: stet PUN002 the signs are those of the source -->[^1]

        [^1]: Katz v. United States,, 389 U.S. 347, 351 (1967).
        """),
    severity=Severity.WARNING,
)
def stet_without_effect(use: StetUse, context: Context) -> Reports:
    """A stet that holds nothing back any more is taken out: the next error of its kind would pass under it.

    Nothing is said of a stet whose rules were not all applied, nor of a comment in a Word file that was marked as
    resolved: so does an editor who has mended what it says.
    """
    stet = use.stet
    if not use.trouble and use.ran and not use.held and not stet.words:
        where = "of the piece" if stet.note is None else f"of note {context.document.notes[stet.note].name}"
        yield Report(
            stet.span,
            f"the stet of {stet.rule} in {stet.where} holds back no finding {where}",
            hint=f"the stet of {stet.rule} in {stet.where} is of no use",
            why="the next error of its kind would pass under it",
            sure="every finding of the rule was looked at",
        )

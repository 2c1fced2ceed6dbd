"""STE003: a stet says why."""

from citelint.config import Config
from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.model.diagnostic import Severity
from citelint.model.stet import StetUse

_REQUIRED = Config(require_stet_reason=True)


@rule(
    "STE003",
    Bad(
        """
        <!-- citelint: stet PUN002 -->
        [^1]: Katz v. United States,, 389 U.S. 347, 351 (1967).
              ^
        """,
        config=_REQUIRED,
    ),
    Bad(
        """
        A text.<!-- citelint: stet PUN002: -->[^1]

        [^1]: Katz v. United States,, 389 U.S. 347, 351 (1967).
              ^
        """,
        config=_REQUIRED,
    ),
    Good(
        """
        <!-- citelint: stet PUN002 the signs are those of the source -->
        [^1]: Katz v. United States,, 389 U.S. 347, 351 (1967).
        """,
        config=_REQUIRED,
    ),
    Good("""
        <!-- citelint: stet-file PUN002 -->
        [^1]: Katz v. United States,, 389 U.S. 347, 351 (1967).
        """),
    severity=Severity.WARNING,
)
def stet_without_reason(use: StetUse, context: Context) -> Reports:
    """Where a journal requires it, a stet says why the finding is to stand: the next editor will ask.

    It is required where ``require-stet-reason`` is set.
    """
    stet = use.stet
    if context.config.require_stet_reason and not use.trouble and not stet.reason:
        yield Report(
            stet.span,
            f"the stet of {stet.rule} in {stet.where} gives no reason",
            hint=f"the stet of {stet.rule} in {stet.where} gives no reason",
            sure="no word follows the rule",
        )

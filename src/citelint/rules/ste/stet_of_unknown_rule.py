"""STE001: a stet names a rule that exists."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.model.stet import StetUse


@rule(
    "STE001",
    Bad("""
        <!-- citelint: stet PNU002 the author wants two points -->
        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
              ^
        """),
    Bad("""
        A text.<!-- citelint: ignore PUN002 -->[^1]

        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
              ^
        """),
    Good("""
        `<!-- citelint: stet PNU002 this is code and no comment -->`[^1]

        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        <!-- citelint: stet doubled-punctuation the signs are those of the source -->
        [^1]: Katz v. United States,, 389 U.S. 347, 351 (1967).
        """),
    selectable=False,
)
def stet_of_unknown_rule(use: StetUse, context: Context) -> Reports:
    """A stet names a rule by its code, its name, or the beginning of its code.

    One that names none holds nothing back, and its author believes that it does. So the file counts as not checked,
    whatever was selected. A comment that begins with "citelint:" and goes on with another word is reported too.
    """
    if use.trouble:
        yield Report(
            use.stet.span,
            f"the stet in {use.stet.where}: {use.trouble}".rstrip("."),
            hint=f"{use.stet.where}: {use.trouble}".rstrip("."),
            sure="it was held against the list of rules",
        )

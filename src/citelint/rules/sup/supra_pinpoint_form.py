"""SUP014: a page after supra note N takes comma and "at", a section takes a comma alone."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, change, rule, safe
from citelint.model.citation import Role, Supra
from citelint.model.diagnostic import Severity
from citelint.model.span import Span

_PLACE = Pattern(
    r"(?P<gap>\s*[,:]?\s*(?:at,?\s+)?(?:pp?\.\s*)?)"
    r"(?:(?P<page>\*{0,2}\d{1,5}(?:\s?[-–—]\s?\d+)?)(?![\w/])(?!\.\d|\s[A-Z])|(?P<part>§§?\s*\d|¶¶?\s*\d|paras?\.\s*\d))"
)
_RIGHT_PAGE = Pattern(r",\s+at\s+")
_RIGHT_PART = Pattern(r",\s+")


@rule(
    "SUP014",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1 at 920.
                     ^^^^^^^^^^^^^^^^^^^
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Ellison, supra note 1, 920.
                     ^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        [4] Katz v. United States, 389 U.S. 347, 351 (1967).
        [5] Ellison, supra note 1, at 920.
        """,
    ),
    Bad(
        """
        [^1]: Helen Brandt, The Settlement Machine § 9 (2d ed. 2014).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Brandt, *supra* note 1, at § 12.
                       ^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: Helen Brandt, The Settlement Machine § 9 (2d ed. 2014).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Brandt, *supra* note 1, § 12.
        """,
    ),
    Good("""
        [1] Helen Brandt, The Settlement Machine § 9 (2d ed. 2014).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, supra note 1, § 12; Brandt, supra note 1, app. B at 5; Brandt, supra note 1 (manuscript at 12).
        """),
    Good("""
        [1] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Okafor & Lin, supra note 1, at 1150–52; sources cited supra notes 1, 2.
        """),
    bluebook="4.2(a), 3.2(a), 3.3",
    indigo="5.1.1, 6.2.2",
    severity=Severity.WARNING,
)
def supra_pinpoint_form(supra: Supra, context: Context) -> Reports:
    """After "*supra* note 1" a page takes a comma and "at"; a section or paragraph takes a comma and no "at".

    Checked are short forms that name a work, by *infra* too. What follows a reference that names none is another note:
    XRF002.
    """
    if not supra.numbers or supra.numbers[-1].first is None or supra.role is Role.QUOTED or len(supra.numbers) > 1:
        return
    text, end = context.source.text, supra.numbers[-1].span.end
    place = _PLACE.match(text, end, context.note_of(supra).span.end)
    if place is None or supra.pincite is None or supra.pincite.span.start > place.end():
        return
    gap = place["gap"]
    is_page = place["page"] is not None
    if (_RIGHT_PAGE if is_page else _RIGHT_PART).fullmatch(gap) is not None:
        return
    right = ", at " if is_page else ", "
    stop = max(place.end(), supra.pincite.span.end)
    span = Span(supra.word.span.start, stop)
    between = f'"{gap.strip()}"' if gap.strip() else "nothing"
    gap_span = Span(end, place.end("gap"))
    shown = f"{text[supra.word.span.start : end]}{right}{text[gap_span.end : stop]}"
    yield Report(
        span,
        "a page takes a comma and “at”" if is_page else f"{_what(place['part'])} takes a comma, and no “at”",
        hint=f"write {shown}",
        found=context.text(span),
        sure=f"between the number and its place stands {between}",
        expected=shown,
        fix=safe(change(gap_span, gap, right)),
    )


def _what(part: str) -> str:
    """Give what kind of part begins with these signs."""
    return "a section" if part.startswith("§") else "a paragraph"

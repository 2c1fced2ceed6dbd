"""SHF004: the short form of a case is party, volume, reporter, "at" and page."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule, safe
from citelint.lint.reported import called_before, first_page, is_common_litigant, place_of
from citelint.model.citation import Citation, Kind, Role, Short
from citelint.model.diagnostic import Edit, Related
from citelint.model.span import Span
from citelint.resolve.fold import bare, fold
from citelint.resolve.pages import page_of

_DATE = Pattern(r"\s*\((?:[A-Z\d][\w.’']*\s){0,6}(?:1[789]|20)\d\d\)")
_FARTHEST = 300


@rule(
    "SHF004",
    Bad(
        """
        [1] Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Raich, 545 U.S. 22; cf. Katz, 389 U.S. 347, 352.
            ^^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Raich, 545 U.S. at 22; cf. Katz, 389 U.S. at 352.
        """,
    ),
    Bad(
        """
        [^1]: Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *Raich*, 545 U.S. at 22 (2005).
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *Raich*, 545 U.S. at 22.
        """,
    ),
    Good("""
        [1] Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Raich, 545 U.S. 1; Raich, 545 U.S. at 58 (Thomas, J., dissenting).
        """),
    Good("""
        [1] In re Gault, 387 U.S. 1, 28 (1967).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] In re Gault, 387 U.S. 1, 30 (1967).
        """),
    bluebook="10.9(a)(i)",
    indigo="15.2.2",
)  # fmt: skip
def short_case_form(case: Short | Citation, context: Context) -> Reports:
    """With a page, a case is short-cited as "*Raich*, 545 U.S. at 22": "at" before the page, no first page, no year.

    Reported is a form with one party only, of a case that was cited in full before in that volume. Without a page cited
    the first page stands for the whole decision ("*Raich*, 545 U.S. 1") and passes.
    """
    if case.role is Role.QUOTED or case.kind is not Kind.CASE or not case.clear or len(case.parties) != 1:
        return
    dated = isinstance(case, Short)
    edit = _without_date(case, context) if isinstance(case, Short) else _with_at(case, context)
    if edit is None:
        return
    full = _full(case, context)
    if full is None:
        return
    text = context.source.text
    right = text[case.span.start : edit.span.start] + edit.text + text[edit.span.end : case.span.end]
    yield Report(
        case.span,
        "a short form of a case has no year" if dated else 'a short form of a case has "at" before the page',
        hint="no year in a short form" if dated else "no first page; “at” before the page cited",
        found=context.text(case.span),
        expected=right,
        why="a short form is party, volume, reporter, “at” and page; the rest stands in the full citation",
        sure=f"cited in full in note {context.note_of(full).name}",
        related=(Related(full.note, full.span, "cited in full here"),),
        fix=safe(edit),
    )


def _full(case: Short | Citation, context: Context) -> Citation | None:
    """Give the citation with both parties that a form with one is short for; None where there is none before."""
    if isinstance(case, Short):
        found = context.found(case)
        full = None if found is None or found.later or not found.certain else found.citation
        return full if full is not None and len(full.parties) == 2 else None
    place = place_of(case)
    name = bare(fold(case.parties[0].value))
    if place is None or not name:
        return None
    fitting = [full for full in called_before(name, place, case.index, context) if len(full.parties) == 2]
    page = page_of(case.page.value) if case.page is not None else None
    if not fitting or page is None or is_common_litigant(case.parties[0].value):
        return None
    full = fitting[-1]
    first = first_page(full, place)
    if first is None:
        return None
    if case.pincite is None:
        return full if first < page <= first + _FARTHEST else None
    return full if page == first else None


def _without_date(short: Short, context: Context) -> Edit | None:
    """Give the edit that takes the year, and the court, from behind a short form."""
    if short.pincite is None:
        return None
    date = _DATE.match(context.source.text, short.pincite.span.end, short.span.end)
    return None if date is None else Edit(Span(*date.span()), "")


def _with_at(case: Citation, context: Context) -> Edit | None:
    """Give the edit that puts "at" before the page of a form with one party and without a year."""
    if case.year is not None or case.page is None or case.parallel or case.volume is None or case.reporter is None:
        return None
    if case.reporter.value.split()[-1] in ("WL", "LEXIS"):
        return None
    if case.pincite is None:
        return Edit(Span(case.page.span.start, case.page.span.start), "at ")
    return Edit(Span(case.page.span.start, case.pincite.span.start), "at ")

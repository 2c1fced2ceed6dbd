"""SHF003: a section is cited without its code only where the code was cited a few notes before."""

from bisect import bisect_left

from citelint.config import Config
from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, review, rule
from citelint.lint.window import window_before
from citelint.model.citation import Citation, CrossReference, Kind, Role, Short
from citelint.model.diagnostic import Edit, Fix, Related, Severity
from citelint.model.link import Fit
from citelint.model.span import Span
from citelint.resolve.works import CODES, code_of

_NAMED = Pattern(r"\b(?:Act|Code|Statute|Rule|Regulations?|Title)\b")


@rule(
    "SHF003",
    Bad(
        """
        One.[1] Two.[2] Three.[3] Four.[4]

        [1] 42 U.S.C. § 1983.
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] § 1983.
            ^^^^^^
        """,
        config=Config(case_short_form_window=2),
        fixed="""
        One.[1] Two.[2] Three.[3] Four.[4]

        [1] 42 U.S.C. § 1983.
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] 42 U.S.C. § 1983.
        """,
    ),
    Bad("""
        [1] Cal. Penal Code § 187 (West 2014).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [4] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [5] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [6] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [7] See § 187(a).
                ^^^^^^^^
        """),
    Good("""
        [1] 18 U.S.C. § 1341.
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] § 1341.
        """),
    Good(
        """
        One.[1] Two.[2] Three.[3] Section 1983 of title 42 is another matter.[4]

        [1] 42 U.S.C. § 1983.
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] Section 1983 has no such limit, and § 1983 claims are many.
        """,
        config=Config(case_short_form_window=2),
    ),
    bluebook="12.10(b), 14.6",
    indigo="16.2, 17.5",
    severity=Severity.WARNING,
)  # fmt: skip
def statute_short_form_outside_five_notes(short: Short, context: Context) -> Reports:
    """A section alone ("§ 1983") is enough only where its code was cited in the same note or one of the five before.

    Every citation of the code counts, by *id.* too. The width of the window is ``case-short-form-window``. A section in
    a sentence of prose is no citation. Where no text was read (a list of notes alone) the finding is a suggestion.
    """
    found = context.found(short)
    if short.kind not in (Kind.STATUTE, Kind.REGULATION) or short.reporter is not None or found is None:
        return
    if found.later or not found.certain or found.fit is not Fit.REPORTER or found.rivals or short.embedded:
        return
    if short.role is not Role.TOP or short.within is not None or not short.clear or found.citation.reporter is None:
        return
    note = context.note_of(short)
    cited = context.facts(_cited)[code_of(found.citation)]
    place = bisect_left(cited, short.index)
    last = context.document.mentions[cited[place - 1]].note if place else None
    window = {other.ordinal for other in window_before(note, context)}
    if last is None or last == note.ordinal or last in window:
        return
    near = [note, *(context.note(ordinal) for ordinal in window)]
    if any(_NAMED.search(context.text(other.span)) for other in near):
        return
    before, width = context.note(last), context.config.case_short_form_window
    yield Report(
        short.span,
        f"this code was last cited in note {before.name}, more than {width} notes before",
        hint=f"last cited in note {before.name}",
        found=context.text(short.span),
        why=f"a section is cited without its code within {width} notes of the last citation of the code",
        sure=f"no citation of it in the {width} notes before",
        severity=None if context.source.body else Severity.SUGGESTION,
        related=(Related(found.citation.note, found.citation.span, "cited in full here"),),
        fix=_in_full(short, found.citation),
    )


def _cited(context: Context) -> dict[tuple[str, str], list[int]]:
    """Give for each code the indexes of all mentions that cite a section of it, in order."""
    cited: dict[tuple[str, str], list[int]] = {}
    for mention in context.document.mentions:
        citation = mention if isinstance(mention, Citation) else None
        if citation is None and not isinstance(mention, CrossReference):
            found = context.found(mention)
            citation = None if found is None else found.citation
        if citation is not None and citation.kind in CODES:
            cited.setdefault(code_of(citation), []).append(mention.index)
    return cited


def _in_full(short: Short, citation: Citation) -> Fix | None:
    """Give the fix that puts title and code before the section."""
    if citation.reporter is None:
        return None
    title = f"{citation.volume.value} " if citation.volume is not None else ""
    start = short.span.start
    return review(Edit(Span(start, start), f"{title}{citation.reporter.value} "))

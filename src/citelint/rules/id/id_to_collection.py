"""ID014: Id. means the chapter just cited, and not the book that it stands in."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.model.citation import Citation, Id, Kind, Role
from citelint.model.diagnostic import Related, Severity
from citelint.model.span import Span
from citelint.resolve.pages import page_of

_IN = Pattern(r"[,”\"’]\s+in\s+\Z")
_OF_OTHERS = Pattern(r"\(\s*(?:chapter|essay|contribution)s?\s+(?:by|of)\b|\(\s*collecting\b|\([A-Z][^()]*\beds?\.", 0)
_NEAR = 8


@rule(
    "ID014",
    Bad("""
        [1] Mara Ellison, Filing Fees, in Courts and Cost 12, 14 (Helen Brandt ed., 2011).
        [2] Id. at 201 (chapter by Lin).
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [^1]: Mara Ellison, *Filing Fees*, *in* Courts and Cost 12, 14 (Helen Brandt ed., 2011).
        [^2]: Ruth Lin, *Sealing*, *in id.* at 90.
                                       ^^^^^^^^^^
        """),
    Good("""
        [1] Mara Ellison, Filing Fees, in Courts and Cost 12, 14 (Helen Brandt ed., 2011).
        [2] Id. at 15 (collecting cases is another matter); id. at 16.
        """),
    Good("""
        [1] Mara Ellison, Filing Fees, in Courts and Cost 12, 14 (Helen Brandt ed., 2011).
        [2] Ruth Lin, Sealing, in Courts and Cost, supra note 1, at 90.
        """),
    bluebook="4.1, 15.10.1",
    indigo="29.1",
    severity=Severity.WARNING,
    default=False,
)
def id_to_collection(id: Id, context: Context) -> Reports:
    """After a chapter *id.* means that chapter; the collection is called by its title and *supra*.

    Reported are "*in id.*", a parenthesis that speaks of another author's chapter or of the collection, and a page
    before the chapter. The rule is off by default: "*in id.*" is widely used.
    """
    found = context.found(id)
    if found is None or id.role is Role.QUOTED or found.citation.kind is not Kind.CHAPTER:
        return
    note = context.note_of(id)
    before = context.source.text[max(note.span.start, id.span.start - _NEAR) : id.span.start]
    others = any(_OF_OTHERS.match(context.text(p.span)) for p in id.parentheticals)
    if not (_IN.search(before) or (others and not _speaks_of_cases(id, context)) or _is_ahead(id, found.citation)):
        return
    yield Report(
        id.span,
        "Id. means the chapter just cited, and not the collection that it stands in",
        hint="Id. means the chapter",
        found=context.text(id.span),
        why="a collection has a short form of its own: its title and supra",
        sure=found.because,
        likely=not found.certain,
        related=(Related(found.citation.note, found.citation.span, "the chapter"),),
    )


def _speaks_of_cases(id: Id, context: Context) -> bool:
    return any("cases" in context.text(Span(p.span.start, p.span.start + 30)) for p in id.parentheticals)


def _is_ahead(id: Id, chapter: Citation) -> bool:
    """Tell whether the page lies before the chapter."""
    if id.pincite is None or chapter.page is None:
        return False
    page, first = page_of(id.pincite.value), page_of(chapter.page.value)
    return page is not None and first is not None and page < first

"""ID013: Id. with a section means the same title of the same code."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.model.citation import Citation, Id, Kind, Role
from citelint.model.diagnostic import Related, Severity
from citelint.model.link import Found
from citelint.model.span import Span
from citelint.resolve.works import CODES, code_of

_TITLE = Pattern(r",?\s+(?:of\s+)?(?:[Tt]itle|tit\.)\s+(?P<number>\d+)")


@rule(
    "ID013",
    Bad("""
        [1] 18 U.S.C. § 1341.
        [2] Id. 21 U.S.C. § 841.
            ^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [^1]: 17 C.F.R. § 240.10b-5 (2023).
        [^2]: *See id.* tit. 12, § 226.1.
                   ^^^^^^^^^^^^
        """),
    Good("""
        [1] 18 U.S.C. § 1341.
        [2] Id. § 1343; 21 U.S.C. § 841.
        """),
    Good("""
        [1] 17 C.F.R. § 240.10b-5 (2023).
        [2] Id. tit. 17, § 240.14a-9.
        """),
    bluebook="4.1, 12.10",
    indigo="22.2",
    severity=Severity.WARNING,
)
def id_different_title(id: Id, context: Context) -> Reports:
    """*Id.* repeats title and code: a section of another title or code is cited anew, and without *id.* before it.

    A section alone passes: nothing in the text says that it would be one of another title.
    """
    found = context.found(id)
    if found is None or id.role is Role.QUOTED or found.citation.kind not in CODES or found.citation.volume is None:
        return
    volume = found.citation.volume.value
    title = _TITLE.match(context.source.text, id.word.span.end, context.note_of(id).span.end)
    if title is not None:
        if title["number"] != volume:
            yield _report(Span(id.word.span.start, title.end()), found, context)
        return
    after = context.document.mentions[id.index + 1 : id.index + 2]
    for citation in after:
        if not isinstance(citation, Citation) or citation.note != id.note or id.pincite is not None:
            continue
        between = context.text(Span(id.word.span.end, max(citation.span.start, id.word.span.end)))
        other = citation.kind in (Kind.STATUTE, Kind.REGULATION) and code_of(citation) != code_of(found.citation)
        if not other or citation.signal is not None or between.strip(" ,\u00a0") or not _is_alone(id, context):
            continue
        yield _report(Span(id.word.span.start, citation.span.end), found, context)


def _is_alone(id: Id, context: Context) -> bool:
    """Tell whether *Id.* and the citation behind it are all that the note has: one citation, and not two sentences."""
    note = context.note_of(id)
    return note.mentions[0].index == id.index and len(note.mentions) == 2


def _report(span: Span, found: Found, context: Context) -> Report:
    code = found.citation
    head = f"{code.volume.value} " if code.volume is not None else ""
    name = code.reporter.value if code.reporter is not None else "the code"
    return Report(
        span,
        f"Id. means {head}{name}: another title or code is cited without Id.",
        hint=f"Id. means {head}{name}",
        found=context.text(span),
        why="Id. repeats all of a citation but the section",
        sure=found.because,
        likely=not found.certain,
        related=(Related(code.note, code.span, "what Id. means"),),
    )

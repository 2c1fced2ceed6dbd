"""ID005: Id. does not stand for an internal cross-reference."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.lint.before import head_of_clause, is_sure, words_before
from citelint.lint.combined import combined
from citelint.lint.prose import names_nothing
from citelint.model.citation import CrossReference, Id
from citelint.model.diagnostic import Related
from citelint.model.link import Why
from citelint.model.span import Span

_SOURCES = Pattern(r"\b(?:sources?|cases?|authorit|articles?|works?|cited|statutes?|materials?)", 2)
_SIGNALS = Pattern(r"\b(?:See|Cf\.|Compare|Accord|But|Also|E\.g\.)")
_OPENS = Pattern(r"(?:\A|[.;?!)\]”\"’])\s*\Z")


@rule(
    "ID005",
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See supra note 1 and accompanying text.
        [3] See id.
                ^^^
        """),
    Bad("""
        [1] See infra Part II.A. Id.
                                 ^^^
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] See supra note 1 and accompanying text.
        [3] See supra note 1 and accompanying text.
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Ellison, supra note 1, at 920.
        [4] Id.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Terry v. Ohio, 392 U.S. 1 (1968).
        [2] See cases cited supra note 1.
        [3] See id.
        """),
    bluebook="4.1, 3.5",
    indigo="29.1",
)
def id_for_internal_reference(id: Id, context: Context) -> Reports:
    """*Id.* repeats an authority, and a reference to another note or Part of the same piece is none: write it again.

    "Ellison, *supra* note 3, at 920" cites a work, and *Id.* may follow it. A bare "*supra* note 3" often means the
    work in that note, and so the finding is a warning then. Nothing is said after "sources cited *supra* note 3", a
    number with a page, or where another authority stands before the cross-reference in the same note.
    """
    lost = context.lost(id)
    if lost is None or lost.why is not Why.INTERNAL_REFERENCE or not lost.certain or not lost.chain:
        return
    reference = context.document.mentions[lost.chain[-1]]
    if not isinstance(reference, CrossReference) or not _is_internal(reference, context):
        return
    if not _is_alone(id, reference, context) or combined(id, context) is not None:
        return
    bare = reference.part is None and reference.text_form is None and not reference.parentheticals
    words = context.text(reference.span)
    yield Report(
        id.word.span,
        "Id. cannot stand for an internal cross-reference",
        hint="an internal cross-reference stands before it",
        found=context.text(id.span),
        expected=words,
        why="Id. repeats an authority; a cross-reference to the piece itself is written again.",
        sure="the reference before it means a note, not the work in it" if bare else "only a cross-reference before it",
        likely=bare,
        related=(Related(reference.note, reference.span, "the cross-reference"),),
    )


def _is_alone(id: Id, reference: CrossReference, context: Context) -> bool:
    """Tell whether surely nothing but prose stands between a cross-reference and an *Id.*, in one note or two."""
    own, before = context.note_of(id), context.note_of(reference)
    start, end = reference.span.end, head_of_clause(id)
    if own == before:
        return names_nothing(context.text(Span(start, max(end, start))))
    ahead = context.text(Span(before.span.start, head_of_clause(reference)))
    behind = context.text(Span(start, max(before.span.end, start)))
    return (
        is_sure(own, before, context)
        and names_nothing(words_before(id, context))
        and names_nothing(behind)
        and names_nothing(_SIGNALS.compiled.sub("", ahead))
    )


def _is_internal(reference: CrossReference, context: Context) -> bool:
    """Tell whether a cross-reference surely names no work: nothing stands before it but its signal."""
    note = context.note_of(reference)
    if reference.pincite is not None or not reference.clear or reference.embedded or note.unparsed:
        return False
    if reference.text_form is not None and _SOURCES.search(reference.text_form.value):
        return False
    before = context.text(Span(note.span.start, head_of_clause(reference)))
    return _OPENS.search(before[-40:] if len(before) > 40 else before) is not None

"""ID003: Id. does not reach back over a note that cites nothing."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.authorities import authorities
from citelint.lint.before import is_sure, note_before, words_before
from citelint.lint.prose import is_plain_prose
from citelint.lint.shortform import instead_of
from citelint.model.citation import Citation, Id
from citelint.model.diagnostic import Related, Severity
from citelint.model.document import Note
from citelint.model.link import Why


@rule(
    "ID003",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] This Article brackets remedies.
        [3] Id. at 445.
            ^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] This Article brackets remedies.
        [3] Miranda, 384 U.S. at 445.
        """,
    ),
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] The Article uses “docket” for both lists.
        [3] See id. at 920.
                ^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] The Article uses “docket” for both lists.
        [3] See Ellison, supra note 1, at 920.
        """,
    ),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] This Article brackets remedies.
        [3] Miranda, 384 U.S. at 445.
        """),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] The dissent objected. Id. at 364 (Black, J., dissenting).
        [3] Id. at 365.
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Brandt has made the same point in conversation.
        [3] Id.
        """),
    bluebook="4.1",
    indigo="6.2.2",
    severity=Severity.WARNING,
)
def id_after_note_without_authority(id: Id, context: Context) -> Reports:
    """An *Id.* that opens a note means the authority of the note just before: pure text has none to give.

    Some journals let *Id.* reach back over such a note, and so the finding is a warning. Nothing is said where the text
    may name a work in its prose. A note before that holds only an internal cross-reference is ID005.
    """
    lost = context.lost(id)
    if lost is None or lost.why is not Why.NO_AUTHORITY_IN_NOTE or not lost.certain:
        return
    own = words_before(id, context)
    before = note_before(context.note_of(id), context)
    if before is None or not is_sure(context.note_of(id), before, context):
        return
    if not is_plain_prose(context.text(before.span)) or (own and not is_plain_prose(own)):
        return
    reached = _reached(before, context)
    form = None if reached is None else instead_of(id, reached[1], context)
    yield Report(
        id.word.span,
        f"note {before.name} cites no authority that this Id. could repeat",
        hint=f"note {before.name} cites nothing",
        found=context.text(id.span),
        expected=None if form is None else form.typed,
        expected_note=None if reached is None else reached[0].name,
        why="an Id. that opens a note means the authority of the note just before.",
        sure=f"note {before.name} is text alone",
        related=(Related(before.ordinal, before.span, f"note {before.name} cites nothing"),),
        fix=None if form is None else review(*form.edits),
    )


def _reached(note: Note, context: Context) -> tuple[Note, Citation] | None:
    """Give the last note before that cites anything, and its work, where it is one alone and the note is understood."""
    earlier = note_before(note, context)
    while earlier is not None and not earlier.mentions and not earlier.unparsed:
        earlier = note_before(earlier, context)
    if earlier is None or earlier.unparsed or not all(m.clear for m in earlier.mentions):
        return None
    works = context.links.cites[earlier.ordinal]
    cited = authorities(earlier)
    if len(works) != 1 or not cited:
        return None
    last = cited[-1]
    if isinstance(last, Citation):
        return earlier, last
    found = context.found(last)
    return None if found is None else (earlier, found.citation)

"""ID002: Id. does not follow a note that cites several authorities."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.authorities import authorities, separate
from citelint.lint.before import is_sure, note_before, words_before
from citelint.lint.prose import is_plain_prose
from citelint.lint.shortform import instead_of, only_fitting
from citelint.model.citation import Citation, Id, Kind, Mention
from citelint.model.diagnostic import Related
from citelint.model.document import Note
from citelint.model.link import Why

_SHOWN = 6
"""How many notes that repeat a lost Id. are shown."""


@rule(
    "ID002",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [2] Id. at 345.
            ^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [2] Gideon, 372 U.S. at 345.
        """,
    ),
    Bad("""
        [1] 42 U.S.C. § 1983; see Monroe v. Pape, 365 U.S. 167, 171 (1961).
        [2] See id.
                ^^^
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [2] Gideon, 372 U.S. at 345.
        """),
    Good("""
        [1] Carpenter v. United States, 585 U.S. 296, 310 (2018) (quoting Katz v. United States, 389 U.S. 347 (1967)).
        [2] Id. at 311.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966). The dissent disagreed. Id. at 526 (White, J., dissenting).
        [2] Id. at 527.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966); Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967); id. at 352.
        """),
    bluebook="4.1",
    indigo="15.3.3, 6.2.2",
)
def id_after_several_authorities(id: Id, context: Context) -> Reports:
    """An *Id.* that opens a note means the only authority of the note just before, so that note may cite but one.

    Authorities in parentheses ("quoting ..."), in the history of a case, or behind "reprinted in" and the like are not
    counted, nor are internal cross-references; parallel citations, several sections of one code, and one work cited
    twice are one authority. Write the short form of the work that is meant: where only one of them can have the page,
    it is offered. Nothing is said where a clause of the note before was not understood.
    """
    lost = context.lost(id)
    if lost is None or lost.why is not Why.SEVERAL_AUTHORITIES or not lost.certain:
        return
    before = note_before(context.note_of(id), context)
    own = words_before(id, context)
    if before is None or not is_sure(context.note_of(id), before, context) or (own and not is_plain_prose(own)):
        return
    several = separate(authorities(before), context)
    if len(several) < 2:
        return
    candidates = tuple(candidate.citation for candidate in lost.candidates)
    meant = only_fitting(id, candidates)
    form = None if meant is None else instead_of(id, meant, context)
    yield Report(
        id.word.span,
        f"note {before.name} cites {len(several)} authorities, and Id. could mean any of them",
        hint=f"note {before.name} cites {len(several)} authorities",
        found=context.text(id.span),
        expected=None if form is None else form.typed,
        expected_note=_number(meant, before, context),
        why="an Id. that opens a note means the only authority of the note before; write a short form instead.",
        sure=f"{len(several)} authorities in the note before, each with its own name",
        related=(
            *(Related(before.ordinal, one.span, f"authority {count}") for count, one in enumerate(several, 1)),
            *(Related(other.note, other.span, "repeats it") for other in context.facts(_repeating).get(id.index, ())),
        ),
        fix=None if form is None else review(*form.edits),
    )


def _repeating(context: Context) -> dict[int, list[Mention]]:
    """Give for each *Id.* that is lost the first ones of later notes that repeat it: they are mended with it."""
    repeating: dict[int, list[Mention]] = {}
    for reference in context.document.references:
        lost = context.lost(reference)
        if lost is not None and lost.why is Why.ANTECEDENT_LOST and lost.chain:
            others = repeating.setdefault(lost.chain[-1], [])
            if len(others) < _SHOWN and all(other.note != reference.note for other in others):
                others.append(reference)
    return repeating


def _number(meant: Citation | None, before: Note, context: Context) -> str:
    """Give the number of the note that the source is to be looked up in.

    A case is where it was cited last, and so is a source that only the author can tell.
    """
    return before.name if meant is None or meant.kind is Kind.CASE else context.note_of(meant).name

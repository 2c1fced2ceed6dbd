"""ID001: Id. needs an authority before it."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.before import words_before
from citelint.lint.prose import is_plain_prose
from citelint.model.citation import Id, Role
from citelint.model.link import Why


@rule(
    "ID001",
    Bad("""
        [1] Id. at 444.
            ^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    Bad("""
        [1] The dissent was not persuaded. See id. at 12.
                                               ^^^^^^^^^
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Id. at 445.
        """),
    Good("""
        [1] The dissent was not persuaded. Terry v. Ohio, 392 U.S. 1, 21 (1968). Id. at 24.
        """),
    Good("""
        [1] In Miranda v. Arizona the Court went further. Id. at 444.
        """),
    bluebook="4.1",
    indigo="6.2.2, 15.3",
)
def id_without_antecedent(id: Id, context: Context) -> Reports:
    """*Id.* repeats the authority cited just before it, so there has to be one.

    Reported is an *Id.* before which neither its own note nor any other cites anything. It is mostly left behind when
    notes were moved or cut. In an author's note, and at the head of a new section, the finding is a warning. Nothing is
    said where the words before it may name a work, or where the piece is an excerpt that begins later.
    """
    lost = context.lost(id)
    if lost is None or lost.why is not Why.NOTHING_BEFORE or id.role is not Role.TOP:
        return
    before = words_before(id, context)
    if context.note_of(id).unparsed or (before and not is_plain_prose(before)):
        return
    yield Report(
        id.span,
        "nothing is cited before this Id.",
        hint="nothing is cited before it",
        found=context.text(id.span),
        why='"Id." repeats the authority cited just before it; cite the source in full here.',
        sure=lost.because or "no citation stands before it",
        likely=not lost.certain,
    )

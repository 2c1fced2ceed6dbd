"""SUP004: a supra needs a full citation of its work before it."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.acronyms import by_acronym
from citelint.lint.pointing import called, has_placeholder, is_blank, is_never_cited, missing, pointer_span
from citelint.model.citation import Supra
from citelint.model.diagnostic import Related


@rule(
    "SUP004",
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Ellison, supra note 1, at 920.
            ^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [^1]: Tomas Okafor & Ruth Lin, *Pricing Privacy*, 70 Stan. L. Rev. 1127, 1140 (2018).
        [^2]: *See* Whitcombe & Vale, *supra*, at 12.
                    ^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1, at 920.
        """),
    Good("""
        [1] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] See sources cited supra notes 1–2; Okafor & Lin, supra note 1, at 1150.
        """),
    bluebook="4.2(a)",
    indigo="6.1, 6.2.3",
)
def supra_never_cited_in_full(supra: Supra, context: Context) -> Reports:
    """The name before supra is that of a work which was cited in full, and this one fits no full citation of the piece.

    A work may be cited in full in the body alone: where no body was read the finding is a warning. A name that fits
    some words of a work has perhaps become a label that nobody set: that is HER001. Letters that the institution in the
    note makes are SUP013.
    """
    lost = context.lost(supra)
    if lost is None or not is_never_cited(lost) or (is_blank(supra) and lost.spoken):
        return
    if has_placeholder(supra) or missing(supra, context) or by_acronym(supra, context) is not None:
        return
    hidden = tuple(context.note(ordinal) for ordinal in lost.spoken)
    where = hidden[0].name if len(hidden) == 1 and hidden[0].number is not None else None
    perhaps = f": perhaps it is meant to be in note {where}" if where else ""
    yield Report(
        pointer_span(supra),
        f"{called(supra)} is cited in full in no note{perhaps}",
        hint=f"perhaps the source is meant that note {where} names" if where else "cited in full nowhere",
        expected_note=where,
        why="a short form stands for a full citation that the reader has met before",
        sure=lost.because or "no author, institution, title or label of the piece is called so",
        likely=not lost.certain or not context.source.body,
        related=tuple(Related(note.ordinal, note.span, "has the name") for note in hidden),
    )

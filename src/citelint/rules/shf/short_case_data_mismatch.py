"""SHF005: volume and reporter of a short form are those of the full citation."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.reported import is_common_litigant
from citelint.lint.wording import Wording
from citelint.model.citation import Citation, Field, Kind, Role, Short
from citelint.model.diagnostic import Edit, Fix, Related
from citelint.model.link import Lost, Why
from citelint.resolve.fold import bare, fold, stands_in
from citelint.resolve.pages import may_hold, page_of
from citelint.resolve.works import squeezed, words_of


@rule(
    "SHF005",
    Bad(
        """
        [1] Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Raich, 454 U.S. at 22.
            ^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Raich, 545 U.S. at 22.
        """,
    ),
    Bad(
        """
        [^1]: United States v. Carroll Towing Co., 159 F.2d 169, 173 (2d Cir. 1947).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *Carroll Towing*, 159 F.3d at 173.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [^1]: United States v. Carroll Towing Co., 159 F.2d 169, 173 (2d Cir. 1947).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *Carroll Towing*, 159 F.2d at 173.
        """,
    ),
    Good("""
        [1] Brown v. Bd. of Educ., 347 U.S. 483, 495 (1954).
        [2] Brown v. Bd. of Educ., 349 U.S. 294, 301 (1955).
        [3] Brown, 347 U.S. at 494; Brown, 349 U.S. at 300.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Miranda, 86 S. Ct. at 1612.
        """),
    bluebook="10.9",
    indigo="15.2.2",
)
def short_case_data_mismatch(short: Short, context: Context) -> Reports:
    """A short form repeats volume and reporter of the full citation.

    Reported is a short form whose name is that of one case cited in full, and whose volume or series of the reporter is
    another. A second decision of that name, or a volume that is named elsewhere in the piece, makes it silent; so does
    another reporter, which may print the same decision. A page before the first one is ID007.
    """
    lost = context.lost(short)
    if lost is None or lost.why is not Why.CASE_DIFFERS or short.kind is not Kind.CASE or short.role is Role.QUOTED:
        return
    case = _named(short, lost)
    if case is None or short.volume is None or short.reporter is None or case.volume is None or case.reporter is None:
        return
    place = f"{short.volume.value} {short.reporter.value}"
    if context.facts(Wording).numbered(fold(place)):
        return
    differing = tuple(_differing(short, case))
    right = f"{case.volume.value} {case.reporter.value}"
    fits = short.pincite is not None and page_of(short.pincite.value) is not None and _holds(case, short.pincite)
    yield Report(
        short.span,
        f"the case is cited as {right} in note {context.note_of(case).name}, not as {place}",
        hint=f"{right} in note {context.note_of(case).name}",
        found=place,
        expected=right,
        why="a short form repeats the volume and the reporter of the full citation",
        sure="one case of that name is cited in full",
        likely=not lost.certain or not fits,
        related=(Related(case.note, case.span, "cited in full here"),),
        fix=_fix(differing) if fits else None,
    )


def _named(short: Short, lost: Lost) -> Citation | None:
    """Give the one case cited in full that the name of a short form calls; None where several or none are."""
    if not short.parties or is_common_litigant(short.parties[0].value):
        return None
    name = bare(fold(short.parties[0].value))
    named = [
        work.citation
        for work in lost.candidates
        if any(stands_in(name, bare(fold(party.value))) for party in work.citation.parties)
    ]
    if len(named) != 1 or not lost.certain or named[0].index > short.index:
        return None
    return named[0]


def _differing(short: Short, case: Citation) -> list[tuple[Field, Field]]:
    pairs = ((short.volume, case.volume), (short.reporter, case.reporter))
    return [
        (written, right)
        for written, right in pairs
        if written is not None and right is not None and squeezed(words_of(written)) != squeezed(words_of(right))
    ]


def _holds(case: Citation, pincite: Field) -> bool:
    return may_hold(case, pincite.value)


def _fix(differing: tuple[tuple[Field, Field], ...]) -> Fix:
    return review(*(Edit(written.span, right.value) for written, right in differing))

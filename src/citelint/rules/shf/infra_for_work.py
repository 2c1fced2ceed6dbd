"""SHF011: a work is cited in full at its first mention, and not by infra."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.lint.pointing import called, ends, evidence_for, pointer_span
from citelint.model.citation import Kind, Role, Supra
from citelint.model.diagnostic import Severity
from citelint.model.link import Fit, Pointing

_SURE = frozenset({Fit.LABEL, Fit.AUTHOR, Fit.INSTITUTION, Fit.TITLE, Fit.ALIAS})
_SPEAKS_OF = Pattern(
    r"(?:sources?|cases?|authorities|articles?|studies|works?|materials?|discussions?|text|notes?)\b", 2
)


@rule(
    "SHF011",
    Bad("""
        [1] Brandt, infra note 3, at 45.
            ^^^^^^^^^^^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        """),
    Bad("""
        [^1]: *See* Okafor & Lin, *infra* note 2.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        [^2]: Tomas Okafor & Ruth Lin, *Pricing Privacy*, 70 Stan. L. Rev. 1127, 1140 (2018).
        """),
    Good("""
        [1] See infra note 2 and accompanying text; sources cited infra note 3.
        [2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [3] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    Good("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, supra note 1, at 45.
        """),
    bluebook="15.10, 4.2",
    indigo="6.1",
    severity=Severity.WARNING,
)
def infra_for_work(supra: Supra, context: Context) -> Reports:
    """A work is cited in full where it is first mentioned; *infra* only points at a place of the piece.

    The book says so of books and what is like them; of articles it says less, and a journal that lets them be cited by
    *infra* ignores the rule. An *infra* with the number of an earlier note is XRF009.
    """
    found, own = context.found(supra), context.note_of(supra).number
    if not supra.forward or found is None or not found.later or found.fit not in _SURE or supra.role is Role.QUOTED:
        return
    numbers = ends(supra)
    if own is None or not numbers or min(numbers) <= own or found.pointing is not Pointing.RIGHT:
        return
    if found.citation.kind is Kind.CASE or _SPEAKS_OF.match(supra.name.value):
        return
    name = called(supra)
    where = context.note_of(found.citation).name
    yield Report(
        pointer_span(supra),
        f"{name} is mentioned here first, and cited in full only in note {where}",
        hint=f"cited in full only in note {where}",
        found=context.text(pointer_span(supra)),
        why="a work is cited in full at its first mention, and in short after that",
        sure=found.because,
        likely=not found.certain,
        related=(evidence_for(found.citation, name),),
    )

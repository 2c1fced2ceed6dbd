"""SHF013: a supra gives the page relied on."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.pointing import called, pointer_span, takes_supra
from citelint.model.citation import Kind, Role, Supra
from citelint.model.diagnostic import Severity
from citelint.model.span import Span

_UNPAGED = frozenset({Kind.WEB, Kind.NEWS, Kind.OTHER, Kind.COURT_DOCUMENT})
_NEXT = 20


@rule(
    "SHF013",
    Bad("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Ellison, supra note 1.
            ^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [^1]: Tomas Okafor & Ruth Lin, *Pricing Privacy*, 70 Stan. L. Rev. 1127, 1140 (2018).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: *See* Okafor & Lin, *supra* note 1.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] See generally Okafor & Lin, supra note 1 (surveying prices).
        """),
    Good("""
        [1] Helen Brandt, The Settlement Machine 45 (2d ed. 2014).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Brandt, supra note 1, ch. 3.
        """),
    bluebook="16.9(b), 1.2(f)",
    indigo="5.1",
    severity=Severity.SUGGESTION,
    default=False,
)
def supra_without_pinpoint(supra: Supra, context: Context) -> Reports:
    """A supra that supports a statement gives the page, section or paragraph that does so.

    Looked at are forms without a signal or after *see* alone. The rule is off by default: a work may be meant as a
    whole, and what stands on a web site often has no pages.
    """
    found = context.found(supra)
    if supra.forward or supra.pincite is not None or supra.role is Role.QUOTED or found is None or not supra.numbers:
        return
    citation = found.citation
    if not takes_supra(citation) or citation.kind in _UNPAGED or citation.url is not None or not supra.clear:
        return
    if supra.signal is not None and supra.signal.value.lower().strip(" ,") != "see":
        return
    after = context.text(Span(pointer_span(supra).end, pointer_span(supra).end + _NEXT))
    if after[:1] not in (".", ";", "") and not after.startswith((" (", " [")):
        return
    yield Report(
        pointer_span(supra),
        f"no page of {called(supra)} is given",
        hint="which page?",
        found=context.text(pointer_span(supra)),
        why="a reader looks for the place that is relied on",
        sure=found.because,
    )

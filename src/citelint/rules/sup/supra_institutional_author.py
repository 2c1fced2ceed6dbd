"""SUP013: a work by an institution is called by its name, an authorless one by its title."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.acronyms import by_acronym, is_used
from citelint.lint.pointing import called, is_meant, takes_supra
from citelint.model.citation import Citation, Kind, Role, Supra
from citelint.model.diagnostic import Related, Severity
from citelint.model.link import Fit, Found
from citelint.resolve.fold import bare, fold, same, telling

_SITES = frozenset({Kind.NEWS, Kind.WEB})


@rule(
    "SUP013",
    Bad("""
        [1] Nat'l Ctr. for Tenant Just., Eviction by Numbers 12 (2019); U.S. Sent'g Comm'n, Recidivism 3 (2016).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] NCTJ, supra note 1, at 14; see USSC, supra note 1, at 5.
            ^^^^                           ^^^^
        """),
    Bad("""
        [^1]: *Court Dates Lost*, N.Y. Times, Mar. 3, 2018, at A1.
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: N.Y. Times, *supra* note 1.
              ^^^^^^^^^^
        """),
    Good("""
        [1] Nat'l Ctr. for Tenant Just. (NCTJ), Eviction by Numbers 12 (2019).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] NCTJ, supra note 1, at 14; Nat'l Ctr. for Tenant Just., supra note 1, at 15.
        """),
    Good("""
        [1] Court Dates Lost, N.Y. Times, Mar. 3, 2018, at A1; Pew Rsch. Ctr., Trust 8 (2019) [hereinafter Pew Report].
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Court Dates Lost, supra note 1; Pew Report, supra note 1, at 9.
        """),
    bluebook="4.2(a), 15.1(e)",
    indigo="33.1.2",
    severity=Severity.WARNING,
)
def supra_institutional_author(supra: Supra, context: Context) -> Reports:
    """A work by an institution is short-cited by the institution's name, a work without an author by its title.

    Reported are letters that nobody defined, words from the middle of an institution's name, and the newspaper or site
    instead of the title. The leading words of a name or title pass, and so does what is used elsewhere in the piece,
    where it may be defined.
    """
    if supra.role is Role.QUOTED or not supra.clear:
        return
    found = context.found(supra)
    work = by_acronym(supra, context)
    fault = None if work is None else "letters that nobody defined"
    if found is not None and work is None and is_meant(found, supra, context):
        work, fault = found.citation, _fault(supra, found, context)
    if work is None or fault is None or work.authors or not takes_supra(work) or work.hereinafter or not work.clear:
        return
    name = work.institution or work.title
    if name is None:
        return
    right = name.value.strip(' ,“”"')
    yield Report(
        supra.name.span,
        f"{called(supra)} is no name or title of the work: {fault}",
        hint=f"write {right}",
        found=supra.name.value,
        expected=right,
        why="a reader looks for the name with which the full citation begins",
        sure=f"the full citation in note {context.note_of(work).name} begins otherwise",
        likely=False,
        related=(Related(work.note, work.span, "the work"),),
    )


def _fault(supra: Supra, found: Found, context: Context) -> str | None:
    """Say what is wrong with a name that is not the leading words of name or title; None for a right one."""
    work = found.citation
    words = bare(fold(supra.name.value))
    if found.rivals or work.aliases:
        return None
    if found.fit is Fit.REPORTER and work.kind in _SITES and work.title is not None and work.institution is None:
        return "it is where the work appeared"
    middle = found.fit is Fit.INSTITUTION and work.institution is not None and not _leads(words, work)
    if middle and not is_used(supra, context):
        return "words from the middle of the institution's name"
    return None


def _leads(words: tuple[str, ...], work: Citation) -> bool:
    """Tell whether words begin the institution's name, passing what is small or says a country."""
    name = () if work.institution is None else bare(fold(work.institution.value))
    while name and name[0] in ("us", "united", "states", "uk", "eu"):
        name = name[1:]
    while words and words[0] in ("us", "united", "states", "uk", "eu"):
        words = words[1:]
    told, own = telling(words), telling(name)
    return all(same(a, b) for a, b in zip(told[:1], own[:1], strict=False))

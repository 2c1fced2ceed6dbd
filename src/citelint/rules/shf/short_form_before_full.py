"""SHF010: the first citation of a work is the full one."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.wording import Wording
from citelint.model.citation import Citation, Kind, Short, Supra
from citelint.model.diagnostic import Related
from citelint.model.link import Pointing
from citelint.resolve.fold import fold


@rule(
    "SHF010",
    Bad("""
        [1] Raich, 545 U.S. at 22.
            ^^^^^^^^^^^^^^^^^^^^^
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        """),
    Bad("""
        [1] Okafor & Lin, supra note 3, at 1140.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        """),
    Good("""
        [1] Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Raich, 545 U.S. at 22.
        """),
    Good("""
        [1] See infra note 2 and accompanying text.
        [2] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [3] Okafor & Lin, supra note 2, at 1140.
        """),
    bluebook="4.2, 10.9",
    indigo="6.1",
)
def short_form_before_full(reference: Supra | Short, context: Context) -> Reports:
    """The first citation of a work is the full one; a short form before it shows that notes changed places.

    Reported are supra forms whose number is that of the later note, or that have none, and short forms of cases. A work
    referred to by *infra* is SHF011, a number that no note has SUP001, and one of the own note SUP007.
    """
    found = context.found(reference)
    if found is None or not found.later or not found.certain or not reference.clear:
        return
    if reference.forward if isinstance(reference, Supra) else reference.kind is not Kind.CASE:
        return
    full = found.citation
    if full.note <= reference.note or not full.clear or full.year is None:
        return
    if isinstance(reference, Supra) and found.pointing not in (Pointing.RIGHT, Pointing.NO_NUMBER):
        return
    if isinstance(reference, Short) and _stands_before(reference, full, context):
        return
    own, later = context.note_of(reference), context.note_of(full)
    if (own.apparatus, own.section) != (later.apparatus, later.section):
        return
    yield Report(
        reference.span,
        f"cited in full only in note {later.name}: notes {own.name} and {later.name} may have changed places",
        hint=f"cited in full only in note {later.name}",
        found=context.text(reference.span),
        expected_note=later.name,
        why="the first citation of a work is the full one.",
        sure=found.because or f"no note before note {later.name} cites it in full",
        related=(Related(later.ordinal, full.span, "cited in full here"),),
    )


def _stands_before(short: Short, full: Citation, context: Context) -> bool:
    """Tell whether a full citation stands before a short form, understood or not.

    Without a name any case of the volume may be meant, and the name alone may stand in the text.
    """
    if short.volume is None or short.reporter is None or full.page is None:
        return True
    page = f" {full.page.value}" if short.parties else ""
    words = fold(f"{short.volume.value} {short.reporter.value}{page}")
    wording = context.facts(Wording)
    return wording.stands_up_to(words, short.note) if page else wording.numbered(words, short.note)

"""SUP012: supra names the authors by their surnames, as the full citation has them."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.authorship import authors_form, fault_of, misspelt
from citelint.lint.pointing import evidence_for, is_meant, takes_supra
from citelint.model.citation import Citation, Role, Supra
from citelint.model.diagnostic import Edit, Severity
from citelint.model.link import Fit
from citelint.model.span import Span

_MISSPELT = "misspelt"


@rule(
    "SUP012",
    Bad(
        """
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [3] Mara Ellison, supra note 1, at 920; Okafor, supra note 2, at 1150.
            ^^^^^^^^^^^^                        ^^^^^^
        """,
        fixed="""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [3] Ellison, supra note 1, at 920; Okafor & Lin, supra note 2, at 1150.
        """,
    ),
    Bad(
        """
        [^1]: Graham Pell et al., *Courts by the Numbers*, 90 N.Y.U. L. Rev. 12, 14 (2015).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Pell, *supra* note 1, at 20.
              ^^^^
        """,
        fixed="""
        [^1]: Graham Pell et al., *Courts by the Numbers*, 90 N.Y.U. L. Rev. 12, 14 (2015).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Pell et al., *supra* note 1, at 20.
        """,
    ),
    Good("""
        [1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
        [2] Owen Ellison, Trial’s End, 12 Ct. Rev. 3 (2019).
        [3] Mara Ellison, supra note 1, at 920; Owen Ellison, supra note 2, at 4.
        """),
    Good("""
        [1] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018).
        [2] Graham Pell et al., Courts by the Numbers, 90 N.Y.U. L. Rev. 12, 14 (2015).
        [3] Okafor & Lin, Pricing Privacy, supra note 1, at 1150; Pell et al., supra note 2, at 20.
        """),
    bluebook="4.2(a), 15.10, 16.9",
    indigo="29.2, 31.2",
    severity=Severity.WARNING,
)
def supra_author_form(supra: Supra, context: Context) -> Reports:
    """A supra names the authors by their surnames, as the full citation spells them: two by "&", of more the first.

    Reported are given names, an author who is missing, "and" for "&", "et al." that is missing or too much, and a
    surname with one slip. Where two authors of the piece share a surname the given name is right. Institutions are
    SUP013.
    """
    found = context.found(supra)
    if found is None or found.later or found.rivals or not supra.clear or supra.role is Role.QUOTED:
        return
    work = found.citation
    if not is_meant(found, supra, context) or not work.clear or not takes_supra(work):
        return
    fault = None
    span = _authors_span(supra, work)
    written = context.text(span)
    if found.fit is Fit.AUTHOR:
        fault = fault_of(written, work, context)
    elif found.fit is Fit.FUZZY and misspelt(written, work):
        fault = _MISSPELT
    right = None if fault is None else authors_form(work)
    if right is None:
        return
    yield Report(
        span,
        f"{written} is spelt {right} in note {context.note_of(work).name}"
        if fault == _MISSPELT
        else f"the full citation is by {right}: {fault}",
        hint=f"write {right}",
        found=written,
        expected=right,
        why="a short form names the authors as the full citation does",
        sure=found.because,
        likely=not found.certain,
        # a slip in a surname is never certain, and worth a look all the same
        severity=Severity.WARNING if found.fit is Fit.FUZZY else None,
        related=(evidence_for(work, right),),
        fix=review(Edit(span, right)) if context.unbroken(span) else None,
    )


def _authors_span(supra: Supra, work: Citation) -> Span:
    """Give where the authors stand before supra: the name up to the comma before a title, if it has one."""
    span = supra.name.span
    title = "" if work.title is None else work.title.value[:6]
    place = supra.name.value.find(f", {title}") if title else -1
    if place > 0:
        return Span(span.start, span.start + place)
    return Span(span.start, span.start + len(supra.name.value.rstrip(" ,")))

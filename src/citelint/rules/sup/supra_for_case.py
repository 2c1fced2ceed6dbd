"""SUP009: supra and hereinafter are not used for cases."""

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.pointing import called, evidence_for, has_placeholder, missing, pointer_span
from citelint.model.citation import Citation, Kind, Supra
from citelint.model.diagnostic import Edit, Fix, Severity
from citelint.model.link import Fit, Found, Pointing
from citelint.model.span import Span
from citelint.resolve.fold import fold

_CITED_THERE = frozenset(
    {Pointing.RIGHT, Pointing.MENTION, Pointing.SHORT_FORM, Pointing.NO_NUMBER, Pointing.SAME_NOTE}
)

_AGENCIES = frozenset({"fcc", "ftc", "nlrb", "sec", "icc", "ferc", "fpc", "cftc", "cab", "epa", "doe", "fda"})
"""How the reporters of agencies begin, folded."""


@rule(
    "SUP009",
    Bad(
        """
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Miranda v. Arizona, supra note 1, at 450.
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """,
        fixed="""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Miranda v. Arizona, 384 U.S. at 450.
        """,
    ),
    Bad("""
        [^1]: *In re* Gault, 387 U.S. 1, 28 (1967).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: *Gault*, *supra* note 1.
               ^^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [1] Gideon v. Wainwright, 372 U.S. 335, 344 (1963) [hereinafter Gideon].
                                                           ^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Open Networks, Report and Order, 30 FCC Rcd. 5601, 5603 (2015) [hereinafter Networks Order].
        [2] Networks Order, supra note 1, at 5610.
        """),
    Good("""
        [1] In re Castellan Ventures, Inc., CFTC No. 21-20 (Sept. 28, 2021).
        [2] Castellan Ventures, supra note 1, at 3.
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Miranda, 384 U.S. at 450; see cases cited supra notes 1–2.
        """),
    Good("""
        [1] Katz v. United States, 389 U.S. 347, 351 (1967); Ruth Katz, Listening In, 12 Ct. Rev. 3 (1999).
        [2] Katz, supra note 1, at 5.
        """),
    bluebook="4.2",
    indigo="6.2.3",
    severity=Severity.WARNING,
)
def supra_for_case(reference: Supra | Citation, context: Context) -> Reports:
    """A case is short-cited by a party, volume, reporter and page ("*Miranda*, 384 U.S. at 450"), and never by supra.

    Hereinafter sets no label for a case either. A case whose name is extremely long is the book's exception: let it
    stand. An author who is called like a party is no case, nor are orders and reports of agencies, which journals call
    by a label.
    """
    if isinstance(reference, Citation):
        if _is_decided(reference):
            for label in reference.hereinafter:
                yield Report(
                    label.span,
                    "hereinafter is not used for a case: its short form is a party, the reporter and the page",
                    hint="no hereinafter for a case",
                    why="cases have a short form of their own",
                    sure="what carries the label is a case with a volume or two parties",
                )
        return
    found = context.found(reference)
    if found is None or not _is_decided(found.citation) or found.pointing not in _CITED_THERE:
        return
    if found.later or found.fit is Fit.FUZZY or any(rival.fit is Fit.AUTHOR for rival in found.rivals):
        return
    if has_placeholder(reference) or missing(reference, context):
        return
    short = _short_form(found, reference)
    yield Report(
        pointer_span(reference),
        "supra is not used for a case: its short form is a party, the reporter and the page",
        hint="no supra for a case",
        found=context.text(pointer_span(reference)),
        expected=f"{called(reference)}{short.text}" if short is not None else None,
        why="cases have a short form of their own",
        sure=found.because,
        likely=not found.certain,
        related=(evidence_for(found.citation, called(reference)),),
        fix=_fix(short),
    )


def _is_decided(citation: Citation) -> bool:
    """Tell whether a citation is to a decision between parties, or to one in a reporter of courts."""
    if citation.kind is not Kind.CASE or len(citation.parties) > 1:
        return citation.kind is Kind.CASE
    reporter = fold(citation.reporter.value) if citation.reporter is not None else ()
    return bool(citation.parties and citation.volume and reporter) and reporter[0] not in _AGENCIES


def _short_form(found: Found, supra: Supra) -> Edit | None:
    """Give the edit from supra to the short form of the case; None without volume, reporter or page."""
    case, page = found.citation, supra.pincite
    if case.volume is None or case.reporter is None or page is None or not page.value.lstrip("at *")[:1].isdigit():
        return None
    place = page.value if page.value.startswith("at ") else f"at {page.value}"
    return Edit(Span(supra.name.span.end, page.span.end), f", {case.volume.value} {case.reporter.value} {place}")


def _fix(edit: Edit | None) -> Fix | None:
    return None if edit is None else review(edit)

"""SUP010: supra is not used for law."""

from citelint.lint import Bad, Context, Good, Pattern, Report, Reports, rule
from citelint.lint.pointing import called, evidence_for, has_placeholder, pointer_span, takes_supra
from citelint.model.citation import Citation, CrossReference, Kind, Role, Supra
from citelint.model.diagnostic import Related, Severity
from citelint.model.link import Fit, Pointing
from citelint.model.span import Span
from citelint.resolve.works import CODES

_CITED_THERE = frozenset(
    {Pointing.RIGHT, Pointing.MENTION, Pointing.SHORT_FORM, Pointing.NO_NUMBER, Pointing.SAME_NOTE}
)
_SURE = frozenset({Fit.LABEL, Fit.TITLE, Fit.REPORTER, Fit.ALIAS})
_COMMA = Pattern(r",\s*\Z")
_DEBATE = Pattern(r"\bCong\. (?:Rec|Globe)\b")
_NOT_ENACTED = Pattern(
    r"\b(?:Hearings?|Treaty|Convention|Protocol|Agreement|Directive|Proposal|Press|Remarks|Speech)\b"
)


@rule(
    "SUP010",
    Bad("""
        [1] 42 U.S.C. § 1983; U.S. Const. amend. XIV, § 1.
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] 42 U.S.C. § 1983, supra note 1; U.S. Const., supra note 1.
                              ^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Bad("""
        [^1]: Restatement (Second) of Torts § 402A (Am. L. Inst. 1965); H.R. Rep. No. 110-803, at 105 (2008).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: Restatement, *supra* note 1, § 402B; H.R. Rep. No. 110-803, *supra* note 1, at 107.
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        """),
    Good("""
        [1] Vienna Convention on the Law of Treaties art. 31, May 23, 1969, 1155 U.N.T.S. 331; 42 U.S.C. § 1983.
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] Vienna Convention, supra note 1, art. 32; § 1983. See supra note 1.
        """),
    Good("""
        [1] Oversight of the Census: Hearing Before the H. Comm. on Oversight & Reform, 116th Cong. 12 (2019).
        [2] Helen Brandt, The Clean Air Act Handbook 45 (2d ed. 2014).
        [3] Oversight of the Census, supra note 1, at 14; Brandt, The Clean Air Act Handbook, supra note 2, at 4.
        """),
    Good("""
        [1] 163 Cong. Rec. S1234 (daily ed. Feb. 16, 2017) (statement of Sen. Ellison).
        [2] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [3] 163 Cong. Rec., supra note 1, at S1235.
        """),
    bluebook="4.2",
    indigo="6.2.3",
    severity=Severity.WARNING,
)
def supra_for_primary_authority(reference: Supra | CrossReference, context: Context) -> Reports:
    """Law has short forms of its own: supra is not used for statutes, constitutions, regulations and their like.

    So it is for restatements, model codes and legislative papers; hearings and treaties do take supra. A name that is
    extremely long is the book's exception: let it stand. Debates of a legislature are on the list from the 22nd
    edition on.
    """
    if isinstance(reference, CrossReference):
        yield from _behind_a_section(reference, context)
        return
    found = context.found(reference)
    if found is None or found.later or found.pointing not in _CITED_THERE or has_placeholder(reference):
        return
    work = found.citation
    if work.kind is Kind.CASE or takes_supra(work) or found.fit not in _SURE or not reference.clear or found.rivals:
        return
    if work.kind in CODES and work.reporter is None:
        return  # a section sign alone may be that of a treatise
    if reference.role is Role.QUOTED or _NOT_ENACTED.search(f"{called(reference)} {context.text(work.span)}"):
        return
    if context.config.edition < 22 and _DEBATE.search(context.text(work.span)):
        return
    name = called(reference)
    evidence = evidence_for(work, name)
    yield _report(pointer_span(reference), evidence, context, found.because, likely=not found.certain)


def _behind_a_section(reference: CrossReference, context: Context) -> Reports:
    """Report "42 U.S.C. § 1983, supra note 1": the section is cited in full, and the supra is idle."""
    before = context.document.mentions[reference.index - 1] if reference.index else None
    if not isinstance(before, Citation) or before.note != reference.note or before.kind not in CODES:
        return
    if reference.word is None or reference.forward or not reference.numbers or reference.signal is not None:
        return
    between = context.text(Span(before.span.end, max(reference.span.start, before.span.end)))
    if _COMMA.fullmatch(between) is not None and reference.role is not Role.QUOTED:
        evidence = Related(before.note, before.span, "law is cited here")
        yield _report(pointer_span(reference), evidence, context, "law is cited right before it")


def _report(span: Span, evidence: Related, context: Context, sure: str, *, likely: bool = False) -> Report:
    return Report(
        span,
        "supra is not used for law: it has short forms of its own",
        hint="no supra for law",
        found=context.text(span),
        why="statutes, constitutions, regulations and their like are short-cited by section, or cited whole again",
        sure=sure,
        likely=likely,
        severity=Severity.WARNING,
        related=(evidence,),
    )

"""SHF009: two full citations of one work agree in volume, first page and year."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.repeats import disagreements
from citelint.model.citation import Kind
from citelint.model.diagnostic import Related
from citelint.model.document import Document


@rule(
    "SHF009",
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Miranda v. Arizona, 384 U.S. 436, 445 (1965).
                                                   ^^^^
        """),
    Bad("""
        [^1]: Mara Ellison, *Dockets in the Dark*, 118 Colum. L. Rev. 901, 915 (2018).
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [^3]: Mara Ellison, *Dockets in the Dark*, 118 Colum. L. Rev. 910, 930 (2018).
                                                                      ^^^
        """),
    Good("""
        [1] Liriano v. Hobart Corp., 92 N.Y.2d 232 (1998).
        [2] Liriano v. Hobart Corp., 170 F.3d 264 (2d Cir. 1999).
        """),
    Good("""
        [1] Brown v. Bd. of Educ., 347 U.S. 483, 495 (1954).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Brown v. Bd. of Educ., 349 U.S. 294, 301 (1955).
        """),
    bluebook="10, 15, 16",
)
def inconsistent_full_citations(document: Document, context: Context) -> Reports:
    """Two full citations of one case or article do not differ in one number alone: else one of them is mistyped.

    Compared are volume, first page and year, where reporter and court, or author, title and journal agree. The same
    parties do litigate twice: citations that differ in two numbers are two decisions. Which of two is right only the
    source can tell; where several agree the odd one is reported. Books pass, since their editions differ.
    """
    for index, odd in context.facts(disagreements).items():
        citation = context.document.mentions[index]
        other = context.note_of(odd.other)
        agreeing = f"{odd.times} citations have" if odd.times > 1 else f"the citation in note {other.name} has"
        yield Report(
            odd.field.span,
            f"the {odd.what} is {odd.field.value} here, and {agreeing} {odd.right}",
            hint=f"{odd.right} in note {other.name}",
            found=odd.field.value,
            expected=odd.right if odd.times > 1 else None,
            why="one work has one volume, one first page and one year",
            sure="everything else is the same",
            # a court may decide twice in one volume, and a page without a pincite may be one
            likely=odd.what == "first page"
            and (odd.other.kind is Kind.CASE or (citation.pincite is None and odd.other.pincite is None)),
            related=(Related(odd.other.note, odd.other.span, f"{odd.what} {odd.right}"),),
            note=citation.note,
        )

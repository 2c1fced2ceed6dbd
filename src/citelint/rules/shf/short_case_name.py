"""SHF006: the name in the short form of a case is that of a party, and of the one that tells the case."""

from collections import Counter

from citelint.lint import Bad, Context, Good, Report, Reports, review, rule
from citelint.lint.reported import cases_by_party, is_common_litigant, is_official
from citelint.lint.wording import Wording
from citelint.model.citation import Citation, Kind, Role, Short
from citelint.model.diagnostic import Edit, Related, Severity
from citelint.model.link import Fit
from citelint.resolve.fold import Words, bare, fold, near, stands_in, telling


@rule(
    "SHF006",
    Bad(
        """
        [1] United States v. Jones, 565 U.S. 400, 404 (2012).
        [2] Mapp v. Ohio, 367 U.S. 643, 655 (1961).
        [3] United States, 565 U.S. at 405; Ohio, 367 U.S. at 656.
            ^^^^^^^^^^^^^                   ^^^^
        """,
        fixed="""
        [1] United States v. Jones, 565 U.S. 400, 404 (2012).
        [2] Mapp v. Ohio, 367 U.S. 643, 655 (1961).
        [3] Jones, 565 U.S. at 405; Mapp, 367 U.S. at 656.
        """,
    ),
    Bad(
        """
        [^1]: Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *Rich*, 545 U.S. at 22.
               ^^^^
        """,
        fixed="""
        [^1]: Gonzales v. Raich, 545 U.S. 1, 17 (2005).
        [^2]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^3]: *Raich*, 545 U.S. at 22.
        """,
    ),
    Good("""
        [1] Int'l Shoe Co. v. Washington, 326 U.S. 310, 316 (1945).
        [2] Arizona v. United States, 567 U.S. 387, 394 (2012).
        [3] International Shoe, 326 U.S. at 317; Arizona, 567 U.S. at 395.
        """),
    Good("""
        [1] Indus. Union Dep't v. Am. Petroleum Inst., 448 U.S. 607, 614 (1980) (the Benzene case).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Benzene, 448 U.S. at 640.
        """),
    bluebook="10.9(a)(i)",
    indigo="15.2.3",
    severity=Severity.WARNING,
)
def short_case_name(short: Short, context: Context) -> Reports:
    """The name in a short form is that of a party, and not of one who is a party of very many cases.

    "*United States*, 565 U.S. at 405" leaves the reader to guess: the other party tells the case, unless it is a
    government too. Of names that are no party's, those are reported that look like one misspelt; a popular name that
    the piece uses elsewhere passes.
    """
    found = context.found(short)
    if short.kind is not Kind.CASE or len(short.parties) != 1 or found is None or found.later or not short.clear:
        return
    case, written = found.citation, short.parties[0]
    if case.kind is not Kind.CASE or short.role is Role.QUOTED or len(case.parties) != 2 or not short.volume:
        return
    name = bare(fold(written.value))
    sides = tuple(bare(fold(party.value)) for party in case.parties)
    right: str | None
    if found.fit is not Fit.REPORTER or name in sides:
        right = _telling_party(name, case, context) if is_common_litigant(written.value) else None
        message = f'"{written.value}" is a party of very many cases: "{right}" tells this one'
    else:
        right = _misspelt(name, case)
        if right is not None and _is_used(name, context):
            return
        message = f'no party of this case is called "{written.value}": it is {right}'
    if right is None:
        return
    yield Report(
        written.span,
        message,
        hint=f"{right}",
        found=written.value,
        expected=right,
        why="a short form has the name of a party, and the one that tells the case from others",
        sure=f"volume and reporter are those of the case in note {context.note_of(case).name}",
        related=(Related(case.note, case.span, "cited in full here"),),
        fix=review(Edit(written.span, right)),
    )


def _telling_party(name: Words, case: Citation, context: Context) -> str | None:
    """Give the party that tells a case; None for a common litigant, an official, or a party of other cases too."""
    others = [party for party in case.parties if not stands_in(name, bare(fold(party.value)))]
    if len(others) != 1 or is_common_litigant(others[0].value) or is_official(others[0].value):
        return None
    other = others[0].value
    return other if context.facts(cases_by_party)[bare(fold(other))] == 1 else None


def _misspelt(name: Words, case: Citation) -> str | None:
    """Give the words of a party of which a name has one misspelt and no other; None where there are none."""
    for party in case.parties:
        words = bare(fold(party.value))
        for start in range(len(words) - len(name) + 1):
            pairs = list(zip(name, words[start : start + len(name)], strict=True))
            odd = [(a, b) for a, b in pairs if a != b]
            if len(odd) == 1 and near(*odd[0]) and telling((odd[0][1],)):
                printed = party.value.split()
                whole = len(printed) == len(fold(party.value))
                offset = len(printed) - len(words)
                place = start + offset
                return " ".join(printed[place : place + len(name)]) if whole else party.value
    return None


def _is_used(name: Words, context: Context) -> bool:
    """Tell whether a name also stands where no short form has it: it may be defined there."""
    return context.facts(Wording).count(name) > context.facts(_names)[name]


def _names(context: Context) -> Counter[Words]:
    """Count the names in short forms of cases."""
    shorts = (m for m in context.document.mentions if isinstance(m, Short) and len(m.parties) == 1)
    return Counter(bare(fold(short.parties[0].value)) for short in shorts)

"""XRF003: a range of notes ascends."""

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import printed_number
from citelint.model.citation import CrossReference, Supra


@rule(
    "XRF003",
    Bad("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] See supra notes 3–1 and accompanying text.
                            ^^^
        """),
    Bad("""
        [^1]: *See infra* notes 2–2.
                                ^^^
        [^2]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    Good("""
        [1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [2] Katz v. United States, 389 U.S. 347, 351 (1967).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] See supra notes 1–3 and accompanying text.
        """),
    Good("""
        [112] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        [113] Katz v. United States, 389 U.S. 347, 351 (1967).
        [114] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [115] See supra notes 112–14.
        """),
    bluebook="3.5, 3.2",
    indigo="5.1.2",
)
def cross_reference_range_reversed(reference: CrossReference | Supra, context: Context) -> Reports:
    """The second number of a range is higher than the first.

    Digits that are the same may be left out, so that "112–14" is 112 to 114; "112–11" runs backwards.
    """
    for number in reference.numbers:
        if number.first is None or number.last is None or number.last > number.first:
            continue
        same = number.first == number.last
        own = context.note_of(reference)
        first, last = printed_number(number.first, own), printed_number(number.last, own)
        yield Report(
            number.span,
            f"the range {number.value} " + ("is one note" if same else f"runs backwards, from {first} to {last}"),
            hint="one note, and no range" if same else "runs backwards",
            found=number.value,
            sure=f"{last} is not higher than {first}",
            why="a range ascends, and its ends differ",
        )

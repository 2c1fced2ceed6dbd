"""NUM006: marks appear in ascending order."""

from bisect import bisect_left
from itertools import accumulate

from citelint.lint import Bad, Context, Good, Report, Reports, rule
from citelint.lint.numbering import Series, typed_number
from citelint.model.document import Document
from citelint.model.source import Marker


@rule(
    "NUM006",
    Bad("""
        One.[1] Two.[3] Three.[2] Four.[4]
                    ^^^

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        [4] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
        """),
    Bad("""
        One.[^3] Two.[^1] Three.[^2]
            ^^^^

        [^1]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^2]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [^3]: Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """),
    Good("""
        One.[1] Two.[2] Three.[3]

        [1] Katz v. United States, 389 U.S. 347, 351 (1967).
        [2] Terry v. Ohio, 392 U.S. 1, 21 (1968).
        [3] Gideon v. Wainwright, 372 U.S. 335, 344 (1963).
        """),
    Good("""
        One.[^zeal] Two.[^awe]

        [^awe]: Katz v. United States, 389 U.S. 347, 351 (1967).
        [^zeal]: Terry v. Ohio, 392 U.S. 1, 21 (1968).
        """),
    bluebook="1.1(a)",
)
def markers_out_of_order(document: Document, context: Context) -> Reports:
    """Marks count up through the text; a mark out of its order was mistyped, or its sentence was moved.

    The longest rising run of marks is taken to be right, and the others are reported. Only where the file states the
    numbers itself (plain text, and Markdown whose labels are all numbers); a mark that is used again (NUM004) or has no
    note (NUM001) is left out.
    """
    if not document.source.numbers_typed:
        return
    series: dict[Series, dict[int, Marker]] = {}
    for marker in document.source.markers:
        number = typed_number(marker)
        if number is not None and marker.note is not None:
            series.setdefault((marker.apparatus, marker.section), {}).setdefault(number, marker)
    for marks in series.values():
        numbers = list(marks)
        rising = _rising(numbers)
        highest_before = list(accumulate(numbers, max))
        lowest_after = list(accumulate(reversed(numbers), min))[::-1]
        for place, number in enumerate(numbers):
            if place not in rising:
                low = lowest_after[place]
                where = f"before {low}" if low < number else f"after {highest_before[place]}"
                yield Report(
                    marks[number].span,
                    f"the mark {number} stands {where}",
                    hint=f"stands {where}",
                    found=str(number),
                    sure="the other marks rise without it",
                    note=marks[number].note,
                )


def _rising(numbers: list[int]) -> set[int]:
    """Give the places of a longest rising run in `numbers`, which are all different."""
    ends: list[int] = []  # the lowest number that a run of each length ends in, and its place
    places: list[int] = []
    before: list[int | None] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else None)
        ends[length : length + 1] = [number]
        places[length : length + 1] = [place]
    run: set[int] = set()
    at = places[-1] if places else None
    while at is not None:
        run.add(at)
        at = before[at]
    return run

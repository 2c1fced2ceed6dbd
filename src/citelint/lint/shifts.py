"""Numbers that are all off by the same count: notes were inserted or removed after they were typed.

An offset belongs to the note pointed at, and not to the one that points: a note inserted at p leaves the typed numbers
below p right and makes those from p on too low by one. So numbers are put in order of what is typed, and the stretches
are looked for in which one offset outnumbers all others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citelint.lint.numbering import printed_number
from citelint.model.document import Note

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
LEAST = 3
"""A stretch of so many wrong numbers is a shift; of two only where no other number of the piece is wrong."""


@dataclass(frozen=True, slots=True)
class Held:
    """A typed number that was held against its work: what is typed, what is right, and whose number it is.

    A `soft` one is wrong in a way that proves no shift by itself.
    """

    typed: int
    right: int
    index: int
    soft: bool = False

    @property
    def offset(self) -> int:
        """How much is to be added to what is typed."""
        return self.right - self.typed


@dataclass(frozen=True, slots=True)
class Shift:
    """A stretch of typed numbers with one offset.

    `members` are the wrong numbers, in order of what is typed; `checked` counts these and all others that were held
    against their work between the lowest and the highest of them, `agreeing` is how many of those are right as typed.
    `before` is the nearest number below that tells the offset in force there (a right one has none).
    """

    offset: int
    members: tuple[Held, ...]
    checked: int
    agreeing: int
    before: Held | None = None

    @property
    def low(self) -> int:
        """The lowest number that is wrong as typed."""
        return self.members[0].typed

    @property
    def high(self) -> int:
        """The highest number that is wrong as typed."""
        return self.members[-1].typed


def shifts(numbers: Sequence[Held], wrong: int) -> list[Shift]:
    """Find the shifts in one row of numbers, in order. `wrong` counts all wrong numbers of the piece.

    Linear but for sorting. A stretch in which all members are typed alike is one slip copied, and no shift.
    """
    ordered = sorted(numbers, key=lambda held: (held.typed, held.offset, held.index))
    places: dict[int, list[int]] = {}
    for place, held in enumerate(ordered):
        if held.offset:
            places.setdefault(held.offset, []).append(place)
    found: list[Shift] = []
    for offset, mine in places.items():
        for first, last in _stretches(mine):
            members = tuple(ordered[place] for place in mine[first : last + 1])
            hard = sum(not member.soft for member in members)
            enough = hard >= LEAST or hard == wrong == 2
            if enough and members[0].typed != members[-1].typed:
                between = ordered[mine[first] : mine[last] + 1]
                agreeing = sum(held.offset == 0 for held in between)
                found.append(Shift(offset, members, len(between), agreeing))
    found.sort(key=lambda shift: shift.low)
    return _with_before(found, ordered)


def _stretches(places: Sequence[int]) -> list[tuple[int, int]]:
    """Give the stretches in which the numbers at `places` outnumber those between them, as first and last position.

    These are the maximal scoring subsequences of Ruzzo and Tompa, a place counting 1 and each number between two -1.
    """
    stack: list[
        tuple[int, int, int, int, int]
    ] = []  # sum before, sum behind, first, last, the nearest with a lower sum
    total = 0
    for position, place in enumerate(places):
        if position:
            total -= place - places[position - 1] - 1
        before, first = total, position
        total += 1
        while True:
            lower = len(stack) - 1
            while lower >= 0 and stack[lower][0] >= before:
                lower = stack[lower][4]
            if lower < 0 or stack[lower][1] >= total:
                stack.append((before, total, first, position, lower))
                break
            before, first = stack[lower][0], stack[lower][2]
            del stack[lower:]
    return [(first, last) for _, _, first, last, _ in stack]


def _with_before(found: list[Shift], ordered: Sequence[Held]) -> list[Shift]:
    """Tell each shift the nearest number below it that is right, or that belongs to another shift."""
    shifted = {held.index for shift in found for held in shift.members}
    telling = [held for held in ordered if held.offset == 0 or held.index in shifted]
    told: list[Shift] = []
    place = 0
    before: Held | None = None
    for shift in found:
        while place < len(telling) and telling[place].typed < shift.low:
            before = telling[place]
            place += 1
        told.append(Shift(shift.offset, shift.members, shift.checked, shift.agreeing, before))
    return told


def cause(shift: Shift, first: int, head: Note) -> str:
    """Say what happened to the notes, and where: behind the nearest number below that is known, if there is one."""
    known = shift.before
    in_force = known.offset if known is not None else 0
    moved = shift.offset - in_force
    notes = "a note was" if abs(moved) == 1 else f"{counted(abs(moved))} notes were"
    if moved > 0:
        low, high = (known.right + 1 if known is not None else first), shift.low + in_force
        lower, upper = printed_number(low, head), printed_number(high, head)
        if low >= high:
            place = f"at note {upper}"
        elif low + 1 == high:
            place = f"at note {lower} or {upper}"
        else:
            place = f"between notes {lower} and {upper}"
        return f"{notes} probably inserted {place}"
    after, until = (known.right if known is not None else None), shift.low + shift.offset
    end = printed_number(until, head)
    place = f"before note {end}" if after is None else f"between notes {printed_number(after, head)} and {end}"
    return f"{notes} probably removed {place}"


def counted(number: int) -> str:
    """Give a count in words, up to ten."""
    return _COUNTS[number] if number < len(_COUNTS) else str(number)

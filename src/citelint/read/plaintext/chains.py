"""Chains: which labels that may be anything ("1.", "1 ") make a list of notes.

A number may be missing, typed twice or out of its order, and then the list still goes on. But a note may hold a
numbered list, and a wrapped line may begin with "12.", and neither begins a note. So every way to go on is weighed: a
label that is taken is worth something, each step that does not count by one costs something, and so does each label
that is passed over, more where it looks like a note. The chain that is worth the most is the list.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from citelint.read.plaintext.citing import count_citing
from citelint.read.plaintext.headings import is_headed, is_title, line_above
from citelint.read.plaintext.labels import Label, Shape
from citelint.read.plaintext.runs import back_from

_STEPS = {1: 0.0, 2: 0.6, 3: 0.8, 4: 1.0, 5: 1.2, 0: 0.8, -1: 0.8, -2: 1.2, -3: 1.4}
"""What a step from one number to the next costs: a gap, a double, two that changed places."""
_LEAP = 3.0
"""What any other step costs."""
_LATE_START = 1.2
"""What it costs that a list begins at 2 or 3."""
_UNSURE = 0.8
"""What it costs that a label stands where a line may have been wrapped."""
_LISTED = 1.5
"""What it costs to take an item of a list within a note for a note."""
_PASSED, _PASSED_ON, _PASSED_UNSURE, _PASSED_LISTED = 1.5, 0.3, 0.3, 0.1
"""What it costs to pass over a label: one like a note, the next after it, one that is unsure, an item of a list."""
_PASSED_START = 2.5
"""What it costs to pass over a label that may begin another list."""
_FEW = 4
"""So many paragraphs of a note may stand above a list in it."""
_INDENTED = 3
"""So many characters further in than the others do labels belong to a list within a note."""
_NEARLY_FULL = 0.9
"""A line was wrapped where the label would have made it longer than this share of the longest."""
_WIDEST = 105
"""Nobody wraps lines at more: where one is longer, none was wrapped."""

_WEAK = ("bare", "roman point")
"""Shapes that much else has at the head of a line: a volume, "v. United States"."""

_ENDS = re.compile(r"[.?!][)\]”’\"'»]*\Z|[)\]”»]\Z")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:nos?|pp?|arts?|vols?|vs?|chs?|secs?|cl|exh?|figs?|tit|pts?|nn?|paras?|app|bk|col|cir|evid|civ|crim|proc"
    r"|reg|rev|stat|ann|const|supp|amend|r|rs))\.\Z",
    re.IGNORECASE,
)
_GAP = re.compile(r"\n[^\S\n]*+\n[^\S\n]*+(?=\S)")


class _Look(NamedTuple):
    """How a label looks: whether something new begins there for sure, whether it is an item of a list within a note,
    whether it stands right below the one paragraph of the label above."""

    firm: bool
    listed: bool
    close: bool


@dataclass(frozen=True, slots=True)
class _Best:
    """The chain that is worth the most of those that end in some label: its worth before all that follows is passed."""

    worth: float
    at: int


def find_chains(lines: str, labels: list[Label], shape: Shape, starts: frozenset[int], most: int) -> list[list[int]]:
    """Give the chains that are worth the most, at most `most`, one for each first label, as indexes of `labels`.

    A chain begins at one of the numbers `starts`, or, where a paragraph opens, at 2 or 3. Of two that are worth the
    same the later comes first. Every label is looked at once.
    """
    looks = _looks(lines, labels, shape)
    passed = [0.0]
    for index, (label, look) in enumerate(zip(labels, looks, strict=True)):
        follows = index > 0 and label.number == _value(labels[index - 1]) + 1
        passed.append(passed[-1] + _price_of_passing(label, look, follows))
    best_of: dict[int, _Best] = {}
    best: _Best | None = None
    worth: list[float] = []
    before: list[int | None] = []
    root: list[int] = []
    for index, (label, look) in enumerate(zip(labels, looks, strict=True)):
        number = _value(label)
        taken = 1.0 - (0.0 if look.firm else _UNSURE) - (_LISTED if look.listed else 0.0)
        begin = 0.0 if number in starts else _LATE_START if number in (2, 3) and label.opens else None
        choices: list[tuple[float, int, int | None]] = [] if begin is None else [(taken - begin, index, None)]
        anew = number in starts and not look.close
        for step, price in _steps(label, look, shape):
            if anew and step < 1:
                continue
            if (above := best_of.get(number - step)) is not None:
                choices.append((above.worth - passed[index] + taken - price, above.at, above.at))
        if best is not None and look.firm and not look.listed and not anew and shape.name not in _WEAK:
            choices.append((best.worth - passed[index] + taken - _LEAP, best.at, best.at))
        if not choices:
            worth.append(float("-inf"))
            before.append(None)
            root.append(-1)
            continue
        value, at, previous = max(choices, key=lambda choice: (choice[0], choice[1]))
        worth.append(value)
        before.append(previous)
        root.append(index if previous is None else root[at])
        here = _Best(value + passed[index + 1], index)
        if number not in best_of or here.worth >= best_of[number].worth:
            best_of[number] = here
        if best is None or here.worth >= best.worth:
            best = here
    ends: dict[int, tuple[float, int]] = {}
    for index, value in enumerate(worth):
        if root[index] >= 0:
            end = (value - (passed[-1] - passed[index + 1]), index)
            ends[root[index]] = max(ends.get(root[index], end), end)
    longest = sorted(ends.values(), reverse=True)
    return [back_from(index, before) for _, index in longest[:most]]


def _value(label: Label) -> int:
    return label.number if label.number is not None else -9


def _steps(label: Label, look: _Look, shape: Shape) -> list[tuple[int, float]]:
    """Give the steps by which a label may follow another, with their prices."""
    if label.name == "v" and not look.firm:
        return []  # "Terry / v. Ohio"
    if not look.firm or look.listed or (shape.name == "bare" and not label.opens):
        return [(step, _STEPS[step]) for step in ((1, 2, 3) if shape.explicit else (1,))]
    return list(_STEPS.items())


def _price_of_passing(label: Label, look: _Look, follows: bool) -> float:
    if look.listed:
        return _PASSED_LISTED
    if label.number == 1 and look.firm and not look.close:
        return _PASSED_START
    if not look.firm:
        return _PASSED_UNSURE
    return _PASSED_ON if follows else _PASSED


def _looks(lines: str, labels: list[Label], shape: Shape) -> list[_Look]:
    column = Counter(label.start - label.line for label in labels).most_common(1)[0][0] if labels else 0
    opening = 2 * sum(label.opens for label in labels) > len(labels)
    width = _width(lines, labels) if shape.name not in _WEAK else float("-inf")
    listed = items_within_notes(lines, labels)
    looks: list[_Look] = []
    for index, label in enumerate(labels):
        indented = label.start - label.line >= column + _INDENTED
        firm = not indented and (label.opens or (not opening and _is_firm(lines, label, width)))
        close = index > 0 and _is_right_below(lines, labels[index - 1], label)
        looks.append(_Look(firm, listed[index] or (indented and index > 0), close))
    return looks


def _width(lines: str, labels: list[Label]) -> float:
    """Give how long lines of the list may become before they are wrapped, 0 where none was wrapped."""
    longest = (
        max((len(line) for line in lines[labels[0].line :].split("\n") if " " in line), default=0) if labels else 0
    )
    return _NEARLY_FULL * longest if longest <= _WIDEST else 0.0


def _is_firm(lines: str, label: Label, width: float) -> bool:
    """Tell whether something new begins at a label that opens no paragraph.

    The line above ends as a sentence does, or is so short that it was not wrapped.
    """
    end = label.line - 1
    start = max(lines.rfind("\n", max(end - 1000, 0), end) + 1, end - 1000)
    above = lines[start:end].rstrip()
    if above[-1:] in ("", ":", ";", ","):
        return False
    if _ENDS.search(above, max(len(above) - 6, 0)) and not _ABBREVIATION.search(above, max(len(above) - 9, 0)):
        return True
    return not width or len(above) + 1 + label.end - label.start <= width


def items_within_notes(lines: str, labels: list[Label]) -> list[bool]:
    """Tell of each label whether it is an item of a list within a note.

    Such a list counts from 1, right below the paragraph of the note. A colon announces it, the number of the note that
    follows comes after it, or most of its items do not cite.
    """
    listed = [False] * len(labels)
    index = 1
    while index < len(labels):
        if labels[index].number != 1 or is_headed(lines, labels[index]):
            index += 1
            continue
        above = _value(labels[index - 1])
        end = index + 1
        while end < len(labels) and labels[end].number == end - index + 1:
            end += 1
        goes_on = end < len(labels) and labels[end].number == above + 1
        further = labels[index + max(above, 1) : end]
        if not goes_on and further and 2 * count_citing(lines, further) >= len(further):
            end -= len(further)
        announced = line_above(lines, labels[index]).endswith(":")
        below = _is_right_below(lines, labels[index - 1], labels[index])
        stop = labels[end].line if end < len(labels) else None
        near = len(_GAP.findall(lines[labels[index - 1].end : labels[index].line])) <= _FEW
        if (
            announced
            or (goes_on and near)
            or (below and 2 * count_citing(lines, labels[index:end], stop) < end - index)
        ):
            listed[index:end] = [True] * (end - index)
        index = max(end, index + 1)
    return listed


def _is_right_below(lines: str, above: Label, label: Label) -> bool:
    """Tell whether a label stands below the one paragraph of the label above, which is no title."""
    words = lines[above.end : label.line].strip()
    return not is_headed(lines, label) and not _GAP.search(words) and not is_title(words or ".")

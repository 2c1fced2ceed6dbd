"""Names of the months, as the Bluebook abbreviates them and as texts have them."""

from __future__ import annotations

ABBREVIATIONS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
"""The forms of the Bluebook's table of months (Indigo T17), January first."""

NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SEASONS = ("Spring", "Summer", "Fall", "Autumn", "Winter")

MONTHS: dict[str, int] = {
    form: number
    for number, name in enumerate(NAMES, 1)
    for form in (name, name[:3], name[:3] + ".", ABBREVIATIONS[number - 1], ABBREVIATIONS[number - 1].rstrip("."))
} | {"June.": 6, "July.": 7, "May.": 5}
"""Every form of a month's name that texts have, capitalised, with its number from 1: right, wrong and in full."""


def month_number(word: str) -> int | None:
    """Give the number, from 1, of the month that `word` names in any form and case; None when it names none."""
    return MONTHS.get(word.strip().capitalize())


def is_season(word: str) -> bool:
    """Tell whether `word` is the name of a season, as quarterlies are dated ("Spring 2019"); case set aside."""
    return word.strip().capitalize() in SEASONS

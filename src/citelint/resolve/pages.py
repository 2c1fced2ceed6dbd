"""Whether a page can stand in a work."""

from __future__ import annotations

import re

from citelint.model.citation import Citation, Kind

_PAGE = re.compile(r"(?<![\w*§¶.-])(\d{1,6})(?![\w:]|\.\d)")
_REACH = {Kind.ARTICLE: 200, Kind.CASE: 300, Kind.NEWS: 20, Kind.CHAPTER: 100}
"""How many pages after the first one a work of a kind may run to."""


def page_of(pincite: str) -> int | None:
    """Give the first page that a pincite names, None where it names none (a section, a star page, a roman page)."""
    if "§" in pincite or "¶" in pincite or "*" in pincite:
        return None
    found = _PAGE.search(pincite)
    return int(found[1]) if found else None


def may_hold(citation: Citation, pincite: str, beginning: str | None = None) -> bool:
    """Tell whether the page may stand in the work cited; true where that cannot be judged.

    `beginning` is the first page in the reporter that the pincite is to, where that is a parallel one.
    """
    page, reach = page_of(pincite), _REACH.get(citation.kind)
    if beginning is None and citation.page is not None:
        beginning = citation.page.value
    first = page_of(beginning) if beginning is not None else None
    return page is None or reach is None or first is None or first <= page <= first + reach

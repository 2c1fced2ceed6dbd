"""Which other work may be meant by a page that its own work cannot have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citelint.model.citation import Citation, Kind, Mention
from citelint.resolve.pages import page_of

if TYPE_CHECKING:
    from citelint.lint.context import Context

_NOTES_BACK = 20
"""How many notes back a work is looked for: a reference that was left behind stood near its work once."""

_PAGES = 60
"""How many pages behind its first one a page of a case or article still lies, mostly."""


def only_holder_near(reference: Mention, page: int, wrong: Citation, context: Context) -> Citation | None:
    """Give the one case or article, cited in the notes just before, that can have a page; None for none or several.

    `wrong` is the work that cannot have it.
    """
    work_of, mentions = context.links.work_of, context.document.mentions
    held: dict[int, Citation] = {}
    for index in range(reference.index - 1, -1, -1):
        mention = mentions[index]
        if mention.note < reference.note - _NOTES_BACK:
            break
        cited = mention if isinstance(mention, Citation) else None
        if cited is None and (found := context.found(mention)) is not None:
            cited = found.citation
        if cited is None or cited.kind not in (Kind.CASE, Kind.ARTICLE) or cited.page is None:
            continue
        first, work = page_of(cited.page.value), work_of[cited.index]
        if first is not None and first <= page <= first + _PAGES and work != work_of[wrong.index]:
            held[work] = cited
    return next(iter(held.values())) if len(held) == 1 else None

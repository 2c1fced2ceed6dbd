"""Document → Links: what every *Id.*, supra, short form and cross-reference means, or why it means nothing.

A link holds facts. Rules ask them and make the words; nothing here formats a message, and nothing here raises.
"""

from __future__ import annotations

from citelint.config import Config
from citelint.model.document import Document
from citelint.model.link import Links

__all__ = ["resolve"]


def resolve(document: Document, config: Config) -> Links:
    """Give the link of every reference of a document, and the works that it cites.

    `config` says whether the document is an excerpt (`first_note`, `last_note`): numbers outside are unknown then, and
    not wrong. The time is linear in the number of mentions.
    """
    from citelint.resolve.walk import walk

    return walk(document, config)

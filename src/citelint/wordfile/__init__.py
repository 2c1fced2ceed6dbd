"""What every writer into a Word file needs: members copied as they are, splices of bytes, free ids, an author.

rewritten(archive, changed)      the archive with some members changed or added, all others copied byte for byte
spliced(data, splices)           the bytes of a part with changes
Names(data, prefix, namespace)   the tags of a part, spelt as it spells them
Ids(parts)                       numbers that no element of the file has yet
Author(name, initials, date)     who comments and changes
"""

from __future__ import annotations

from citelint.wordfile.archive import member, members, rewritten, xml_members
from citelint.wordfile.author import CITELINT, Author
from citelint.wordfile.ids import Ids
from citelint.wordfile.names import Names
from citelint.wordfile.splicing import ByteSplice, escaped, spliced

__all__ = [
    "CITELINT",
    "Author",
    "ByteSplice",
    "Ids",
    "Names",
    "escaped",
    "member",
    "members",
    "rewritten",
    "spliced",
    "xml_members",
]

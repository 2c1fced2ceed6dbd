"""Fixes in a Word file: into the runs that hold the words, as tracked changes or as plain text.

changes.py      from a place in the text of a part to the pieces that hold it, or why it is left alone
runs.py         a run taken apart and put together again
manners.py      tracked, plain, or the result of a field brought up to date
links.py        typed numbers that become fields, and the bookmarks that these mean
"""

from __future__ import annotations

from citelint.fix.word.changes import untouchable
from citelint.fix.word.links import Bookmarks, Link, linked
from citelint.fix.word.manners import Changed, Refreshed

__all__ = ["Bookmarks", "Changed", "Link", "Refreshed", "linked", "untouchable"]

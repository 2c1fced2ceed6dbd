"""What stops a file from being read."""

from __future__ import annotations


class Unreadable(Exception):
    """A file's bytes cannot be read as a piece.

    Its text is one line for a person: what is wrong and what to do about it. It names no path: who opened the file
    knows that.
    """


class Foreign(Unreadable):
    """A file has the suffix of a format that is read, and is of another: ``.xml`` that is no article.

    Where a folder was named, and not the file, it is none of our business and passed over.
    """

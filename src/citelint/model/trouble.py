"""What stops a file from being read."""

from __future__ import annotations


class Unreadable(Exception):
    """A file's bytes cannot be read as a piece.

    Its text is one line for a person: what is wrong and what to do about it. It names no path: who opened the file
    knows that.
    """

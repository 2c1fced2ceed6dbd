"""The formats that are written to a file: one module each, the file name is the format, and `report` may give bytes."""

from __future__ import annotations


class MissingLibrary(Exception):
    """A format needs a library that is not installed. Its text is one line for a person: which, and how to get it."""

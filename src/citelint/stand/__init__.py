"""The files in which it is written down what is let stand: stets beside a manuscript, and baselines.

Both are read whole and checked whole: an entry that is not understood would hold nothing back, or the wrong thing.
"""

from __future__ import annotations


class Damaged(Exception):
    """A file is not what it should be. Its text is one line for a person, without the file's name."""

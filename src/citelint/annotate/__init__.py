"""Findings to comments of a Word file.

A comment stands at the mark of its note in the body, since Word ignores comments in notes ([MS-OI29500] 2.1.315 c). It
quotes the words of the note, and says what is wrong, what is right, and by which rule. Nothing else of the file is
touched: the body, the comments and what lists parts are spliced, all other members are copied as they are.

    wording.py      what a comment says
    anchors.py      where in the body it stands
    renewal.py      taking comments of citelint out again
    package.py      telling the file that it has comments
    comments.py     all of it together
"""

from __future__ import annotations

from citelint.annotate.comments import MOST, Annotated, annotate

__all__ = ["MOST", "Annotated", "annotate"]

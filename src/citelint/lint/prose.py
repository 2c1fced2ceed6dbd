"""Whether words that were read as prose may name a work after all.

A work can be named in a sentence without volume, page or date, and then it is no citation: "Ellison disagrees." What a
rule builds on a note that cites nothing must know that nothing is named in it either.
"""

from __future__ import annotations

from citelint.lint.pattern import Pattern

_WORD = Pattern(r"[^\W_](?:[^\s“”\"()\[\],;:.?!—–]|\.(?=\w))*")
_SENTENCE_HEAD = Pattern(r"(?:\A|[.?!][”’\"')\]]*\s)[\s“‘\"'(\[]*\Z")
_QUOTATION = Pattern(r"“([^”]*)”|\"([^\"]*)\"|‘([^’]*)’")
_YEAR = Pattern(r"(?:1[5-9]|20)\d\d(?:s|[-–]\d+)?")
_MARKS = ("§", "¶", "&", " v. ", " vs. ", "://", "www.", "/", "*", "_")
_OWN = frozenset(
    "I Article Essay Note Comment Paper Piece Book Part Parts Section Sections Introduction Conclusion Appendix Table "
    "Figure Court Congress English Latin American Americans".split()
)
"""Capitalised words of prose that name no work: the piece itself and its parts, and what everybody speaks of."""
_HEADS = frozenset(
    "a after again all also although among an and another any as at because before both but by certainly conversely "
    "despite each either emphasis even every few finally first following footnotes for fortunately from furthermore "
    "generally given half hence here however i if in indeed instead internal it its just last later less like likewise "
    "many more moreover most much my naturally neither nevertheless no none nor not notably nothing now obviously of "
    "often on once one only opinions or other others our over perhaps quite rather recall second several shall she "
    "should similarly since so some sometimes still such surely that the their then there therefore these they third "
    "this those though three throughout thus to too two under unless unlike until usually we what when whenever where "
    "whereas whether which while who whoever whose why with within without yet you".split()
)
"""Words that open a sentence in lower-case meaning; a sentence that opens otherwise may open with a name."""
_LONGEST_QUOTE = 3
_FEWEST = 3
_ENDS = '.?!”’)"'


def is_plain_prose(words: str) -> bool:
    """Tell whether `words` are whole sentences of prose in which surely no work is named.

    They are not where anything could be a name, a number, a title or somebody's words: a capital inside a sentence, a
    sentence that does not open with a common word, a quotation of more than three words, digits other than a year.
    """
    text = words.strip()
    return bool(text) and text[-1] in _ENDS and len(text.split()) >= _FEWEST and names_nothing(text)


def names_nothing(text: str) -> bool:
    """Tell whether surely no work is named in words of prose, be they a whole sentence or none."""
    if any(mark in text for mark in _MARKS):
        return False
    for quoted in _QUOTATION.finditer(text):
        inside = next(group for group in quoted.groups() if group is not None)
        if len(inside.split()) > _LONGEST_QUOTE or any(word[:1].isupper() for word in inside.split()):
            return False
    for match in _WORD.finditer(text):
        word = match[0]
        if any(map(str.isdigit, word)):
            if not _YEAR.fullmatch(word):
                return False
        elif word[0].isupper():
            if _SENTENCE_HEAD.search(text, max(match.start() - 8, 0), match.start()):
                if word.lower() not in _HEADS:
                    return False
            elif word not in _OWN:
                return False
    return True

"""Texts that no person writes: time grows with their length and no faster, and every character is accounted for."""

from __future__ import annotations

import time

import pytest
from noted import document

from citelint.pipeline import collector_paused

PIECES = {
    "opened brackets": "(",
    "closed brackets": ")",
    "brackets of both kinds": "([",
    "pairs": "()",
    "quotation marks": "“",
    "straight quotation marks": '"',
    "mixed quotation marks": "“\"”'",
    "commas": ",",
    "semicolons": "; ",
    "stops": ". ",
    "ellipses": ". . . ",
    "question marks": "?! ",
    "one word": "a",
    "one capital": "A",
    "capitals": "A ",
    "initials": "A.",
    "initials apart": "A. ",
    "names": "Ada Moss ",
    "names and commas": "Ada Moss, ",
    "names and and": "Moss & ",
    "abbreviations": "Dep’t. ",
    "small words": "of the and ",
    "digits": "1",
    "numbers": "1 ",
    "numbers and commas": "1, ",
    "ranges": "1–",
    "volumes": "1 Word. ",
    "volumes and pages": "1 U.S. 2, ",
    "volumes without pages": "1 Aaa Bbb Ccc ",
    "cases": "Ames v. Boyle, 1 U.S. 2, 3 (1990); ",
    "cases without an end": "Ames v. Boyle, 1 U.S. 2, 3 (1990), ",
    "versus": "v. ",
    "parties": "Ames v. ",
    "history": "aff’d in part and ",
    "dates": "(2010) ",
    "open dates": "(last visited ",
    "months": "Jan. 1, 2010 ",
    "sections": "§ 1, ",
    "section signs": "§",
    "provisions": "art. I, ",
    "supra": "supra ",
    "supra with notes": "Moss, supra note 1, ",
    "note numbers": "supra notes 1, 2–3 & 4, 5, 6, 7, 8, ",
    "ids": "id. at 5, ",
    "signals": "see also ",
    "text accompanying": "and accompanying text ",
    "relations": "(quoting Moss, supra note 1 ",
    "labels": "[hereinafter ",
    "addresses": "https://a.b/c ",
    "one address": "https://a.b/(",
    "rules of court": "Fed. R. Civ. P. 12(b)(6)(a) ",
    "blanks": " ",
    "line ends": "\n",
    "soft hyphens": "a\u00ad",
    "combining marks": "é\u0301",
    "emoji": "🦉",
    "direction marks": "\u202e",
}
FEW, MANY = 6_000, 24_000
"""Characters of the texts that are compared."""
AT_ONCE = 0.03
"""Seconds below which the clock tells nothing of growth."""


def seconds(text: str) -> float:
    """Give the processor's seconds that one note takes."""
    with collector_paused():
        begun = time.process_time()
        document(text)
        return time.process_time() - begun


@pytest.mark.timed
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_with_length_and_no_faster(piece: str) -> None:
    long = seconds(piece * (MANY // len(piece)))
    if long < AT_ONCE:
        return
    # linear is 4, quadratic 16
    if long / seconds(piece * (FEW // len(piece))) > 9:
        few, many = (min(seconds(piece * (size // len(piece))) for _ in range(3)) for size in (FEW, MANY))
        assert many / few < 9


@pytest.mark.timed
@pytest.mark.parametrize("head", ["See Moss, ", "1 U.S. ", "“x ", "(quoting "])
def test_time_grows_with_length_behind_other_words(head: str) -> None:
    for name, piece in PIECES.items():
        assert seconds(head + piece * (FEW // len(piece))) < 2, name


@pytest.mark.timed
def test_ten_thousand_nested_brackets() -> None:
    assert seconds("See Moss, supra note 1 " + "(" * 10_000 + "x" + ")" * 10_000) < 5
    assert seconds("(quoting Moss, supra note 1 [" * 5_000 + "x" + "])" * 5_000) < 10


def test_a_long_note_is_read_whole() -> None:
    text = "See Moss, supra note 1, at 2 (quoting Ames v. Boyle, 1 U.S. 2 (1990)). The rule is old. " * 2_300
    found = document(text)
    assert len(text) > 200_000
    assert len(found.mentions) == 2 * 2_300
    assert found.notes[0].unparsed == ()


@pytest.mark.parametrize(
    "piece", ["Ames v. Boyle, 1 U.S. 2, 3 (1990); ", "Moss, supra note 1, ", "(see id. at 4) ", "(", "“"]
)
def test_spans_stay_right_in_a_long_text(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    for mention in document(text).mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)

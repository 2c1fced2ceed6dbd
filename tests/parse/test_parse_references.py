"""Every form in which a note refers back or on: Id., supra and infra with a name, and cross-references without one."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from noted import mentions, one, values, words

from citelint.model.citation import CrossReference, Id, NoteNumber, Role, Supra

Numbers = list[tuple[str, int | None, int | None]]


def numbers(found: Supra | CrossReference) -> Numbers:
    """Give the note numbers: as printed, first, last."""
    return [(n.value, n.first, n.last) for n in found.numbers]


def spelt(text: str, printed: tuple[NoteNumber, ...]) -> list[str]:
    """Give what stands in the text where the numbers are said to be."""
    return [n.span.of(text) for n in printed]


@pytest.mark.parametrize(
    ("text", "word", "pincite"),
    [
        ("Id.", "Id.", None),
        ("Id. at 5.", "Id.", "5"),
        ("Id at 5.", "Id", "5"),
        ("ID. at 5.", "ID.", "5"),
        ("Id. § 3.", "Id.", "§ 3"),
        ("Id. ¶ 12.", "Id.", "¶ 12"),
        ("Id. art. VI.", "Id.", "art. VI"),
        ("Id. at *4.", "Id.", "*4"),
        ("Id. at 5, 7 & n.2.", "Id.", "5, 7 & n.2"),
        ("Id. at 12–13.", "Id.", "12–13"),
        ("Id. at xii.", "Id.", "xii"),
        ("Ibid.", "Ibid.", None),
        ("Id., at 5.", "Id.", "5"),
    ],
)
def test_id_however_it_is_spelt(text: str, word: str, pincite: str | None) -> None:
    found = one(text)
    assert isinstance(found, Id)
    assert (found.word.value, found.pincite.value if found.pincite else None) == (word, pincite)
    assert found.name is None
    assert words(text, found).rstrip(".") == text.rstrip(".")


def test_id_inside_a_note() -> None:
    text = "See id. at 4; see also id. § 2 (“Files are open.”)."
    first, second = mentions(text)
    assert isinstance(first, Id)
    assert isinstance(second, Id)
    assert [m.signal.value if m.signal else None for m in (first, second)] == ["See", "see also"]
    assert words(text, second) == "id. § 2 (“Files are open.”)"


def test_id_with_a_name_before_it() -> None:
    found = one("Syed, id. at 35.")
    assert isinstance(found, Id)
    assert values(found) == {"name": "Syed", "word": "id.", "pincite": "35"}


@pytest.mark.parametrize("text", ["The Id is a drive, not a person.", "His ID card was lost.", "Idaho is far."])
def test_words_like_id_are_none(text: str) -> None:
    assert not [m for m in mentions(text) if isinstance(m, Id)]


SUPRA: list[tuple[str, str, Numbers, dict[str, Any]]] = [
    ("Cohen, supra note 3.", "Cohen", [("3", 3, None)], {}),
    ("Cohen, supra note 3, at 12–13 & n.4.", "Cohen", [("3", 3, None)], {"pincite": "12–13 & n.4"}),
    ("Cohen, supra note 3 at 12.", "Cohen", [("3", 3, None)], {"pincite": "12"}),
    ("Cohen & van der Berg, supra note 12, at 40.", "Cohen & van der Berg", [("12", 12, None)], {"pincite": "40"}),
    ("Moss et al., supra note 12, ¶ 3.", "Moss et al.", [("12", 12, None)], {"pincite": "¶ 3"}),
    ("Moss, supra note 12, § 3.2.", "Moss", [("12", 12, None)], {"pincite": "§ 3.2"}),
    ("Cohen, Short Forms, supra note 3, at 12.", "Cohen, Short Forms", [("3", 3, None)], {"pincite": "12"}),
    ("“The Long Title,” supra note 4.", "“The Long Title,”", [("4", 4, None)], {}),
    (
        "Nat’l Ctr. for Open Courts, supra note 4, at 2.",
        "Nat’l Ctr. for Open Courts",
        [("4", 4, None)],
        {"pincite": "2"},
    ),
    ("NASEM, supra note 4.", "NASEM", [("4", 4, None)], {}),
    ("Cohen supra note 12.", "Cohen", [("12", 12, None)], {}),
    ("Cohen, supra note 2625.", "Cohen", [("2625", 2625, None)], {}),
    ("Cohen, supra note\u00a03, at\u00a012.", "Cohen", [("3", 3, None)], {"pincite": "12"}),
    ("Cohen, supra\nnote 3, at 12.", "Cohen", [("3", 3, None)], {"pincite": "12"}),
]


@pytest.mark.parametrize(("text", "name", "expected", "more"), SUPRA, ids=[text for text, *_ in SUPRA])
def test_a_work_named_before_supra(text: str, name: str, expected: Numbers, more: dict[str, Any]) -> None:
    found = one(text)
    assert isinstance(found, Supra)
    assert numbers(found) == expected
    assert spelt(text, found.numbers) == [value for value, *_ in expected]
    assert values(found) == {"name": name, "word": "supra", "note_word": "note", **more}
    assert not found.forward
    assert words(text, found) + "." == text


@pytest.mark.parametrize(
    ("text", "word", "note_word", "expected"),
    [
        ("Cohen, supra n.12.", "supra", "n.", [("12", 12, None)]),
        ("Cohen, supra n. 12.", "supra", "n.", [("12", 12, None)]),
        ("Cohen, supra fn. 12.", "supra", "fn.", [("12", 12, None)]),
        ("Cohen, supra footnote 12.", "supra", "footnote", [("12", 12, None)]),
        ("Cohen, supra 12.", "supra", None, [("12", 12, None)]),
        ("Cohen, supra, note 12.", "supra", "note", [("12", 12, None)]),
        ("Cohen, Supra note 12.", "Supra", "note", [("12", 12, None)]),
        ("Cohen, supa note 12.", "supa", "note", [("12", 12, None)]),
        ("Cohen, supra note.", "supra", "note", []),
        ("Cohen, supra.", "supra", None, []),
        ("Cohen, infra note 40.", "infra", "note", [("40", 40, None)]),
        ("Cohen, supra notes 4–6.", "supra", "notes", [("4–6", 4, 6)]),
        ("Cohen, supra notes 4 through 6.", "supra", "notes", [("4 through 6", 4, 6)]),
        ("Cohen, supra notes 4\u00a0to\u00a06.", "supra", "notes", [("4\u00a0to\u00a06", 4, 6)]),
        ("Cohen, supra notes 4‑6 and 9.", "supra", "notes", [("4‑6", 4, 6), ("9", 9, None)]),
        ("Cohen, supra notes 4 to 6, 9 through 11.", "supra", "notes", [("4 to 6", 4, 6), ("9 through 11", 9, 11)]),
        ("Cohen, supra notes 4, 6 & 9.", "supra", "notes", [("4", 4, None), ("6", 6, None), ("9", 9, None)]),
    ],
)
def test_supra_as_people_type_it(text: str, word: str, note_word: str | None, expected: Numbers) -> None:
    found = one(text)
    assert isinstance(found, Supra)
    assert (found.name.value, found.word.value) == ("Cohen", word)
    assert (found.note_word.value if found.note_word else None) == note_word
    assert numbers(found) == expected
    assert found.forward == (word == "infra")


@pytest.mark.parametrize(
    "placeholder", ["__", "XX", "[XX]", "[TK]", "TK", "?", "[insert]", "[X]", "Error! Bookmark not defined.", "[ ]"]
)
def test_a_placeholder_is_a_number_without_a_value(placeholder: str) -> None:
    text = f"Cohen, supra note {placeholder}, at 3."
    found = one(text)
    assert isinstance(found, Supra)
    assert numbers(found) == [(placeholder, None, None)]
    assert spelt(text, found.numbers) == [placeholder]
    assert found.pincite is not None
    assert found.pincite.value == "3"


CROSS: list[tuple[str, str, Numbers, dict[str, Any]]] = [
    ("See supra note 7.", "supra note 7", [("7", 7, None)], {"word": "supra", "note_word": "note"}),
    ("See infra note 7.", "infra note 7", [("7", 7, None)], {"word": "infra", "note_word": "note"}),
    (
        "See supra notes 4–6 and accompanying text.",
        "supra notes 4–6 and accompanying text",
        [("4–6", 4, 6)],
        {"word": "supra", "note_word": "notes", "text_form": "and accompanying text"},
    ),
    (
        "See supra notes 412-14, 420 and accompanying text.",
        "supra notes 412-14, 420 and accompanying text",
        [("412-14", 412, 414), ("420", 420, None)],
        {"word": "supra", "note_word": "notes", "text_form": "and accompanying text"},
    ),
    (
        "See supra text accompanying notes 198–9.",
        "supra text accompanying notes 198–9",
        [("198–9", 198, 199)],
        {"word": "supra", "note_word": "notes", "text_form": "text accompanying"},
    ),
    (
        "See text accompanying note 12.",
        "text accompanying note 12",
        [("12", 12, None)],
        {"note_word": "note", "text_form": "text accompanying"},
    ),
    ("See note 12 above.", "note 12 above", [("12", 12, None)], {"note_word": "note"}),
    ("See note 12.", "note 12", [("12", 12, None)], {"note_word": "note"}),
    ("See infra Part II.A.", "infra Part II.A", [], {"word": "infra", "part": "Part II.A"}),
    ("See infra Parts II.A–B.", "infra Parts II.A–B", [], {"word": "infra", "part": "Parts II.A–B"}),
    ("See supra Section III.", "supra Section III", [], {"word": "supra", "part": "Section III"}),
    ("See infra Table 3.", "infra Table 3", [], {"word": "infra", "part": "Table 3"}),
    ("See infra Appendix.", "infra Appendix", [], {"word": "infra", "part": "Appendix"}),
    ("See discussion supra Part I.B.", "supra Part I.B", [], {"word": "supra", "part": "Part I.B"}),
    ("See sources cited supra note 9.", "supra note 9", [("9", 9, None)], {"word": "supra", "note_word": "note"}),
    (
        "See notes 12–14 supra.",
        "notes 12–14 supra",
        [("12–14", 12, 14)],
        {"word": "supra", "note_word": "notes"},
    ),
]


@pytest.mark.parametrize(("text", "span", "expected", "more"), CROSS, ids=[text for text, *_ in CROSS])
def test_a_place_of_the_same_piece(text: str, span: str, expected: Numbers, more: dict[str, Any]) -> None:
    found = one(text)
    assert isinstance(found, CrossReference)
    assert words(text, found) == span
    assert numbers(found) == expected
    assert values(found) == more
    assert found.signal is not None
    assert found.signal.value == "See"


def test_a_note_named_in_prose_is_a_reference_only_where_it_says_above() -> None:
    assert isinstance(one("As noted in note 12 above, the rule is old."), CrossReference)
    assert mentions("He left me a note 12 days ago.") == ()


def test_references_of_a_string_in_order() -> None:
    text = "Compare Cohen, supra note 3, at 4, with Moss, supra note 5, at 6; id.; 384 U.S. at 445; infra Part IV."
    found = mentions(text)
    assert [type(m).__name__ for m in found] == ["Supra", "Supra", "Id", "Short", "CrossReference"]
    assert [m.signal.value if m.signal else None for m in found[:2]] == ["Compare", "with"]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_a_parenthesis_of_quoting_that_is_never_closed_ends_with_the_note() -> None:
    text = "See id. at 7. “So it was.” Id. (quoting Terry v. Ohio, 392 U.S. 1, 21 (1968)."
    assert [m.role for m in mentions(text)] == [Role.TOP, Role.TOP, Role.PARENTHETICAL]
    followed = "Id. (quoting Terry v. Ohio, 392 U.S. 1, 21 (1968); Katz v. United States, 389 U.S. 347 (1967)."
    assert mentions(followed)[-1].role is Role.TOP

"""A finding is known again by its words and neighbours, whatever number its note has."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model import fingerprint as of_fingerprint
from citelint.model.document import Document
from citelint.model.fingerprint import Fingerprint, fingerprint
from citelint.model.span import Span
from citelint.pipeline import check

NOTES = (
    "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2018).",
    "Katz v. United States, 389 U.S. 347, 351 (1967); Tomas Varga, The Sealed Record 12 (2015).",
    "Id. at 5.",
    "See Ellison, supra note 3, at 910.",
    "The court agreed. Hollis, supra note 1, at 4.",
)


def found(notes: tuple[str, ...] | list[str], name: str = "essay.txt") -> dict[str, list[Fingerprint]]:
    """Give the fingerprints of what is found in a list of notes, by the words complained of."""
    text = "".join(f"[{number}] {note}\n" for number, note in enumerate(notes, 1))
    result = check(text.encode(), name, Config())
    assert result.document is not None
    known: dict[str, list[Fingerprint]] = {}
    for one in result.diagnostics:
        note = result.document.notes[one.note].span.of(result.document.text) if one.note is not None else ""
        known.setdefault(f"{one.code} {re.sub('[0-9]+', '#', note)}", []).append(fingerprint(one, result.document))
    return known


def test_there_is_something_to_know_again() -> None:
    assert [code.split()[0] for code in found(NOTES)] == ["ID002", "SUP002", "SUP004"]


@given(st.lists(st.sampled_from(["A text.", "See Varga, The Sealed Record 30 (2015)."]), min_size=1, max_size=12))
def test_notes_put_before_it_change_nothing(before: list[str]) -> None:
    moved = tuple(note.replace("note 3", f"note {3 + len(before)}") for note in NOTES)
    known, later = found(NOTES), found([*before, "A text about dockets and their keepers in eight words.", *moved])
    for what, prints in known.items():
        assert later[what] == prints


def test_a_note_put_beside_it_leaves_its_key_and_the_other_side() -> None:
    (old,) = found(NOTES)["SUP002 See Ellison, supra note #, at #."]
    above = found((*NOTES[:3], "Another note, put in here.", *NOTES[3:]))
    (new,) = above["SUP002 See Ellison, supra note #, at #."]
    assert new.key == old.key
    assert new.after == old.after
    assert new.before != old.before
    assert new.whole != old.whole


def test_another_citation_and_another_rule_have_another_key() -> None:
    keys = [one.key for prints in found(NOTES).values() for one in prints]
    assert len(set(keys)) == len(keys)


def test_two_of_the_same_words_are_told_apart_by_their_neighbours() -> None:
    two = found((*NOTES[:3], "A text.", *NOTES[1:3]))["ID002 Id. at #."]
    assert two[0].key == two[1].key
    assert two[0].after != two[1].after


@pytest.mark.parametrize(
    "other",
    [
        NOTES[3].replace("Ellison, ", "Ellison,\n  "),
        NOTES[3].replace("note 3", "note 5"),
        NOTES[3].replace("note 3", "notes 3-7"),
        NOTES[3].replace("note 3", "n.3"),
    ],
)
def test_numbers_of_notes_blanks_and_quotes_do_not_count(other: str) -> None:
    from citelint.model.fingerprint import _NUMBERED

    def masked(text: str) -> list[str]:
        return _NUMBERED.sub("note #", text).split()

    assert masked(other) == masked(NOTES[3])


def test_marks_of_the_body_do_not_count() -> None:
    def of(shift: int) -> list[Fingerprint]:
        body = f"A claim.[^{1 + shift}] And more of it.[^{2 + shift}] And yet more.[^{3 + shift}]\n\n"
        notes = "".join(f"[^{n + shift}]: A text {'abc'[n - 1]}.\n" for n in (1, 3))
        text = "".join(f"Before.[^{n}]\n\n[^{n}]: Text.\n\n" for n in range(1, shift + 1)) + body + notes
        result = check(text.encode(), "essay.md", Config())
        assert result.document is not None
        return [fingerprint(one, result.document) for one in result.diagnostics if one.code == "NUM001"]

    assert len(of(0)) == 1
    assert of(0)[0].key == of(9)[0].key


def test_it_has_no_word_of_the_manuscript_and_never_changes() -> None:
    (one,) = found(NOTES)["ID002 Id. at #."]
    assert all(re.fullmatch("[0-9a-f]{16}", part) for part in (*one[:3], one.whole))
    assert one == Fingerprint("cc557be93c708cbb", "0a6e2ebc53fc9f3c", "8d22b5b41e8abc11", "")
    (other,) = found(NOTES)["SUP004 The court agreed. Hollis, supra note #, at #."]
    assert other.home != ""  # three words of its own and a name
    assert Fingerprint.parse(one.written) == one


def test_home_is_the_same_wherever_the_note_is_moved() -> None:
    note = "The court agreed, and so did the clerks. Hollis, supra note 1, at 4."
    alone = found((note,))["SUP004 The court agreed, and so did the clerks. Hollis, supra note #, at #."]
    among = found(("A text.", "Another.", note, "A third."))
    (moved,) = among["SUP004 The court agreed, and so did the clerks. Hollis, supra note #, at #."]
    assert moved.home == alone[0].home != ""
    assert moved.after != alone[0].after


def test_a_long_note_costs_what_its_findings_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    real = of_fingerprint._words

    def counting(document: Document, span: Span) -> list[str]:
        looked_at.append(span.end - span.start)
        return real(document, span)

    monkeypatch.setattr(of_fingerprint, "_words", counting)
    result = check(("[1] " + "Hollis, supra note 9, at 4; " * 400 + "\n").encode(), "essay.txt", Config())
    assert result.document is not None
    assert len(result.diagnostics) >= 400
    for one in result.diagnostics:
        fingerprint(one, result.document)
    assert sum(looked_at) <= len(result.diagnostics) * 10_000
    assert max(looked_at) <= 4000

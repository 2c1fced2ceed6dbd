"""Examples: what their author types, and what the tests and the documentation make of it."""

from __future__ import annotations

import pytest

from citelint.lint import Bad, Good


def test_margin_and_carets_are_taken_out() -> None:
    example = Bad("""
        [1] Id. at 7.
            ^^^
        [2] Id.
        """)
    assert example.text == "[1] Id. at 7.\n[2] Id."
    assert example.file == ("essay.txt", "[1] Id. at 7.\n[2] Id.")
    assert [span.of(example.file[1]) for span in example.carets] == ["Id."]


def test_several_carets() -> None:
    example = Bad("""
        [1] Roe,, Doe,,.
               ^^    ^^^
        [2] Doe,,.
               ^^^
        """)
    assert [(s.start, s.of(example.file[1])) for s in example.carets] == [(7, ",,"), (13, ",,."), (24, ",,.")]


def test_one_note_alone_is_markdown() -> None:
    example = Bad("*Id..*")
    assert example.file == ("essay.md", "[^1]: *Id..*")
    assert example.carets == ()


def test_carets_under_one_note_alone() -> None:
    example = Bad("""
        *Id..*
           ^^
        """)
    assert example.file == ("essay.md", "[^1]: *Id..*")
    assert [span.of(example.file[1]) for span in example.carets] == [".."]


def test_carets_outside_the_line_are_kept_to_be_seen() -> None:
    (span,) = Bad("""
        [2]
         ^^^^
        """).carets
    assert (span.start, span.end) == (1, 5)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[1] Id.", "essay.txt"),
        ("[*] Professor.\n[1] Id.", "essay.txt"),
        ("Text.[1]\n\n[1] Id.", "essay.txt"),
        ("[^1]: *Id.*", "essay.md"),
        ("Text.[^a]\n\n[^a]: [1] is no label here.", "essay.md"),
        ("A body.\n\nWithout notes.", "essay.md"),
    ],
)
def test_the_form_tells_the_format(text: str, name: str) -> None:
    assert Good(text).file == (name, text)


def test_fixed_text_is_a_whole_file_too() -> None:
    assert Bad("*Id..*", fixed="*Id.*").fixed_text == "[^1]: *Id.*"
    assert Bad("*Id..*").fixed_text is None
    assert (
        Bad(
            "[1] Id..",
            fixed="""
        [1] Id.
        """,
        ).fixed_text
        == "[1] Id."
    )

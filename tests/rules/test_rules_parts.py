"""Parts named by cross-references, and marks in the text: beyond the examples of the rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trial import try_rules

HEADS = (
    "# Introduction",
    "# I. One",
    "## A. Alpha",
    "Text.[^1]",
    "## B. Beta",
    "# II. Two",
    "## A. Gamma",
    "# Conclusion",
)
BODY = "".join(f"{head}\n\n" for head in HEADS)


def codes(reference: str, body: str = BODY) -> list[str]:
    found = try_rules("essay.md", f"{body}[^1]: {reference}\n").found
    return [finding.code for finding in found if finding.code in ("XRF007", "XRF008")]


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("*See infra* Part II.A.", []),
        ("*See infra* Section I.B and Part II.", []),
        ("*See infra* Part II.B.", ["XRF007"]),
        ("*See infra* Parts II and III.", ["XRF007"]),
        ("*See infra* Part I.A–C.", ["XRF007"]),
        ("*See supra* Part II.", ["XRF008"]),
        ("*See supra* Part I.A.", []),  # the note stands in it
        ("*See infra* Part I.", []),
        ("*See supra* Parts I and II.", []),  # on both sides
        ("*See infra* Part IV of the Restatement.", []),
        ("*See infra* Part II.A.1.", []),  # no numbered headings at that depth
        ("*See infra* Conclusion.", []),
    ],
)
def test_parts(reference: str, found: list[str]) -> None:
    assert codes(reference) == found


@pytest.mark.parametrize(
    "body",
    [
        "# One\n\nText.[^1]\n\n# Two\n\n",  # no numbers
        "# I. One\n\nText.[^1]\n\n# III. Three\n\n",  # one was not read
        "Text.[^1]\n\n",
    ],
)
def test_nothing_is_said_without_all_numbers(body: str) -> None:
    assert codes("*See infra* Part IV.", body) == []


def test_small_roman_numbers_are_those_of_a_style_in_capitals() -> None:
    assert codes("*See infra* Part III.", "# i.\tone\n\nText.[^1]\n\n# ii.\ttwo\n\n") == ["XRF007"]


@settings(max_examples=60, deadline=None)
@given(st.text("IVXABC123.–-() and&,", min_size=1, max_size=20))
def test_no_reference_is_a_traceback(path: str) -> None:
    codes(f"*See infra* Part {path}.")


# --- marks


def marks(body: str) -> tuple[list[str], str]:
    text = f"{body}\n\n[^1]: Katz v. Doe, 389 U.S. 347 (1967).\n[^2]: Roe v. Doe, 1 U.S. 3 (1790).\n"
    trial = try_rules("essay.md", text)
    return [code for code in trial.codes if code in ("NUM008", "NUM009")], trial.fixed("NUM008").split("\n")[0]


@pytest.mark.parametrize(
    ("body", "found", "mended"),
    [
        ("Old[^1][^2].", ["NUM008"], "Old.[^1][^2]"),
        ("Old[^1]. . . and so[^2] on.", [], "Old[^1]. . . and so[^2] on."),
        ("“Old[^1]”", ["NUM008"], "“Old”[^1]"),
        ("The court[^1]’s rule.", [], "The court[^1]’s rule."),
        ("One thing:[^1] this.", ["NUM008"], "One thing[^1]: this."),
        ("See this:[^1]", [], "See this:[^1]"),
        ("(in part[^1]) it failed.", [], "(in part[^1]) it failed."),
    ],
)
def test_marks(body: str, found: list[str], mended: str) -> None:
    assert marks(body) == (found, mended)


def test_blanks_before_most_marks_are_said_once() -> None:
    body = " ".join(f"Word. [^{n}]" for n in range(1, 8))
    notes = "\n".join(f"[^{n}]: Katz v. Doe, 389 U.S. 347 (1967)." for n in range(1, 8))
    (finding,) = try_rules("essay.md", f"{body}\n\n{notes}\n").of("NUM009")
    assert "7 of 7" in finding.message

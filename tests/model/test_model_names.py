"""Surnames."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citelint.model.names import surname


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Roberta Cohen", "Cohen"),
        ("Cohen", "Cohen"),
        ("Ruth K. Doe, Jr.", "Doe"),
        ("Ruth K. Doe III", "Doe"),
        ("Ruth Doe, Ph.D.", "Doe"),
        ("Tomas van der Berg", "van der Berg"),
        ("Tomas Van Loo", "Van Loo"),
        ("Oscar de la Renta", "de la Renta"),
        ("Ludwig von Mises, Jr.", "von Mises"),
        ("La Tour", "Tour"),
        ("Ben Roe", "Roe"),
        ("van Gogh", "van Gogh"),
        ("de Vries", "de Vries"),
        ("Keith Cunningham-Parmeter", "Cunningham-Parmeter"),
        ("AMANDA LENHART ET AL.", "LENHART"),
        ("Orna Rabinovich-Einy", "Rabinovich-Einy"),
        ("bell hooks", "hooks"),
        ("Jr.", "Jr."),
        ("", ""),
    ],
)
def test_surname(name: str, expected: str) -> None:
    assert surname(name) == expected


@given(st.text())
def test_a_surname_is_the_end_of_the_name_or_nothing(name: str) -> None:
    assert surname(name) in " ".join(name.replace("*", "").split())

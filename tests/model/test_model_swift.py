"""The faster constructor: it makes the same frozen values as that of dataclasses."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from citelint.model.citation import Citation, Field, Kind, Mention, Role
from citelint.model.span import Span
from citelint.model.swift import swift

PAGE = Field(Span(9, 12), "436")
CASE = Citation(index=3, note=1, span=Span(0, 12), kind=Kind.CASE, page=PAGE)


def test_every_field_is_set_or_has_its_default() -> None:
    assert (CASE.index, CASE.note, CASE.span, CASE.kind, CASE.page) == (3, 1, Span(0, 12), Kind.CASE, PAGE)
    given = {"index", "note", "span", "kind", "page"}
    assert all(getattr(CASE, f.name) == f.default for f in fields(CASE) if f.name not in given)
    assert CASE.role is Role.TOP
    assert type(CASE) is Citation
    assert isinstance(CASE, Mention)


def test_it_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        CASE.index = 4  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del PAGE.value
    with pytest.raises((AttributeError, TypeError)):
        CASE.other = 4  # type: ignore[attr-defined]


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(TypeError, match="kind"):
        Citation(index=3, note=1, span=Span(0, 12))  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="pages"):
        Citation(index=3, note=1, span=Span(0, 12), kind=Kind.CASE, pages=PAGE)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Citation(3, 1, Span(0, 12), kind=Kind.CASE)  # type: ignore[misc]


def test_copies_are_equal_and_frozen() -> None:
    for other in (copy.deepcopy(CASE), pickle.loads(pickle.dumps(CASE)), replace(CASE)):
        assert other == CASE
        assert hash(other) == hash(CASE)
        assert type(other) is Citation
        with pytest.raises(FrozenInstanceError):
            other.index = 4
    assert replace(CASE, index=4).index == 4


def test_what_it_cannot_make_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Listing:
        names: list[str] = field(default_factory=list)

    with pytest.raises(TypeError, match="Listing"):
        swift(Listing)

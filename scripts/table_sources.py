"""The sources that the tables are made from: two packages, The Indigo Book's tables, our own lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "scripts" / "tables"


def own(name: str) -> list[str]:
    """Give the entries of one of our own lists, comments left out."""
    text = (SOURCES / "own" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def indigo(name: str) -> list[tuple[str, str]]:
    """Give the rows (term, abbreviation) of one of The Indigo Book's tables, its heading left out."""
    rows = json.loads((SOURCES / "indigo" / f"{name}.json").read_text(encoding="utf-8"))
    headings = {"Abbreviation", "Date", "Dates"}
    return [(row["term"], row["abbr"]) for row in rows if row["abbr"] not in headings]


def package(name: str, file: str) -> Any:
    """Give a JSON file of a package's data, the package itself not imported."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed: pip install --group tables")
    return json.loads((Path(spec.origin).parent / "data" / file).read_text(encoding="utf-8"))


def expanded(term: str) -> list[str]:
    """Give the words that an entry of The Indigo Book means: "Academ[ic, y]", "East, Eastern"."""
    term = re.sub(r"\s*\([^)]*\)?.*$", "", term)
    bracket = re.search(r"\[([^\]]*)\]", term)
    if bracket:
        endings = ["", *(ending.strip() for ending in bracket[1].split(","))]
        return [term[: bracket.start()] + ending + term[bracket.end() :] for ending in endings]
    return [word.strip() for word in term.split(",") if word.strip()]


def choices(abbreviation: str) -> list[str]:
    """Give the abbreviations that a cell of The Indigo Book lists: "Adm’r, Adm’x", "Cty. or Cnty."."""
    text = re.sub(r"<[^>]*>|\[[^\]]*\]|\((?!ser)[^)]*\)", " ", abbreviation)
    return [" ".join(part.split()) for part in re.split(r",| or ", text) if part.strip()]


def editions() -> Iterable[tuple[str, dict[str, Any]]]:
    """Give every reporter of reporters-db: its abbreviation and entry."""
    for versions in package("reporters_db", "reporters.json").values():
        for entry in versions:
            for edition in entry["editions"]:
                yield edition, entry


def values(name: str) -> dict[str, str]:
    """Give one of our own lists whose entries are a value, a tab and a name, by name."""
    return {line.split("\t")[1]: line.split("\t")[0] for line in own(name)}


def phrases() -> list[str]:
    """Give The Indigo Book's phrases of case history: small letters, straight apostrophes, no comma behind."""
    rows = json.loads((SOURCES / "indigo" / "ib2_T14_explanatory_phrases.json").read_text(encoding="utf-8"))
    return [re.sub(r"\s*\[.*?\]", "", row).rstrip(",").replace("’", "'").lower() for row in rows]

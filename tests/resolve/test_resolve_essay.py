"""Whole essays, from their text: one of ours, and one that was read by hand."""

from __future__ import annotations

from pathlib import Path

from citelint.config import Config
from citelint.model.citation import Id, Supra
from citelint.model.document import Document
from citelint.model.link import Found, Links, Pointing
from citelint.parse import parse
from citelint.read import read_source
from citelint.resolve import resolve

ESSAY = """\
The harbour closed in the spring.[1] Nobody asked why.[2]

[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).

[2] Tomas Okafor & Ruth Lin, Pricing Privacy, 70 Stan. L. Rev. 1127, 1140 (2018) [hereinafter Price List].

[3] Miranda v. Arizona, 384 U.S. 436, 444 (1966) (quoting Mapp v. Ohio, 367 U.S. 643, 655 (1961)).

[4] Id. at 445.

[5] Ellison, supra note 2, at 920.

[6] Id.; see also Okafor & Lin, supra note 3, at 1141.

[7] Id. at 1142.

[8] Price List, supra note 2, at 1150; Miranda, 384 U.S. at 450.

[9] See supra note 3 and accompanying text.

[10] Id.

[11] Whitcombe, supra note 4, at 12; Mapp, 367 U.S. at 656.
"""


def followed(data: bytes, name: str) -> tuple[Document, Links]:
    document = parse(read_source(data, name, Config()), Config())
    return document, resolve(document, Config())


def told(document: Document, links: Links) -> list[tuple[str, str, str]]:
    """Give for each reference its note, its words up to the page, and the note meant or why it is lost."""
    lines = []
    for reference in document.references:
        link = links.of(reference.index)
        answer = document.note_of(link.citation).name if isinstance(link, Found) else link.why.value
        words = reference.span.of(document.text).split(" at ")[0].rstrip(",")
        lines.append((document.note_of(reference).name, words, answer))
    return lines


def test_own_essay() -> None:
    document, links = followed(ESSAY.encode(), "essay.txt")
    assert told(document, links) == [
        ("4", "Id.", "3"),
        ("5", "Ellison, supra note 2", "1"),
        ("6", "Id.", "1"),
        ("6", "Okafor & Lin, supra note 3", "2"),
        ("7", "Id.", "several-authorities"),
        ("8", "Price List, supra note 2", "2"),
        ("8", "Miranda, 384 U.S.", "3"),
        ("9", "supra note 3 and accompanying text", "internal"),
        ("10", "Id.", "internal-reference"),
        ("11", "Whitcombe, supra note 4", "never-cited-in-full"),
        ("11", "Mapp, 367 U.S.", "3"),
    ]


def test_shared_essay(shared: Path) -> None:
    """The supras of notes 8, 12 and 14 are one too low; every Id. is right."""
    file = next((shared / "essay").glob("*.txt"))
    document, links = followed(file.read_bytes(), file.name)
    supras = [m for m in document.mentions if isinstance(m, Supra)]
    ids = [m for m in document.mentions if isinstance(m, Id)]
    assert [document.note_of(s).name for s in supras] == ["8", "12", "14"]
    found = [links.of(s.index) for s in supras]
    assert all(isinstance(f, Found) and f.pointing is Pointing.ANOTHER_WORK and f.certain for f in found)
    assert [document.note_of(f.citation).name for f in found if isinstance(f, Found)] == ["6", "3", "3"]
    meant = {"4": "3", "7": "6", "9": "6", "10": "6", "11": "6"} | {str(n): "3" for n in range(15, 22)}
    answers = {document.note_of(i).name: links.of(i.index) for i in ids}
    assert {n: document.note_of(a.citation).name for n, a in answers.items() if isinstance(a, Found)} == meant
    assert all(isinstance(a, Found) and a.certain for a in answers.values())

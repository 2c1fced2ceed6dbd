"""The web page: one file that loads nothing, in which every link leads somewhere and no text is markup."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from citelint.config import Config
from citelint.model.run import FileResult, Run
from citelint.pipeline import check
from citelint.report.files.html import report
from citelint.report.layout.look import Look
from citelint.report.page.picture import Arc, arcs

NOTES = (
    "A note for the author's friends.",
    "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2018), https://example.com/a?b=1&c=2.",
    "Tomas Varga, The Sealed Record 12 (2015).",
    "Ellison, supra note 1, at 4.",
    "Varga, supra note 2.",
    "Id. at 7 (quoting Ellison, supra note 2).",
    "Ellison, supra note 1, at 9.",
    "A text , that slips.",
)
VOID = frozenset({"meta", "input"})


class Page(HTMLParser):
    """Reads the page, and holds that every element is closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def checked(*notes: str, name: str = "essay.txt") -> FileResult:
    return check("".join(f"[{n}] {note}\n" for n, note in enumerate(notes, 1)).encode(), name, Config())


def page(*results: FileResult, look: Look | None = None) -> tuple[str, Page]:
    text = report(Run(results, "9.9.9"), look or Look())
    return text, Page(text)


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text, read = page(checked(*NOTES))
    (policy,) = [m["content"] for m in read.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    tags = {tag for tag, _ in read.elements}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "base", "audio", "video", "use"}
    names = {name for _, attributes in read.elements for name in attributes}
    assert not names & {"style", "src", "srcset", "onclick", "onload", "xlink:href"}
    assert "url(" not in style
    assert "@import" not in style


def test_every_link_leads_somewhere_and_every_id_is_one() -> None:
    _, read = page(checked(*NOTES), checked(*NOTES, name="other.txt"), FileResult(path="bad.docx", error="damaged"))
    ids = [attributes["id"] for _, attributes in read.elements if attributes.get("id")]
    assert len(ids) == len(set(ids))
    links = [attributes["href"] or "" for attributes in read.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert {link for link in links if not link.startswith("#")} == {"https://example.com/a?b=1&c=2"}
    named = [
        attributes[name] or "" for _, attributes in read.elements for name in ("aria-labelledby",) if name in attributes
    ]
    assert {one for names in named for one in names.split()} <= set(ids)


def test_a_reference_leads_to_the_note_of_its_source() -> None:
    text, _ = page(checked(*NOTES))
    assert re.search(r'<a href="#f0-n1"><mark class="error">Ellison, supra note 1</mark>, at 4</a>', text)
    assert re.search(r'<a href="#f0-n2">Id. at 7 ?</a> ?\(quoting <a href="#f0-n1">Ellison, supra note 2</a>\)', text)


def test_findings_stand_beside_their_note_and_causes_first() -> None:
    shifted = (*NOTES[:5], NOTES[4], *NOTES[6:])
    text, read = page(checked(*shifted))
    assert text.index("What happened") < text.index("Which note leans on which") < text.index(">Notes<")
    entries = re.findall(r'<li id="f0-n(\d)" class="(note(?: clean)?)">', text)
    assert [int(note) for note, kind in entries if kind == "note"] == [3, 4, 5, 6, 7]
    assert "What follows from it" in read.words
    assert "Ellison is cited in full in note 2, not in note 1" in read.words
    assert "4 of 4 supra numbers" in read.words


def test_the_picture_has_an_arc_from_each_note_to_what_it_leans_on() -> None:
    result = checked(*NOTES)
    assert result.document is not None
    assert result.links is not None
    drawn = arcs(result.document, result.links)
    assert drawn == [Arc(3, 1, True), Arc(4, 2, True), Arc(5, 1, False), Arc(5, 2, False), Arc(6, 1, True)]
    text, read = page(result)
    assert text.count('class="arc"') + text.count('class="arc wrong"') == len(drawn)
    assert text.count('class="arc wrong"') == 3
    assert text.count("<circle") == len(NOTES)
    (svg,) = read.all("svg")
    assert svg["role"] == "img"
    assert "note 4 leans on note 2 (another number is typed)" in read.words
    assert "<svg" not in page(checked("Id."))[0]


@pytest.mark.parametrize("count", [1, 2, 60, 700])
def test_a_picture_of_any_size_stays_in_its_frame(count: int) -> None:
    notes = ["Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2018).", *["Ellison, supra note 1."] * count]
    text, read = page(checked(*notes))
    width, height = map(float, (read.all("svg")[0]["viewbox"] or "").split()[2:])
    assert all(0 <= float(c["cx"] or "") <= width for c in read.all("circle"))
    assert height < 400
    rises = [float(rise) for rise in re.findall(r"A[\d.]+ ([\d.]+) 0 0", text)]
    assert max(rises) < height
    assert text.count("<text") <= 41


def test_what_was_not_read_is_said() -> None:
    _, read = page(FileResult(path="bad.docx", error="damaged: open it and save it again"))
    assert "Nothing was checked" in read.words
    assert "Not checked: damaged: open it and save it again" in read.words


def test_suggestions_are_there_where_they_were_asked_for() -> None:
    result = checked(*NOTES)
    result = replace(
        result, diagnostics=tuple(replace(d, severity=type(d.severity).SUGGESTION) for d in result.diagnostics)
    )
    assert result.diagnostics
    assert "Suggestion" not in page(result)[1].words
    assert "Suggestion" in page(result, look=Look(suggestions=True))[1].words


def test_the_text_of_a_manuscript_is_not_markup() -> None:
    odd = '<script>alert(1)</script> & "quotes" <!-- [sic] :smiley: \x1b[31m \u202e javascript:alert(1)'
    text, read = page(checked(f"{odd}.", "Mara Ellison, <b>Bold</b>, https://example.com/<i>x (2018)."))
    assert not read.all("script")
    assert not read.all("b")
    assert (
        '<script>alert(1)</script> & "quotes" <!-- [sic] :smiley: \\x1b[31m \\u202e javascript:alert(1)' in read.words
    )
    assert "\x1b" not in text


def test_the_same_run_gives_the_same_page() -> None:
    assert page(checked(*NOTES))[0] == page(checked(*NOTES))[0]

"""Whatever stands in a manuscript, every output can be read by what it is for, and nothing in it is obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from effort import effort
from hypothesis import given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.model.diagnostic import Diagnostic, Edit, Fix, Related, Safety, Severity
from citelint.model.run import FileResult, Run
from citelint.model.span import Span
from citelint.pipeline import follow
from citelint.report import FILES, formats, rendered, reporter
from citelint.report.layout.look import Look

ODD = (
    *(
        "[sic]",
        "[/sic]",
        "[bold red]",
        ":smiley:",
        "\x1b[31m",
        "\x1b]8;;http://x\x07",
        "\u202e",
        "\u2066",
        "\u200b",
        "]]>",
        "<![CDATA[",
    ),
    *(
        "\x00",
        "\x85",
        "\ud800",
        "\udcff",
        "\ufffe",
        "\U0001f600",
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        '=HYPERLINK("x")',
        "::error::x",
        "%0A",
    ),
    *(
        "</script>",
        "<b>",
        "&amp;",
        "&#0;",
        "'",
        '"',
        "javascript:alert(1)",
        'http://e.com/"><b>',
        "\r",
        "\t",
        "\x0b",
        "\u2028",
        "_x0041_",
    ),
    *(
        "Mara Ellison, Dockets, 118 Colum. L. Rev. 901 (2018)",
        "Id. at 5",
        "Ellison, supra note 2",
        "; ",
        ". ",
        "|",
        "{{x}}",
        "${x}",
    ),
)
TEXTS = st.lists(st.sampled_from(ODD) | st.text(max_size=8), min_size=1, max_size=8).map(" ".join)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Draw a run of a real piece, with findings whose every word is odd, and of a file that was not read."""
    notes = [draw(TEXTS).replace("\n", " ").replace("\r", " ") for _ in range(draw(st.integers(1, 4)))]
    text = "".join(f"[{number}] {note}\n" for number, note in enumerate(notes, 1))
    result = follow(text.encode("utf-8", "replace"), "essay.txt", Config())
    name = draw(TEXTS)
    if result.document is None or not result.document.notes:
        return Run((FileResult(path=name, error=draw(TEXTS)),), "9.9.9", base="/repo")
    findings = [_finding(draw, note.ordinal, note.span) for note in result.document.notes]
    cause = replace(findings[0], members=tuple(n.ordinal for n in result.document.notes), note=None, fix=None)
    result = replace(result, path=name, diagnostics=(cause, *findings))
    return Run((result, FileResult(path=draw(TEXTS), error=draw(TEXTS))), "9.9.9", base="/repo")


def _finding(draw: st.DrawFn, note: int, within: Span) -> Diagnostic:
    start = draw(st.integers(within.start, within.end))
    span = Span(start, draw(st.integers(start, within.end)))
    return Diagnostic(
        code="ODD001",
        name="odd",
        severity=draw(st.sampled_from(Severity)),
        bluebook=draw(st.sampled_from(["", "4.2(a)"])),
        note=note,
        span=span,
        message=draw(TEXTS),
        hint=draw(TEXTS),
        found=draw(TEXTS),
        expected=draw(TEXTS),
        expected_note=draw(TEXTS),
        why=draw(TEXTS),
        related=(Related(note, within, draw(TEXTS)),),
        fix=Fix(Safety.SAFE, (Edit(span, draw(TEXTS)),)),
        group="ODD-1",
    )


@effort(40)
@given(runs(), st.booleans())
def test_whatever_is_in_it_every_output_is_well_formed_and_the_same_twice(run: Run, suggestions: bool) -> None:
    look = Look(suggestions=suggestions)
    for name in (*formats(), *formats(FILES)):
        data = rendered(name, run, look)
        assert data == rendered(name, run, look)
        CHECKS.get(name, _lines)(data, run)


@effort(15)
@given(runs())
def test_notes_as_csv_are_data_too(run: Run) -> None:
    _csv(reporter("csv", "notes")(run, Look()).encode("utf-8", "backslashreplace"), run)


def _lines(data: bytes, run: Run) -> None:
    """What is printed has no control character but line ends, and none that changes direction."""
    text = data.decode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def _github(data: bytes, run: Run) -> None:
    _lines(data, run)
    for line in data.decode("utf-8").splitlines()[:-1]:
        assert line.startswith(("::error file=", "::warning file=", "::notice file=")) or line.endswith(
            " in the summary"
        )


def _json(data: bytes, run: Run) -> None:
    json.loads(data)


def _jsonl(data: bytes, run: Run) -> None:
    lines = data.decode("utf-8").split("\n")
    assert [json.loads(line)["type"] for line in lines[:-1]].count("finding") == sum(
        len(f.diagnostics) for f in run.files
    )


def _sarif(data: bytes, run: Run) -> None:
    (made,) = json.loads(data)["runs"]
    assert len(made["results"]) == sum(len(f.diagnostics) for f in run.files)
    for artifact in made["artifacts"]:
        assert re.fullmatch(r"[\w\-./~!$&'()*+,;=@%:]*", artifact["location"]["uri"], re.ASCII)


def _junit(data: bytes, run: Run) -> None:
    root = ElementTree.fromstring(data)
    assert len(root) == len(run.files)
    assert {e.tag for e in root.iter()} <= {"testsuites", "testsuite", "testcase", "failure", "error", "skipped"}


def _csv(data: bytes, run: Run) -> None:
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for row in rows:
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert not re.search("[\x00-\x1f\u202a-\u202e]", cell)


class _Tags(HTMLParser):
    seen: set[str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        address = dict(attrs).get("href") or "#"
        assert address.startswith(("#", "http://", "https://"))


def _html(data: bytes, run: Run) -> None:
    text = data.decode("utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    tags = _Tags()
    tags.seen = set()
    tags.feed(text)
    assert not tags.seen & {"script", "b", "i", "img"}
    known = (
        *("html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p", "nav"),
        *("div", "table"),
    )
    more = (*("tr", "th", "td", "label", "input", "main", "section", "span", "ul", "li", "ol", "mark", "q", "caption"),)
    drawn = (*("svg", "desc", "line", "path", "circle", "text", "details", "summary", "footer"),)
    assert tags.seen <= {*known, *more, *drawn}


def _xlsx(data: bytes, run: Run) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            if name.endswith(".xml"):
                root = ElementTree.fromstring(book.read(name))
                if "worksheets" in name:
                    assert not [e for e in root.iter() if e.tag.endswith(("}f", "}hyperlink"))]


CHECKS = {
    "github": _github,
    "gitlab": _json,
    "json": _json,
    "jsonl": _jsonl,
    "rdjson": _json,
    "sarif": _sarif,
    "junit": _junit,
    "csv": _csv,
    "html": _html,
    "xlsx": _xlsx,
}


@pytest.mark.parametrize("name", [*formats(), *formats(FILES)])
def test_nothing_that_can_be_seen_is_swallowed(name: str) -> None:
    words = "[hereinafter Cohen] [sic] :smiley: ]]> <b> ::error::x _x0041_"
    result = follow(f"[1] {words} A text.\n".encode(), "essay.txt", Config())
    assert result.document is not None
    span = result.document.notes[0].span
    one = Diagnostic(
        code="ODD001", name="odd", severity=Severity.ERROR, bluebook="", note=0, span=span, message=words, found=words
    )
    data = rendered(name, Run((replace(result, diagnostics=(one,)),), "9.9.9"), Look(width=200))
    assert words in _read_back(name, data)


def _read_back(name: str, data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    if name == "xlsx":
        from openpyxl import load_workbook

        return "\n".join(str(c.value) for s in load_workbook(io.BytesIO(data)) for row in s for c in row)
    if name == "junit":
        return "\n".join(v for e in ElementTree.fromstring(data).iter() for v in (*e.attrib.values(), e.text or ""))
    if name in ("json", "sarif", "gitlab", "rdjson"):
        return json.dumps(json.loads(data), ensure_ascii=False)
    if name == "html":
        from html import unescape

        return unescape(re.sub(r"<[^>]*>", "", text))
    return text

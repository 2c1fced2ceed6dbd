"""`citelint fix` of a Word file: tracked, plain, refreshed and linked; what is left, and what is refused."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from wordfiles import bookmarked, call, essay_file, field, note, paragraph, simple_field, text, word_file
from wordviews import authors, members, paragraphs

from citelint.cli.main import commands
from citelint.config import Config
from citelint.linking import link
from citelint.model.run import FileResult
from citelint.pipeline import check

Cli = Callable[..., Result]

SHIFTED = """
[1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
[2=ellison] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901,, 915 (2018).
[3] Hiro Castellan, Trimmed, Not Struck, 71 Duke L.J. 1203, 1219 (2022).
[4] Ellison, supra note 1, at 920.
[5] Castellan, supra note 2, at 1220.
[6] Ellison, supra note {1=ellison}, at 921.
"""
SOUND = """
[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Hiro Castellan, Trimmed, Not Struck, 71 Duke L.J. 1203, 1219 (2022).
[3] Ellison, supra note 1, at 920.
[4] Castellan, supra note 2, at 1220; see supra notes 1–2 and accompanying text.
"""


def checked(data: bytes) -> FileResult:
    result = check(data, "essay.docx", Config())
    assert result.source is not None, result.error
    return result


def wrong(data: bytes) -> list[tuple[str, str | None, str | None]]:
    result = checked(data)
    return [(d.code, result.label(d.note), d.expected_note) for d in result.diagnostics if not d.members]


def notes(data: bytes) -> list[str]:
    source = checked(data).source
    assert source is not None
    return [one.span.of(source.text) for one in source.notes]


@pytest.fixture
def cli(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    monkeypatch.chdir(tmp_path)
    Path("essay.docx").write_bytes(essay_file(SHIFTED))
    return lambda *args: CliRunner().invoke(commands, ["fix", *(str(arg) for arg in args)])


def test_without_a_way_everything_is_shown_and_nothing_written(cli: Cli) -> None:
    result = cli("essay.docx")
    assert result.exit_code == 1
    assert "+ Ellison, supra note 2, at 920." in result.stdout
    assert "--refresh brings it up to date" in " ".join(result.stdout.split())
    assert "citelint fix --track --write essay.docx" in result.stdout
    assert os.listdir() == ["essay.docx"]


def test_tracked_changes_rejected_are_the_original_and_accepted_the_fixed_text(cli: Cli) -> None:
    before = Path("essay.docx").read_bytes()
    assert cli("essay.docx", "--track", "--write").exit_code == 1
    after = Path("essay.citelint.docx").read_bytes()
    assert Path("essay.docx").read_bytes() == before
    assert authors(after) == {"citelint"}
    assert paragraphs(after, "footnotes", accepted=False) == paragraphs(before, "footnotes", accepted=False)
    assert cli("essay.docx", "--accept", "-o", "plain.docx").exit_code == 1
    plain = Path("plain.docx").read_bytes()
    assert authors(plain) == set()
    assert paragraphs(after, "footnotes", accepted=True) == paragraphs(plain, "footnotes", accepted=True)
    assert notes(plain)[3:5] == ["Ellison, supra note 2, at 920.", "Castellan, supra note 3, at 1220."]
    assert wrong(plain) == [("XRF011", "6", "2")]


def test_safe_only_leaves_what_wants_an_eye(cli: Cli) -> None:
    result = cli("essay.docx", "--accept", "--safe-only", "--write")
    assert "want your eye" in result.stdout
    now = notes(Path("essay.citelint.docx").read_bytes())
    assert "901, 915" in now[1]
    assert now[3] == "Ellison, supra note 1, at 920."


def test_all_in_order_mends_everything_and_a_second_run_finds_nothing(cli: Cli) -> None:
    assert cli("essay.docx", "--accept", "--refresh", "--link", "-o", "done.docx").exit_code == 0
    done = Path("done.docx").read_bytes()
    assert wrong(done) == []
    assert members(done)["word/footnotes.xml"].count(b"NOTEREF") == 3
    again = cli("done.docx", "--accept", "--refresh", "--link", "-o", "again.docx")
    assert "Nothing to fix." in again.stdout
    assert Path("again.docx").read_bytes() == done


def test_refresh_changes_the_result_alone_and_tells_word_to_look_again(cli: Cli) -> None:
    before = members(Path("essay.docx").read_bytes())["word/footnotes.xml"]
    cli("essay.docx", "--refresh", "--write")
    after = members(Path("essay.citelint.docx").read_bytes())["word/footnotes.xml"]
    shown = before.replace(b'<w:fldChar w:fldCharType="begin"/>', b'<w:fldChar w:fldCharType="begin" w:dirty="true"/>')
    assert after == shown.replace(text("1").encode(), text("2").encode())


@pytest.mark.parametrize("dirty", ["", ' w:dirty="0"'])
def test_refresh_of_a_simple_field(dirty: str) -> None:
    from citelint.fix.word import Refreshed
    from citelint.mend import mend

    made = simple_field(" NOTEREF _Ref7 \\h ", "1").replace("<w:fldSimple", f"<w:fldSimple{dirty}")
    file = word_file(
        paragraph(call(1), bookmarked(call(2), "_Ref7"), call(3)),
        note(1, text(" Miranda v. Arizona, 384 U.S. 436, 444 (1966)."))
        + note(2, text(" Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)."))
        + note(3, text(" Ellison, supra note ") + made + text(", at 920.")),
    )
    mending = mend(file, "essay.docx", Config(), manner=Refreshed())
    assert notes(mending.mended)[2] == "Ellison, supra note 2, at 920."
    assert members(mending.mended)["word/footnotes.xml"].count(b'w:dirty="true"') == 1
    assert [d.code for d in mending.after.diagnostics if d.severity.rank < 2] == []


def inserted(data: bytes) -> bytes:
    """Give a file into whose beginning a note was inserted, as an editor does in Word: fields stay as they are."""
    from citelint.wordfile import rewritten

    parts = members(data)
    body = parts["word/document.xml"].replace(b"<w:p>", b"<w:p>" + (text("New.") + call(99)).encode(), 1)
    new = note(99, text(" Katz v. United States, 389 U.S. 347, 351 (1967)."))
    foot = parts["word/footnotes.xml"].replace(b"</w:footnotes>", new.encode() + b"</w:footnotes>")
    return rewritten(data, {"word/document.xml": body, "word/footnotes.xml": foot})


def test_after_linking_an_inserted_note_makes_the_fields_stale_and_refresh_mends_them(cli: Cli) -> None:
    Path("sound.docx").write_bytes(essay_file(SOUND))
    result = cli("sound.docx", "--link", "-o", "live.docx")
    assert result.exit_code == 0
    assert "4 typed numbers made live." in result.stdout
    live = Path("live.docx").read_bytes()
    assert notes(live) == notes(essay_file(SOUND))
    stale = inserted(live)
    assert wrong(stale) == [("XRF011", "4", "2")] + [("XRF011", "5", number) for number in ("3", "2", "3")]
    Path("stale.docx").write_bytes(stale)
    assert cli("stale.docx", "--refresh", "-o", "fresh.docx").exit_code == 0
    fresh = Path("fresh.docx").read_bytes()
    assert wrong(fresh) == []
    assert notes(fresh)[3:] == [
        "Ellison, supra note 2, at 920.",
        "Castellan, supra note 3, at 1220; see supra notes 2–3 and accompanying text.",
    ]


def test_a_link_carries_the_looks_and_its_bookmark_is_nine_digits() -> None:
    made = members(link(essay_file(SOUND), "essay.docx", Config()).data)
    names = re.findall(rb'bookmarkStart w:id="\d+" w:name="(_Ref\d{9})"', made["word/document.xml"])
    assert len(names) == len(set(names)) == 2
    codes = re.findall(rb" NOTEREF (\w+) ", made["word/footnotes.xml"])
    assert codes == [names[0], names[1], names[0], names[1]]
    assert link(essay_file(SOUND), "essay.docx", Config()).data == link(essay_file(SOUND), "essay.docx", Config()).data


def test_bookmarks_that_are_there_are_used_again_unless_they_hold_two_marks() -> None:
    cite = note(1, text(" Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).")) + note(
        2, text(" Ellison, supra note 1, at 920.")
    )
    one = word_file(paragraph(bookmarked(call(1), "_Ref123456789"), call(2)), cite)
    both = word_file(paragraph(bookmarked(call(1) + call(2), "_Ref123456789")), cite)
    for file, is_used in ((one, True), (both, False)):
        made = link(file, "essay.docx", Config())
        assert made.made == 1
        assert (b"_Ref123456789" in members(made.data)["word/footnotes.xml"]) == is_used


@pytest.mark.parametrize(
    ("runs", "why"),
    [
        (text(" See supra notes 1–2, at 3."), ""),
        (
            field(" ADDIN ZOTERO_ITEM CSL {} ", " Ellison, supra note 1, at 920."),
            "it stands in a field (ADDIN ZOTERO_ITEM)",
        ),
        (
            '<w:hyperlink w:anchor="x">' + text(" Ellison, supra note 1, at 920.") + "</w:hyperlink>",
            "it stands in a hyperlink",
        ),
        (
            text(" Ellison, supra note ")
            + '<w:ins w:id="5" w:author="Jo">'
            + text("1")
            + "</w:ins>"
            + text(", at 920."),
            "it stands in a tracked change of Jo",
        ),
        (text(" Ellison, supra note 2, at 920."), "it may not be right as it is printed (SUP002)"),
        (text(" Nobody, supra note 1, at 920."), "it may not be right as it is printed (SUP004)"),
    ],
)
def test_what_is_not_made_live_is_left_with_the_reason(runs: str, why: str) -> None:
    file = word_file(
        paragraph(call(1), call(2), call(3)),
        note(1, text(" Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)."))
        + note(2, text(" Hiro Castellan, Trimmed, Not Struck, 71 Duke L.J. 1203, 1219 (2022)."))
        + note(3, runs),
    )
    made = link(file, "essay.docx", Config())
    assert [one.why for one in made.left] == ([why] if why else [])
    assert (made.data == file) == bool(why)


def test_abbreviated_ranges_custom_marks_and_numbers_of_pages_are_left() -> None:
    many = "".join(f"[{n}] Katz v. United States, 389 U.S. 347, {n} (1967).\n" for n in range(1, 16))
    made = link(essay_file(many + "[16] See supra notes 11–2 and accompanying text.\n"), "essay.docx", Config())
    assert [one.why for one in made.left] == ["its range is abbreviated"]
    paged = word_file(
        paragraph(call(1), call(2))
        + '<w:sectPr><w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr>',
        note(1, text(" Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)."))
        + note(2, text(" Ellison, supra note 1, at 920.")),
    )
    left = link(paged, "essay.docx", Config())
    assert left.made == 0
    assert [one.why for one in left.left] == ["only a page layout tells the numbers of these notes"]


def test_only_some_notes(cli: Cli) -> None:
    cli("essay.docx", "--accept", "--only", "5", "--write")
    now = notes(Path("essay.citelint.docx").read_bytes())
    assert now[3] == "Ellison, supra note 1, at 920."
    assert now[4] == "Castellan, supra note 3, at 1220."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["essay.docx", "--write"], "--track (tracked changes) or --accept (plain text)"),
        (["essay.docx", "--track", "--accept"], "choose one"),
        (["essay.docx", "--track", "-o", "essay.docx"], "this is an input"),
        (["essay.docx", "--track", "--write", "--view", "original"], ""),
        (["essay.docx", "--format", "diff"], "a Word file has no lines"),
        (["notes.txt", "--track", "--write"], "are for Word files"),
        (["there.docx", "--track", "-o", "other.docx"], "this file exists"),
    ],
)
def test_what_is_refused_writes_nothing(cli: Cli, arguments: list[str], said: str) -> None:
    Path("notes.txt").write_text("[1] Id. at 3.\n")
    Path("there.docx").write_bytes(essay_file(SHIFTED))
    Path("other.docx").write_bytes(b"other")
    before = {name: Path(name).read_bytes() for name in os.listdir()}
    result = cli(*arguments)
    assert result.exit_code == (2 if said else 1)
    assert said in result.stderr
    assert {name: Path(name).read_bytes() for name in os.listdir()} == before


def test_annotate_adds_the_fixes_as_tracked_changes(cli: Cli) -> None:
    result = CliRunner().invoke(commands, ["annotate", "essay.docx", "--track", "--author", "Ed", "--write"])
    assert result.exit_code == 1
    after = Path("essay.citelint.docx").read_bytes()
    assert authors(after) == {"Ed"}
    assert b'w:author="Ed"' in members(after)["word/comments.xml"]
    before = Path("essay.docx").read_bytes()
    assert paragraphs(after, "footnotes", accepted=False) == paragraphs(before, "footnotes", accepted=False)

"""Files that only look like a format that is read."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Cli
from test_cli_codes import write


def checked(cli: Cli, *args: str | Path) -> list[str]:
    """Give the paths that were checked."""
    return [f["path"] for f in json.loads(cli(*args, "--format", "json", "--allow-empty").stdout)["files"]]


def test_xml_that_is_no_article_is_passed_over_in_a_folder_and_an_error_by_name(cli: Cli) -> None:
    write("papers/a.txt")
    write("papers/pom.xml", "<project/>")
    write("papers/manifest.xml", "\x03\0\b\0")
    write("papers/article.xml", "<article article-type='x'><body><p>A.<fn><p>Id.</p></fn></p></body></article>")
    assert checked(cli, "papers") == ["papers/a.txt", "papers/article.xml"]
    assert checked(cli, "papers/pom.xml", "papers/a.txt") == ["papers/a.txt"]
    result = cli("papers/pom.xml")
    assert result.exit_code == 2
    assert result.stderr.startswith("citelint: papers/pom.xml: this is no JATS article (its root is <project>)")


def test_a_folder_with_foreign_xml_alone_holds_no_note(cli: Cli) -> None:
    write("papers/pom.xml", "<project/>")
    assert cli("papers").exit_code == 2
    assert cli("papers", "--allow-empty").exit_code == 0


def test_a_page_whose_notes_are_elsewhere_is_an_error_of_one_line(cli: Cli) -> None:
    write("page.html", "<p>A.<sup><a href='notes.html#1'>1</a></sup>")
    result = cli("page.html")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "citelint: page.html: its mark calls a note on another page (notes.html): check a page that has the notes too"
    ]

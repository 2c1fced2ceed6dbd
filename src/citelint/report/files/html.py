"""One page for a person: what happened, which note leans on which, and every note beside what was found in it.

There is no script in it, and its policy lets it load nothing, from anywhere: it can be mailed and kept.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.run import FileResult, Run
from citelint.report.layout.look import Look
from citelint.report.layout.stories import stories
from citelint.report.layout.totals import UNBROKEN, checked, closing
from citelint.report.layout.words import counted
from citelint.report.page.markup import element, escaped, file_id, inner_link, note_id
from citelint.report.page.notetext import note_html
from citelint.report.page.picture import picture_html
from citelint.report.page.style import STYLE
from citelint.report.page.told import cause_html, finding_html

_ONLY = '<label class="only"><input type="checkbox" id="only"> Only notes in which something was found</label>'


def report(run: Run, look: Look) -> str:
    """Give the page. Suggestions are on it where they were asked for, as in a terminal."""
    names = counted(len(run.files), "file")
    if len(run.files) < 3:
        names = " and ".join(result.path.replace("\\", "/").rpartition("/")[2] for result in run.files)
    body = (
        inner_link("notes", "To the notes", class_="skip"),
        element(
            "header",
            element("h1", "Citations checked: ", escaped(names)),
            *_totals(run, look),
            _files(run, look),
            _ONLY,
        ),
        element("main", *(_file(result, index, look) for index, result in enumerate(run.files)), id="notes"),
        element(
            "footer", element("p", escaped(f"Made by citelint {run.version}. Nothing on this page was looked up."))
        ),
    )
    return f'<!DOCTYPE html>\n<html lang="en">\n{_head(names)}\n{element("body", *body)}\n</html>\n'


def _head(names: str) -> str:
    hashed = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{hashed}'; base-uri 'none'; form-action 'none'"
    return (
        '<head><meta charset="utf-8"><meta name="generator" content="citelint">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escaped(names)}: citations checked</title><style>{STYLE}</style></head>"
    )


def _totals(run: Run, look: Look) -> list[str]:
    told = [line for line in closing(run, replace(look, width=UNBROKEN)) if "citelint fix" not in line] or [
        checked(run)
    ]
    return [element("p", escaped(line)) for line in told]


def _files(run: Run, look: Look) -> str:
    """Give the table of the files, or "" where there is but one."""
    if len(run.files) < 2:
        return ""
    heads = ("File", "Notes", "Errors", "Warnings", "Result")
    rows = [_file_row(result, index) for index, result in enumerate(run.files)]
    table = element("table", element("tr", *(element("th", head, scope="col") for head in heads)), *rows)
    return element(
        "nav", element("div", table, class_="wide", tabindex="0", role="region", aria_label="Files"), aria_label="Files"
    )


def _file_row(result: FileResult, index: int) -> str:
    found = [d for d in result.diagnostics if not d.is_headline]
    counts = [str(sum(d.severity is kind for d in found)) for kind in (Severity.ERROR, Severity.WARNING)]
    state = f"could not be checked: {result.error}" if result.error else "findings" if found else "nothing found"
    if result.gaps and not result.error:
        state = f"{state}; not checked in full"
    cells = (escaped(str(result.notes)), *counts, escaped(state))
    link = inner_link(file_id(index), escaped(result.path))
    return element("tr", element("th", link, scope="row"), *(element("td", cell) for cell in cells))


def _file(result: FileResult, index: int, look: Look) -> str:
    parts = [element("h2", escaped(result.path))]
    if result.error is not None:
        parts.append(
            element("p", element("span", "Not checked: ", class_="kind"), escaped(result.error), class_="finding error")
        )
    parts += [
        element("p", element("span", "Not checked in full: ", class_="kind"), escaped(gap), class_="finding error")
        for gap in result.gaps
    ]
    if result.document is None:
        return element("section", *parts, id=file_id(index))
    told = stories(result, look)
    causes = [cause_html(story.headline, story.findings, result, index) for story in told if story.headline]
    if causes:
        parts += [element("h3", "What happened"), *causes]
    whole = [d for story in told for d in story.findings if d.note is None and not d.is_headline]
    if whole:
        entries = (finding_html(finding, result, index) for finding in sorted(whole, key=lambda d: d.span))
        parts += [element("h3", "About the text as a whole"), element("ul", *entries, class_="findings")]
    if result.links is not None:
        parts.append(picture_html(result.document, result.links, index, result.path))
    parts.append(_notes(result, index, look))
    return element("section", *parts, id=file_id(index))


def _notes(result: FileResult, index: int, look: Look) -> str:
    document = result.document
    if document is None or not document.notes:
        return ""
    found: dict[int, list[Diagnostic]] = {}
    for finding in result.diagnostics:
        if finding.note is not None and not finding.is_headline and look.shows(finding):
            found.setdefault(finding.note, []).append(finding)
    entries: list[str] = []
    for note in document.notes:
        if not result.reports(note):
            continue
        mine = found.get(note.ordinal, [])
        words = note_html(note, document, result.links, mine, index)
        label = element("span", escaped(note.name), class_="label")
        beside = element("ul", *(finding_html(one, result, index) for one in mine), class_="findings") if mine else ""
        entries.append(
            element(
                "li",
                element("div", label, words, class_="words"),
                element("div", beside),
                id=note_id(index, note.ordinal),
                class_="note" if mine else "note clean",
            )
        )
    return element("section", element("h3", "Notes"), element("ol", *entries, class_="notes"))

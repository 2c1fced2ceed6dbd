"""JUnit's XML, which every CI system shows: a suite for each file, a failed case for each finding.

Errors and warnings are failures. A suggestion is a skipped case, which is shown and fails nothing. A file without
either has one case that passes, and a file that could not be checked one that is in error. Headlines are left out,
since cases are counted; what follows from one cause says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from citelint.model.diagnostic import Diagnostic, Severity
from citelint.model.run import FileResult, Run
from citelint.report.layout.causes import counted_findings
from citelint.report.layout.lines import Lines
from citelint.report.layout.look import Look
from citelint.report.layout.paths import in_repository
from citelint.report.layout.words import book_rule, labels, notes_named
from citelint.report.layout.xml import for_xml


def report(run: Run, look: Look) -> str:
    """Give the document. No time stands in it: the same run gives the same bytes."""
    root = Element("testsuites", name="citelint")
    for result in run.files:
        _suite(root, result, run)
    _count(root)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, result: FileResult, run: Run) -> None:
    path = for_xml(in_repository(result.path, run))
    suite = SubElement(root, "testsuite", name=path)
    for what, why in result.shortfalls:
        name = "could be checked" if result.error else "checked in full"
        case = SubElement(suite, "testcase", classname=path, name=name, time="0")
        SubElement(case, "error", message=for_xml(why), type=what.replace(" ", "-"))
    lines = Lines(result.document) if result.document else None
    for finding, message in counted_findings(result):
        note = notes_named(labels(finding, result))
        name = for_xml(f"{note}: {finding.code} {finding.name}".removeprefix(": "))
        case = SubElement(suite, "testcase", classname=path, name=name, time="0")
        kind = "skipped" if finding.severity is Severity.SUGGESTION else "failure"
        outcome = SubElement(case, kind, message=for_xml(message))
        if kind == "failure":
            outcome.set("type", finding.severity.value)
        line = lines.at(finding.span, finding.note).line if lines and result.is_lined else None
        outcome.text = for_xml("\n".join(_told(finding, result, path if line is None else f"{path}:{line}")))
    if not len(suite):
        SubElement(suite, "testcase", classname=path, name="citations", time="0")
    _count(suite)


def _told(finding: Diagnostic, result: FileResult, where: str) -> Iterator[str]:
    note = notes_named(labels(finding, result))
    yield f"{where}, {note}" if note else where
    if result.source and finding.span.end > finding.span.start:
        yield f"words: {' '.join(finding.span.of(result.source.text).split())}"
    for what, words in (
        ("found", finding.found),
        ("expected", finding.expected),
        ("why", finding.why),
        ("rule", book_rule(finding)),
    ):
        if words:
            yield f"{what}: {words}"
    for related in finding.related:
        yield f"note {result.label(related.note)}: {related.message}"


def _count(element: Element) -> None:
    counts = {
        "tests": sum(1 for _ in element.iter("testcase")),
        "failures": sum(1 for _ in element.iter("failure")),
        "errors": sum(1 for _ in element.iter("error")),
        "skipped": sum(1 for _ in element.iter("skipped")),
    }
    for name, count in counts.items():
        element.set(name, str(count))

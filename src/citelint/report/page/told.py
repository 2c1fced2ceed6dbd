"""A finding as HTML: how grave, what is wrong, what should be, why, and where the evidence is."""

from __future__ import annotations

from collections.abc import Sequence

from citelint.model.diagnostic import Diagnostic, Related, Safety
from citelint.model.run import FileResult
from citelint.report.layout.words import book_rule, capital, labels, notes_named, sentence
from citelint.report.page.markup import element, escaped, inner_link, note_id


def finding_html(finding: Diagnostic, result: FileResult, file: int) -> str:
    """Give the entry of a finding in a list."""
    head = element(
        "p",
        element("span", finding.severity.value.capitalize(), class_="kind"),
        " ",
        element("span", escaped(f"{finding.code} {finding.name}"), class_="rule"),
    )
    lines = [head, element("p", escaped(sentence(capital(finding.message))))]
    if finding.expected:
        found = f" instead of {element('q', escaped(finding.found))}" if finding.found else ""
        lines.append(element("p", "Should be: ", element("q", escaped(finding.expected)), found, "."))
    if finding.fix is not None and finding.fix.safety is Safety.SAFE:
        lines.append(element("p", "This fix changes no meaning."))
    if finding.related:
        lines.append(element("ul", *(_evidence(one, result, file) for one in finding.related), class_="evidence"))
    if finding.why:
        rule = book_rule(finding)
        lines.append(element("p", escaped(f"Why: {sentence(finding.why)}{f' {rule}.' if rule else ''}"), class_="rule"))
    elif rule := book_rule(finding):
        lines.append(element("p", escaped(f"{rule}."), class_="rule"))
    return element("li", *lines, class_=f"finding {finding.severity.value}")


def _evidence(related: Related, result: FileResult, file: int) -> str:
    name = escaped(f"note {result.label(related.note)}")
    return element("li", inner_link(note_id(file, related.note), name), ": ", escaped(related.message))


def cause_html(headline: Diagnostic, members: Sequence[Diagnostic], result: FileResult, file: int) -> str:
    """Give a cause: what happened, and a table of what follows from it."""
    text = result.source.text if result.source else ""
    rows = [
        element(
            "tr",
            element("td", _note_link(member, result, file)),
            element("td", escaped(member.span.of(text))),
            element("td", escaped(f"note {member.expected_note}" if member.expected_note else member.expected or "")),
        )
        for member in members
    ]
    heads = element("tr", *(element("th", word, scope="col") for word in ("Note", "Typed", "Should be")))
    table = element("table", element("caption", "What follows from it"), heads, *rows) if rows else ""
    where = notes_named(labels(headline, result))
    named = f"{headline.code} in {result.path}, {where}"
    return element(
        "div",
        element(
            "p",
            element("span", headline.severity.value.capitalize(), class_="kind"),
            " ",
            element("span", escaped(f"{headline.code} {headline.name}, {where}"), class_="rule"),
        ),
        element("p", escaped(sentence(capital(headline.message)))),
        element("div", table, class_="wide", tabindex="0", role="region", aria_label=named) if table else "",
        class_=f"finding {headline.severity.value}",
    )


def _note_link(finding: Diagnostic, result: FileResult, file: int) -> str:
    if finding.note is None:
        return ""
    return inner_link(note_id(file, finding.note), escaped(result.label(finding.note) or ""))

"""HTML made of text that is data: everything goes through here, and only addresses of the web become links."""

from __future__ import annotations

from html import escape

from citelint.report.layout.escape import visible

_WEB = ("http://", "https://")


def escaped(text: str) -> str:
    """Give text of a manuscript, or a path, as HTML that shows it: nothing in it is markup."""
    return escape(visible(text))


def element(tag: str, *inside: str, **attributes: str | None) -> str:
    """Give an element. `inside` is HTML already; the values of attributes are text, and None leaves one out.

    An underscore in an attribute's name is a hyphen, and one at its end is dropped (``class_``).
    """
    pairs = (
        f' {name.rstrip("_").replace("_", "-")}="{escaped(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{''.join(pairs)}>{''.join(inside)}</{tag}>"


def inner_link(target: str, inside: str, **attributes: str | None) -> str:
    """Give a link to the element with the id `target` of the same page."""
    return element("a", inside, href=f"#{target}", **attributes)


def web_link(address: str, inside: str) -> str:
    """Give a link to an address, or `inside` alone where it is none of the web."""
    if not address.lower().startswith(_WEB):
        return inside
    return element("a", inside, href=address, rel="noopener noreferrer", class_="web")


def note_id(file: int, note: int) -> str:
    """Give the id of a note: the places of its file in the run and of the note in the file."""
    return f"f{file}-n{note}"


def file_id(file: int) -> str:
    """Give the id of the part of the page that a file has."""
    return f"f{file}"

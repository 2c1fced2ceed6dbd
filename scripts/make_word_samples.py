"""Make the Word files among the samples from their texts in `word_samples/`: `python scripts/make_word_samples.py`.

A text has paragraphs, headings (``#`` the title, ``##``), marks ``[1]``, and at its end notes ``[1] ...``, or
``[1=name] ...`` for a note whose mark has the bookmark that ``{1=name}`` means: a live field, which shows the 1
whatever the note's number is. ``*...*`` is in italics, ``^...^`` in small capitals. The same text gives the same bytes.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from hashlib import blake2b
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
TEXTS = Path(__file__).resolve().parent / "word_samples"
PLACES = {"ferry-rights": "clean", "stale-fields": "broken", "seminar-paper": "broken"}

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "footnotes": "footnotes"}

_NOTE = re.compile(r"\[(?P<number>\d+)(?:=(?P<name>\w+))?\] (?P<text>.*)")
_INSIDE = re.compile(
    r"\{(?P<shown>[^{}=]*)=(?P<name>\w+)\}|\*(?P<italic>[^*]+)\*|\^(?P<caps>[^^]+)\^|\[(?P<mark>\d+)\]"
)

SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
SECTION = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
SIGN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'


def run(words: str, looks: str = "") -> str:
    """Give a run of words, nothing for none."""
    set_ = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{set_}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>' if words else ""


def field(bookmark: str, shown: str) -> str:
    """Give a live field that shows some number."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> NOTEREF {bookmark} \\h </w:instrText></w:r>'
    return char.format("begin") + code + char.format("separate") + run(shown) + char.format("end")


def bookmark(name: str) -> str:
    """Give the name of the bookmark round the mark of the note that a text calls `name`: as Word makes them."""
    return f"_Ref{int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), 'big') % 10**9:09}"


def runs(line: str, names: dict[str, str | None]) -> str:
    """Give the runs of a line; `names` are the notes' names by their numbers."""
    made, at = [], 0
    for match in _INSIDE.finditer(line):
        made.append(run(line[at : match.start()]))
        at = match.end()
        if match["mark"] is not None:
            number = match["mark"]
            mark = SIGN.format(f'<w:footnoteReference w:id="{number}"/>')
            if (name := names[number]) is not None:
                start = f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(name)}"/>'
                mark = f'{start}{mark}<w:bookmarkEnd w:id="{number}"/>'
            made.append(mark)
        elif match["italic"] is not None:
            made.append(run(match["italic"], "<w:i/>"))
        elif match["caps"] is not None:
            made.append(run(match["caps"], "<w:smallCaps/>"))
        else:
            made.append(field(bookmark(match["name"]), match["shown"]))
    return "".join([*made, run(line[at:])])


def word_file(text: str) -> bytes:
    """Give the Word file that a text stands for."""
    lines = [line for line in text.split("\n") if line.strip()]
    notes = [match for line in lines if (match := _NOTE.fullmatch(line))]
    names = {match["number"]: match["name"] for match in notes}
    body = []
    for line in lines:
        if _NOTE.fullmatch(line):
            continue
        style = "Title" if line.startswith("# ") else "Heading1" if line.startswith("## ") else ""
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        body.append(f"<w:p>{properties}{runs(line.lstrip('# '), names)}</w:p>")
    told = "".join(
        f'<w:footnote w:id="{match["number"]}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"{SIGN.format('<w:footnoteRef/>')}{run(' ')}{runs(match['text'], names)}</w:p></w:footnote>"
        for match in notes
    )
    inside = {
        "document": f"<w:body>{''.join(body)}{SECTION}</w:body>",
        "styles": (TEXTS / "styles.xml").read_text("utf-8"),
        "settings": '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>',
        "footnotes": SEPARATORS + told,
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}{type_}+xml"/>' for name, type_ in PARTS.items()
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}{name}" Target="{name}.xml"/>'
        for n, name in enumerate(("styles", "settings", "footnotes"), 1)
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" '
        f'Type="{RELATIONS}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}relationships">{relations}</Relationships>',
    }
    members |= {
        f"word/{name}.xml": f'<w:{name} xmlns:w="{WORD}">{content}</w:{name}>' for name, content in inside.items()
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            # stored, so that another zlib gives the same bytes; Word takes it
            info.compress_type = zipfile.ZIP_STORED
            archive.writestr(info, HEAD + content)
    return file.getvalue()


def main() -> int:
    """Write all of them."""
    for name, place in PLACES.items():
        (ROOT / "samples" / place / f"{name}.docx").write_bytes(word_file((TEXTS / f"{name}.txt").read_text("utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main())

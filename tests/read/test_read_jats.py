"""JATS: notes, marks, typefaces, places, and what is no JATS."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from citelint.config import Config
from citelint.model.source import Source, Typeface
from citelint.model.span import Span
from citelint.model.trouble import Foreign, Unreadable
from citelint.read import read_source

ARTICLE = (Path(__file__).parent / "shapes" / "article.xml").read_text("utf-8")


def article(text: str, **more: object) -> Source:
    return read_source(text.encode(), "essay.xml", Config(**more))  # type: ignore[arg-type]


def notes(source: Source) -> list[tuple[str | None, str]]:
    return [(note.label, note.span.of(source.text)) for note in source.notes]


def test_notes_and_marks() -> None:
    source = article(ARTICLE)
    assert notes(source) == [
        ("*", "Professor."),
        ("1", "Roe v. Wade, 410 U.S.\u00a0113 (1973)."),
        ("2", "Id. at 5 & 6; Garner & Co.\n\nMore."),
        ("3", "See note 1."),
    ]
    assert [(m.span.of(source.text), m.typed, m.note) for m in source.markers] == [
        ("*", "*", 0),
        ("1", "1", 1),
        ("2", "2", 2),
        ("3", "3", 3),
    ]
    assert source.markers[1].paragraph.of(source.text) == "First.1 Second\u00a0— café é.2 See note 1."
    assert [(h.span.of(source.text), h.level) for h in source.headings] == [
        ("Trimmed*", 1),
        ("Part", 2),
        ("Section", 3),
    ]
    assert [(style.typeface, style.span.of(source.text)) for style in source.styles or ()] == [
        (Typeface.ITALIC, "Roe v. Wade"),
        (Typeface.ITALIC, "Id."),
        (Typeface.SMALL_CAPS, "Garner"),
    ]
    assert "A Journal" not in source.text
    assert "2020" not in source.text


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("U.S.\u00a0", "U.S.&#160;"),
        ("— ", "&mdash;\n"),
        ("é", "&#xE9;"),
        ("6; Garner &", "6]]>;\n<sc>Garner</sc> &amp;"),
    ],
)
def test_a_place_is_that_of_the_spelling(words: str, written: str) -> None:
    for text in (ARTICLE, ARTICLE.replace("\n", "\r\n")):
        source = article(text)
        start = source.text.index(words)
        origin = source.origin(Span(start, start + len(words)))[1]
        assert origin.of(source.parts[0].text) == written.replace("\n", "\r\n" if "\r" in text else "\n")


def test_notes_in_the_text_are_counted() -> None:
    source = article(
        "<article dtd-version='1.1'><body><p>A.<fn><p>Roe.</p></fn> B.<fn><p>Id.</p></fn></p></body></article>"
    )
    assert notes(source) == [("1", "Roe."), ("2", "Id.")]
    assert [(m.span.of(source.text), m.note) for m in source.markers] == [("[1]", 0), ("[2]", 1)]
    assert source.body[0].of(source.text) == "A.[1] B.[2]"
    assert not source.numbers_typed


def test_a_mark_without_its_note_is_seen() -> None:
    text = ARTICLE.replace('rid="fn3">3', 'rid="gone">3')
    assert [(m.typed, m.note) for m in article(text).markers][-1] == ("3", None)


def test_other_encodings() -> None:
    for encoding in ("iso-8859-1", "utf-16"):
        text = ARTICLE.replace("UTF-8", encoding).replace("<p>Professor", "<p>Zoë, Professor")
        assert "Zoë, Professor" in read_source(text.encode(encoding), "essay.xml", Config()).text


@pytest.mark.parametrize(
    "text",
    [
        "<project><a/></project>",
        '<article xmlns="http://docbook.org/ns/docbook"><para>x</para></article>',
        '<!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "x"><article><para/></article>',
        '<!DOCTYPE lolz [<!ENTITY lol "lol">]><lolz>&lol;</lolz>',
        "hello",
        "<a",
    ],
)
def test_what_is_no_article_is_foreign(text: str) -> None:
    with pytest.raises(Foreign):
        article(text)


def test_what_is_no_text_is_foreign() -> None:
    with pytest.raises(Foreign):
        read_source(b"\x03\x00\x08\x00\xff\xfe\x00", "manifest.xml", Config())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<article><front/><body><p>", "line 1 is not well-formed"),
        (ARTICLE.replace("</article>", "</artikel>"), "is not well-formed"),
        (
            '<!DOCTYPE article [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><article><front/><body>&b;</body></article>',
            "entity",
        ),
        ('<!DOCTYPE article [<!ENTITY a SYSTEM "file:///etc/passwd">]><article><front/>&a;</article>', "entity"),
        ("<article><front/>" + "<sec>" * 60_000, "deeper"),
    ],
)
def test_what_is_refused(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said) as trouble:
        article(text)
    assert not isinstance(trouble.value, Foreign)
    assert "\n" not in str(trouble.value)


def test_pictures_may_be_declared() -> None:
    text = ARTICLE.replace('.dtd">', '.dtd" [<!ENTITY fig1 SYSTEM "fig1.gif" NDATA gif>]>')
    assert len(article(text).notes) == 4


def test_ten_thousand_tags_deep() -> None:
    text = (
        "<article><front/><body>"
        + "<sec>" * 10_000
        + "<p>A.<fn><p>Roe.</p></fn></p>"
        + "</sec>" * 10_000
        + "</body></article>"
    )
    assert notes(article(text)) == [("1", "Roe.")]


@pytest.mark.parametrize("kind", ["listed", "standing", "deep"])
def test_work_grows_with_the_article(kind: str) -> None:
    def steps(notes: int) -> int:
        if kind == "listed":
            calls = "".join(f"a<xref ref-type='fn' rid='f{n}'>{n}</xref>" for n in range(notes))
            text = f"<p>{calls}</p>" + "".join(f"<fn id='f{n}'><p>Id.</p></fn>" for n in range(notes))
        else:
            sections = notes if kind == "deep" else 0
            text = "<sec>" * sections + "<p>a<fn><p>Id.</p></fn></p>" * notes + "</sec>" * sections
        count = 0

        def counting(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(counting)
        try:
            assert len(article(f"<article dtd-version='1.3'><body>{text}</body></article>").notes) == notes
        finally:
            sys.setprofile(None)
        return count

    steps(5)
    assert steps(800) < 6 * steps(200)

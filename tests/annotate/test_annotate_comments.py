"""Comments of citelint in a Word file: where they stand, what they say, and what else of the file is touched."""

from __future__ import annotations

import re

import pytest
from commented import checked, commented, lines, parts, placed, with_part
from wordfiles import STRICT, call, essay_file, field, note, paragraph, text, word_file

from citelint.annotate import MOST, annotate
from citelint.wordfile import Author

ESSAY = """
A claim.[1] Another.[2] A third.[3]
[1] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[2] Katz v. United States, 389 U.S. 347, 351 (1967).
[3] Ellison, supra note 2, at 920.
"""

SHIFTED = """
[1] Miranda v. Arizona, 384 U.S. 436, 444 (1966).
[2] Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018).
[3] Hiro Castellan, Trimmed, Not Struck, 71 Duke L.J. 1203, 1219 (2022).
[4] Ellison, supra note 1, at 920.
[5] Castellan, supra note 2, at 1220.
[6] Ellison, supra note 1, at 921.
"""


def test_a_comment_stands_at_the_mark_of_its_note_and_never_in_a_note() -> None:
    made = commented(essay_file(ESSAY))
    assert made.made == 1
    assert placed(made.data) == [["3"]]
    assert b"comment" not in parts(made.data)["word/footnotes.xml"]


def test_it_quotes_the_words_and_says_what_is_wrong_what_is_right_and_the_rule() -> None:
    (told,) = lines(commented(essay_file(ESSAY)).data)
    assert told[0] == "n. 3: “Ellison, supra note 2” → supra note 1"
    assert "note 1" in told[1]
    assert told[-1] == "citelint: error SUP002 supra-wrong-note, certain. Bluebook R. 4.2(a)."


def test_all_that_is_not_touched_stays_byte_for_byte() -> None:
    before = essay_file(ESSAY)
    after = commented(before).data
    old, new = parts(before), parts(after)
    touched = {"word/document.xml", "word/comments.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert {name for name in new if old.get(name) != new[name]} == touched
    marks = re.compile(rb"<w:commentRange(Start|End)[^>]*/>|<w:r><w:commentReference[^>]*/></w:r>")
    assert marks.sub(b"", new["word/document.xml"]) == old["word/document.xml"]


def test_the_text_and_the_findings_are_those_of_the_original() -> None:
    before = checked(essay_file(SHIFTED))
    after = checked(commented(essay_file(SHIFTED)).data)
    assert after.source is not None
    assert before.source is not None
    assert after.source.text == before.source.text
    assert after.diagnostics == before.diagnostics


def test_the_members_of_a_headline_are_a_line_each_in_its_comment() -> None:
    made = commented(essay_file(SHIFTED))
    (told,) = lines(made.data)
    assert made.made == 1
    assert [line.partition(" ")[2].partition(" ")[0] for line in told if line.startswith("n. ")] == ["4:", "5:", "6:"]
    assert told[1].endswith("(SUP002)")
    assert "XRF010" in told[-1]
    assert placed(made.data) == [["4"]]


def test_an_annotated_file_gets_no_comment_twice() -> None:
    once = commented(essay_file(SHIFTED))
    again = commented(once.data)
    assert (again.made, again.there) == (0, 1)
    assert again.data == once.data


def test_a_note_inserted_before_makes_no_comment_new() -> None:
    wrong = "[{0}] Mara Ellison, Dockets, 118 Colum. L. Rev. 901,, 915 (2018)."
    once = commented(essay_file(f"A.[1]\n{wrong.format(1)}\n"))
    (told,) = lines(once.data)
    head = text("New.") + call(9)
    later = parts(once.data)["word/document.xml"].replace(b"<w:p>", b"<w:p>" + head.encode(), 1)
    notes = parts(once.data)["word/footnotes.xml"].replace(
        b"</w:footnotes>", (note(9, text(" Katz v. United States, 389 U.S. 347 (1967).")) + "</w:footnotes>").encode()
    )
    moved = commented(with_part(once.data, document=later, footnotes=notes))
    assert told[0].startswith("n. 1:")
    assert (moved.made, moved.there) == (0, 1)


def test_renewing_takes_out_what_is_mended_and_gives_the_same_bytes_where_nothing_changed() -> None:
    once = commented(essay_file(SHIFTED))
    renewed = commented(once.data, replace=True)
    assert (renewed.made, renewed.renewed) == (1, 1)
    assert renewed.data == once.data
    mended = parts(once.data)["word/footnotes.xml"].replace(b"note 2", b"note 3").replace(b"note 1", b"note 2")
    clean = commented(with_part(once.data, footnotes=mended), replace=True)
    assert (clean.made, clean.renewed) == (0, 1)
    assert lines(clean.data) == []
    assert parts(clean.data)["word/document.xml"] == parts(essay_file(SHIFTED))["word/document.xml"]


def theirs(data: bytes, extra: str, more: str = "") -> bytes:
    """Give a commented file into whose part of comments somebody else wrote, and whose states are `more`."""
    comments = parts(data)["word/comments.xml"].replace(b"</w:comments>", extra.encode() + b"</w:comments>")
    changed = {"comments": comments}
    if more:
        changed["commentsExtended"] = (
            f'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">{more}</w15:commentsEx>'
        ).encode()
        relations = parts(data)["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            b'<Relationship Id="x" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" '
            b'Target="commentsExtended.xml"/></Relationships>',
        )
        changed["_rels/document.xml.rels"] = relations
        data = with_part(data, **{k: v for k, v in changed.items() if not k.startswith("_rels")})
        return renamed(data, "word/_rels/document.xml.rels", relations)
    return with_part(data, **changed)


def renamed(data: bytes, name: str, content: bytes) -> bytes:
    from citelint.wordfile import rewritten

    return rewritten(data, {name: content})


def keyed(data: bytes, key: str) -> bytes:
    """Give a commented file in which the last paragraph of each comment of citelint has a key, as Word gives it."""
    comments = parts(data)["word/comments.xml"]
    w14 = b' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    head, _, tail = comments.rpartition(b"<w:p>")
    return with_part(data, comments=head + b"<w:p" + w14 + b' w14:paraId="%s">' % key.encode() + tail)


def test_comments_of_others_stay_as_they_are_when_citelints_are_renewed() -> None:
    human = '<w:comment w:id="77" w:author="citelint"><w:p><w:r><w:t>I think so too.</w:t></w:r></w:p></w:comment>'
    before = theirs(commented(essay_file(ESSAY)).data, human)
    after = commented(before, replace=True)
    assert after.renewed == 1
    assert human.encode() in parts(after.data)["word/comments.xml"]


def test_a_comment_marked_as_resolved_lets_its_finding_stand() -> None:
    once = keyed(commented(essay_file(ESSAY)).data, "1A2B3C4D")
    resolved = theirs(once, "", '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="1"/>')
    result = checked(resolved)
    assert result.diagnostics == ()
    assert result.stood == 1
    open_ = theirs(once, "", '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="0"/>')
    assert [finding.code for finding in checked(open_).diagnostics] == ["SUP002"]


def test_a_resolved_headline_lets_its_members_stand_and_a_mended_one_is_no_stet_without_effect() -> None:
    once = keyed(commented(essay_file(SHIFTED)).data, "1A2B3C4D")
    resolved = theirs(once, "", '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="1"/>')
    assert checked(resolved).diagnostics == ()
    mended = parts(resolved)["word/footnotes.xml"].replace(b"note 2", b"note 3").replace(b"note 1", b"note 2")
    assert checked(with_part(resolved, footnotes=mended)).diagnostics == ()


def test_a_resolved_comment_is_about_its_own_words_alone() -> None:
    essay = ESSAY.replace("at 920.", "at 920; Ellison, supra note 2, at 930.")
    once = keyed(commented(essay_file(essay)).data, "1A2B3C4D")
    assert len(lines(once)) == 2
    resolved = theirs(once, "", '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="1"/>')
    assert checked(resolved).stood in (1, 2)
    other = ESSAY.replace("Ellison, supra note 2", "Ms. Ellison, supra note 2")
    notes = parts(essay_file(other))["word/footnotes.xml"]
    assert any(finding.code == "SUP002" for finding in checked(with_part(resolved, footnotes=notes)).diagnostics)


def test_one_that_was_answered_is_not_taken_out() -> None:
    once = keyed(commented(essay_file(ESSAY)).data, "1A2B3C4D")
    answer = (
        '<w:comment w:id="78" w:author="Ed"><w:p xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
        'w14:paraId="0000000F"><w:r><w:t>No.</w:t></w:r></w:p></w:comment>'
    )
    states = '<w15:commentEx w15:paraId="1A2B3C4D"/><w15:commentEx w15:paraId="0000000F" w15:paraIdParent="1A2B3C4D"/>'
    after = commented(theirs(once, answer, states), replace=True)
    assert (after.made, after.there, after.renewed) == (0, 1, 0)


def test_what_knows_a_comment_by_its_key_forgets_it_when_it_is_taken_out() -> None:
    once = keyed(commented(essay_file(ESSAY)).data, "1A2B3C4D")
    before = theirs(once, "", '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="0"/>')
    after = commented(before, replace=True)
    assert after.renewed == 1
    assert b"1A2B3C4D" not in parts(after.data)["word/commentsExtended.xml"]


def test_nothing_tells_when_and_an_author_only_as_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    comments = parts(commented(essay_file(ESSAY)).data)["word/comments.xml"]
    assert b'w:author="citelint" w:initials="cl">' in comments
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    named = parts(commented(essay_file(ESSAY), Author.of("R & D", "RD")).data)["word/comments.xml"]
    assert b'w:author="R &amp; D" w:initials="RD" w:date="2023-11-14T22:13:20Z"' in named


def test_a_custom_mark_and_its_sign_are_not_parted() -> None:
    follows = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/></w:r><w:r><w:t>*</w:t></w:r>'
    file = word_file(paragraph(text("A."), follows), note(1, text("* Id. at 3.")))
    made = commented(file)
    body = parts(made.data)["word/document.xml"]
    assert made.made
    assert follows.encode() in body
    assert placed(made.data)[0] == ["1"]


@pytest.mark.parametrize("more", [{"namespace": STRICT}, {"encoding": "UTF-16"}])
def test_other_ways_to_write_a_word_file(more: dict[str, str]) -> None:
    file = word_file(paragraph(text("A."), call(1)), note(1, text(" Id. at 3.")), **more)
    made = commented(file)
    again = checked(made.data)
    assert made.made
    assert again.source is not None
    assert again.source.word is not None
    assert again.source.word.comments is not None
    assert [comment.note for comment in again.source.word.comments.comments] == [0] * made.made


def test_a_part_whose_elements_have_no_prefix() -> None:
    file = word_file(paragraph(text("A."), call(1)), note(1, text(" Id. at 3.")))
    body = (
        parts(file)["word/document.xml"].replace(b"<w:", b"<").replace(b"</w:", b"</").replace(b"xmlns:w=", b"xmlns=")
    )
    body = body.replace(
        b"<document ", b'<document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    )
    made = commented(with_part(file, document=body))
    assert made.made
    assert commented(made.data).made == 0
    assert placed(made.data)[0] == ["1"]


def test_what_is_too_much_is_counted_in_the_first() -> None:
    notes = "".join(note(n, text(" Id.. at 3")) for n in range(1, 1102))
    file = word_file(paragraph(*(call(n) for n in range(1, 1102))), notes)
    result = checked(file)
    shown = [finding for finding in result.diagnostics if finding.severity.rank < 2]
    assert len(shown) > MOST
    made = annotate(result, shown)
    assert (made.made, made.over) == (MOST, len(shown) - MOST)
    first = lines(made.data)[0]
    assert first[-2].startswith(f"{made.over:,} more findings have no comment here")
    # a second round, with the same limit, adds none
    assert commented(made.data).made == 0


def test_a_finding_about_the_body_stands_at_its_words() -> None:
    body = paragraph(
        text("It stands (see note "), field(" NOTEREF gone \\h ", "Error! Bookmark not defined."), text(").")
    ) + (paragraph(text("More."), call(1)))
    made = commented(word_file(body, note(1, text(" Katz v. United States, 389 U.S. 347, 351 (1967)."))))
    assert made.made == 1
    assert placed(made.data) == [[]]
    assert lines(made.data)[0][0].startswith("text: “")


def test_comments_that_are_there_are_kept_and_ids_are_new() -> None:
    human = '<w:comment w:id="77" w:author="Ed"><w:p><w:r><w:t>Hm.</w:t></w:r></w:p></w:comment>'
    file = theirs(commented(essay_file(ESSAY)).data, human)
    made = commented(file, replace=True)
    assert [told[0] for told in lines(made.data)] == ["Hm.", "n. 3: “Ellison, supra note 2” → supra note 1"]
    assert b'<w:commentReference w:id="78"/>' in parts(made.data)["word/document.xml"]

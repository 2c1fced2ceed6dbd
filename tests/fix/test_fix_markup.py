"""Fixes of pages and articles: tags, entities and line ends stay where they are."""

from __future__ import annotations

import pytest

from citelint.config import Config
from citelint.mend import mend

PAGE = """<p>A.<sup><a href="#n1" id="r1">1</a></sup> B.<sup><a href="#n2" id="r2">2</a></sup>
C.<sup><a href="#n3" id="r3">3</a></sup> D.<sup><a href="#n4" id="r4">4</a></sup></p><ol>
<li id="n1">Mara Ellison, <i>Dockets</i>, 118 Colum. L. Rev. 901 (2018). <a href="#r1">↩</a></li>
<li id="n2">Ada Moss &amp; Jo Reed, <i>Counting</i>, 90 Yale L.J. 1 (1981). <a href="#r2">↩</a></li>
<li id="n3">Katz v. United States, 389 U.S. 347 (1967). <a href="#r3">↩</a></li>
<li id="n4">{} <a href="#r4">↩</a></li></ol>"""
ARTICLE = """<article article-type="x"><body><p>A.<fn><p>Mara Ellison, <italic>Dockets</italic>, 118 Colum.
L. Rev. 901 (2018).</p></fn> B.<fn><p>Ada Moss &amp; Jo Reed, Counting, 90 Yale L.J. 1 (1981).</p></fn>
C.<fn><p>Katz v. United States, 389 U.S. 347 (1967).</p></fn> D.<fn><p>{}</p></fn></p></body></article>"""


@pytest.mark.parametrize(("name", "frame"), [("essay.html", PAGE), ("essay.xml", ARTICLE)])
@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Moss &amp; Reed, <i>supra</i> note 1, at 5.", "Moss &amp; Reed, <i>supra</i> note 2, at 5."),
        ("Moss &amp; Reed, <i>supra</i>\n  note&nbsp;1.", "Moss &amp; Reed, <i>supra</i>\n  note&nbsp;2."),
        ("Moss &#38; Reed, <i>supra</i> note <b>1</b>.", "Moss &#38; Reed, <i>supra</i> note <b>2</b>."),
        ("Ellison, <i>supra</i> note 1..", "Ellison, <i>supra</i> note 1."),
        ("Ellison, <i>supra</i> note 1, at&#160;5", "Ellison, <i>supra</i> note 1, at&#160;5."),
    ],
)
def test_a_fix_is_a_splice(name: str, frame: str, wrong: str, right: str) -> None:
    if name.endswith(".xml"):
        for page, article in (("&nbsp;", "&#xA0;"), ("<i>", "<italic>"), ("</i>", "</italic>")):
            wrong, right = wrong.replace(page, article), right.replace(page, article)
    mended = mend(frame.format(wrong).encode(), name, Config())
    assert mended.mended.decode() == frame.format(right)

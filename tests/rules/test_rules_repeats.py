"""What keeps rules fast finds what the slow way would find: keys of citations, and signs of placeholders."""

from hypothesis import given
from hypothesis import strategies as st

from citelint.config import Config
from citelint.lint.context import Context
from citelint.lint.repeats import first_of_text, is_same_text
from citelint.model.citation import Citation
from citelint.pipeline import follow
from citelint.rules.xrf import placeholder_left

WORKS = (
    "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)",
    "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2018)",
    "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901 (2019)",
    "Mara Ellison, Dockets in the Light, 118 Colum. L. Rev. 901 (2018)",
    "Helen Brandt, The Settlement Machine 45 (2d ed. 2014)",
    "Helen Brandt, The Settlement Machine 60 (2014)",
    "Helen Brandt, The Settlement Machine (3d ed. 2021)",
    "Ruth Lin, Open Dockets, https://example.org/open (last visited Jan. 5, 2024)",
    "Ruth Lin, Open Dockets, Example (Mar. 3, 2020), https://example.org/open",
    "Pew Rsch. Ctr., Trust and Distrust in America 8 (2019)",
    "Pew Rsch. Ctr., Trust and Distrust in America 12 (2019), https://example.org/trust",
    "Miranda v. Arizona, 384 U.S. 436, 444 (1966)",
)


def test_the_first_citation_of_a_text_is_that_which_comparing_all_would_find() -> None:
    text = "\n".join(f"[{n + 1}] {WORKS[n * 7 % len(WORKS)]}." for n in range(3 * len(WORKS)))
    read = follow(text.encode(), "essay.txt", Config())
    context = Context(read.document, read.links, Config())
    cited = [mention for mention in context.document.mentions if isinstance(mention, Citation)]
    found = {c.index: first.index for c in cited if (first := first_of_text(c, context)) is not None}
    compared = {citation.index: _compared(citation, context) for citation in cited}
    assert found == {index: first for index, first in compared.items() if first is not None}
    assert len(found) > len(WORKS)


def _compared(citation: Citation, context: Context) -> int | None:
    for index in context.links.works[context.links.work_of[citation.index]]:
        other = context.document.mentions[index]
        if index < citation.index and isinstance(other, Citation) and is_same_text(other, citation):
            return index
    return None


_PIECES = st.sampled_from(
    (
        *("note", "Note", "nn.", "Part", "Table", "supra", " notes 3", "at ", " ", "\u00a0", ",", "-", "–", "a", "12"),
        *("xx", "XX", "xXx", "_", "__", "[", "]", "?", "??", "#", "TK", "TKTK", "●", "•", ":", "TODO", "FIXME"),
        *("cite", "CITE", "citation", " needed", "Insert", "add", "check", "NEED", " source"),
        *("Error!", " Reference source not found"),
    )
)


@given(st.lists(_PIECES, max_size=8).map("".join))
def test_every_placeholder_has_its_sign(words: str) -> None:
    assert not placeholder_left._LEFT.search(words) or placeholder_left._SIGN.search(words)

"""The family of Id.: cases beyond the examples in the rules."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trial import Trial, try_rules

from citelint.config import Config
from citelint.lint import lint
from citelint.model.diagnostic import Diagnostic, Safety, Severity
from citelint.pipeline import check, follow
from citelint.rules import all_rules

MIRANDA = "Miranda v. Arizona, 384 U.S. 436, 444 (1966)"
GIDEON = "Gideon v. Wainwright, 372 U.S. 335, 344 (1963)"
KATZ = "Katz v. United States, 389 U.S. 347, 351 (1967)"
ELLISON = "Mara Ellison, Dockets in the Dark, 118 Colum. L. Rev. 901, 915 (2018)"
BRANDT = "Helen Brandt, The Settlement Machine 45 (2d ed. 2014)"


def essay(*notes: str, first: int = 1) -> str:
    return "\n".join(f"[{number}] {words}" for number, words in enumerate(notes, first))


def tried(text: str, name: str = "essay.txt", config: Config | None = None) -> Trial:
    return try_rules(name, text, config, [rule for rule in all_rules() if rule.family == "ID"])


def codes(*notes: str, config: Config | None = None) -> list[str]:
    """Give the codes found in an essay, ID004 left out: it is a rule of court documents."""
    return [code for code in tried(essay(*notes), config=config).codes if code != "ID004"]


def the_only(trial: Trial, code: str) -> Diagnostic:
    (finding,) = trial.of(code)
    return finding


# --- ID001


@pytest.mark.parametrize(
    "words",
    [
        "In Miranda v. Arizona the Court went further. Id. at 444.",  # named in prose
        "Ellison disagrees with this. Id. at 12.",
        "Interview with the author on file. Id.",
        "As one court put it, “the remedy is worse than the wrong it cures.” Id. at 7.",
        "The report (Jan. 5, 2024) says so. Id.",
    ],
)
def test_id001_is_silent_where_prose_may_name_the_work(words: str) -> None:
    assert "ID001" not in codes(words, f"{KATZ}.")


def test_id001_in_an_excerpt_that_begins_later_nothing_is_known() -> None:
    text = essay("Id. at 7.", f"{KATZ}.", first=12)
    assert tried(text).codes == ["ID001"]
    assert tried(text, config=Config(first_note=12)).codes == []


def test_id001_is_a_warning_in_an_authors_note() -> None:
    text = "A Title[*]\n\nText.[1]\n\n[*] The author thanks her readers. See id. at 3.\n[1] " + f"{KATZ}.\n"
    finding = the_only(tried(text), "ID001")
    assert finding.severity is Severity.WARNING
    assert finding.sure.level == "likely"


# --- ID002


@pytest.mark.parametrize(
    "before",
    [
        f"Carpenter v. United States, 585 U.S. 296 (2018) (citing {KATZ}).",
        "United States v. Schmuck, 840 F.2d 384, 388 (7th Cir. 1988), aff'd, 489 U.S. 705 (1989).",
        "18 U.S.C. § 1341; 18 U.S.C. § 1343.",
        f"{MIRANDA}; see supra note 1.",
        f"{MIRANDA}; see id. at 450.",
        "Brown v. Bd. of Educ., 347 U.S. 483, 74 S. Ct. 686 (1954).",
        "Jane Roe, Courts, https://example.org/ courts/a/b (last visited Jan. 5, 2024).",  # a URL cut by a blank
        f"{MIRANDA} (quoting {KATZ}.",  # a parenthesis that is never closed
    ],
)
def test_id002_counts_one_authority(before: str) -> None:
    assert "ID002" not in codes(f"{ELLISON}.", before, "Id. at 450.")


def test_id002_is_silent_where_the_note_between_was_lost() -> None:
    text = f"[1] {MIRANDA}; {GIDEON}.\n[3] Id. at 345.\n"
    assert "ID002" not in tried(text).codes


def test_id002_is_silent_where_its_own_note_names_a_source_first() -> None:
    assert "ID002" not in codes(
        f"{MIRANDA}; {GIDEON}.", "See the Complaint in the Matter of Airbnb (on file). Id. at 5."
    )


def test_id002_names_every_authority_and_the_notes_that_repeat_it() -> None:
    finding = the_only(tried(essay(f"{MIRANDA}; {GIDEON}; {ELLISON}.", "Id.", "Id.", "See id.")), "ID002")
    assert [(r.note, r.message) for r in finding.related] == [
        (0, "authority 1"),
        (0, "authority 2"),
        (0, "authority 3"),
        (2, "repeats it"),
        (3, "repeats it"),
    ]
    assert finding.message == "note 1 cites 3 authorities, and Id. could mean any of them"
    assert (finding.expected_note, finding.fix) == ("1", None)


def test_id002_gives_the_note_and_the_form_of_the_one_work_that_has_the_page() -> None:
    finding = the_only(
        tried(essay(f"{ELLISON}.", f"{MIRANDA}; Ellison, supra note 1, at 920.", "Id. at 930.")), "ID002"
    )
    assert (finding.expected_note, finding.expected) == ("1", "Ellison, supra note 1, at 930")
    assert finding.fix is not None
    assert finding.fix.safety is Safety.REVIEW


def test_id002_gives_no_form_where_a_book_could_have_the_page_too() -> None:
    finding = the_only(tried(essay(f"{MIRANDA}; {BRANDT}.", "Id. at 445.")), "ID002")
    assert (finding.expected_note, finding.expected, finding.fix) == ("1", None, None)


def test_id002_mends_markdown_and_keeps_its_typefaces() -> None:
    text = f"[^1]: {MIRANDA}; {GIDEON}.\n[^2]: *See id.* at 345.\n"
    assert tried(text, "essay.md").fixed("ID002") == text.replace("*See id.* at", "*See Gideon*, 372 U.S. at")


def test_id002_a_case_that_is_named_in_the_text_is_an_authority() -> None:
    assert codes(f"541 U.S. 36, 43 (2004). See also {ELLISON}.", "Id. at 43.") == ["ID002"]
    assert codes(f"See 541 U.S. 36, 43 (2004); {ELLISON}.", "Id. at 43.") == ["ID002"]


def test_id002_the_same_case_in_another_reporter_is_none() -> None:
    assert "ID002" not in codes("541 U.S. 36, 43 (2004); 124 S. Ct. 1354 (2004).", "Id. at 43.")


# --- ID003


@pytest.mark.parametrize(
    "between",
    [
        "Brandt has made the same point in conversation.",
        "The Restatement says as much.",
        "See the discussion at 45 of the report.",
        "As one judge put it, “the keeper of the keys keeps no keys.”",
        "Interview with a clerk of the court.",
        "Infra.",
    ],
)
def test_id003_is_silent_where_text_may_name_a_work(between: str) -> None:
    assert "ID003" not in codes(f"{MIRANDA}.", between, "Id. at 445.")


def test_id003_offers_no_form_where_the_note_reached_cites_several_works() -> None:
    finding = the_only(
        tried(essay(f"{MIRANDA}; {GIDEON}.", "This is not to say that nothing follows.", "Id. at 345.")), "ID003"
    )
    assert (finding.severity, finding.expected, finding.fix) == (Severity.WARNING, None, None)


# --- ID004


STRING = essay(f"See {KATZ}; Terry v. Ohio, 392 U.S. 1, 21 (1968). The Court went on. Id. at 24.")


def test_id004_speaks_unasked_in_practitioner_style_alone() -> None:
    assert [d.code for d in check(STRING.encode(), "brief.txt", Config(style="practitioner")).diagnostics] == ["ID004"]
    assert check(STRING.encode(), "brief.txt", Config()).diagnostics == ()
    assert [d.code for d in check(STRING.encode(), "brief.txt", Config(extend_select=("ID004",))).diagnostics] == [
        "ID004"
    ]


@pytest.mark.parametrize(
    "words",
    [
        f"See {KATZ}; {MIRANDA}; id. at 450.",  # inside the string
        f"Id. at 5; see {KATZ}.",
        f"{KATZ}. See supra note 1. Id.",
        f"{MIRANDA} (quoting {KATZ}). The dissent disagreed. Id. at 526.",
    ],
)
def test_id004_passes(words: str) -> None:
    assert "ID004" not in tried(essay(f"{ELLISON}.", words)).codes


# --- ID005


@pytest.mark.parametrize(
    "before",
    [
        "See sources cited supra note 1.",
        "See supra note 1, at 450.",
        "See supra Part II.A; Letter from Jane Roe to Ann Vale on file.",
        "Ellison, supra note 1, at 920.",
    ],
)
def test_id005_passes(before: str) -> None:
    assert "ID005" not in codes(f"{ELLISON}.", before, "See id.")


def test_id005_a_bare_number_is_only_likely_to_mean_the_note() -> None:
    notes = f"{ELLISON}.", f"{KATZ}.", "See supra note 1.", "Id. at 920."
    assert the_only(tried(essay(*notes)), "ID005").severity is Severity.WARNING
    sure = f"{ELLISON}.", f"{KATZ}.", "See supra note 1 and accompanying text.", "Id."
    assert the_only(tried(essay(*sure)), "ID005").severity is Severity.ERROR


def test_id005_an_authority_before_the_cross_reference_may_be_meant() -> None:
    assert "ID005" not in codes(f"{KATZ}.", f"{MIRANDA}. See supra note 1. Id. at 450.")


# --- ID010


@pytest.mark.parametrize(
    "words",
    [
        "Voter ID laws and the id of psychoanalysis are not meant.",
        "She wrote, “Ibid., at 5,” and later, “Roe, op. cit., 7.”",
        "ID. at 445.",  # small capitals typed as capitals
        "The usual op. cit. clutter is gone.",
        "Her user id at 9 was lost. An ID card. ID at 5 gates. The id, at 4, forms. Voter id at 5 polling places.",
        "Sigmund Freud, The Ego and the Id at 12 (1923). The Id, at 4, is told of.",
        "Le juge l’a dit; id est, une règle. E. D. Id wrote it.",
        "ID. AT 445.",
    ],
)
def test_id010_passes(words: str) -> None:
    assert "ID010" not in codes(f"{MIRANDA}.", words)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Ibid.", "Id."),
        ("Ibid", "Id."),
        ("See ibid. at 5.", "See id. at 5."),
        ("Id at 445.", "Id. at 445."),
        ("Idem at 50.", "Id. at 50."),
        ("Idem.", "Id."),
        ("See id at 445.", "See id. at 445."),
        ("See also id at p. 445.", "See also id. at p. 445."),
        (
            "Gideon v. Wainwright, 372 U.S. 335 (1963); id at 344.",
            "Gideon v. Wainwright, 372 U.S. 335 (1963); id. at 344.",
        ),
        ("Id, at 446.", "Id., at 446."),
        ("See ibid at 5.", "See id. at 5."),
        ("Idem, at 50.", "Id., at 50."),
    ],
)
def test_id010_mends(written: str, right: str) -> None:
    text = essay(f"{MIRANDA}.", written)
    trial = tried(text)
    assert trial.fixed("ID010") == essay(f"{MIRANDA}.", right)


def test_id010_has_no_fix_for_op_cit_and_shows_it_alone() -> None:
    text = essay(f"{ELLISON}.", f"{KATZ}.", "Ellison, loc. cit., at 920; see Ellison op. cit. 7.")
    found = tried(text).of("ID010")
    assert [text[f.span.start : f.span.end] for f in found] == ["loc. cit.", "op. cit."]
    assert all(f.fix is None for f in found)


# --- ID011


@pytest.mark.parametrize(
    "words",
    [
        "See, e.g., id. at 5. Id. at 6 (quoting id. at 7); see also id.",
        "The Court spoke of “reason,” id. at 5, and of “history,” id. at 6. Id. at 7.",
        "The point is old. Id.",
        "“The rule is old.” Id. at 4.",
        "See ID. at 445.",
        "The brief says, “See Id. at 4.”",
        "Doe et al. id. at 5.",
    ],
)
def test_id011_passes(words: str) -> None:
    assert "ID011" not in codes(f"{MIRANDA}.", words)


@pytest.mark.parametrize(
    "signal", ["See", "See also", "But see", "Cf.", "See, e.g.,", "See generally", "But cf.", "Accord"]
)
def test_id011_after_every_signal_id_is_small(signal: str) -> None:
    text = essay(f"{MIRANDA}.", f"{signal} Id. at 445.")
    assert tried(text).fixed("ID011") == essay(f"{MIRANDA}.", f"{signal} id. at 445.")


def test_id011_reads_positions_in_markdown() -> None:
    text = f"Text.[^1] More.[^2]\n\n[^1]: {MIRANDA}.\n[^2]: *See Id.* at 445; *Id.* at 446.\n"
    assert tried(text, "essay.md").fixed("ID011") == text.replace("See Id.", "See id.").replace("; *Id.", "; *id.")


# --- all of them


SOURCES = st.sampled_from([MIRANDA, GIDEON, KATZ, ELLISON, BRANDT, "42 U.S.C. § 1983", "Cohen, supra note 1, at 4"])
REFERENCES = st.sampled_from(
    ["Id.", "Id. at 445.", "See id.", "See supra note 1.", "This is prose.", "Ibid.", "id. at 3"]
)
NOTES = st.one_of(REFERENCES, st.lists(SOURCES, min_size=1, max_size=3).map(lambda found: "; ".join(found) + "."))


@settings(max_examples=60, deadline=None)
@given(st.lists(NOTES, min_size=1, max_size=6))
def test_an_id_is_lost_for_one_reason_at_most(notes: list[str]) -> None:
    result = follow(essay(*notes).encode(), "essay.txt", Config())
    assert result.document is not None
    assert result.links is not None
    lost = [rule for rule in all_rules() if rule.code in ("ID001", "ID002", "ID003", "ID005")]
    places = [d.span.start for d in lint(result.document, result.links, Config(), lost)]
    assert len(places) == len(set(places))


@settings(max_examples=60, deadline=None)
@given(st.lists(SOURCES, min_size=1, max_size=1), st.sampled_from(["Id.", "Id. at 445.", "See id."]))
def test_id_after_a_sole_authority_is_never_reported(sources: list[str], id: str) -> None:
    # that the page is none of the work, or the same page, is another matter
    assert set(tried(essay(f"{sources[0]}.", id)).codes) <= {"ID007", "ID008"}


def test_id007_names_the_one_case_before_that_has_the_page() -> None:
    finding = the_only(tried(essay("Roe v. Moss, 384 U.S. 1 (1966).", f"{MIRANDA}.", "Id. at 12.")), "ID007")
    assert (finding.note, finding.expected_note) == (2, "1")


NO_ID = Config(id_allowed=False)
NOTE_1 = f"[1] {ELLISON}.\n"


def test_every_id_is_reported_once_where_none_is_allowed() -> None:
    text = NOTE_1 + "[2] Ibid. at 920.\n[3] Id at 921.\n[4] Pending. (quoting id. at 5).\n"
    trial = try_rules("essay.txt", text, NO_ID)
    assert [(d.note, d.found) for d in trial.of("ID016")] == [(1, "Ibid. at 920"), (2, "Id at 921"), (3, "id. at 5")]
    assert not {"ID006", "ID009", "ID010", "ID011"} & set(trial.codes)


def test_nothing_is_said_of_id_where_it_is_allowed() -> None:
    assert not try_rules("essay.txt", NOTE_1 + "[2] Id. at 920.\n").of("ID016")


@pytest.mark.parametrize(
    ("after", "fixed"),
    [
        ("[2] Id.", "[2] Ellison, supra note 1, at 915."),
        ("[2] Id.; Katz v. United States, 389 U.S. 347 (1967).", "[2] Ellison, supra note 1, at 915; Katz"),
        ("[2] Id. It was old.", "[2] Ellison, supra note 1, at 915. It was old."),
        ("[2] Id. (emphasis added).", "[2] Ellison, supra note 1, at 915 (emphasis added)."),
        ("[2] Id. at 7. Id. at 8.", "[2] Ellison, supra note 1, at 7. Ellison, supra note 1, at 8."),
    ],
)
def test_a_short_form_takes_the_place_of_id_with_its_page(after: str, fixed: str) -> None:
    assert fixed in try_rules("essay.txt", f"{NOTE_1}{after}\n", NO_ID).fixed("ID016")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a work in the same note", NOTE_1.replace("(2018).", "(2018). Id. at 920.")),
        (
            "two works that go by one name",
            f"[1] Mara Ellison, Ledgers, 90 Yale L.J. 1 (1981).\n{NOTE_1.replace('[1]', '[2]')}[3] Id. at 920.\n",
        ),
        ("a statute", "[1] 42 U.S.C. § 1983.\n[2] Id. § 1985.\n"),
        ("nothing to mean", "[1] Id. at 7.\n"),
    ],
)
def test_no_fix_is_offered_where_it_is_not_sure(name: str, text: str) -> None:
    found = try_rules("essay.txt", text, NO_ID).of("ID016")
    assert len(found) == 1, name
    assert found[0].fix is None, name


def test_in_markdown_a_case_keeps_the_typeface_of_its_name() -> None:
    text = (
        "[^1]: Miranda v. Arizona, 384 U.S. 436, 444 (1966).\n[^2]: *Id.* at 445.\n"
        "[^3]: Katz v. United States, 389 U.S. 347, 351 (1967).\n[^4]: *Id.*\n"
    )
    trial = try_rules("essay.md", text, NO_ID)
    assert "[^2]: *Miranda*, 384 U.S. at 445." in trial.fixed("ID016")
    assert trial.of("ID016")[1].fix is None


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Id. at § 7", "a section after Id. takes no “at” and no comma"),
        ("Id., ¶ 7", "a paragraph after Id. takes no “at” and no comma"),
        ("Id. at para. 7", "a paragraph after Id. takes no “at” and no comma"),
        ("Id. at art. 7", "an article after Id. takes no “at” and no comma"),
        ("Id. at amend. V", "an amendment after Id. takes no “at” and no comma"),
        ("Id.at 926", "a blank stands on both sides of “at” after Id."),
        ("Id. 926", "a page after Id. takes “at”, and no comma"),
    ],
)
def test_what_stands_after_id_is_called_by_its_name(place: str, said: str) -> None:
    found = the_only(tried(essay(ELLISON, f"{place}.")), "ID009")
    assert found.message == said


@pytest.mark.parametrize(
    ("supra", "mended"),
    [
        ("Ellison, *supra* note 1, at 920", "*Id.* at 920"),
        ("Ellison, *supra* note 1, § 9", "*Id.* § 9"),
        ("*See* Ellison, *supra* note 1, at 920", "*See* *id.* at 920"),
        ("Ellison, *Dockets*, *supra* note 1, at 920", None),
        ("Ellison, supra note 1, at 920", None),
    ],
)
def test_id_takes_over_the_typeface_of_supra(supra: str, mended: str | None) -> None:
    text = f"[^1]: {ELLISON}.\n[^2]: {supra}.\n"
    trial = tried(text, "essay.md")
    if mended is None:
        assert the_only(trial, "ID006").fix is None
    else:
        assert trial.fixed("ID006") == text.replace(supra, mended)

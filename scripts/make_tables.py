"""Make the data files of citelint.tables from reporters-db, courts-db, The Indigo Book and our own lists.

    python scripts/make_tables.py           write the files into src/citelint/tables
    python scripts/make_tables.py --check   write nothing; exit 1 and name the files that are not current

Needs the packages of the dependency group "tables" (pip install --group tables). Same sources, same bytes.
The Indigo Book's tables are scripts/tables/indigo, our own lists scripts/tables/own.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from table_sources import ROOT, choices, editions, expanded, indigo, own, package, phrases, values

sys.path.insert(0, str(ROOT / "src"))
from citelint.tables.folding import squeeze

TARGET = ROOT / "src" / "citelint" / "tables"
INDIGO = "The Indigo Book (CC0)"
OWN = "citelint"

# Case names and periodicals, places, institutions: the tables whose terms are words of names.
WORDS = ("ib1_T11_case_words", "ib1_T18_periodical_words", "ib2_T11_case_and_periodical_words")
PLACES = ("ib2_T12.1_geo_us", "ib2_T12.2_geo_au_ca", "ib2_T12.3_geo_countries")
INSTITUTIONS = ("ib2_T15_institutions",)
ABBREVIATED = (
    *WORDS,
    *PLACES,
    *INSTITUTIONS,
    "ib1_T7_arbitral_reporters",
    "ib2_T10_judges_officials",
    "ib2_T13_subdivisions",
    "ib2_T16_publishing",
    "ib2_T17_months",
    "ib2_T18_litigation_documents",
    "ib2_T4.2_services",
    "ib2_T5_legislative_documents",
    "ib2_T9_courts",
)
KINDS = {
    "leg_statute": "statute",
    "leg_session": "session",
    "admin_compilation": "regulation",
    "admin_register": "regulation",
    "municipal": "regulation",
}


def reporters() -> Iterable[str]:
    """Case reporters with all their variations, services, databases, but not what else such names mean."""
    others = {squeeze(name) for name in own("not_reporters")}
    return (name for name in reporter_names() if squeeze(name) not in others)


def reporter_names() -> Iterable[str]:
    """Names of reporters as the sources have them."""
    for edition, entry in editions():
        yield edition
        yield from (re.sub(r"[,\s]+$|^\(|(?<=d)\)$", "", name) for name in entry["variations"])
    for _, abbreviation in indigo("ib2_T4.2_services"):
        yield from (name.strip() for name in re.split(r",(?= U)", re.sub(r"\[.*?\]", "", abbreviation)))
        yield from choices(abbreviation)
    yield from own("reporters")


def reporter_years() -> Iterable[str]:
    """First and last year of each reporter; of all of them where several go by one name."""
    spans: dict[str, tuple[int, int]] = {}
    for edition, entry in editions():
        years = entry["editions"][edition]
        if not years["start"]:
            continue
        first = int(years["start"][:4])
        last = int(years["end"][:4]) if years["end"] else 9999
        key = squeeze(edition)
        known = spans.get(key, (first, last))
        spans[key] = (min(known[0], first), max(known[1], last))
    for key, (first, last) in spans.items():
        yield f"{key}\t{first}\t{last if last < 9999 else ''}"


def codes() -> Iterable[str]:
    """Compilations of statutes, regulations, session laws and legislative documents, with their kind."""
    found: dict[str, str] = {}
    for name, entries in package("reporters_db", "laws.json").items():
        for entry in entries:
            kind = KINDS.get(entry["cite_type"])
            if kind is None:
                continue
            for form in (name, *entry["variations"]):
                found.setdefault(squeeze(form), kind)
                plain = re.sub(r",? Ann\.", "", form)
                if kind == "statute" and plain != form:
                    found.setdefault(squeeze(plain), kind)
                elif kind == "statute" and form.endswith(("Code", "Stat.", "Laws")):
                    found.setdefault(squeeze(form + " Ann."), kind)
    found |= {squeeze(form): kind for form, kind in values("codes").items()}
    return (f"{name}\t{kind}" for name, kind in found.items())


def journals() -> Iterable[str]:
    """Periodicals: abbreviations, variations and names in full."""
    for name, entries in package("reporters_db", "journals.json").items():
        yield name
        for entry in entries:
            yield from (entry["name"], *entry["variations"])
    yield from own("journals")


def journal_words() -> Iterable[str]:
    """Words that names of periodicals are made of, abbreviated and in full."""
    for table in (*WORDS, *PLACES, *INSTITUTIONS):
        for term, abbreviation in indigo(table):
            for name in (*expanded(term), *choices(abbreviation)):
                yield from name.split()
    for name in package("reporters_db", "journals.json"):
        yield from name.split()
    yield from own("journal_words")
    yield from own("journal_heads")


def periods(names: Iterable[str]) -> Iterable[str]:
    """Give the single words of names that end in a period, in the case they have there."""
    for name in names:
        yield from re.findall(r"(?<![\w'’])[^\W\d_][^\W\d_'’-]*(?:['’-][^\W\d_]+)*\.", name)


def abbreviations() -> Iterable[str]:
    """Single words that end in a period, from every table and from the names of reporters, laws and courts."""
    names = [abbr for table in ABBREVIATED for _, cell in indigo(table) for abbr in choices(cell)]
    names += [edition for edition, _ in editions()]
    names += package("reporters_db", "laws.json")
    names += package("reporters_db", "journals.json")
    names += package("reporters_db", "case_name_abbreviations.json")
    names += (court["citation_string"] for court in package("courts_db", "courts.json"))
    names += own("courts") + own("journals") + own("abbreviations") + own("code_subjects")
    others = set(own("not_abbreviations"))
    return (word for word in periods(names) if squeeze(word) not in others)


def small_abbreviations() -> Iterable[str]:
    """Those of the abbreviations that are written small: subdivisions, words of publishing and of citation."""
    small = ("ib2_T13_subdivisions", "ib2_T16_publishing")
    names = [abbr for table in small for _, cell in indigo(table) for abbr in choices(cell)]
    names += own("abbreviations") + list(values("history"))
    return (word for word in periods(names) if word[0].islower())


def places() -> Iterable[str]:
    """States and countries, abbreviated and in full, as they open the name of a court."""
    for table in PLACES:
        for term, abbreviation in indigo(table):
            yield from (*expanded(term), *choices(abbreviation))
    yield from package("reporters_db", "state_abbreviations.json")
    yield from package("reporters_db", "state_abbreviations.json").values()
    yield from ("Oh.", "Penn.", "Calif.", "N.Y.C.", "W.Va.")


def courts() -> Iterable[str]:
    """Courts as they are named in a date parenthesis."""
    for court in package("courts_db", "courts.json"):
        if court["citation_string"] and "," not in court["citation_string"]:
            yield court["citation_string"]
    yield from package("reporters_db", "state_abbreviations.json")
    yield from own("courts")


def court_words() -> Iterable[str]:
    """Names of courts as they stand behind a state."""
    for _, abbreviation in indigo("ib2_T9_courts"):
        yield from choices(abbreviation)
    yield from own("court_words")


def history() -> Iterable[str]:
    """Phrases of case history and explanatory phrases, with their kind."""
    found = {phrase: "explanatory" if phrase == "amended by" else "history" for phrase in phrases()}
    return (f"{phrase}\t{kind}" for phrase, kind in (found | values("history")).items())


def outlets() -> Iterable[str]:
    """Newspapers, magazines, broadcasters and news sites."""
    for line in own("outlets"):
        yield from (re.sub(r"^The ", "", name).removesuffix(".com") for name in line.split("|"))


def institution_words() -> Iterable[str]:
    """Words that no person's name has, abbreviated and in full."""
    wanted = {squeeze(word) for word in own("institution_words")}
    yield from wanted
    for term, abbreviation in indigo(WORDS[2]) + indigo(WORDS[0]):
        if wanted & {squeeze(word) for word in expanded(term)}:
            yield from (name for name in choices(abbreviation) if len(name) > 2)


def acronyms() -> Iterable[str]:
    """Institutions known by their letters."""
    cells = [cell for table in ("ib2_T15_institutions", "ib1_T8_intergovernmental") for _, cell in indigo(table)]
    yield from (cell for cell in cells if re.fullmatch(r"[A-Z]{3,}", cell))
    yield from own("acronyms")


def treaties() -> Iterable[str]:
    """Sources of treaties, abbreviated and in full."""
    yield from (re.sub(r" \(.*", "", term) for term, _ in indigo("ib1_T6_treaty_sources") if "ources" not in term)
    yield from own("treaties")


def squeezed(make: Callable[[], Iterable[str]]) -> Callable[[], Iterable[str]]:
    """Give the maker of a table whose entries are squeezed names."""
    return lambda: map(squeeze, make())


def listed(name: str) -> Callable[[], Iterable[str]]:
    """Give the maker of a table that is one of our own lists, squeezed."""
    return lambda: map(squeeze, own(name))


TABLES: dict[str, tuple[tuple[str, ...], Callable[[], Iterable[str]]]] = {
    "abbreviations": (("reporters-db", "courts-db", INDIGO, OWN), squeezed(abbreviations)),
    "acronyms": ((INDIGO, OWN), acronyms),
    "also_words": ((OWN,), listed("also_words")),
    "code_subjects": ((OWN,), listed("code_subjects")),
    "codes": (("reporters-db", OWN), codes),
    "court_words": ((INDIGO, OWN), squeezed(court_words)),
    "companies": ((OWN,), listed("companies")),
    "courts": (("courts-db", "reporters-db", OWN), squeezed(courts)),
    "history": ((INDIGO, OWN), history),
    "institution_phrases": ((OWN,), listed("institution_phrases")),
    "institution_words": ((INDIGO, OWN), squeezed(institution_words)),
    "journal_heads": ((OWN,), listed("journal_heads")),
    "journal_words": (("reporters-db", INDIGO, OWN), squeezed(journal_words)),
    "journals": (("reporters-db", OWN), squeezed(journals)),
    "may_end": ((OWN,), listed("may_end")),
    "outlets": ((OWN,), squeezed(outlets)),
    "places": (("reporters-db", INDIGO, OWN), squeezed(places)),
    "reporter_years": (("reporters-db",), reporter_years),
    "reporters": (("reporters-db", INDIGO, OWN), squeezed(reporters)),
    "small_abbreviations": ((INDIGO, OWN), squeezed(small_abbreviations)),
    "title_words": ((OWN,), listed("title_words")),
    "treaties": ((INDIGO, OWN), squeezed(treaties)),
}


def made(name: str) -> str:
    """Give the text of a data file as the sources make it now."""
    sources, make = TABLES[name]
    header = "; ".join(f"{source} {version(source)}" if source.endswith("-db") else source for source in sources)
    return "\n".join([f"# {header}", *sorted({entry for entry in make() if entry}), ""])


def main(arguments: list[str]) -> int:
    stale = []
    for name in TABLES:
        path = TARGET / f"{name}.txt"
        text = made(name)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(path.name)
            if "--check" not in arguments:
                path.write_text(text, encoding="utf-8", newline="\n")
    print("\n".join(stale) if stale else "every table is current")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The keys of the configuration: what each may be, what it means, and what it is where nobody set it."""

from __future__ import annotations

from dataclasses import dataclass

from citelint.config.shapes import Encoding, OneOf, Shape, Table, Text, Texts, Truth, Whole

SEVERITIES = ("error", "warning", "suggestion")


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `name` has a dot where the key stands in a table; `default` is as one would write it in TOML.

    `field` is what it is called where it is kept, and where the command line has an option for it.
    """

    name: str
    shape: Shape
    doc: str
    default: str = ""

    @property
    def field(self) -> str:
        """The name of the field of `Config` or `Settings`, and of the option."""
        return self.name.rpartition(".")[2].replace("-", "_")


KEYS = (
    Key("edition", OneOf((20, 21, 22)), "The edition of the Bluebook.", "21"),
    Key("style", OneOf(("academic", "practitioner")), "Law reviews, or court documents.", '"academic"'),
    Key(
        "select",
        Texts('["default", "SUP"]', rules=True),
        "The rules to apply: codes, beginnings of codes, names; default is a set, all is every rule.",
        '["default"]',
    ),
    Key("extend-select", Texts('["XRF004"]', rules=True), "Rules to apply as well.", "[]"),
    Key("ignore", Texts('["SHF", "NUM011"]', rules=True), "Rules to leave out.", "[]"),
    Key(
        "include",
        Texts('["*.docx", "*.md"]'),
        "The files to take where a folder is walked; without it, all that can be read.",
    ),
    Key("exclude", Texts('["drafts/**"]'), "Files and folders to leave out where a folder is walked.", "[]"),
    Key("fail-on", OneOf((*SEVERITIES, "never")), "The mildest finding that makes the exit code 1.", '"warning"'),
    Key("first-note", Whole(1), "An excerpt: its first note. Numbers outside are unknown, not wrong."),
    Key("last-note", Whole(1), "An excerpt: its last note."),
    Key(
        "numbering",
        OneOf(("continuous", "per-section")),
        "Whether notes count on through the piece, or from 1 in every section.",
        '"continuous"',
    ),
    Key(
        "markdown-dialect",
        OneOf(("gfm", "pandoc")),
        "What a repeated mark means: the same note (gfm) or a new one (pandoc).",
        '"gfm"',
    ),
    Key(
        "view",
        OneOf(("final", "original")),
        "Which side of tracked changes in Word is read: all accepted, or all rejected.",
        '"final"',
    ),
    Key("encoding", Encoding(), "The encoding of text files; without it, it is found out."),
    Key("cache", Truth(), "Whether results are kept, so that unchanged files are not checked again.", "true"),
    Key("baseline", Text(like="citelint-baseline.json"), "The baseline that is used, seen from this file."),
    Key("require-stet-reason", Truth(), "Whether each stet has to give its reason.", "false"),
    Key("severity", Table(OneOf(SEVERITIES), rules=True), "The severity of rules, where it is not their own."),
    Key(
        "per-file-ignores",
        Table(Texts('["SHF"]', rules=True)),
        "Rules to leave out in some files: a pattern, and the rules.",
    ),
    Key(
        "rules.case-short-form-window",
        Whole(0),
        "How many notes back a case may have been cited for its short form to be used.",
        "5",
    ),
    Key("rules.id-allowed", Truth(), "Whether Id. may be used: some journals do without it.", "true"),
)
"""All keys but `house`, a list of tables, which has keys of its own."""

HOUSE_KEYS = (
    Key("code", Text(r"[A-Z]{2,5}[0-9]{3}", "HOU001"), "Letters and three digits."),
    Key("pattern", Text(like=r"\bIbid\b"), "What is wrong, as a regular expression in the syntax of Python's re."),
    Key("message", Text(like="use Id."), "What is said of it."),
    Key("severity", OneOf(SEVERITIES), "How grave it is.", '"warning"'),
    Key("name", Text(r"[a-z0-9]+(?:-[a-z0-9]+)+", "no-ibid"), "What it is called, with a hyphen.", '"house-rule"'),
    Key("rule", Text(like="Style Guide 3.2"), "Where it is written down."),
    Key("hint", Text(like="not ibid."), "A few words that stand beneath the carets."),
)
HOUSE_NEEDS = ("code", "pattern", "message")

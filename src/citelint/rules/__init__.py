"""The rules, one small file each. The folder is the family, and the family is the prefix of the codes.

To add a rule, add a file ``rules/<family>/<its_name>.py`` and touch no other; a new family is a new folder, whose
``__init__.py`` says in one sentence what it is about. The file imports what it needs from `citelint.lint` and from
the model, and holds one function::

    @rule(
        "ID001",
        Bad('''
            [1] Id. at 7.
                ^^
            '''),
        Good('''
            [1] Jane Roe, Short Forms, 90 Yale L.J. 1 (1981).
            [2] Id. at 7.
            '''),
        bluebook="4.1",
    )
    def id_without_antecedent(id: Id, context: Context) -> Reports:
        \"\"\"*Id.* repeats the authority cited just before it, so there has to be one.\"\"\"
        if context.why_lost(id) is Why.NOTHING_BEFORE:
            yield Report(id.span, "nothing is cited before this Id.", hint="nothing before")

The function's name is the rule's name and names the sin, its docstring is the documentation, the examples are the
tests: two of each kind at least. Carets show where a finding stands; ``fixed=`` is the text after the fix and makes
the rule one that can fix; ``also=`` names other rules that a bad example rightly breaks; ``config=`` are the settings
of an example.

What several rules want to know and what is dear to find out is a function of the `Context` in a module of
`citelint.lint`, asked by ``context.facts(function)``: it is then worked out once for each document.

A rule whose first argument is `Findings` runs after the others. It is handed the findings of the rules that
``over=`` names, and a report of it that ``gathers`` some of them is the headline above these members.
"""

from __future__ import annotations

from citelint.lint.discovery import rules_in
from citelint.lint.rule import Rule


def all_rules() -> tuple[Rule, ...]:
    """Give every rule, by code. The first call imports their modules."""
    return rules_in(__name__)

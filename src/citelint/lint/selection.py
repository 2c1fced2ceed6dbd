"""Which rules run: codes, beginnings of codes, names, "default" and "all"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citelint.config import Config
from citelint.lint.rule import Rule
from citelint.model.diagnostic import Severity

_NOT = -1
_GENERAL = 0
_EXACT = 100


class UnknownRule(Exception):
    """A word of the settings names no rule: `name` is the word, `suggestion` the one that was probably meant."""

    def __init__(self, name: str, suggestion: str | None) -> None:
        super().__init__(name, suggestion)
        self.name = name
        self.suggestion = suggestion

    def __str__(self) -> str:
        meant = f" Did you mean {self.suggestion}?" if self.suggestion else ""
        return f"no rule is called {self.name!r}.{meant}"


_DIGITS = str.maketrans("OILSB", "01158")
"""Letters that are typed for digits."""


def select(rules: Sequence[Rule], config: Config) -> tuple[Rule, ...]:
    """Give those of `rules` that the settings ask for, in order.

    A rule is asked for by its code ("SUP002"), its name, the beginning of its code ("SUP", "SUP0"), "default" or
    "all". Where it is both selected and ignored the more exact word wins, and ignoring wins a tie. The beginning of a
    code takes in the rules that are off by default. What is ignored for this file is off in any case. Raises
    UnknownRule for a word that means no rule.
    """
    wanted = _checked(rules, (*config.select, *config.extend_select))
    unwanted = _checked(rules, config.ignore)
    off = _checked(rules, config.ignore_here)
    _checked(rules, config.severity)
    return tuple(
        rule
        for rule in rules
        if rule.selectable
        and config.edition in rule.editions
        and _asked(rule, wanted, config) > _asked(rule, unwanted, config)
        and _asked(rule, off, config) == _NOT
    )


def asked_for(rules: Sequence[Rule], config: Config) -> frozenset[str]:
    """Give the codes of the rules that the settings name among what they select, whether ignored or not."""
    words = _checked(rules, (*config.select, *config.extend_select))
    return frozenset(rule.code for rule in rules if _asked(rule, words, config) > _NOT)


def named(rules: Sequence[Rule], word: str) -> None:
    """Raise UnknownRule where a word of a selection means no rule and no set of them."""
    _checked(rules, (word,))


def find_rule(rules: Sequence[Rule], name: str) -> Rule:
    """Give the rule with that code or name, in any case. Raises UnknownRule with the likeliest one."""
    (word,) = _checked(rules, (name,))
    for rule in rules:
        if word in (rule.code, rule.name):
            return rule
    raise UnknownRule(name, next(rule.code for rule in rules if _asked(rule, (word,), Config()) > _NOT))


def rules_meant(rules: Sequence[Rule], name: str) -> tuple[Rule, ...]:
    """Give the rules with that code, name or beginning of a code, in order. Raises UnknownRule for no rule."""
    word = _word(name)
    meant = tuple(rule for rule in rules if rule.name == word or (word and rule.code.startswith(word)))
    if not meant:
        raise UnknownRule(name, _nearest(rules, word))
    return meant


def codes_meant(rules: Sequence[Rule], name: str) -> frozenset[str]:
    """Give the codes of the rules with that code, name or beginning of a code. Raises UnknownRule for no rule."""
    return frozenset(rule.code for rule in rules_meant(rules, name))


def severity_of(rule: Rule, config: Config) -> Severity | None:
    """Give the severity that the settings set for a rule, by the most exact word, or None."""
    if not config.severity:
        return None
    words = {_word(name): severity for name, severity in config.severity.items()}
    exactness, word = max((_asked(rule, (word,), config), word) for word in words)
    return words[word] if exactness > _NOT else None


def _asked(rule: Rule, words: Iterable[str], config: Config) -> int:
    """Tell how exactly the words mean a rule: by nothing, in general, by so many letters of its code, by itself."""
    best = _NOT
    for word in words:
        if word in (rule.code, rule.name):
            return _EXACT
        if word == "all" or (word == "default" and rule.runs_unasked(config.style)):
            best = max(best, _GENERAL)
        elif rule.code.startswith(word):
            best = max(best, len(word))
    return best


def _word(name: str) -> str:
    """Give a word as codes ("SUP002") or names ("supra-wrong-note") are written."""
    bare = name.strip()
    is_code = bare.isalnum() and bare.lower() not in ("all", "default")  # every name has a hyphen
    return bare.upper() if is_code else bare.lower().replace("_", "-")


def _checked(rules: Sequence[Rule], names: Iterable[str]) -> tuple[str, ...]:
    words = []
    for name in names:
        word = _word(name)
        known = word in ("all", "default") or (
            word and any(rule.name == word or rule.code.startswith(word) for rule in rules)
        )
        if not known:
            raise UnknownRule(name, _nearest(rules, word))
        words.append(word)
    return tuple(words)


def _nearest(rules: Sequence[Rule], word: str) -> str | None:
    from citelint.config.suggest import nearest_of

    words = [
        *(rule.code for rule in rules),
        *(rule.name for rule in rules),
        *dict.fromkeys(r.family for r in rules),
        *("default", "all"),
    ]
    # a letter for a digit is what a hand does, and no measure of nearness knows it
    meant = word[:3].upper() + word[3:].upper().translate(_DIGITS)
    family = meant.rstrip("0123456789")
    number = meant[len(family) :]
    for code in (meant, f"{family}{number.lstrip('0'):0>3}" if number else family):
        if code in words:
            return code
    return nearest_of(word, words)

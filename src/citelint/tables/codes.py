"""Compilations of statutes, regulations, session laws, legislative documents and rules, known by name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, cast

from citelint.tables.entries import entries, values
from citelint.tables.folding import squeeze

CodeKind = Literal["statute", "regulation", "session", "legislative", "rule"]

# Behind the name of some compilations: "Mass. Gen. Laws ch. 93A", "Vt. Stat. Ann. tit. 9", "C.F.R. pt. 12".
_DIVISION = re.compile(r",?(?:(?:ch|tit|art|app|pt|sec|subch|subpt)s?\.|r\.|no\.|c\.|parts?|sections?)$|,$")
_BY_SUBJECT = re.compile(r"(?:cal\.|tex\.|n\.y\.|la\.)(?P<subject>.+?)(?:code|laws?|act)(?:ann\.)?$")
_MARYLAND = re.compile(r"md\.code(?:ann\.)?,(?P<subject>.+?)(?:art\.|law)?$")


@lru_cache(maxsize=4096)
def code_kind(words: str) -> CodeKind | None:
    """Give the kind of the compilation that `words` name, None when they name none.

    Known are the compilations of the federation and the states by their full abbreviations, with and without "Ann."
    and with a trailing "ch." or "tit.", and the codes that are divided by subject ("Cal. Penal Code", "N.Y. Gen.
    Bus. Law", "Tex. Bus. & Com. Code Ann.", "Md. Code Ann., Crim. Law"). Case and spaces make no difference.
    """
    name = squeeze(words)
    kind = values("codes").get(name)
    if kind is None:
        shorter = _DIVISION.sub("", name)
        kind = values("codes").get(shorter)
        if kind is None:
            match = _BY_SUBJECT.fullmatch(shorter) or _MARYLAND.fullmatch(shorter)
            if match and match["subject"] in entries("code_subjects"):
                kind = "statute"
    return cast("CodeKind | None", kind)


def is_code(words: str) -> bool:
    """Tell whether `words` are the name of a compilation of any kind that `code_kind` knows."""
    return code_kind(words) is not None

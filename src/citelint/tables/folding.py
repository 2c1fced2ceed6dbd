"""How names are compared: one folding for the tables and for what is looked up in them."""

from __future__ import annotations


def squeeze(name: str) -> str:
    """Fold `name` for a look-up: white space of any kind left out, curly apostrophes made straight, small letters.

    Case is folded because law reviews set periodicals and books in small capitals, which many files have as
    capitals ("103 CALIF. L. REV. 513"); spaces are left out because "F. Supp. 2d" and "F.Supp.2d" name one reporter.
    """
    return "".join(name.split()).replace("’", "'").replace("‘", "'").casefold()

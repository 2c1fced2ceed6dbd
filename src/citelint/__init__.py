"""A linter for legal citations."""

__version__ = "0.1.0"

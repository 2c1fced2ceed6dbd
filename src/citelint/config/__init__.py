"""What the user has set: the settings of a run, the file that they are read from, and what may stand in it."""

from citelint.config.settings import Config, Dialect, Edition, House, Manner, Numbering

__all__ = ["Config", "Dialect", "Edition", "House", "Manner", "Numbering"]

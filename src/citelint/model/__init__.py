"""Plain frozen types that the stages hand to one another. Nothing here imports another package of citelint."""

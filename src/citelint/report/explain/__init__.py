"""What `citelint explain` says of a piece."""

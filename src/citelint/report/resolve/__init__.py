"""The formats of `citelint resolve`: one file each, the file name is the --format value."""

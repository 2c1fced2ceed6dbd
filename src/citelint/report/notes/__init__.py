"""The formats of `citelint notes`: one file each, the file name is the --format value."""

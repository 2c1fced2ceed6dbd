"""NUM: notes, their marks and their numbers."""

"""PUN: punctuation and spacing."""

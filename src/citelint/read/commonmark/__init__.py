"""Markdown with footnotes, scanned by hand: blocks, then the inline markup of each, then the text that is printed."""

"""What HTML and JATS have in common: a tree with the place of every character, and the notes and marks found in it."""

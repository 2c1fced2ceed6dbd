"""SUP: short forms that name a work and the note in which it is cited in full."""

"""The web page: one file, without scripts and without network, for reading an essay's notes beside what was found."""

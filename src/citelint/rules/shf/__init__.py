"""SHF: short forms of works that were cited in full before."""

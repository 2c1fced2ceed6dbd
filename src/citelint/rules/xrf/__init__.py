"""XRF: cross-references, their numbers and their form."""

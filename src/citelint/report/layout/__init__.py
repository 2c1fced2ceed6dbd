"""What several formats are set with: words, excerpts, totals, colour."""

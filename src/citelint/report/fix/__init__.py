"""What fixing changes, or would change: for a person (`full`), and for `patch` (`diff`)."""

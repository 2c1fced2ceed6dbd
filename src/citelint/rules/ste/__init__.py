"""STE: what was let stand, and whether that still says something."""

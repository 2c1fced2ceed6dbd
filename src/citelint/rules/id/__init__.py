"""ID: *Id.*, and what it may stand for."""

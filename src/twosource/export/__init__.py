"""Collation → files for other programs: one module per format."""

"""Measure newsie against articles annotated by hand: what it found, what it missed, what it made up."""

"""Expressions of time: find them in a text, and resolve them to the days that they cover."""

from newsie.dates.resolution import resolve

__all__ = ["resolve"]

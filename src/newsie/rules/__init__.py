"""Linguistic knowledge as data: the TOML files beside this module and the one loader that validates them."""

from newsie.rules.loader import load_rules

__all__ = ["load_rules"]

"""The version of newsie, from the metadata of the installed package."""

from importlib.metadata import version

VERSION = version("newsie")

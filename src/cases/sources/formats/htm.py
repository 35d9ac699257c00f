"""Web pages under the other suffix."""

from cases.sources.formats.html import convert

__all__ = ["convert"]

"""Bytes below RAW → documents, each with one immutable text, or the reason why not."""

from cases.sources.duplicates import Seen, text_hash
from cases.sources.items import Item, Skipped, Source, SourceError
from cases.sources.reading import Loaded, load, read
from cases.sources.scan import scan

__all__ = ["Item", "Loaded", "Seen", "Skipped", "Source", "SourceError", "load", "read", "scan", "text_hash"]

"""Entities and facts → rows of every table, exactly the declared columns.

Two passes over the documents in one order. ``Joined.add`` takes what several documents may share (charges, roles,
penalties, cases) in a compact form; then ``Joined.tables`` gives the rows of those tables, and ``document_rows`` the
rows that belong to one document alone, its evidence among them.
"""

from cases.frames.documents import document_rows
from cases.frames.joined import Joined

__all__ = ["Joined", "document_rows"]

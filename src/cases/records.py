"""The frozen values that pass between the stages.

Offsets count Unicode code points in ``Document.text`` and are half-open. A fact that belongs to a party names it by a
``Ref``: the party's place in the ``people`` or ``organizations`` of the same document. Ids exist only after the names
of all documents are resolved. The two values that are made and compared by the thousand, ``Span`` and ``Ref``, are
msgspec's, which take a fifth of the time of a dataclass.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

import msgspec

PartyKind = Literal["person", "organization"]
# Metadata at the head of a text, ``date YYYY-MM-DD``: it stays in the text and supports no fact.
LEADING_DATE = re.compile(r"\s{0,100}date (\d{4}-\d{2}-\d{2})(?!\S)")


@dataclass(frozen=True, slots=True)
class Document:
    """One source document with its one immutable text.

    Attributes:
        document_id: File name without folder and suffix, or the ``id`` of a line of JSONL.
        text: What every offset counts in; never changed after it was read.
        path: Relative to RAW, ``/`` between folders; for a line of JSONL ``file#line``.
        sha256: Of the source's bytes; for a line of JSONL, of its text in UTF-8. Hex.
        redistributable: Whether a public build may hold the text.
    """

    document_id: str
    text: str
    path: str
    sha256: str
    title: str | None = None
    published: date | None = None
    retrieved: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    license: str | None = None
    redistributable: bool = False


@dataclass(frozen=True, slots=True)
class Rejection:
    """A source that could not be taken, told in one line: file, place, reason and remedy."""

    path: str
    reason: str
    remedy: str
    place: str | None = None
    traceback: str | None = None


class Span(msgspec.Struct, frozen=True):
    """A piece of the text that supports a fact; ``method`` names the rule or component that found it."""

    start: int
    end: int
    method: str


class Ref(msgspec.Struct, frozen=True):
    """A party of the same document: its kind and its place in ``Facts.people`` or ``Facts.organizations``."""

    kind: PartyKind
    index: int


@dataclass(frozen=True, slots=True)
class Person:
    """A named human being. ``name`` is the fullest form without titles; ``aliases`` are the other printed forms."""

    name: str
    spans: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    nationality: str | None = None
    age: int | None = None
    age_on: date | None = None


@dataclass(frozen=True, slots=True)
class Organization:
    """A named organisation; ``country`` is ISO 3166-1 alpha-2, ``parent`` the body that it is a named part of."""

    name: str
    kind: str
    spans: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """A position of a person; ``start`` and ``end`` are EDTF, ``title`` is as printed."""

    person: Ref
    title: str
    kind: str
    spans: tuple[Span, ...]
    organization: Ref | None = None
    country: str | None = None
    start: str | None = None
    end: str | None = None
    is_former: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One status of a charge as reported: by whom (as printed, and as a party where it is one), when (EDTF)."""

    status: str
    span: Span
    date: str | None = None
    asserted_by: str | None = None
    asserted_by_party: Ref | None = None


@dataclass(frozen=True, slots=True)
class Charge:
    """A party accused of an offence; ``reports`` holds every status in text order, ``status`` the one that counts."""

    party: Ref
    offence: str
    conspiracy: bool
    status: str
    reports: tuple[Report, ...]
    spans: tuple[Span, ...]
    counts: int | None = None
    statutes: tuple[str, ...] = ()
    country: str | None = None
    court: Ref | None = None


@dataclass(frozen=True, slots=True)
class Penalty:
    """A penalty of a party; ``months`` is a duration in months, ``value`` a sum in units of ``currency``."""

    party: Ref
    kind: str
    basis: str
    spans: tuple[Span, ...]
    months: float | None = None
    life: bool = False
    value: float | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money of one kind; ``text`` is the bare sum as printed, ``value`` in units of ``currency``."""

    text: str
    currency: str
    qualifier: str
    kind: str
    spans: tuple[Span, ...]
    value: float | None = None
    value_min: float | None = None
    value_max: float | None = None
    party: Ref | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A date and what happened on it; ``text`` as printed, ``edtf`` resolved against the publication date."""

    text: str
    edtf: str
    event: str
    spans: tuple[Span, ...]
    party: Ref | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that one document says, each fact with its spans; what the extraction returns and the cache keeps.

    Attributes:
        sentences: Sorted, disjoint ``(start, end)`` of the sentences, from which ``evidence.sentence`` is cut.
    """

    document_id: str
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    roles: tuple[Role, ...] = ()
    charges: tuple[Charge, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Event, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()

"""Compact records of the names of a document, and what their resolution gives."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from sys import intern

from cases.language.names import fold
from cases.records import Document, Facts

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class PersonName:
    """What one document says of who a person is; ``kinds`` are the kinds of their roles there."""

    name: str
    aliases: tuple[str, ...] = ()
    nationality: str | None = None
    age: int | None = None
    age_on: date | None = None
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """What one document says of an organisation; ``parent`` is the name of the body that it is a part of."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentNames:
    """The names of one document, in the order of its facts."""

    document_id: str
    published: date | None
    people: tuple[PersonName, ...] = ()
    organizations: tuple[OrganizationName, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person of the whole build."""

    person_id: str
    name: str
    aliases: tuple[str, ...]
    nationality: str | None
    age: int | None
    age_on: date | None


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """One organisation of the whole build."""

    organization_id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: ids by (document_id, index in the document's facts), and one row per id, sorted by id."""

    people: Mapping[Key, str] = field(default_factory=dict)
    organizations: Mapping[Key, str] = field(default_factory=dict)
    person_rows: tuple[PersonRow, ...] = ()
    organization_rows: tuple[OrganizationRow, ...] = ()


def names_of(document: Document, facts: Facts) -> DocumentNames:
    """The compact record of a document's names."""
    kinds: dict[int, set[str]] = defaultdict(set)
    for role in facts.roles:
        kinds[role.person.index].add(intern(role.kind))
    people = tuple(
        PersonName(
            intern(p.name), tuple(map(intern, p.aliases)), p.nationality, p.age, p.age_on, frozenset(kinds.get(i, ()))
        )
        for i, p in enumerate(facts.people)
    )
    bodies = tuple(
        OrganizationName(
            intern(o.name),
            intern(o.kind),
            tuple(map(intern, o.aliases)),
            o.country,
            None if o.parent is None else intern(facts.organizations[o.parent].name),
        )
        for o in facts.organizations
    )
    return DocumentNames(document.document_id, document.published, people, bodies)


def identifier(letter: str, *key: str) -> str:
    """An opaque id: the table's letter and 12 hex digits of SHA-256 over the key."""
    return letter + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:12]


def fullest(names: list[str]) -> str:
    """The name of most words and letters; of equals the most frequent, then the first."""
    return max(dict.fromkeys(names), key=lambda n: (len(fold(n).split()), len(n), names.count(n)))

"""Names of all documents → people and organisations, each with one id.

A pure function over compact records of names: within a document the extraction has joined the forms of a name already;
here the same party of several documents becomes one. Documents are never compared pair by pair: a name meets only the
names that share its first and last word. What is ambiguous stays apart.
"""

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from sys import intern

from cases.language.names import NameParts, fold, name_parts
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


def resolve(names: Iterable[DocumentNames]) -> Resolution:
    """Join the names of all documents; the same result in whatever order the documents come."""
    documents = sorted(names, key=lambda d: (d.published is None, d.published or date.min, d.document_id))
    people, person_rows = resolve_people(documents)
    organizations, organization_rows = resolve_organizations(documents)
    return Resolution(people, organizations, person_rows, organization_rows)


def identifier(letter: str, *key: str) -> str:
    """An opaque id: the table's letter and 12 hex digits of SHA-256 over the key."""
    return letter + hashlib.sha256("\x1f".join(key).encode()).hexdigest()[:12]


def resolve_people(documents: Sequence[DocumentNames]) -> tuple[dict[Key, str], tuple[PersonRow, ...]]:
    """Ids and rows of the people of documents that stand in the order of time."""
    groups: dict[Hashable, list[tuple[Key, PersonName]]] = defaultdict(list)
    for document in documents:
        for index, person in enumerate(document.people):
            groups[person_key(document.document_id, index, person)].append(((document.document_id, index), person))
    ids: dict[Key, str] = {}
    rows = []
    for group in groups.values():
        (document_id, _), first = group[0]
        person_id = identifier("p", document_id, first.name)
        ids.update((key, person_id) for key, _ in group)
        rows.append(person_row(person_id, [person for _, person in group]))
    return ids, tuple(sorted(rows, key=lambda r: r.person_id))


def person_key(document_id: str, index: int, person: PersonName) -> Hashable:
    """What names of one person share: the full name's words; of a single word, nothing but their own place."""
    parts = name_parts(person.name)
    if parts is None or not parts.first:
        return (document_id, index)
    return plain_key(parts)


def plain_key(parts: NameParts) -> Hashable:
    """First name, last name and suffix."""
    return (parts.words, parts.suffix)


def person_row(person_id: str, people: Sequence[PersonName]) -> PersonRow:
    """One row for the records of a person, which stand in the order of time; the last stated age counts."""
    name = fullest([p.name for p in people])
    aliases = {form: None for p in people for form in (p.name, *p.aliases) if form != name}
    nationalities = {p.nationality for p in people} - {None}
    aged = [p for p in people if p.age is not None]
    return PersonRow(
        person_id,
        name,
        tuple(aliases),
        nationalities.pop() if len(nationalities) == 1 else None,
        aged[-1].age if aged else None,
        aged[-1].age_on if aged else None,
    )


def fullest(names: Sequence[str]) -> str:
    """The name of most words and letters; of equals the most frequent, then the first."""
    return max(dict.fromkeys(names), key=lambda n: (len(fold(n).split()), len(n), names.count(n)))


def resolve_organizations(documents: Sequence[DocumentNames]) -> tuple[dict[Key, str], tuple[OrganizationRow, ...]]:
    """Ids and rows of the organisations of documents that stand in the order of time."""
    places: dict[str, list[tuple[Key, OrganizationName]]] = defaultdict(list)
    for document in documents:
        for index, body in enumerate(document.organizations):
            places[fold(body.name)].append(((document.document_id, index), body))
    ids: dict[Key, str] = {}
    groups: dict[str, list[OrganizationName]] = defaultdict(list)
    for folded, entries in places.items():
        countries = {body.country for _, body in entries} - {None}
        only = next(iter(countries)) if len(countries) == 1 else None
        for key, body in entries:
            organization_id = identifier("o", folded, body.country or only or "")
            ids[key] = organization_id
            groups[organization_id].append(body)
    rows = [organization_row(organization_id, bodies) for organization_id, bodies in groups.items()]
    return ids, tuple(sorted(rows, key=lambda r: r.organization_id))


def organization_row(organization_id: str, bodies: Sequence[OrganizationName]) -> OrganizationRow:
    """One row for the records of an organisation; the most frequent kind counts."""
    name = fullest([b.name for b in bodies])
    aliases = {form: None for b in bodies for form in (b.name, *b.aliases) if form != name}
    kinds = [b.kind for b in bodies]
    country = next((b.country for b in bodies if b.country), None)
    return OrganizationRow(organization_id, name, tuple(aliases), max(dict.fromkeys(kinds), key=kinds.count), country)

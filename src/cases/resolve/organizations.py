"""One organisation in several documents: one folded name in one country, a generic name only with country or parent."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from cases.language.lexicon import load_words
from cases.language.names import fold
from cases.resolve.records import DocumentNames, Key, OrganizationName, OrganizationRow, fullest, identifier

Entry = tuple[Key, OrganizationName]


def resolve_organizations(documents: Iterable[DocumentNames]) -> tuple[dict[Key, str], tuple[OrganizationRow, ...]]:
    """Ids and rows of the organisations of documents that stand in the order of time."""
    by_name: dict[str, list[Entry]] = defaultdict(list)
    for document in documents:
        for index, body in enumerate(document.organizations):
            by_name[fold(body.name)].append(((document.document_id, index), body))
    ids: dict[Key, str] = {}
    groups: dict[str, list[OrganizationName]] = defaultdict(list)
    for folded, entries in by_name.items():
        countries = {body.country for _, body in entries} - {None}
        only = next(iter(countries)) if len(countries) == 1 else None
        for key, body in entries:
            organization_id = identifier("o", *join_key(folded, key, body, only))
            ids[key] = organization_id
            groups[organization_id].append(body)
    rows = [organization_row(organization_id, bodies) for organization_id, bodies in groups.items()]
    return ids, tuple(sorted(rows, key=lambda r: r.organization_id))


def join_key(folded: str, key: Key, body: OrganizationName, only: str | None) -> tuple[str, ...]:
    """What records of one organisation share; ``only`` is the one country that the name is known to have."""
    if folded not in generic_names():
        return folded, body.country or only or ""
    if body.country is not None:
        return folded, body.country
    if body.parent is not None and fold(body.parent) not in generic_names() - {
        "department of justice",
        "justice department",
    }:
        return folded, "", fold(body.parent)
    return folded, "", key[0]


@cache
def generic_names() -> frozenset[str]:
    """Folded names that many countries have."""
    return frozenset(fold(str(name)) for name in load_words("generic_bodies")["names"])


def organization_row(organization_id: str, bodies: Sequence[OrganizationName]) -> OrganizationRow:
    """One row for the records of an organisation; the most frequent kind counts."""
    name = fullest([b.name for b in bodies])
    aliases = {form: None for b in bodies for form in (b.name, *b.aliases) if form != name}
    kinds = [b.kind for b in bodies]
    country = next((b.country for b in bodies if b.country), None)
    return OrganizationRow(organization_id, name, tuple(aliases), max(dict.fromkeys(kinds), key=kinds.count), country)

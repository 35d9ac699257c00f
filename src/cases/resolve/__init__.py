"""Names of all documents → people and organisations, each with one id.

A pure function over compact records of names: within a document the extraction has joined the forms of a name already;
here the same party of several documents becomes one. Documents are never compared pair by pair: a name meets only the
names that share its first and last word, or its nickname and surname. What is ambiguous stays apart.
"""

from collections.abc import Iterable
from datetime import date

from cases.resolve.organizations import resolve_organizations
from cases.resolve.people import resolve_people
from cases.resolve.records import (
    DocumentNames,
    Key,
    OrganizationName,
    OrganizationRow,
    PersonName,
    PersonRow,
    Resolution,
    identifier,
    names_of,
)

__all__ = [
    "DocumentNames",
    "Key",
    "OrganizationName",
    "OrganizationRow",
    "PersonName",
    "PersonRow",
    "Resolution",
    "identifier",
    "names_of",
    "resolve",
]


def resolve(names: Iterable[DocumentNames]) -> Resolution:
    """Join the names of all documents; the same result in whatever order the documents come."""
    documents = sorted(names, key=lambda d: (d.published is None, d.published or date.min, d.document_id))
    people, person_rows = resolve_people(documents)
    organizations, organization_rows = resolve_organizations(documents)
    return Resolution(people, organizations, person_rows, organization_rows)

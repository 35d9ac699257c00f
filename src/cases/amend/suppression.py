"""Names that are withheld: each mention becomes as many full blocks, so that every offset still holds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from cases.amend.files import Withheld
from cases.covering import WITHHELD, are_akin, cover, cover_address, forms_of, given_words, is_single, words_of
from cases.errors import CasesError
from cases.records import Amount, Charge, Document, Event, Facts, Organization, Person, Rejection, Report, Role
from cases.resolve import OrganizationRow, PersonRow, Resolution

HASH_DIGITS = 16

_PRINTED: Mapping[type, tuple[str, ...]] = {
    Person: ("name", "aliases"),
    Organization: ("name", "aliases"),
    Role: ("title",),
    Report: ("asserted_by",),
    Charge: ("statutes",),
    Amount: ("text",),
    Event: ("text",),
}
"""The fields of facts that hold words of the document."""


EntityRow = TypeVar("EntityRow", PersonRow, OrganizationRow)


@dataclass(frozen=True, slots=True)
class Words:
    """Single words that are withheld in one document.

    Attributes:
        names: Surnames and other names of one word, in any letters.
        given: The other words of a name, where they begin with a capital: “Will” is a name, “will” is none.
    """

    names: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    def __or__(self, other: "Words") -> "Words":
        return Words(self.names | other.names, self.given | other.given)


@dataclass(frozen=True)
class Suppression:
    """Withholds the names of some people in documents, facts and the rows of people and organisations.

    A name of several words is withheld wherever it stands. A single word, such as a surname, is withheld in the
    documents that name the person, since elsewhere it may be another's; a given name not where another has it too.

    Attributes:
        people: Those whose names are withheld.
        resolved: Who is who, with all names.
        documents: All documents, gone through once; a document may name a person whom nobody found there.
    """

    people: Sequence[Withheld]
    resolved: Resolution
    documents: Iterable[Document] = ()
    _hashes: dict[str, str] = field(default_factory=dict, init=False)
    _words: dict[str, Words] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        if not self.people:
            return
        known = {row.person_id for row in self.resolved.person_rows}
        if missing := [one.person for one in self.people if one.person not in known]:
            raise CasesError(
                "suppressed.yaml",
                f"{missing[0]} is no person of this build",
                "look up its new id, lest a name appear",
            )
        for document in self.documents:
            self._hashes[document.document_id] = document.sha256
            if named := [one for one in self._forms if self._names(document, one)]:
                self._words[document.document_id] = self._words_of(document.document_id, named)

    @cached_property
    def _rows(self) -> Mapping[str, PersonRow]:
        return {row.person_id: row for row in self.resolved.person_rows}

    @cached_property
    def _called(self) -> Mapping[str, tuple[str, tuple[str, ...]]]:
        """Person → the name and what else the person is called."""
        rows = {one.person: self._rows[one.person] for one in self.people}
        return {one.person: (rows[one.person].name, (*rows[one.person].aliases, *one.also)) for one in self.people}

    @cached_property
    def _forms(self) -> Mapping[str, tuple[str, ...]]:
        """Person → the forms of the name, with the surname alone."""
        return {person: forms_of(name, aliases) for person, (name, aliases) in self._called.items()}

    @cached_property
    def _given(self) -> Mapping[str, frozenset[str]]:
        """Person → the other single words that stand for the person."""
        return {person: given_words(name, aliases) for person, (name, aliases) in self._called.items()}

    @cached_property
    def _everywhere(self) -> tuple[str, ...]:
        return tuple(form for forms in self._forms.values() for form in forms if not is_single(form))

    @cached_property
    def akin(self) -> frozenset[str]:
        """People who are not withheld and bear a form of a withheld name: each may be the same person."""
        names = [self._rows[one.person].name for one in self.people]
        return frozenset(
            key
            for key, row in self._rows.items()
            if key not in self._forms and any(are_akin(row.name, name) for name in names)
        )

    @cached_property
    def _present(self) -> Mapping[str, frozenset[str]]:
        """Document → the people who were found there."""
        found: dict[str, set[str]] = defaultdict(set)
        for (document_id, _), person in self.resolved.people.items():
            found[document_id].add(person)
        return {document_id: frozenset(people) for document_id, people in found.items()}

    def _names(self, document: Document, person: str) -> bool:
        """Tell whether a document names a person: found there, or with a name of several words anywhere in it."""
        if person in self._present.get(document.document_id, ()):
            return True
        several = tuple(form for form in self._forms[person] if not is_single(form))
        prose = (document.text, document.title, document.author, document.publisher)
        places = (document.url, document.path, document.document_id)
        return any(text and cover(text, several) != text for text in prose) or any(
            text and cover_address(text, several) != text for text in places
        )

    def _words_of(self, document_id: str, named: Iterable[str]) -> Words:
        others = self._present.get(document_id, frozenset()) - self._forms.keys() - self.akin
        taken = {
            word
            for one in others
            for form in (self._rows[one].name, *self._rows[one].aliases)
            for word in words_of(form)
        }
        names = {form for one in named for form in self._forms[one] if is_single(form)}
        given = {word for one in named for word in self._given[one]}
        return Words(frozenset(names), frozenset(given - taken))

    @cached_property
    def _all_words(self) -> Words:
        names = {form for forms in self._forms.values() for form in forms if is_single(form)}
        return Words(frozenset(names), frozenset(word for words in self._given.values() for word in words))

    def touches(self, document: Document) -> bool:
        """Tell whether a document's text, title or address holds a withheld name; then no cache may keep it."""
        return bool(self.people) and (document.document_id in self._words or self.document(document) != document)

    @cached_property
    def resolution(self) -> Resolution:
        """Who is who, with the names withheld and the ids of renamed documents."""
        if not self.people:
            return self.resolved
        return replace(
            self.resolved,
            people={(self._renamed(d), i): one for (d, i), one in self.resolved.people.items()},
            organizations={(self._renamed(d), i): one for (d, i), one in self.resolved.organizations.items()},
            person_rows=tuple(self._person(row) for row in self.resolved.person_rows),
            organization_rows=tuple(self._others(row, row.organization_id) for row in self.resolved.organization_rows),
        )

    def document(self, document: Document) -> Document:
        """The document with the names withheld in its text and in all that is known of it."""
        if not self.people:
            return document
        key = document.document_id
        told: dict[str, Any] = {
            name: self.mask(value, key)
            for name in ("text", "title", "publisher", "author", "license")
            if (value := getattr(document, name)) is not None
        }
        url = document.url and self._masked_address(document.url, self._words.get(key))
        path = self._masked_address(document.path, self._words.get(key))
        return replace(document, **told, url=url, path=path, document_id=self._renamed(key))

    def facts(self, facts: Facts) -> Facts:
        """What a document says, with the names withheld in every text."""
        if not self.people:
            return facts
        key = facts.document_id
        masked: Facts = _walked(facts, lambda text: self.mask(text, key))
        return replace(masked, document_id=self._renamed(key))

    def rejection(self, rejection: Rejection) -> Rejection:
        """A rejection with the names withheld."""
        words = {
            name: self._masked_address(self.mask(value, every=True), self._all_words)
            for name in ("path", "reason", "place", "traceback")
            if (value := getattr(rejection, name)) is not None
        }
        return replace(rejection, **words)

    def mask(self, text: str, document_id: str | None = None, *, every: bool = False) -> str:
        """Replace each withheld name in a text by as many full blocks."""
        if not self.people:
            return text
        return self._masked(text, self._all_words if every else self._words.get(document_id or ""))

    def _masked(self, text: str, words: Words | None) -> str:
        return cover(text, *self._of(words))

    def _masked_address(self, text: str, words: Words | None) -> str:
        return cover_address(text, *self._of(words))

    def _of(self, words: Words | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        words = words or Words()
        return (*self._everywhere, *sorted(words.names)), tuple(sorted(words.given))

    def _renamed(self, document_id: str) -> str:
        if self._masked_address(document_id, self._words.get(document_id)) == document_id:
            return document_id
        return self._hashes[document_id][:HASH_DIGITS]

    @cached_property
    def _where(self) -> Mapping[str, Words]:
        """Person or organisation → the single words that are withheld in the documents that name it."""
        found: dict[str, Words] = defaultdict(Words)
        for (document_id, _), one in (*self.resolved.people.items(), *self.resolved.organizations.items()):
            if document_id in self._words:
                found[one] |= self._words[document_id]
        return dict(found)

    def _person(self, row: PersonRow) -> PersonRow:
        if row.person_id in self._forms:
            return replace(row, name=WITHHELD, aliases=())
        return self._others(row, row.person_id)

    def _others(self, row: EntityRow, key: str) -> EntityRow:
        words = self._where.get(key)
        aliases = tuple(dict.fromkeys(self._masked(alias, words) for alias in row.aliases))
        return replace(row, name=self._masked(row.name, words), aliases=aliases)


def _walked(value: Any, change: Callable[[str], str]) -> Any:
    """A fact with every text changed that the document printed; codes, dates and methods stay."""
    if isinstance(value, tuple):
        return tuple(_walked(one, change) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    printed = _PRINTED.get(type(value), ())
    told: dict[str, Any] = {}
    for name in (one.name for one in fields(value)):
        part = getattr(value, name)
        if name in printed:
            told[name] = tuple(map(change, part)) if isinstance(part, tuple) else part and change(part)
        elif isinstance(part, tuple) or is_dataclass(part):
            told[name] = _walked(part, change)
    return replace(value, **told)

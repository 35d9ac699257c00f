"""Names that are withheld: each mention becomes as many full blocks, so that every offset still holds."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, TypeVar
from urllib.parse import unquote

from cases.errors import CasesError
from cases.records import Amount, Charge, Document, Event, Facts, Organization, Person, Rejection, Report, Role
from cases.resolve import OrganizationRow, PersonRow, Resolution

BLOCK = "█"
WITHHELD = "[withheld]"
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

_MARK = "\u0300"
"""Stands for any combining mark in folded text."""
_LETTER = r"[^\W\d_]"
_BETWEEN = r"[\W_]{0,3}"


EntityRow = TypeVar("EntityRow", PersonRow, OrganizationRow)


@dataclass(frozen=True)
class Suppression:
    """Withholds the names of some people in documents, facts and the rows of people and organisations.

    A name of several words is withheld wherever it stands. A single word, such as a surname, is withheld in the
    documents that name the person, since elsewhere it may be another's.

    Attributes:
        people: Ids of those whose names are withheld.
        resolved: Who is who, with all names.
        hashes: Document → SHA-256 of its source, from which a document whose id holds a name gets another.
    """

    people: Sequence[str]
    resolved: Resolution
    hashes: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = {row.person_id for row in self.resolved.person_rows}
        if missing := [one for one in self.people if one not in known]:
            raise CasesError(
                "suppressed.yaml",
                f"{missing[0]} is no person of this build",
                "look up its new id, lest a name appear",
            )

    @cached_property
    def _forms(self) -> Mapping[str, tuple[str, ...]]:
        """Person → the forms of the name, with the surname alone."""
        rows = {row.person_id: row for row in self.resolved.person_rows}
        return {one: _forms(rows[one].name, rows[one].aliases) for one in self.people}

    @cached_property
    def _everywhere(self) -> tuple[str, ...]:
        return tuple(form for forms in self._forms.values() for form in forms if len(_words(form)) > 1)

    @cached_property
    def _single(self) -> Mapping[str, tuple[str, ...]]:
        """Document → the single words that are withheld there."""
        found: dict[str, set[str]] = defaultdict(set)
        for (document_id, _), person in self.resolved.people.items():
            found[document_id].update(form for form in self._forms.get(person, ()) if len(_words(form)) == 1)
        return {document_id: tuple(sorted(forms)) for document_id, forms in found.items() if forms}

    @cached_property
    def _documents(self) -> frozenset[str]:
        return frozenset(document for (document, _), person in self.resolved.people.items() if person in self._forms)

    def touches(self, document: Document) -> bool:
        """Tell whether a document's text, title or address holds a withheld name; then no cache may keep it."""
        return bool(self.people) and (document.document_id in self._documents or self.document(document) != document)

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
        url = document.url and self._masked_address(document.url, key)
        path = self._masked_address(document.path, key)
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
            name: self.mask(value, every=True)
            for name in ("path", "reason", "place", "traceback")
            if (value := getattr(rejection, name)) is not None
        }
        return replace(rejection, **words)

    def mask(self, text: str, document_id: str | None = None, *, every: bool = False) -> str:
        """Replace each withheld name in a text by as many full blocks."""
        if not self.people:
            return text
        if every:
            return _covered(text, tuple(form for forms in self._forms.values() for form in forms))
        return _covered(text, (*self._everywhere, *self._single.get(document_id or "", ())))

    def _masked_address(self, text: str, document_id: str) -> str:
        """A URL or a path, where words stand without spaces between them and letters may be percent-encoded."""
        covered = self.mask(_without_spaces(text, self._everywhere), document_id)
        plain = unquote(covered)
        again = self.mask(_without_spaces(plain, self._everywhere), document_id)
        return again if again != plain else covered

    def _renamed(self, document_id: str) -> str:
        if self._masked_address(document_id, document_id) == document_id:
            return document_id
        return self.hashes[document_id][:HASH_DIGITS]

    @cached_property
    def _where(self) -> Mapping[str, frozenset[str]]:
        """Person or organisation → the documents that name it and in which single words are withheld."""
        found: dict[str, set[str]] = defaultdict(set)
        for (document_id, _), one in (*self.resolved.people.items(), *self.resolved.organizations.items()):
            if document_id in self._single:
                found[one].add(document_id)
        return {one: frozenset(documents) for one, documents in found.items()}

    def _person(self, row: PersonRow) -> PersonRow:
        if row.person_id in self._forms:
            return replace(row, name=WITHHELD, aliases=())
        return self._others(row, row.person_id)

    def _others(self, row: EntityRow, key: str) -> EntityRow:
        singles: set[str] = {form for document_id in self._where.get(key, ()) for form in self._single[document_id]}
        forms = (*self._everywhere, *sorted(singles))
        aliases = tuple(dict.fromkeys(_covered(alias, forms) for alias in row.aliases))
        return replace(row, name=_covered(row.name, forms), aliases=aliases)


def _forms(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """The printed forms of a name, its first and last word, and its last word alone; longest first."""
    words = _words(name)
    forms = {name, *aliases, f"{words[0]} {words[-1]}", words[-1]}
    return tuple(sorted((form for form in forms if _words(form)), key=lambda form: (-len(form), form)))


def _words(form: str) -> list[str]:
    return re.findall(f"{_LETTER}+", _folded(form).replace(_MARK, ""))


def _folded(text: str) -> str:
    """The text in lower case without accents, one character for each character of it."""
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if unicodedata.combining(char):
        return _MARK
    base = unicodedata.normalize("NFKD", char).casefold()
    return base[0] if base and base[0].isalpha() else char


def _covered(text: str, forms: tuple[str, ...]) -> str:
    pattern = _pattern(forms)
    if pattern is None:
        return text
    return _blocked(text, pattern)


def _without_spaces(text: str, forms: tuple[str, ...]) -> str:
    """Cover names of several words whatever stands around them, as in "exministergarcialuna"."""
    pattern = _pattern(forms, whole=False)
    return text if pattern is None else _blocked(text, pattern)


def _blocked(text: str, pattern: re.Pattern[str]) -> str:
    parts, end = [], 0
    for match in pattern.finditer(_folded(text)):
        parts += [text[end : match.start()], BLOCK * (match.end() - match.start())]
        end = match.end()
    return "".join([*parts, text[end:]])


@lru_cache(maxsize=256)
def _pattern(forms: tuple[str, ...], whole: bool = True) -> re.Pattern[str] | None:
    bodies = [_BETWEEN.join(map(_spelled, words)) for form in forms if (words := _words(form))]
    if not bodies:
        return None
    either = "|".join(sorted(set(bodies), key=lambda body: (-len(body), body)))
    return re.compile(f"(?<!{_LETTER})(?:{either})(?!{_LETTER})" if whole else either)


def _spelled(word: str) -> str:
    return "".join(f"{letter}{_MARK}*" for letter in word)


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

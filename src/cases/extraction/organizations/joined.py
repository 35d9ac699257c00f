"""Mentions that are one body: shorter forms of a fuller name, and what the rest of a fuller name may be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from cases.extraction.organizations.cuts import WHOLES
from cases.extraction.organizations.phrases import Found
from cases.extraction.organizations.words import bodies, country_in, is_suffix, kind_of, listed_key
from cases.language.countries import country_of
from cases.language.lexicon import load_words
from cases.language.names import fold

TEAMS = {"unit", "bureau", "team", "force", "squad"}
PARTS = {"office", "offices", "division", "divisions", "section", "branch", "operations", *TEAMS}


@dataclass(slots=True)
class Body:
    """One organisation in the making."""

    places: list[Found] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)
    parent: int | None = None


def shortened(found: list[Body]) -> list[Body]:
    """A company's short form ("Sorin" of "Sorin Marine Inc.") joined to the one fuller name that begins with it."""
    ends: dict[str, list[Body]] = {}
    for body in found:
        for word in set(fold(body.names[0]).split()):
            ends.setdefault(word, []).append(body)
    kept = []
    for body in sorted(found, key=lambda b: len(fold(max(b.names, key=len)).split())):
        words = fold(max(body.names, key=len)).split()
        near = {id(b): b for word in {words[0], words[-1]} for b in ends.get(word, []) if b is not body}
        fuller = [b for b in near.values() if is_short_form(words, b)]
        fuller = [b for b in fuller if is_form_of(words, b)] or fuller
        fuller = [b for b in fuller if not any(is_short_form(longest(b), o) for o in fuller if o is not b)]
        if len(fuller) == 1:
            fuller[0].places += body.places
            fuller[0].names += body.names
        else:
            kept.append(body)
    return sorted(kept, key=lambda b: min(p.start for p in b.places))


def longest(body: Body) -> list[str]:
    """The folded words of the longest name."""
    return fold(max(body.names, key=len)).split()


def is_short_form(words: Sequence[str], fuller: Body) -> bool:
    """A name without its country, its town or its legal form, or the first word of a company's."""
    name = fuller.names[0]
    full = fold(name).split()
    if len(full) <= len(words):
        return False
    if is_generic(" ".join(words)) and is_whose(" ".join(words), f"{' '.join(full)} "):
        return True
    return is_end(words, name, full) or is_beginning(words, name, full)


def is_end(words: Sequence[str], name: str, full: Sequence[str]) -> bool:
    """The last words: of a company's name, of a department's, or of a body's whose name begins with its country."""
    if full[-len(words) :] != list(words):
        return False
    if is_suffix(name.rsplit(maxsplit=1)[-1]) or (words[0] in WHOLES and words[1:2] == ["of"]):
        return True  # "Department of Buildings" of "Velmar City Department of Buildings"
    if len(words) > 1 and kind_of(name) == "company":
        return True
    whose = country_of(" ".join(full[: -len(words)]))
    if whose is not None and " ".join(words) in folded_bodies():
        return True  # "Camorra" of "Italian Camorra"
    foreign = whose or country_in(name)
    return len(words) > 2 and foreign is not None


@cache
def folded_bodies() -> frozenset[str]:
    """The listed names of criminal groups, folded: of one name there is one."""
    return frozenset(fold(" ".join(name)) for name, entry in bodies().items() if entry.kind == "criminal_group")


def is_beginning(words: Sequence[str], name: str, full: Sequence[str]) -> bool:
    """The first words of a company's name, its country left out."""
    entry = bodies().get(listed_key(name))
    kind = entry.kind if entry else kind_of(name)
    begins = full[: len(words)] == list(words) or (full[1 : 1 + len(words)] == list(words) and country_of(full[0]))
    first = bool(begins) and kind in {"company", "bank"}
    return first and (is_suffix(name.rsplit(maxsplit=1)[-1]) or len(words) in {1, len(full) - 1})


@cache
def is_generic(name: str) -> bool:
    """A name that many countries have, of which texts leave out whose it is; a text speaks of several parts."""
    words = set(name.split())
    parts = PARTS & words and not {"attorney", "attorneys", "prosecutor", "prosecutors"} & words
    return not parts and name in load_words("generic_bodies")["names"]


def is_whose(generic: str, full: str) -> bool:
    """The full name says only whose body it is: "Supreme Court of Kenya", not "Department of Justice Office"."""
    before, found, after = f" {full}".partition(f" {generic} ")
    return bool(found) and (not after or after.split()[0] in {"of", "for"}) and not set(before.split()) & {"of", "for"}


def is_form_of(words: Sequence[str], fuller: Body) -> bool:
    """Nothing but the legal form is more in the fuller name: "Sorin" and "Sorin Inc.", not "Sorin Foods Inc."."""
    full = fuller.names[0].replace(",", "").split()
    return len(full) == len(words) + 1 and is_suffix(full[-1])

"""Word lists about organisations: which words make a name one, and of what kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import simplemma

from cases.language.countries import country_of
from cases.language.lexicon import load_words
from cases.language.names import fold

INNER = {"of", "for", "and", "&", "the", "on", "de", "da", "do", "y", "e", "to", "in", "et", "del", "des", "du"}
SPLIT_PLURALS = {"offices", "divisions", "companies"}


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list of bodies says of a name; many countries have a ``shared`` one, such as a Senate."""

    kind: str
    country: str | None
    shared: bool = False


@cache
def heads(*keys: str) -> frozenset[str]:
    """The words of some keys of ``words/organization_heads.yaml``."""
    return frozenset(str(word) for key in keys for word in load_words("organization_heads")[key])


@cache
def leading() -> frozenset[str]:
    """The words before a name that are no part of it."""
    return heads("leading") | INNER


def listed_key(name: str) -> tuple[str, ...]:
    """A name as the list of bodies holds it, in tokens: "Lowe's" is two."""
    spaced = name.replace("’", "'").replace("-", " - ").replace("'s ", " 's ").replace("s' ", "s ' ")
    return tuple((f"{spaced[:-2]} 's" if spaced.endswith("'s") else spaced).split())


@cache
def bodies() -> dict[tuple[str, ...], Listed]:
    """Words of a listed name as printed → what the list says; capitals count."""
    found: dict[tuple[str, ...], Listed] = {}
    for kind, countries in load_words("organizations").items():
        for country, names in countries.items():
            for name in names:
                code = str(country).rstrip("?")
                entry = Listed(kind, None if code == "-" else code, code != str(country))
                found.setdefault(listed_key(str(name)), entry)
    return found


@cache
def first_words() -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """First word of a listed name → its second word, empty where it has none → the names, longest first."""
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for name in sorted(bodies(), key=len, reverse=True):
        second = name[1] if len(name) > 1 else ""
        found.setdefault(name[0], {}).setdefault(second, []).append(name)
    return found


@cache
def is_head(word: str) -> bool:
    """A capitalised head word."""
    return word[:1].isupper() and word.lower() in heads("head")


@cache
def is_suffix(word: str) -> bool:
    """A legal form: "Inc.", "LLC", and "Inc.s" whose apostrophe is lost."""
    if word in {"SPA", "CO", "SE", "CV"}:
        return False
    bare = word[:-1] if word.endswith(".s") else word
    return word[:1].isupper() and bare.lower().rstrip(".") in heads("suffix")


def is_sort(name: Sequence[str], *, article: bool) -> bool:
    """A system or an insurance of some sort: "an Anti-Graft Management System", "Workers' Compensation Insurance".

    Args:
        name: The words.
        article: Whether "a" or "an" stands before them.
    """
    lower = [w.lower() for w in name]
    if article and lower[-1] in heads("systems"):
        return True
    return lower[-1] in {"insurance", "energy", "construction"} and set(lower[:-1]) <= heads("common") | {"'s", "'"}


@cache
def unpossessed(word: str) -> str | None:
    """The head word whose apostrophe before "s" is lost: "Departments" → "Department", "FBIs" → "FBI"."""
    if not word.endswith("s") or len(word) < 4 or (is_head(word) and word.lower() not in SPLIT_PLURALS):
        return None
    bare = word[:-1]
    if bare.lower() in heads("many"):
        return None
    if is_head(bare) or bare in heads("departments") or (bare.isupper() and len(bare) > 1) or bare.endswith("."):
        return bare if not bare.endswith(".") or is_suffix(bare) else None
    return None


@cache
def kind_of(name: str) -> str | None:
    """The kind that the words of a name tell, None if they tell none."""
    words = name.replace("-", " ").split()
    if any(is_suffix(w.strip(",")) for w in words[1:]):
        banks = {"bank", "banco", "banque", "savings"}
        return "bank" if banks & {w.lower() for w in words} else "company"
    if len(words) == 1 and name.lower().endswith(("bank", "banka")):
        return "bank"
    folded = fold(name)
    told = [entry for word in folded.split() for entry in kinds_by_word().get(word, ())]
    kind = next((kind for _, phrase, kind in sorted(told) if holds(f" {folded} ", phrase)), None)
    return "company" if kind == "government" and is_business(folded.split()) else kind


def is_business(words: Sequence[str]) -> bool:
    """A name of services that no state gives: "Velmar Tax Service", not "Velmar Human Services"."""
    services = len(words) > 1 and words[-1] in {"service", "services"}
    return services and heads("public", "opening").isdisjoint(words)


@cache
def kinds_by_word() -> dict[str, list[tuple[int, str, str]]]:
    """First word of a phrase → the phrases that tell a kind, with their rank and the kind."""
    found: dict[str, list[tuple[int, str, str]]] = {}
    for rank, entry in enumerate(load_words("organization_kinds")):
        for phrase in map(str, entry["words"]):
            found.setdefault(phrase.rstrip("$").split()[0], []).append((rank, phrase, str(entry["kind"])))
    return found


def holds(padded: str, word: str) -> bool:
    """Whether a name, between spaces, holds a word; one marked with "$" must end it."""
    return padded.endswith(f" {word[:-1]} ") if word.endswith("$") else f" {word} " in padded


@cache
def country_in(name: str) -> str | None:
    """The country that stands in a name: "Malaysia's anti-corruption agency", "U.S. Navy", "Mexican army"."""
    words = fold(name).split()
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            if country := country_of(" ".join(words[i : i + size])):
                return country
    return None


@cache
def key_of(name: str) -> tuple[str, ...]:
    """What spellings of one name share: "US Department of Justice" and "Justice Department"."""
    small = {"the", "of", "for", "and", "us", "u", "s", "united", "states", "a", "drug"}
    forms = load_words("organization_heads")["forms"]
    words = sorted(
        (country_of(w) or (w.removesuffix("s") if len(w) > 3 else w)).lower()  # "Swiss" and "Switzerland's" are one
        for w in (y for x in fold(name).split() for y in forms.get(x, x).split())
        if w not in small
    )
    if "house" in words:
        words = [w for w in words if w != "representative"]  # "House of Representatives"
    return tuple(words) or tuple(fold(name).split())


@cache
def described() -> dict[str, dict[str, list[tuple[tuple[str, ...], str]]]]:
    """Head word → the word before it → (all words before it, kind), for bodies described in lower case."""
    found: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    for entry in load_words("organization_described"):
        for head in entry["heads"]:
            for before in entry["before"]:
                spaced = str(before).lower().replace("-", " - ").replace("'s", " 's").replace("s' ", "s ' ")
                words = tuple(spaced.split())
                found.setdefault(head, {}).setdefault(words[-1], []).append((words, entry["kind"]))
    for by_last in found.values():
        for entries in by_last.values():
            entries.sort(key=lambda e: -len(e[0]))
    return found


@cache
def is_vocabulary(word: str) -> bool:
    """A word of the English dictionary."""
    return bool(simplemma.is_known(word.lower(), "en"))


@cache
def kind_nouns() -> dict[str, str]:
    """Noun → the kind of what it calls a name beside it."""
    kinds = load_words("organization_beside")["kinds"]
    return {str(noun): str(kind) for kind, nouns in kinds.items() for noun in nouns}


@cache
def staff() -> dict[str, str]:
    """Whom a text calls so belongs to a body of that kind: title, lower case → kind."""
    kinds = load_words("organization_beside")["staff"]
    return {str(title): str(kind) for kind, titles in kinds.items() for title in titles}


@cache
def named_by(key: str = "named_by") -> dict[str, list[list[str]]]:
    """Last word → words that only a body's name follows."""
    found: dict[str, list[list[str]]] = {}
    for words in load_words("organization_beside")[key]:
        found.setdefault(str(words).split()[-1], []).append(str(words).split())
    return found


@cache
def modified_kinds() -> dict[str, dict[str, str]]:
    """Noun → word before it → kind; "-" is the kind without any of these words."""
    return {str(noun): dict(kinds) for noun, kinds in load_words("organization_beside")["modified"].items()}


@cache
def told_nouns() -> frozenset[str]:
    """The nouns that tell the kind of a name beside them."""
    return frozenset(kind_nouns()) | modified_kinds().keys()


@cache
def described_heads(key: str = "heads") -> frozenset[str]:
    """Words of a key of ``words/organization_national.yaml``."""
    return frozenset(str(word) for word in load_words("organization_national")[key])


@cache
def abbreviations() -> dict[tuple[str, ...], str]:
    """Key of a full name → the letters that stand for it and are not its initials."""
    lists = load_words("organization_heads")["abbreviations"]
    return {key_of(full): short for short, names in lists.items() for full in names}

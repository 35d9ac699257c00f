"""Named organisations, their kinds and the places where the text names them."""

import re
from collections.abc import Iterable, Sequence

from msgspec import structs

from cases.extraction.organizations.beside import kind_beside, kind_of_staff
from cases.extraction.organizations.candidates import Finder
from cases.extraction.organizations.cuts import POSSESSIVES
from cases.extraction.organizations.joined import PARTS, TEAMS, Body, is_form_of, shortened
from cases.extraction.organizations.phrases import Found
from cases.extraction.organizations.words import (
    Listed,
    abbreviations,
    bodies,
    country_in,
    is_head,
    is_suffix,
    is_vocabulary,
    key_of,
    kind_nouns,
    kind_of,
    listed_key,
)
from cases.language.countries import country_of
from cases.language.lexicon import load_words
from cases.language.mentions import Mention
from cases.language.names import fold, repaired
from cases.language.reading import Reading
from cases.records import Organization, Ref, Span

ACRONYM = re.compile(r"[A-Z0-9][A-Za-z&-]{1,15}")
INSIDE = re.compile(r"(?<=\w|’|') \(([A-Z]{2,})\)(?= [A-Z][a-z]+$)")  # "Velmar Attorney's (VCA) Office"
BETWEEN: tuple[list[str], ...] = ([], ["-"], [","])
QUOTES = {'"', "'", "“", "”", "‘", "’", "``", "''"}
SPECIAL = {"prosecution", "law_enforcement"}
POLICE = {"police", "sheriff", "sheriffs", "inspector", "investigation", "investigations", "state", "fbi"}
LOOSE = {"company", "other", "government"}
NARROW = {"political", "criminal_group", "media", "ngo", "bank"}
GLUED = re.compile(r"^(?:[A-Z]{6,}(?=[A-Z][a-z])|the(?=[A-Z]))")
"""The town of a dateline or a word before a name whose space is lost: "WASHINGTONHoly House Shipping"."""
TAIL = re.compile(r"\b([A-Z][a-z]{3,})(is|are|was|were|and|has|have|had)$")
SEVERAL = re.compile(r"^(Department|Ministr)(?:s|ies) of (?!.* and )")  # of "the Departments of Justice and of Labor"


def find(reading: Reading, people: Iterable[Mention]) -> tuple[tuple[Organization, ...], list[Mention]]:
    """Organisations named in a document, and the mentions of them by name."""
    finder = Finder(reading, people)
    found = finder.find()
    bodies_ = gather(found, finder, reading)
    letters(bodies_, finder, reading)
    shown = [b for b in bodies_ if is_shown(b, finder)]
    number = {id(b): i for i, b in enumerate(shown)}
    organizations, mentions = [], []
    parents = parents_of(bodies_, finder)
    for index, body in enumerate(shown):
        parent = parents.get(id(body))
        parent_index = number.get(id(parent)) if parent is not None and parent is not body else None
        organizations.append(organization(body, reading, finder, parent_index, parent))
        mentions += [Mention(f.start, f.end, Ref("organization", index)) for f in body.places]
    return tuple(organizations), mentions


def printed(found: Found, reading: Reading) -> str:
    """The document's own words of a name on one line, broken letters repaired."""
    text = " ".join(reading.printed(found.start, found.end).split())
    text = text[: len(text) - found.cut] if found.cut else text
    text = unglued(GLUED.sub("", text).rstrip("-– "))
    text = SEVERAL.sub(lambda m: {"Department": "Department of ", "Ministr": "Ministry of "}[m[1]], text)
    inserted = "(" in text and not is_suffix(text.rsplit(maxsplit=1)[-1])
    return repaired(INSIDE.sub("", text) if inserted else text)


def unglued(name: str) -> str:
    """The name without the word that has run into its last one: "Velmar Unitis" where "Velmar Unit" is meant."""
    end = TAIL.search(name)
    return name[: end.start(2)] if end and is_head(end[1]) and not is_vocabulary(end[0]) else name


def gather(found: Sequence[Found], finder: Finder, reading: Reading) -> list[Body]:
    """Mentions of one body joined: equal words, or a shorter form of one fuller name."""
    by_key: dict[tuple[str, ...], Body] = {}
    for whole, place in zip([None, *found], found, strict=False):
        joined = whole is not None and is_its_office(whole, place, finder)
        name = printed(structs.replace(place, start=whole.start) if whole is not None and joined else place, reading)
        body = by_key.setdefault(key_of(name), Body())
        body.places.append(place)
        body.names.append(name)
    return shortened(list(by_key.values()))


def is_its_office(whole: Found, place: Found, finder: Finder) -> bool:
    """An office right after the body whose office it is, of which a text may name several.

    "Velmar Labor Department-Office of Inspector General" and "Velmar Works Agency Office of Inspector General".
    """
    if finder.lower[place.start] != "office" or whole.cut:
        return False
    return (
        finder.lower[place.start + 1 : place.start + 2] == ["of"] and finder.words[whole.end : place.start] in BETWEEN
    )


def letters(found: list[Body], finder: Finder, reading: Reading) -> None:
    """Letters in brackets after a name are another form of it, wherever they stand alone."""
    owner: dict[str, Body] = {}
    for body in found:
        for place in body.places:
            if short := other_name(place.end, finder):
                owner.setdefault(short, body)
    for body in found:
        for name in body.names:
            if len(name.split()) > 1:
                owner.setdefault(initials(name), body)
                owner.setdefault(initials(name, whole=True), body)
                owner.setdefault(abbreviations().get(key_of(name), ""), body)
    owner = {short: body for short, body in owner.items() if not country_of(short)}  # "US" of "US Senate"
    for body in list(found):
        other = owner.get(body.names[0])
        if other is not None and other is not body:
            other.places += body.places
            other.names += body.names
            other.acronyms.add(body.names[0])
            found.remove(body)
    owner.update(beginnings(found, finder))
    taken = finder.taken
    forms = {f"{short}s": short for short in owner} | {short: short for short in owner}
    owned = [(i, word) for word in forms.keys() & finder.places.keys() for i in finder.places[word]]
    for i, word in sorted(owned):
        bare = forms[word]
        if i not in taken and len(bare) > 1:
            owner[bare].places.append(Found(i, i + 1, None, "organizations:letters", None, int(bare != word)))
            owner[bare].names.append(bare)
            owner[bare].acronyms.add(bare)


def beginnings(found: Sequence[Body], finder: Finder) -> dict[str, Body]:
    """First word → the one company with a legal form that it begins: "Sorin" for "Sorin Marine Inc."."""
    begun: dict[str, list[Body]] = {}
    for body in found:
        for word in {n.split()[0] for n in body.names if len(n.split()) > 1 and is_suffix(n.split()[-1])}:
            begun.setdefault(word, []).append(body)
    surnames = {finder.words[i] for i in finder.people}
    begun = {word: [b for b in bs if is_form_of([word], b)] or bs for word, bs in begun.items()}
    return {
        word: bodies_[0]
        for word, bodies_ in begun.items()
        if len(bodies_) == 1 and len(word) > 3 and not is_vocabulary(word) and word not in surnames
        if country_of(word) is None and word not in load_words("places") and not is_suffix(word)
    }


def other_name(i: int, finder: Finder) -> str | None:
    """The letters or short name that follow a name: "(DOE)", "(HHS-OIG)", ", known as Sorin,"."""
    words = finder.words
    if words[i : i + 1] == ["("]:
        close = next((j for j in range(i + 1, min(i + 8, len(words))) if words[j] == ")"), i)
        inside = [w for w in words[i + 1 : close] if w not in QUOTES]
        inside = inside[1:] if inside[:1] == ["the"] and len(inside) + 2 < close - i else inside  # (the "Sorin Bank")
        short = "".join(inside)
        if country_of(" ".join(inside)):
            return None  # "Sorin (France) SA"
        if ACRONYM.fullmatch(short):
            return short if len(inside) == 1 or "-" in inside or "&" in inside else " ".join(inside)
        return " ".join(inside) if inside and all(w[:1].isupper() for w in inside) else None
    if words[i : i + 2] == [",", "or"] and words[i + 3 : i + 4] == [","] and ACRONYM.fullmatch(words[i + 2]):
        return words[i + 2]
    marked = words[i : i + 3] == [",", "known", "as"] or words[i + 1 : i + 3] == ["known", "as"]
    if marked and words[i + 3 : i + 4] and ACRONYM.fullmatch(words[i + 3]):
        return words[i + 3]
    return None


def initials(name: str, *, whole: bool = False) -> str:
    """The capitals that begin the words of a name, without a country before it or ``whole``; "1Sorin" gives "1S"."""
    words = name.replace("-", " ").split()
    while not whole and len(words) > 2 and country_of(words[0]):
        words = words[1:]
    return "".join(
        w[:2] if w[0].isdigit() and w[1:2].isupper() else w[0] for w in words if w[0].isupper() or w[0].isdigit()
    )


def is_shown(body: Body, finder: Finder) -> bool:
    """Named outside headlines at least once, or listed."""
    return any(
        not finder.lines[p.start] or p.method in {"organizations:listed", "organizations:described"}
        for p in body.places
    )


def parents_of(found: Sequence[Body], finder: Finder) -> dict[int, Body]:
    """Body → the body whose part it is: "Justice Department's Criminal Division", "Houston Division of the FBI"."""
    at = {i: body for body in found for p in body.places for i in (p.start, p.end - 1)}
    parents: dict[int, Body] = {}
    for body in found:
        for place in body.places:
            before = place.start - 1
            while before >= 0 and finder.words[before] in {"'s", "'", "-", ")"}:
                before -= 1
            owner = at.get(before)
            after = place.end
            if owner is None and finder.words[after : after + 1] in (["of"], ["at"]):
                owner = at.get(after + 2 if finder.words[after + 1 : after + 2] == ["the"] else after + 1)
            if owner is not None and owner is not body:
                parents.setdefault(id(body), owner)
    return parents


def organization(body: Body, reading: Reading, finder: Finder, parent: int | None, owner: Body | None) -> Organization:
    """The organisation of a body: fullest name, kind, country, spans."""
    in_prose = [n for n, p in zip(body.names, body.places, strict=True) if not finder.lines[p.start]] or body.names
    name = max(dict.fromkeys(in_prose), key=lambda n: (len(n.split()), in_prose.count(n), len(n)))
    listed = next((e for n in body.names if (e := bodies().get(listed_key(n)))), None)
    kind = listed.kind if listed else kind_of_body(body, name, finder, owner)
    country = (country_of_listed(listed, body, finder) if listed else None) or country_in(name)
    if country is None and owner is not None:
        country = country_in(owner.names[0])
    spans = tuple(span(place, reading) for place in sorted(body.places, key=lambda p: p.start))
    longer = [*body.names, *courts(body, reading), *with_nouns(body, reading)]
    aliases = dict.fromkeys(n for n in longer if n != name)
    return Organization(name, kind, spans, tuple(aliases), country, parent)


def country_of_listed(listed: Listed, body: Body, finder: Finder) -> str | None:
    """The country that the list says, unless the text says whose the body is: "Peru's Serious Fraud Office".

    That of a shared name only where the text names no other country as often.
    """
    words = finder.words
    for place in body.places:
        if place.start > 1 and words[place.start - 1] in POSSESSIVES and (named := country_of(words[place.start - 2])):
            return named
    return listed.country if not listed.shared or listed.country == finder.country else None


def kind_of_body(body: Body, name: str, finder: Finder, owner: Body | None) -> str:
    """The kind that the name, the words around it or the body above tell; a company if nothing does."""
    stated = [p.kind for p in sorted(body.places, key=lambda p: p.method != "organizations:described") if p.kind]
    described = [p.kind for p in body.places if p.method == "organizations:described"]
    own = "prosecution" if "prosecution" in stated else next(iter(described), kind_of(name)) or next(iter(stated), None)
    if own is None or (own in LOOSE and not is_suffix(name.rsplit(maxsplit=1)[-1])):
        beside = next((k for p in body.places if (k := kind_beside(finder.doc, p.start, p.end))), None)
        own = beside if beside is not None and (own is None or beside in NARROW) else own
    words = fold(name).split()
    if words[-1] in PARTS:
        own = kind_of_part(body, own, words, finder, owner)
    elif owner is not None and own in {"government", None}:
        own = kind_above(owner) or own
    return own or "company"


def kind_of_part(body: Body, own: str | None, words: Sequence[str], finder: Finder, owner: Body | None) -> str | None:
    """The kind of an office, unit or team: its whole's, or that of the prosecutors or agents who belong to it."""
    if above := kind_above(owner) or kind_of_first(body.names[0]):
        return above
    staff = next((k for p in body.places if (k := kind_of_staff(finder.words, finder.people, p.start))), None)
    team = staff == "prosecution" and words[-1] in TEAMS and POLICE.isdisjoint(words)
    if own in {None, "criminal_group", *LOOSE} or (own == "law_enforcement" and team):
        own = staff or ("law_enforcement" if own == "criminal_group" else own)
    return own or "government"


def kind_of_first(name: str) -> str | None:
    """The kind of the listed prosecutors or investigators that a part's name begins with: "FBI Reno Division"."""
    first = name.split(maxsplit=1)[0]
    entry = next((e for word in (first, *first.split("-")) if (e := bodies().get((word,)))), None)
    return entry.kind if entry is not None and entry.kind in SPECIAL and name != first else None


def kind_above(owner: Body | None) -> str | None:
    """The kind of prosecutors and investigators, which their parts share."""
    if owner is None:
        return None
    entry = next((e for n in owner.names if (e := bodies().get(listed_key(n)))), None)
    above = entry.kind if entry else kind_of(owner.names[0])
    return above if above in SPECIAL else None


def courts(body: Body, reading: Reading) -> list[str]:
    """A court or prosecutors with the place that tells them from others: "U.S. District Court in Manhattan"."""
    found = []
    words = reading.words
    for place in body.places:
        if place.kind in {"court", "prosecution"} and words[place.end : place.end + 1] == ["in"]:
            end = place.end + 2
            end += words[end : end + 1] == ["the"]
            while end < len(words) and goes_on(words, end):
                end += 1
            found.append(" ".join(reading.printed(place.start, end).split()))
    return found


def goes_on(words: Sequence[str], i: int) -> bool:
    """A word of the place of a court: capitalised, before a state's short form, or inside "District of Velmar"."""
    after = words[i + 1] if i + 1 < len(words) else ""
    of = words[i] == "of" and words[i - 1] == "District" and after[:1].isupper()
    return words[i][:1].isupper() or of or (words[i] == "," and after[-1:] == ".")


def with_nouns(body: Body, reading: Reading) -> list[str]:
    """The name with the noun behind it that says what it is: "Sorin bank", "Sorin party"."""
    found = []
    for place, name in zip(body.places, body.names, strict=True):
        noun = next(iter(reading.words[place.end : place.end + 1]), "")
        if noun in kind_nouns() and not place.cut and reading.doc[place.end - 1].head.i == place.end:
            found.append(f"{name} {noun}")
    return found


def span(place: Found, reading: Reading) -> Span:
    """The characters of a mention, without a lost possessive."""
    whole = reading.span(place.start, place.end, place.method)
    return Span(whole.start, whole.end - place.cut, whole.method)

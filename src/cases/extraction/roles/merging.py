"""One row per position: titles that name the same position of the same person are joined."""

from collections.abc import Iterable
from functools import lru_cache

from cases.records import Ref, Role

FILLERS = {
    "the",
    "of",
    "a",
    "an",
    "and",
    "for",
    "in",
    "at",
    "s",
    "'s",
    "then",
    "senior",
    "u.s.",
    "us",
    "united",
    "states",
    "-",
}
RANKS = {"deputy", "assistant", "associate", "vice", "acting", "first", "interim"}
TOLD = {"roles:served-as", "roles:appointed", "roles:post-as", "roles:copula"}
ONE_PER_PERSON = {"judge", "defendant", "witness", "victim", "spokesperson"}
GENERIC = {
    "prosecutor": {"prosecutor", "attorney"},
    "lawyer": {"lawyer", "attorney", "counsel"},
    "investigator": {"investigator", "agent"},
    "public_office": {"official", "officer", "politician", "employee"},
    "private_office": {"executive", "officer", "employee", "official"},
}
LONG = {"pm": ("prime", "minister"), "ceo": ("chief", "executive", "officer"), "cfo": ("chief", "financial", "officer")}
ABBREVIATIONS = {
    "gen": "general",
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "sgt": "sergeant",
    "capt": "captain",
    "defence": "defense",
}


def content(role: Role) -> frozenset[str]:
    """The words of a role's title that tell it from others."""
    return telling(role.title)


@lru_cache(4096)
def telling(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    words = [w for word in title.lower().replace("/", " ").replace("-", " ").split() for w in LONG.get(word, (word,))]
    return frozenset(ABBREVIATIONS.get(w.rstrip("."), w) for w in words) - FILLERS


def is_same(a: Role, b: Role) -> bool:
    """Two roles of one person are one position."""
    if a.person != b.person or a.kind != b.kind:
        return False
    if a.kind in ONE_PER_PERSON:
        return True
    if a.start and b.start and a.start != b.start:
        return False
    x, y = content(a), content(b)
    generic = GENERIC.get(a.kind, set())
    if is_step(a, b, x, y) or not (x <= generic or y <= generic or x <= y or y <= x):
        return False
    if x <= generic or y <= generic:
        return True
    return not (a.organization and b.organization and a.organization != b.organization) or x == y


def is_step(a: Role, b: Role, x: frozenset[str], y: frozenset[str]) -> bool:
    """Two steps of one career, of which a word of rank tells the lower: "assistant U.S. attorney", "U.S. attorney".

    Of a title that stands only beside the name a text may leave the word out: it is a step if a sentence tells it.
    """
    if not (x ^ y) & RANKS or x - RANKS != y - RANKS:
        return False
    return any(s.method in TOLD for role in (a, b) for s in role.spans)


def joined(a: Role, b: Role) -> Role:
    """Two statements of one position as one role: the fuller title, the body and the years that either has."""
    fuller = max(a, b, key=lambda role: (len(content(role)), len(role.title)))
    spans = tuple(dict.fromkeys([*a.spans, *b.spans]))
    return Role(
        person=a.person,
        title=fuller.title,
        kind=a.kind,
        spans=spans,
        organization=fuller.organization or a.organization or b.organization,
        country=a.country or b.country,
        start=a.start or b.start,
        end=a.end or b.end,
        is_former=a.is_former or b.is_former,
    )


def merge(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Roles with one row per position, in the order of their first mention."""
    kept: list[Role] = []
    places: dict[Ref, list[int]] = {}
    for role in roles:
        mine = places.setdefault(role.person, [])
        place = next((i for i in mine if is_same(kept[i], role)), None)
        if place is None:
            mine.append(len(kept))
            kept.append(role)
        else:
            kept[place] = joined(kept[place], role)
    return tuple(kept)

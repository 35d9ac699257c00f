"""What kind of role a title makes, given the body and what else the document says of the person."""

from collections.abc import Sequence

from cases.extraction.roles.holding import Held
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref

BY_BODY = {
    "company": "private_office",
    "bank": "private_office",
    "media": "private_office",
    "ngo": "private_office",
    "other": "private_office",
    "political": "private_office",
    "government": "public_office",
    "military": "public_office",
    "law_enforcement": "investigator",
    "prosecution": "prosecutor",
    "court": "public_office",
    "criminal_group": "criminal_group",
}
DEFAULTS = {"state": "public_office", "business": "private_office"}
OPEN_KINDS = {"state", "business"}
COURT_HEADS = {"president", "vice president", "vice-president"}


def own_kind(held: Held, mentions: Mentions, printed: str) -> str | None:
    """The kind that a title has by itself or by its body; None if it is open."""
    title = held.title
    body = mentions.organizations[title.body.index].kind if title.body else None
    if title.code == "lawyer" and body == "prosecution":
        return "prosecutor"
    if title.code not in OPEN_KINDS:
        return title.code
    if body is None:
        return None
    if body == "court":
        return "judge" if printed.lower() in COURT_HEADS else "public_office"
    return BY_BODY.get(body)


def by_context(reading: Reading, held: Held, others: set[str]) -> str | None:
    """Prosecutor or investigator, if the person has such a title too or the sentence tells who did the case."""
    for kind in ("prosecutor", "investigator"):
        if kind in others:
            return kind
    if held.title.code != "state" or held.title.former or held.rule != "title-before-name":
        return None
    words = {t.lemma_ for t in reading.doc[held.first].sent[:20]}
    if words & {"prosecute", "prosecution"}:
        return "prosecutor"
    return "investigator" if words & {"investigate", "investigation"} else None


def kinds_of(reading: Reading, mentions: Mentions, held: Sequence[Held], accused: set[Ref]) -> list[str]:
    """The kind of each role: by its title, its body, or what else the text calls the same person."""
    sure: dict[tuple[Ref, str], str] = {}
    persons: dict[Ref, set[str]] = {}
    own = []
    for h in held:
        printed = reading.printed(h.title.start, h.title.end).lower()
        kind = own_kind(h, mentions, printed)
        own.append((printed, kind))
        if kind is not None:
            sure.setdefault((h.person, printed), kind)
            persons.setdefault(h.person, set()).add(kind)
    kinds = []
    for h, (printed, kind) in zip(held, own, strict=True):
        found = kind or sure.get((h.person, printed))
        if found is None:
            found = by_context(reading, h, persons.get(h.person, set())) if h.person not in accused else None
        found = found or DEFAULTS[h.title.code]
        if found == "lawyer" and "prosecutor" in persons.get(h.person, ()):
            found = "prosecutor"
        if found == "investigator" and (h.person in accused or h.title.former):
            found = "public_office"
        kinds.append(found)
    return kinds

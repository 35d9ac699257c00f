"""Named organisations, their kinds and the places where the text names them."""

from collections.abc import Iterable

from cases.language.mentions import Mention
from cases.language.reading import Reading
from cases.records import Organization, Ref


def find(reading: Reading, people: Iterable[Mention]) -> tuple[tuple[Organization, ...], list[Mention]]:
    """Organisations named in a document, and the mentions of them by name."""
    taken = {i for m in people for i in range(m.start, m.end)}
    found: dict[str, list[tuple[int, int]]] = {}
    for entity in reading.doc.ents:
        start = entity.start + (entity[0].lower_ in {"the", "a", "an"})
        end = entity.end - (entity[-1].lower_ in {"'s", "'"})
        if entity.label_ == "ORG" and start < end and taken.isdisjoint(range(start, end)):
            found.setdefault(reading.printed(start, end), []).append((start, end))
    bodies, mentions = [], []
    for index, (name, places) in enumerate(found.items()):
        spans = tuple(reading.span(s, e, "organizations:entity") for s, e in places)
        bodies.append(Organization(name, "other", spans))
        mentions += [Mention(s, e, Ref("organization", index)) for s, e in places]
    return tuple(bodies), mentions

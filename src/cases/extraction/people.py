"""Named human beings and the places where the text names them."""

from spacy.tokens import Span as Tokens

from cases.language.mentions import Mention
from cases.language.reading import Reading
from cases.records import Person, Ref

TITLES = {"mr", "mrs", "ms", "dr", "judge", "justice", "sir", "mr.", "mrs.", "ms.", "dr."}


def find(reading: Reading) -> tuple[tuple[Person, ...], list[Mention]]:
    """People named in a document, and the mentions of them by name."""
    entities = [e for e in (strip(e) for e in reading.doc.ents if e.label_ == "PERSON") if e is not None]
    groups: list[list[Tokens]] = []
    for entity in sorted(entities, key=lambda e: -len(e)):
        same = [g for g in groups if is_form(entity.text, g[0].text)]
        if len(same) == 1:
            same[0].append(entity)
        elif not same:
            groups.append([entity])
    groups.sort(key=lambda g: min(e.start for e in g))
    people, mentions = [], []
    for index, group in enumerate(groups):
        full = max(group, key=lambda e: (len(e), -e.start))
        name = reading.printed(full.start, full.end)
        forms = {reading.printed(e.start, e.end): None for e in sorted(group, key=lambda e: e.start)}
        spans = tuple(reading.span(e.start, e.end, "people:entity") for e in sorted(group, key=lambda e: e.start))
        people.append(Person(name, spans, aliases=tuple(f for f in forms if f != name)))
        mentions += [Mention(e.start, e.end, Ref("person", index)) for e in group]
    return tuple(people), mentions


def strip(entity: Tokens) -> Tokens | None:
    """The entity less titles before it and a possessive after it."""
    start, end = entity.start, entity.end
    while start < end and entity.doc[start].lower_ in TITLES:
        start += 1
    while end > start and (entity.doc[end - 1].lower_ in {"'s", "'"} or entity.doc[end - 1].is_space):
        end -= 1
    name = entity.doc[start:end]
    return name if len(name) and name[-1].text[:1].isupper() and "\n" not in name.text else None


def is_form(short: str, full: str) -> bool:
    """A shorter form of a name: its words stand in the full one, the last among them."""
    a, b = short.lower().split(), full.lower().split()
    return (a[-1] in b[1:] and set(a) <= set(b)) or a == b

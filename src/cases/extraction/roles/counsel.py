"""Counsel as British courts' reporters name them: "X, prosecuting, said", "Y, for the Serious Fraud Office, told"."""

from collections.abc import Iterator

from cases.extraction.roles.holding import Held, Names
from cases.extraction.roles.titles import Title
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading

PARTICIPLES = {"prosecuting": "prosecutor", "defending": "lawyer", "mitigating": "lawyer"}
STATE_BODIES = {"prosecution", "law_enforcement"}
SPEAKING = {"say", "tell", "add", "argue"}


def counsel(reading: Reading, mentions: Mentions, names: Names) -> Iterator[Held]:
    """Who speaks in court for a party."""
    doc = reading.doc
    for mention in names.starting.values():
        start = mention.end + 1
        if start + 2 >= len(doc) or doc[mention.end].text != ",":
            continue
        word = doc[start].lower_
        if word in PARTICIPLES and doc[start + 1].text == ",":
            yield speaker(mention, start, start + 1, PARTICIPLES[word], None)
        elif word == "for":
            body = mentions.at(start + 1 + (doc[start + 1].lower_ == "the"))
            if body is not None and is_client(reading, body):
                kind = mentions.organizations[body.ref.index].kind
                yield speaker(mention, start, body.end, "prosecutor" if kind in STATE_BODIES else "lawyer", body)


def is_client(reading: Reading, body: Mention) -> bool:
    """An organisation after whose name a comma and a word of speaking follow."""
    following = reading.doc[body.end : body.end + 2]
    return (
        body.ref.kind == "organization"
        and len(following) == 2
        and following[0].text == ","
        and following[1].lemma_ in SPEAKING
    )


def speaker(mention: Mention, start: int, end: int, code: str, body: Mention | None) -> Held:
    """The person with the printed words as title."""
    title = Title(start, end, start, end, end, code, body=body.ref if body else None)
    return Held(mention.ref, title, mention.start, end, "counsel")

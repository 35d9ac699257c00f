"""Counsel as British courts' reporters name them: "X, prosecuting, said", "Y, for the Serious Fraud Office, told"."""

from collections.abc import Iterator

from cases.extraction.roles.holding import Held, Names
from cases.extraction.roles.titles import Title
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading

PARTICIPLES = {"prosecuting": "prosecutor", "defending": "lawyer", "mitigating": "lawyer"}
STATE_BODIES = {"prosecution", "law_enforcement"}
OFFICES = {"prosecution": "prosecutor", "law_enforcement": "investigator"}
SPEAKING = {"say", "tell", "add", "argue"}


def counsel(reading: Reading, mentions: Mentions, names: Names) -> Iterator[Held]:
    """Who speaks in court for a party."""
    words = reading.lower
    for mention in names.starting.values():
        start = mention.end + 1
        if start + 2 >= len(words) or words[mention.end] != ",":
            continue
        word = words[start]
        if word in PARTICIPLES and words[start + 1] == ",":
            yield speaker(mention, start, start + 1, PARTICIPLES[word], None)
        elif word == "for":
            body = mentions.at(start + 1 + (words[start + 1] == "the"))
            if body is not None and is_client(reading, body):
                kind = mentions.organizations[body.ref.index].kind
                yield speaker(mention, start, body.end, "prosecutor" if kind in STATE_BODIES else "lawyer", body)
        elif word in {"from", "of", "with"}:
            body = mentions.at(start + 1 + (words[start + 1] == "the"))
            if body is not None and is_client(reading, body):
                kind = mentions.organizations[body.ref.index].kind
                if kind in OFFICES:
                    yield speaker(mention, start, body.end, OFFICES[kind], body)


def is_client(reading: Reading, body: Mention) -> bool:
    """An organisation after whose name a comma and a word of speaking follow."""
    comma, verb = body.end, body.end + 1
    follows = verb < len(reading.words) and reading.words[comma] == "," and reading.lemmas[verb] in SPEAKING
    return body.ref.kind == "organization" and follows


def speaker(mention: Mention, start: int, end: int, code: str, body: Mention | None) -> Held:
    """The person with the printed words as title."""
    title = Title(start, end, start, end, end, code, body=body.ref if body else None)
    return Held(mention.ref, title, mention.start, end, "counsel")

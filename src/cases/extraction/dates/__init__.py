"""What happened on each date, and to whom."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from cases.extraction.dates.governors import Governor, governors
from cases.extraction.dates.guesses import Guesses
from cases.language.grammar import agents, ancestors, children, is_verb, patients, prepositional, subjects
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Event, Ref

DONE_TO = {"arrest", "charge", "conviction", "sentencing", "extradition", "investigation", "resolution", "hearing"}


def find(
    reading: Reading, mentions: Mentions, expressions: Sequence[Expression], charges: Sequence[Charge] = ()
) -> tuple[Event, ...]:
    """Every date with its event and party, once per date, event and party."""
    guesses = Guesses(reading, mentions, frozenset(c.party for c in charges))
    found: dict[tuple[str, str, Ref | None], Event] = {}
    dated = {i for e in expressions for i in range(e.start, e.end)}
    for expression in expressions:
        for governor in governors(reading, expression, dated, guesses):
            key = (expression.edtf, governor.event, party_of(governor, mentions))
            if key not in found:
                span = reading.clause(reading.doc[expression.start], f"dates:{governor.rule}")
                found[key] = Event(text=expression.text, edtf=key[0], event=key[1], spans=(span,), party=key[2])
    named = {(edtf, event) for edtf, event, party in found if party is not None}
    return tuple(e for (edtf, event, party), e in found.items() if party is not None or (edtf, event) not in named)


def party_of(governor: Governor, mentions: Mentions) -> Ref | None:
    """Whom it happened to, or who did it."""
    word = governor.word
    for token in participants(word, governor.event):
        ref = mentions.ref(token)
        if ref is not None:
            return ref
    return None


def participants(word: Token, event: str) -> Iterator[Token]:
    """The words that may name the party of an event, the likeliest first."""
    if is_verb(word):
        yield from patients(word) if event in DONE_TO else agents(word)
        yield from subjects(word) if event in DONE_TO else patients(word)
        return
    yield from children(word, "poss")
    yield from prepositional(word, "of", "for", "against")
    for verb in ancestors(word):
        if is_verb(verb):
            yield from subjects(verb)
            return

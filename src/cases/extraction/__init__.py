"""Document → facts with spans: reads one document in a fixed order, each module handed what the earlier ones found."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc

from cases.extraction import amounts, charges, coreference, dates, money, organizations, penalties, people, roles, times
from cases.language.installed import DEFAULT_MODEL
from cases.language.lexicon import Lexicon
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document, Facts

LISTS: tuple[str, ...] = (
    "accusing_nouns",
    "accusing_verbs",
    "jurisdictions",
    "amount_nouns",
    "amount_verbs",
    "offence_acts",
    "offence_objects",
    "offences",
    "role_verbs",
    "titles",
)


@cache
def lexicon(model: str = DEFAULT_MODEL) -> Lexicon:
    """The phrase lists of all modules, compiled once per process."""
    return Lexicon(load_model(model), LISTS)


def extract_all(documents: Iterable[Document], model: str = DEFAULT_MODEL) -> Iterator[tuple[Document, Facts]]:
    """Facts of each document, in order; the language pipeline reads them in batches."""
    for document, doc in parse(load_model(model), documents):
        yield document, extract_one(document, doc, model)


def extract_one(document: Document, doc: Doc, model: str = DEFAULT_MODEL) -> Facts:
    """Facts of one document that the pipeline has read."""
    reading = Reading(document, doc)
    reading.matches = lexicon(model).match(reading.lemmas, reading.lemma_places)
    sums = money.find(reading)
    expressions = times.find(reading)
    named_people, person_mentions = people.find(reading)
    bodies, body_mentions = organizations.find(reading, person_mentions)
    mentions = coreference.resolve(reading, named_people, bodies, [*person_mentions, *body_mentions])
    accusations = charges.find(reading, mentions, expressions)
    positions = roles.find(reading, mentions, expressions, accusations)
    sanctions = penalties.find(reading, mentions, sums, accusations)
    return Facts(
        document_id=document.document_id,
        people=mentions.people,
        organizations=mentions.organizations,
        roles=positions,
        charges=accusations,
        penalties=sanctions,
        amounts=amounts.find(reading, mentions, sums, accusations, sanctions, roles=positions),
        dates=dates.find(reading, mentions, expressions, accusations),
        sentences=tuple((reading.starts[s.start], reading.past(s.end - 1)) for s in reading.sentences),
    )

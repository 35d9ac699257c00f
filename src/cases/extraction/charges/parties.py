"""The party that the words of an accusation stand for: by name, by pronoun, or by description in the lead."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from cases.language import grammar
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Ref

LEAD_SENTENCES = 3
VAGUE = frozenset(load_words("charge_words")["vague"])


def resolve(tokens: Iterable[Token], mentions: Mentions) -> list[Ref]:
    """The parties that the tokens stand for, each once, in order."""
    return list(dict.fromkeys(ref for token in tokens for ref in refs(token, mentions)))


def refs(token: Token, mentions: Mentions) -> list[Ref]:
    """The parties that one noun stands for: itself, a name in apposition, or a name that ends its phrase."""
    ref = mentions.ref(token)
    if ref is not None:
        return [ref]
    if not token.tag_.startswith(("NN", "PRP", "DT", "CD")):
        return []
    for child in token.children:
        if child.dep_ == "appos" and (ref := mentions.ref(child)) is not None:
            return [r for r in (mentions.ref(c) for c in grammar.conjuncts(child)) if r is not None]
    covering = mentions.at(token.i - 1) if token.i else None
    if (
        covering is not None
        and covering.form == "name"
        and token.i
        and token.doc[token.i - 1].dep_ in {"compound", "nmod"}
    ):
        return [covering.ref] if covering.ref.kind == "person" else []
    return []


def is_description(token: Token) -> bool:
    """A noun that describes one unnamed party ("a former minister", "an asphalt company")."""
    return (
        token.tag_ in {"NN", "NNP", "NNS", "NNPS"}
        and token.lemma_ not in VAGUE
        and token.ent_type_ not in {"DATE", "MONEY", "CARDINAL"}
    )


def in_lead(reading: Reading, token: Token) -> bool:
    """Whether a token stands in the headline or the first sentences, where the accused is described before named."""
    sentences = reading.sentences
    return token.i < sentences[min(LEAD_SENTENCES, len(sentences) - 1)].start


def protagonist(reading: Reading, mentions: Mentions, accused: Sequence[Ref]) -> Ref | None:
    """Whom the lead describes: the first accused person named with an age or as "the defendant"; else the only one."""
    people = list(dict.fromkeys(accused))
    introduced = [m for m in mentions if m.form == "name" and m.ref.kind == "person" and is_introduced(reading, m)]
    for mention in introduced:
        if mention.ref in people or not people:
            return mention.ref
    return people[0] if len(people) == 1 else None


def is_introduced(reading: Reading, mention: Mention) -> bool:
    """A name with an age after it ("Jane Roe, 52, of …") or as what the defendant was identified as."""
    doc = reading.doc
    after = doc[mention.end : mention.end + 4]
    if (
        len(after) > 2
        and after[0].text == ","
        and after[1].like_num
        and len(after[1].text) == 2
        and after[2].text in {",", "-", ".", "and"}
    ):
        return True
    before = [t.lower_ for t in doc[max(mention.start - 6, 0) : mention.start]]
    return "defendant" in before and ("as" in before or "," in before)

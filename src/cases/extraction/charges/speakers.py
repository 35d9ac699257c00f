"""Who says that somebody is accused, and when it happened."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from spacy.tokens import Doc, Token

from cases.extraction.charges.vocabulary import CONCEDING
from cases.language import grammar
from cases.language.columns import lower, root, sentence_end, sentence_start
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Ref

SAYING = {
    "say",
    "announce",
    "tell",
    "state",
    "allege",
    "report",
    "claim",
    "testify",
    "accuse",
    "confirm",
    "show",
    "charge",
    "according",
}
LIMIT = 12


def speaker(word: Token, is_accused: Callable[[Token], bool]) -> Token | None:
    """Who makes the accusation: the agent of the accusing verb, else the subject of the verb that reports it.

    Nobody accuses himself: of the doer of what is told ("A took bribes, B said") ``is_accused`` is true. What somebody
    admits he says himself.
    """
    if word.lemma_ in CONCEDING and grammar.is_verb(word):
        return next(iter(grammar.agents(word)), None)
    if grammar.is_verb(word) and word.lemma_ not in {"plead", "face", "settle"}:
        named = [t for t in grammar.agents(word) if not is_accused(t)]
        if named and named[0].lower_ not in grammar.RELATIVE:
            return named[0]
    return reporter(word, is_accused)


def reporter(word: Token, is_accused: Callable[[Token], bool]) -> Token | None:
    """The subject of the verb that reports it, or whom "according to" names; of a deed its doers are no speakers."""
    for head in grammar.ancestors(word):
        if grammar.is_verb(head) and head.lemma_ in SAYING:
            named = [t for t in grammar.children(head, "nsubj") if not is_accused(t)]
            return named[0] if named else None
    return according(word.doc, sentence_start(word), sentence_end(word))


def according(doc: Doc, start: int, end: int) -> Token | None:
    """Whom "according to" names in a sentence."""
    words = lower(doc, start, end)
    if "according" not in words:
        return None
    told = (doc[i] for i, word in enumerate(words, start) if word == "according")
    return next((name for word in told for prep in word.children for name in grammar.children(prep, "pobj")), None)


def printed(reading: Reading, mentions: Mentions, token: Token | None) -> tuple[str | None, Ref | None]:
    """The speaker as printed, and the party that it is."""
    if token is None or token.tag_.startswith(("PRP", "WP", "DT")):
        return None, None
    mention = mentions.at(token)
    if mention is not None and mention.form == "name":
        return reading.printed(mention.start, mention.end), mention.ref
    start = token.left_edge.i
    words = [t for t in token.doc[start : token.i + 1] if not t.is_space]
    if len(words) > LIMIT or not words:
        return reading.printed(token.i, token.i + 1), mention.ref if mention else None
    return " ".join(reading.printed(words[0].i, token.i + 1).split()), mention.ref if mention else None


def when(word: Token, expressions: Sequence[Expression]) -> str | None:
    """The date that the accusing word itself bears: the expression whose nearest verb it is."""
    start, end = sentence_start(word), sentence_end(word)
    first = bisect_left(expressions, start, key=lambda e: e.start)
    for expression in expressions[first : bisect_left(expressions, end, key=lambda e: e.start)]:
        if bearer(root(word.doc, expression.start, expression.end)) == word:
            return expression.edtf
    return None


def bearer(token: Token) -> Token | None:
    """The nearest verb above a date."""
    return next((head for head in grammar.ancestors(token) if grammar.is_verb(head)), None)

"""Whom a text identifies as its defendants, by name in one list."""

from collections.abc import Sequence

from spacy.tokens import Token

from cases.language import grammar
from cases.language.columns import sentence_end, sentence_start
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Ref

FIRMS = {"company", "companies", "firm", "firms", "business", "businesses", "corporation"}
ALL_OF_THEM = {"they", "defendants", "both"}
LIST_LENGTH = 400


def defendants(reading: Reading, mentions: Mentions) -> list[Ref]:
    """All whom a text identifies as its defendants: "identified the defendants as A, 52, B, 41, and his company, C"."""
    for i in reading.lower_places.get("defendants", ()):
        if reading.lower[i + 1 : i + 2] in (["as"], [":"]):
            inside = [m for m in mentions.within(i, list_end(reading, i)) if m.form == "name"]
            return list(dict.fromkeys(m.ref for m in inside if m.ref.kind == "person" or is_own(reading, m)))
    return []


def is_own(reading: Reading, mention: Mention) -> bool:
    """The company of a defendant: "and his company" X, "and the firm that they own," X."""
    return not FIRMS.isdisjoint(reading.lower[max(0, mention.start - 6) : mention.start])


def defendant_before(words: Sequence[Token], mentions: Mentions) -> list[Ref]:
    """The one person whom the words just before "he", "she" or "the defendant" identify as the defendant."""
    if len(words) != 1 or words[0].lower_ not in {"he", "she", "defendant"}:
        return []
    doc, start = words[0].doc, sentence_start(words[0])
    while start and doc[start - 1].is_space:
        start -= 1
    last = sentence_start(doc[max(start - 1, 0)])
    before = doc[sentence_start(doc[max(last - 1, 0)]) : words[0].i]
    at = next((t.i for t in before if t.lower_ == "defendant"), None)
    if at is None or doc[at + 1].lower_ not in {"as", ":"}:
        return []
    named = [m.ref for m in mentions.within(at, words[0].i) if m.form == "name" and m.ref.kind == "person"]
    return named[:1]


def list_end(reading: Reading, start: int) -> int:
    """Where a list ends that lines and addresses break into pieces without a verb: at the next full sentence."""
    doc = reading.doc
    end = sentence_end(doc[start])
    while end < min(len(doc), start + LIST_LENGTH):
        following = doc[end].sent
        if any(t.dep_ in grammar.SUBJECTS and grammar.is_verb(t.head) for t in following):
            break
        end = following.end
    return end


def stand_for_all(words: Sequence[Token], number: int) -> bool:
    """Words for all whom the text identified as its defendants: "they", "the defendants", "both" if they are two."""
    return any(t.lower_ in ALL_OF_THEM and (number == 2 or t.lower_ != "both") for t in words)

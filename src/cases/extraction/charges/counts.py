"""How many counts of an offence a text tells."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from cases.extraction.charges.values import Offence
from cases.extraction.charges.vocabulary import DOCUMENTS
from cases.language import numerals
from cases.language.columns import columns, lower

LINKS = {"and", "or", "&", ",", "/", "-", "–"}
ENDS = {";", ".", ":", "including", "include", "includes"}
APART = ENDS | LINKS - {"-"}

SPOKEN = frozenset([*numerals.SMALL, "hundred"])
COUNTED = {"count", "charge", "offence", "offense", "felony", "instance"}
WHY = {"for", "by"}  # "89 counts of embezzlement for stealing …"
COUNT_REACH = 10


def with_counts(doc: Doc, offences: Iterable[Offence]) -> Iterator[Offence]:
    """The offences with the counts of them that the text tells; two names of one in a row do not share a number."""
    code, end = "", 0
    for offence in offences:
        told = counts(doc, offence, end if offence.code == code else 0)
        yield offence if told is None else offence._replace(counts=told)
        code, end = offence.code, offence.end


def counts(doc: Doc, offence: Offence, first: int = 0) -> int | None:
    """The number of counts that the text ties to an offence: "two counts of bribery", "three bribery charges"."""
    before = lower(doc, offence.start - 3, offence.start)
    if len(before) == 3 and before[0] == "(" and before[1].isdigit() and before[2] == ")":
        return int(before[1])
    said = columns(doc)
    for i in range(offence.start - 1, max(offence.start - COUNT_REACH, first - 1, 0), -1):
        word, lemma = said.lower[i], said.lemmas[i]
        if word in APART:
            return None
        if lemma in COUNTED and said.tags[i].startswith("NN"):
            told = number(doc, i)
            if told is not None or lemma != "felony":  # "89 counts of felony embezzlement"
                return told
        if word in WHY and said.lemmas[i - 1] not in COUNTED:
            break
        if lemma in DOCUMENTS and said.lemmas[i - 1] == "count":
            return None  # the counts of the whole
    after = said.lemmas[offence.end : offence.end + 1]
    return None if COUNTED.isdisjoint(after) else number(doc, offence.start)


def number(doc: Doc, at: int) -> int | None:
    """The number that ends at one of the two words before a token, "twenty-one" as a whole; "a" is one."""
    words = columns(doc).lower
    for end in range(at, max(at - 2, 0), -1):
        word = words[end - 1]
        if re.fullmatch(r"\d{1,3}", word):
            return int(word)
        if word in {"a", "an", "single"}:
            return 1
        if word in SPOKEN:
            start = end - 1
            while start and (words[start - 1] in SPOKEN or words[start - 1] == "-" or is_link(words, start - 1)):
                start -= 1
            value = numerals.number([w for w in words[start:end] if w in SPOKEN])
            return int(value) if value is not None else None
    return None


def is_link(words: list[str], i: int) -> bool:
    """The "and" of "one hundred and five"."""
    return words[i] == "and" and i > 0 and words[i - 1] == "hundred"


def shared_counts(doc: Doc, offences: Iterable[Offence]) -> Iterator[Offence]:
    """The number that "two counts each of A and B" gives to all that follow."""
    each: tuple[int, int] | None = None
    for offence in offences:
        if offence.counts is not None:
            before = lower(doc, offence.start - 4, offence.start)
            each = (offence.counts, offence.end) if "each" in before else None
        elif each is not None and all(
            t.lower_ in LINKS or t.tag_.startswith("JJ") or t.dep_ == "compound" for t in doc[each[1] : offence.start]
        ):
            yield offence._replace(counts=each[0])
            each = (each[0], offence.end)
            continue
        else:
            each = None
        yield offence

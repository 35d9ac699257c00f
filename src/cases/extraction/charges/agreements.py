"""Conspiracies: which of the offences that a text names are those that somebody agreed to commit."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Token

from cases.extraction.charges.values import Offence
from cases.language.columns import columns, lower
from cases.language.lexicon import Match

DEFINITE = {"the", "this", "that", "same"}
CONSPIRACY_REACH = 40
AGREED_ON = {"to", "with", "of", "in", "between", "involving", "for", "by", "that", "among"}
SAME = {"violation", "violations", "offense", "offenses", "offence", "offences"}
ENDING = {"connection", "relation", "count", "counts", "charge", "charges", "conspiracy", ".", ";", "of", "as"}


def with_conspiracies(doc: Doc, offences: Sequence[Offence], agreements: Iterable[Match]) -> list[Offence]:
    """Offences with the conspiracies to commit them marked; a conspiracy without object is an offence of its own."""
    found = {o.start: o for o in offences}
    for match in agreements:
        objects = [*agreed_before(doc, offences, match), *agreed_after(doc, offences, match)]
        for offence in objects:
            found[offence.start] = found[offence.start]._replace(conspiracy=True)
        if not objects and doc[match.start].tag_.startswith("NN"):
            found[match.start] = Offence(match.start, match.end, "conspiracy", conspiracy=True)
    return list(with_last_object(doc, [found[i] for i in sorted(found)]))


def with_last_object(doc: Doc, offences: Iterable[Offence]) -> Iterator[Offence]:
    """What "the conspiracy" was for, where the text has told it of one conspiracy alone."""
    told: dict[str, None] = {}
    for offence in offences:
        if offence.code == "conspiracy" and doc[offence.start - 1].lower_ in DEFINITE and len(told) == 1:
            yield offence._replace(code=next(iter(told)))
            continue
        if offence.conspiracy and offence.code != "conspiracy":
            told[offence.code] = None
        yield offence


def agreed_before(doc: Doc, offences: Sequence[Offence], match: Match) -> list[Offence]:
    """The offences just before the word: "money laundering conspiracy", "fraud and bribery conspiracy".

    Before a word for charges it binds the nearest alone: of "theft and bribery conspiracy charges" one is a conspiracy.
    """
    found: list[Offence] = []
    edge = match.start
    listed = match.end < len(doc) and doc[match.end].lemma_ in {"charge", "count"}
    first = bisect_left(offences, match.start, key=lambda o: o.start)
    for offence in (offences[n] for n in reversed(range(first)) if offences[n].end <= match.start):
        tags = columns(doc).tags[offence.end : edge]
        words = zip(lower(doc, offence.end, edge), tags, strict=True)
        between = [word for word, tag in words if not tag.startswith("JJ")]
        if between not in ([], ["-"]) and not (found and between in (["and"], [","], ["/"])):
            break
        found.append(offence)
        edge = offence.start
        if listed:
            break
    return found


def agreed_after(doc: Doc, offences: Sequence[Offence], match: Match) -> list[Offence]:
    """The offences after the word: "conspiring to bribe officials and to launder money"."""
    if AGREED_ON.isdisjoint(lower(doc, match.end, match.end + 1)):
        return []
    found: list[Offence] = []
    edge = match.end
    first = bisect_left(offences, match.end, key=lambda o: o.start)
    for offence in offences[first : bisect_left(offences, match.end + CONSPIRACY_REACH, key=lambda o: o.start)]:
        between = doc[edge : offence.start]
        same = bool(found) and found[-1].code == offence.code and is_same(doc, found[-1], offence)
        if not same and not (continues(doc, between, offence) if found else begins(between)):
            break
        found.append(offence)
        edge = offence.end
    return found


def is_same(doc: Doc, before: Offence, offence: Offence) -> bool:
    """Whether two names are one offence or kinds of it: "mail fraud, wire fraud", "provisions of the … Act"."""
    between = set(lower(doc, before.end, offence.start))
    if between <= {"of", "the", "'s", "u.s", "u.s."}:
        return True
    kinds = (doc[before.start - 1].lower_, doc[offence.start - 1].lower_)
    listed = between <= {",", "and", "or", kinds[1]}
    return listed and offence.code == "fraud" and kinds[0] != kinds[1] and kinds[1] not in {",", "and", "or"}


def begins(between: Iterable[Token]) -> bool:
    """Whether the first object of a conspiracy may follow these words, which end neither sentence nor line."""
    return not any(
        t.lemma_ in {"count", "charge", "convict", "plead"} or t.lower_ in {".", ";", ":"} or "\n" in t.text
        for t in between
    )


def continues(doc: Doc, between: Iterable[Token], offence: Offence) -> bool:
    """Whether a further object of a conspiracy is coordinated with the one before it."""
    tokens = [t for t in between if t.lower_ not in SAME]
    words = [t.lower_ for t in tokens]
    if words[:1] == ["("] and words[2:3] == [")"]:  # "the Foreign Corrupt Practices Act (FCPA) and"
        tokens, words = tokens[3:], words[3:]
    if not words or not ENDING.isdisjoint(words):
        return False
    infinitive = any(t.lower_ == "to" and t.i + 1 < len(doc) and doc[t.i + 1].tag_ == "VB" for t in tokens)
    if infinitive or doc[offence.start].tag_ == "VB" or any(t.tag_ == "VB" for t in tokens):
        return True
    return (
        words[0] in {"and", "or", "/"} and "," not in words and doc[offence.start].tag_ != "VBG" and "to" not in words
    )


def with_commission(doc: Doc, offences: Iterable[Offence]) -> Iterator[Offence]:
    """Beside a conspiracy the offence itself: "conspiracy to commit and committing wire fraud"."""
    for offence in offences:
        yield offence
        before = lower(doc, offence.start - 4, offence.start) if offence.conspiracy else []
        if "and" in before and {"committing", "commission"} & set(before):
            yield offence._replace(conspiracy=False)

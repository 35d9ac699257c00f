"""Offences named in a text: their code, whether a conspiracy to commit them is meant, and how many counts."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from cases.language import numerals
from cases.language.columns import columns, lower
from cases.language.lexicon import Match, load_words
from cases.language.mentions import Mentions
from cases.language.reading import Reading

CONTEXT: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in load_words("charge_context").items()}
KINDS = ("body", "law", "matter")
SPOKEN = frozenset([*numerals.SMALL, "hundred"])
PERSONS = {"conspirator", "conspirators", "racketeer", "racketeers"}
COUNTED = {"count", "charge", "offence", "offense", "felony", "instance"}
DOCUMENTS = {"indictment", "information", "complaint", "chargesheet"}
LINKS = {"and", "or", "&", ",", "/", "-", "–"}
ACT_REACH = 12
DEFINITE = {"the", "this", "that", "same"}
TRADED = {"drug_trafficking", "sanctions_violation"}
BREACH_REACH = 5
COUNT_REACH = 10
CONSPIRACY_REACH = 40


@dataclass(frozen=True, slots=True)
class Offence:
    """Tokens ``[start, end)`` that name an offence; ``matter`` if they only name a case or probe of that kind."""

    start: int
    end: int
    code: str
    conspiracy: bool = False
    counts: int | None = None
    matter: bool = False


def named(reading: Reading, mentions: Mentions) -> list[Offence]:
    """Every offence that the text names, in text order; bodies, laws and policies named after one are left out."""
    doc = reading.doc
    matches = [*reading.matches["offences"], *joined_acts(reading)]
    longest = without_overlaps(matches)
    ends = {m.start: m.end for m in longest}
    plain = [m for m in longest if m.code != "conspiracy" and not is_other_name(doc, m, mentions, ends)]
    plain = [m for m in plain if not is_person(doc[m.end - 1]) and not is_abbreviation(doc, m)]
    plain = [
        m
        for n, m in enumerate(plain)
        if not is_manner(doc, m, plain[n + 1 : n + 2]) and not is_hampered(doc, plain[:n], m)
    ]
    found = [Offence(m.start, m.end, m.code, matter=kind_after(doc, m.end, ends) == "matter") for m in plain]
    agreements = [m for m in reading.matches["offences"] if m.code == "conspiracy" and not is_person(doc[m.start])]
    marked = [*with_conspiracies(doc, found, agreements)]
    return list(shared_counts(doc, [replace(o, counts=counts(doc, o)) for o in with_commission(doc, marked)]))


def with_commission(doc: Doc, offences: Iterable[Offence]) -> Iterator[Offence]:
    """Beside a conspiracy the offence itself: "conspiracy to commit and committing wire fraud"."""
    for offence in offences:
        yield offence
        before = lower(doc, offence.start - 4, offence.start) if offence.conspiracy else []
        if "and" in before and {"committing", "commission"} & set(before):
            yield replace(offence, conspiracy=False)


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
            yield replace(offence, counts=each[0])
            each = (each[0], offence.end)
            continue
        else:
            each = None
        yield offence


def joined_acts(reading: Reading) -> Iterator[Match]:
    """Offences named by an act and its object some words apart: "distributed over 5 kilograms of cocaine"."""
    objects = reading.matches["offence_objects"]
    agreed = {m.start for m in reading.matches["offences"] if m.code == "conspiracy"}
    yield from traded(reading)
    for act in reading.matches["offence_acts"]:
        first = bisect_left(objects, act.end, key=lambda m: m.start)
        last = bisect_left(objects, act.end + ACT_REACH + 1, key=lambda m: m.start)
        for thing in objects[first:last]:
            if thing.code == act.code:
                between = reading.doc[act.end : thing.start]
                if not any(t.lower_ in {".", ";", "who", "which"} or t.is_sent_start or t.i in agreed for t in between):
                    yield Match(act.start, thing.end, act.code)
                    break


def traded(reading: Reading) -> Iterator[Match]:
    """The thing before the noun of what is done with it: "cocaine and heroin manufacture and distribution"."""
    acts = {m.start: m for m in reading.matches["offence_acts"] if m.code in TRADED}
    for thing in reading.matches["offence_objects"]:
        if thing.code not in TRADED:
            continue
        for token in reading.doc[thing.end : thing.end + ACT_REACH]:
            act = acts.get(token.i)
            if act is not None and act.code == thing.code and token.tag_ in {"NN", "VBG"}:
                yield Match(thing.start, act.end, act.code)
                break
            if not token.tag_.startswith("NN") and token.lower_ not in LINKS:
                break


def without_overlaps(matches: Iterable[Match]) -> list[Match]:
    """Of overlapping matches the longest stays; text order."""
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start)):
        if taken.isdisjoint(range(match.start, match.end)):
            taken.update(range(match.start, match.end))
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def is_person(token: Token) -> bool:
    """Whether the word means a person, no offence: "co-conspirators", "a racketeer"."""
    return token.lower_ in PERSONS


def is_abbreviation(doc: Doc, match: Match) -> bool:
    """Whether an offence's name is only repeated in parentheses: "the Foreign Corrupt Practices Act (FCPA)"."""
    return match.start > 0 and match.end < len(doc) and doc[match.start - 1].text == "(" and doc[match.end].text == ")"


def is_manner(doc: Doc, match: Match, following: Sequence[Match]) -> bool:
    """The adverb that only tells how the offence after it was done: "corruptly endeavoring to obstruct"."""
    return doc[match.start].lower_ == "corruptly" and any(m.start < match.end + ACT_REACH for m in following)


def is_hampered(doc: Doc, before: Sequence[Match], match: Match) -> bool:
    """Whether the words only tell which inquiry was obstructed: "to obstruct the investigation of fraud"."""
    if not before or before[-1].code != "obstruction" or match.start - before[-1].end > ACT_REACH:
        return False
    between = lower(doc, before[-1].end, match.start)
    if "administration" in between:
        return True
    return bool({"investigation", "probe", "inquiry", "trial", "case"} & set(between)) and "and" not in between


def is_breached(doc: Doc, match: Match) -> bool:
    """Whether the rules against the offence are said to be broken: "fined for breaching money laundering rules"."""
    near = [*doc[max(match.start - BREACH_REACH, 0) : match.start], *doc[match.end : match.end + BREACH_REACH - 2]]
    return any(t.lemma_.lower() in CONTEXT["breach"] for t in near)


def is_other_name(doc: Doc, match: Match, mentions: Mentions, ends: Mapping[int, int]) -> bool:
    """Whether the words belong to the name of a body or a law, or to what fights the offence."""
    if is_word_of_another_kind(doc, match):
        return True
    kind = kind_after(doc, match.end, ends)
    if kind == "law" and is_breached(doc, match):
        return False
    if is_fight(doc, match):
        return True
    named = is_in_name(doc, match, mentions)
    return kind in {"body", "law"} if named is None else named


def is_word_of_another_kind(doc: Doc, match: Match) -> bool:
    """Whether the word means no offence here: "stolen" alone, the name Rico, the obstruction of a road."""
    word = doc[match.start]
    if match.end - match.start == 1 and word.lower_ == "stolen":
        return True
    return (word.lower_ == "rico" and word.text != "RICO") or (match.code == "obstruction" and is_way(doc, match))


def is_fight(doc: Doc, match: Match) -> bool:
    """Whether the offence is what something is against: "anti-corruption"."""
    before = lower(doc, match.start - 2, match.start)
    if before[-1:] == ["-"]:
        before.pop()
    return before[-1:] in (["anti"], ["counter"])


def is_in_name(doc: Doc, match: Match, mentions: Mentions) -> bool | None:
    """Whether the words are only part of the name of a body or a law; None if they stand in none."""
    mention = mentions.at(match.start)
    if mention is None or mention.ref.kind != "organization" or mention.form != "name":
        return None
    words = set(columns(doc).lemmas[mention.start : mention.end])
    if mention.start < match.start or words & (CONTEXT["body"] | CONTEXT["law"]):
        return mention.end - mention.start > match.end - match.start
    return None


def is_way(doc: Doc, match: Match) -> bool:
    """Whether a person or a way is obstructed, no course of justice: "obstructing any person from entering"."""
    following = columns(doc).lemmas[match.end : match.end + 4]
    return (
        match.end - match.start == 1
        and doc[match.start].lower_.startswith("obstruct")
        and any(w in CONTEXT["way"] for w in following)
    )


def kind_after(doc: Doc, at: int, ends: Mapping[int, int]) -> str | None:
    """What the noun that follows an offence's name makes of it: ``body``, ``law``, ``matter`` or nothing special.

    Args:
        doc: The document.
        at: One past the name.
        ends: Where other names of offences start and end; their own words say nothing ("program" in "program bribery").
    """
    if any(c.dep_ == "dobj" for c in doc[at - 1].children):
        return None  # what follows a verb is whom it is done to: "bribing police officers"
    inside, said = at, columns(doc)
    for i in range(at, min(at + 8, len(doc))):
        inside = max(inside, ends.get(i, 0))
        if i < inside:
            continue
        if said.words[i] == "," and not goes_on(doc, i + 1, ends):
            return None
        lemma, word = said.lemmas[i], said.lower[i]
        for kind in KINDS:
            if lemma in CONTEXT[kind] or word in CONTEXT[kind]:
                return kind
        if lemma in COUNTED or not (said.tags[i].startswith(("NN", "JJ")) or word in {"and", "&", "-", ","}):
            return None
    return None


def goes_on(doc: Doc, at: int, ends: Mapping[int, int]) -> bool:
    """Whether a name goes on after a comma: "the Fraud, Waste and Abuse hotline", not "for fraud, prosecutors said"."""
    return at in ends or (at < len(doc) and doc[at].text[:1].isupper() and doc[at - 2].text[:1].isupper())


def with_conspiracies(doc: Doc, offences: list[Offence], agreements: list[Match]) -> list[Offence]:
    """Offences with the conspiracies to commit them marked; a conspiracy without object is an offence of its own."""
    found = {o.start: o for o in offences}
    for match in agreements:
        objects = [*agreed_before(doc, offences, match), *agreed_after(doc, offences, match)]
        for offence in objects:
            found[offence.start] = replace(found[offence.start], conspiracy=True)
        if not objects and doc[match.start].tag_.startswith("NN"):
            found[match.start] = Offence(match.start, match.end, "conspiracy", conspiracy=True)
    return list(with_last_object(doc, [found[i] for i in sorted(found)]))


def with_last_object(doc: Doc, offences: Iterable[Offence]) -> Iterator[Offence]:
    """What "the conspiracy" was for, where the text has told it of one conspiracy alone."""
    told: dict[str, None] = {}
    for offence in offences:
        if offence.code == "conspiracy" and doc[offence.start - 1].lower_ in DEFINITE and len(told) == 1:
            yield replace(offence, code=next(iter(told)))
            continue
        if offence.conspiracy and offence.code != "conspiracy":
            told[offence.code] = None
        yield offence


def agreed_before(doc: Doc, offences: list[Offence], match: Match) -> list[Offence]:
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


def agreed_after(doc: Doc, offences: list[Offence], match: Match) -> list[Offence]:
    """The offences after the word: "conspiring to bribe officials and to launder money"."""
    following = doc[match.end].lower_ if match.end < len(doc) else ""
    if following not in {"to", "with", "of", "in", "between", "involving", "for", "by", "that", "among"}:
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
    """Whether the first object of a conspiracy may follow these words."""
    return not any(t.lemma_ in {"count", "charge", "convict", "plead"} or t.lower_ in {".", ";", ":"} for t in between)


def continues(doc: Doc, between: Iterable[Token], offence: Offence) -> bool:
    """Whether a further object of a conspiracy is coordinated with the one before it."""
    words = [t.lower_ for t in between]
    tokens = list(between)
    if not words or {
        "connection",
        "relation",
        "count",
        "counts",
        "charge",
        "charges",
        "conspiracy",
        ".",
        ";",
        "of",
        "as",
    } & set(words):
        return False
    infinitive = any(t.lower_ == "to" and t.i + 1 < len(doc) and doc[t.i + 1].tag_ == "VB" for t in tokens)
    if infinitive or doc[offence.start].tag_ == "VB" or any(t.tag_ == "VB" for t in tokens):
        return True
    return (
        words[0] in {"and", "or", "/"} and "," not in words and doc[offence.start].tag_ != "VBG" and "to" not in words
    )


def counts(doc: Doc, offence: Offence) -> int | None:
    """The number of counts that the text ties to an offence: "two counts of bribery", "three bribery charges"."""
    before = lower(doc, offence.start - 3, offence.start)
    if len(before) == 3 and before[0] == "(" and before[1].isdigit() and before[2] == ")":
        return int(before[1])
    said = columns(doc)
    for i in range(offence.start - 1, max(offence.start - COUNT_REACH, 0), -1):
        word = said.lower[i]
        if word in {";", ".", ":", "including", "include", "includes"} or (word in LINKS and word != "-"):
            return None
        if said.lemmas[i] in COUNTED and said.tags[i].startswith("NN"):
            return number(doc, i)
        if said.lemmas[i] in DOCUMENTS and said.lemmas[i - 1] == "count":
            return None  # the counts of the whole
    after = doc[offence.end] if offence.end < len(doc) else None
    if after is not None and after.lemma_ in COUNTED:
        return number(doc, offence.start)
    return None


def number(doc: Doc, at: int) -> int | None:
    """The number that ends at one of the two words before a token, "twenty-one" as a whole; "a" is one."""
    for end in range(at, max(at - 2, 0), -1):
        word = doc[end - 1].lower_
        if re.fullmatch(r"\d{1,3}", word):
            return int(word)
        if word in {"a", "an", "single"}:
            return 1
        if word in SPOKEN:
            start = end - 1
            while start and (doc[start - 1].lower_ in SPOKEN or doc[start - 1].text == "-" or is_link(doc, start - 1)):
                start -= 1
            value = numerals.number([t.lower_ for t in doc[start:end] if t.lower_ in SPOKEN])
            return int(value) if value is not None else None
    return None


def is_link(doc: Doc, i: int) -> bool:
    """The "and" of "one hundred and five"."""
    return doc[i].lower_ == "and" and i > 0 and doc[i - 1].lower_ == "hundred"

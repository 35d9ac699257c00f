"""Offences named in a text: their code, whether a conspiracy to commit them is meant, and how many counts."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Doc

from cases.extraction.charges.agreements import with_commission, with_conspiracies
from cases.extraction.charges.counts import COUNTED, LINKS, shared_counts, with_counts
from cases.extraction.charges.values import Offence
from cases.language import grammar
from cases.language.columns import columns, lower
from cases.language.lexicon import Match, load_words
from cases.language.mentions import Mentions
from cases.language.reading import Reading

CONTEXT: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in load_words("charge_context").items()}
KINDS = ("body", "law", "matter")
TELLING = frozenset().union(*(CONTEXT[kind] for kind in KINDS))
PERSONS = {"conspirator", "conspirators", "racketeer", "racketeers"}  # "co-conspirators", "a racketeer" are no offence
BREAKS = {".", ";", "who", "which"}
ACT_REACH = 12
JOIN_REACH = 2
# Acts of several offences, told apart by what they are done to: "evade taxes", "evade sanctions".
ACTS = {word: {code for code, acts in load_words("offence_acts").items() if word in acts}
        for acts in load_words("offence_acts").values() for word in acts}  # fmt: skip
AMBIGUOUS = {word: codes for word, codes in ACTS.items() if len(codes) > 1}
TRADED = {"drug_trafficking", "sanctions_violation"}
BREACH_REACH = 5
NAME_REACH = 14
APPLIED_REACH = 5


def named(reading: Reading, mentions: Mentions) -> list[Offence]:
    """Every offence that the text names, in text order; bodies, laws and policies named after one are left out."""
    doc = reading.doc
    matches = [*reading.matches["offences"], *joined_acts(reading)]
    longest = without_overlaps(matches)
    ends = {m.start: m.end for m in longest}
    kinds = {m.start: kind_after(doc, m.end, ends) for m in longest if m.code != "conspiracy"}
    plain = [m for m in longest if m.code != "conspiracy" and not is_other_name(doc, m, mentions, kinds[m.start])]
    plain = [m for m in plain if reading.lower[m.end - 1] not in PERSONS and not is_abbreviation(doc, m)]
    plain = [
        m
        for n, m in enumerate(plain)
        if not is_manner(doc, m, plain[n + 1 : n + 2]) and not is_hampered(doc, plain[max(n - 1, 0) : n], m)
    ]
    found = [Offence(m.start, m.end, m.code, matter=kinds[m.start] == "matter") for m in plain]
    found = joined_names(doc, found)
    agreements = [m for m in reading.matches["offences"] if m.code == "conspiracy"]
    agreements = [m for m in agreements if reading.lower[m.start] not in PERSONS]
    marked = with_commission(doc, with_conspiracies(doc, found, agreements))
    return list(shared_counts(doc, with_counts(doc, marked)))


def joined_names(doc: Doc, offences: Iterable[Offence]) -> list[Offence]:
    """The offences, two names of one with nothing but nouns between them as one: "honest services wire fraud"."""
    tags, found = columns(doc).tags, list[Offence]()
    for offence in offences:
        last = found[-1] if found else None
        near = last is not None and last.code == offence.code and 0 < offence.start - last.end <= JOIN_REACH
        if last is not None and near and set(tags[last.end : offence.start]) == {"NN"}:
            found[-1] = offence._replace(start=last.start)
        else:
            found.append(offence)
    return found


def joined_acts(reading: Reading) -> Iterator[Match]:
    """Offences named by an act and its object some words apart: "distributed over 5 kilograms of cocaine"."""
    objects = reading.matches["offence_objects"]
    agreed = {m.start for m in reading.matches["offences"] if m.code == "conspiracy"}
    words, first_of = reading.lower, columns(reading.doc).first
    yield from traded(reading)
    for act in reading.matches["offence_acts"]:
        first = bisect_left(objects, act.end, key=lambda m: m.start)
        last = bisect_left(objects, act.end + ACT_REACH + 1, key=lambda m: m.start)
        codes = AMBIGUOUS.get(reading.lemmas[act.start], {act.code})
        for thing in objects[first:last]:
            if thing.code in codes:
                between = range(act.end, thing.start)
                broken = any(words[i] in BREAKS or first_of[i] == i or i in agreed for i in between)
                if not broken and not is_others_object(reading.doc, act, thing):
                    yield Match(act.start, thing.end, thing.code)
                    break


def is_others_object(doc: Doc, act: Match, thing: Match) -> bool:
    """Whether the thing is what another verb after the act is about: "sold them to men bent on smuggling cocaine"."""
    said = columns(doc)
    head = said.heads[thing.end - 1]
    verb = act.end <= head < thing.start and said.tags[head].startswith("VB")
    return verb and said.deps[head] in {"pcomp", "relcl"}


def traded(reading: Reading) -> Iterator[Match]:
    """The thing before the noun of what is done with it: "cocaine and heroin manufacture and distribution"."""
    acts = {m.start: m for m in reading.matches["offence_acts"] if m.code in TRADED}
    for thing in reading.matches["offence_objects"]:
        if thing.code not in TRADED:
            continue
        for i in range(thing.end, min(thing.end + ACT_REACH, len(reading.doc))):
            act = acts.get(i)
            if act is not None and act.code == thing.code and reading.tags[i] in {"NN", "VBG"}:
                yield Match(thing.start, act.end, act.code)
                break
            if not reading.tags[i].startswith("NN") and reading.lower[i] not in LINKS:
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


def is_abbreviation(doc: Doc, match: Match) -> bool:
    """Whether an offence's name is only repeated in parentheses: "the Foreign Corrupt Practices Act (FCPA)"."""
    words = columns(doc).words
    return match.start > 0 and words[match.start - 1] == "(" and words[match.end : match.end + 1] == [")"]


def is_manner(doc: Doc, match: Match, following: Sequence[Match]) -> bool:
    """The adverb that only tells how the offence after it was done: "corruptly endeavoring to obstruct"."""
    return columns(doc).lower[match.start] == "corruptly" and any(m.start < match.end + ACT_REACH for m in following)


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


def is_applied(doc: Doc, match: Match) -> bool:
    """Whether a law against the offence is what somebody is charged under: "under the Prevention of Corruption Act"."""
    before = lower(doc, match.start - APPLIED_REACH, match.start)
    return before[-2:] == ["prevention", "of"] and "under" in before


def is_other_name(doc: Doc, match: Match, mentions: Mentions, kind: str | None) -> bool:
    """Whether the words belong to the name of a body or a law, or to what fights the offence."""
    if is_word_of_another_kind(doc, match):
        return True
    if kind == "law" and (is_breached(doc, match) or is_applied(doc, match)):
        return False
    if is_fight(doc, match):
        return True
    named = is_in_name(doc, match, mentions)
    return kind in {"body", "law"} if named is None else named


def is_word_of_another_kind(doc: Doc, match: Match) -> bool:
    """Whether the word means no offence here: "stolen" alone, the name Rico, the obstruction of a road."""
    said = columns(doc)
    word = said.lower[match.start]
    if match.end - match.start == 1 and word == "stolen":
        return True
    if word == "rico" and said.words[match.start] != "RICO":
        return True
    return match.code == "obstruction" and is_way(doc, match)


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
    kind = next_kind(doc, at, ends)
    done_to = kind is not None and bool(grammar.children(doc[at - 1], "dobj"))  # "bribing police officers"
    return None if done_to else kind


def next_kind(doc: Doc, at: int, ends: Mapping[int, int]) -> str | None:
    """The same by the words alone."""
    inside, said = at, columns(doc)
    for i in range(at, min(at + NAME_REACH, len(doc))):
        lemma, word = said.lemmas[i], said.lower[i]
        inside = max(inside, ends.get(i, 0), past_title(said.words, i) if word == "(" else 0)
        if i < inside:
            continue
        if word == "," and not goes_on(doc, i + 1, ends):
            return None
        if lemma in TELLING or word in TELLING:
            return next(kind for kind in KINDS if lemma in CONTEXT[kind] or word in CONTEXT[kind])
        if lemma in COUNTED or not (said.tags[i].startswith(("NN", "JJ")) or word in {"and", "&", "-", ","}):
            return None
    return None


def past_title(words: Sequence[str], i: int) -> int:
    """One past a bracket that opens inside a law's name: "Serious Crimes (Confiscation of Benefits) Act"."""
    if not words[i + 1 : i + 2] or not words[i + 1].istitle():
        return 0
    after = next((j + 1 for j in range(i, min(i + NAME_REACH, len(words))) if words[j] == ")"), 0)
    return after if words[after : after + 1] and words[after].istitle() else 0


def goes_on(doc: Doc, at: int, ends: Mapping[int, int]) -> bool:
    """Whether a name goes on after a comma: "the Fraud, Waste and Abuse hotline", not "for fraud, prosecutors said"."""
    words = columns(doc).words
    return at in ends or (at < len(doc) and words[at][:1].isupper() and words[at - 2][:1].isupper())

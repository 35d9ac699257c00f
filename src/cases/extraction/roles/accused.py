"""Who is accused, though the text names no offence: "was arrested", "guilty pleas from X", "X faces trial"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from cases.extraction.roles.holding import Held, Names
from cases.language.columns import columns
from cases.language.grammar import (
    NEGATIONS,
    children,
    has_child,
    is_hypothetical,
    is_negated,
    is_passive,
    patients,
    subjects,
)
from cases.language.lexicon import Match
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Ref, Role

FIRM = {"charged", "convicted", "pleaded_guilty", "pleaded_not_guilty", "acquitted"}
PROBING = {"accuse", "implicate", "impeach"}
TRIALS = {"trial", "charge", "count", "year", "prison", "penalty", "sentence", "maximum", "life", "probe", "indictment"}
OF_PERSON = {"arrest", "indictment", "conviction", "sentencing", "trial", "prosecution", "plea", "acquittal"}
PREPOSITIONS = {"of", "against", "from", "by"}
OTHER_PARTS = {"prosecutor", "judge", "lawyer", "investigator", "spokesperson", "victim", "witness"}
JOINING = {",", "and", "&", "both"}
DENIED = {"cc", "preconj", "det"}
PLURAL_AUX = {"were", "are", "have"}
LIST_GAP = 3


def accused_people(reading: Reading, told: Sequence[tuple[Token, list[Ref]]], roles: Sequence[Role]) -> Iterator[Role]:
    """A "defendant" for each person whom an accusing word speaks of, other parts in the case aside."""
    apart = {r.person for r in roles if r.kind in OTHER_PARTS}
    for token, people in told:
        refs = [ref for ref in people if ref not in apart]
        spans = (reading.clause(token, "roles:accusing-word"),) if refs else ()
        yield from (Role(ref, "defendant", "defendant", spans) for ref in refs)


def firmly_accused(told: Sequence[tuple[Token, list[Ref]]], held: Sequence[Held]) -> set[Ref]:
    """Whom the accusing words speak of, those aside who have another part in the case by their title."""
    apart = {h.person for h in held if h.title.code in OTHER_PARTS}
    return {ref for _, people in told for ref in people} - apart


def accusations(reading: Reading, mentions: Mentions, lists: "Lists") -> Iterator[tuple[Token, list[Ref]]]:
    """Every accusing word with the people it speaks of."""
    doc = reading.doc
    for match in reading.matches.get("accusing_verbs", ()):
        if reading.tags[match.start].startswith("VB") and (words := by_verb(doc, match)):
            yield doc[match.start], persons(mentions, lists, words, doc[match.start])
    for match in reading.matches.get("accusing_nouns", ()):
        if reading.lemmas[match.end - 1] in OF_PERSON:
            noun = doc[match.end - 1]
            yield noun, persons(mentions, lists, by_noun(noun), None)


def by_verb(doc: Doc, match: Match) -> list[Token]:
    """Whom an accusing verb speaks of."""
    status, slot = match.code.split(".")
    verb = doc[match.start]
    firm = status in FIRM or slot == "face" or (slot == "object" and verb.lemma_ in PROBING and is_passive(verb))
    if not firm or is_negated(verb) or is_hypothetical(verb) or is_purpose(verb):
        return []
    if slot == "object":
        return patients(verb)
    if slot == "face":
        return subjects(verb) if any(t.lemma_ in TRIALS for t in verb.subtree if t.i > verb.i) else []
    return subjects(verb)


def is_purpose(verb: Token) -> bool:
    """A verb that is only aimed at: "leave to prosecute", "sought to arrest"."""
    return verb.tag_ == "VB" and verb.lemma_ != "plead" and "to" in below(verb)


def below(verb: Token) -> list[str]:
    """The words that hang on a verb, in lower case."""
    said = columns(verb.doc)
    return [said.lower[i] for i in said.children[verb.i]]


def by_noun(noun: Token) -> list[Token]:
    """Whose arrest, conviction or plea it is."""
    of = (prep for prep in children(noun, "prep") if prep.lower_ in PREPOSITIONS)
    return [*children(noun, "poss"), *(t for prep in of for t in children(prep, "pobj"))]


def persons(mentions: Mentions, lists: "Lists", tokens: Sequence[Token], verb: Token | None) -> list[Ref]:
    """The people that words stand for, with those named in the same list."""
    found: dict[Ref, None] = {}
    for token in tokens:
        mention = mentions.at(token)
        if mention is None or mention.ref.kind != "person":
            continue
        if any(has_child(t, DENIED, NEGATIONS) for t in (token, token.head)):
            continue
        found.update(dict.fromkeys((mention.ref, *mention.also)))
        if verb is None:
            found.update(dict.fromkeys(lists.after(token.doc, mention)))
        elif not PLURAL_AUX.isdisjoint(below(verb)):
            found.update(dict.fromkeys(lists.around(token.doc, mention)))
    return list(found)


class Lists:
    """Names in a row, each with the title before it: "lobbyist A, consultant B and C"."""

    def __init__(self, names: Names, held: Sequence[Held]):
        self._names = names
        self._left = {m.start: m.start for m in self._names.starting.values()}
        for h in held:
            if h.rule in {"title-before-name", "chained"}:
                name = self._names.ending.get(h.last)
                if name is not None:
                    self._left[name.start] = min(self._left[name.start], h.first)
        self._by_left = {left: self._names.starting[start] for start, left in self._left.items()}

    def after(self, doc: Doc, mention: Mention) -> Iterator[Ref]:
        """The people named after a name in its list."""
        following = self._next(doc, mention)
        while following is not None:
            yield following.ref
            following = self._next(doc, following)

    def around(self, doc: Doc, mention: Mention) -> Iterator[Ref]:
        """The people named before and after a name in its list."""
        yield from self.after(doc, mention)
        before = self._previous(doc, mention)
        while before is not None:
            yield before.ref
            before = self._previous(doc, before)

    def _next(self, doc: Doc, mention: Mention) -> Mention | None:
        i = mention.end
        words = columns(doc).lower
        while i < len(words) and i - mention.end < LIST_GAP and words[i] in JOINING:
            i += 1
        return self._by_left.get(i) if i > mention.end else None

    def _previous(self, doc: Doc, mention: Mention) -> Mention | None:
        i = start = self._left.get(mention.start, mention.start)
        words = columns(doc).lower
        while i > 0 and start - i < LIST_GAP and words[i - 1] in JOINING:
            i -= 1
        return self._names.ending.get(i) if i < start else None

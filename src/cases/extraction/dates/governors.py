"""The word that tells what happened on a date.

The verb or noun that governs the date tells the event: climbing from the date, the first word of ``words/events.yaml``
decides; a verb that says little ("filed", "held", "scheduled") hands over to its object, subject or complement.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from cases.edtf import parse_edtf
from cases.extraction.dates.guesses import Guesses
from cases.extraction.dates.vocabulary import beginnings, light_verbs, moments, noun_events, offices, pairs, verb_events
from cases.language.columns import columns, sentence_start
from cases.language.columns import root as root_of
from cases.language.grammar import ancestors, children, is_verb, objects, prepositional, subjects
from cases.language.reading import Reading
from cases.language.values import Expression

NEAR = 12
COPULAS = {"be", "become", "remain"}


@dataclass(frozen=True, slots=True)
class Governor:
    """The word that tells what happened on a date, the event it stands for, and the rule that found it."""

    word: Token
    event: str
    rule: str


def governors(reading: Reading, expression: Expression, dated: set[int], guesses: Guesses) -> list[Governor]:
    """What happened on the date: one governor, or two coordinated verbs that share it."""
    root = root_of(reading.doc, expression.start, expression.end)
    if expression.text.lower() == "today" and is_quoted(reading, root):
        return []
    lasting = is_lasting(expression.edtf)
    if held := office_before(reading.doc[expression.start]):
        return [held]
    if (beside := noun_beside(reading.doc[expression.start])) and not (lasting and beside.event in moments()):
        return [beside]
    for word in ancestors(root):
        if word.i in dated or is_source(word):
            continue
        governor = verb_governor(word) if is_verb(word) else noun_governor(word)
        if governor is not None and not (lasting and governor.event in moments()):
            governor = reported(governor, root)
            if is_told(governor, root):
                if governor.event == "charge":
                    return [Governor(governor.word, "conduct", "accused-of")]
                break
            return [governor, *partners(governor, root, dated)]
        if governor is None and is_attribute(root, word):
            break
    return [(office(root) if lasting else None) or guessed(guesses, expression, root, lasting)]


def guessed(guesses: Guesses, expression: Expression, root: Token, lasting: bool) -> Governor:
    """The likeliest event of a date that nothing governs."""
    guess = guesses.of(expression, root, lasting)
    return Governor(guess.word, guess.event, guess.rule)


def is_lasting(edtf: str) -> bool:
    """An interval of more than a month with both ends known."""
    period = parse_edtf(edtf)
    return period.precision == "interval" and bool(
        period.start and period.end and (period.end - period.start).days > 31
    )


def is_quoted(reading: Reading, token: Token) -> bool:
    """The token stands in a quotation: its line has an odd number of quotation marks before it."""
    text = reading.plain
    return text.count('"', text.rfind("\n", 0, token.idx) + 1, token.idx) % 2 == 1


def is_attribute(root: Token, word: Token) -> bool:
    """The date only describes a noun: "the 2012 train crash"."""
    described = word == root.head and root.dep_ in {"nummod", "compound", "nmod", "amod"}
    return described and word.dep_ not in {"compound", "poss", "nmod", "npadvmod"} and word.tag_.startswith("NN")


def reported(governor: Governor, root: Token) -> Governor:
    """The verb before the date rather than the "prosecutors said" that follows: "was seized on Monday, they said"."""
    if governor.event != "statement" or governor.word.i < root.i:
        return governor
    for i in range(root.i - 1, max(sentence_start(root), root.i - NEAR) - 1, -1):
        token = root.doc[i]
        if is_verb(token):
            other = verb_governor(token)
            if other is not None:
                return other
    return governor


def office(root: Token) -> Governor | None:
    """An office named shortly before an interval: "minister of the economy from 2013 to 2015"."""
    for i in range(root.i - 1, max(sentence_start(root), root.i - NEAR) - 1, -1):
        token = root.doc[i]
        if noun_events().get(token.lemma_) == "tenure":
            return Governor(token, "tenure", "office")
        if is_verb(token) and token.dep_ not in {"aux", "auxpass"}:
            return None
    return None


def office_before(first: Token) -> Governor | None:
    """An office that somebody "was" right before the date, wherever it hangs: "while he was mayor in 2009"."""
    read, place = columns(first.doc), first.i - 1
    while place > read.first[first.i] and read.tags[place] == "IN":
        place -= 1
    if place == first.i - 1 or read.deps[place] != "attr":
        return None
    noun = first.doc[place]
    if noun.head.lemma_ not in COPULAS:
        return None
    return Governor(noun, "tenure", "office") if noun_events().get(noun.lemma_) == "tenure" else None


def noun_beside(first: Token) -> Governor | None:
    """The event that the noun right before the date names: "his arrest in 2010", "scheduled sentencing for May 3"."""
    if first.i < sentence_start(first) + 2 or first.nbor(-1).tag_ != "IN":
        return None
    noun = first.nbor(-2)
    event = noun_events().get(noun.lemma_)
    if noun.lemma_ in beginnings():
        return Governor(noun, "other", "beside")
    if event not in (moments() | {"tenure"}) - {"statement"} or noun.lemma_ in offices():
        return None
    verb = next((w for w in ancestors(noun) if is_verb(w)), None)
    if not noun.tag_.startswith(("NN", "VBG")) or (verb is not None and told_by(verb) in moments()):
        return None
    return Governor(noun, str(event), "beside")


def told_by(verb: Token) -> str | None:
    """The event that a verb tells."""
    governor = verb_governor(verb)
    return governor.event if governor else None


def is_source(word: Token) -> bool:
    """The word only names where a sentence has it from: "according to the indictment"."""
    return word.dep_ == "pobj" and word.head.head.lower_ == "according"


def is_told(governor: Governor, root: Token) -> bool:
    """The date is that of a clause below: "said the mine in 2015 lost money", "accused of lying as he came in 2015"."""
    word = governor.word
    below = [w for w in path(root, word) if is_verb(w)]
    if governor.event == "charge":
        if not is_verb(word):
            return governor.rule == "noun" and any(w.lemma_ not in light_verbs() for w in below)
        return any(w.dep_ in {"pcomp", "ccomp"} for w in below) or is_alleged(word, root)
    below = [w for w in below if w.i > word.i]
    return is_verb(word) and governor.event == "statement" and any(w.dep_ in {"ccomp", "relcl"} for w in below)


def path(root: Token, word: Token) -> list[Token]:
    """The words between a date and one above it."""
    found = []
    for above in ancestors(root):
        if above == word:
            break
        found.append(above)
    return found


def is_alleged(verb: Token, root: Token) -> bool:
    """What is alleged happened on the date: "alleges that in May he …", "In May he is accused of taking …"."""
    between = verb.doc[verb.i : root.i]
    if verb.lemma_ == "allege":
        return any(t.lower_ == "that" for t in between)
    present = any(c.dep_ == "auxpass" and c.lower_ in {"is", "are"} for c in verb.children)
    return verb.lemma_ == "accuse" and present and root.i < verb.i


def noun_governor(word: Token) -> Governor | None:
    """The event that a noun names: "arrest in August 2010", "a 2001 investigation"."""
    event = noun_events().get(word.text) or noun_events().get(word.lemma_)  # the 2016 Games, the Act of 1940
    if (
        event == "tenure"
        and word.lemma_ in offices()
        and word.dep_ in {"pobj", "dobj", "nsubj"}
        and word.head.lower_ != "as"
    ):
        return None
    return Governor(word, event, "noun") if event and word.tag_.startswith(("NN", "VBG")) else None


def verb_governor(verb: Token) -> Governor | None:
    """The event that a verb tells, by itself or through the words below it."""
    for below, event in pairs().get(verb.lemma_, []):
        if any(below in {c.lemma_, c.lower_} for c in below_verb(verb)):
            return Governor(verb, event, "pair")
    if verb.lemma_ in light_verbs():
        through = handed_over(verb)
        if through is not None:
            return through
    own = verb_events().get(verb.lemma_)
    return Governor(verb, own, "verb") if own else None


def below_verb(verb: Token) -> Iterator[Token]:
    """Objects, complements, particles and prepositional objects of a verb, and the noun that it describes."""
    if verb.dep_ == "acl":
        yield verb.head
    for child in verb.children:
        if child.dep_ in {"dobj", "acomp", "prt", "oprd", "advmod", "attr", "nsubjpass", "xcomp", "ccomp", "prep"}:
            yield child
        if child.dep_ in {"prep", "ccomp", "xcomp"}:
            yield from (c for c in child.children if c.dep_ in {"pobj", "acomp", "nsubj", "attr"})


def handed_over(verb: Token) -> Governor | None:
    """The event in the complement, object, subject or "for" phrase of a verb that says little."""
    for child in children(verb, "xcomp", "ccomp"):
        if is_verb(child):
            for below, event in pairs().get(child.lemma_, []):
                if any(below in {c.lemma_, c.lower_} for c in below_verb(child)):
                    return Governor(child, event, "complement")
            told = verb_events().get(child.lemma_)
            if told:
                return Governor(child, told, "complement")
    candidates = [verb.head] if verb.dep_ == "acl" else []
    if verb.tag_ == "VBN" and verb.i > sentence_start(verb) + 1 and verb.nbor(-1).text == ",":
        candidates.append(verb.nbor(-2))
    candidates += [
        *objects(verb),
        *prepositional(verb, "for", "to", "in", "into", "with", "under"),
        *children(verb, "attr"),
    ]
    if not objects(verb):
        candidates += [s for s in subjects(verb) if s.dep_ in {"nsubj", "nsubjpass"}]
    for noun in candidates:
        if named := noun_events().get(noun.lemma_):
            return Governor(noun, named, "light-verb")
    return None


def partners(governor: Governor, root: Token, dated: set[int]) -> list[Governor]:
    """A verb coordinated with the governor that has no date of its own: "was arrested and charged on Monday"."""
    verb = governor.word
    if not is_verb(verb) or verb.i > root.i:
        return []
    around = [verb.head] if verb.dep_ == "conj" and is_verb(verb.head) else children(verb, "conj")
    found = []
    for other in around:
        event = verb_events().get(other.lemma_)
        close = abs(other.i - verb.i) <= 3 and other.i < root.i
        if event and event not in {governor.event, "conduct"} and close:
            found.append(Governor(other, event, "coordinated"))
    return found

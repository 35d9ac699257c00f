"""The words that tell events, as ``words/events.yaml`` lists them."""

from functools import cache

from cases.language.lexicon import load_words


@cache
def verb_events() -> dict[str, str]:
    """Verb → event."""
    return {verb: event for event, words in load_words("events")["events"].items() for verb in words["verbs"]}


@cache
def noun_events() -> dict[str, str]:
    """Noun → event."""
    return {noun: event for event, words in load_words("events")["events"].items() for noun in words["nouns"]}


@cache
def light_verbs() -> frozenset[str]:
    """Verbs that hand over to what they govern."""
    return frozenset(load_words("events")["light"])


@cache
def pairs() -> dict[str, list[tuple[str, str]]]:
    """Verb → the words below it that make an event with it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for verb, below, event in load_words("events")["pairs"]:
        found.setdefault(verb, []).append((below, event))
    return found


@cache
def moments() -> frozenset[str]:
    """Events that no long interval dates."""
    return frozenset(load_words("events")["moments"])


@cache
def hints() -> frozenset[str]:
    """Words that make a sentence one of reported conduct."""
    return frozenset(load_words("events")["conduct_hints"])


@cache
def offices() -> frozenset[str]:
    """Nouns of the one who holds an office, which tell when it was held only where somebody is said to be one."""
    return frozenset(load_words("events")["offices"])


@cache
def fixing() -> frozenset[str]:
    """Words that fix a day for what is to come."""
    return frozenset(load_words("events")["fixing"])


@cache
def official_kinds() -> frozenset[str]:
    """Kinds of organizations whose acts are no offence."""
    return frozenset(load_words("events")["official_kinds"])


@cache
def beginnings() -> frozenset[str]:
    """Nouns whose date right after them is their own and no act of anybody."""
    return frozenset(load_words("events")["beginnings"])


@cache
def private_acts() -> frozenset[str]:
    """Verbs of what anybody does, which are no conduct only because one of the accused does them."""
    return frozenset(load_words("events")["private_acts"])

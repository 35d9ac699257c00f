"""Where a text may name an organisation: listed names, capitalised phrases with a head, described bodies, entities."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from cases.extraction.organizations.bracketed import bracketed
from cases.extraction.organizations.cuts import Cuts, is_dateline
from cases.extraction.organizations.described import Described
from cases.extraction.organizations.entities import Entities
from cases.extraction.organizations.phrases import Found, Phrases
from cases.extraction.organizations.told import Told
from cases.extraction.organizations.words import (
    bodies,
    first_words,
    heads,
    is_suffix,
    is_vocabulary,
)
from cases.language.countries import country_of
from cases.language.kept import Kept
from cases.language.lexicon import load_words
from cases.language.mentions import Mention
from cases.language.reading import Reading

VERBS = {"VB", "MD"}
WORDS_TOO = {"Labour", "Total", "Target", "Shell", "Vale", "Apple", "Amazon", "ICE", "ED", "VA"}


def first_word(word: str) -> str | None:
    """The word with which a listed name begins: the word itself, or letters with a lost apostrophe ("FBIs")."""
    if word in first_words():
        return word
    lost = word[-1:] == "s" and word[:-1].isupper() and word[:-1] in first_words()
    return word[:-1] if lost else None


def country_named(word: str) -> str | None:
    """The country of a capitalised word."""
    return country_of(word) if word[:1].isupper() else None


LISTED = Kept(first_word)
NAMED = Kept(country_named)


class Finder:
    """Finds the organisations of one document."""

    def __init__(self, reading: Reading, people: Iterable[Mention]):
        self.doc = reading.doc
        self.words = reading.words
        self.lower = reading.lower
        self.places = reading.places
        self.taken = {i for m in people for i in range(m.start, m.end)}
        self.people = set(self.taken)
        self.lines = reading.titled.headings
        self.phrases = Phrases(Cuts(self.words, self.places, self.people, self.lines))
        self.told = Told(reading, self.people, self.lines)
        self.entities = Entities(reading, self.people, self.taken)
        self.described = Described(reading, self.people)
        self.namesakes = reading.namesakes
        self.model = reading.entities

    def find(self) -> list[Found]:
        """All organisations in text order, none overlapping."""
        found: list[Found] = []
        listed = list(self.listed())
        longest = [f for f in listed if f.end - f.start > 4]  # of many words, which no rule may take apart
        phrases = list(self.phrases.find())
        whole = {f.end for f in phrases}
        spelled = [f for f in bracketed(self.doc, self.words, self.places, self.people) if f.end not in whole]
        for found_by in (
            longest,
            spelled,
            phrases,
            self.parts(listed),
            listed,
            self.described.find(),
            self.called(),
            self.told.find(),
        ):
            self.take(found_by, found)
        self.take(self.entities.find({self.words[f.start] for f in found if f.end - f.start > 1}), found)
        things = self.lettered_things({f.end for f in found})
        return sorted(
            (f for f in found if f.end - f.start > 1 or self.words[f.start] not in things), key=lambda f: f.start
        )

    def lettered_things(self, ends: Container[int]) -> set[str]:
        """Letters that the text puts in brackets after a law, a method or a crime, not after a body."""
        laws = {"act", "law", "ordinance", "code", "convention", "treaty", "agreement"}
        last = laws | heads("unbodied") | heads("endings")
        opened = [i for i in self.places.get("(", ()) if i and i not in ends]
        opened = [
            i for i in opened if self.lower[i - 1] in last or self.words[i + 3 : i + 4] in (["Project"], ["Programme"])
        ]
        return {letters for i in opened if (letters := next(iter(self.words[i + 1 : i + 2]), "")).isupper()}

    def take(self, bodies_: Iterable[Found], found: list[Found]) -> None:
        """Add the bodies whose places no other has taken."""
        for body in bodies_:
            places = range(body.start, body.end)
            if self.taken.isdisjoint(places):
                self.taken.update(places)
                found.append(body)

    # listed names

    def listed(self) -> Iterator[Found]:
        """Names of the list, as printed; letters with a lost apostrophe too ("FBIs")."""
        for i, name in sorted(self.beginnings()):
            word, end = self.words[i], i + len(name)
            if self.alone(i, end):
                entry = bodies()[name]
                lost = len(name) == 1 and word != name[0]
                first, last = (i, end) if lost else self.widened(i, end)
                if entry.kind == "political" and i and self.words[i - 1] in load_words("places"):
                    first -= self.lower[i - 2 : i - 1] not in (["in"], ["of"], ["from"])  # "Ohio GOP"
                last += entry.kind in {"company", "bank"} and last == end and self.is_lettered(end)
                yield Found(first, last, entry.kind, "organizations:listed", entry.country, int(lost))

    def parts(self, listed: Iterable[Found]) -> Iterator[Found]:
        """Parts of listed bodies that are named in lower case: "the Sorin youth league"."""
        for body in listed:
            for part in map(str, load_words("organization_heads")["lower_parts"]):
                words = part.split()
                if self.words[body.end : body.end + len(words)] == words:
                    yield Found(body.start, body.end + len(words), body.kind, "organizations:described")

    def is_lettered(self, end: int) -> bool:
        """Letters that go on with a company's name: "Sorin KDS", not "Sorin CEO"."""
        word = self.words[end] if end < len(self.words) else ""
        if end + 1 < len(self.words) and self.doc[end + 1].tag_.startswith("NN"):
            return False  # "the Sorin VVIP deal"
        return (
            1 < len(word) < 5
            and word.isupper()
            and word.isalpha()
            and word.lower() not in heads("titles", "after_letters")
        )

    def beginnings(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Where a listed name begins, and the longest that does, whose possessive may be lost."""
        listed = first_words()
        for word, bare in LISTED.among(self.places).items():
            names = listed[bare]
            for i in self.places[word]:
                after = self.words[i + 1] if i + 1 < len(self.words) else ""
                longer = (n for n in names.get(after, ()) if tuple(self.words[i : i + len(n)]) == n)
                if name := next(longer, None) or next(iter(names.get("", ())), None):
                    yield i, name

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """The model's entity around a listed name, if all that it adds are a word or two of a longer name."""
        entity = self.entity_at.get(start)
        if entity is None or not (entity[0] <= start and end <= entity[1]) or entity[1] - entity[0] > end - start + 2:
            return start, end
        if is_dateline(self.words, entity[0]) and entity[0] < start:
            entity = (entity[0] + 1, entity[1])
        if end - start == 1 and self.words[start].isupper() and len(self.words[start]) > 2:
            entity = (start, entity[1])  # "San Velmar FBI"
        added = [*self.words[entity[0] : start], *self.words[end : entity[1]]]
        if entity[1] > end and self.lower[entity[1] - 1] in heads("parts", "wholes"):
            return start, end  # "Department of Justice Tax Division" are two
        if not all(w.isalpha() and w[0].isupper() and w.lower() not in heads("titles") for w in added):
            return start, end
        return (start, end) if any(w.lower() in heads("barred", "endings") for w in added) else entity

    @cached_property
    def country(self) -> str | None:
        """The country that the text names most often, in first place of several."""
        named: Counter[str] = Counter()
        countries = NAMED.among(self.places)
        for word in sorted(countries, key=lambda w: self.places[w][0]):
            named[countries[word]] += len(self.places[word])
        return named.most_common(1)[0][0] if named else None

    @cached_property
    def entity_at(self) -> dict[int, tuple[int, int]]:
        """Place → the model's organisation that covers it, articles left out."""
        found = {}
        for first, end, label in self.model:
            named = label == "PERSON" and end - first == 2 and (self.words[first],) in bodies()
            if label == "ORG" or named:  # "Sorinbank London"
                start = first + (self.lower[first] in {"the", "a", "an"})
                found.update(dict.fromkeys(range(start, end), (start, end)))
        return found

    def alone(self, start: int, end: int) -> bool:
        """A listed name that is no part of a longer name or of a word with hyphens."""
        before = self.doc[start - 1] if start else None
        after = self.words[end] if end < len(self.words) else ""
        if before is not None and before.text == "-" and not before.whitespace_:
            return False
        if self.words[start].isupper() and (
            (after == ":" and (start == 0 or "\n" in self.words[start - 1])) or self.is_shouted(start, end)
        ):
            return False  # "WHO: The district attorney", "WHO WERE RAIDED"
        if self.words[start].islower() or self.words[start] in WORDS_TOO:
            return self.entity_at.get(start) == (start, end) or self.words[start] == "parliament"
        paper = end - start == 1 and after in heads("papers")
        return not paper and not (after[:1].isupper() and after.lower() in heads("barred")) and not is_suffix(after)

    def is_shouted(self, start: int, end: int) -> bool:
        """A word of the dictionary in a line of capitals, before its verb."""
        word = end - start == 1 and self.lines[start] and is_vocabulary(self.words[start])
        return word and end < len(self.words) and self.words[end][:1].isupper() and self.doc[end].tag_[:2] in VERBS

    # words that the text calls a company

    def called(self) -> Iterator[Found]:
        """Single names that the text calls a company somewhere: "the builder Sorin", then "Sorin" alone."""
        surnames = {f"{self.words[i]}s" for i in self.people}  # "the Sorins" are the family of Abla Sorin
        for i in sorted(i for word in self.namesakes - surnames for i in self.places[word]):
            word, before = self.words[i], self.words[i - 1] if i else ""
            if is_suffix(word) or self.lines[i] or before == "-" or self.taken & {i - 1, i + 1}:
                continue
            if self.entity_at.get(i, (i, i + 1)) == (i, i + 1):
                yield Found(i, i + 1, None, "organizations:called")

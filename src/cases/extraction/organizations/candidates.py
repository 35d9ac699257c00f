"""Where a text may name an organisation: listed names, capitalised phrases with a head, described bodies, entities."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from functools import cached_property

from cases.extraction.organizations.bracketed import bracketed
from cases.extraction.organizations.cuts import POSSESSIVES, is_dateline
from cases.extraction.organizations.entities import Entities
from cases.extraction.organizations.phrases import Found, Phrases
from cases.extraction.organizations.told import Told
from cases.extraction.organizations.words import (
    bodies,
    described,
    described_heads,
    first_words,
    heads,
    is_suffix,
    kind_of,
)
from cases.language.countries import country_of
from cases.language.mentions import Mention
from cases.language.namesakes import namesakes
from cases.language.reading import Reading

NATIONAL = {
    "army": "military",
    "navy": "military",
    "parliament": "government",
    "senate": "government",
    "congress": "government",
}
WORDS_TOO = {"Labour", "Total", "Target", "Shell", "Vale", "Apple", "Amazon", "ICE", "ED", "VA"}


UNNAMED = {"a", "an", "any", "no", "each", "every"}


def lists_kind(head: str, task: str) -> str | None:
    """The kind of a ministry or department of a task of one word."""
    if head not in {"ministry", "department"}:
        return None
    return next((kind for before, kind in described().get(head, ()) if before == (task,)), None)


def is_titled(line: list[str]) -> bool:
    """Words of a headline or a heading: most of them begin with a capital and no mark of a sentence ends them."""
    longer = [w for w in line if len(w) > 3 and w.isalpha()]
    shown = [w for w in line if not w.isspace()]
    heading = 0 < len(shown) < 4 and all(w[0].isupper() for w in shown)
    titled = heading or (len(longer) > 3 and sum(w[0].isupper() for w in longer) >= 0.75 * len(longer))
    return titled and shown[-1] not in {".", ";", '."'} and len(shown) < 45


class Finder:
    """Finds the organisations of one document."""

    def __init__(self, reading: Reading, people: Iterable[Mention]):
        self.doc = reading.doc
        self.words = reading.words
        self.lower = reading.lower
        self.places = reading.places
        self.taken = {i for m in people for i in range(m.start, m.end)}
        self.people = set(self.taken)
        self.lines = list(self._lines())
        self.phrases = Phrases(self.words, self.people, self.lines)
        self.told = Told(reading, self.people, self.lines)
        self.entities = Entities(reading, self.people, self.lines)
        self.namesakes = namesakes(reading)

    def _lines(self) -> Iterator[bool]:
        """Whether each token stands in a line in title case that no line of prose goes on from."""
        lines: list[list[str]] = [[]]
        for word in self.words:
            lines[-1].append(word)
            if "\n" in word:
                lines.append([])
        titled = [is_titled(line) for line in lines]
        for i, line in enumerate(lines):
            after = lines[i + 1] if i + 1 < len(lines) and line[-1] == "\n" else []
            prose = after[:1] and after[0].islower() and not titled[i + 1]
            yield from [titled[i] and not prose] * len(line)

    def find(self) -> list[Found]:
        """All organisations in text order, none overlapping."""
        found: list[Found] = []
        listed = list(self.listed())
        longest = [f for f in listed if f.end - f.start > 4]  # of many words, which no rule may take apart
        phrases = list(self.phrases.find())
        whole = {f.end for f in phrases}
        spelled = [f for f in bracketed(self.doc, self.words, self.people) if f.end not in whole]
        for found_by in (longest, spelled, phrases, listed, self.described(), self.called(), self.told.find()):
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
        opened = (i for i in self.places.get("(", ()) if i and i not in ends and self.lower[i - 1] in last)
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
        for i, bare, names in sorted(self.beginnings()):
            word = self.words[i]
            for name in names:
                end = i + len(name)
                if tuple(self.words[i:end]) == name or (len(name) == 1 and name[0] == bare):
                    if self.alone(i, end):
                        entry = bodies()[name]
                        first, last = self.widened(i, end) if bare == word else (i, end)
                        last += entry.kind in {"company", "bank"} and last == end and self.is_lettered(end)
                        yield Found(first, last, entry.kind, "organizations:listed", entry.country, int(bare != word))
                    break

    def is_lettered(self, end: int) -> bool:
        """Letters that go on with a company's name: "Sorin KDS", not "Sorin CEO"."""
        word = self.words[end] if end < len(self.words) else ""
        return (
            1 < len(word) < 5
            and word.isupper()
            and word.isalpha()
            and word.lower() not in heads("titles") | heads("after_letters")
        )

    def beginnings(self) -> Iterator[tuple[int, str, list[tuple[str, ...]]]]:
        """Where the first word of a listed name stands, the word without a lost possessive, and the names."""
        for word, places in self.places.items():
            bare = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
            if names := first_words().get(word) or first_words().get(bare):
                for i in places:
                    yield i, bare, names

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """The model's entity around a listed name, if all that it adds are a word or two of a longer name."""
        entity = self.entity_at.get(start)
        if entity is None or not (entity[0] <= start and end <= entity[1]) or entity[1] - entity[0] > end - start + 2:
            return start, end
        if is_dateline(self.words, entity[0]) and entity[0] < start:
            entity = (entity[0] + 1, entity[1])
        added = [*self.words[entity[0] : start], *self.words[end : entity[1]]]
        if entity[1] > end and self.lower[entity[1] - 1] in heads("parts") | heads("wholes"):
            return start, end  # "Department of Justice Tax Division" are two
        if not all(w.isalpha() and w[0].isupper() and w.lower() not in heads("titles") for w in added):
            return start, end
        return (start, end) if any(w.lower() in heads("barred", "endings") for w in added) else entity

    @cached_property
    def country(self) -> str | None:
        """The country that the text names most often, in first place of several."""
        named: Counter[str] = Counter()
        for word, places in self.places.items():
            if country := country_of(word):
                named[country] += len(places)
        return named.most_common(1)[0][0] if named else None

    @cached_property
    def entity_at(self) -> dict[int, tuple[int, int]]:
        """Place → the model's organisation that covers it, articles left out."""
        found = {}
        for entity in self.doc.ents:
            if entity.label_ == "ORG":
                start = entity.start + (entity[0].lower_ in {"the", "a", "an"})
                found.update(dict.fromkeys(range(start, entity.end), (start, entity.end)))
        return found

    def alone(self, start: int, end: int) -> bool:
        """A listed name that is no part of a longer name or of a word with hyphens."""
        before = self.doc[start - 1] if start else None
        after = self.words[end] if end < len(self.words) else ""
        if before is not None and before.text == "-" and not before.whitespace_:
            return False
        if after == ":" and self.words[start].isupper() and (start == 0 or "\n" in self.words[start - 1]):
            return False  # "WHO: The district attorney"
        if self.words[start].islower() or self.words[start] in WORDS_TOO:
            return self.entity_at.get(start) == (start, end) or self.words[start] == "parliament"
        paper = end - start == 1 and after in heads("papers")
        return not paper and not (after[:1].isupper() and after.lower() in heads("barred")) and not is_suffix(after)

    # described bodies

    def described(self) -> Iterator[Found]:
        """Bodies described by task: "the interior ministry", "Malaysia's anti-corruption agency"."""
        lists = described()
        watched = lists.keys() | NATIONAL.keys() | described_heads() | {"court", "cartel"}
        for i, word in enumerate(self.lower):
            if word not in watched:
                continue
            for before, kind in lists.get(word, ()):
                start = i - len(before)
                if start >= 0 and self.lower[start:i] == [b.lower() for b in before]:
                    yield from self.described_at(start, i + 1, kind)
                    break
            else:
                if (last := self.inverted(i)) is not None:
                    yield Found(i, last, lists_kind(word, self.lower[i + 2]), "organizations:described")
                elif word in NATIONAL and i > 1 and country_of(self.words[i - 1]) and self.words[i - 2] != "-":
                    yield Found(i - 1, i + 1, NATIONAL[word], "organizations:described")
                elif (first := self.national(i)) is not None:
                    yield Found(first, i + 1, self.task_kind(first, i), "organizations:described")
                elif word == "court" == self.words[i] and (first := self.named_court(i)) is not None:
                    yield Found(first, i + 1, "court", "organizations:described")
                elif word == "cartel" == self.words[i] and (first := self.before_cartel(i)) is not None:
                    yield Found(first, i + 1, "criminal_group", "organizations:described")

    def inverted(self, i: int) -> int | None:
        """One past a body with its task behind it: "ministry of health", "ministry of foreign affairs"."""
        if not self.words[i].islower() or self.lower[i + 1 : i + 2] != ["of"] or self.lower[max(0, i - 1)] in UNNAMED:
            return None
        last = i + 3 + (self.lower[i + 3 : i + 4] == ["affairs"])
        return last if lists_kind(self.words[i], " ".join(self.words[i + 2 : i + 3])) else None

    def national(self, i: int) -> int | None:
        """Where a body told by its country and task begins: "Kenya's financial crime watchdog"."""
        if self.words[i] not in described_heads():
            return None
        start = i
        while start > max(0, i - 5) and self.is_task(self.words[start - 1]):
            start -= 1
        task = set(self.words[start:i]) - described_heads("untold")
        owned = start > 1 and self.words[start - 1] in POSSESSIVES and country_of(self.words[start - 2])
        return start - 2 if owned and task and self.words[start - 2][:1].isupper() else None

    @staticmethod
    def is_task(word: str) -> bool:
        """A word in lower case or a hyphen, of which a task is told."""
        return word == "-" or (word.islower() and word not in POSSESSIVES)

    def task_kind(self, first: int, i: int) -> str:
        """The kind of a body by its task."""
        task = " ".join(self.words[first + 2 : i + 1])
        kind = kind_of(task.removesuffix("watchdog").strip())
        if not described_heads("sports").isdisjoint(task.split()):
            return "other"
        police = not {"corruption", "graft", "bribery", "crime", "crimes", "police"}.isdisjoint(task.split())
        if kind in {None, "company", "bank", "ngo"}:  # what it watches over: "Kenya's banking regulator"
            kind = "government"
        return "law_enforcement" if police and kind != "court" else kind

    def named_court(self, i: int) -> int | None:
        """Where the name of a court in lower case begins: "the Velmar Street court"."""
        start = i
        while start and i - start < 4 and self.is_capital(start - 1):
            start -= 1
        named = i > start > 0 and self.lower[start - 1] == "the" and not country_of(self.words[start])
        return start if named else None

    def is_capital(self, i: int) -> bool:
        """A capitalised word of no person and no article."""
        return self.words[i].istitle() and i not in self.people and self.lower[i] != "the"

    def before_cartel(self, i: int) -> int | None:
        """Where the name of a cartel begins: "H-2 cartel", "Sorin drug cartel"."""
        last = i - 2 if i > 1 and self.words[i - 1] in {"drug", "drugs", "cocaine"} else i - 1
        if last < 0 or last in self.people or country_of(self.words[last]) or not self.words[last][0].isalnum():
            return None
        first = last - 2 if last > 1 and self.words[last - 1] == "-" else last
        return first if self.words[first][:1].isupper() else None

    def described_at(self, start: int, end: int, kind: str) -> Iterator[Found]:
        """The described body with the country before it."""
        before = self.words[start - 1] if start else ""
        if before in POSSESSIVES and start > 1 and country_of(self.words[start - 2]):
            start -= 2
        elif (country_of(before) and before[:1].isupper()) or before in {"federal", "U.S.", "US"}:
            start -= 1
        if before.lower() not in UNNAMED and not (end < len(self.words) and self.words[end] == "-"):
            yield Found(start, end, kind, "organizations:described")

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

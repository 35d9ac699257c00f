"""Bodies described in lower case by their task: "the interior ministry", "Malaysia's anti-corruption agency"."""

from collections.abc import Iterator
from functools import cache

from cases.extraction.organizations.cuts import POSSESSIVES
from cases.extraction.organizations.phrases import Found
from cases.extraction.organizations.words import described, described_heads, kind_of
from cases.language.countries import country_of
from cases.language.reading import Reading

NATIONAL = {
    "army": "military",
    "navy": "military",
    "embassy": "government",
    "parliament": "government",
    "senate": "government",
    "congress": "government",
}
UNNAMED = {"a", "an", "any", "no", "each", "every"}
OFFICERS = {("attorney", "general"), ("prosecutor", "general"), ("general", "prosecutor"), ("public", "prosecutor")}


@cache
def watched() -> frozenset[str]:
    """The nouns that a described body ends with."""
    return frozenset(described()) | NATIONAL.keys() | described_heads() | {"court", "cartel", "office"}


class Described:
    """Finds the described bodies of one document.

    Args:
        reading: The document.
        people: Places of tokens that name people.
    """

    def __init__(self, reading: Reading, people: set[int]):
        self.words = reading.words
        self.lower = reading.lower
        self.tags = reading.tags
        self.labels = reading.labels
        self.places = reading.lower_places
        self.people = people

    def find(self) -> Iterator[Found]:
        """Bodies described by task: "the interior ministry", "Malaysia's anti-corruption agency"."""
        for i in sorted(i for word in watched().intersection(self.places) for i in self.places[word]):
            word = self.lower[i]
            for before, kind in described().get(word, {}).get(self.lower[i - 1] if i else "", ()):
                start = i - len(before)
                if start >= 0 and tuple(self.lower[start:i]) == before:
                    yield from self.described_at(start, i + 1, kind)
                    break
            else:
                if (last := self.of_officer(i)) is not None:
                    yield Found(i, last, "prosecution", "organizations:described")
                elif (last := self.inverted(i)) is not None:
                    yield Found(i, last, lists_kind(word, self.lower[i + 2]), "organizations:described")
                elif word in NATIONAL and i > 1 and country_of(self.words[i - 1]) and self.words[i - 2] != "-":
                    yield Found(i - 1, i + 1, NATIONAL[word], "organizations:described")
                elif word == "police" and (first := self.local_police(i)) is not None:
                    yield Found(first, i + 1, "law_enforcement", "organizations:described")
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

    def local_police(self, i: int) -> int | None:
        """Where the place of a police force begins that does something: "Reno police said", "by Swiss police"."""
        if not self.words[i].islower() or self.tags[i + 1 : i + 2] in (["NN"], ["NNS"], ["HYPH"]):
            return None
        start = i
        while start and self.labels[start - 1] in {"GPE", "NORP"} and self.words[start - 1][:1].isupper():
            start -= 1
        return start if start < i else None

    def national(self, i: int) -> int | None:
        """Where a body told by its country and task begins: "Kenya's financial crime watchdog"."""
        if self.words[i] not in described_heads():
            return None
        start = i
        while start > max(0, i - 5) and self.is_task(self.words[start - 1]):
            start -= 1
        task = set(self.words[start:i]) - described_heads("untold")
        if "of" in task and not described_heads("leaders").isdisjoint(self.words[start:i]):
            return None
        owner = self.country(start - 1) if start > 1 and self.words[start - 1] in POSSESSIVES else None
        return owner if task else None

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
        owner = self.country(start - 1 if before in POSSESSIVES else start)
        if owner is not None:
            start = owner
        elif before in {"federal", "U.S.", "US"} or (before in {"regional", "provincial"} and kind == "prosecution"):
            start -= 1
        if before.lower() not in UNNAMED and not (end < len(self.words) and self.words[end] == "-"):
            yield Found(start, end, kind, "organizations:described")

    def country(self, end: int) -> int | None:
        """Where the country begins that ends right before a token: "Hong Kong", "South African", "Kenya"."""
        for size in (3, 2, 1):
            name = self.words[end - size : end] if end >= size else []
            if name and name[0][:1].isupper() and name[0] != "The" and country_of(" ".join(name)):
                return end - size
        return None

    def of_officer(self, i: int) -> int | None:
        """One past an office told by whose it is: "office of Kenya's attorney general"."""
        if self.lower[i : i + 2] != ["office", "of"] or not self.words[i].islower():
            return None
        start = i + 2 + (self.lower[i + 2 : i + 3] == ["the"])
        last = next((j for j in range(start, min(start + 5, len(self.words))) if self.words[j] in POSSESSIVES), None)
        if last is not None:
            start = last + 1 if self.country(last) == start else len(self.words)
        return start + 2 if tuple(self.lower[start : start + 2]) in OFFICERS else None


def lists_kind(head: str, task: str) -> str | None:
    """The kind of a ministry or department of a task of one word."""
    if head not in {"ministry", "department"}:
        return None
    entries = described().get(head, {}).get(task, ())
    return next((kind for before, kind in entries if before == (task,)), None)

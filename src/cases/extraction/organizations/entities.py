"""What the language model calls an organisation, where the words in and around it agree."""

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from cases.extraction.organizations.beside import kind_beside
from cases.extraction.organizations.cuts import POSSESSIVES, is_dateline
from cases.extraction.organizations.phrases import Found
from cases.extraction.organizations.words import (
    INNER,
    heads,
    is_head,
    is_sort,
    is_suffix,
    is_vocabulary,
    kind_of,
    leading,
    named_by,
)
from cases.language.countries import country_of
from cases.language.lexicon import load_words
from cases.language.reading import Reading

FARTHEST = 7
SEPARATORS = {",", ";", "and", "&"}
VESSELS = {"M/V", "MV", "M/T", "MT", "F/V", "S/V", "SS", "USS", "HMS"}


class Entities:
    """The model's organisations of one document.

    Args:
        reading: The document.
        people: Places of tokens that name people.
        taken: Places of tokens that name a party already found, which others add to.
    """

    def __init__(self, reading: Reading, people: set[int], taken: set[int]):
        self.doc = reading.doc
        self.model = reading.entities
        self.words = reading.words
        self.lower = reading.lower
        self.reading = reading
        self.people = people
        self.taken = taken
        self.lines = reading.titled.headings
        self.surnames = {self.words[i] for i in people}
        self.begun: set[str] = set()

    def find(self, begun: set[str]) -> Iterator[Found]:
        """The entities that nothing speaks against, and for single words something speaks for.

        Args:
            begun: The first words of the names already found, by which alone the text may call them later.
        """
        self.begun = begun
        for first, last, label in self.model:
            if label == "ORG" or self.is_mistaken(first, last):
                for start, end in self.pieces(first, last):
                    yield from self.trimmed(start, end)

    def is_mistaken(self, start: int, end: int) -> bool:
        """What the model takes for a person or a place and ends with a word of companies: "Sorin Gems"."""
        if not 2 <= end - start <= 4 or not self.people.isdisjoint(range(start, end)):
            return False
        trade = self.is_trade(start, end)
        return (trade or kind_of(self.words[end - 1]) == "company") and all(w.isalpha() for w in self.words[start:end])

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """An entity cut at "and", unless it has the words of one body's name: "Ibon and Sorin", "Sorin & Sons Inc."."""
        listed = [i for i in range(start + 2, end - 2) if self.words[i] == "," and self.is_trade(start, i)]
        if listed:
            yield from stretches(start, listed, end)
            return
        cuts = [i for i in range(start + 1, end - 1) if self.words[i] == "and"]
        if len(cuts) != 1 or end - start > 5 or kind_of(" ".join(self.words[start:end])):
            yield start, end
            return
        yield start, cuts[0]
        yield cuts[0] + 1, end

    def trimmed(self, start: int, end: int) -> Iterator[Found]:
        """The body in a piece of an entity, without articles before it and possessives behind it."""
        while start < end and (
            self.lower[start] in leading() or self.lower[start] in {"a", "an"} or self.words[start].isspace()
        ):
            start += 1
        while end > start and self.is_rest(end - 1):
            end -= 1
        start += end - start > 1 and is_dateline(self.words, start)
        end = self.with_place(end)
        free = start < end and not self.lines[start] and self.taken.isdisjoint(range(start, end))
        if free and self.is_body(start, end):
            cut = int(end - start == 1 and self.is_lost_possessive(start))
            yield Found(start, end, kind_of(" ".join(self.words[start:end])), "organizations:entity", None, cut)

    def with_place(self, end: int) -> int:
        """One past the place that ends the name, where the short name follows: "Sorin Edison of Utah (Edison)"."""
        if self.lower[end : end + 1] != ["of"]:
            return end
        last = next((i for i in range(end + 2, min(end + 4, len(self.words))) if self.words[i] == "("), None)
        return last if last is not None and is_region(" ".join(self.words[end + 1 : last])) else end

    def is_rest(self, i: int) -> bool:
        """A possessive, white space or a mark at the end of an entity."""
        word = self.words[i]
        return word in POSSESSIVES or word.isspace() or (not word[-1:].isalnum() and word[-1:] != ".")

    def is_lost_possessive(self, i: int) -> bool:
        """The text prints the word without its "s" too: "Sorins president" where "Sorin" is met."""
        word = self.words[i]
        return len(word) > 4 and word.endswith("s") and word[:-1] in self.vocabulary

    @cached_property
    def vocabulary(self) -> set[str]:
        """The words that the text prints."""
        return set(self.words)

    def is_body(self, start: int, end: int) -> bool:
        """An entity that is no law, no place, no title, no ordinary word and no single letters without more."""
        words = self.words[start:end]
        if (
            self.is_undertaking(start, end)
            or self.is_one_of_many(start, end)
            or not self.is_phrase(words)
            or self.is_place(start, end)
            or self.is_listed_person(start, end)
        ):
            return False
        named = words[:-1] if words[-1] == "Administration" else words  # "the Sorin Administration"
        if all(w in self.surnames or w.removesuffix("s") in self.surnames for w in named):
            return False
        if len(words) == 2 and words[0].isupper() and len(words[0]) < 4 and is_vocabulary(words[1]):
            return self.is_told(start, end)  # "Sorin Works", not "FJ Cruiser"
        return self.is_single(start) if len(words) == 1 else self.is_name(start, end)

    def is_one_of_many(self, start: int, end: int) -> bool:
        """What somebody is, with an article before and no noun behind: "a Specially Designated Trafficker"."""
        article = start > 0 and self.lower[start - 1] in {"a", "an"} and end - start > 1
        noun = end < len(self.words) and self.doc[end].tag_.startswith(("NN", "JJ", "HYPH", "POS"))
        return article and not noun and all(is_vocabulary(w) for w in self.words[start:end])

    def is_undertaking(self, start: int, end: int) -> bool:
        """A method, a system or a plan: "Velmar Process Automation (VPA)", "the Velmar Safe Streets initiative"."""
        if self.words[end : end + 1] == ["("] and self.lower[end - 1] in heads("unbodied"):
            return True
        if self.words[end : end + 1] == ["("] and self.words[end + 3 : end + 4] in (["Project"], ["Programme"]):
            return True  # "Open Societies (OSV) Project"
        planned = not heads("planned").isdisjoint(self.lower[end : end + 1])
        return planned or is_sort(self.words[start:end], article=start > 0 and self.lower[start - 1] in {"a", "an"})

    def is_phrase(self, words: list[str]) -> bool:
        """Words that can name a body: no country, no thing, no fragment."""
        lower = [w.lower() for w in words]
        if words[0].upper() in VESSELS or lower[:2] == ["district", "of"] or lower[0] in heads("ways"):
            return False
        if lower[-1] in INNER | {"or"} or any("\n" in w or w in {"@", "#", "(", ")", '"'} for w in words):
            return False
        if words[0].islower() or words[0].startswith("copyright") or not any(w[:1].isupper() for w in words):
            return False
        if all(w in heads("titles") or w == "investigators" for w in lower) or " ".join(lower) in heads("no_bodies"):
            return False
        district = len(words) < 3 and lower[0] in heads("courts_districts")  # "(E.D. Cal.)"
        if district or (lower[0] in heads("degrees") | heads("titles") and lower[1:2] == ["of"]):
            return False
        return not (self.is_thing(lower) or country_of(" ".join(words)) or lower[0] in heads("states"))

    def is_name(self, start: int, end: int) -> bool:
        """Several words that are no titles, and not all of the dictionary unless they tell a kind or come again."""
        words = self.words[start:end]
        lower = [w.lower() for w in words]
        if self.lower[end : end + 1] in (["law"], ["laws"], ["code"], ["rules"]) or self.is_piece(start, end):
            return False
        if all(w in heads("titles") or w in INNER for w in lower) or lower[-1] in heads("titles") or is_head(words[0]):
            return False
        told = kind_of(" ".join(words)) is not None or self.is_trade(start, end)
        if not told and (is_titled(lower) or (len(words) == 2 and len(words[0]) == 1 and words[1].istitle())):
            return False  # "Cardinal Oren Wale", "S Waleh"
        if all(w.lstrip("—–").isalpha() and w.lstrip("—–").istitle() and not is_vocabulary(w) for w in words):
            return self.is_told(start, end)
        ordinary = all(not w[0].isalpha() or w.lower() in INNER or is_vocabulary(w) for w in words)
        told = told or follows(self.lower[max(0, start - 3) : start], "owned_by")
        return not ordinary or told or (self.reading.plain.count(" ".join(words)) > 1 and not lower[-1].endswith("s"))

    def is_trade(self, start: int, end: int) -> bool:
        """A name of a business by its last word: "Velmar Sunny Homes", not "Home Mortgage"."""
        lower = self.lower[start:end]
        return lower[-1] in heads("trades") and not heads("trades", "common").issuperset(lower)

    def is_piece(self, start: int, end: int) -> bool:
        """The beginning of a title ("Supervising Financial Investigator") or a street with its number."""
        after = self.words[end] if end < len(self.words) else ""
        title = after[:1].isupper() and after.lower() in heads("titles")
        if title and end - start < 3 and self.lower[end - 1] in heads("weak", "open"):
            return True
        return start > 0 and self.words[start - 1].isdigit() and self.lower[end - 1] == "court"

    @staticmethod
    def is_thing(lower: list[str]) -> bool:
        """A law, a product, a programme or a make of cars, which the model takes for its maker."""
        barred = heads("barred")
        things = heads("things")
        return (
            "".join(lower) in things or any(w in barred or w in things for w in lower) or lower[-1] in heads("endings")
        )

    def is_place(self, start: int, end: int) -> bool:
        """A place or a person by the words around it: "in Sorin", "Sorin, N.J.", "39, of Upper Sorin", "Sorin, 33,"."""
        before = self.lower[start - 1] if start else ""
        after = [*self.words[end : end + 4], "", ""]
        if len(after) > 3 and after[0] == ",":
            state = after[1][:1].isupper() and after[1].endswith(".") and not is_suffix(after[1])
            aged = after[1].isdigit() and len(after[1]) == 2
            if (
                state
                or aged
                or any(is_region(" ".join(after[1 : 1 + n])) and not after[1 + n][:1].isupper() for n in (1, 2))
            ):
                return True
        aged = before == "of" and start > 2 and self.words[start - 2] == "," and self.words[start - 3].isdigit()
        if kind_of(" ".join(self.words[start:end])) is None and not self.is_trade(start, end):
            lived = before == "of" and start > 1 and self.lower[start - 2] in heads("dwellings")
            held = self.lower[start - 2] in heads("held") if start > 1 else False
            inside = before in {"in", "near"} and end - start > 1 and not held and not self.has_officer(end - 1)
            if lived or inside or (self.lower[start] in heads("directions") and end - start == 2):
                return True
        return aged or (before in {"in", "near"} and end - start == 1)

    def is_listed_person(self, start: int, end: int) -> bool:
        """Two or three words in no dictionary in a list of people: "Abla Sorin, Dorin Vel and Oren Sal"."""
        words = [w for w in self.words[start:end] if w != "-"]
        if len(words) > 3 or any(is_vocabulary(w) or not w.isalpha() or w.isupper() for w in words):
            return False
        if self.has_officer(end - 1):
            return False
        left = start > 1 and self.words[start - 1] in SEPARATORS and self.is_person(start - 2)
        right = end + 1 < len(self.words) and self.words[end] in SEPARATORS and self.is_person(end + 1)
        return left or right

    def is_person(self, i: int) -> bool:
        """A word of a person's name, looked for past a comma before "and"."""
        return i in self.people or (self.words[i] in SEPARATORS and ({i - 1, i + 1} & self.people) != set())

    def is_single(self, i: int) -> bool:
        """A single word in no dictionary that something beside it calls a body; letters only before an office."""
        word = self.words[i]
        if is_head(word) or not word[0].isalpha() or word.lower() in heads("titles") or len(word) < 3:
            return False
        if word.isupper():
            return self.has_officer(i) or self.has_beginning(i)
        if any(w.lower() in self.lowered for w in word.split("-")) or is_vocabulary(word) or len(word) < 4:
            return False
        return is_mixed(word) or self.is_told(i, i + 1)

    def is_told(self, start: int, end: int) -> bool:
        """Something in or beside a name of unknown words tells that it is a body's, not a person's or a place's."""
        word = self.words[start]
        return (
            kind_of(" ".join(self.words[start:end])) is not None
            or kind_beside(self.doc, start, end) is not None
            or self.has_officer(end - 1)
            or self.has_beginning(start)
            or bool({word, word.removesuffix("s")} & self.begun)
        )

    def has_officer(self, i: int) -> bool:
        """An office or a part of a body right after the word: "Sorin's president", "Sorin executives"."""
        rest = [w for w in self.lower[i + 1 : i + 4] if w not in {"'s", "'", "-"}]
        return bool(rest) and rest[0] in heads("after_letters")

    def has_beginning(self, i: int) -> bool:
        """Words before the name that only a body follows: "employees of Sorin", "worked at Sorin", "called Sorin"."""
        before = self.lower[max(0, i - FARTHEST) : i]
        if before[-1:] == ["at"] and not heads("titles").isdisjoint(before):
            return True  # "director of sales at Sorin"
        return follows(before, "named_by")

    @cached_property
    def lowered(self) -> set[str]:
        """The words that the text prints in lower case."""
        return {w for w in self.words if w.islower()}


def stretches(start: int, cuts: list[int], end: int) -> Iterator[tuple[int, int]]:
    """The stretches between marks."""
    yield from zip([start, *(i + 1 for i in cuts)], [*cuts, end], strict=True)


def follows(before: list[str], key: str) -> bool:
    """The words before a name end with some of a list of ``words/organization_beside.yaml``."""
    return any(before[-len(words) :] == words for words in named_by(key).get(before[-1] if before else "", ()))


def is_titled(lower: list[str]) -> bool:
    """A title or several stand at the beginning or inside: "cardinal oren wale", "health inspectors abla wale"."""
    return any(w in heads("titles") or w.removesuffix("s") in heads("titles") for w in lower[:-1])


def is_region(name: str) -> bool:
    """A country, or a state or a region of one."""
    return name in load_words("places") or name in {"New Jersey", "New York", "Long Island"} or bool(country_of(name))


def is_mixed(word: str) -> bool:
    """A capital inside a word or a domain's ending, as trade names have them: "MeridianTech", "sorin.com"."""
    inside = any(a.islower() and b.isupper() for a, b in pairwise(word[1:]))
    return inside or word.lower().endswith((".com", ".org", ".net"))

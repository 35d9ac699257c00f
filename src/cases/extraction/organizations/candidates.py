"""Where a text may name an organisation: listed names, capitalised phrases with a head, described bodies, entities."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

import simplemma

from cases.extraction.organizations.words import (
    bodies,
    described,
    first_words,
    heads,
    is_head,
    is_suffix,
    kind_of,
    unpossessed,
)
from cases.language.countries import country_of
from cases.language.mentions import Mention
from cases.language.reading import Reading

INNER = {"of", "for", "and", "&", "the", "on", "de", "da", "do", "y", "e", "to", "in", "et", "del", "des", "du"}
POSSESSIVES = {"'s", "'"}
LONGEST = 14
DAYS = set(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
    ]
)
DAYS |= set(["september", "october", "november", "december"])
AFTER_LETTERS = set(
    [
        "president",
        "chairman",
        "chairwoman",
        "chief",
        "executive",
        "director",
        "official",
        "officials",
        "spokesman",
        "spokeswoman",
        "manager",
    ]
)
AFTER_LETTERS |= set(["ceo", "boss", "party", "lawmaker", "leader", "member", "members", "employee", "employees"])
STATES = {"commonwealth", "government", "republic", "kingdom", "state"}
TITLES = {
    *[
        "attorney",
        "general",
        "director",
        "deputy",
        "chief",
        "agent",
        "agents",
        "judge",
        "justice",
        "president",
        "secretary",
        "minister",
        "officer",
        "attorneys",
        "trial",
    ],
    *[
        "chairman",
        "ceo",
        "commissioner",
        "inspector",
        "special",
        "assistant",
        "executive",
        "acting",
        "prosecutor",
        "charge",
        "administrator",
        "governor",
        "mayor",
    ],
    *[
        "senator",
        "superintendent",
        "sheriff",
        "representative",
        "speaker",
        "detective",
        "investigator",
        "commander",
        "captain",
        "former",
        "manager",
    ],
}


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``[start, end)`` that name an organisation; ``cut`` characters at the end are a lost possessive "s"."""

    start: int
    end: int
    kind: str | None
    method: str
    country: str | None = None
    cut: int = 0
    possessor: bool = False


class Finder:
    """Finds the organisations of one document."""

    def __init__(self, reading: Reading, people: Iterable[Mention]):
        self.doc = reading.doc
        self.words = [t.text for t in reading.doc]
        self.taken = {i for m in people for i in range(m.start, m.end)}
        self.people = set(self.taken)
        self.surnames = {self.words[i] for i in self.people}
        self.lines = list(self._lines())

    def _lines(self) -> Iterator[bool]:
        """Whether each token stands in a line in title case."""
        line: list[str] = []
        for word in [*self.words, "\n"]:
            line.append(word)
            if "\n" in word:
                longer = [w for w in line if len(w) > 3 and w.isalpha()]
                shown = [w for w in line if not w.isspace()]
                titled = len(longer) > 3 and sum(w[0].isupper() for w in longer) >= 0.75 * len(longer)
                flag = titled and shown[-1] not in {".", ";", '."'} and len(shown) < 45
                yield from [flag] * len(line)
                line = []

    def find(self) -> list[Found]:
        """All organisations in text order, none overlapping."""
        found: list[Found] = []
        for method in (self.phrases, self.listed, self.described, self.entities):
            for body in method():
                places = range(body.start, body.end)
                if self.taken.isdisjoint(places):
                    self.taken.update(places)
                    found.append(body)
        return sorted(found, key=lambda f: f.start)

    # listed names

    def listed(self) -> Iterator[Found]:
        """Names of the list, as printed; letters with a lost apostrophe too ("FBIs")."""
        names = first_words()
        for i, word in enumerate(self.words):
            bare = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
            for name in names.get(word, ()) or (names.get(bare, ()) if bare != word else ()):
                end = i + len(name)
                if tuple(self.words[i:end]) == name or (len(name) == 1 and name[0] == bare):
                    if self.alone(i, end):
                        entry = bodies()[name]
                        yield Found(i, end, entry.kind, "organizations:listed", entry.country, int(bare != word))
                    break

    def alone(self, start: int, end: int) -> bool:
        """A listed name that is no part of a longer name or of a word with hyphens."""
        before = self.doc[start - 1] if start else None
        after = self.words[end] if end < len(self.words) else ""
        if before is not None and before.text == "-" and not before.whitespace_:
            return False
        if self.words[start].islower() or self.words[start] in {
            "Labour",
            "Total",
            "Target",
            "Shell",
            "Vale",
            "Apple",
            "Amazon",
            "ICE",
            "ED",
            "VA",
        }:
            return self.doc[start].ent_type_ == "ORG" or self.words[start] == "parliament"
        return after.lower() not in heads("barred") and not is_suffix(after)

    # capitalised phrases with a head

    def phrases(self) -> Iterator[Found]:
        """Capitalised phrases with a head word or a legal form, cut where one body's name ends and another's begins."""
        i = 0
        while i < len(self.words):
            if self.opens(i):
                end = self.run(i)
                yield from self.parts(i, end)
                i = end
            else:
                i += 1

    def opens(self, i: int) -> bool:
        """A capitalised word, or an ordinal before one."""
        word = self.words[i]
        return i not in self.people and (
            word[:1].isupper()
            or (
                (word[:1].isdigit() and word[-2:] in {"th", "st", "nd", "rd"})
                or (word[:1].isdigit() and word[1:2].isupper())
            )
        )

    def run(self, start: int) -> int:
        """One past the capitalised phrase that begins at a token."""
        i = start + 1
        while i < len(self.words) and i - start < 3 * LONGEST:
            if self.opens(i) or (self.words[i] == "-" and self.opens(i + 1 if i + 1 < len(self.words) else i)):
                i += 1
                continue
            past = i
            while (
                past < len(self.words)
                and past - i < 3
                and (self.words[past].lower() in INNER or self.words[past] in POSSESSIVES)
            ):
                past += 1
            if self.words[i] == "," and i + 1 < len(self.words) and is_suffix(self.words[i + 1]):
                past = i + 1
            if self.words[i].isspace() and self.words[i].count("\n") == 1 and not self.lines[i]:
                past = i + 1
            if past == i or past >= len(self.words) or not self.opens(past):
                break
            i = past + 1
        return i

    def parts(self, start: int, end: int) -> Iterator[Found]:
        """The bodies in a capitalised phrase."""
        cuts = [start]
        for i in range(start, end - 1):
            word, before = self.words[i], self.words[i - 1].lower() if i > start else ""
            if (
                (word in POSSESSIVES and before.rstrip("s") not in heads("kept") and before not in heads("kept"))
                or (unpossessed(word) and self.words[i + 1][:1].isupper() and not is_suffix(self.words[i + 1]))
                or (word.lower() in {"and", "&", "of", "for", "in", "to"} and self.splits(cuts[-1], i, end))
            ):
                cuts.append(i + 1)
        for first, last in zip(cuts, [*cuts[1:], end], strict=True):
            if body := self.body(first, last, last != end):
                yield body

    def parts_possessor(self, before: str, after: str) -> bool:
        """Whether a possessive parts two bodies; "People's Bank" and "District Attorney's Office" are one."""
        if before.startswith("attorney"):
            return not after.startswith("office")
        return before not in heads("kept") and before.removesuffix("s") not in heads("kept")

    def splits(self, start: int, i: int, end: int) -> bool:
        """Whether a connecting word parts two bodies: "Criminal Division of the Department of Justice"."""
        word = self.words[i].lower()
        right = i + 2 if self.words[i + 1].lower() == "the" else i + 1
        if right >= end:
            return False
        left = self.words[i - 1]
        after = self.words[right]
        acronym = after.isupper() and len(after) > 2 and after.isalpha()
        if word == "and":
            if right == i + 2 and any(is_head(w) or (w.isupper() and len(w) > 2) for w in self.words[right:end]):
                return True
            if end - right == 1 and acronym:
                return True
            strong = is_head(left) and left.lower() not in heads("weak")
            left_body = strong or is_suffix(left) or (left.isupper() and len(left) > 2)
            return left_body and any(
                is_head(w) or is_suffix(w) or (w.isupper() and len(w) > 2) for w in self.words[right:end]
            )
        if word == "&":
            return False
        if word in {"in", "to"}:
            return True
        if is_suffix(left):
            return True
        if not any(is_head(w) for w in self.words[start:i]) and any(map(is_head, self.words[right:end])):
            return left[:1].isupper() and word == "for"
        names = is_head(left) and left.lower() not in heads("opening") | {"office"}
        opening = after.lower() in heads("opening") and right + 1 < end and self.words[right + 1].lower() == "of"
        whole = i - start > 1
        return (
            (whole and acronym and is_head(left))
            or (names and whole and (opening or any(map(is_head, self.words[right:end]))))
            or (is_head(left) and whole and opening)
        )

    def body(self, start: int, end: int, possessor: bool) -> Found | None:
        """The body in one part of a phrase, cut down to its head and what belongs to it."""
        while start < end and (
            self.words[start].lower() in INNER or self.words[start] in POSSESSIVES or self.words[start].isspace()
        ):
            start += 1
        places = [
            i
            for i in range(start, end)
            if is_head(self.words[i]) or is_suffix(self.words[i]) or (unpossessed(self.words[i]) and possessor)
        ]
        if not places:
            return None
        head = places[-1]
        if any(self.words[i].lower() in heads("barred") for i in range(start, end)) and not is_suffix(self.words[head]):
            return None
        opening = next(
            (
                i
                for i in range(start, end - 1)
                if self.words[i].lower() in heads("opening") and self.words[i + 1].lower() in {"of", "for"}
            ),
            None,
        )
        last = (
            end
            if opening is not None and opening + 1 < end and not self.is_district(opening, end)
            else self.tail(head, end)
        )
        first = self.left(start, opening if opening is not None and opening < head else head)
        while last > first and (
            self.words[last - 1].lower() in INNER
            or self.words[last - 1] in POSSESSIVES
            or self.words[last - 1].isspace()
        ):
            last -= 1
        cut = int(
            last > first
            and bool(unpossessed(self.words[last - 1]))
            and (possessor or not is_head(self.words[last - 1]))
        )
        if last - first < 2 or not self.is_name(first, last):
            if last - first == 1 and self.words[first].lower() in heads("alone"):
                return Found(first, last, "government", "organizations:head-word")
            return None
        name = " ".join(self.words[first:last])
        kind = "prosecution" if self.is_prosecutors(first) else kind_of(name[:-1] if cut else name)
        return Found(first, last, kind, "organizations:head-word", None, cut, possessor)

    def is_prosecutors(self, first: int) -> bool:
        """A part of a prosecutor's office by the possessive before it: "District Attorney's Frauds Bureau"."""
        owner = [w.lower() for w in self.words[max(0, first - 2) : first]]
        return len(owner) == 2 and owner[1] in POSSESSIVES and owner[0].startswith("attorney")

    def before_title(self, start: int, last: int) -> int:
        """Where a title or a day that follows the name cuts it off: "Department of Investigation Commissioner"."""
        for i in range(start, last):
            word = self.words[i].lower()
            day = word in DAYS and self.words[i - 1].lower() == "on"
            if day or (
                word in TITLES
                and word not in {"general", "attorney", "special", "inspector", "state", "justice"}
                and self.words[i - 1].lower() not in INNER
            ):
                return i
        return last

    def is_district(self, opening: int, end: int) -> bool:
        """A judicial district named after an office keeps to it; nothing else is cut here."""
        return opening + 2 >= end

    def tail(self, head: int, end: int) -> int:
        """One past the head, or past the complement after it: "Office of Inspector General", "Court for the District of Utah"."""
        if head + 2 < end and self.words[head + 1].lower() in {"of", "for", "on"}:
            return end
        return head + 1

    def left(self, start: int, head: int) -> int:
        """Where the name begins: after titles of people that stand before it, unless they belong to the name."""
        for i in range(head - 1, start - 1, -1):
            word = self.words[i].lower()
            if word in TITLES:
                joined = word in {
                    "attorney",
                    "general",
                    "inspector",
                    "sheriff",
                    "special",
                    "justice",
                    "governor",
                    "mayor",
                    "president",
                    "attorneys",
                    "detective",
                }
                if not joined or (i + 1 < head and self.words[i + 1].lower() in {"of", "for"}):
                    return self.skip(i + 1, head)
        return start

    def skip(self, i: int, head: int) -> int:
        """Past connecting words."""
        while i < head and (self.words[i].lower() in INNER or self.words[i] in POSSESSIVES):
            i += 1
        return i

    def is_name(self, start: int, end: int) -> bool:
        """A phrase that names one body: not a heading, not a bare head with an article."""
        words = self.words[start:end]
        if any(w.isspace() and w.count("\n") > 1 for w in words) or len(words) > LONGEST + 4:
            return False
        if words[0].lower() in {
            "a",
            "an",
            "another",
            "this",
            "that",
            "its",
            "our",
            "any",
            "each",
            "all",
            "former",
            "company",
            "today",
            "he",
            "she",
            "they",
            "it",
            "under",
        }:
            return False
        if (
            all(country_of(w) for w in words[:-1])
            and is_head(words[-1])
            and words[-1].lower() in {"house", "interior", "unit", "team", "group", "fund", "branch"}
        ):
            return False
        return not (
            len(words) == 2
            and words[0].lower() in {"the", "company", "individual", "state", "trial", "special"}
            and words[1].lower() not in {"department"}
        )

    # described bodies

    def described(self) -> Iterator[Found]:
        """Bodies described by task: "the interior ministry", "Malaysia's anti-corruption agency"."""
        lists = described()
        for i, word in enumerate(self.words):
            for before, kind in lists.get(word.lower(), ()):
                start = i - len(before)
                if start >= 0 and [w.lower() for w in self.words[start:i]] == [b.lower() for b in before]:
                    yield from self.described_at(start, i + 1, kind)
                    break
            else:
                if word.lower() in {"army", "parliament", "navy"} and i and country_of(self.words[i - 1]):
                    yield Found(
                        i - 1,
                        i + 1,
                        "military" if word.lower() != "parliament" else "government",
                        "organizations:described",
                    )
                elif word == "cartel" and (start := self.before_cartel(i)) is not None:
                    yield Found(start, i + 1, "criminal_group", "organizations:described")

    def before_cartel(self, i: int) -> int | None:
        """Where the name of a cartel begins: "Sinaloa cartel", "H-2 cartel", "Sorin drug cartel"."""
        last = i - 2 if i > 1 and self.words[i - 1] in {"drug", "drugs"} else i - 1
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
        if before.lower() not in {"a", "an", "any", "no"} and not (end < len(self.words) and self.words[end] == "-"):
            yield Found(start, end, kind, "organizations:described")

    # the model's entities

    def entities(self) -> Iterator[Found]:
        """What the model calls an organisation and nothing speaks against."""
        for entity in self.doc.ents:
            if entity.label_ != "ORG":
                continue
            start, end = entity.start, entity.end
            while start < end and (self.words[start].lower() in INNER | {"a", "an"} or self.words[start].isspace()):
                start += 1
            while end > start and (
                self.words[end - 1] in POSSESSIVES
                or self.words[end - 1].isspace()
                or (not self.words[end - 1][-1:].isalnum() and self.words[end - 1][-1:] != ".")
            ):
                end -= 1
            if start < end and not self.lines[start] and self.is_body(start, end):
                yield Found(start, end, kind_of(" ".join(self.words[start:end])), "organizations:entity")

    def is_body(self, start: int, end: int) -> bool:
        """An entity that is no law, no place, no title, no ordinary word and no single letters without more."""
        words = self.words[start:end]
        lower = [w.lower() for w in words]
        if any(w in heads("barred") for w in lower) or any("\n" in w or w in {"@", "#", "(", '"'} for w in words):
            return False
        if country_of(" ".join(words)) or not any(w[:1].isupper() for w in words) or words[0].islower():
            return False
        if lower[0] in STATES or self.is_place(start, end) or all(w in self.surnames for w in words):
            return False
        if len(words) == 1:
            return self.is_single(start)
        if all(w in TITLES or w in INNER for w in lower) or lower[-1] in TITLES or is_head(words[0]):
            return False
        ordinary = all(not w[0].isalpha() or w.lower() in INNER or vocabulary(w) for w in words)
        return (
            not ordinary
            or kind_of(" ".join(words)) is not None
            or (self.count(words) > 1 and not lower[-1].endswith("s"))
        )

    def count(self, words: list[str]) -> int:
        """How often the text prints these words one after the other."""
        return self.doc.text.count(" ".join(words))

    def is_place(self, start: int, end: int) -> bool:
        """A place by the words around it: "in Sorin", "Sorin, N.J."."""
        before = self.words[start - 1].lower() if start else ""
        after = self.words[end : end + 2]
        state = len(after) == 2 and after[0] == "," and after[1][:1].isupper() and after[1].endswith(".")
        return (before in {"in", "near"} and end - start == 1) or state

    def is_single(self, i: int) -> bool:
        """A single word: a name in no dictionary; letters only where an officer or "party" follows them."""
        word = self.words[i]
        after = self.words[i + 1].lower() if i + 1 < len(self.words) else ""
        if is_head(word) or not word[0].isalpha() or word.lower() in TITLES or len(word) < 3:
            return False
        if word.isupper():
            return after in AFTER_LETTERS
        return len(word) > 3 and not any(w.lower() in self.lowered for w in word.split("-")) and not vocabulary(word)

    @cached_property
    def lowered(self) -> set[str]:
        """The words that the text prints in lower case."""
        return {w for w in self.words if w.islower()}


@cache
def vocabulary(word: str) -> bool:
    """A word of the English dictionary."""
    return bool(simplemma.is_known(word.lower(), "en"))

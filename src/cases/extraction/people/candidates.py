"""Where a text may name a person: the model's entities trimmed and completed, and names told by their surroundings."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from cases.extraction.people.ages import Ages
from cases.extraction.people.lines import labels_of, titled_lines, without_headline
from cases.extraction.people.nicknames import OPENING, nickname_end
from cases.extraction.people.words import (
    bodies,
    is_acronym,
    is_barred,
    is_country,
    is_given,
    is_honorific,
    is_initial,
    is_name_word,
    is_no_name,
    is_particle,
    is_second_half,
    is_suffix,
    is_surname_too,
    is_title,
    is_vocabulary,
    listed,
    plain,
)
from cases.language.lexicon import load_words
from cases.language.names import fold
from cases.language.namesakes import namesakes
from cases.language.reading import Reading

FAMILY = {"wife", "husband", "son", "daughter", "brother", "sister"}
DATELINE = re.compile(r"^[A-Z]{4,}(?=[A-Z][a-z])")
ADDRESS = {"Mr", "Mrs", "Ms", "Judge"}
POSSESSIVES = {"'s", "'"}
BEFORE_STATES = {"of", "in", "north", "south", "west"}
LONGEST = 7


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens ``[start, end)`` that may name a person.

    Attributes:
        words: Places of the tokens that are the name itself, without the nickname.
        nickname: Places of the tokens of a quoted or bracketed nickname.
        gender: "male" or "female" where the title tells it.
        strong: Whether what stands around the name shows a person: a title, an age.
        entity: Whether the model calls it a person.
        titled: Whether it stands in a headline in title case.
    """

    start: int
    end: int
    words: tuple[int, ...]
    nickname: tuple[int, ...] = ()
    gender: str = ""
    strong: bool = False
    entity: bool = False
    titled: bool = False
    method: str = "people:entity"


class Finder:
    """Finds the candidates of one document."""

    def __init__(self, reading: Reading):
        self.doc = reading.doc
        self.words = [DATELINE.sub("", w) if w[:4].isupper() else w for w in reading.words]
        self.lower = [w.lower() for w in self.words]
        self.glued = (reading.doc.to_array("SPACY") == 0).tolist()
        self.titled = titled_lines(self.words)
        self.labels = labels_of(reading)
        self.namesakes = namesakes(reading)
        self.places: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            self.places[word].append(i)

    def find(self) -> list[Candidate]:
        """All candidates in text order, none overlapping."""
        found: list[Candidate] = []
        for start, entity in sorted(self.starts().items()):
            if found and start < found[-1].end:
                continue
            candidate = self.read(start, entity)
            if candidate:
                found.append(candidate)
        found = self.with_aged(found)
        return self.aliased(sorted([*found, *self.completed(found)], key=lambda c: c.start))

    def alone(self, folded: str) -> int:
        """How often the text prints a word of a name with no other name word beside it."""
        return sum(
            not (i and is_name_word(self.words[i - 1]) and not self.skipped(i - 1) and not self.doc[i].is_sent_start)
            and not is_name_word(self.next(i))
            for places in (self.places[w] for w in self.spelt[folded])
            for i in places
        )

    @cached_property
    def spelt(self) -> dict[str, list[str]]:
        """Folded word → its capitalised spellings in the text."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self.places:
            if word[:1].isupper():
                found[fold(word)].append(word)
        return found

    def with_aged(self, found: list[Candidate]) -> list[Candidate]:
        """The candidates, with every run of capitalised words before an age in place of the pieces found in it."""
        covered = {i: n for n, c in enumerate(found) for i in range(c.start, c.end)}
        ages = Ages(self.words, self.lower, self.glued, self.titled)
        runs = [
            r
            for r in ages.runs(self.places[","])
            if covered.get(r[0]) is None or covered.get(r[0]) != covered.get(r[-1])
        ]
        taken = {i for run in runs for i in run}
        kept = [c for c in found if taken.isdisjoint(range(c.start, c.end))]
        aged = [Candidate(r[0], r[-1] + 1, r, strong=True, method="people:age") for r in runs]
        return sorted([*kept, *aged], key=lambda c: c.start)

    def aliased(self, found: list[Candidate]) -> list[Candidate]:
        """A name after "aka" or "known as" made the nickname of the person before it."""
        kept: list[Candidate] = []
        for candidate in found:
            before = [w for w in self.lower[max(0, candidate.start - 4) : candidate.start] if w not in {'"', ",", "("}]
            other = [w.rstrip(".") for w in before[-2:]]
            marked = (other[-1:] and other[-1] in listed("names_not_personal", "aliases")) or other == ["known", "as"]
            if marked and kept and candidate.start - kept[-1].end < 8 and not kept[-1].nickname:
                kept[-1] = replace(kept[-1], nickname=candidate.words)
            else:
                kept.append(candidate)
        return kept

    def completed(self, found: list[Candidate]) -> list[Candidate]:
        """Full names of people who are else called by a title and a surname: "Abla Sorin" where "Mr Sorin" is met."""
        taken = {i for c in found for i in range(c.start, c.end)}
        alone = {self.words[c.words[0]] for c in found if len(c.words) == 1 and c.strong}
        more: list[Candidate] = []
        for i in sorted(i for word in alone for i in self.places[word] if i):
            before = self.words[i - 1]
            free = is_name_word(before) and not self.skipped(i - 1) and i - 1 not in taken
            inside = not self.doc[i - 1].is_sent_start and not self.titled[i]
            if free and inside and (is_given(before) or not is_vocabulary(before)):
                more.append(Candidate(i - 1, i + 1, (i - 1, i), strong=True, method="people:surname"))
        return more

    def starts(self) -> dict[int, bool]:
        """Where a name may begin → whether the model says so."""
        places: dict[int, bool] = {}
        for entity in self.doc.ents:
            if entity.label_ == "PERSON" or self.is_mistaken(entity.start, entity.end):
                places[self.begin(entity.start, entity.end)] = True
        for i, word in enumerate(self.words):
            if i and self.words[i - 1] in OPENING and nickname_end(self.words, i - 1) is not None:
                places.setdefault(i - 1, False)
            if i in places or not is_name_word(word):
                continue
            addressed = i > 0 and self.words[i - 1].rstrip(".") in ADDRESS and is_surname_too(word)
            if self.skipped(i) and not addressed:
                continue
            if (i and is_title(self.words[i - 1])) or self.is_given_start(i) or self.follows_position(i):
                places.setdefault(i if addressed else self.begin(i, i + 1), False)
        return {i: e for i, e in places.items() if i < len(self.words)}

    def is_mistaken(self, start: int, end: int) -> bool:
        """Two words in no dictionary that the model takes for a body, the second of which stands alone elsewhere."""
        words = self.words[start:end]
        if len(words) != 2 or any(is_vocabulary(w) or not is_name_word(w) or self.skipped(start) for w in words):
            return False
        places = [i for i in self.places[words[1]] if i != start + 1]
        return not is_barred(words[1]) and any(not is_name_word(self.words[i - 1]) for i in places if i)

    def skipped(self, i: int) -> bool:
        """A word that begins no name: a title or a word of organisations and places."""
        return is_no_name(self.words[i])

    def is_given_start(self, i: int) -> bool:
        """A given name that another name word follows."""
        if not is_given(self.words[i]) or i + 1 >= len(self.words):
            return False
        return is_name_word(self.words[i + 1]) or nickname_end(self.words, i + 1) is not None

    def follows_position(self, i: int) -> bool:
        """The name in "the shadow chancellor, Anna Lane": two name words after a comma after a position."""
        if i < 2 or self.words[i - 1] != "," or i + 1 >= len(self.words):
            return False
        if is_vocabulary(self.words[i]) and not is_given(self.words[i]):
            return False
        return self.is_position(i - 2) and is_name_word(self.words[i + 1]) and not is_barred(self.words[i + 1])

    def is_position(self, i: int) -> bool:
        """A title that does not only begin or end a longer one."""
        return plain(self.words[i]) in listed("personal_titles", "male", "female", "honorific", "position")

    def adjacent(self, i: int) -> bool:
        """The next token follows on the same line."""
        return i + 1 < len(self.words) and not self.words[i + 1].isspace()

    def begin(self, start: int, end: int) -> int:
        """The first word of the name: titles dropped on the left, given names and initials added."""
        while start < end and (self.skipped(start) or not is_name_word(self.words[start])):
            nicknamed = self.words[start] in OPENING and nickname_end(self.words, start) is not None
            if nicknamed or self.is_half(start + 2):
                break
            start += 1
        while start > 0 and self.continues_left(start - 1) and not self.is_state(start - 1):
            start -= 1
        while start < end - 1 and self.is_state(start):
            start += 1
        return start

    def is_state(self, i: int) -> bool:
        """A state that is a given name too, after "of" or "in": "the Eastern District of Virginia Neil Hale"."""
        return i > 0 and self.words[i] in load_words("states_like_names") and self.lower[i - 1] in BEFORE_STATES

    def continues_left(self, i: int) -> bool:
        """The word before a name that belongs to it: a given name, an initial, a word in no dictionary."""
        word = self.words[i]
        if not is_name_word(word) or is_title(word) or is_barred(word) or self.titled[i]:
            return False
        if is_initial(word) or is_given(word):
            return self.labels[i] not in {"ORG", "NORP"} or is_given(word)
        return self.labels[i] in {"", "PERSON"} and not is_vocabulary(word)

    def read(self, start: int, entity: bool) -> Candidate | None:
        """The name that begins at ``start``, as far as it goes."""
        places: list[int] = []
        nickname: list[int] = []
        i = start
        while i < len(self.words) and len(places) < LONGEST:
            word = self.words[i]
            if (past := nickname_end(self.words, i)) is not None and (places or i == start) and not nickname:
                nickname = list(range(i + 1, past - 1))
                i = past
            elif self.is_part(i, start):
                places.append(i)
                i += 1
            elif places and is_particle(word) and (after := self.past_particles(i)) > i:
                places.extend(range(i, after))
                i = after
            elif places and word == "-" and self.glued[i - 1] and self.glued[i] and is_name_word(self.next(i)):
                places.append(i)
                i += 1
            elif places and word == "-" and self.is_half(i):
                places.extend((i, i + 1))
                i += 2
            elif places and word == "," and is_suffix(self.next(i)):
                i += 1
            else:
                break
        while places and (self.lower[places[-1]] in POSSESSIVES or self.words[places[-1]] == "-"):
            places.pop()
        if places and self.titled[places[0]]:
            places = places[: without_headline([self.words[p] for p in places], self.is_printed)]
        return self.judged(start, places, nickname, entity) if places else None

    def is_printed(self, first: str, second: str) -> bool:
        """Two words stand beside each other outside headlines."""
        return any(i and self.words[i - 1] == first and not self.titled[i] for i in self.places[second])

    def is_half(self, i: int) -> bool:
        """A hyphen before the lower-case half of a given name: "Chae Ri-young"."""
        named = self.words[i : i + 1] == ["-"] and self.labels[i - 1 : i + 2].count("PERSON") == 3
        return (
            named
            and self.glued[i - 1]
            and self.glued[i]
            and is_second_half(self.words[i + 1])
            and self.next(i + 1) != "-"
        )

    def next(self, i: int) -> str:
        """The word after a place."""
        return self.words[i + 1] if i + 1 < len(self.words) else ""

    def is_part(self, i: int, start: int) -> bool:  # noqa: PLR0911
        """A word that goes on with a name."""
        word = self.words[i]
        if is_suffix(word):
            return i > start
        if i > start and is_acronym(word) and self.words[i - 1].isupper() and len(self.words[i - 1]) > 1:
            return not is_barred(word)
        if is_surname_too(word) and (i == start or is_given(self.words[start])):
            return i > start or self.words[i - 1].rstrip(".") in ADDRESS or self.is_half(i + 2)
        if i > start and self.labels[i] == "PERSON" and is_initial(self.words[i - 1]) and is_name_word(word):
            return True
        if not is_name_word(word) or is_barred(word):
            return False
        if i > start and self.labels[i] == "PERSON" and self.doc[i].ent_iob_ == "B" and self.labels[i - 1] == "PERSON":
            return not is_title(word) and not (is_given(word) and i - start > 1)
        return i == start or not is_title(word) or self.labels[i] == "PERSON"

    def past_particles(self, i: int) -> int:
        """One past the particles at ``i`` if a name word follows them, else ``i``."""
        j = i
        while j < len(self.words) and j - i < 3 and (is_particle(self.lower[j]) or (self.words[j] == "-" and j > i)):
            j += 1
        return j if j < len(self.words) and is_name_word(self.words[j]) and not is_barred(self.words[j]) else i

    def judged(self, start: int, places: list[int], nickname: list[int], entity: bool) -> Candidate | None:
        """The candidate if what is in it and around it lets it be a person."""
        first, end = places[0], places[-1] + 1
        words = [self.words[p] for p in places if self.words[p] != "-"]
        after = self.lower[end] if end < len(self.words) else ""
        before = self.words[start - 1] if start else ""
        if after in listed("names_not_personal", "after") and self.adjacent(end - 1) and self.words[end][:1].isupper():
            return None
        letters = words[0].isupper() and len(words[0]) > 2 and words[0].isalpha() and not words[-1].isupper()
        form = len(words) > 1 and words[-1].lower() in listed("names_not_personal", "forms")
        if letters or form or self.is_cut(start, end) or " ".join(words) in bodies():
            return None
        if self.is_short_name(start, end) or (words[0] == "A" and self.doc[start].is_sent_start):
            return None
        if after == "&" or (after == "-" and self.glued[end - 1]) or before in {"&", "@", "#"}:
            return None
        honorific = is_honorific(before)
        title = (bool(start) and self.is_position(start - 1)) or self.follows_position(start)
        if self.labels[first] == "GPE" and not is_given(words[0]):
            honorific = title = False
        number = self.next(end)
        aged = after == "," and number.isdigit() and len(number) < 3
        last = max(end, nickname[-1] + 2 if nickname else 0)
        gender = next(
            (g for g in ("male", "female") if honorific and plain(before) in listed("personal_titles", g)), ""
        )
        base = {"titled": self.titled[first], "entity": entity, "gender": gender, "nickname": tuple(nickname)}
        if len(words) == 1:
            family = is_given(words[0]) and before.lower() in FAMILY
            strong = honorific or bool(nickname) or family
            ok = strong or (entity and words[0] not in self.namesakes)
            method = "people:title" if strong else "people:entity"
        else:
            strong = (title or aged or bool(nickname)) and not self.titled[first]
            ok = entity or strong or self.looks_named(words, first)
            method = "people:entity" if entity else "people:title" if strong else "people:given-name"
        if not ok or self.is_ordinary(words, first, strong):
            return None
        return Candidate(start, last, tuple(places), strong=strong, method=method, **base)  # type: ignore[arg-type]

    def is_short_name(self, start: int, end: int) -> bool:
        """The short name in brackets of the body before them: "Consolidated Sorin of Utah (Con Sorin)"."""
        if (
            not start
            or self.words[start - 1] != "("
            or self.words[end : end + 1] != [")"]
            or is_given(self.words[start])
        ):
            return False
        before = self.words[max(0, start - 6) : start - 1]
        return end - start > 1 and self.words[end - 1] in before and before[-1] != self.words[end - 1]

    def is_cut(self, start: int, end: int) -> bool:
        """A piece of a longer phrase that names a body, as in "Drug Enforcement Administration"."""
        after = self.words[end] if end < len(self.words) else ""
        before = self.words[start - 1] if start else ""
        if after[:1].isupper() and is_barred(after) and not self.titled[start]:
            return True
        cut = (
            before[:1].isupper() and (is_barred(before) or is_country(before)) and not self.doc[start - 1].is_sent_start
        )
        return cut and self.labels[start] != "PERSON" and not is_given(self.words[start])

    def looks_named(self, words: list[str], first: int) -> bool:
        """A given name and more words, and not what the model calls a place or an organisation as a whole."""
        if not is_given(words[0]) or self.titled[first] or len(words) > 4:
            return False
        labels = {self.labels[first], self.labels[first + 1]}
        if labels <= {"GPE", "LOC", "FAC"} or (all(map(is_vocabulary, words)) and not labels & {"", "PERSON"}):
            return self.words[first - 1] == "and" and len(words) == 2
        return len(words[-1]) > 1

    def is_ordinary(self, words: list[str], first: int, strong: bool) -> bool:
        """Nothing but words of the dictionary, or of a headline, with no given name among them."""
        if len(words) == 1:
            return self.is_ordinary_word(words[0], first, strong)
        if strong:
            return not any(is_given(w) or is_initial(w) or not is_vocabulary(w) for w in words)
        if words[0].lower() in listed("names_not_personal", "articles") and len(words) < 3:
            return True
        if is_given(words[0]):
            return self.titled[first] and all(map(is_vocabulary, words[1:])) and len(words) > 2
        if self.titled[first]:
            return any(is_vocabulary(w) for w in words)
        return all(is_vocabulary(w) and not is_initial(w) for w in words)

    def is_ordinary_word(self, word: str, first: int, strong: bool) -> bool:
        """A single word that is no name: short, of a headline, or of the dictionary without a title of respect."""
        if len(word) < 3 or (self.titled[first] and not strong):
            return True
        if not is_vocabulary(word):
            return False
        before = self.words[first - 1].rstrip(".") if first else ""
        return not strong or (self.labels[first] != "PERSON" and before not in ADDRESS)

"""Where a text may name a person: the model's entities trimmed and completed, and names told by their surroundings."""

from dataclasses import dataclass, replace

from cases.extraction.people.addresses import Addresses
from cases.extraction.people.ages import Ages
from cases.extraction.people.lines import without_headline
from cases.extraction.people.nicknames import OPENING, nickname_end
from cases.extraction.people.surroundings import ADDRESS, LONGEST_NAME, Surroundings, leads
from cases.extraction.people.words import (
    bodies,
    is_acronym,
    is_barred,
    is_country,
    is_given,
    is_honorific,
    is_initial,
    is_name_word,
    is_nobody,
    is_particle,
    is_suffix,
    is_surname_too,
    is_title,
    is_vocabulary,
    listed,
    plain,
)
from cases.language.kept import Kept

FAMILY = {"wife", "husband", "son", "daughter", "brother", "sister"}
POSSESSIVES = {"'s", "'"}
GIVEN = Kept(lambda word: is_name_word(word) and is_given(word))
HONOURS = {"QC", "KC", "SC", "MP", "MEP", "OBE", "CBE", "MBE"}
"""Letters behind a name that are no part of it."""


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


class Finder(Surroundings):
    """Finds the candidates of one document."""

    def find(self) -> list[Candidate]:
        """All candidates in text order, none overlapping."""
        found: list[Candidate] = []
        for start, entity in sorted(self.starts().items()):
            if found and start < found[-1].end:
                continue
            candidate = self.read(start, entity)
            if candidate:
                found.append(candidate)
        found = without_addresses(self.with_aged(found), self.words)
        return self.aliased(sorted([*found, *self.completed(found)], key=lambda c: c.start))

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
        """Full names of people who are else called by a title and a surname: "Abla Sorin" where "Mr Sorin" is met.

        The surname may stand first: "Sun Sorinlai" where "Mr Sun" is met.
        """
        taken = {i for c in found for i in range(c.start, c.end)}
        titled = {self.words[c.words[0]] for c in found if len(c.words) == 1 and c.strong}
        alone = titled | {
            bare for word in titled if (bare := word.removesuffix("s")) in self.places
        }  # "Mr. Sorins role"
        more: list[Candidate] = []
        for i in sorted(i for word in alone for i in self.places[word]):
            before = self.words[i - 1] if i else ""
            free = bool(before) and is_name_word(before) and not self.skipped(i - 1) and i - 1 not in taken
            inside = not self.opens(i - 1) and not self.titled[i]
            if free and inside and (is_given(before) or not is_vocabulary(before)):
                more.append(Candidate(i - 1, i + 1, (i - 1, i), strong=True, method="people:surname"))
            elif self.is_surname_first(i) and taken.isdisjoint((i, i + 1)):
                more.append(Candidate(i, i + 2, (i, i + 1), strong=True, method="people:surname"))
        return more

    def starts(self) -> dict[int, bool]:
        """Where a name may begin → whether the model says so."""
        places: dict[int, bool] = {}
        for first, last, label in self.entities:
            if label == "PERSON" or self.is_mistaken(first, last):
                start = self.begin(first, last)
                places[start - self.is_half_seen(start, last)] = True
        opened = {i + 1 for mark in OPENING for i in self.places.get(mark, ()) if i + 1 < len(self.words)}
        for i in sorted(self.named() | opened):
            word = self.words[i]
            if i in opened and nickname_end(self.words, i - 1) is not None:
                places.setdefault(i - 1, False)
            if i in places or not is_name_word(word):
                continue
            addressed = i > 0 and self.words[i - 1].rstrip(".") in ADDRESS and is_surname_too(word)
            if (self.skipped(i) and not addressed) or self.is_state(i):
                continue
            told = self.follows_position(i) or self.follows_nation(i)
            told = told or self.follows_and(i)
            if (i and is_title(self.words[i - 1])) or self.is_given_start(i) or told:
                places.setdefault(i if addressed else self.begin(i, i + 1), False)
        return {i: e for i, e in places.items() if i < len(self.words)}

    def named(self) -> set[int]:
        """The given names, and the name words after a word that leads to a name."""
        given = {i for word in GIVEN.among(self.places) for i in self.places[word]}
        led = {i + 1 for word in leads().intersection(self.lower_places) for i in self.lower_places[word]}
        return given | {i for i in led if i < len(self.words) and is_name_word(self.words[i])}

    def is_half_seen(self, start: int, end: int) -> bool:
        """The model sees only the surname of "and Novel Sorin, an officer of …"."""
        if end - start != 1 or start < 1 or not self.is_described(end):
            return False
        before = self.doc[start - 1]
        named = is_name_word(self.words[start - 1]) and not self.skipped(start - 1) and before.dep_ == "compound"
        return named and before.head.i == start and not before.is_sent_start and not self.titled[start - 1]

    def is_mistaken(self, start: int, end: int) -> bool:
        """Two words in no dictionary that the model takes for a body, the second of which stands alone elsewhere."""
        words = self.words[start:end]
        if end - start != 2 or self.skipped(start) or any(is_vocabulary(w) or not is_name_word(w) for w in words):
            return False
        places = [i for i in self.places[words[1]] if i != start + 1]
        return not is_barred(words[1]) and any(not is_name_word(self.words[i - 1]) for i in places if i)

    def begin(self, start: int, end: int) -> int:
        """The first word of the name: titles dropped on the left, given names and initials added."""
        while start < end and (self.skipped(start) or not is_name_word(self.words[start])):
            nicknamed = self.words[start] in OPENING and nickname_end(self.words, start) is not None
            if nicknamed or self.is_half(start + 2):
                break
            start += 1
        start += start < end - 1 and self.is_state_letters(start)
        while start > 0 and self.continues_left(start - 1) and not self.is_state(start - 1):
            start -= 1
        while start < end - 1 and self.is_state(start):
            start += 1
        return start

    def continues_left(self, i: int) -> bool:
        """The word before a name that belongs to it: a given name, an initial, a word in no dictionary."""
        word = self.words[i]
        if not is_name_word(word) or is_title(word) or is_barred(word) or self.titled[i]:
            return False
        if is_country(word) or self.is_state_letters(i):
            return False
        if is_initial(word) or is_given(word):
            return self.labels[i] not in {"ORG", "NORP"} or is_given(word)
        return self.labels[i] in {"", "PERSON"} and not is_vocabulary(word)

    def read(self, start: int, entity: bool) -> Candidate | None:
        """The name that begins at ``start``, as far as it goes."""
        places: list[int] = []
        nickname: list[int] = []
        i = start
        while i < len(self.words) and len(places) < LONGEST_NAME:
            word = self.words[i]
            if places and is_suffix(self.words[places[-1]]) and not is_suffix(word):
                break
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
            elif places and ((word == "," and is_suffix(self.next(i))) or self.is_broken(i, start)):
                i += 1
            else:
                break
        while places and (self.lower[places[-1]] in POSSESSIVES or self.words[places[-1]] == "-"):
            places.pop()
        if places and self.titled[places[0]]:
            places = places[: without_headline([self.words[p] for p in places], self.is_printed)]
        return self.judged(start, places, nickname, entity) if places else None

    def is_part(self, i: int, start: int) -> bool:  # noqa: PLR0911
        """A word that goes on with a name."""
        word = self.words[i]
        if is_suffix(word):
            return i > start
        if word in HONOURS:
            return False
        if i > start and is_acronym(word) and self.words[i - 1].isupper() and len(self.words[i - 1]) > 1:
            return not is_barred(word)
        if is_surname_too(word) and (i == start or is_given(self.words[start])) and not self.is_subject(i, start):
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
        if letters or form or self.is_cut(start, end) or is_nobody(words) or " ".join(words) in bodies():
            return None
        strange = self.is_named_place(start, words) or self.is_company(first, words)
        if strange or self.is_short_name(start, end) or (words[0] == "A" and self.opens(start)):
            return None
        if after == "&" or (after == "-" and self.glued[end - 1]) or before in {"&", "@", "#"}:
            return None
        honorific = is_honorific(before)
        title = (bool(start) and self.is_position(start - 1)) or self.follows_position(start)
        title = title or self.follows_nation(start)
        if self.labels[first] == "GPE" and not is_given(words[0]):
            honorific = title = False
        number = self.next(end)
        aged = after == "," and number.isdigit() and len(number) < 3
        last = max(end, nickname[-1] + 2 if nickname else 0)
        gender = next(
            (g for g in ("male", "female") if honorific and plain(before) in listed("personal_titles", g)), ""
        )
        line = (not start or "\n" in before) and len(words) > 1 and self.is_officer(end)
        base = {
            "titled": self.titled[first] and not line,
            "entity": entity,
            "gender": gender,
            "nickname": tuple(nickname),
        }
        if len(words) == 1:
            family = is_given(words[0]) and before.lower() in FAMILY
            strong = (
                honorific or bool(nickname) or family or (entity and self.is_tried(end) and not is_vocabulary(words[0]))
            )
            ok = strong or (entity and words[0] not in self.namesakes)
            method = "people:title" if strong else "people:entity"
        else:
            described = entity and self.is_described(end)
            told = title or aged or described or self.follows_and(start) or bool(nickname)
            strong = (told and not self.titled[first]) or line
            ok = entity or strong or self.looks_named(words, first)
            method = "people:entity" if entity else "people:title" if strong else "people:given-name"
        if not ok or self.is_ordinary(words, first, strong) or (not strong and self.is_geographic(words)):
            return None
        return Candidate(start, last, tuple(places), strong=strong, method=method, **base)  # type: ignore[arg-type]


def without_addresses(found: list[Candidate], words: list[str]) -> list[Candidate]:
    """The candidates without where somebody lives, at every place where the text names it.

    Whoever has a title or an age is a person.
    """
    addresses = Addresses(words, {c.end for c in found})
    places = {tuple(words[p] for p in c.words) for c in found if not c.strong and addresses.is_one(c.start, c.end)}
    return [c for c in found if c.strong or tuple(words[p] for p in c.words) not in places] if places else found

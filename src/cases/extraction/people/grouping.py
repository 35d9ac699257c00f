"""The forms of a name → one person: "Anna B. Lane", "Lane" and "Ms Lane"."""

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from cases.extraction.people.candidates import Candidate
from cases.extraction.people.pronouns import gender_after, known_gender
from cases.extraction.people.words import is_given, is_title, is_vocabulary, listed, short_forms
from cases.language.names import SUFFIXES, fold

NAMESAKE = 20  # words between two people of one name
JUDGES = {"judge", "justice", "magistrate"}
HEARD = {"before", "by"}


@dataclass(slots=True)
class Form:
    """One candidate with its folded words, without the "s" of a lost apostrophe if it is ``possessive``."""

    candidate: Candidate
    words: tuple[str, ...]
    suffix: str
    nickname: str
    possessive: bool = False


@dataclass(slots=True)
class Group:
    """The forms of one person; ``full`` are the folded words of the fullest."""

    full: tuple[str, ...]
    suffix: str
    forms: list[Form] = field(default_factory=list)

    @property
    def nicknames(self) -> set[str]:
        """Folded nicknames printed with the name."""
        return {f.nickname for f in self.forms if f.nickname}


def form_of(candidate: Candidate, texts: Sequence[str]) -> Form:
    """The folded words of a candidate."""
    words = tuple(fold(" ".join(texts[i] for i in candidate.words).replace(" - ", "-")).split())
    suffix = next((w for w in words[1:] if w in SUFFIXES), "")
    kept = tuple(w for i, w in enumerate(words) if i == 0 or w not in SUFFIXES)
    return Form(candidate, kept, suffix, fold(" ".join(texts[i] for i in candidate.nickname)))


def group(candidates: Iterable[Candidate], texts: Sequence[str]) -> list[Group]:
    """Groups of the candidates that name a person, in text order; what fits two people or nobody is left out."""
    forms = [f for c in candidates if (f := form_of(c, texts)).words]
    printed = {f.words for f in forms}
    forms = [without_possessive(f, printed) for f in forms]
    full = [f for f in forms if len(f.words) > 1]
    groups = full_names(full, two_people(full, texts))
    index = by_word(groups)
    kin = {id(g) for g in groups if is_relative(g, texts)}
    lone: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) == 1 and not attach(form, index, kin, texts):
            lone[form.words[0]].append(form)
    groups += [Group(fs[0].words, "", fs) for fs in lone.values() if any(f.candidate.strong for f in fs)]
    return sorted((g for g in groups if is_shown(g)), key=lambda g: min(f.candidate.start for f in g.forms))


def without_possessive(form: Form, printed: set[tuple[str, ...]]) -> Form:
    """The form of a name whose apostrophe is lost ("Anna Lanes scheme") which the text prints without "s" too."""
    bare = (*form.words[:-1], form.words[-1].removesuffix("s"))
    known = bare in printed if len(bare) > 1 else any(words[-1:] == bare for words in printed)
    lost = bare != form.words and known
    return replace(form, words=bare, possessive=True) if lost else form


def is_shown(found: Group) -> bool:
    """A person is named outside headlines, or with a listed given name that is no ordinary word."""
    return any(not f.candidate.titled for f in found.forms) or (
        is_given(found.full[0]) and len(found.full) > 1 and not is_vocabulary(found.full[-1])
    )


def by_word(groups: Iterable[Group]) -> dict[str, list[Group]]:
    """Word of a full name, or nickname → the people who bear it."""
    index: dict[str, list[Group]] = defaultdict(list)
    for found in groups:
        for word in {*found.full, *found.nicknames}:
            index[word].append(found)
    return index


def full_names(forms: Sequence[Form], two: Container[tuple[str, ...]]) -> list[Group]:
    """Forms of several words joined to people; longer names first, so that each shorter one meets the fuller.

    Those whose words are in ``two`` are another person with a suffix than without.
    """
    groups: list[Group] = []
    index: dict[str, list[Group]] = defaultdict(list)
    for form in sorted(forms, key=lambda f: (-len("".join(f.words)), f.candidate.start)):
        near = {id(g): g for word in form.words for g in index[word]}
        others = [g for g in near.values() if not (form.words in two and is_namesake(form, g))]
        exact = [g for g in others if g.full == form.words and g.suffix in {"", form.suffix}]
        fitting = exact or [g for g in others if fits(form, g)]
        if len(fitting) == 1:
            fitting[0].forms.append(form)
            fitting[0].suffix = fitting[0].suffix or form.suffix
        elif not fitting:
            found = Group(form.words, form.suffix, [form])
            groups.append(found)
            for word in set(form.words):
                index[word].append(found)
            if form.nickname:
                index[form.nickname].append(found)
    return groups


def two_people(forms: Iterable[Form], texts: Sequence[str]) -> set[tuple[str, ...]]:
    """Names that a text prints without and with a suffix, of two people by where it does.

    "Carl Sorin, 45, and his son, Carl Sorin Jr.", or a suffix that is kept up beside the name without one. Who is
    introduced with a suffix that no later mention has is one person.
    """
    places: dict[tuple[str, ...], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    headline = next((i for i, word in enumerate(texts[:NAMESAKE]) if "\n" in word), -1)
    for form in forms:
        if not form.candidate.titled and form.candidate.start > headline:
            places[form.words][bool(form.suffix)].append(form.candidate.start)
    return {
        words
        for words, (plain, suffixed) in places.items()
        if plain and suffixed and (is_near(plain, suffixed) or (len(suffixed) > 1 and min(plain) < max(suffixed)))
    }


def is_near(plain: Sequence[int], suffixed: Sequence[int]) -> bool:
    """The first place with a suffix stands close after the first without one."""
    return 0 < min(suffixed) - min(plain) < NAMESAKE


def is_namesake(form: Form, found: Group) -> bool:
    """The same name, of which one has a suffix and the other none."""
    return form.words == found.full and bool(form.suffix) != bool(found.suffix)


def fits(form: Form, found: Group) -> bool:
    """Whether a name of several words is a shorter or misspelt form of a fuller one."""
    if form.suffix and found.suffix and form.suffix != found.suffix:
        return False
    words, full = form.words, found.full
    if words[-1] in full and " ".join(words[:-1]) in found.nicknames:
        return True
    if in_order(words, full) and (
        words[-1] == full[-1] or words == full[: len(words)] or words == full[1 : len(words) + 1]
    ):
        return True
    if words[-1] == full[-1] and len(words) == 2 and words[0] in short_forms(full[0]):
        return True
    whole, other = " ".join(words), " ".join(full)
    alike = words[0] == full[0] or words[-1] == full[-1]
    return alike and min(len(whole), len(other)) > 9 and OSA.distance(whole, other, score_cutoff=1) == 1


def in_order(words: Sequence[str], full: Sequence[str]) -> bool:
    """Whether the words stand in the full name in their order, initials for names."""
    places = iter(full)
    return all(any(w == f or (len(w) == 1 and f[0] == w) or (len(f) == 1 and w[0] == f) for f in places) for w in words)


def attach(form: Form, index: dict[str, list[Group]], kin: set[int], texts: Sequence[str]) -> bool:
    """Join a single word to the one person whose surname it is, else whose other name; True if it is settled.

    Those in ``kin`` are relatives of somebody, who are meant where nobody else is or the next pronoun tells them.
    """
    word = form.words[0]
    bearers = index.get(word) or (index.get(word[:-1]) if word.endswith("s") and not form.candidate.strong else None)
    if not bearers and len(word) > 3:
        near = [g for key, gs in index.items() if is_misspelt(word, key) for g in gs if g.full[-1] == key]
        bearers = near if len({id(g) for g in near}) == 1 else None
    if not bearers:
        return False
    if form.nickname:
        bearers = [g for g in bearers if form.nickname in g.nicknames] or bearers
    if is_sitting(form, texts) and not any(is_judge(f, texts) for g in bearers for f in g.forms):
        return False
    bearers = of_suffix(form.suffix, bearers)
    told = of_gender(form.candidate.gender or gender_after(form.candidate.end, texts), bearers)
    bearers = [told] if told is not None else [g for g in bearers if id(g) not in kin] or bearers
    surnamed = [g for g in bearers if g.full[-1] in {word, word[:-1]}]
    choice = [g for g in surnamed or bearers if agrees(form, g)]
    if len(choice) > 1:
        choice = earlier(choice, form)
    if len(choice) == 1:
        choice[0].forms.append(form)
    return True


def is_sitting(form: Form, texts: Sequence[str]) -> bool:
    """Before whom or by whom a case is heard: "before Chief Judge Sorin", "by Judge Sorin"."""
    start = form.candidate.start
    before = [word.lower() for word in texts[max(start - 4, 0) : start]]
    return before[-1:] != [] and before[-1] in JUDGES and not HEARD.isdisjoint(before)


def is_judge(form: Form, texts: Sequence[str]) -> bool:
    """Whom the text calls a judge right before or after the name."""
    start, end = form.candidate.start, form.candidate.end
    return any(word.lower() in JUDGES for word in (*texts[max(start - 3, 0) : start], *texts[end : end + 8]))


def is_misspelt(word: str, name: str) -> bool:
    """A long family name with one letter wrong, or a short one with two letters in each other's place."""
    if abs(len(name) - len(word)) > 1 or (len(word) < 6 and sorted(word) != sorted(name)):
        return False
    return OSA.distance(name, word, score_cutoff=1) < 2


def of_gender(gender: str, bearers: Sequence[Group]) -> Group | None:
    """The only one of several bearers whose given name is of a gender, where another's is of the other one."""
    genders = [known_gender(g.full[0]) if len(g.full) > 1 else "" for g in bearers]
    alike = [g for g, own in zip(bearers, genders, strict=True) if own == gender]
    return alike[0] if gender and len(alike) == 1 and len(set(genders) - {""}) == 2 else None


def of_suffix(suffix: str, bearers: list[Group]) -> list[Group]:
    """Of father and son the one whose suffix stands with the name, or who bears none where none does."""
    if len({g.full for g in bearers}) == len(bearers):
        return bearers
    return [g for g in bearers if g.suffix == suffix] or bearers


def is_relative(found: Group, texts: Sequence[str]) -> bool:
    """Somebody whom the text introduces by a kinship: "and her then-husband Carl Sorin", "his brother, Abel Sorin"."""
    start = min(f.candidate.start for f in found.forms)
    for word in reversed(texts[max(0, start - 3) : start]):
        if word.lower() in listed("names_not_personal", "kin"):
            return True
        if word != "," and not is_title(word):
            return False
    return False


def agrees(form: Form, found: Group) -> bool:
    """The title before a form does not contradict the given name: "Mrs Sorin" is no Carl Sorin."""
    known = known_gender(found.full[0]) if len(found.full) > 1 else ""
    return not form.candidate.gender or known in {"", form.candidate.gender}


def earlier(choice: list[Group], form: Form) -> list[Group]:
    """Of several bearers of a surname, the only one who was named before this place."""
    return [g for g in choice if any(f.candidate.start < form.candidate.start and len(f.words) > 1 for f in g.forms)]

"""The forms of a name → one person: "Anna B. Lane", "Lane" and "Ms Lane"."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz.distance import OSA

from cases.extraction.people.candidates import Candidate
from cases.extraction.people.words import is_given, is_title, is_vocabulary, listed, short_forms
from cases.language.given_names import gender_of
from cases.language.names import SUFFIXES, fold

NAMESAKE = 20  # words between two people of one name


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
    groups = full_names(full)
    index = by_word(groups)
    kin = {id(g) for g in groups if is_relative(g, texts)}
    lone: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        if len(form.words) == 1 and not attach(form, index, kin):
            lone[form.words[0]].append(form)
    groups += [Group(fs[0].words, "", fs) for fs in lone.values() if any(f.candidate.strong for f in fs)]
    return sorted((g for g in groups if is_shown(g)), key=lambda g: min(f.candidate.start for f in g.forms))


def without_possessive(form: Form, printed: set[tuple[str, ...]]) -> Form:
    """The form of a name whose apostrophe is lost ("Anna Lanes scheme") which the text prints without "s" too."""
    bare = (*form.words[:-1], form.words[-1].removesuffix("s"))
    lost = len(bare) > 1 and bare != form.words and bare in printed
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


def full_names(forms: Sequence[Form]) -> list[Group]:
    """Forms of several words joined to people; longer names first, so that each shorter one meets the fuller."""
    groups: list[Group] = []
    index: dict[str, list[Group]] = defaultdict(list)
    for form in sorted(forms, key=lambda f: (-len("".join(f.words)), f.candidate.start)):
        near = {id(g): g for word in form.words for g in index[word]}
        others = [g for g in near.values() if not is_namesake(form, g)]
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


def is_namesake(form: Form, found: Group) -> bool:
    """One name without a suffix and close after it with one: "Carl Sorin, 45, and his son, Carl Sorin Jr."."""
    if form.words != found.full or bool(form.suffix) == bool(found.suffix):
        return False
    other = min(f.candidate.start for f in found.forms if bool(f.suffix) != bool(form.suffix))
    plain, suffixed = (other, form.candidate.start) if form.suffix else (form.candidate.start, other)
    return 0 < suffixed - plain < NAMESAKE


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


def attach(form: Form, index: dict[str, list[Group]], kin: set[int]) -> bool:
    """Join a single word to the one person whose surname it is, else whose other name; True if it is settled.

    Those in ``kin`` are relatives of somebody, who are meant where nobody else is.
    """
    word = form.words[0]
    bearers = index.get(word) or (index.get(word[:-1]) if word.endswith("s") and not form.candidate.strong else None)
    if not bearers and len(word) > 5:
        near = [
            g
            for key, gs in index.items()
            if abs(len(key) - len(word)) < 2 and OSA.distance(key, word, score_cutoff=1) < 2
            for g in gs
            if g.full[-1] == key
        ]
        bearers = near if len({id(g) for g in near}) == 1 else None
    if not bearers:
        return False
    if form.nickname:
        bearers = [g for g in bearers if form.nickname in g.nicknames] or bearers
    bearers = [g for g in bearers if id(g) not in kin] or bearers
    surnamed = [g for g in bearers if g.full[-1] in {word, word[:-1]}]
    choice = [g for g in surnamed or bearers if agrees(form, g)]
    if len(choice) > 1:
        choice = earlier(choice, form)
    if len(choice) == 1:
        choice[0].forms.append(form)
    return True


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
    known = {gender_of(found.full[0])} & {"male", "female"} if len(found.full) > 1 else set()
    return not form.candidate.gender or known <= {form.candidate.gender}


def earlier(choice: list[Group], form: Form) -> list[Group]:
    """Of several bearers of a surname, the only one who was named before this place."""
    return [g for g in choice if any(f.candidate.start < form.candidate.start and len(f.words) > 1 for f in g.forms)]

"""Named human beings and the places where the text names them."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cases.extraction.people.among import with_neighbours
from cases.extraction.people.candidates import Candidate, Finder
from cases.extraction.people.facts import age_of, nationality_of
from cases.extraction.people.families import with_family_names
from cases.extraction.people.grouping import Form, Group, group, is_relative, of_gender
from cases.extraction.people.pronouns import gender_after
from cases.extraction.people.surroundings import DATELINE
from cases.extraction.people.words import is_given, is_name_word, is_particle, is_title, is_vocabulary, listed
from cases.language.grammar import SUBJECTS
from cases.language.mentions import Mention
from cases.language.names import fold, repaired
from cases.language.reading import Reading
from cases.records import Person, Ref

Place = tuple[int, int, str]
OFFICIALS = {"judge", "attorney", "magistrate", "justice", "agent", "prosecutor"}
REACH = 8
LIST = 16  # words of the names of several reporters


@dataclass(frozen=True, slots=True)
class Called:
    """What a text may call a person.

    Attributes:
        forms: The words of the forms that it prints, and the family name.
        shorter: Words of the full name that are not the last one.
    """

    forms: set[tuple[str, ...]]
    shorter: set[tuple[str, ...]]


def find(reading: Reading) -> tuple[tuple[Person, ...], list[Mention]]:
    """People named in a document, and the mentions of them by name."""
    finder = Finder(reading)
    candidates = with_family_names(with_neighbours(finder.find(), finder), finder)
    groups = [g for g in group(candidates, finder.words) if not is_reporter(g, finder)]
    called = [Called(forms_of(g, finder), set(shorter_forms(g, finder))) for g in groups]
    places = all_places(groups, called, finder)
    people, mentions = [], []
    for index, (found, names, spots) in enumerate(zip(groups, called, places, strict=True)):
        people.append(person(found, names, spots, finder, reading))
        mentions += [Mention(start, end, Ref("person", index)) for start, end, _ in spots]
    return tuple(people), mentions


def is_reporter(found: Group, finder: Finder) -> bool:
    """Somebody named only as the author of the piece or of a picture."""
    return all(is_byline(f.candidate, finder) for f in found.forms)


def is_byline(candidate: Candidate, finder: Finder) -> bool:
    """A name after "By" at the start of a line, after "Editing by" or "correspondent", or that "contributed"."""
    before = finder.lower[max(0, candidate.start - 3) : candidate.start]
    if is_contributor(candidate.end, finder):
        return True
    if not before:
        return False
    opens = len(before) == 1 or "\n" in before[-2]
    if before[-2:] == ["author", ":"] or ("\n" in before[-1] and before[-2:-1] in (["author"], ["authors"])):
        return True
    if before[-1] == "by" or before[-2:] == ["by", ":"]:
        return opens or (
            len(before) > 1 and before[-2] in {"reporting", "editing", "writing", "photo", "photograph", "written"}
        )
    return before[-1] in listed("names_not_personal", "bylines")


def is_contributor(end: int, finder: Finder) -> bool:
    """Nothing but other names stands between a name and "contributed"."""
    for i in range(end, min(end + LIST, len(finder.words))):
        if finder.lower[i] == "contributed":
            return True
        if not (is_name_word(finder.words[i]) or finder.lower[i] in {",", "and", "also"}):
            return False
    return False


def all_places(groups: Sequence[Group], called: Sequence[Called], finder: Finder) -> list[list[Place]]:
    """Where each person is named: the forms found, and every other place where the text prints one of them."""
    places: list[list[Place]] = [
        [(f.candidate.start, f.candidate.end, f.candidate.method) for f in g.forms] for g in groups
    ]
    taken = {i for spots in places for start, end, _ in spots for i in range(start, end)}
    known = known_forms(groups, called, finder)
    past = 0
    shared = shared_names(groups)
    first_words = known.keys() | shared.keys()
    begun = {word for first in first_words for folded in (first, f"{first}s") for word in finder.spelt.get(folded, ())}
    for i in sorted(i for word in begun for i in finder.places[word] if i not in taken):
        match = longest_form(i, finder.words, known) if i >= past else None
        if i >= past and (match is None or match[0] == i + 1) and (who := told_by_pronoun(i, shared, groups, finder)):
            match = i + 1, who[0]
        if match and taken.isdisjoint(range(i, match[0])) and stands_alone(i, match[0], finder):
            places[match[1]].append((i, match[0], "people:repeated"))
            past = match[0]
    return [sorted(spots) for spots in places]


def shared_names(groups: Sequence[Group]) -> dict[str, list[int]]:
    """Family name → the people who bear it, where there are several."""
    bearers: dict[str, list[int]] = {}
    for index, found in enumerate(groups):
        if len(found.full) > 1:
            bearers.setdefault(found.full[-1], []).append(index)
    return {name: who for name, who in bearers.items() if len(who) > 1}


def told_by_pronoun(i: int, shared: dict[str, list[int]], groups: Sequence[Group], finder: Finder) -> list[int]:
    """Of those who share a family name the one whom the next pronoun tells, none where it tells none."""
    bearers = shared.get(plain(finder.words[i]), [])
    if not bearers:
        return []
    told = of_gender(gender_after(i + 1, finder.words), [groups[n] for n in bearers])
    return [n for n in bearers if groups[n] is told]


def known_forms(
    groups: Sequence[Group], called: Sequence[Called], finder: Finder
) -> dict[str, list[tuple[tuple[str, ...], int]]]:
    """First word → (words of a form, person), for the forms that only one person bears and no company.

    A family name outranks what else a person may be called. Neither an official of the case whom the text names once
    with a title, nor who is introduced as a relative, nor who is named once after another was named twice takes it
    from another who bears it.
    """
    companies = {(fold(word),) for word in finder.namesakes}
    owners: dict[tuple[str, ...], set[int]] = {}
    shorter: dict[tuple[str, ...], set[int]] = {}
    for index, names in enumerate(called):
        for words in names.forms:
            owners.setdefault(words, set()).add(index)
        for words in names.shorter:
            shorter.setdefault(words, set()).add(index)
    known: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for words, owned in {**shorter, **owners}.items():
        lesser = words in owners and words in shorter and all(is_secondary(groups[n], finder) for n in owned)
        who = owned | shorter[words] if lesser else owned
        bearers = {n for n in who if len(who) == 1 or not is_secondary(groups[n], finder)}
        if len(bearers) > 1 and len(words) == 1:
            bearers = without_suffix(bearers, groups)
        if len(bearers) > 1 and len(words) == 1:
            bearers = leading(bearers, groups)
        if len(bearers) == 1 and len("".join(words)) > 1 and words not in companies:
            known.setdefault(words[0], []).append((words, min(bearers)))
    return known


def without_suffix(bearers: set[int], groups: Sequence[Group]) -> set[int]:
    """Of father and son the one without a suffix: "Sorin" beside "Carl Sorin" and "Carl Sorin Jr."."""
    alike = len({groups[n].full for n in bearers}) == 1
    return {n for n in bearers if not groups[n].suffix} or bearers if alike else bearers


def is_secondary(found: Group, finder: Finder) -> bool:
    """Somebody whom the text does not mean by a family name that another bears too."""
    addressed = any(f.candidate.gender == "female" for f in found.forms if len(f.words) == 1)  # "Mrs Sorin"
    return addressed or is_passing(found, finder) or is_relative(found, finder.words)


def leading(bearers: Iterable[int], groups: Sequence[Group]) -> set[int]:
    """Of those who share a word of their names the first named, if he is named in full twice and all others once."""
    full = {n: [f.candidate.start for f in groups[n].forms if len(f.words) > 1] for n in bearers}
    first = min(full, key=lambda n: min(full[n], default=math.inf))
    leads = len(full[first]) > 1 and all(len(full[n]) < 2 for n in full if n != first)
    return {first} if leads else set()


def is_passing(found: Group, finder: Finder) -> bool:
    """An official of the case whom the text names only after a title: "Judge Mary Smith", "before Judge Smith"."""
    full = [f.candidate.start for f in found.forms if len(f.words) > 1] or [f.candidate.start for f in found.forms]
    return all(not OFFICIALS.isdisjoint(title_words(start, finder)) for start in full)


def title_words(start: int, finder: Finder) -> set[str]:
    """The words before a name that may be its title."""
    return {w.rstrip("s.") for w in finder.lower[max(0, start - REACH) : start]}


def forms_of(found: Group, finder: Finder) -> set[tuple[str, ...]]:
    """The words of the forms that the text prints, and the family name."""
    return {f.words for f in found.forms} | {found.full, (family_name(found, finder),)}


def family_name(found: Group, finder: Finder) -> str:
    """The last word of a name; of "Chae Ri-young" the first."""
    eastern = any(finder.is_half(place) for f in found.forms for place in f.candidate.words)
    return found.full[0 if eastern else -1]


def shorter_forms(found: Group, finder: Finder) -> Iterator[tuple[str, ...]]:
    """What else a text may call a person by whose last word is not the family name, or not the one that is used.

    Of "Salvador Cienfuegos Zepeda" the two last words and the middle one, unless it is a given name; of "Najib Razak"
    the first word, where the text never prints the last one alone.
    """
    full = found.full
    if len(full) > 2:
        yield full[-2:]
    for n, word in enumerate(full[:-1]):
        family = n > 0 and not is_given(word)
        personal = n == 0 and len(full) == 2 and not finder.alone(full[-1])
        plain = len(word) > 3 and not is_particle(word) and word not in finder.places
        if (family or personal) and plain and finder.alone(word) > 1:
            yield (word,)


def plain(word: str) -> str:
    """A word folded, empty for a mark or a number."""
    return fold(word) if word[:1].isalpha() else ""


def longest_form(
    i: int, printed: Sequence[str], known: dict[str, list[tuple[tuple[str, ...], int]]]
) -> tuple[int, int] | None:
    """(end, person) of the longest known form that begins at a token; a lost apostrophe before "s" is allowed for."""
    best = None
    first = plain(printed[i])
    for candidate in (first, first[:-1] if first.endswith("s") else ""):
        for words, who in known.get(candidate, ()) if candidate else ():
            past, matched = i, 0
            while matched < len(words) and past < len(printed) and past - i < 2 * len(words):
                folded = plain(printed[past])
                if folded == words[matched] or (matched == len(words) - 1 and folded == words[matched] + "s"):
                    matched += 1
                elif folded or matched == 0:
                    break
                past += 1
            if matched == len(words) and (best is None or past > best[0]):
                best = (past, who)
    return best


def stands_alone(start: int, end: int, finder: Finder) -> bool:
    """A name that is no part of a longer capitalised phrase such as the name of a company."""
    word = finder.words[start]
    if not word[:1].isupper() or any(w.isspace() for w in finder.words[start:end]):
        return False
    before = finder.words[start - 1] if start else "\n"
    after = finder.words[end] if end < len(finder.words) else ""
    opens = before.isspace() or before in {".", '"', ":", "?", "!"}
    if is_name_word(before) and not is_title(before) and start and not finder.opens(start - 1):
        return False
    if after and is_name_word(after) and not is_title(after):
        return False
    if (
        (before == "-" and finder.glued[start - 1])
        or (after == "-" and finder.glued[end - 1])
        or after == "&"
        or before == "&"
    ):
        return False
    if end - start == 1 and is_vocabulary(word) and (opens or finder.titled[start]):
        token = finder.doc[start]
        followed = end < len(finder.words) and finder.doc[end].tag_ in {"VBD", "VBZ", "MD", "POS"}
        acts = after == "," and token.tag_ == "NNP" and token.dep_ in SUBJECTS
        return finder.labels[start] == "PERSON" or ((followed or acts) and not finder.titled[start])
    return True


def person(found: Group, called: Called, spots: Sequence[Place], finder: Finder, reading: Reading) -> Person:
    """The person of a group: fullest printed form, other forms, spans, age and nationality."""
    full = max(
        [f for f in found.forms if not f.possessive] or found.forms,
        key=lambda f: (len(f.words), len("".join(f.words)), not f.candidate.titled, -f.candidate.start),
    )
    name = printed_name(full, reading)
    if found.suffix and not full.suffix:
        full = next(f for f in found.forms if f.suffix)
        name = printed_name(full, reading) if len(full.words) > 1 else name
    told = sorted((f for f in found.forms if not f.possessive), key=lambda f: f.candidate.start)
    forms = [f for form in told for f in printed_forms(form, reading)]
    known = {" ".join(words) for words in called.forms | called.shorter}
    repeated = [reading.printed(start, end) for start, end, method in spots if method == "people:repeated"]
    forms += [" ".join(text.split()) for text in repeated if fold(text) in known]
    spans = tuple(reading.span(start, end, method) for start, end, method in spots)
    age = age_of(spots, finder)
    published = reading.document.published
    return Person(
        name,
        spans,
        aliases=tuple(dict.fromkeys(f for f in forms if f != name)),
        nationality=nationality_of(spots, finder),
        age=age,
        age_on=published if age is not None else None,
    )


def printed_name(form: Form, reading: Reading) -> str:
    """The document's own characters of a name without its nickname; capitals in title case, broken letters repaired."""
    return tidy(form.candidate.words, reading)


def printed_forms(form: Form, reading: Reading) -> list[str]:
    """The name as printed, and its nickname."""
    return [tidy(form.candidate.words, reading), *([tidy(form.candidate.nickname, reading)] if form.nickname else [])]


def tidy(places: Sequence[int], reading: Reading) -> str:
    """Tokens as one printed name."""
    text = ""
    for place, following in zip(places, [*places[1:], None], strict=True):
        past = reading.past(place)
        text += DATELINE.sub("", reading.text[reading.starts[place] : past])
        if following is not None and (following != place + 1 or reading.text[past].isspace()):
            text += " "
    words = text.split()
    if text.isupper() and any(len(w) > 3 for w in words):
        words = [
            w.lower() if is_particle(w.lower()) and i else w.title() if len(w.strip(".")) > 2 else w
            for i, w in enumerate(words)
        ]
        words = [w if "." not in w[:-1] else w.upper() for w in words]
    return repaired(" ".join(words))

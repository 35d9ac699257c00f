"""What a text has around the places where it may name a person."""

import re
from collections import defaultdict
from functools import cache, cached_property
from itertools import takewhile

from cases.extraction.people.nicknames import nickname_end
from cases.extraction.people.words import (
    HONORIFIC,
    bodies,
    is_barred,
    is_country,
    is_given,
    is_initial,
    is_name_word,
    is_no_name,
    is_particle,
    is_second_half,
    is_title,
    is_vocabulary,
    listed,
    plain,
)
from cases.language.columns import columns, placed
from cases.language.countries import country_of
from cases.language.kept import Kept
from cases.language.lexicon import load_words
from cases.language.names import TAN_SRI, fold
from cases.language.reading import Reading

DATELINE = re.compile(r"^[A-Z]{4,}(?=[A-Z][a-z])")
ADDRESS = {"Mr", "Mrs", "Ms", "Judge"}
LONGEST_NAME = 7
ARTICLES = (["a"], ["an"], ["the"])
DESCRIBED = 6
WAS = (["was"], ["were"], ["is"])
BEFORE_STATES = {"of", "in", "north", "south", "west"}


@cache
def leads() -> frozenset[str]:
    """The words after which a name may begin: titles, a comma, "national"; lower case."""
    titles = listed("personal_titles")
    return titles | {f"{title}." for title in titles} | listed("names_not_personal", "nationals") | {","}


def without_dateline(word: str) -> str | None:
    """The name that is glued to the town of a dateline: "RENOAbla"."""
    name = DATELINE.sub("", word)
    return name if name != word else None


def folded_name(word: str) -> str | None:
    """A capitalised word folded."""
    return fold(word) if word[:1].isupper() else None


def is_form(word: str) -> bool:
    """A company's legal form."""
    return word[:1].isupper() and plain(word) in listed("organization_heads", "suffix")


DATELINES = Kept(without_dateline)
FOLDED = Kept(folded_name)
FORMS = Kept(is_form)


class Surroundings:
    """The tokens of one document, with what the words around each tell.

    Args:
        reading: The document.
    """

    def __init__(self, reading: Reading):
        self.doc = reading.doc
        bare = DATELINES.among(reading.places)
        glued = bool(bare)
        self.words = [bare.get(w, w) for w in reading.words] if glued else reading.words
        self.lower = [w.lower() for w in self.words] if glued else reading.lower
        self.glued = [not spaced for spaced in columns(reading.doc).spaced]
        self.first = columns(reading.doc).first
        self.titled = reading.titled.headlines
        self.entities = reading.entities
        self.labels = reading.labels
        self.namesakes = reading.namesakes
        self.lower_places = reading.lower_places
        self.places: dict[str, list[int]] = defaultdict(list, placed(self.words) if glued else reading.places)

    def alone(self, folded: str) -> int:
        """How often the text prints a word of a name with no other name word beside it."""
        return sum(
            not (i and is_name_word(self.words[i - 1]) and not self.skipped(i - 1) and not self.opens(i))
            and not is_name_word(self.next(i))
            for places in (self.places[w] for w in self.spelt[folded])
            for i in places
        )

    def opens(self, i: int) -> bool:
        """A token begins its sentence."""
        return self.first[i] == i

    @cached_property
    def spelt(self) -> dict[str, list[str]]:
        """Folded word → its capitalised spellings in the text."""
        found: dict[str, list[str]] = defaultdict(list)
        for word, folded in FOLDED.among(self.places).items():
            found[folded].append(word)
        return found

    def skipped(self, i: int) -> bool:
        """A word that begins no name: a title or a word of organisations and places."""
        return is_no_name(self.words[i]) or self.lower[i : i + 2] == TAN_SRI

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

    def follows_nation(self, i: int) -> bool:
        """The name in "Brazilian national Fabian Augusto Sorin"."""
        return (
            i > 1
            and self.lower[i - 1] in listed("names_not_personal", "nationals")
            and country_of(self.words[i - 2]) is not None
        )

    def follows_and(self, i: int) -> bool:
        """The name in "attorneys Anna Lane and J.P. Sorin"."""
        word, after = self.words[i], self.next(i)
        named = is_initial(word) and "." in word and not self.skipped(i) and is_name_word(after)
        return named and not is_no_name(after) and self.words[i - 1] == "and" and self.labels[i] != "GPE"

    def is_geographic(self, words: list[str]) -> bool:
        """A given name and a word of places that the text never prints alone: "Whitley Bay"."""
        place = len(words) == 2 and words[1].lower() in listed("names_not_personal", "geographic")
        return place and not self.alone(fold(words[1]))

    def is_position(self, i: int) -> bool:
        """A title that does not only begin or end a longer one."""
        return plain(self.words[i]) in listed("personal_titles", *HONORIFIC, "position")

    def is_described(self, end: int) -> bool:
        """A position follows the name: "Sunrise Sorin, a former Regional Sales Director"."""
        if self.words[end : end + 1] != [","] or self.lower[end + 1 : end + 2] not in ARTICLES:
            return False
        within = range(end + 2, min(end + 2 + DESCRIBED, len(self.words)))
        phrase = takewhile(lambda i: self.words[i].isalpha() and self.lower[i] not in {"of", "for", "at", "in"}, within)
        return any(self.is_position(i) for i in phrase)

    def is_officer(self, end: int) -> bool:
        """A line of a list goes on with an office, all in capitals: "Sorin Vel, U.S. Attorney, District of Utah"."""
        if self.words[end : end + 1] != [","]:
            return False
        within = range(end + 1, min(end + DESCRIBED, len(self.words)))
        phrase = takewhile(lambda i: self.words[i][:1].isupper(), within)
        return any(self.is_position(i) for i in phrase)

    def is_tried(self, end: int) -> bool:
        """What a court does to a person alone follows the name: "Sorin was sentenced"."""
        return self.lower[end : end + 1] in WAS and self.next(end).lower() in listed("names_not_personal", "tried")

    def adjacent(self, i: int) -> bool:
        """The next token follows on the same line."""
        return i + 1 < len(self.words) and not self.words[i + 1].isspace()

    def is_state(self, i: int) -> bool:
        """A state that is a given name too: "the District of Virginia Neil Hale", not "arrest of Virginia Hale"."""
        if i == 0 or self.words[i] not in load_words("states_like_names") or self.lower[i - 1] not in BEFORE_STATES:
            return False
        return self.lower[i - 1] != "of" or (i > 1 and self.words[i - 2].istitle())

    def is_state_letters(self, i: int) -> bool:
        """A state's letters after its town: "Velmar, N.J. Sorin was", not "Lane, J.P. Sorin"."""
        return i > 0 and self.words[i - 1] == "," and self.lower[i] in listed("names_not_personal", "state_letters")

    def is_surname_first(self, i: int) -> bool:
        """A surname after which an unknown word stands that can only be the rest of a name."""
        before, after = self.words[i - 1] if i else "", self.next(i)
        if is_title(before) or is_name_word(before) or self.titled[i] or not after or not is_name_word(after):
            return False
        return len(after) > 2 and not is_vocabulary(after) and not is_barred(after) and not self.skipped(i + 1)

    def is_printed(self, first: str, second: str) -> bool:
        """Two words stand beside each other outside headlines."""
        return any(i and self.words[i - 1] == first and not self.titled[i] for i in self.places[second])

    def is_half(self, i: int) -> bool:
        """A hyphen before the lower-case half of a given name: "Chae Ri-young"."""
        return (
            i < len(self.words)
            and self.words[i] == "-"
            and self.labels[i - 1 : i + 2].count("PERSON") == 3
            and self.glued[i - 1]
            and self.glued[i]
            and is_second_half(self.words[i + 1])
            and self.next(i + 1) != "-"
        )

    def next(self, i: int) -> str:
        """The word after a place."""
        return self.words[i + 1] if i + 1 < len(self.words) else ""

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
        if before[:1].isupper() and before.lower() in listed("names_not_personal", "companies_first"):
            return True
        cut = before[:1].isupper() and (is_barred(before) or is_country(before)) and not self.opens(start - 1)
        first = start + (is_initial(self.words[start]) and start + 1 < end)  # "B. Todd Sorin" after a state
        return cut and self.labels[first] != "PERSON" and not is_given(self.words[first])

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
            return not any(is_given(w) or is_initial(w) or not is_vocabulary(w) or len(w) == 2 for w in words)
        if words[0].lower() in listed("names_not_personal", "articles") and len(words) < 3:
            return True
        if is_given(words[0]):
            return self.titled[first] and all(map(is_vocabulary, words[1:])) and len(words) > 2
        if self.titled[first]:
            return any(is_vocabulary(w) for w in words)
        return all(is_vocabulary(w) and not is_initial(w) for w in words)

    def is_ordinary_word(self, word: str, first: int, strong: bool) -> bool:
        """A single word that is no name: short, of a headline, or of the dictionary without a title of respect."""
        before = self.words[first - 1].rstrip(".") if first else ""
        if (len(word) < 3 and before not in ADDRESS) or (self.titled[first] and not strong):
            return True
        if not is_vocabulary(word):
            return False
        return not strong or (self.labels[first] != "PERSON" and before not in ADDRESS)

    def is_broken(self, i: int, start: int) -> bool:
        """White space inside a name: two spaces, or the end of a line after a given name whose surname is met again."""
        if not self.words[i].isspace() or i + 1 >= len(self.words) or not is_name_word(self.words[i + 1]):
            return False
        if "\n" not in self.words[i]:
            return not self.skipped(i + 1)
        given = i - start == 1 and is_given(self.words[start]) and not self.titled[start] and not self.titled[i + 1]
        prose = start > 0 and self.words[start - 1].islower() and self.words[i + 2 : i + 3] != [":"]
        after = self.words[i + 2] if i + 2 < len(self.words) else ""
        again = self.alone(fold(self.words[i + 1])) > 1 or not is_vocabulary(self.words[i + 1])
        return given and prose and again and not self.skipped(i + 1) and not after[:1].isupper()

    def is_subject(self, i: int, start: int) -> bool:
        """What a text is about, after a whole name: "Vijay Sorin Case Study"."""
        before = self.words[i - 1]
        if i - start < 2 or is_given(before) or is_initial(before) or is_particle(before):
            return False
        return self.next(i)[:1].isupper() and is_vocabulary(self.next(i))

    def is_named_place(self, start: int, words: list[str]) -> bool:
        """A listed body in a place ("Commerzbank London"), a company of a country ("Gili India"), a prison."""
        if self.lower[start - 1 : start] == ["of"] and self.lower[start - 2] in listed(
            "organization_heads", "dwellings"
        ):
            return True
        if (
            len(words) > 1
            and len(words[0]) > 1
            and words[0].isupper()
            and not words[1].isupper()
            and words[0] in bodies()
        ):
            return True  # "UN Pacific"
        end = start + len(words)
        before = self.lower[start - 1] if start else ""
        if not is_given(words[0]) and before in listed("names_not_personal", "firms"):
            return True  # "the airline Velmar Sorin"
        if len(words) > 1 and self.is_before_kind(end, given=is_given(words[0])):
            return True
        if len(words) < 2 or is_given(words[0]) or (start and is_title(self.words[start - 1])):
            return False
        return words[0] in bodies() or (len(words) == 2 and country_of(words[1]) is not None)

    def is_before_kind(self, end: int, *, given: bool) -> bool:
        """What the words before are stands behind them: "Velmar Sorin state", "the Velmar Sorin daily"."""
        after = self.words[end] if end < len(self.words) else ""
        paper = after in listed("names_not_personal", "papers") and not given
        return paper or after in {"state", "province", "oblast"}

    def is_company(self, first: int, words: list[str]) -> bool:
        """The words begin a company's name elsewhere: "Wild Sorin" where "Wild Sorin Movies, LLC" is met."""
        if len(words) < 2 or is_given(words[0]):
            return False
        return any(i != first for i in self.company_names.get(tuple(words), ()))

    @cached_property
    def company_names(self) -> dict[tuple[str, ...], list[int]]:
        """Words before a company's legal form → where they begin, two places at most."""
        found: dict[tuple[str, ...], list[int]] = {}
        forms = listed("organization_heads", "suffix")
        ends = {f - n for word in FORMS.among(self.places) for f in self.places[word] for n in range(4)}
        for end in sorted(e for e in ends if self.is_before_form(e, forms)):
            for size in range(2, min(LONGEST_NAME, end) + 1):
                places = found.setdefault(tuple(self.words[end - size : end]), [])
                if len(places) < 2:
                    places.append(end - size)
        return found

    def is_before_form(self, end: int, forms: frozenset[str]) -> bool:
        """Capitalised words up to a legal form stand from a place on, commas aside."""
        after = [w for w in self.words[max(end, 0) : end + 4] if w != ","]
        first = next((n for n, w in enumerate(after) if plain(w) in forms), None)
        return end > 0 and first is not None and all(w[:1].isupper() for w in after[: first + 1])

"""Word lists about personal names, and what a single word tells."""

from collections.abc import Sequence
from functools import cache

import simplemma

from cases.language.countries import country_of
from cases.language.given_names import gender_of
from cases.language.lexicon import load_words
from cases.language.names import SUFFIXES

DISTRICTS = {"E.D.", "W.D.", "N.D.", "S.D.", "C.D.", "M.D.", "D."}
HONORIFIC = ("male", "female", "rank", "honorific")


@cache
def listed(name: str, *keys: str) -> frozenset[str]:
    """The words of some keys of ``words/NAME.yaml``, all keys if none is given; lower case."""
    content = load_words(name)
    return frozenset(str(word).lower() for key in keys or content for word in content[key])


@cache
def is_given(word: str) -> bool:
    """A listed given name; of a hyphenated one the first part counts."""
    return gender_of(word) is not None


@cache
def is_vocabulary(word: str) -> bool:
    """A word of the English dictionary, be it a name too."""
    return bool(simplemma.is_known(word.lower(), "en"))


@cache
def is_initial(word: str) -> bool:
    """One or several initials: "J.", "J", "T.S.", "SP"."""
    return word.isupper() and len(word.replace(".", "")) <= (1 if "." not in word else 3) and word[0].isalpha()


@cache
def is_suffix(word: str) -> bool:
    """A suffix of a name: "Jr.", "III"."""
    return word.lower().strip(".") in SUFFIXES and (word[0].isupper())


@cache
def plain(word: str) -> str:
    """A title as the lists write it: lower case, without the final full stop."""
    return word.lower().rstrip(".")


@cache
def is_title(word: str) -> bool:
    """A word that stands before a name."""
    return plain(word) in listed("personal_titles") or is_rank(word)


@cache
def is_honorific(word: str) -> bool:
    """A title that a surname alone may follow."""
    honorific = word[:1].isupper() and plain(word) in listed("personal_titles", *HONORIFIC)
    return honorific or is_rank(word)


@cache
def is_rank(word: str) -> bool:
    """A rank in capital letters: "DI Lane"."""
    return word.isupper() and word.lower() in listed("names_not_personal", "ranks")


@cache
def is_name_word(word: str) -> bool:
    """A word that can be part of a name by its letters: capitalised, no digit."""
    letters = word.replace("'", "").replace("-", "").replace("’", "").replace(".", "")
    if not letters.isalpha() or not word[0].isupper():
        return False
    if "." in word:
        return is_initial(word)
    return not is_acronym(word)


@cache
def is_acronym(word: str) -> bool:
    """Capitals that are no given name: "FBI", "FBIs"."""
    head = word.removesuffix("s")
    return len(head) > 2 and head.isupper() and not is_given(word)


@cache
def is_barred(word: str) -> bool:
    """A word that no person's name holds."""
    barred = listed("names_not_personal", "inside")
    word = plain(word)
    return (
        word in barred
        or word in listed("organization_heads", "trades")
        or word in listed("names_not_personal", "companies_first")
        or (word.endswith("s") and len(word) > 4 and word[:-1] in barred)
        or word.startswith("department")  # "the Justice Departmentswebsite"
    )


def is_nobody(words: Sequence[str]) -> bool:
    """A party without a name ("Jane Doe"), or a court's district in the title of a case: "(E.D. Cal.)"."""
    if words[0] in {"John", "Jane"}:
        return words[-1] == "Doe"
    return words[0] in DISTRICTS and plain(words[-1]) in listed("names_not_personal", "states_in_cases")


@cache
def bodies() -> frozenset[str]:
    """The listed names of organisations, as printed."""
    content = load_words("organizations")
    return frozenset(str(n) for countries in content.values() for names in countries.values() for n in names)


@cache
def is_surname_too(word: str) -> bool:
    """A word of places and bodies that is a surname as well: after a given name it is one."""
    return word[:1].isupper() and word.lower() in listed("names_not_personal", "surnames")


@cache
def is_country(word: str) -> bool:
    """The name or adjective of a country or state, and no given name."""
    return word[:1].isupper() and not is_given(word) and (country_of(word) is not None or word in load_words("places"))


@cache
def is_particle(word: str) -> bool:
    """A lower-case word inside a name: "de", "bin"."""
    return word in listed("names_not_personal", "particles")


@cache
def is_second_half(word: str) -> bool:
    """The lower-case syllable after the hyphen of a given name, and not "-led" or "-based"."""
    return (
        word.isalpha()
        and word.islower()
        and 1 < len(word) < 6
        and word not in listed("names_not_personal", "compounds")
    )


@cache
def is_no_name(word: str) -> bool:
    """A word that begins no name: a title or a word of organisations and places."""
    return is_title(word) or is_barred(word) or is_country(word)


@cache
def short_forms(given: str) -> frozenset[str]:
    """The short forms of a given name, lower case."""
    return frozenset(str(form) for form in load_words("short_names").get(given, ()))

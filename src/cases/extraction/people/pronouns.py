"""Whom of several bearers of a family name a text means: the one of the gender that the next pronoun tells."""

from collections.abc import Sequence

from cases.extraction.people.words import is_name_word
from cases.language.given_names import gender_of

PRONOUNS = {
    "he": "male",
    "him": "male",
    "his": "male",
    "himself": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
    "herself": "female",
}
REACH = 12
ENDS = {".", "!", "?", ";", ":"}


def gender_after(end: int, words: Sequence[str]) -> str:
    """The gender of the first pronoun after a name in its sentence, before anybody else is named; empty if none is."""
    for word in words[end : end + REACH]:
        if word in PRONOUNS:
            return PRONOUNS[word]
        if word in ENDS or "\n" in word or is_name_word(word):
            break
    return ""


def known_gender(given: str) -> str:
    """The gender of most who bear a given name, empty where it tells none."""
    gender = gender_of(given)
    return gender if gender in {"male", "female"} else ""

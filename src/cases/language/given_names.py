"""Given names and what they tell of gender."""

from functools import cache

from cases.language.lexicon import load_words
from cases.language.names import fold


@cache
def genders() -> dict[str, str]:
    """Given name, folded → "male", "female" or "either"."""
    return {fold(name): gender for gender, names in load_words("given_names").items() for name in names.split()}


@cache
def gender_of(word: str) -> str | None:
    """The gender of most who bear a given name, by the first part of a hyphenated one; None if it is not listed."""
    return genders().get(fold(word).split(" ")[0])

"""A headline after a name, and the number that is an age."""

from collections.abc import Callable, Sequence

from cases.extraction.people.words import is_suffix, is_vocabulary


def is_age(words: list[str]) -> bool:
    """An age between commas."""
    return len(words) == 2 and words[0].isdigit() and len(words[0]) == 2 and words[1] in {",", ".", ";"}


def without_headline(words: Sequence[str], is_printed: Callable[[str, str], bool]) -> int:
    """How many words of a headline are the name: two in "Carl Sorin Resigned" where the text prints "Carl Sorin".

    Args:
        words: The run of capitalised words.
        is_printed: Whether the text prints two words beside each other outside headlines.
    """
    for end in range(2, len(words)):
        rest = words[end:]
        named = is_printed(words[end - 2], words[end - 1]) and not is_printed(words[end - 1], rest[0])
        if named and all(is_vocabulary(w) and not is_suffix(w) for w in rest):
            return end
    return len(words)

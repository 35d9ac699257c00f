"""What the lines of a text and the model's labels tell of each token: headlines, ages, kinds of entities."""

from collections.abc import Callable, Sequence

from cases.extraction.people.words import is_suffix, is_vocabulary
from cases.language.reading import Reading


def is_age(words: list[str]) -> bool:
    """An age between commas."""
    return len(words) == 2 and words[0].isdigit() and len(words[0]) == 2 and words[1] in {",", ".", ";"}


def labels_of(reading: Reading) -> list[str]:
    """The label of the model's entity at each token, empty where there is none."""
    labels = [""] * len(reading.words)
    for entity in reading.doc.ents:
        labels[entity.start : entity.end] = [entity.label_] * (entity.end - entity.start)
    return labels


def titled_lines(words: list[str]) -> list[bool]:
    """Whether each token stands in a line in title case: a headline, a heading, a button of a page."""
    lines: list[list[str]] = [[]]
    for word in words:
        lines[-1].append(word)
        if "\n" in word:
            lines.append([])
    titled = [is_titled(line) for line in lines]
    flags: list[bool] = []
    for i, line in enumerate(lines):
        after = lines[i + 1] if i + 1 < len(lines) and line[-1] == "\n" else []
        prose = bool(after) and after[0].islower() and not titled[i + 1]  # "the Department's 68", "th", "squad, under"
        flags.extend([titled[i] and not prose] * len(line))
    return flags


def is_titled(line: list[str]) -> bool:
    """At least four longer words, most of them capitalised, and no full stop at the end."""
    words = [w for w in line if len(w) > 3 and w.isalpha()]
    shown = [w for w in line if not w.isspace()]
    if len(words) < 4 or len(shown) > 45 or shown[-1] in {".", ";", '."'}:
        return False
    return sum(w[0].isupper() for w in words) >= 0.75 * len(words)


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

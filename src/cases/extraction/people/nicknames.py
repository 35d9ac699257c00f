"""A nickname in quotation marks or brackets inside a name: the "Ant" of John "Ant" Miller."""

from collections.abc import Sequence

from cases.extraction.people.words import is_barred, is_name_word, is_particle

OPENING = {'"': '"', "(": ")", "'": "'", "[": "]"}


def nickname_end(words: Sequence[str], i: int) -> int | None:
    """One past the closing mark of a nickname that opens at ``i`` and is followed by a name word."""
    closing = OPENING.get(words[i])
    if closing is None:
        return None
    for j in range(i + 1, min(i + 5, len(words) - 1)):
        if words[j] == closing:
            inside = words[i + 1 : j]
            named = (
                inside
                and not inside[0].isupper()
                and all(w[:1].isupper() or is_particle(w) for w in inside)
                and inside[0][0].isupper()
            )
            return j + 1 if named and is_name_word(words[j + 1]) and not is_barred(words[j + 1]) else None
        if words[j].isspace():
            return None
    return None

"""Covers names in a text by as many full blocks, so that every offset still holds.

A name is found in capitals or small letters, with or without accents, over line breaks, with its first and last word
the other way round and with an initial between them.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

BLOCK = "█"
WITHHELD = "[withheld]"
"""What a person whose name is withheld is called."""

_MARK = "\u0300"
"""Stands for any combining mark in folded text."""
_LETTER = r"[^\W\d_]"
_GAP = r"(?:\s+|%20|[\W_]{0,3})"
_BETWEEN = rf"(?:(?:\s+|%20|[\W_]{{1,3}}){_LETTER}\.?)?{_GAP}"
_BROKEN = r"(?:[\u00ad\u200b-\u200d\u2060]|-[ \t]*\r?\n[ \t]*)?"
"""Between two letters: what breaks a word over two lines, and what does not show."""


def forms_of(name: str, aliases: Iterable[str] = ()) -> tuple[str, ...]:
    """The forms by which a person is known, longest first: each is withheld, a single word with more care.

    The name and the aliases; the name less its first words; its first and last word, and these the other way round;
    its last word alone.
    """
    words = words_of(name)
    forms = {name, *aliases, *(" ".join(words[start:]) for start in range(1, len(words)))}
    if len(words) > 1:
        forms |= {f"{words[0]} {words[-1]}", f"{words[-1]} {words[0]}"}
    return tuple(sorted((form for form in forms if words_of(form)), key=lambda form: (-len(form), form)))


def is_single(form: str) -> bool:
    """Tell whether a form is one word, which may be another person's too."""
    return len(words_of(form)) == 1


def given_words(name: str) -> frozenset[str]:
    """The words of a name less its last that may stand for it alone: no initials, nothing like “de” or “bin”."""
    printed = re.findall(rf"{_LETTER}+", unicodedata.normalize("NFC", name))
    return frozenset(folded(word) for word in printed[:-1] if len(word) > 1 and word[0].isupper())


def words_of(form: str) -> list[str]:
    """The words of a name in small letters without accents."""
    return re.findall(f"{_LETTER}+", folded(form).replace(_MARK, ""))


def folded(text: str) -> str:
    """The text in lower case without accents, one character for each character of it."""
    return "".join(map(_plain, text))


def cover(text: str, forms: Iterable[str], *, capital: bool = False) -> str:
    """Replace each form, as whole words, by as many blocks; with ``capital`` only where it begins with a capital."""
    return _blocked(text, _pattern(tuple(forms)), capital)


def cover_address(text: str, forms: Iterable[str]) -> str:
    """Cover names in a URL or a path.

    Words stand there without spaces between them, as in "exministergarcialuna", and letters may be percent-encoded.
    """
    forms = tuple(forms)
    covered = _cover_glued(text, forms)
    plain = unquote(covered)
    again = _cover_glued(plain, forms)
    return again if again != plain else covered


def _cover_glued(text: str, forms: tuple[str, ...]) -> str:
    several = tuple(form for form in forms if not is_single(form))
    return cover(_blocked(text, _pattern(several, whole=False)), forms)


def _blocked(text: str, pattern: re.Pattern[str] | None, capital: bool = False) -> str:
    if pattern is None:
        return text
    parts, end = [], 0
    for match in pattern.finditer(folded(text)):
        if capital and not text[match.start()].isupper():
            continue
        parts += [text[end : match.start()], BLOCK * (match.end() - match.start())]
        end = match.end()
    return "".join([*parts, text[end:]])


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if unicodedata.combining(char):
        return _MARK
    base = unicodedata.normalize("NFKD", char).casefold()
    return base[0] if base and base[0].isalpha() else char


@lru_cache(maxsize=256)
def _pattern(forms: tuple[str, ...], whole: bool = True) -> re.Pattern[str] | None:
    bodies = [_BETWEEN.join(map(_spelled, words)) for form in forms if (words := words_of(form))]
    if not bodies:
        return None
    either = "|".join(sorted(set(bodies), key=lambda body: (-len(body), body)))
    return re.compile(f"(?<!{_LETTER})(?:{either})(?!{_LETTER})" if whole else either)


def _spelled(word: str) -> str:
    return _BROKEN.join(f"{letter}{_MARK}*" for letter in word)

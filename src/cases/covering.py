"""Covers names in a text by as many full blocks, so that every offset still holds.

A name is found in capitals or small letters, with or without accents, over line breaks, with its first and last word
the other way round and with an initial between them.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
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
_PLURAL = "(?:e?s)?"
_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"[#@%]|://|www\.|[^\W\d_A-Z][A-Z]")
"""What makes a word of a text an address: a hashtag, an account, an e-mail or web address, a capital inside."""
GLUED = 5
"""A single word of so many letters is a name also inside a longer word of an address."""


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


def given_words(name: str, aliases: Iterable[str] = ()) -> frozenset[str]:
    """The words that may stand for a person alone: of the name all but the last, of an alias of several the last.

    No initials, nothing like “de” or “bin”.
    """
    words = [*_printed(name)[:-1], *(word for alias in aliases for word in _printed(alias)[1:][-1:])]
    return frozenset(folded(word) for word in words if len(word) > 1 and word[0].isupper())


def _printed(name: str) -> list[str]:
    return re.findall(rf"{_LETTER}+", unicodedata.normalize("NFC", name))


def words_of(form: str) -> list[str]:
    """The words of a name in small letters without accents."""
    return re.findall(f"{_LETTER}+", folded(form).replace(_MARK, ""))


def are_akin(name: str, other: str) -> bool:
    """Tell whether one of two full names has no word that the other lacks: they may be the same person's."""
    one, two = set(words_of(name)), set(words_of(other))
    return min(len(one), len(two)) > 1 and (one <= two or two <= one)


def folded(text: str) -> str:
    """The text in lower case without accents, one character for each character of it."""
    return "".join(map(_plain, text))


def cover(text: str, forms: Iterable[str], given: Iterable[str] = ()) -> str:
    """Replace each form, as whole words, by as many blocks; a given word only where it begins with a capital.

    In an address that stands in the text, both are covered as ``cover_address`` does it.
    """
    forms, given = tuple(forms), tuple(given)
    covered = _blocked(_blocked(text, _pattern(forms)), _pattern(given, plural=False), capital=True)
    return _WORD.sub(lambda word: _in_address(word[0], forms, given), covered)


def _in_address(word: str, forms: tuple[str, ...], given: tuple[str, ...]) -> str:
    return cover_address(word, forms, given) if _ADDRESS.search(word) else word


def cover_address(text: str, forms: Iterable[str], given: Iterable[str] = ()) -> str:
    """Cover names in a URL or a path.

    Words stand there without spaces between them, as in "exministergarcialuna", and letters may be percent-encoded.
    """
    forms, given = tuple(forms), tuple(given)
    inside = tuple(form for form in forms if not is_single(form) or len(form) >= GLUED)
    plain, widths = _decoded(text)
    covered = _blocked(_blocked(plain, _pattern(inside, whole=False)), _pattern((*forms, *given)))
    if covered == plain:
        return text
    ends = list(accumulate(widths))
    parts = zip(covered, ends, widths, strict=True)
    return "".join(BLOCK * width if char == BLOCK else text[end - width : end] for char, end, width in parts)


def _decoded(text: str) -> tuple[str, list[int]]:
    """An address without percent-encoding, and how many characters of it each character was."""
    plain, widths, end = "", list[int](), 0
    for match in _ENCODED.finditer(text):
        try:
            chars = unquote(match[0], errors="strict")
        except UnicodeDecodeError:
            continue
        plain += text[end : match.start()] + chars
        widths += [1] * (match.start() - end) + [3 * len(char.encode()) for char in chars]
        end = match.end()
    return plain + text[end:], widths + [1] * (len(text) - end)


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


@lru_cache(maxsize=1024)
def _pattern(forms: tuple[str, ...], *, whole: bool = True, plural: bool = True) -> re.Pattern[str] | None:
    bodies = [_BETWEEN.join(map(_spelled, words)) for form in forms if (words := words_of(form))]
    if not bodies:
        return None
    either = "|".join(sorted(set(bodies), key=lambda body: (-len(body), body)))
    ending = _PLURAL if plural else ""
    return re.compile(f"(?<!{_LETTER})(?:{either}){ending}(?!{_LETTER})" if whole else either)


def _spelled(word: str) -> str:
    return _BROKEN.join(f"{letter}{_MARK}*" for letter in word)

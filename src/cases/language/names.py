"""Names as words: folding, suffixes, and the parts of a person's name."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "ı": "i"}
)
WORD = re.compile(r"[a-z0-9]+")
DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
POSSESSIVE = re.compile(r"['’]s?(?=\W|$)")
APOSTROPHE = re.compile(r"['’]")
SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "esq", "phd", "md", "cpa", "jd"}
HONORIFICS = {
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "dame",
    "lord",
    "judge",
    "justice",
    "datuk",
    "seri",
    "dato",
    "sri",
    "tun",
}

TAN_SRI = ["tan", "sri"]  # "Tan" alone is a family name


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Lower case without accents, punctuation and possessives: "Peña Nieto's" → "pena nieto"."""
    plain = text
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.translate(LETTERS))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = plain.lower()
    if "." in plain:
        plain = DOTTED.sub(lambda m: m[0].replace(".", ""), plain)
    if "'" in plain or "’" in plain:
        plain = APOSTROPHE.sub("", POSSESSIVE.sub("", plain))
    return " ".join(WORD.findall(plain))


def repaired(text: str) -> str:
    """The text with letters that were read in a wrong encoding set right: "PeÃ±a" → "Peña"."""
    if text.isascii():
        return text
    import ftfy  # Those who only compare names, as the pages do, need not have it.

    return ftfy.fix_encoding(text)


@dataclass(frozen=True, slots=True)
class NameParts:
    """The words of a folded personal name; ``middle`` is what stands between the first and the last."""

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words but the suffix, in order."""
        return (self.first, *self.middle, self.last) if self.first else (self.last,)


def name_parts(name: str) -> NameParts | None:
    """The parts of a personal name, "Lane, John" and "Sir John Lane Jr." among them; None if nothing is left."""
    if name.count(",") == 1:
        before, after = name.split(",")
        if fold(after) not in SUFFIXES:
            name = f"{after} {before}"
    words = fold(name).split()
    suffix = next((w for w in reversed(words) if w in SUFFIXES), "") if len(words) > 1 else ""
    words = [w for w in words if w not in SUFFIXES] or words
    while len(words) > 2 and (words[0] in HONORIFICS or words[:2] == TAN_SRI):
        words = words[1:]
    if not words:
        return None
    first = words[0] if len(words) > 1 else ""
    return NameParts(first, tuple(words[1:-1]), words[-1], suffix)

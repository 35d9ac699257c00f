"""The language of a text: English unless it is surely another."""

import re
from functools import cache
from typing import Any

SUPPORTED = "en"
FEWEST_LETTERS = 200
SAMPLE = 4000  # characters from the beginning, and as many from the middle: page furniture may be in another language
SURE = 0.9
LETTER = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
ENGLISH = frozenset("and been by from of said that the their they this were which who with would".split())  # noqa: SIM905
ENGLISH_SHARE = 0.04  # of the words in lower case: English prose has nine in a hundred and more, other prose none
FEWEST_WORDS = 30


def of_text(text: str, said: str | None) -> str:
    """Code of a text's language where no sidecar gives it: as detected, else as the file says, else ``en``.

    Pages often say ``en`` whatever they hold, so what they say counts only where the text itself leaves a doubt.
    """
    found = _detect(text)
    if found is None:
        return said or SUPPORTED
    return said if said is not None and said.partition("-")[0] == found else found


def _detect(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None under 200 letters and when unsure whether it is English.

    Names and quotes in another language mislead a count of letters, so the words of the sentences around them decide.
    """
    sample = _sample(text)
    if len(LETTER.findall(sample)) < FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    if code == SUPPORTED:
        return SUPPORTED if probability >= SURE else None
    words = [word for word in WORD.findall(sample) if word.islower()]
    english = sum(word in ENGLISH for word in words)
    if english > ENGLISH_SHARE * len(words):
        return SUPPORTED
    foreign = probability >= SURE or (not english and len(words) >= FEWEST_WORDS)
    return str(code) if foreign else None


def is_supported(code: str) -> bool:
    """Whether documents in this language are read: ``en`` and its regions."""
    return code.partition("-")[0].lower() == SUPPORTED


def _sample(text: str) -> str:
    if len(text) <= 2 * SAMPLE:
        return text
    middle = len(text) // 2
    return text[:SAMPLE] + text[middle : middle + SAMPLE]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

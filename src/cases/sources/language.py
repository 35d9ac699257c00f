"""The language of a text: English unless it is surely another."""

import re
from functools import cache
from typing import Any

SUPPORTED = "en"
FEWEST_LETTERS = 200
SAMPLE = 4000  # characters from the beginning, and as many from the middle: page furniture may be in another language
SURE = 0.9
LETTER = re.compile(r"[^\W\d_]")


def of_text(text: str, said: str | None) -> str:
    """Code of a text's language where no sidecar gives it: as detected, else as the file says, else ``en``.

    Pages often say ``en`` whatever they hold, so what they say counts only where the text itself leaves a doubt.
    """
    found = _detect(text)
    if found is None:
        return said or SUPPORTED
    return said if said is not None and said.partition("-")[0] == found else found


def _detect(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None under 200 letters and when unsure."""
    sample = _sample(text)
    if len(LETTER.findall(sample)) < FEWEST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= SURE else None


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

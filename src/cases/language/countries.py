"""Countries by name and by adjective → ISO 3166-1 alpha-2."""

from functools import cache

import pycountry

from cases.language.lexicon import load_words
from cases.language.names import fold


@cache
def country_names() -> dict[str, str]:
    """Folded names and adjectives → code; the list of words before pycountry's official names."""
    names = {
        fold(getattr(c, field)): c.alpha_2
        for c in pycountry.countries
        for field in ("name", "official_name", "common_name")
        if hasattr(c, field)
    }
    for code, words in load_words("countries").items():
        names.update((fold(word), code) for word in words)
    return names


@cache
def country_of(text: str) -> str | None:
    """The country of a name or adjective ("Malaysia", "Malaysian", "the U.S.'s"), None for anything else."""
    folded = fold(text)
    return country_names().get(folded.removeprefix("the "))

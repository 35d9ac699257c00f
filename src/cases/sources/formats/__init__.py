"""One module per format, named as the suffix that it reads; a format is added by adding a module.

Each has ``convert(data, name)``: the bytes of a file and its name → its text and what it says of itself.
A module is imported when the first file of its suffix is met.
"""

import pkgutil
from importlib import import_module
from typing import Protocol, cast

from cases.sources.formats._converted import Converted
from cases.sources.items import SourceError

__all__ = ["SUFFIXES", "Converted", "Format", "convert"]

SUFFIXES = frozenset(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))


class Format(Protocol):
    """What the module of a format offers."""

    def convert(self, data: bytes, name: str) -> Converted:
        """Text and metadata of a file; raises SourceError with the reason where there is none."""


def convert(data: bytes, name: str, suffix: str) -> Converted:
    """Text and metadata of a file of a known suffix.

    Raises:
        SourceError: The file is broken, locked or holds no text.
    """
    module = cast("Format", import_module(f"{__name__}.{suffix}"))
    try:
        return module.convert(data, name)
    except SourceError:
        raise
    except Exception as error:  # a parser may raise anything on a hostile file; none of it may stop a build
        reason = f"broken: the {suffix} parser says {type(error).__name__}: {str(error)[:120]}"
        raise SourceError(reason, "open it, save it anew, or keep it out of raw") from error

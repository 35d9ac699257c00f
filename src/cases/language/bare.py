"""spaCy without its commands, which bring a web client and page templates: a third of the time it takes to load."""

import sys
from types import ModuleType
from typing import Any

COMMANDS = ("spacy.cli", "spacy.cli.info")


def load_spacy() -> None:
    """Load spaCy, if it is not. Whoever asks for its commands later gets them."""
    if "spacy" in sys.modules:
        return
    left = {name: ModuleType(name) for name in COMMANDS if name not in sys.modules}
    for module in left.values():
        module.info = _info  # type: ignore[attr-defined]  # all that ``import spacy`` asks of them
    sys.modules.update(left)
    try:
        import spacy  # noqa: F401
    finally:
        for name in left:
            del sys.modules[name]


def _info(*arguments: Any, **named: Any) -> Any:
    from spacy.cli.info import info

    return info(*arguments, **named)

"""Which part of the distribution brings a library that is not installed."""

import re

from cases.errors import CasesError

DISTRIBUTION = "corruption-cases"
_NAMED_OTHERWISE = {"markdown_it": "markdown-it-py"}
_REQUIREMENT = re.compile(r"([\w.-]+).*extra == ['\"]([\w-]+)['\"]")


def missing_part(error: ModuleNotFoundError) -> CasesError:
    """Tell in one line what to install for a module that is not there."""
    module = (error.name or "").partition(".")[0]
    extra = _extra_of(_NAMED_OTHERWISE.get(module, module))
    if extra is None:
        return CasesError(None, f"{module} is not installed", f"pip install {module}")
    return CasesError(None, f"{module} is not installed", f"pip install '{DISTRIBUTION}[{extra}]'")


def _extra_of(name: str) -> str | None:
    from importlib import metadata  # here, for it costs a command a seventh of its start

    for requirement in metadata.requires(DISTRIBUTION) or ():
        if (match := _REQUIREMENT.match(requirement)) and _folded(match[1]) == _folded(name):
            return match[2]
    return None


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

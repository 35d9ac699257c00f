"""Checksums of files, in the form of the Frictionless standard."""

import hashlib
from pathlib import Path


def file_checksum(path: Path) -> str:
    """Compute the SHA-256 of a file as ``sha256:`` and hexadecimal digits."""
    with path.open("rb") as file:
        return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()

"""Plain text: the decoded file, unchanged."""

from cases.sources.encoding import decode
from cases.sources.formats._converted import Converted


def convert(data: bytes, name: str) -> Converted:
    """The characters of the file."""
    return Converted(decode(data))

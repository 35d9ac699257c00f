"""What a format's module returns."""

from dataclasses import dataclass, field

from cases.sources.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Converted:
    """The text that offsets will count in, and what the file says of itself."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)

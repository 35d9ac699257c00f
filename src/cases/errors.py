"""The one error that is meant for a person: what, why, and what to do about it, in one line."""

from pathlib import Path


class CasesError(Exception):
    """Something that a person can put right.

    Attributes:
        path: The file or folder concerned, or another name for the place; ``None`` if there is none.
        reason: What is wrong, as the end of a sentence that begins with the path.
        remedy: What to do about it.
    """

    def __init__(self, path: str | Path | None, reason: str, remedy: str = "") -> None:
        self.path = None if path is None else str(path)
        self.reason = reason
        self.remedy = remedy
        place = f"{self.path}: " if self.path else ""
        super().__init__(f"{place}{reason}{f'; {remedy}' if remedy else ''}")
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["CasesError"], tuple[str | None, str, str]]:
        """Let it travel from one process to another."""
        return type(self), (self.path, self.reason, self.remedy)

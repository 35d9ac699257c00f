"""Files that lie elsewhere: at any address which fsspec reaches, such as ``s3://bucket/raw``."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, cast

from cases.errors import CasesError

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:(//|:)", re.IGNORECASE)


def is_address(place: object) -> bool:
    """Whether a place is an address, and no path of this machine."""
    return _ADDRESS.match(str(place)) is not None


@dataclass(frozen=True, slots=True)
class Remote:
    """A file or folder at an address, used like a path.

    Attributes:
        path: As its file system spells it.
        system: Of fsspec.
        siblings: Names in the same folder, where a walk has found them.
    """

    path: str
    system: Any = field(compare=False, repr=False)
    siblings: frozenset[str] = field(default=frozenset(), compare=False, repr=False)

    @classmethod
    def at(cls, address: str) -> "Remote":
        """What lies at an address, if anything does.

        Raises:
            CasesError: There is no such kind of address, what reaches it is not installed, or the store refuses.
        """
        from fsspec.core import url_to_fs

        try:
            system, path = url_to_fs(address)
            system.exists(path)
        except Exception as error:
            reason = " ".join(str(error).split())[:200] or type(error).__name__
            raise CasesError(address, f"cannot be reached: {reason}", "check the address and your rights") from error
        return cls(path, system)

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rstrip("/").rpartition("/")[2]

    @property
    def parent(self) -> "Remote":
        """The folder that it lies in."""
        return Remote(self.path.rstrip("/").rpartition("/")[0], self.system)

    def __truediv__(self, name: str) -> "Remote":
        return Remote(f"{self.path.rstrip('/')}/{name}", self.system)

    def __str__(self) -> str:
        return str(self.system.unstrip_protocol(self.path))

    def is_file(self) -> bool:
        """Whether it is a file that is there."""
        with _told():
            return bool(self.system.isfile(self.path))

    def is_dir(self) -> bool:
        """Whether it is a folder that is there."""
        with _told():
            return bool(self.system.isdir(self.path))

    def read_text(self, encoding: str) -> str:
        """The whole content."""
        with _told():
            return cast(bytes, self.system.cat_file(self.path)).decode(encoding)

    def open(self) -> BinaryIO:
        """The content as a stream."""
        with _told():
            return cast(BinaryIO, self.system.open(self.path, "rb"))

    def put(self, file: Path) -> None:
        """Put a copy of a file of this machine there, in the place of what was there."""
        with _told():
            self.system.makedirs(self.parent.path, exist_ok=True)
            self.system.put_file(str(file), self.path)

    def remove(self) -> None:
        """Remove the file, if it is there."""
        if self.is_file():
            with _told():
                self.system.rm_file(self.path)

    def members(self) -> list[tuple["Remote", bool]]:
        """What lies in the folder, in no order, and whether each is a folder itself."""
        with _told():
            listed = self.system.ls(self.path, detail=True)
        found = [(str(entry["name"]).rstrip("/"), entry["type"] == "directory") for entry in listed]
        inside = [(path, is_folder) for path, is_folder in found if path != self.path.rstrip("/")]
        names = frozenset(path.rpartition("/")[2] for path, _ in inside)
        return [(Remote(path, self.system, names), is_folder) for path, is_folder in inside]


@contextmanager
def _told() -> Iterator[None]:
    """Turn the errors of the many libraries that reach a store into the one that a missing file raises too."""
    try:
        yield
    except OSError:
        raise
    except Exception as error:
        raise OSError(0, " ".join(str(error).split())[:200] or type(error).__name__) from error

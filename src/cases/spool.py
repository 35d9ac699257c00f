"""A file without a name for what waits between two passes: it vanishes with the process, however that ends."""

import os
import tempfile
from array import array
from pathlib import Path


class Spool:
    """Byte strings by number, written in any order and read in any order; memory holds 16 bytes for each."""

    def __init__(self, folder: Path) -> None:
        """Begins an empty spool on the disk of ``folder``."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 — closed by ``close``
        self._starts, self._lengths = array("q"), array("q")
        self._end = 0

    def __len__(self) -> int:
        """How many numbers were given out."""
        return len(self._starts)

    def reserve(self) -> int:
        """The next number, for something that comes later."""
        self._starts.append(-1)
        self._lengths.append(0)
        return len(self._starts) - 1

    def put(self, number: int, data: bytes) -> None:
        """Keeps a byte string under a number that was reserved."""
        self._file.write(data)
        self._starts[number], self._lengths[number] = self._end, len(data)
        self._end += len(data)

    def get(self, number: int) -> bytes:
        """What is kept under a number.

        Raises:
            KeyError: Nothing was put there.
        """
        if self._starts[number] < 0:
            raise KeyError(number)
        self._file.flush()
        return os.pread(self._file.fileno(), self._lengths[number], self._starts[number])

    def close(self) -> None:
        """Gives the disk back."""
        self._file.close()

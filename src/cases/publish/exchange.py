"""A build appears whole or not at all: it is made in a hidden folder beside its place and exchanged in one step."""

import ctypes
import errno
import fcntl
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cases.errors import CasesError
from cases.schema import dataset

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_NOT_SUPPORTED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}

MAKE_ROOM = "make room or choose another place with --out"


@contextmanager
def staged(build: Path, on_wait: Callable[[], None] | None = None) -> Iterator[Path]:
    """Give a folder to make the build in; it takes the build's place when the block ends without an error.

    Args:
        build: Where the build is to be. An older build there stays until the exchange; anything else there is refused.
        on_wait: Called once if another process is building there and this one has to wait.

    Raises:
        CasesError: The place cannot be written, the disk is full, or the place holds something that is no build.
    """
    build = build.resolve()
    with _told(build), _locked(build, on_wait):
        recover(build)
        _refuse_foreign(build)
        _clear(build, "tmp")
        _clear(build, "old")
        folder = _beside(build, f"tmp-{os.getpid()}")
        folder.mkdir()
        try:
            yield folder
            _sync(folder)
            _exchange(folder, build)
            _sync_folder(build.parent)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def recover(build: Path) -> None:
    """Put an old build back if a stop between two renames left its place empty."""
    build = build.resolve()
    if build.exists():
        return
    olds = sorted(build.parent.glob(f".{build.name}.old-*"))
    if olds:
        olds[-1].rename(build)


def _beside(build: Path, ending: str) -> Path:
    return build.parent / f".{build.name}.{ending}"


def _clear(build: Path, kind: str) -> None:
    for litter in build.parent.glob(f".{build.name}.{kind}-*"):
        shutil.rmtree(litter, ignore_errors=True)


@contextmanager
def _locked(build: Path, on_wait: Callable[[], None] | None) -> Iterator[None]:
    build.parent.mkdir(parents=True, exist_ok=True)
    with _beside(build, "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if on_wait is not None:
                on_wait()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def _told(build: Path) -> Iterator[None]:
    """Turn a full disk and a closed folder into one clear error; other errors pass."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise CasesError(build, "the disk is full", MAKE_ROOM) from error
        if error.errno in _CLOSED and _is_ours(error.filename, build):
            raise CasesError(
                build, f"cannot be written ({error.strerror})", "choose another place with --out"
            ) from error
        raise
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise CasesError(build, "the disk is full", MAKE_ROOM) from error
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_IOERR:  # over a quota or a limit of files
            raise CasesError(build, f"the disk takes no more ({error})", MAKE_ROOM) from error
        raise


def _is_ours(filename: object, build: Path) -> bool:
    return filename is None or Path(os.fsdecode(str(filename))).is_relative_to(build.parent)


def _refuse_foreign(build: Path) -> None:
    """Refuse to replace what is no build, since the exchange would delete it."""
    if not build.exists() or (build.is_dir() and not any(build.iterdir())):
        return
    try:
        descriptor = json.loads((build / "datapackage.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        descriptor = None
    if not isinstance(descriptor, dict) or descriptor.get("name") != dataset().name:
        raise CasesError(build, "holds something that is no build of ours", "choose a new or empty folder with --out")


def _exchange(folder: Path, build: Path) -> None:
    if not build.exists():
        folder.rename(build)
    elif not _rename_exchange(folder, build):
        _two_renames(folder, build)


def _rename_exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; tell whether the system can."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result = renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_SUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(second))


def _two_renames(folder: Path, build: Path) -> None:
    old = _beside(build, f"old-{os.getpid()}")
    build.rename(old)
    try:
        folder.rename(build)
    except OSError:
        old.rename(build)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _sync(folder: Path) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            _sync_folder(path)
        else:
            with path.open("rb") as file:
                os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

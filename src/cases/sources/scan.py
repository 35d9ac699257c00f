"""Every candidate below RAW, in the order of their paths, however deep."""

import heapq
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cases.addresses import Remote, is_address
from cases.sources import corpus, formats, remote
from cases.sources.items import Item, Skipped, Source, SourceError, clean_name
from cases.text import visible

SIDECAR = ".yaml"
CORPORA = (".jsonl", ".jsonl.gz")
Entry = tuple[str, str | Remote, str]  # path relative to RAW, file, root that it must not leave


def scan(raw: Sequence[Path | str]) -> Iterator[Item]:
    """Documents to read, files that are skipped and files that cannot be taken, in the order of their paths.

    The order is that of the paths' code points whatever the order of the arguments; a path inside another given one is
    read once. A corpus is read as a stream, one line at a time.

    Raises:
        FileNotFoundError: One of the paths does not exist.
        CasesError: One of them is an address that nothing installed can reach.
    """
    roots = [Path(path) for path in raw if not is_address(path)]
    for root in roots:
        root.stat()
    places = sorted({str(path).rstrip("/") for path in raw if is_address(path)})
    inner = {place for place in places for other in places if place.startswith(f"{other}/")}
    return _items(
        [_entries(root) for root in _outermost(roots)]
        + [remote.entries(place) for place in places if place not in inner]
    )


def _outermost(roots: list[Path]) -> list[Path]:
    resolved = {root.resolve(): root for root in reversed(roots)}
    inner = {path for path in resolved if any(parent in resolved for parent in path.parents)}
    return [root for path, root in sorted(resolved.items()) if path not in inner]


def _items(roots: list[Iterator[Entry]]) -> Iterator[Item]:
    for path, location, root in heapq.merge(*roots, key=lambda entry: (entry[0], str(entry[1]))):
        yield from _classify(path, location, root)


def _entries(root: Path) -> Iterator[Entry]:
    if root.is_dir():
        yield from _walk(str(root), "", str(root.resolve()))
    else:
        yield root.name, str(root), str(root.resolve().parent)


def _walk(folder: str, prefix: str, root: str) -> Iterator[Entry]:
    """Files below a folder. A folder sorts as its name with ``/``, so that the whole paths come in order."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name + "/" * entry.is_dir(follow_symlinks=False), entry.path) for entry in entries)
    except OSError:
        yield prefix or "/", folder, root
        return
    for name, location in found:
        if name.endswith("/") and not name.startswith((".", "_")):
            yield from _walk(location, prefix + name, root)
        else:
            yield prefix + name, location, root


def _classify(path: str, location: str | Remote, root: str) -> Iterator[Item]:
    name = path.removesuffix("/").rpartition("/")[2]
    if name.startswith((".", "_", "README")):
        yield Skipped(visible(path), "hidden, README or a name that begins with _")
        return
    try:
        yield from _taken(path, name, location, root)
    except SourceError as error:
        yield error.rejection(path)
    except OSError as error:
        reason = f"cannot be read: {error.strerror or type(error).__name__}"
        yield SourceError(reason, "check the file and its permissions").rejection(path)


def _taken(path: str, name: str, location: str | Remote, root: str) -> Iterator[Item]:
    stem, suffix = split_name(name)
    if path.endswith("/") or (isinstance(location, str) and os.path.isdir(location)):  # noqa: PTH112
        yield _folder(path, location, root)
    elif suffix == SIDECAR:
        yield from _dangling(stem, _beside(location))
    elif suffix not in CORPORA and suffix[1:] not in formats.SUFFIXES:
        yield Skipped(visible(path), "a suffix that is not read")
    elif not clean_name(path):
        raise SourceError("the name has control characters or is no UTF-8", "rename the file")
    else:
        _check_regular(location, root)
        if suffix in CORPORA:
            yield from corpus.lines(path, location, compressed=suffix.endswith(".gz"))
        else:
            yield Source(path, location, suffix[1:], _sidecar(stem, location, root))


def split_name(name: str) -> tuple[str, str]:
    """A file's name without its suffix, and the suffix in lower case; ``.jsonl.gz`` is one suffix."""
    lower = name.lower()
    suffix = next((s for s in CORPORA if lower.endswith(s)), None) or os.path.splitext(lower)[1]  # noqa: PTH122
    return name[: len(name) - len(suffix)], suffix


def _folder(path: str, location: str | Remote, root: str) -> Item:
    """A folder that cannot be listed, or a link to one: never followed, for it may lead in a circle."""
    if isinstance(location, Remote):
        location.members()  # raises what the walk met
    elif os.path.islink(location):  # noqa: PTH114
        _check_inside(location, root)
        return Skipped(visible(path), "a link to a folder")
    else:
        os.listdir(location)  # noqa: PTH208 — likewise
    return Skipped(visible(path), "an empty folder")


def _beside(location: str | Remote) -> Iterable[str]:
    """Names in the folder of a file."""
    if isinstance(location, Remote):
        return location.siblings
    return os.listdir(os.path.dirname(location) or ".")  # noqa: PTH120, PTH208


def _dangling(stem: str, names: Iterable[str]) -> Iterator[Item]:
    suffixes = {split_name(name)[1] for name in names if split_name(name)[0] == stem}
    if any(suffix[1:] in formats.SUFFIXES for suffix in suffixes):
        return
    if suffixes & set(CORPORA):
        raise SourceError("a corpus has no sidecar", "write the metadata into its lines")
    raise SourceError("no document beside this sidecar", "add the document or remove the sidecar")
    yield


def _check_regular(location: str | Remote, root: str) -> None:
    if isinstance(location, Remote):
        return
    if os.path.islink(location):  # noqa: PTH114
        _check_inside(location, root)
    if not stat.S_ISREG(os.stat(location).st_mode):  # noqa: PTH116
        raise SourceError("not a regular file", "remove it")


def _check_inside(location: str, root: str) -> None:
    target = os.path.realpath(location)
    if os.path.commonpath([target, root]) != root:
        raise SourceError("a symbolic link that leads out of raw", "put a copy of the file in its place")
    if not os.path.exists(target):  # noqa: PTH110
        raise SourceError("a symbolic link that leads nowhere", "remove it")


def _sidecar(stem: str, location: str | Remote, root: str) -> str | Remote | None:
    if isinstance(location, Remote):
        name = stem + SIDECAR
        return location.parent / name if name in location.siblings else None
    path = os.path.join(os.path.dirname(location), stem + SIDECAR)  # noqa: PTH118, PTH120
    if not os.path.lexists(path):
        return None
    try:
        _check_regular(path, root)
    except SourceError as error:
        raise SourceError(error.reason, error.remedy, "sidecar") from None
    return path

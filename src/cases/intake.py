"""From RAW to results in the order of the scan: what is in the cache is taken from it, the rest goes to the engine."""

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from cases import engine, worker
from cases.cache import Cache
from cases.errors import CasesError
from cases.language.installed import DEFAULT_MODEL
from cases.records import Rejection
from cases.sources import Loaded, Seen, Skipped, Source, load, scan
from cases.spool import Spool
from cases.worker import Taken

ASKED = 200  # sources whose results are looked up at once; their bytes are in memory meanwhile
SEPARATOR = b"\n"  # a path has none


@dataclass
class Intake:
    """Results of all sources, kept on disk.

    Attributes:
        spool: One result for each source, in the order of the scan, with the path before it.
        skipped: Files that are no sources, by reason.
        reused: Results that were in the cache.
        undated: Documents that stay and have no date of publication.
        keys: Under which the cache keeps a source's result; ``None`` if nobody will ask.
    """

    spool: Spool
    skipped: Counter[str] = field(default_factory=Counter)
    reused: int = 0
    undated: int = 0
    keys: dict[int, bytes] | None = None
    _kept: list[int] = field(default_factory=list)

    def settle(self) -> list[Rejection]:
        """Decides once which of two documents with one id or one text stays; gives all that is rejected, in order."""
        seen, rejected = Seen(), []
        for number in range(len(self.spool)):
            result = self._result(number)
            rejection = result if isinstance(result, Rejection) else seen.check(result.document)
            if rejection is not None:
                rejected.append(rejection)
            elif isinstance(result, Taken):
                self._kept.append(number)
                self.undated += result.document.published is None
        return rejected

    def __len__(self) -> int:
        """How many documents stay."""
        return len(self._kept)

    def __iter__(self) -> Iterator[Taken]:
        """The documents that stay, read from disk again each time."""
        for number in self._kept:
            result = self._result(number)
            assert isinstance(result, Taken)
            yield result

    def keys_to_keep(self, wanted: Callable[[worker.Result], bool]) -> list[bytes]:
        """The cache's keys of the results that are wanted, those that did not stay included."""
        return [key for number, key in (self.keys or {}).items() if wanted(self._result(number))]

    def _result(self, number: int) -> worker.Result:
        path, _, data = self.spool.get(number).partition(SEPARATOR)
        return worker.decode(data, path.decode())

    def put(self, number: int, path: str, data: bytes) -> None:
        """Keeps a result."""
        self.spool.put(number, path.encode("utf-8", "backslashreplace") + SEPARATOR + data)


def take(
    raw: Sequence[Path | str],
    spool: Spool,
    cache: Cache,
    model: str,
    run: engine.Run,
    *,
    progress: Callable[[int], None] | None = None,
    with_keys: bool = False,
    meanwhile: Callable[[], None] = engine.idle,
) -> Intake:
    """Results of everything below RAW.

    Args:
        raw: Files and folders.
        spool: Where results wait.
        cache: What was read before.
        model: The installed spaCy pipeline.
        run: The engine.
        progress: Told how many sources are done.
        with_keys: Remember the keys of the cache, for ``Intake.keys_to_keep``.
        meanwhile: Called while the processes of the engine begin.

    Raises:
        CasesError: One of the paths does not exist.
    """
    intake = Intake(spool, keys={} if with_keys else None)
    waiting: list[tuple[int, Loaded]] = []
    missing = _missing(_loaded(raw, intake), intake, cache, waiting)
    work, shared = partial(worker.work, model=model), ("cases.loaded",) if model == DEFAULT_MODEL else ()
    for results in run(work, missing, worker.lost, _weight, shared=shared, meanwhile=meanwhile):
        done, waiting[: len(results)] = waiting[: len(results)], []
        for (number, loaded), data in zip(done, results, strict=True):
            intake.put(number, loaded.path, data)
        made = zip(done, results, strict=True)
        cache.put((loaded.key, data) for (_, loaded), data in made if worker.may_be_kept(data))
        if progress is not None:
            progress(len(spool) - len(waiting))
    return intake


def _missing(
    sources: Iterator[tuple[int, Loaded]], intake: Intake, cache: Cache, waiting: list[tuple[int, Loaded]]
) -> Iterator[Loaded]:
    """Sources whose result has to be made; each is noted in ``waiting``."""
    while some := list(itertools.islice(sources, ASKED)):
        found = cache.get([loaded.key for _, loaded in some])
        for number, loaded in some:
            data = found.get(loaded.key)
            if data is not None and _is_whole(data, loaded.path):
                intake.put(number, loaded.path, data)
                intake.reused += 1
            else:
                waiting.append((number, loaded))
                yield loaded


def _weight(loaded: Loaded) -> int:
    return len(loaded.data)


def _is_whole(data: bytes, path: str) -> bool:
    try:
        worker.decode(data, path)
    except ValueError:
        return False
    return True


def _loaded(raw: Sequence[Path | str], intake: Intake) -> Iterator[tuple[int, Loaded]]:
    try:
        items = scan(raw)
    except FileNotFoundError as error:
        raise CasesError(error.filename, "there is no such file or folder", "name an existing one") from error
    for item in items:
        if isinstance(item, Skipped):
            intake.skipped[item.reason] += 1
            continue
        number = intake.spool.reserve()
        outcome = load(item) if isinstance(item, Source) else item
        if isinstance(outcome, Rejection):
            intake.put(number, outcome.path, worker.encode(outcome))
        else:
            if intake.keys is not None:
                intake.keys[number] = outcome.key
            yield number, outcome

"""Runs work on batches: in this process, or in several, with the same results in the same order."""

import gc
import itertools
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import forkserver, resource_tracker
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[Sequence[Item]], list[Result]]
Lost = Callable[[Item], Result]
Weigh = Callable[[Item], int]

BATCH = 16  # two seconds of work; towards the end they are fewer, so that all processes end together
ALONE = 8  # as few items as these are one batch: another process would take longer to start
HEAVY = 256 * 1024  # what a batch weighs at most; a heavier item is one by itself
AHEAD = 3  # batches that wait for each worker
METHOD = "forkserver" if sys.platform == "linux" else "spawn"  # elsewhere libraries do not bear a fork


class Run(Protocol):
    """An engine: results of ``work`` for batches of ``items``, in order.

    ``work`` is picklable and gives one result for each item of a batch; ``lost`` gives that of an item on which
    process after process dies; ``weigh`` tells heavy items, so that none waits behind them in one batch. ``shared``
    are modules that the processes may load once for all; ``meanwhile`` is called while these begin.
    """

    def __call__(
        self,
        work: Work[Item, Result],
        items: Iterable[Item],
        lost: Lost[Item, Result],
        weigh: Weigh[Item] = ...,
        *,
        shared: Sequence[str] = ...,
        meanwhile: Callable[[], None] = ...,
    ) -> Iterator[list[Result]]:
        """Runs it."""


def local(workers: int | None = None) -> Run:
    """An engine on this machine: 1 works in this process; None takes the cores that this process may use."""
    return partial(_run, count=workers or usable_cores())


def usable_cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def weightless(item: object) -> int:
    """The weight of an item where all are alike."""
    return 0


def idle() -> None:
    """Nothing is to be done while processes begin."""


def batches(
    items: Iterable[Item], weigh: Weigh[Item] = weightless, workers: int = 1, least: int = 1
) -> Iterator[list[Item]]:
    """The items in order, in batches for some workers.

    A batch has at most ``BATCH`` items, and no more weight than ``HEAVY`` if there are several. Where there is an end
    in sight it has half of what each worker has still to do, ``least`` items or more, so that no worker waits long for
    the last of another.
    """
    coming, ahead = iter(items), deque[Item]()
    sight = 2 * BATCH * workers if workers > 1 else BATCH
    begun = False
    while True:
        ahead.extend(itertools.islice(coming, sight - len(ahead)))
        if not ahead:
            return
        all_at_once = workers == 1 or len(ahead) == sight or (len(ahead) <= ALONE and not begun)
        size = BATCH if all_at_once else min(BATCH, max(least, -(-len(ahead) // (2 * workers))))
        yield _taken(ahead, size, weigh)
        begun = True


def _taken(ahead: deque[Item], size: int, weigh: Weigh[Item]) -> list[Item]:
    """The next batch out of what lies ahead."""
    batch = [ahead.popleft()]
    weight = weigh(batch[0])
    while ahead and len(batch) < size and (weight := weight + weigh(ahead[0])) <= HEAVY:
        batch.append(ahead.popleft())
    return batch


def _run(
    work: Work[Item, Result],
    items: Iterable[Item],
    lost: Lost[Item, Result],
    weigh: Weigh[Item] = weightless,
    *,
    count: int,
    shared: Sequence[str] = (),
    meanwhile: Callable[[], None] = idle,
) -> Iterator[list[Result]]:
    coming = batches(items, weigh, count)
    first = list(itertools.islice(coming, 2))
    if count == 1 or len(first) < 2:
        yield from map(work, itertools.chain(first, coming))
        return
    begin_server(shared)
    meanwhile()
    pool = _pool(count)
    waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
    try:
        for batch in itertools.chain(first, coming):
            waiting.append((batch, _submit(pool, work, batch)))
            while len(waiting) > count * AHEAD:
                pool, results = _next(pool, waiting, work, lost, count)
                yield results
        while waiting:
            pool, results = _next(pool, waiting, work, lost, count)
            yield results
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def begin_server(shared: Sequence[str]) -> None:
    """Let one process load modules that are shared, where there is such a thing; it has no end but that of this one."""
    if METHOD == "forkserver":
        forkserver.set_forkserver_preload([*shared])
        with _undisturbed(), _one_thread_each():
            forkserver.ensure_running()


def _pool(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context(METHOD), initializer=_begin)


def _submit(pool: ProcessPoolExecutor, work: Work[Item, Result], batch: list[Item]) -> Future[list[Result]]:
    """Hands a batch over. A worker may be started for it."""
    with _undisturbed():
        return pool.submit(work, batch)


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """A process that is begun in here multiplies in one thread, unless it is told otherwise: others have the cores."""
    unsaid = [name for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS") if name not in os.environ]
    os.environ.update(dict.fromkeys(unsaid, "1"))
    try:
        yield
    finally:
        for name in unsaid:
            del os.environ[name]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A Ctrl-C waits until the block is left: what is half begun cannot be ended, nor leave it to us."""
    resource_tracker.ensure_running()  # it ends the blocking of signals when it is started in between
    came: list[int] = []
    main = threading.current_thread() is threading.main_thread()
    handler = signal.signal(signal.SIGINT, lambda number, _: came.append(number)) if main else None
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # processes that are begun have it too
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        if handler is not None:
            signal.signal(signal.SIGINT, handler)
        if came:
            signal.raise_signal(signal.SIGINT)


def collect_seldom() -> None:
    """Let this process look for cycles of garbage seldom: what is loaded once is large, and little of it is any."""
    gc.set_threshold(50_000, 20, 20)


def _begin() -> None:
    """A worker leaves Ctrl-C to its parent, and ends when the parent has ended in whatever way."""
    collect_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _next(
    pool: ProcessPoolExecutor,
    waiting: deque[tuple[list[Item], Future[list[Result]]]],
    work: Work[Item, Result],
    lost: Lost[Item, Result],
    count: int,
) -> tuple[ProcessPoolExecutor, list[Result]]:
    """The results of the first batch, and the pool that goes on: a new one where a process of the old one died."""
    batch, future = waiting.popleft()
    try:
        return pool, future.result()
    except BrokenProcessPool:
        pool.shutdown(wait=False, cancel_futures=True)
    results = _one_by_one(batch, work, lost)
    pool = _pool(count)
    again = [(other, _submit(pool, work, other)) for other, _ in waiting]
    waiting.clear()
    waiting.extend(again)
    return pool, results


def _one_by_one(batch: list[Item], work: Work[Item, Result], lost: Lost[Item, Result]) -> list[Result]:
    """A batch whose process died, again: where it dies of one item, the others are done all the same."""
    results: list[Result] = []
    pool = _pool(1)
    for item in batch:
        try:
            results += _submit(pool, work, [item]).result()
        except BrokenProcessPool:
            results.append(lost(item))
            pool = _pool(1)
    pool.shutdown()
    return results

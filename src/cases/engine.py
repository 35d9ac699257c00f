"""Runs the reading of documents: in this process, or in several, with the same results in the same order."""

import itertools
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

BATCH = 32
AHEAD = 3


def run(
    work: Callable[[list[Item]], Result], items: Iterable[Item], workers: int | None = None, batch: int = BATCH
) -> Iterator[Result]:
    """Results of ``work`` on batches of ``items``, in order.

    Args:
        work: A picklable function of a batch.
        items: What it works on, read as far ahead as there are workers to take it.
        workers: Processes; 1 works in this one. Default: the cores that this process may use.
        batch: Items a batch.
    """
    batches = _batches(items, batch)
    first = list(itertools.islice(batches, 2))
    count = workers or usable_cores()
    if count == 1 or len(first) < 2:
        yield from map(work, itertools.chain(first, batches))
        return
    with ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[Result]] = deque()
        for one in itertools.chain(first, batches):
            waiting.append(pool.submit(work, one))
            if len(waiting) > count * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def usable_cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    source = iter(items)
    while batch := list(itertools.islice(source, size)):
        yield batch

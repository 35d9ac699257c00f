"""Runs work on batches on a Dask cluster: one that is there already, or one made on this machine for the time being.

Dask starts workers that died anew, where a nanny watches over them, and redoes what they had done and not handed over.
"""

import itertools
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from typing import Any

from dask import config
from distributed import Client, Future, KilledWorker, LocalCluster

from cases import engine
from cases.cache import fingerprint
from cases.engine import AHEAD, Item, Lost, Result, Run, Weigh, Work, batches, idle, usable_cores, weightless
from cases.errors import CasesError

PATIENCE = 60.0  # seconds until a cluster must have answered, and have a worker
AT_HOME = {"dashboard_address": "127.0.0.1:0", "worker_dashboard_address": "127.0.0.1:0"}  # seen from nowhere else
LEAST = 4  # items of a batch: one that waited for a worker which others killed is not told from one that kills
MADE = {
    "distributed.worker.profile.enabled": False,  # a hundred times a second, for pages that nobody looks at
    "distributed.worker.multiprocessing-method": engine.METHOD,
}
_one_at_a_time = threading.Lock()


def dask(scheduler: str | None = None, workers: int | None = None) -> Run:
    """An engine on a Dask cluster.

    Args:
        scheduler: Where its scheduler listens, ``tcp://…``; without one a cluster is made on this machine.
        workers: Processes of the cluster on this machine; default the cores.
    """
    return partial(_run, scheduler=scheduler, workers=workers or usable_cores())


def _run(
    work: Work[Item, Result],
    items: Iterable[Item],
    lost: Lost[Item, Result],
    weigh: Weigh[Item] = weightless,
    *,
    scheduler: str | None,
    workers: int,
    shared: Sequence[str] = (),
    meanwhile: Callable[[], None] = idle,
) -> Iterator[list[Result]]:
    ahead = iter(items)
    some = list(itertools.islice(ahead, 1))
    if not some:
        return
    if scheduler is None:
        engine.begin_server([*shared, "distributed"])
    meanwhile()
    with _client(scheduler, workers) as client, _told(scheduler):
        coming = batches(itertools.chain(some, ahead), weigh, max(1, len(client.nthreads())), LEAST)
        waiting: deque[tuple[list[Item], Future[list[Result]]]] = deque()
        for batch in coming:
            waiting.append((batch, _submit(client, work, batch)))
            while len(waiting) > AHEAD * max(1, len(client.nthreads())):
                yield _next(client, waiting, work, lost)
        while waiting:
            yield _next(client, waiting, work, lost)


def _submit(client: Client, work: Work[Item, Result], batch: list[Item]) -> Future[list[Result]]:
    return client.submit(_do, work, batch, fingerprint(), pure=False)


def _do(work: Work[Item, Result], batch: Sequence[Item], expected: str) -> list[Result]:
    """What a worker does with a batch; one at a time, for a language pipeline is nothing that threads can share.

    Raises:
        CasesError: The worker would come to other results than the process that asks.
    """
    if fingerprint() != expected:
        raise CasesError("a worker of the cluster", "has other versions than this machine", "install the same on both")
    with _one_at_a_time:
        return work(batch)


def _next(
    client: Client,
    waiting: deque[tuple[list[Item], Future[list[Result]]]],
    work: Work[Item, Result],
    lost: Lost[Item, Result],
    again: bool = True,
) -> list[Result]:
    """The results of the first batch; where workers die of one of its items, the others are done all the same.

    An item is lost if workers die of it twice: the first time it may only have waited where another killed them.
    """
    batch, future = waiting.popleft()
    try:
        results = future.result()
    except KilledWorker:
        if len(batch) == 1 and not again:
            return [lost(batch[0])]
        alone = deque(([item], _submit(client, work, [item])) for item in batch)
        further = len(batch) > 1
        return [result for _ in batch for result in _next(client, alone, work, lost, further)]
    return results


@contextmanager
def _client(scheduler: str | None, workers: int) -> Iterator[Client]:
    """The connection to a cluster that has at least one worker."""
    if scheduler is not None:
        with _connected(scheduler) as client:
            yield client
        return
    made: dict[str, Any] = {"threads_per_worker": 1, "silence_logs": logging.ERROR}
    with (
        config.set(MADE),
        LocalCluster(n_workers=workers, **made, **AT_HOME) as cluster,
        Client(cluster) as client,
    ):
        yield client


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    try:
        client = Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise CasesError(
            scheduler, "no scheduler of a Dask cluster answers there", "start one: dask scheduler"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise CasesError(scheduler, "the cluster has no worker", f"start some: dask worker {scheduler}") from error
        yield client


@contextmanager
def _told(scheduler: str | None) -> Iterator[None]:
    """Turn the loss of a cluster, and workers without this package, into one clear error."""
    try:
        yield
    except CancelledError as error:
        raise CasesError(scheduler, "the cluster went away", "start it again; what was read is in the cache") from error
    except ModuleNotFoundError as error:
        remedy = "install corruption-cases[build] in the same version on every worker"
        raise CasesError(scheduler, f"a worker of the cluster has no {error.name}", remedy) from error

"""Results in order, whatever the number of processes and whatever happens to them."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from cases import engine
from cases.spool import Spool


def square(batch: Sequence[int]) -> list[int]:
    return [number * number for number in batch]


def thresholds(batch: Sequence[int]) -> list[int]:
    return [gc.get_threshold()[0] for _ in batch]


def die_of_13(batch: Sequence[int]) -> list[int]:
    if 13 in batch:
        os.kill(os.getpid(), signal.SIGKILL)
    return square(batch)


def die_once(batch: Sequence[int], mark: Path) -> list[int]:
    if 13 in batch and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return square(batch)


def lost(number: int) -> int:
    return -number


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("count", [0, 1, 100])
def test_results_in_order(workers: int, count: int) -> None:
    results = engine.local(workers)(square, iter(range(count)), lost)
    assert [number for batch in results for number in batch] == [number * number for number in range(count)]


def test_a_heavy_item_has_a_batch_of_its_own() -> None:
    weights = [1, 1, engine.HEAVY + 1, 1, engine.HEAVY - 1, 1]
    found = [[weights[number] for number in batch] for batch in engine.batches(range(6), weights.__getitem__)]
    assert found == [[1, 1], [engine.HEAVY + 1], [1, engine.HEAVY - 1], [1]]
    assert [len(batch) for batch in engine.batches(range(engine.BATCH + 1))] == [engine.BATCH, 1]


@pytest.mark.parametrize(
    ("count", "workers", "sizes"),
    [
        (8, 2, [8]),  # so few that another process would not pay
        (9, 2, [3, 2, 1, 1, 1, 1]),
        (40, 1, [16, 16, 8]),  # one process waits for nobody
        (100, 2, [16, 16, 16, 13, 10, 8, 6, 4, 3, 2, 2, 1, 1, 1, 1]),
    ],
)
def test_batches_become_smaller_towards_the_end(count: int, workers: int, sizes: list[int]) -> None:
    found = list(engine.batches(iter(range(count)), workers=workers))
    assert [number for batch in found for number in batch] == list(range(count))
    assert [len(batch) for batch in found] == sizes
    assert [len(batch) for batch in engine.batches(range(9), workers=2, least=4)] == [4, 4, 1]


def test_a_process_of_many_collects_garbage_seldom() -> None:
    results = engine.local(2)(thresholds, range(20), lost)
    assert {one for batch in results for one in batch} == {50_000}
    assert gc.get_threshold()[0] != 50_000


SHARING = """
import os, sys
from cases import engine

def knows(batch):
    return [("colorsys" in sys.modules, os.environ["OMP_NUM_THREADS"]) for _ in batch]

if __name__ == "__main__":
    os.environ.pop("OMP_NUM_THREADS", None)
    meanwhile = lambda: print("meanwhile", "colorsys" in sys.modules, "OMP_NUM_THREADS" in os.environ)
    found = engine.local(2)(knows, range(20), knows, shared=["colorsys"], meanwhile=meanwhile)
    print({one for batch in found for one in batch})
"""


@pytest.mark.skipif(engine.METHOD != "forkserver", reason="nothing is forked here")
def test_processes_share_what_was_loaded_for_them_alone(tmp_path: Path) -> None:
    (tmp_path / "sharing.py").write_text(SHARING)
    done = subprocess.run([sys.executable, tmp_path / "sharing.py"], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["meanwhile False False", "{(True, '1')}"]


def test_an_item_that_kills_its_process_is_lost_alone() -> None:
    results = engine.local(2)(die_of_13, range(200), lost)
    expected = [-13 if number == 13 else number * number for number in range(200)]
    assert [number for batch in results for number in batch] == expected


def test_a_process_that_dies_once_costs_nothing(tmp_path: Path) -> None:
    results = engine.local(2)(partial(die_once, mark=tmp_path / "mark"), range(200), lost)
    assert [number for batch in results for number in batch] == square(range(200))


def test_spool_gives_back_in_any_order(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    numbers = [spool.reserve() for _ in range(3)]
    for number in reversed(numbers):
        spool.put(number, b"x" * number)
    assert [spool.get(number) for number in numbers] == [b"", b"x", b"xx"]
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(KeyError):
        spool.get(spool.reserve())

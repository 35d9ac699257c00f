"""A Dask cluster gives the results of one process, whatever happens to its workers."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from distributed import LocalCluster
from test_engine import die_of_13, die_once, lost, square

from cases import cluster
from cases.errors import CasesError


@pytest.fixture(scope="module")
def there() -> Iterator[LocalCluster]:
    """A cluster of two workers that somebody else has started."""
    with LocalCluster(n_workers=2, threads_per_worker=1, silence_logs=50, **cluster.AT_HOME) as made:
        yield made


@pytest.mark.parametrize("count", [0, 1, 200])
def test_results_in_order(there: LocalCluster, count: int) -> None:
    results = cluster.dask(there.scheduler_address)(square, iter(range(count)), lost)
    assert [number for batch in results for number in batch] == [number * number for number in range(count)]


def test_a_worker_that_dies_once_costs_nothing(there: LocalCluster, tmp_path: Path) -> None:
    results = cluster.dask(there.scheduler_address)(partial(die_once, mark=tmp_path / "mark"), range(200), lost)
    assert [number for batch in results for number in batch] == square(range(200))


def test_an_item_that_kills_every_worker_is_lost_alone() -> None:
    results = cluster.dask(workers=2)(die_of_13, range(40), lost)
    expected = [-13 if number == 13 else number * number for number in range(40)]
    assert [number for batch in results for number in batch] == expected


def test_a_worker_of_another_version_is_refused(there: LocalCluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "fingerprint", lambda: "another")
    with pytest.raises(CasesError, match="has other versions than this machine; install the same on both"):
        list(cluster.dask(there.scheduler_address)(square, range(3), lost))


def test_no_scheduler_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(CasesError, match=r"tcp://127\.0\.0\.1:9: no scheduler of a Dask cluster answers there"):
        list(cluster.dask("tcp://127.0.0.1:9")(square, range(3), lost))

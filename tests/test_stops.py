"""A build is stopped in the middle as a person, a disk or another build stops it: the old build stays whole."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from sources.made import PROSE

NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount")  # where an ordinary user may mount


def command(folder: Path, raw: str = "raw") -> list[str]:
    return [sys.executable, "-m", "cases", "build", str(folder.parent / raw), "--out", str(folder), "--workers", "1"]


def run(words: list[str], before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, check=False, preexec_fn=before)


def contents(build: Path) -> dict[str, str]:
    files = sorted(path for path in build.rglob("*") if path.is_file())
    return {str(path.relative_to(build)): sha256(path.read_bytes()).hexdigest() for path in files}


def litter(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()} - {"raw", "more", "build", "build.cache", ".build.lock"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a finished build of ``raw``, and ``more`` to build; both are in the cache."""
    place = tmp_path_factory.mktemp("made")
    for name, towns in (("more", ["Ada", "Bell"]), ("raw", ["Ada"])):
        (place / name).mkdir()
        for town in towns:
            (place / name / f"{town}.txt").write_text(PROSE.replace("Port Ellen", f"Port {town}"), "utf-8")
        assert run(command(place / "build", name)).returncode == 0
    return place


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(made, tmp_path / "place"))


def assert_old_and_usable(place: Path, before: dict[str, str]) -> None:
    """The old build is there byte by byte, and the next build clears what was left."""
    assert contents(place / "build") == before
    assert run(command(place / "build", "more")).returncode == 0
    assert litter(place) == set()
    assert json.loads((place / "build" / "report.json").read_text())["documents"] == 2


@pytest.mark.parametrize("largest", [500, 9_000, 200_000])
def test_no_file_may_grow_over_a_limit(place: Path, largest: int) -> None:
    before = contents(place / "build")
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest, largest))
    done = run(command(place / "build", "more"), limit)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert f"cases: {place / 'build'}: the disk " in done.stderr
    assert "make room or choose another place with --out" in done.stderr
    assert litter(place) == set()
    assert_old_and_usable(place, before)


def in_namespace(script: str, *values: object) -> subprocess.CompletedProcess[str]:
    """A shell script that may mount; the test is skipped where the system allows no such thing."""
    if shutil.which("unshare") is None or run([*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).returncode:
        pytest.skip("no namespace for mounts here")
    return run([*NAMESPACE, "sh", "-c", script, "sh", *map(str, values)])


@pytest.mark.parametrize("kilobytes", [100, 1200])
def test_a_disk_that_is_full(place: Path, kilobytes: int) -> None:
    """The size is what is left beside the old build."""
    script = """
    used=$(du -sk "$1/build" | cut -f1)
    mkdir "$1/disk"
    mount -t tmpfs -o size=$((used + $2))k tmpfs "$1/disk"
    cp -r "$1/build" "$1/disk/build"
    "$3" -m cases build "$1/more" --out "$1/disk/build" --workers 1 > "$1/out" 2> "$1/told"
    echo $?
    ls -A "$1/disk" | tr '\\n' ' '
    diff -r "$1/build" "$1/disk/build" && echo same
    """
    done = in_namespace(script, place, kilobytes, sys.executable)
    assert (place / "told").read_text() == (
        f"cases: {place / 'disk' / 'build'}: the disk is full; make room or choose another place with --out\n"
    )
    assert done.stdout.split() == ["1", ".build.lock", "build", "build.cache", "same"], done


def test_a_place_that_is_read_only(place: Path) -> None:
    script = """
    mount --bind "$1" "$1"
    mount -o remount,bind,ro "$1"
    "$2" -m cases build "$1/more" --out "$1/build" --workers 1
    """
    before = contents(place / "build")
    done = in_namespace(script, place, sys.executable)
    assert done.returncode == 1, done
    told = f"cases: {place / 'build'}: cannot be written (Read-only file system); choose another place with --out\n"
    assert done.stderr == told
    assert_old_and_usable(place, before)


def test_a_cache_that_is_read_only_is_done_without(place: Path) -> None:
    script = """
    mount --bind "$1/build.cache" "$1/build.cache"
    mount -o remount,bind,ro "$1/build.cache"
    "$2" -m cases build "$1/more" --out "$1/build" --workers 1
    """
    done = in_namespace(script, place, sys.executable)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads((place / "build" / "report.json").read_text())["documents"] == 2


@pytest.mark.parametrize(("workers", "seconds"), [(1, 0.3), (2, 0.3), (2, 2.0)])
def test_stopped_by_the_keyboard(place: Path, workers: int, seconds: float) -> None:
    """Ctrl-C reaches every process of the terminal's group."""
    lines = (json.dumps({"id": f"n{n}", "text": f"{PROSE} Edition {n}."}) for n in range(400))
    (place / "more" / "news.jsonl").write_text("\n".join(lines))
    before = contents(place / "build")
    words = [*command(place / "build", "more")[:-1], str(workers)]
    process = subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    wait_for(lambda: any(name.startswith(".build.tmp-") for name in litter(place)))
    time.sleep(seconds)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, "cases: stopped; the build is as it was before\n")
    wait_for(lambda: not alive(process.pid))
    assert litter(place) == set()
    assert contents(place / "build") == before


def test_two_builds_at_once(place: Path) -> None:
    both = [
        subprocess.Popen(command(place / "build", raw), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for raw in ("more", "raw", "more")
    ]
    told = [process.communicate(timeout=200)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0, 0]
    assert all(one in {"", "cases: another build into this folder is running; waiting for it\n"} for one in told)
    assert any(told)
    assert run([sys.executable, "-m", "cases", "validate", str(place / "build")]).returncode == 0
    assert litter(place) == set()


def wait_for(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.02)


def alive(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True

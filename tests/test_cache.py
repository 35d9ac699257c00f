"""The cache: gives back what it was given, and never anything else."""

import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cases.cache import Cache, fingerprint

KEY, OTHER = b"k" * 32, b"o" * 32


def file(folder: Path) -> Path:
    (path,) = folder.glob("*.db")
    return path


def test_gives_back_what_it_was_given(tmp_path: Path) -> None:
    Cache(tmp_path, "a").put([(KEY, b"payload"), (OTHER, b"")])
    assert Cache(tmp_path, "a").get([KEY, OTHER, b"unknown"]) == {KEY: b"payload", OTHER: b""}


def test_more_keys_than_one_question_takes(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "a")
    keys = [number.to_bytes(32, "big") for number in range(2500)]
    cache.put((key, key) for key in keys)
    assert cache.get(keys) == {key: key for key in keys}


def test_other_fingerprint_sees_nothing_and_clears_the_old(tmp_path: Path) -> None:
    Cache(tmp_path, "a").put([(KEY, b"payload")])
    assert Cache(tmp_path, "b").get([KEY]) == {}
    assert Cache(tmp_path, "a").get([KEY]) == {}


def test_damaged_entry_is_a_missing_one(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "a")
    cache.put([(KEY, b"payload"), (OTHER, b"other")])
    cache.close()
    with sqlite3.connect(file(tmp_path)) as connection:
        connection.execute("UPDATE results SET payload = x'00' WHERE key = ?", [KEY])
    assert Cache(tmp_path, "a").get([KEY, OTHER]) == {OTHER: b"other"}


@pytest.mark.parametrize("damage", [b"", b"garbage" * 4000, None], ids=["emptied", "overwritten", "middle"])
def test_damaged_file_is_begun_anew(tmp_path: Path, damage: bytes | None) -> None:
    cache = Cache(tmp_path, "a")
    cache.put((number.to_bytes(32, "big"), os.urandom(1000)) for number in range(200))
    cache.close()
    whole = file(tmp_path).read_bytes()
    file(tmp_path).write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096) if damage is None else damage)
    cache = Cache(tmp_path, "a")
    assert cache.get([number.to_bytes(32, "big") for number in range(200)]) == {}
    cache.put([(KEY, b"payload")])
    assert cache.get([KEY]) == {KEY: b"payload"}


def test_place_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache", "a")
    cache.put([(KEY, b"payload")])
    assert cache.get([KEY]) == {}


def test_killed_while_writing(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from cases.cache import Cache\n"
        "cache = Cache(Path(sys.argv[1]), 'a'); number = 0\n"
        "while True:\n"
        "    cache.put([((number + i).to_bytes(32, 'big'), b'x' * 999) for i in range(50)]); number += 50\n"
        "    print(number, flush=True)\n"
    )
    for _ in range(3):
        process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(0.05)
        process.kill()
        written = [line for line in process.stdout.read().split() if line.isdigit()]
        process.wait()
        last = int(written[-1]) if written else 50
        keys = [number.to_bytes(32, "big") for number in range(last)]
        assert len(Cache(tmp_path, "a").get(keys)) == last


def test_two_processes_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from cases.cache import Cache\n"
        "cache = Cache(Path(sys.argv[1]), 'a'); first = int(sys.argv[2])\n"
        "for number in range(first, first + 200): cache.put([(number.to_bytes(32, 'big'), b'x')])\n"
    )
    processes = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path), first]) for first in ("0", "200")]
    assert [process.wait() for process in processes] == [0, 0]
    assert len(Cache(tmp_path, "a").get([number.to_bytes(32, "big") for number in range(400)])) == 400


def test_fingerprint_is_stable_and_quick() -> None:
    fingerprint.cache_clear()
    begin = time.perf_counter()
    first = fingerprint()
    assert time.perf_counter() - begin < 2
    fingerprint.cache_clear()
    assert fingerprint() == first

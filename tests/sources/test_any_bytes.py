"""Whatever the bytes: a document or a rejection that can be printed, never a traceback."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cases.records import Document, Rejection
from cases.sources import Loaded, read, scan
from cases.sources.formats import SUFFIXES

from .made import EVERY_FORMAT, PROSE

MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
ANYTHING = st.binary(max_size=2000) | st.text(max_size=500).map(lambda text: text.encode("utf-8", "surrogatepass"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)

OBJECTS = st.dictionaries(st.sampled_from(["id", "text", "title", "published", "x"]), JSON)


def check(outcome: Document | Rejection) -> None:
    if isinstance(outcome, Document):
        outcome.text.encode("utf-8")
        assert outcome.text.strip()
    else:
        assert f"{outcome.path} {outcome.place} {outcome.reason} {outcome.remedy}".isprintable()


@MANY
@given(st.sampled_from(sorted(SUFFIXES)), ANYTHING)
def test_any_bytes_under_any_suffix(suffix: str, data: bytes) -> None:
    check(read(Loaded(f"a.{suffix}", suffix, data)))


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A good file with a few bytes cut out or replaced."""
    suffix = draw(st.sampled_from(sorted(SUFFIXES)))
    data = EVERY_FORMAT[suffix]
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 200)))
    return suffix, data[:start] + draw(st.binary(max_size=20)) + data[end:]


@MANY
@given(damaged())
def test_damaged_files(file: tuple[str, bytes]) -> None:
    suffix, data = file
    check(read(Loaded(f"a.{suffix}", suffix, data)))


@MANY
@given(ANYTHING | st.dictionaries(st.sampled_from(["title", "published", "x"]), JSON).map(lambda d: str(d).encode()))
def test_any_sidecar(sidecar: bytes) -> None:
    check(read(Loaded("a.txt", "txt", PROSE.encode(), sidecar)))


@MANY
@given(ANYTHING | OBJECTS.map(lambda values: json.dumps(values).encode()))
def test_any_line(line: bytes) -> None:
    check(read(Loaded("a.jsonl#1", "jsonl", line)))


@pytest.mark.parametrize("suffix", ["jsonl", "jsonl.gz"])
def test_any_corpus(tmp_path: Path, suffix: str) -> None:
    @MANY
    @given(st.lists(ANYTHING, max_size=5), st.integers(0, 60))
    def corpus(lines: list[bytes], cut: int) -> None:
        data = b"\n".join(lines)
        packed = gzip.compress(data) if suffix.endswith("gz") else data
        (tmp_path / f"a.{suffix}").write_bytes(packed[: len(packed) - cut])
        for item in scan([tmp_path]):
            if isinstance(item, Rejection):
                check(item)

    corpus()

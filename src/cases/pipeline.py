"""From RAW to BUILD: the only module that knows every stage."""

import hashlib
import platform
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from importlib import metadata
from pathlib import Path

import msgspec

from cases import engine
from cases.amend import Amendments, Correction, Corrections, Suppression, read_amendments
from cases.cache import Cache, code_hash, fingerprint
from cases.errors import CasesError
from cases.frames import Joined, document_rows
from cases.intake import Intake, take
from cases.language.bare import load_spacy
from cases.language.installed import DEFAULT_MODEL, describe_model
from cases.publish.datapackage import write_datapackage
from cases.publish.exchange import staged
from cases.publish.parquet import ParquetWriter
from cases.publish.report import write_report
from cases.publish.sqlite import build_sqlite
from cases.records import Document, Rejection
from cases.resolve import names_of, resolve
from cases.schema import Version
from cases.sources import Skipped, read, scan
from cases.spool import Spool
from cases.validation import check_joins, check_row
from cases.worker import Result, Taken, rows_alone

Progress = Callable[[str, int], None]
"""Told the stage and how many documents it has done."""


@dataclass
class Report:
    """What a build took, turned away and made; ``timings`` in seconds by stage, ``akin`` who may be withheld too."""

    build: Path
    documents: int = 0
    undated: int = 0
    reused: int = 0
    rejected: list[Rejection] = field(default_factory=list)
    akin: list[str] = field(default_factory=list)
    skipped: Counter[str] = field(default_factory=Counter)
    tables: dict[str, int] = field(default_factory=dict)
    timings: dict[str, float] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add the time of the block to a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.timings[stage] = self.timings.get(stage, 0.0) + time.perf_counter() - start


def build(
    raw: Sequence[Path | str],
    out: Path,
    *,
    workers: int | None = None,
    run: engine.Run | None = None,
    public: bool = False,
    use_cache: bool = True,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
    on_wait: Callable[[], None] | None = None,
) -> Report:
    """Build the dataset of everything below ``raw`` in ``out``.

    Args:
        raw: Files and folders.
        out: The build's folder; it appears whole or not at all.
        workers: Processes that read documents; default the cores.
        run: The engine that reads them, where it is not ``workers`` processes of this machine.
        public: Leave out what may not be redistributed.
        use_cache: Take what has not changed from the cache beside ``out``.
        model: The installed spaCy pipeline.
        progress: Told what is done.
        on_wait: Called once if another build into ``out`` has to end first.

    Raises:
        CasesError: No document could be built, a rule between documents is broken, or ``out`` cannot be written.
    """
    report = Report(out)
    amendments = read_amendments(raw)
    with staged(out, on_wait) as folder, closing(Spool(folder.parent)) as spool:
        with report.timed("read"), closing(_cache(out, model, use_cache)) as cache:
            told = None if progress is None else lambda done: progress("documents", done)
            intake = take(
                raw,
                spool,
                cache,
                model,
                run or engine.local(workers),
                progress=told,
                with_keys=bool(amendments.suppressed),
                meanwhile=_load_the_rest,
            )
        with report.timed("settle"):
            report.rejected = intake.settle()
        _count(report, intake)
        with report.timed("resolve"):
            amended = _amended(intake, amendments)
            report.rejected = [amended.suppression.rejection(one) for one in report.rejected]
            report.akin = sorted(amended.suppression.akin)
        if amendments.suppressed:
            with closing(_cache(out, model, use_cache)) as cache:
                cache.forget_all_but(intake.keys_to_keep(lambda result: not _touched(amended.suppression, result)))
        version = Version(data=_data_version(intake, model, amendments), code=metadata.version("corruption-cases"))
        with report.timed("tables"):
            report.tables = _write_tables(folder, intake, amended, version, public)
        with ThreadPoolExecutor(1) as beside:
            checked = beside.submit(report.timed("check")(_check_joins), folder / "parquet", amendments.corrections)
            try:
                with report.timed("sqlite"):
                    build_sqlite(folder / "parquet", folder / "cases.db")
            finally:
                checked.result()  # what it tells goes before anything that the database does not take
        write_datapackage(folder, version)
        report.versions = _versions(version, model)
        _write_report(folder, report)
    return report


def _load_the_rest() -> None:
    """Load what the stages after the reading would load when they come to it."""
    import duckdb  # noqa: F401
    import pandas  # noqa: F401 — Arrow asks for it with the first list
    import pyarrow.parquet  # noqa: F401
    import sqlite_utils  # noqa: F401


def _touched(suppression: Suppression, result: Result) -> bool:
    if isinstance(result, Rejection):
        return suppression.rejection(result) != result
    return suppression.touches(result.document)


def _check_joins(parquet: Path, corrections: Sequence[Correction]) -> None:
    """A rule that is broken between documents fails the build.

    Raises:
        CasesError: With the first of the failures.
    """
    if failures := check_joins(parquet):
        first = failures[0]
        place = " ".join(part for part in (first.table, first.row, first.column) if part)
        reason = f"{first.rule}: {first.message} (1 of {len(failures)} failures); the old build stays"
        if entry := next((one for one in corrections if (one.table, one.row) == (first.table, first.row)), None):
            raise CasesError(entry.place, f"{place}: {reason}", "correct what hangs together in entries of their own")
        raise CasesError(place, reason, "report it: the documents are sound one by one and break a rule together")


def _check_corrected(corrections: Corrections) -> None:
    """A corrected row has to keep the rules that see more than one column.

    Raises:
        CasesError: With the first of the failures.
    """
    for entry, row in corrections.changed:
        for one in check_row(entry.table, row):
            reason = f"{one.table} {one.row} {one.column}: {one.rule}: {one.message}"
            raise CasesError(entry.place, reason, "correct the columns that belong together in entries of their own")


def _cache(out: Path, model: str, use_cache: bool) -> Cache:
    """The cache beside the build; one without a place keeps nothing."""
    out = out.resolve()
    key = hashlib.sha256(f"{fingerprint()} {describe_model(model)}".encode()).hexdigest()
    return Cache(out.parent / f"{out.name}.cache" if use_cache else None, key)


def _count(report: Report, intake: Intake) -> None:
    """The numbers of the report.

    Raises:
        CasesError: There is no document at all.
    """
    report.skipped, report.reused = intake.skipped, intake.reused
    report.documents, report.undated = len(intake), intake.undated
    if not report.documents:
        raise CasesError("raw", "no document could be built", _why_none(report))


def extract(
    text: str, *, published: str | None = None, model: str = DEFAULT_MODEL, document_id: str = "text"
) -> dict[str, list[dict[str, object]]]:
    """The rows of one text, by table, made in memory."""
    day = date.fromisoformat(published) if published else None
    digest = hashlib.sha256(text.encode()).hexdigest()
    return extract_document(Document(document_id, text, document_id, digest, published=day, language="en"), model)


def extract_document(document: Document, model: str = DEFAULT_MODEL) -> dict[str, list[dict[str, object]]]:
    """The rows of one document, by table, made in memory."""
    load_spacy()
    from cases.extraction import extract_all

    ((_, facts),) = extract_all([document], model)
    return rows_alone(document, facts)


def extract_file(file: Path, model: str = DEFAULT_MODEL) -> dict[str, list[dict[str, object]]]:
    """The rows of one source file.

    Raises:
        CasesError: The file is no document that can be read.
    """
    try:
        item = next(iter(scan([file])), None)
    except FileNotFoundError:
        raise CasesError(file, "there is no such file", "name an existing one") from None
    if item is None or isinstance(item, Skipped):
        raise CasesError(file, "is no source of a kind that is read", "name a .txt, .md, .html, .pdf or .docx file")
    document = item if isinstance(item, Rejection) else read(item)
    if isinstance(document, Rejection):
        raise CasesError(document.path, document.reason, document.remedy)
    return extract_document(document, model)


@dataclass(frozen=True, slots=True)
class Amended:
    """The joined facts after names were withheld and charges removed, with what corrects their rows."""

    suppression: Suppression
    corrections: Corrections
    joined: Joined


def _amended(taken: Iterable[Taken], amendments: Amendments) -> Amended:
    resolution = resolve(names_of(t.document, t.facts) for t in taken)
    suppression = Suppression(amendments.suppressed, resolution, (one.document for one in taken))
    corrections = Corrections(amendments.corrections, partial(suppression.mask, every=True))
    joined = Joined(corrections.names(suppression.resolution))
    for one in taken:
        joined.add(suppression.document(one.document), suppression.facts(one.facts))
    if corrections.removed_charges:
        corrections.dropped(joined.charge_ids.values())
        joined = joined.without(corrections.removed_charges)
    corrections.apply("charges", joined.charges)  # before the cases are made, whose status follows from them
    return Amended(suppression, corrections, joined)


def _write_tables(
    folder: Path, taken: Iterable[Taken], amended: Amended, version: Version, public: bool
) -> dict[str, int]:
    suppression, corrections, joined = amended.suppression, amended.corrections, amended.joined
    with ParquetWriter(folder / "parquet", version) as writer:
        for table, rows in joined.tables():
            writer.write(table, corrections.apply(table, rows))
        for one in taken:
            document, facts = suppression.document(one.document), suppression.facts(one.facts)
            for table, rows in document_rows(document, facts, joined, public).items():
                writer.write(table, corrections.apply(table, rows))
        writer.write("corrections", corrections.rows())
    _check_corrected(corrections)
    return dict(writer.counts)


def _why_none(report: Report) -> str:
    if report.rejected:
        first = report.rejected[0]
        return f"{len(report.rejected)} rejected, first {first.path}: {first.reason}; {first.remedy}"
    return "put an article or a press release there"


def _data_version(taken: Iterable[Taken], model: str, amendments: Amendments) -> str:
    """A hash of the inputs and of code, model and word lists."""
    digest = hashlib.sha256(code_hash().encode() + describe_model(model).encode())
    digest.update(repr(amendments).encode())
    for one in taken:
        digest.update(msgspec.msgpack.encode(replace(one.document, text="")))
        digest.update(hashlib.sha256(one.document.text.encode()).digest())
    return digest.hexdigest()[:16]


def _versions(version: Version, model: str) -> dict[str, str]:
    libraries = {name: metadata.version(name) for name in ("spacy", "thinc", "numpy", "pyarrow", "pandas")}
    return {
        "data": version.data,
        "code": version.code,
        "model": describe_model(model),
        "python": platform.python_version(),
        "processor": platform.machine(),
        **libraries,
    }


def _write_report(folder: Path, report: Report) -> None:
    write_report(
        folder / "report.json",
        documents=report.documents,
        undated=report.undated,
        rejected=report.rejected,
        skipped=report.skipped,
        tables=report.tables,
        timings=report.timings,
        versions=report.versions,
    )

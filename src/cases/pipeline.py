"""From RAW to BUILD: the only module that knows every stage."""

import hashlib
import platform
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import metadata
from pathlib import Path

import msgspec

from cases import engine
from cases.errors import CasesError
from cases.extraction import extract_all
from cases.frames import Joined, document_rows
from cases.language.model import DEFAULT_MODEL, describe_model
from cases.publish.datapackage import write_datapackage
from cases.publish.exchange import staged
from cases.publish.parquet import ParquetWriter
from cases.publish.report import write_report
from cases.publish.sqlite import build_sqlite
from cases.records import Document, Facts, Rejection
from cases.resolve import Resolution, names_of, resolve
from cases.schema import Version
from cases.sources import Seen, Skipped, Source, read, scan
from cases.validation import Failure, check_document

Progress = Callable[[str, int], None]
"""Told the stage and how many documents it has done."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was read, with what it says."""

    document: Document
    facts: Facts


Result = Taken | Rejection


@dataclass
class Report:
    """What a build took, turned away and made; ``timings`` in seconds by stage."""

    build: Path
    documents: int = 0
    undated: int = 0
    rejected: list[Rejection] = field(default_factory=list)
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
    public: bool = False,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
    on_wait: Callable[[], None] | None = None,
) -> Report:
    """Build the dataset of everything below ``raw`` in ``out``.

    Args:
        raw: Files and folders.
        out: The build's folder; it appears whole or not at all.
        workers: Processes that read documents; default the cores.
        public: Leave out what may not be redistributed.
        model: The installed spaCy pipeline.
        progress: Told what is done.
        on_wait: Called once if another build into ``out`` has to end first.

    Raises:
        CasesError: No document could be built, a rule between documents is broken, or ``out`` cannot be written.
    """
    report = Report(out)
    with staged(out, on_wait) as folder:
        with report.timed("read"):
            taken = list(_collect(raw, report, workers, model, progress))
        if not taken:
            raise CasesError(", ".join(map(str, raw)), "no document could be built", _why_none(report))
        version = Version(data=_data_version(taken, model), code=metadata.version("corruption-cases"))
        with report.timed("resolve"):
            joined = _join(taken)
        with report.timed("tables"):
            report.tables = _write_tables(folder, taken, joined, version, public)
        with report.timed("sqlite"):
            build_sqlite(folder / "parquet", folder / "cases.db")
        write_datapackage(folder, version)
        report.versions = _versions(version, model)
        _write_report(folder, report)
    return report


def extract(
    text: str, *, published: str | None = None, model: str = DEFAULT_MODEL, document_id: str = "text"
) -> dict[str, list[dict[str, object]]]:
    """The rows of one text, by table, made in memory."""
    from datetime import date

    day = date.fromisoformat(published) if published else None
    digest = hashlib.sha256(text.encode()).hexdigest()
    return extract_document(Document(document_id, text, document_id, digest, published=day, language="en"), model)


def extract_document(document: Document, model: str = DEFAULT_MODEL) -> dict[str, list[dict[str, object]]]:
    """The rows of one document, by table, made in memory."""
    ((_, facts),) = extract_all([document], model)
    return rows_alone(document, facts)


def extract_file(file: Path, model: str = DEFAULT_MODEL) -> dict[str, list[dict[str, object]]]:
    """The rows of one source file.

    Raises:
        CasesError: The file is no document that can be read.
    """
    report = Report(file)
    source = next(_sources([file], report), None)
    document = read(source) if source else next(iter(report.rejected), None)
    if document is None:
        raise CasesError(file, "is no source of a kind that is read", "name a .txt, .md, .html, .pdf or .docx file")
    if isinstance(document, Rejection):
        raise CasesError(document.path, document.reason, document.remedy)
    return extract_document(document, model)


def rows_alone(document: Document, facts: Facts) -> dict[str, list[dict[str, object]]]:
    """The rows of a document as if there were no other."""
    joined = Joined(resolve([names_of(document, facts)]))
    joined.add(document, facts)
    return {**dict(joined.tables()), **document_rows(document, facts, joined)}


def read_batch(sources: list[Source], model: str = DEFAULT_MODEL) -> bytes:
    """Read and extract some sources; the encoded results, one for each, in order. Runs in any process."""
    documents = [read(source) for source in sources]
    good = [d for d in documents if isinstance(d, Document)]
    facts = iter(_facts(good, model))
    results = [next(facts) if isinstance(d, Document) else d for d in documents]
    return msgspec.msgpack.encode([_encoded(r) for r in results])


def _encoded(result: Result) -> tuple[str, Result]:
    return ("taken" if isinstance(result, Taken) else "rejected", result)


def decode_batch(data: bytes) -> list[Result]:
    """What ``read_batch`` encoded."""
    pairs = msgspec.msgpack.decode(data, type=list[tuple[str, msgspec.Raw]])
    kinds = {"taken": Taken, "rejected": Rejection}
    return [msgspec.msgpack.decode(raw, type=kinds[kind]) for kind, raw in pairs]


def _facts(documents: list[Document], model: str) -> list[Result]:
    """Facts of a batch. If one document makes the extraction raise, the others are read one by one."""
    try:
        return [_checked(document, facts) for document, facts in extract_all(documents, model)]
    except Exception as error:
        if len(documents) == 1:
            return [_raised(documents[0], error)]
        return [result for document in documents for result in _facts([document], model)]


def _raised(document: Document, error: Exception) -> Rejection:
    reason = f"the extraction failed: {type(error).__name__}: {' '.join(str(error).split())[:200]}"
    trace = "".join(traceback.format_exception(error))
    return Rejection(document.path, reason, "report it with the traceback in report.json", traceback=trace)


def _checked(document: Document, facts: Facts) -> Result:
    """A document whose own rows break a rule is rejected with that rule."""
    failures: list[Failure] = check_document(rows_alone(document, facts), document.text)
    if not failures:
        return Taken(document, facts)
    first = failures[0]
    place = f"{first.table} {first.row} {first.column}"
    reason = f"{first.rule}: {first.message}" + (f" (and {len(failures) - 1} more)" if len(failures) > 1 else "")
    return Rejection(document.path, reason, "report it; the document breaks a rule of the tables", place)


def _collect(
    raw: Sequence[Path | str], report: Report, workers: int | None, model: str, progress: Progress | None
) -> Iterator[Taken]:
    """Documents in the order of the scan, less the rejected and the skipped, which the report counts."""
    seen = Seen()
    done = 0
    for data in engine.run(partial(read_batch, model=model), _sources(raw, report), workers):
        for result in decode_batch(data):
            done += 1
            rejected = result if isinstance(result, Rejection) else seen.check(result.document)
            if rejected:
                report.rejected.append(rejected)
            elif isinstance(result, Taken):
                report.documents += 1
                report.undated += result.document.published is None
                yield result
        if progress:
            progress("documents", done)


def _sources(raw: Sequence[Path | str], report: Report) -> Iterator[Source]:
    try:
        items = scan(raw)
    except FileNotFoundError as error:
        raise CasesError(error.filename, "there is no such file or folder", "name an existing one") from error
    for item in items:
        if isinstance(item, Source):
            yield item
        elif isinstance(item, Skipped):
            report.skipped[item.reason] += 1
        else:
            report.rejected.append(item)


def _join(taken: Iterable[Taken]) -> Joined:
    resolution: Resolution = resolve(names_of(t.document, t.facts) for t in taken)
    joined = Joined(resolution)
    for one in taken:
        joined.add(one.document, one.facts)
    return joined


def _write_tables(
    folder: Path, taken: Iterable[Taken], joined: Joined, version: Version, public: bool
) -> dict[str, int]:
    with ParquetWriter(folder / "parquet", version) as writer:
        for table, rows in joined.tables():
            writer.write(table, rows)
        for one in taken:
            for table, rows in document_rows(one.document, one.facts, joined, public).items():
                writer.write(table, rows)
    return dict(writer.counts)


def _why_none(report: Report) -> str:
    if report.rejected:
        first = report.rejected[0]
        return f"{len(report.rejected)} rejected, first {first.path}: {first.reason}; {first.remedy}"
    return "put an article or a press release there"


def _data_version(taken: Iterable[Taken], model: str) -> str:
    """A hash of the inputs and of code, model and word lists."""
    digest = hashlib.sha256(code_hash().encode() + describe_model(model).encode())
    for one in taken:
        digest.update(msgspec.msgpack.encode(replace(one.document, text="")))
        digest.update(hashlib.sha256(one.document.text.encode()).digest())
    return digest.hexdigest()[:16]


def code_hash() -> str:
    """A hash of the package's code and word lists."""
    package = Path(__file__).parent
    digest = hashlib.sha256()
    for path in sorted([*package.rglob("*.py"), *package.glob("words/*.yaml")]):
        digest.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


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
        rejected=report.rejected,
        skipped=report.skipped,
        tables=report.tables,
        timings=report.timings,
        versions=report.versions,
    )

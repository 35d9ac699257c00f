"""``report.json``: what was built from what, what was rejected, and how long it took."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from cases.records import Rejection


def write_report(
    path: Path,
    *,
    documents: int,
    undated: int,
    rejected: Sequence[Rejection],
    skipped: Mapping[str, int],
    tables: Mapping[str, int],
    timings: Mapping[str, float],
    versions: Mapping[str, str],
) -> None:
    """Write the report of a build.

    Args:
        path: The file to write.
        documents: Number of documents in the build.
        undated: Those of them without a date of publication: their relative dates stay unresolved.
        rejected: Sources that could not be taken.
        skipped: Number of files that are no sources, by reason.
        tables: Number of rows, by table.
        timings: Seconds, by stage.
        versions: Of data, code, model, Python and the libraries that the result depends on.
    """
    content = {
        "documents": documents,
        "undated": undated,
        "rejected": [_rejected(one) for one in rejected],
        "skipped": dict(skipped),
        "tables": dict(tables),
        "timings": {stage: round(seconds, 3) for stage, seconds in timings.items()},
        "versions": dict(versions),
    }
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _rejected(one: Rejection) -> dict[str, str | None]:
    told = {"path": one.path, "place": one.place, "reason": one.reason, "remedy": one.remedy}
    return told if one.traceback is None else {**told, "traceback": one.traceback}

"""The page ``docs/evaluation.md``: figures from the run, words from here."""

from typing import Any

from benchmarks.evaluation.scoring import Errors

KINDS = ("missed", "wrong party", "wrong code", "not in the annotation")
FIXES = {
    "people": "Names that the model does not see at all, and two names that it runs together; a larger model helps.",
    "organizations": "Bodies named only by what they do, and units whose parent is elsewhere; more heads in the lists.",
    "roles": "Titles that stand far from the name; positions that only a described person holds.",
    "charges": "A described party that no name is tied to; a scheme told in many sentences without its legal word.",
    "penalties": "Sentences of several people in one breath; maxima listed by count.",
    "amounts": "Sums whose purpose is told in another sentence.",
    "dates": "The event behind a date where the sentence has two; distances from a date that is not named.",
}
MANY = 10
"""Methods that support fewer rows than this tell little and are left out."""


def render(scores: dict[str, dict[str, Any]], errors: dict[str, Errors], versions: str) -> str:
    """The page. ``scores`` are keyed "train", "dev", "train stock" and "dev stock"; ``errors`` are those of train."""
    return "\n".join(
        [
            "# How good the extraction is",
            "",
            "Measured on annotated documents that are not part of this project: `train` (47 documents, from which the",
            "rules were written) and `dev` (28, kept for checking). A row is right when its key is right (who, what,",
            "how much, when); *strict* also wants the code beside it. The stock baseline is the same language model",
            "with price-parser and dateparser, scored by the same script in the same run.",
            "",
            f"Written by `make evaluation` with {versions}.",
            "",
            *_table(scores),
            "",
            "## Errors on `train`, by kind",
            "",
            *_kinds(errors),
            "",
            "## Precision by rule, on `train`",
            "",
            "`evidence.method` names the rule behind each span. The share of the rows it supports that are right is",
            "the nearest to a confidence that an extraction without guesses has. Methods with under ten rows are left",
            "out.",
            "",
            *_methods(errors),
            "",
        ]
    )


def _table(scores: dict[str, dict[str, Any]]) -> list[str]:
    lines = [
        "| table | train P | train R | train F1 | train strict | dev P | dev R | dev F1 | dev strict | stock dev F1 |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    stock = scores["dev stock"]
    for table in scores["dev"]["tables"]:
        cells = [
            f"{scores[folder]['tables'][table][column]:.3f}"
            for folder in ("train", "dev")
            for column in ("precision", "recall", "f1", "strict_f1")
        ]
        lines.append(f"| {table} | {' | '.join(cells)} | {stock['tables'][table]['f1']:.3f} |")
    means = [f"{scores[f]['mean_f1']:.3f} | {scores[f]['mean_strict_f1']:.3f}" for f in ("train", "dev")]
    lines.append(f"| mean | | | {means[0]} | | | {means[1]} | {stock['mean_f1']:.3f} |")
    strict = stock["mean_strict_f1"]
    return [*lines, "", f"The stock baseline's mean strict F1 on `dev` is {strict:.3f}."]


def _kinds(errors: dict[str, Errors]) -> list[str]:
    lines = [f"| table | {' | '.join(KINDS)} | what would mend most of them |", "|---|" + "---|" * (len(KINDS) + 1)]
    for table, found in errors.items():
        lines.append(f"| {table} | {' | '.join(str(found.kinds[kind]) for kind in KINDS)} | {FIXES[table]} |")
    return lines


def _methods(errors: dict[str, Errors]) -> list[str]:
    lines = ["| method | rows | right | precision |", "|---|---|---|---|"]
    for found in errors.values():
        for method, rows in sorted(found.rows.items()):
            if rows >= MANY:
                lines.append(f"| `{method}` | {rows} | {found.right[method]} | {found.right[method] / rows:.2f} |")
    return lines

"""The parts that are measured in processes of their own: ``python -m benchmarks.performance.parts NAME FILE``."""

import importlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.performance.running import texts_of

TABLES = ("money", "times", "people", "organizations", "charges", "roles", "penalties", "amounts", "dates")


def stock(lines: Path) -> None:
    """The stock pipeline with all its parts over the texts."""
    from cases.language.installed import find_model

    for _ in importlib.import_module(find_model()).load().pipe(texts_of(lines)):
        pass


def documents_of(lines: Path) -> list[Any]:
    from cases.records import Document

    return [Document(str(i), text, str(i), "", language="en") for i, text in enumerate(texts_of(lines))]


def rules(lines: Path) -> None:
    """Prints the processor time of the pipeline under the rules, of the rules, and of the rules by table."""
    from cases import extraction
    from cases.engine import collect_seldom
    from cases.language.model import load_model
    from cases.language.reading import parse

    collect_seldom()  # as every process of a build does
    documents = documents_of(lines)
    nlp, _ = load_model(), extraction.lexicon()
    for document, doc in parse(nlp, documents[:8]):  # what is compiled once per process
        extraction.extract_one(document, doc)
    begin = time.process_time()
    read = list(parse(nlp, documents))
    between = time.process_time()
    for document, doc in read:
        extraction.extract_one(document, doc)
    end = time.process_time()
    with by_table() as spent:
        for document, doc in read:
            extraction.extract_one(document, doc)
    told = {
        "pipeline": between - begin,
        "rules": end - between,
        "tables": dict(spent),
        "tokens": sum(len(d) for _, d in read),
    }
    print(json.dumps(told))


@contextmanager
def by_table() -> Iterator[Counter[str]]:
    """Adds up the processor time of each module of the extraction."""
    from cases import extraction

    spent: Counter[str] = Counter()
    functions = [(getattr(extraction, table), "find", table) for table in TABLES]
    functions += [(extraction.coreference, "resolve", "coreference"), (extraction.Lexicon, "match", "word lists")]
    whole = [(owner, name, getattr(owner, name)) for owner, name, _ in functions]
    for owner, name, table in functions:
        setattr(owner, name, timed(getattr(owner, name), spent, table))
    try:
        yield spent
    finally:
        for owner, name, function in whole:
            setattr(owner, name, function)


def timed(function: Callable[..., Any], spent: Counter[str], name: str) -> Callable[..., Any]:
    def call(*values: Any, **named: Any) -> Any:
        begin = time.process_time()
        try:
            return function(*values, **named)
        finally:
            spent[name] += time.process_time() - begin

    return call


def pipeline(lines: Path) -> None:
    """Prints the processor time of each part of the pipeline, run one after the other over all texts."""
    from cases.language.model import load_model
    from cases.language.reading import readable

    nlp = load_model()
    texts = [readable(text) for text in texts_of(lines)]
    list(nlp.pipe(texts[:8]))
    begin = time.process_time()
    docs: Sequence[Any] = [nlp.make_doc(text) for text in texts]
    spent = {"tokenizer": time.process_time() - begin}
    for name, component in nlp.pipeline:
        begin = time.process_time()
        docs = list(component.pipe(docs, batch_size=64)) if hasattr(component, "pipe") else list(map(component, docs))
        spent[name.removeprefix("cases_")] = time.process_time() - begin
    print(json.dumps(spent))


PARTS: dict[str, Callable[[Path], None]] = {
    "stock": stock,
    "rules": rules,
    "pipeline": pipeline,
}

if __name__ == "__main__":
    PARTS[sys.argv[1]](Path(sys.argv[2]))

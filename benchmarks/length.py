"""Milliseconds to read 1,000 characters, over the length of one document: ``python -m benchmarks.length [FILE]``.

The documents are ordinary prose: paragraphs of a corpus, shuffled with a fixed seed and cut to length. Where reading
takes time in proportion to the text, every line shows the same figures.
"""

import argparse
import itertools
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.performance.running import RELEASES, texts_of

SIZES = (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000)
AT_LEAST = 64_000  # characters measured for each length: a short document is read several times over
SEED = 2024
Measured = tuple[int, float, float]


def prose(corpus: Path, size: int) -> str:
    """Paragraphs of the corpus in a shuffled order, ``size`` characters in all."""
    paragraphs = [p for text in texts_of(corpus) for p in text.split("\n") if len(p) > 100]
    random.Random(SEED).shuffle(paragraphs)
    parts, length = [], 0
    for paragraph in itertools.cycle(paragraphs):
        parts.append(paragraph)
        length += len(paragraph) + 2
        if length > size:
            break
    return "\n\n".join(parts)[:size]


def measure(corpus: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[Measured]:
    """Length, and seconds of processor that the pipeline and the rules take for one document of that length."""
    from cases.extraction import extract_one, lexicon
    from cases.language.model import load_model
    from cases.language.reading import parse
    from cases.records import Document

    text = prose(corpus, max(sizes))
    nlp, _ = load_model(), lexicon()
    for size in (sizes[0], *sizes):  # the first one warms up
        cuts = range(0, min(max(AT_LEAST, size), len(text)), size)
        documents = [Document(str(cut), text[cut : cut + size], str(cut), "", language="en") for cut in cuts]
        begin = time.process_time()
        read = list(parse(nlp, documents))
        between = time.process_time()
        for document, doc in read:
            extract_one(document, doc)
        yield size, (between - begin) / len(read), (time.process_time() - between) / len(read)


def told(measured: list[Measured]) -> Iterator[str]:
    """The table, as Markdown."""
    yield "| characters | pipeline, ms for 1,000 characters | rules, ms for 1,000 characters |"
    yield "|--:|--:|--:|"
    for size, read, ruled in measured:
        yield f"| {size:,} | {1e6 * read / size:.2f} | {1e6 * ruled / size:.2f} |"


def main() -> None:
    """Measure, and print the table or the bare figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=RELEASES)
    parser.add_argument("--json", action="store_true", help="length and seconds, for the page of the documentation")
    chosen = parser.parse_args()
    measured = list(itertools.islice(measure(chosen.corpus), 1, None))
    print(json.dumps(measured) if chosen.json else "\n".join(told(measured)))


if __name__ == "__main__":
    main()

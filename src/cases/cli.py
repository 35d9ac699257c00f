"""The commands. Errors go to standard error in one line; exit 0 is fine, 1 wrong data, 2 a wrong call."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cases.errors import CasesError
from cases.extras import missing_part
from cases.text import visible

if TYPE_CHECKING:
    from cases.engine import Run

app = typer.Typer(
    name="cases",
    help="Reporting on corruption cases as data that can be cited.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


STOPPED = 130  # 128 and the number of the signal


class Engine(StrEnum):
    """What reads the documents of a build."""

    local = "local"
    dask = "dask"


Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")]


@app.callback(invoke_without_command=True)
def common(version: Annotated[bool, typer.Option("--version", help="Print the versions and leave.")] = False) -> None:
    """Reporting on corruption cases as data that can be cited."""
    if version:
        from cases.terminal import versions

        typer.echo(versions())
        raise typer.Exit


@app.command()
def build(  # noqa: PLR0917 — typer wants them so
    raw: Annotated[
        list[str] | None, typer.Argument(help="Files and folders of sources, or addresses of them.  [default: raw]")
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder of the build.")] = Path("build"),
    workers: Annotated[int | None, typer.Option(min=1, help="Processes.  [default: the cores]")] = None,
    engine: Annotated[Engine, typer.Option(help="Processes of this machine, or a Dask cluster.")] = Engine.local,
    scheduler: Annotated[
        str | None, typer.Option(help="The cluster's scheduler, tcp://…  [default: a cluster on this machine]")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 if a document was rejected.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Leave out texts that may not be redistributed.")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Read every document, changed or not.")] = False,
    model: Annotated[str, typer.Option(help="The installed spaCy pipeline.")] = "en_core_web_sm",
    debug: Debug = False,
) -> None:
    """Build the whole dataset."""
    from cases.engine import collect_seldom

    collect_seldom()
    from cases import pipeline, terminal

    run = _cluster(scheduler, workers) if engine is Engine.dask else None
    if scheduler is not None and (run is None or workers is not None):
        raise typer.BadParameter("it goes with --engine dask and without --workers", param_hint="--scheduler")
    with terminal.watched("Reading documents") as progress:
        report = pipeline.build(
            raw or ["raw"],
            out,
            workers=workers,
            run=run,
            public=public,
            use_cache=not no_cache,
            model=model,
            progress=progress,
            on_wait=terminal.waiting,
        )
    terminal.show_report(report)
    if strict and report.rejected:
        raise typer.Exit(1)


@app.command()
def add(
    sources: Annotated[list[str], typer.Argument(metavar="FILE_OR_URL...", help="Files, or addresses of web pages.")],
    raw: Annotated[Path, typer.Option(help="The folder of sources.")] = Path("raw"),
    debug: Debug = False,
) -> None:
    """Put documents into RAW, each with a sidecar of what it says of itself."""
    from cases import terminal
    from cases.sources.add import add as add_source

    for source in sources:
        terminal.show_added(add_source(source, raw))


@app.command()
def validate(
    folder: Annotated[Path, typer.Argument(metavar="[BUILD]", help="The build.")] = Path("build"), debug: Debug = False
) -> None:
    """Check an existing build against the schemas and every rule."""
    from cases import terminal
    from cases.validation import check_build

    failures = check_build(folder)
    terminal.show_failures(folder, failures)
    if failures:
        raise typer.Exit(1)


@app.command()
def extract(
    file: Annotated[Path, typer.Argument(help="One document.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    model: Annotated[str, typer.Option(help="The installed spaCy pipeline.")] = "en_core_web_sm",
    debug: Debug = False,
) -> None:
    """Show what one document says, as tables beside its quotes; writes nothing."""
    from cases import pipeline, terminal

    tables = pipeline.extract_file(file, model)
    if as_json:
        terminal.print_json(tables)
    else:
        terminal.show_tables(tables)


@app.command()
def export(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help="csv, xlsx, ftm, annotations or croissant.")],
    folder: Annotated[
        Path | None, typer.Argument(metavar="[BUILD]", help="The build.  [default: the one that the package reads]")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The folder to write into.  [default: export/FORMAT]")] = None,
    spreadsheet: Annotated[
        bool, typer.Option("--spreadsheet", help="csv: an apostrophe before text that looks like a formula.")
    ] = False,
    debug: Debug = False,
) -> None:
    """Write the dataset in a form that other tools read."""
    from cases.exports import export_build
    from cases.reader import open_build

    target = out or Path("export") / form
    written = export_build(open_build(folder), form, target, spreadsheet=spreadsheet)
    typer.echo(f"{target}: {len(written)} files")


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier build.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later build.")],
    in_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    debug: Debug = False,
) -> None:
    """Tell which rows were added, removed, modified and merged between two builds."""
    import json

    from cases.compare import as_json, as_text, compare_builds
    from cases.reader import open_build

    differences = compare_builds(open_build(old), open_build(new))
    if in_json:
        typer.echo(json.dumps(as_json(differences), ensure_ascii=False, indent=2))
    else:
        for line in as_text(differences):
            typer.echo(visible(line))


@app.command()
def publish(
    address: Annotated[str, typer.Argument(help="Where fsspec can write: s3://…, gs://…, a folder …")],
    folder: Annotated[Path, typer.Argument(metavar="[BUILD]", help="The build, a public one.")] = Path("build"),
    debug: Debug = False,
) -> None:
    """Copy a finished public build to an address, its datapackage.json last."""
    from cases.publish.copy import copy_build

    written = copy_build(folder, address)
    typer.echo(f"{address}: {len(written)} files")


@app.command()
def serve(  # noqa: PLR0917 — typer wants them so
    folder: Annotated[Path, typer.Argument(metavar="[BUILD]", help="The build.")] = Path("build"),
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8001,
    base_url: Annotated[str, typer.Option(help="The path below which a proxy shows the pages.")] = "/",
    contact: Annotated[str, typer.Option(help="Where to report errors: mailto:… or https://…")] = "",
    debug: Debug = False,
) -> None:
    """Show a build in the browser, read-only."""
    from cases.site.serve import serve as serve_build

    serve_build(folder, host, port, base_url, contact)


def _cluster(scheduler: str | None, workers: int | None) -> "Run":
    from cases.cluster import dask

    return dask(scheduler, workers)


def main() -> None:
    """Run the command line; a person sees one line for an error, a traceback only with ``--debug``."""
    debug = "--debug" in sys.argv
    try:
        app()
    except (CasesError, ModuleNotFoundError) as error:
        if debug or str(getattr(error, "name", "")).startswith("cases"):
            raise
        told = missing_part(error) if isinstance(error, ModuleNotFoundError) else error
        print(f"cases: {visible(str(told))}", file=sys.stderr)
        sys.exit(1)
    except SystemExit as stop:
        if stop.code == STOPPED:  # what Typer makes of a KeyboardInterrupt
            print("cases: stopped; the build is as it was before", file=sys.stderr)
        raise

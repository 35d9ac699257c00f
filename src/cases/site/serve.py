"""Datasette over a build: read-only, with our pages."""

import socket
from contextlib import closing
from pathlib import Path
from typing import Any

from datasette.app import Datasette

from cases.errors import CasesError
from cases.publish.exchange import recover
from cases.schema import datasette_metadata
from cases.site.queries import queries
from cases.site.store import DATABASE
from cases.validation.public import is_public

HOME = ("127.0.0.1", "localhost", "::1")
SETTINGS = {
    "sql_time_limit_ms": 2_000,
    "max_returned_rows": 1_000,
    "default_page_size": 50,
    "facet_time_limit_ms": 400,
    "suggest_facets": False,
    "num_sql_threads": 2,
    "truncate_cells_html": 400,
}


def serve(build: Path, host: str = "127.0.0.1", port: int = 8001, base_url: str = "/", contact: str = "") -> None:
    """Serve a build until it is stopped.

    Args:
        build: The folder of the build.
        host: The address to listen on. Any but this machine's own takes a public build only.
        port: The port to listen on.
        base_url: The path below which a reverse proxy shows the pages.
        contact: Where a visitor reports an error or asks for removal.

    Raises:
        CasesError: There is no such build, it holds texts that may not be passed on, or the port is taken.
    """
    import uvicorn

    site = open_site(build, base_url, contact)
    if host not in HOME and not is_public(build / "cases.db"):
        raise CasesError(
            build,
            "holds texts that may not be passed on",
            "serve it to 127.0.0.1, or make it with: cases build --public",
        )
    _check_free(host, port)
    print(f"http://{host}:{port}{site.setting('base_url')} shows {build}; Ctrl-C stops it", flush=True)
    uvicorn.run(site.app(), host=host, port=port, log_level="warning", lifespan="on")


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with closing(socket.socket(family)) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            reason = error.strerror or str(error)
            raise CasesError(f"{host}:{port}", f"cannot be listened on: {reason}", "take another --port") from error


def open_site(build: Path, base_url: str = "/", contact: str = "") -> Datasette:
    """Datasette over the database of a build, opened as immutable.

    Raises:
        CasesError: There is no such build, or the contact is no address of a person or a page.
    """
    if contact and not contact.startswith(("mailto:", "https://")):
        raise CasesError(contact, "is no contact", "write mailto:… or https://…")
    recover(build)
    database = build / "cases.db"
    if not database.is_file():
        raise CasesError(build, "is no build: cases.db is not there", "make one: cases build")
    path = "/" + base_url.strip("/")
    settings: dict[str, Any] = {**SETTINGS, "base_url": path if path.endswith("/") else f"{path}/"}
    metadata = {**datasette_metadata(DATABASE, queries()), "plugins": {"cases": {"contact": contact}}}
    return Datasette(immutables=[str(database)], metadata=metadata, settings=settings)

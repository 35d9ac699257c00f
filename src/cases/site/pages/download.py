"""The list of files to take away, and the files."""

from pathlib import Path
from typing import Any

from datasette import Response
from datasette.utils.asgi import NotFound

from cases.site.downloads import files, send_file
from cases.site.parquet import ROWS
from cases.site.store import DATABASE


async def page(request: Any, datasette: Any) -> Response:
    """Answer with the list of files, and the lines that read them."""
    context = {"files": files(_build(datasette)), "here": _here(request, datasette), "rows": ROWS}
    return Response.html(await datasette.render_template("cases_download.html", context, request=request))


async def file(request: Any, datasette: Any, send: Any) -> Response | None:
    """Answer with a file or a part of it.

    Raises:
        NotFound: The name is none of the list.
    """
    name = request.url_vars["name"]
    found = next((one for one in files(_build(datasette)) if one.name == name), None)
    if found is None:
        raise NotFound(f"There is no file {name}.")
    if request.method not in ("GET", "HEAD"):
        return Response.text("Only GET and HEAD.", status=405, headers={"allow": "GET, HEAD"})
    await send_file(found, request.method, request.headers.get("range"), send)
    return None


def _build(datasette: Any) -> Path:
    return Path(datasette.get_database(DATABASE).path).parent


def _here(request: Any, datasette: Any) -> str:
    return str(datasette.absolute_url(request, datasette.urls.path("download")))

"""The list of files to take away, and the files."""

from typing import Any

from datasette import Response
from datasette.utils.asgi import NotFound

from cases.site.downloads import address, build_of, files, has_tables, send_file
from cases.site.parquet import ROWS


async def page(request: Any, datasette: Any) -> Response:
    """Answer with the list of files, and the lines that read them."""
    build = build_of(datasette)
    context = {
        "files": files(build),
        "whole": has_tables(build),
        "charges": datasette.absolute_url(request, address(datasette, "charges")),
        "rows": ROWS,
    }
    return Response.html(await datasette.render_template("cases_download.html", context, request=request))


async def file(request: Any, datasette: Any, send: Any) -> Response | None:
    """Answer with a file or a part of it.

    Raises:
        NotFound: The name is none of the list.
    """
    name = request.url_vars["name"]
    found = next((one for one in files(build_of(datasette)) if one.name == name), None)
    if found is None:
        raise NotFound(f"There is no file {name}.")
    if request.method not in ("GET", "HEAD"):
        return Response.text("Only GET and HEAD.", status=405, headers={"allow": "GET, HEAD"})
    await send_file(found, request.method, request.headers.get("range"), send)
    return None

"""The pages: a Datasette plugin that shows a build, and the words behind every value.

Datasette finds this package by its entry point and takes ``templates/`` and ``static/`` from it.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl

STYLESHEET = "-/static-plugins/corruption-cases/cases.css"

View = Callable[..., Awaitable[Any]]


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    """The addresses of our pages."""
    from cases.site.pages import case, charts, document, download, find, machines, party, reconcile, start

    return [
        (r"^/$", start.page),
        (r"^/document/(?P<key>[^/]+)$", document.page),
        (r"^/person/(?P<key>[^/]+)$", party.person),
        (r"^/organization/(?P<key>[^/]+)$", party.organization),
        (r"^/charts$", charts.page),
        (r"^/find$", find.page),
        (r"^/robots\.txt$", machines.robots),
        (r"^/llms\.txt$", machines.llms),
        (r"^/feed\.atom$", machines.feed),
        (r"^/reconcile/?$", reconcile.service),
        (r"^/reconcile/suggest/(?P<what>entity|property|type)$", reconcile.suggest),
        (r"^/reconcile/properties$", reconcile.properties),
        (r"^/reconcile/preview$", reconcile.preview),
        (r"^/id/(?P<key>[po][0-9a-f]{12})$", reconcile.view),
        (r"^/download$", download.page),
        (r"^/download/(?P<name>.+)$", download.file),
        (r"^/case/(?P<key>[^/]+)$", case.page),
    ]


@hookimpl
def startup() -> None:
    """Keep the log to a line per request.

    Where rich is installed, Datasette prints a page of local variables for every address that is not there.
    """
    # Imported before datasette.app, this module of Datasette's would lose its hooks.
    from datasette import handle_exception

    handle_exception.rich = None


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """Our stylesheet, on every page."""
    return [datasette.urls.path(STYLESHEET)]


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """What the templates call."""
    from functools import partial

    from cases.site import drawing, labels, links, repairs
    from cases.site.beside import table_body

    env.globals["cases_table"] = partial(table_body, datasette)
    env.globals["cases_link"] = links.link
    env.globals["cases_row"] = links.row
    env.globals["cases_contact"] = lambda: (datasette.plugin_config("cases") or {}).get("contact", "")
    env.filters["short"] = lambda text: drawing.short(text, drawing.NAME)
    env.filters["repaired"] = repairs.repaired
    env.filters["label"] = labels.label
    env.filters["country"] = labels.country


@hookimpl
def extra_template_vars(datasette: Any) -> dict[str, Any]:
    """What Datasette's own templates call."""
    from cases.site.below import replaced

    return {"path_with_replaced_args": replaced(datasette.urls)}


@hookimpl
def permission_allowed(action: str, resource: Any) -> bool | None:
    """The workings of the search are no tables to look at: their keys are bytes, which no address holds."""
    return False if action == "view-table" and "_fts" in resource[1] else None


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, datasette: Any) -> Any:
    """Cells of the tables: keys lead to our pages."""
    from cases.site.cells import cell

    return cell(datasette.urls, row, value, column, table)


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[Any], Any]:
    """Headers that keep a page to what is ours, a memory for pages, and addresses without the path above them."""
    from cases.site.below import below
    from cases.site.memory import Memory, remembering
    from cases.site.security import guarded, reading

    base_url = datasette.setting("base_url")
    return lambda app: below(guarded(reading(remembering(app, Memory()))), base_url)


@hookimpl
def register_output_renderer() -> dict[str, Any]:
    """Tables and answers as Parquet files."""
    from cases.site.parquet import render

    return {"extension": "parquet", "render": render}


@hookimpl
def skip_csrf(scope: Any) -> bool:
    """Programs ask for reconciliation by POST; nothing is changed by it."""
    return str(scope["path"]).rstrip("/").endswith("/reconcile")

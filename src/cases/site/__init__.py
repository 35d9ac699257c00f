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
    from cases.site.pages import case, document, party

    return [
        (r"^/document/(?P<key>[^/]+)$", document.page),
        (r"^/person/(?P<key>[^/]+)$", party.person),
        (r"^/organization/(?P<key>[^/]+)$", party.organization),
        (r"^/case/(?P<key>[^/]+)$", case.page),
    ]


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    """Our stylesheet, on every page."""
    return [datasette.urls.path(STYLESHEET)]


@hookimpl
def prepare_jinja2_environment(env: Any, datasette: Any) -> None:
    """What the templates call."""
    from cases.site import labels, links

    env.globals["cases_link"] = links.link
    env.globals["cases_row"] = links.row
    env.globals["cases_contact"] = lambda: (datasette.plugin_config("cases") or {}).get("contact", "")
    env.filters["label"] = labels.label
    env.filters["country"] = labels.country

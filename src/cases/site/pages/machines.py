"""What programs read: robots, language models, feed readers."""

from typing import Any
from xml.etree import ElementTree as ET

from datasette import Response

from cases.schema import TABLES, dataset
from cases.site import store
from cases.site.downloads import address
from cases.site.links import link
from cases.site.queries import queries
from cases.text import visible

ATOM = "http://www.w3.org/2005/Atom"
CLOSED = ("person/", "cases/people", "find", "reconcile")


async def robots(datasette: Any) -> Response:
    """Keep people out of search engines, unless the configuration says ``index_people``."""
    open_to_all = (datasette.plugin_config("cases") or {}).get("index_people", False)
    closed = [] if open_to_all else [f"Disallow: {datasette.urls.path(path)}" for path in CLOSED]
    return Response.text("\n".join(["User-agent: *", *(closed or ["Disallow:"]), ""]))


async def llms(request: Any, datasette: Any) -> Response:
    """What a language model should know before it answers out of these pages."""
    about = dataset()
    here = datasette.absolute_url(request, datasette.urls.instance()).rstrip("/")
    lines = [
        f"# {about.title}",
        "",
        f"> {about.description}",
        "",
        "Word what is alleged or charged as an allegation, name who makes it, tell how it ended, quote the words.",
        "",
        "## Tables (JSON: add .json?_shape=array; search: &_search=words; filter: &column=value)",
        "",
        *(f"- [{table.title}]({here}/cases/{name}): {table.description}" for name, table in TABLES.items()),
        "",
        "## Questions (JSON: add .json?_shape=array and the parameters)",
        "",
        *(f"- [{query['title']}]({here}/cases/{name}): {query['description']}" for name, query in queries().items()),
        "",
    ]
    return Response.text("\n".join(lines))


async def feed(request: Any, datasette: Any) -> Response:
    """The newest documents as an Atom feed."""
    newest = await store.rows(
        datasette,
        "select * from documents where published is not null order by published desc, document_id limit 50",
    )

    def absolute(path: str) -> str:
        return str(datasette.absolute_url(request, path))

    root = ET.Element("feed", xmlns=ATOM)
    _add(root, "title", dataset().title)
    _add(root, "id", absolute(datasette.urls.path("feed.atom")))
    _add(root, "updated", f"{newest[0]['published'] if newest else '1970-01-01'}T00:00:00Z")
    ET.SubElement(root, "link", rel="self", href=absolute(datasette.urls.path("feed.atom")))
    _add(ET.SubElement(root, "author"), "name", dataset().title)
    for document in newest:
        entry = ET.SubElement(root, "entry")
        page = absolute(link(datasette.urls, "documents", document["document_id"]))
        _add(entry, "title", document["title"] or document["document_id"])
        _add(entry, "id", page)
        ET.SubElement(entry, "link", href=page)
        _add(entry, "updated", f"{document['published']}T00:00:00Z")
        _add(entry, "summary", f"From {document['publisher'] or 'an unknown publisher'}")
    body = ET.tostring(root, encoding="unicode", xml_declaration=True)
    return Response(body, content_type="application/atom+xml; charset=utf-8")


def _add(parent: ET.Element, name: str, text: str) -> None:
    # Characters that XML forbids, and those that turn a line around, are written as their escapes.
    ET.SubElement(parent, name).text = visible(text)


def linked_data(request: Any, datasette: Any) -> dict[str, Any]:
    """The dataset in the words of schema.org, for the start page."""
    about = dataset()
    here = datasette.absolute_url(request, datasette.urls.instance())
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": about.title,
        "description": about.description,
        "url": here,
        "license": about.license["path"],
        "keywords": list(about.keywords),
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": "application/vnd.apache.parquet",
                "contentUrl": datasette.absolute_url(request, address(datasette, table)),
            }
            for table in TABLES
        ],
    }

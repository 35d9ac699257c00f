"""Asking a site for pages without a network."""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from cases.site.serve import open_site


@dataclass
class Site:
    """The site of a build; each question is answered as a browser without JavaScript would get it."""

    build: Path
    base_url: str = "/"
    contact: str = ""
    datasette: Any = field(init=False)

    def __post_init__(self) -> None:
        self.datasette = open_site(self.build, self.base_url, self.contact)

    def get(self, path: str, method: str = "GET", **headers: str) -> Any:
        return asyncio.run(self.datasette.client.request(method, path, headers=headers))

    def page(self, path: str) -> html.HtmlElement:
        answer = self.get(path)
        assert answer.status_code == 200, (path, answer.status_code, answer.text[:400])
        return html.fromstring(answer.text)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())

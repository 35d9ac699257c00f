"""Asking a site for pages: without a network, or on a port of this machine."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn
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


@contextmanager
def served(build: Path, around: Callable[[Any], Any] = lambda app: app) -> Iterator[str]:
    """The site on a port of this machine, for those who speak HTTP; ``around`` may listen in."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(around(open_site(build).app()), host="127.0.0.1", port=port, log_level="error")
    )
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()

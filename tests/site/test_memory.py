"""Pages that are kept: the same for whoever asks, not sent twice to whoever has them, within a bound."""

import asyncio
from typing import Any

import pytest
from asking import Site
from porto_verde import ANA

from cases.site.memory import LARGEST, Memory, Page, remembering


class App:
    """Answers every request with its own number, so that an answer that was kept is seen to be one."""

    def __init__(self, body: bytes = b"", status: int = 200, kind: bytes = b"text/html", **headers: str) -> None:
        self.asked = 0
        self.body, self.status = body, status
        more = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        self.headers = [(b"content-type", kind), *more]

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.asked += 1
        await send({"type": "http.response.start", "status": self.status, "headers": self.headers})
        for part in (str(self.asked).encode(), self.body):
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def ask(app: Any, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, dict[bytes, bytes], bytes]:
    said: list[Any] = []

    async def send(message: Any) -> None:
        said.append(message)

    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "scheme": "http", "headers": raw}
    asyncio.run(app(scope, None, send))
    body = b"".join(message["body"] for message in said[1:])
    return said[0]["status"], dict(said[0]["headers"]), body


def test_a_page_is_made_once_for_each_address_and_host() -> None:
    app = remembering(App(), Memory())
    asked = [("/a", "x"), ("/a", "x"), ("/b", "x"), ("/a", "y"), ("/a", "x")]
    assert [ask(app, path, host=host)[2] for path, host in asked] == [b"1", b"1", b"2", b"3", b"1"]


@pytest.mark.parametrize(
    ("app", "headers", "method"),
    [
        (App(), {"cookie": "a=b"}, "GET"),
        (App(), {"authorization": "Bearer x"}, "GET"),
        (App(), {}, "POST"),
        (App(), {}, "HEAD"),
        (App(status=404), {}, "GET"),
        (App(kind=b"application/vnd.apache.parquet"), {}, "GET"),
        (App(set_cookie="a=b"), {}, "GET"),
        (App(content_range="bytes 0-1/2"), {}, "GET"),
        (App(b"x" * LARGEST), {}, "GET"),
    ],
)
def test_what_is_somebodys_own_or_no_page_is_made_anew(app: App, headers: dict[str, str], method: str) -> None:
    remembered = remembering(app, Memory())
    for number in (b"1", b"2"):
        status, _, body = ask(remembered, method=method, **headers)
        assert (status, body) == (app.status, number + app.body)


def test_whoever_has_a_page_is_not_sent_it_again() -> None:
    app = remembering(App(), Memory())
    _, headers, _ = ask(app)
    assert headers[b"content-length"] == b"1"
    assert headers[b"cache-control"] == b"no-cache"
    tag = headers[b"etag"].decode()
    status, again, body = ask(app, if_none_match=f'"other", {tag}')
    assert (status, body, again[b"etag"].decode()) == (304, b"", tag)
    assert ask(app, if_none_match='"other"')[0] == 200


def test_what_was_not_asked_for_longest_goes_first() -> None:
    memory = Memory(room=10)
    for address in "abc":
        memory.keep(address, Page([], b"1234", b""))
        memory.get("a")
    assert (list(memory.pages), memory.size) == (["c", "a"], 8)
    memory.keep("a", Page([], b"1", b""))
    assert memory.size == 5
    memory.keep("d", Page([], b"x" * 11, b""))
    assert (list(memory.pages), memory.size) == ([], 0)


def test_the_pages_of_a_site_are_named_and_kept_with_their_headers(site: Site) -> None:
    first, again = site.get(f"/person/{ANA}"), site.get(f"/person/{ANA}")
    assert first.content == again.content
    assert first.headers == again.headers
    assert again.headers["x-robots-tag"] == "noindex"
    assert site.get(f"/person/{ANA}", **{"If-None-Match": first.headers["etag"]}).status_code == 304

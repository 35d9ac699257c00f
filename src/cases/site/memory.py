"""Answers that were given before: the database never changes while it is served, so neither does a page of it."""

import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

ROOM = 32 * 1024 * 1024
"""Bytes of pages that are kept; what was not asked for longest goes first."""

LARGEST = 512 * 1024
_KINDS = (b"text/html", b"application/json", b"application/atom+xml", b"text/plain")
# What a visitor is known by makes an answer his own.
_PERSONAL = {b"cookie", b"authorization"}

App = Callable[[Any, Any, Any], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it went out, and its name."""

    headers: Headers
    body: bytes
    tag: bytes


class Memory:
    """Pages by address, up to a number of bytes in all."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self.size = 0
        self.pages: OrderedDict[Any, Page] = OrderedDict()

    def get(self, address: Any) -> Page | None:
        """The page of an address, if it is kept."""
        page = self.pages.get(address)
        if page is not None:
            self.pages.move_to_end(address)
        return page

    def keep(self, address: Any, page: Page) -> None:
        """Keep a page, and let go of others until it fits."""
        self.forget(address)
        self.pages[address] = page
        self.size += len(page.body)
        while self.size > self.room:
            self.forget(next(iter(self.pages)))

    def forget(self, address: Any) -> None:
        """Let go of a page."""
        gone = self.pages.pop(address, None)
        self.size -= len(gone.body) if gone else 0


def remembering(app: App, memory: Memory) -> App:
    """The application with its pages kept; each carries an ETag, and is not sent again to whoever has it."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        headers = dict(scope.get("headers") or ())
        if scope["type"] != "http" or scope["method"] != "GET" or _PERSONAL & headers.keys():
            await app(scope, receive, send)
            return
        address = (scope.get("raw_path") or scope["path"], scope["query_string"], headers.get(b"host"), scope["scheme"])
        page = memory.get(address)
        if page is None:
            held = _Held(send)
            await app(scope, receive, held.send)
            page = held.page()
            if page is None:
                return
            memory.keep(address, page)
        await _send(page, headers.get(b"if-none-match"), send)

    return answer


async def _send(page: Page, known: bytes | None, send: Any) -> None:
    unchanged = known is not None and page.tag in (tag.strip() for tag in known.removeprefix(b"W/").split(b","))
    status, body = (304, b"") if unchanged else (200, page.body)
    headers = [(name, value) for name, value in page.headers if not (unchanged and name == b"content-length")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class _Held:
    """Holds an answer back if it may be kept; any other passes through as it comes."""

    def __init__(self, send: Any) -> None:
        self.onward = send
        self.start: Any = None
        self.parts: list[bytes] = []

    async def send(self, message: Any) -> None:
        if message["type"] == "http.response.start" and _may_be_kept(message):
            self.start = message
        elif self.start is None:
            await self.onward(message)
        else:
            self.parts.append(message.get("body", b""))
            if sum(map(len, self.parts)) > LARGEST:
                await self._let_go(more=message.get("more_body", False))

    async def _let_go(self, more: bool) -> None:
        await self.onward(self.start)
        self.start = None
        await self.onward({"type": "http.response.body", "body": b"".join(self.parts), "more_body": more})

    def page(self) -> Page | None:
        if self.start is None:
            return None
        body = b"".join(self.parts)
        tag = b'"' + hashlib.sha256(body).hexdigest()[:24].encode() + b'"'
        given = [(bytes(name).lower(), bytes(value)) for name, value in self.start["headers"]]
        more = [] if any(name == b"cache-control" for name, _ in given) else [(b"cache-control", b"no-cache")]
        length = [(b"content-length", str(len(body)).encode())]
        kept = [pair for pair in given if pair[0] != b"content-length"]
        return Page([*kept, *more, *length, (b"etag", tag)], body, tag)


def _may_be_kept(start: Any) -> bool:
    headers = {bytes(name).lower(): bytes(value) for name, value in start["headers"]}
    known = headers.get(b"content-type", b"").startswith(_KINDS)
    return start["status"] == 200 and known and not headers.keys() & {b"set-cookie", b"content-range", b"accept-ranges"}

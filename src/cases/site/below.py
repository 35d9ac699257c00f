"""The site below a path: whether or not the proxy takes the path off, Datasette gets addresses without it.

Datasette routes both, but puts the path a second time before links that it makes out of an address that has it.
"""

from collections.abc import Awaitable, Callable
from typing import Any, AnyStr

from datasette.utils import path_with_replaced_args

App = Callable[[Any, Any, Any], Awaitable[None]]


def below(app: App, base_url: str) -> App:
    """The application, asked without ``base_url``, which begins and ends with a slash."""
    prefix = base_url.rstrip("/")
    if not prefix:
        return app

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        async def send_below(message: Any) -> None:
            if message["type"] == "http.response.start":
                headers = [(name, _led_below(name, value, prefix.encode())) for name, value in message["headers"]]
                message = {**message, "headers": headers}
            await send(message)

        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        raw = scope.get("raw_path")
        told = {"raw_path": _rest(raw, prefix.encode(), b"/")} if raw else {}
        await app({**scope, "path": _rest(scope["path"], prefix, "/"), **told}, receive, send_below)

    return answer


def _led_below(name: bytes, value: bytes, prefix: bytes) -> bytes:
    """A header; an address that a visitor is led on to, and that was made of one without the path, gets it back."""
    led_on = name.lower() == b"location" and value.startswith(b"/") and not value.startswith(b"//")
    return prefix + value if led_on and _rest(value, prefix, b"/") == value else value


def replaced(urls: Any) -> Callable[..., str]:
    """Datasette's ``path_with_replaced_args`` for templates, which use it in one place without the path above."""

    def address(request: Any, args: dict[str, Any], path: str | None = None) -> str:
        told: str = urls.path(path_with_replaced_args(request, args, path))
        return told

    return address


def _rest(path: AnyStr, prefix: AnyStr, slash: AnyStr) -> AnyStr:
    return path[len(prefix) :] or slash if path == prefix or path.startswith(prefix + slash) else path

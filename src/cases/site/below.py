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

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if prefix and scope["type"] == "http":
            raw = scope.get("raw_path")
            told = {"raw_path": _rest(raw, prefix.encode(), b"/")} if raw else {}
            scope = {**scope, "path": _rest(scope["path"], prefix, "/"), **told}
        await app(scope, receive, send)

    return answer


def replaced(urls: Any) -> Callable[..., str]:
    """Datasette's ``path_with_replaced_args`` for templates, which use it in one place without the path above."""

    def address(request: Any, args: dict[str, Any], path: str | None = None) -> str:
        told: str = urls.path(path_with_replaced_args(request, args, path))
        return told

    return address


def _rest(path: AnyStr, prefix: AnyStr, slash: AnyStr) -> AnyStr:
    return path[len(prefix) :] or slash if path == prefix or path.startswith(prefix + slash) else path

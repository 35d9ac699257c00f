"""What a browser may do with our pages: run nothing that came out of a document."""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import datasette

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_TEMPLATES = Path(datasette.__file__).parent / "templates"
# The one inline script of Datasette's that is no constant has two forms.
_VARIANTS = {"{{ datasette_allow_facet }}": ("true", "false")}

_ABOUT_PEOPLE = ("/person/", "/people/", "/reconcile/preview")

App = Callable[[Any, Any, Any], Awaitable[None]]


def policy() -> str:
    """The Content-Security-Policy: our own files, and the inline scripts that stand in Datasette's templates."""
    scripts = " ".join(sorted({_hash(script) for script in _inline_scripts()}))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


def _inline_scripts() -> Iterator[str]:
    for template in sorted(_TEMPLATES.glob("*.html")):
        for script in _SCRIPT.findall(template.read_text(encoding="utf-8")):
            yield from _forms(script)


def _forms(script: str) -> Iterator[str]:
    for placeholder, values in _VARIANTS.items():
        if placeholder in script:
            yield from (script.replace(placeholder, value) for value in values)
            return
    if "{{" not in script and "{%" not in script:
        yield script


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def guarded(app: App) -> App:
    """The application with our headers on every answer."""
    headers = [
        (b"content-security-policy", policy().encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]
    # A preview stands in a frame of the program that asked for it.
    framed = [(name, value.replace(b"frame-ancestors 'none'", b"frame-ancestors *")) for name, value in headers]
    unindexed = [(b"x-robots-tag", b"noindex")]

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        async def send_guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                about_a_person = any(part in scope["path"] for part in _ABOUT_PEOPLE)
                ours = framed if scope["path"].endswith("/reconcile/preview") else headers
                more = ours + (unindexed if about_a_person else [])
                message = {**message, "headers": [*message.get("headers", []), *more]}
            await send(message)

        await app(scope, receive, send_guarded if scope["type"] == "http" else send)

    return answer


def reading(app: App) -> App:
    """The application for those who read alone: programs ask for reconciliation by POST, and nothing else is posted."""

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        asked = scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}
        if asked or (scope["method"] == "POST" and scope["path"].rstrip("/") == "/reconcile"):
            await app(scope, receive, send)
            return
        headers = [(b"allow", b"GET, HEAD, OPTIONS"), (b"content-type", b"text/plain; charset=utf-8")]
        await send({"type": "http.response.start", "status": 405, "headers": headers})
        await send({"type": "http.response.body", "body": b"These pages are for reading: ask with GET."})

    return answer

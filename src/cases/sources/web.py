"""The bytes behind an address of the web: in a limited time, of a limited size, by http and https alone."""

import http.client
import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message
from urllib.parse import unquote, urljoin, urlsplit

from cases.errors import CasesError
from cases.sources import formats
from cases.sources.reading import SIZE_LIMIT
from cases.sources.scan import split_name

SECONDS = 30.0
REDIRECTS = 10
BLOCK = 64 * 1024
AGENT = "corruption-cases (cases add)"
ADDRESS = re.compile(r"https?://[^\s/\[\]]\S*", re.IGNORECASE)
BROKE_OFF = "breaks off before its end"
TRY_AGAIN = "try again, or save the page in a browser and add the file"
BY_HAND = "save the page in a browser and add the file"
SUFFIX_OF = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "message/rfc822": "eml",
}


@dataclass(frozen=True, slots=True)
class Got:
    """The bytes of a source, the name and suffix they go by, and where they came from."""

    name: str
    suffix: str
    data: bytes
    url: str | None = None


def fetch(url: str, seconds: float = SECONDS) -> Got:
    """The bytes behind an address of the web.

    Raises:
        CasesError: It is no web address, or does not answer in time, within the size limit and with a document.
    """
    if not ADDRESS.fullmatch(url):
        raise CasesError(url, "is no web address", "give one that begins with https:// or http://")
    return _in_time(url, seconds, lambda: _fetched(url, time.monotonic() + seconds))


def within_limit(source: str, size: int) -> None:
    """Lets pass what is no larger than a document may be.

    Raises:
        CasesError: It is larger.
    """
    if size > SIZE_LIMIT:
        raise CasesError(source, f"is over {SIZE_LIMIT // 1024 // 1024} MiB", "split the document")


def _in_time(url: str, seconds: float, work: Callable[[], Got]) -> Got:
    """The result of a thread, if it has one in time: a server that sends a byte a second keeps any other limit."""
    outcome: list[Got | Exception] = []

    def run() -> None:
        try:
            outcome.append(work())
        except Exception as error:  # it is raised below, in the thread that asked
            outcome.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not outcome:
        raise CasesError(url, "took too long to arrive", BY_HAND)
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _fetched(url: str, until: float) -> Got:
    place = url
    try:
        for _ in range(REDIRECTS):
            answer = _opened(place, until)
            if not isinstance(answer, str):
                with answer:
                    return Got(_name_of(place), _suffix_of(answer.headers, url, place), _read(answer, url), place)
            place = urljoin(place, answer)
            if not ADDRESS.fullmatch(place):
                raise CasesError(url, f"leads to {place[:200]}, which is no web address", BY_HAND)
    except http.client.IncompleteRead as error:
        raise CasesError(url, BROKE_OFF, TRY_AGAIN) from error
    except urllib.error.HTTPError as error:
        raise CasesError(url, f"cannot be fetched: {error.code} {error.reason}", BY_HAND) from error
    except (OSError, ValueError, http.client.HTTPException) as error:  # urllib's own errors are OSErrors
        told = getattr(error, "reason", None) or str(error) or type(error).__name__
        raise CasesError(url, f"cannot be fetched: {told}", BY_HAND) from error
    raise CasesError(url, f"leads from page to page over {REDIRECTS} times", BY_HAND)


def _opened(url: str, until: float) -> http.client.HTTPResponse | str:
    """What a server answers, or where it says that the page is; nothing of the page is read yet."""
    opener = urllib.request.OpenerDirector()  # without the handlers for file:, ftp: and data:, and for redirections
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers={"User-Agent": AGENT})
    try:
        answer = opener.open(request, timeout=max(0.1, until - time.monotonic()))
    except urllib.error.HTTPError as error:
        with error:
            location = error.headers.get("Location")
            if error.code in {301, 302, 303, 307, 308} and location:
                return str(location)
            raise
    assert isinstance(answer, http.client.HTTPResponse)
    return answer


def _read(answer: http.client.HTTPResponse, url: str) -> bytes:
    if answer.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise CasesError(url, "comes compressed, though that was not asked for", BY_HAND)
    within_limit(url, answer.length or 0)
    data = bytearray()
    while block := answer.read(BLOCK):
        data += block
        within_limit(url, len(data))
    if answer.length:  # what it said would follow; Python's own reading in blocks takes the end of a line for the end
        raise CasesError(url, BROKE_OFF, TRY_AGAIN)
    return bytes(data)


def _name_of(url: str) -> str:
    parts = urlsplit(url)
    last = unquote(parts.path).rstrip("/").rpartition("/")[2]
    stem = split_name(last)[0] if last else ""
    return stem or parts.hostname or "page"


def _suffix_of(headers: Message, url: str, place: str) -> str:
    suffix = split_name(unquote(urlsplit(place).path))[1][1:]
    kind = headers.get_content_type() if headers["Content-Type"] else None
    found = SUFFIX_OF.get(kind or "") or (suffix if suffix in formats.SUFFIXES else None)
    if found is None:
        raise CasesError(
            url, f"holds {kind or 'nothing that says what it is'}", "save it as a file of a kind that is read"
        )
    return found

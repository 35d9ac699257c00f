"""Of two documents with one id or one text the first stays."""

from hashlib import sha256

from cases.records import Document, Rejection
from cases.sources.items import SourceError, quoted


def text_hash(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex: what two documents with one text have in common."""
    return sha256(text.encode("utf-8")).hexdigest()


class Seen:
    """The ids and texts of the documents so far. Asked in the order of the scan, its answers depend on no worker."""

    def __init__(self) -> None:
        """Nothing seen yet."""
        self._ids: dict[str, str] = {}
        self._texts: dict[bytes, str] = {}

    def check(self, document: Document) -> Rejection | None:
        """None for a document that stays; it is remembered then."""
        return self.check_values(document.document_id, text_hash(document.text), document.path)

    def check_values(self, document_id: str, text_sha256: str, path: str) -> Rejection | None:
        """The same for a document of which only the values that count are at hand."""
        digest = bytes.fromhex(text_sha256)[:16]
        if first := self._ids.get(document_id):
            reason = f"the id {quoted(document_id)} is already that of {first}"
            return SourceError(reason, "rename one of the two").rejection(path)
        if first := self._texts.get(digest):
            return SourceError(f"the text is already that of {first}", "remove one of the two").rejection(path)
        self._ids[document_id] = self._texts[digest] = path
        return None

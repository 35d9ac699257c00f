"""Mail: the body's text, with subject, sender and day. Attachments are not looked at."""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from cases.sources.encoding import decode
from cases.sources.formats import html
from cases.sources.formats._converted import Converted
from cases.sources.items import SourceError
from cases.sources.metadata import Metadata, tolerant


def convert(data: bytes, name: str) -> Converted:
    """The plain body if there is one, else the article of the HTML body.

    Raises:
        SourceError: The mail has no body of text.
    """
    mail = message_from_bytes(data, policy=policy.default)
    body = mail.get_body(preferencelist=("plain", "html"))
    if not mail.keys() or not isinstance(body, EmailMessage):
        raise SourceError("no mail, or one without a text", "keep attachments in raw as files of their own")
    content = body.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise SourceError("the mail's body cannot be decoded", "save the text of the mail as .txt")
    said = Metadata(published=_day(mail)).over(tolerant({"title": mail["subject"], "author": _sender(mail)}))
    if body.get_content_subtype() == "html":
        return Converted(html.convert(content, name).text, said)
    return Converted(_characters(content, body.get_content_charset()).replace("\r\n", "\n").rstrip(), said)


def _characters(content: bytes, charset: str | None) -> str:
    try:
        return content.decode(charset or "utf-8")
    except (LookupError, UnicodeError):
        return decode(content)


def _sender(mail: EmailMessage) -> str | None:
    return parseaddr(str(mail["from"] or ""))[0] or None


def _day(mail: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(str(mail["date"])).date()
    except (TypeError, ValueError):
        return None

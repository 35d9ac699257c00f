"""One made-up article in every format, and the bytes of files that are broken in one way each."""

import io
import zipfile
import zlib
from email.message import EmailMessage
from html import escape

PARAGRAPHS = (
    "date 2024-03-05 The former harbour master of Port Ellen was convicted in Leeds on Monday of taking bribes from a "
    "dredging firm that wanted the best berths.",
    "Ruth Adeyemi, 51, had pleaded not guilty. “She sold the berth list,” prosecutor Tomás Okafor told the jury, "
    "which found her guilty on three counts of bribery after nine hours.",
    "She was accused of accepting £240,000 between 2019 and 2021 from Halden Marine Ltd. The company was fined £1.2m "
    "last month.",
    "Adeyemi will be sentenced on 9 April and faces up to ten years in prison.",
)
TITLE = "Harbour master took bribes for berths"
PROSE = "\n\n".join(PARAGRAPHS)
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"


def web_page(body: str | None = None, head: str = "") -> bytes:
    article = "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in PARAGRAPHS) if body is None else body
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>{head}</head><body>'
        f'<nav><a href="/">Home</a> <a href="/world">World</a></nav><article>{article}</article>'
        f'<footer>All rights reserved <a href="/privacy">Privacy</a></footer></body></html>'
    ).encode()


def word_file(body: str | None = None, extra: dict[str, bytes] | None = None) -> bytes:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    text = "".join(f"<w:p><w:r><w:t>{escape(p)}</w:t></w:r></w:p>" for p in PARAGRAPHS) if body is None else body
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{w}"><w:body>{text}</w:body></w:document>')
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return file.getvalue()


def mail() -> bytes:
    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Ines Brandt <ines@paper.example>"
    message["Date"] = "Tue, 05 Mar 2024 18:20:00 +0000"
    message.set_content(PROSE)
    return bytes(message)


def pdf(
    lines: list[str] | None = None, *, encrypted: bool = False, content: bytes | None = None, pages: int = 1
) -> bytes:
    """A PDF written by hand: one page in Helvetica, its lines 14 points apart, shown so many times."""
    drawn = content if content is not None else _drawn(wrapped() if lines is None else lines)
    packed = zlib.compress(drawn)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>"
        % (b" ".join(b"%d 0 R" % n for n in [3, *range(8, 7 + pages)]), pages),
        PAGE,
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Title (%b) /Author (Ines Brandt) /CreationDate (D:20300101000000Z) >>" % TITLE.encode(),
        b"<< /Filter /Standard /V 1 /R 2 /O <%b> /U <%b> /P -44 >>" % (b"41" * 32, b"42" * 32),
        *[PAGE] * (pages - 1),
    ]
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    locked = b" /Encrypt 7 0 R /ID [<00> <00>]" if encrypted else b""
    out.write(b"trailer << /Size %d " % (len(objects) + 1))
    out.write(b"/Root 1 0 R /Info 6 0 R%b >>\nstartxref\n%d\n%%%%EOF\n" % (locked, start))
    return out.getvalue()


def wrapped(width: int = 88) -> list[str]:
    """The article's lines as a page breaks them, an empty line between paragraphs."""
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) >= width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines += [line, ""]
    return lines


def _drawn(lines: list[str]) -> bytes:
    shown = (
        line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") for line in lines
    )
    return b"BT /F 11 Tf 14 TL 50 800 Td " + b" ".join(b"(%b) Tj T*" % line for line in shown) + b" ET"


EVERY_FORMAT = {
    "txt": PROSE.encode(),
    "md": PROSE.encode(),
    "html": web_page(),
    "htm": web_page(),
    "pdf": pdf(),
    "docx": word_file(),
    "eml": mail(),
}

"""Bytes of a text file → its characters: BOMs, UTF-8, UTF-16 without a BOM, Windows-1252."""

import codecs

from cases.sources.items import SourceError

BOMS = (  # the longer first: the BOM of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = {*range(0x20), 0x7F, *range(0x80, 0xA0)} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85}
CONTROL_SHARE = 0.01
SAMPLE = 4096
BINARY = SourceError("the file is binary under the name of a text", "give it the suffix of what it is, or remove it")


def decode(data: bytes) -> str:
    """The characters of a text file, unchanged but for a BOM.

    Raises:
        SourceError: The bytes are no text, or text damaged beyond a certain reading.
    """
    text = _decoded(data)
    if is_binary(text):
        raise BINARY
    return text


def is_binary(text: str) -> bool:
    """Whether control characters show that this never was text; one NUL is enough."""
    if "\0" in text:
        return True
    return sum(map(text.count, map(chr, CONTROLS))) > CONTROL_SHARE * len(text)


def _decoded(data: bytes) -> str:
    marked = next((codec for bom, codec in BOMS if data.startswith(bom)), None)
    if codec := marked or _utf16_without_bom(data[:SAMPLE]):
        return _strict(data, codec)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error.start)
    return _windows(data)


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        reason = f"the file says that it is {codec.removesuffix('-sig').upper()} but is not"
        raise SourceError(reason, "save it as UTF-8", f"byte {error.start}") from None


def _utf16_without_bom(sample: bytes) -> str | None:
    """UTF-16 of a Latin text has a zero in nearly every second byte, and in one half only."""
    even, odd = sample[::2], sample[1::2]
    if len(odd) < 8:
        return None
    zeros_even, zeros_odd = even.count(0) / len(even), odd.count(0) / len(odd)
    if zeros_odd > 0.7 and zeros_even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if zeros_even > 0.7 and zeros_odd < 0.1 else None


def _refuse_damaged(data: bytes, start: int) -> None:
    """A file whose other accents are good UTF-8 is a damaged one; read as Windows-1252 it would be mojibake."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(text) - bad - sum(byte < 0x80 for byte in data)
    if good > bad:
        raise SourceError("the file is damaged UTF-8", "mend the place or save it anew as UTF-8", f"byte {start}")


def _windows(data: bytes) -> str:
    """Windows-1252; its five empty places are read as Latin-1 has them, as browsers do."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")

"""Word files: the paragraphs of the main text. Neither macros nor linked files are looked at."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree

from cases.sources.formats._converted import Converted
from cases.sources.items import SourceError
from cases.sources.metadata import Metadata, tolerant

PART_LIMIT = 32 * 1024 * 1024
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
CORE = {f"{DUBLIN_CORE}title": "title", f"{DUBLIN_CORE}creator": "author", f"{DUBLIN_CORE}language": "language"}
STANDS_FOR = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
OTHER_PLACE = {FALLBACK, f"{WORD}moveFrom", f"{WORD}del"}  # a second copy, or text that was moved away or deleted
OLE = b"\xd0\xcf\x11\xe0"
DEFAULT_AUTHOR = "python-docx"
BODY = "word/document.xml"
SAVE_ANEW = "open it in Word and save it anew"


def convert(data: bytes, name: str) -> Converted:
    """The text, a blank line between paragraphs, and title and author from the file's properties.

    The properties' dates say when the file was made, not when its text was published.

    Raises:
        SourceError: It is no Word file, is encrypted, or unpacks to more than the limit.
    """
    if data.startswith(OLE):
        raise SourceError("an encrypted or old Word file", "save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, BODY)
            core = _part(archive, "docProps/core.xml") if "docProps/core.xml" in archive.namelist() else None
    except (zipfile.BadZipFile, KeyError, EOFError, zlib.error):
        raise SourceError("broken: no Word file", SAVE_ANEW) from None
    paragraphs = (" ".join(text.split(" ")).strip() for text in _paragraphs(_body(body)))
    return Converted("\n\n".join(filter(None, paragraphs)), _properties(core))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(PART_LIMIT + 1)
    if len(data) > PART_LIMIT:
        raise SourceError("unpacks to over 32 MiB", "split the document", name)
    return data


def _body(data: bytes) -> etree._Element:
    try:
        return _xml(data)
    except etree.XMLSyntaxError as error:
        deep = "depth" in str(error)  # libxml2 has no error code of its own for it
        reason = "its elements are nested too deep" if deep else "broken: the XML in it is damaged"
        raise SourceError(reason, SAVE_ANEW, "{}, line {}, column {}".format(BODY, *error.position)) from None


def _xml(data: bytes) -> etree._Element:
    """Parsed with entities left alone and without the network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(data, parser)


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """The text of each ``w:p`` as it ends; one inside another (a text box) comes before it."""
    open_paragraphs: list[list[str]] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if element.tag in OTHER_PLACE and event == "start":
            walker.skip_subtree()
        elif element.tag == f"{WORD}p" and event == "start":
            open_paragraphs.append([])
        elif element.tag == f"{WORD}p":
            yield "".join(open_paragraphs.pop())
        elif event == "end" and open_paragraphs:
            open_paragraphs[-1].append(_run_text(element))


def _run_text(element: etree._Element) -> str:
    namespace, _, tag = str(element.tag).rpartition("}")
    if namespace + "}" != WORD:
        return ""
    return (element.text or "") if tag == "t" else STANDS_FOR.get(tag, "")


def _properties(core: bytes | None) -> Metadata:
    if core is None:
        return Metadata()
    try:
        properties = _xml(core)
    except etree.XMLSyntaxError:
        return Metadata()  # the text is whole all the same
    values = {CORE[str(e.tag)]: e.text for e in properties if str(e.tag) in CORE and e.text}
    if values.get("author") == DEFAULT_AUTHOR:
        del values["author"]
    return tolerant(values)

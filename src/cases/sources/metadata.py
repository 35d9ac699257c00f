"""What is said of a document: sidecar over file over default, and never a guess."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

import yaml

from cases.records import LEADING_DATE
from cases.sources.items import SourceError, clean_name, quoted

SIDECAR_LIMIT = 64 * 1024
VALUE_LIMIT = 2000
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
HEADLINE = re.compile(r"\s{0,100}\S[^\n]{0,300}\n\s{0,20}\n")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
WEB = re.compile(r"(?:https?://)?[\w.-]+\.[\w-]+(?::\d+)?(?:[/?#][^\s<>\"\\^`{|}]*)?", re.IGNORECASE)
Pair = tuple[str, str | bool | None]
BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
ISO_639_1 = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee
el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is
it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms
mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si
sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh
yi yo za zh zu
"""
CODES = frozenset(ISO_639_1.split())


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a sidecar, a line of JSONL or the file itself says of a document; None is not said."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    license: str | None = None
    redistributable: bool | None = None
    retrieved: date | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """These values, and where one is not said the other's."""
        missing = {name: getattr(other, name) for name in KEYS if getattr(self, name) is None}
        return replace(self, **missing)


KEYS = tuple(field.name for field in fields(Metadata))


def from_sidecar(data: bytes) -> Metadata:
    """The metadata in a YAML file of plain ``key: value`` lines.

    Raises:
        SourceError: It is not such a file, has an unknown key or a value that cannot be.
    """
    try:
        return from_mapping(dict(_strictly_once(yaml_pairs(_sidecar_text(data)))))
    except SourceError as error:
        raise SourceError(error.reason, error.remedy, f"sidecar, {error.place}" if error.place else "sidecar") from None


def _sidecar_text(data: bytes) -> str:
    if len(data) > SIDECAR_LIMIT:
        raise SourceError("the sidecar is over 64 KiB", "keep metadata in it and nothing else")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError("the sidecar is not UTF-8", "save it as UTF-8", f"byte {error.start}") from None


def yaml_pairs(text: str) -> list[Pair]:
    """Keys and values of a YAML mapping in order, read as nodes: nothing is constructed, no date or number guessed.

    Raises:
        SourceError: It is no YAML mapping.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        place = None if mark is None else f"line {mark.line + 1}"
        raise SourceError("the metadata is not YAML", "write one “key: value” a line", place) from None
    if node is None:
        return []
    if not isinstance(node, yaml.MappingNode):
        raise SourceError("the metadata is no list of keys", "write one “key: value” a line", "line 1")
    return [(str(_scalar(key) or ""), _scalar(value)) for key, value in node.value]


def _scalar(node: yaml.Node) -> str | bool | None:
    """A scalar's own words; False (never a word) for a list or a mapping."""
    if not isinstance(node, yaml.ScalarNode):
        return False
    return None if node.tag == "tag:yaml.org,2002:null" else str(node.value)


def _strictly_once(pairs: list[Pair]) -> Iterator[Pair]:
    seen: set[str] = set()
    for key, value in pairs:
        if key in seen:
            raise SourceError(f"the key {quoted(key)} stands twice", "keep one of the two")
        seen.add(key)
        yield key, value


def from_mapping(values: Mapping[str, object]) -> Metadata:
    """The metadata in a mapping that may hold the known keys only.

    Raises:
        SourceError: An unknown key, or a value that cannot be.
    """
    if unknown := sorted(str(key) for key in values if key not in KEYS):
        known = ", ".join(KEYS)
        raise SourceError(f"unknown key {quoted(unknown[0])}", f"the keys are {known}", f"key {unknown[0][:40]}")
    return Metadata(**{key: _value(key, value) for key, value in values.items() if value is not None})  # type: ignore[arg-type]


def _value(key: str, value: object) -> str | bool | date | None:
    if key == "redistributable":
        return _boolean(value)
    if not isinstance(value, str):
        raise SourceError(f"the value of {key} is no text", "give one plain value", f"key {key}")
    value = value.strip()
    if len(value) > VALUE_LIMIT:
        raise SourceError(f"the value of {key} is over {VALUE_LIMIT:,} characters", "shorten it", f"key {key}")
    if not clean_name(value):
        raise SourceError(f"the value of {key} has control characters", "give one plain line", f"key {key}")
    if key in {"published", "retrieved"}:
        return parse_date(value, f"key {key}")
    if value and key in CHECKS:
        CHECKS[key](value)
    return value or None


def _boolean(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in BOOLEANS:
        return BOOLEANS[value.lower()]
    raise SourceError("redistributable is neither true nor false", "write true or false", "key redistributable")


def parse_date(value: str, place: str) -> date:
    """The day that ``YYYY-MM-DD`` names.

    Raises:
        SourceError: It is not of that form, or no calendar has the day.
    """
    try:
        if ISO_DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise SourceError(f"{quoted(value)} is no date", "write a day of the calendar as YYYY-MM-DD", place)


def _check_language(value: str) -> None:
    code = value.partition("-")[0]
    if not LANGUAGE.fullmatch(value) or (len(code) == 2 and code not in CODES):
        reason = f"{quoted(value)} is no language code"
        raise SourceError(reason, "write one as en, es or pt-BR (ISO 639-1)", "key language")


def _check_url(value: str) -> None:
    if not WEB.fullmatch(value):
        raise SourceError(
            f"{quoted(value)} is no web address", "write one that begins with https:// or http://", "key url"
        )


CHECKS = {"language": _check_language, "url": _check_url}


def leading_date(text: str) -> date | None:
    """The publication date in a text that begins with ``date YYYY-MM-DD``, or does so below its headline.

    Raises:
        SourceError: It begins so, but no calendar has the day.
    """
    found = LEADING_DATE.match(text)
    if found is None and (headline := HEADLINE.match(text)):
        found = LEADING_DATE.match(text, headline.end())
    return None if found is None else parse_date(found[1], "leading date")


def tolerant(values: Mapping[str, object]) -> Metadata:
    """What a file says of itself in its own way: a value that cannot be is left out, not held against the file."""
    kept: dict[str, object] = {}
    for key, value in values.items():
        try:
            kept[key] = _value(key, " ".join(value.split()) if isinstance(value, str) else value)
        except SourceError:
            continue
    return Metadata(**{key: value for key, value in kept.items() if key in KEYS})  # type: ignore[arg-type]

"""Reads ``schemas/`` into the values of ``cases.schema.declaration``, once and only when they are asked for."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from cases.schema.declaration import Code, Column, Dataset, ForeignKey, SchemaError, Table, Vocabulary

_TYPES = frozenset({"string", "date", "boolean", "integer", "number", "list"})
_FORMATS = frozenset({"default", "uri", "edtf"})
_CONSTRAINTS = frozenset({"required", "unique", "pattern", "minimum", "maximum", "minLength", "maxLength"})
_COLUMN_KEYS = frozenset(
    {"name", "title", "type", "format", "itemType", "description", "constraints"}
    | {"nullMeans", "codes", "unit", "standard", "facet", "search", "index"}
)
_TABLE_KEYS = frozenset(
    {"name", "title", "description", "primaryKey", "foreignKeys", "fields"}
    | {"rowIs", "label", "sort", "idLetter", "evidenced", "exactlyOne", "atMostOne", "indices"}
)


def schemas_folder() -> Path:
    """Find the declarations: in the installed package first, then in the checkout.

    Raises:
        SchemaError: Neither is there.
    """
    package = Path(__file__).parent.parent
    for folder in (package / "schemas", package.parent.parent / "schemas"):
        if (folder / "dataset.yaml").is_file():
            return folder
    raise SchemaError(f"no schemas in {package} or beside {package.parent}; install the package anew")


@lru_cache(maxsize=1)
def dataset() -> Dataset:
    """Read what is said of the dataset as a whole."""
    raw = _read(schemas_folder() / "dataset.yaml")
    return Dataset(
        **{**raw, "keywords": tuple(raw["keywords"]), "tables": tuple(raw["tables"]), "license": dict(raw["license"])}
    )


@lru_cache(maxsize=1)
def vocabularies() -> Mapping[str, Vocabulary]:
    """Read every code list, by name."""
    paths = sorted((schemas_folder() / "codes").glob("*.yaml"))
    return MappingProxyType({path.stem: _vocabulary(path) for path in paths})


def codes(name: str) -> Vocabulary:
    """Get a code list.

    Raises:
        SchemaError: There is no such list.
    """
    try:
        return vocabularies()[name]
    except KeyError:
        raise SchemaError(f"there is no code list {name!r}; there are {', '.join(vocabularies())}") from None


@lru_cache(maxsize=1)
def summaries() -> Mapping[str, str]:
    """Read the summaries of the database: the name of each, and the SQL whose answer it keeps."""
    paths = sorted((schemas_folder() / "summaries").glob("*.sql"))
    return MappingProxyType({f"summary_{path.stem}": path.read_text(encoding="utf-8") for path in paths})


def is_open_license(text: str | None) -> bool:
    """Tell whether a licence, as a source spells it, is an open one; case, spaces and hyphens do not matter."""
    return text is not None and _folded(text) in _open_spellings()


@lru_cache(maxsize=1)
def _open_spellings() -> frozenset[str]:
    spellings = ((code.value, *code.extra.get("spellings", ())) for code in codes("open_licenses").codes)
    return frozenset(_folded(spelling) for group in spellings for spelling in group)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").split()).removesuffix("/")


class _Tables(Mapping[str, Table]):
    """The declared tables by name, in the order of the dataset; read from the files when first used."""

    def __getitem__(self, name: str) -> Table:
        return _tables()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_tables())

    def __len__(self) -> int:
        return len(_tables())


TABLES: Mapping[str, Table] = _Tables()


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Table]:
    folder = schemas_folder()
    declared = sorted(path.stem for path in folder.glob("*.yaml") if path.stem != "dataset")
    if sorted(dataset().tables) != declared:
        raise SchemaError(f"dataset.yaml lists {sorted(dataset().tables)}, but the files are {declared}")
    return MappingProxyType({name: _table(folder / f"{name}.yaml") for name in dataset().tables})


def _read(path: Path) -> dict[str, Any]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    if not isinstance(content, dict):
        raise SchemaError(f"{path}: is no mapping")
    if content.get("name") != path.stem and path.stem != "dataset":
        raise SchemaError(f"{path}: its name is {content.get('name')!r}")
    return content


def _vocabulary(path: Path) -> Vocabulary:
    raw = _read(path)
    members = tuple(_code(value, entry) for value, entry in raw.pop("codes").items())
    return Vocabulary(codes=members, **raw)


def _code(value: str, entry: str | dict[str, Any]) -> Code:
    if not isinstance(value, str):
        raise SchemaError(f"the code {value!r} is no text; put it in quotes")
    if isinstance(entry, str):
        return Code(value, entry)
    extra = {key: entry[key] for key in entry if key not in ("label", "description")}
    return Code(value, entry["label"], entry.get("description"), MappingProxyType(extra))


def _known(raw: dict[str, Any], keys: frozenset[str], place: str) -> None:
    if unknown := sorted(set(raw) - keys):
        raise SchemaError(f"{place}: unknown key {', '.join(unknown)}")


def _table(path: Path) -> Table:
    raw = _read(path)
    _known(raw, _TABLE_KEYS, path.name)
    key = raw["primaryKey"]
    sort = raw.get("sort")
    letter = raw.get("idLetter")
    if letter is not None:
        next(column for column in raw["fields"] if column["name"] == key)["constraints"]["pattern"] = (
            f"{letter}[0-9a-f]{{12}}"
        )
    return Table(
        name=raw["name"],
        title=raw["title"],
        description=raw["description"].strip(),
        row_is=raw["rowIs"],
        columns=tuple(_column(column, path.name) for column in raw["fields"]),
        primary_key=(key,) if isinstance(key, str) else tuple(key),
        foreign_keys=tuple(_foreign_key(entry) for entry in raw.get("foreignKeys", ())),
        label=raw.get("label"),
        sort=sort.removeprefix("-") if sort else None,
        sort_descending=bool(sort and sort.startswith("-")),
        id_letter=letter,
        evidenced=raw.get("evidenced", False),
        exactly_one=tuple(raw.get("exactlyOne", ())),
        at_most_one=tuple(raw.get("atMostOne", ())),
        indices=tuple(raw.get("indices", ())),
    )


def _foreign_key(raw: dict[str, Any]) -> ForeignKey:
    return ForeignKey(raw["fields"], raw["reference"]["resource"], raw["reference"]["fields"])


def _column(raw: dict[str, Any], place: str) -> Column:
    place = f"{place}: {raw.get('name')}"
    _known(raw, _COLUMN_KEYS, place)
    limits = raw.get("constraints", {})
    _known(limits, _CONSTRAINTS, place)
    if raw["type"] not in _TYPES or raw.get("format", "default") not in _FORMATS:
        raise SchemaError(f"{place}: type {raw['type']!r} or format {raw.get('format')!r} is not known")
    return Column(
        name=raw["name"],
        type=raw["type"],
        title=raw["title"],
        description=raw["description"].strip(),
        required=limits.get("required", False),
        unique=limits.get("unique", False),
        format=raw.get("format", "default"),
        pattern=limits.get("pattern"),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
        min_length=limits.get("minLength"),
        max_length=limits.get("maxLength"),
        codes=raw.get("codes"),
        unit=raw.get("unit"),
        null_means=raw.get("nullMeans"),
        standard=raw.get("standard"),
        facet=raw.get("facet", False),
        search=raw.get("search", False),
        index=raw.get("index", False),
    )

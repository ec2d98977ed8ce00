"""Which key or column of a record is its text, title, date and so on, and their values as strings."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from babel import Locale
from babel.core import get_global

from dateline.ingest.record import IngestOptions, Metadata

PARTS = ("text", "title", "published", "url", "byline", "language", "publisher", "id")
MAX_NAMES_SHOWN = 12

_NAME_NOISE = re.compile(r"[\W_]+")
_SURROGATES = re.compile("[\ud800-\udfff]")
_LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:[-_].*)?")
_AUTHORS = re.compile(r"\s*[;|\n]\s*")
_MARKED_UP = {"rendered", "#text"}  # WordPress; XML turned into JSON
_SAID_BY = ("rendered", "#text", "name", "$oid", "$date", "value")  # also schema.org and MongoDB exports


@dataclass(frozen=True, slots=True)
class Fields:
    """What was found in a record; `text` is None when none of its keys names a text."""

    text: str | None
    metadata: Metadata


def names_of(part: str) -> tuple[str, ...]:
    """Returns the usual names of a part (`text`, `list`, ...), normalized, the best first."""
    return _names()[part]


def normalized(name: str) -> str:
    """Returns a field name without case, white space and punctuation: `publishedAt` is `published_at`."""
    return _NAME_NOISE.sub("", name).lower()


def is_known(name: str, part: str) -> bool:
    """True when `name` is a usual name of that part."""
    return _rank(name, part) is not None


def best_name(names: Iterable[str], part: str) -> str | None:
    """Returns the best of `names` for a part, None when none is usual."""
    return min((name for name in names if is_known(name, part)), key=lambda name: _rank(name, part) or 0, default=None)


def fields_of(record: Mapping[str, object], options: IngestOptions) -> Fields:
    """Returns text and metadata of a record; names given in `options` come first, then the usual ones.

    An object that holds the article (`{"article": {"body": ...}}`) is looked into, one level deep, when the
    record has no text of its own.
    """
    found = {part: _values(record, part, options) for part in PARTS}
    if found["text"] is None and (inner := _nested(record)) is not None:
        found |= {part: values for part in PARTS if (values := _values(inner, part, options)) is not None}
    text = found.pop("text")
    authors = (name for value in found.pop("byline") or () for name in _AUTHORS.split(value))
    single = {part: folded(" ".join((values or [])[:1])) for part, values in found.items()}
    single["language"] = language_code(single["language"])
    metadata = Metadata(byline=tuple(name for name in map(folded, authors) if name), **single)
    return Fields(None if text is None else "\n\n".join(text), metadata)


def missing_text(names: Iterable[str], options: IngestOptions, *, kind: str = "field") -> str:
    """Returns the error of a record without a text field: the names seen and the remedy."""
    seen = [folded(name)[:40] for name in names]
    wanted = f"no {kind} {options.text_field!r}" if options.text_field else f"no text {kind}"
    shown = ", ".join(seen[:MAX_NAMES_SHOWN])
    more = f" and {len(seen) - MAX_NAMES_SHOWN} more" if len(seen) > MAX_NAMES_SHOWN else ""
    return f"{wanted} among {shown}{more}: name the one that holds the article with --text-field"


def strings(value: object) -> list[str]:
    """Returns the strings in a JSON value: itself, those of a list, the name of an object; numbers as written."""
    if isinstance(value, str):
        return [_SURROGATES.sub("\ufffd", value)] if value else []
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [str(value)]
    if isinstance(value, Mapping):
        return next((found for key in _SAID_BY if (found := strings(value.get(key)))), [])
    return [text for item in value for text in strings(item)] if isinstance(value, list) else []


def folded(text: str) -> str:
    """Returns `text` on one line with single spaces."""
    return " ".join(text.split())


@lru_cache(maxsize=1024)
def language_code(name: str) -> str:
    """Returns the ISO 639-1 code (or 639-3) of a tag like `pt-BR`, `eng` or `English`; '' if unknown."""
    tag = _LANGUAGE_TAG.fullmatch(name.strip().lower())
    if tag is None:
        return _language_names().get(name.strip().lower(), "")
    code = get_global("language_aliases").get(tag[1], tag[1])
    return code if code in _language_names().values() and code != "und" else ""


def _values(record: Mapping[str, object], part: str, options: IngestOptions) -> list[str] | None:
    # [] for a field that is there and empty, None where there is none
    if path := getattr(options, _OPTION[part]):
        keys, given = [path], {path: _at(record, path)}
    else:
        keys = sorted((key for key in record if is_known(key, part)), key=lambda key: _rank(key, part) or 0)
        given = {key: record[key] for key in keys}
    empty: list[str] | None = None
    for key in keys:
        value = given[key]
        if part == "text" and isinstance(value, Mapping) and not value.keys() & _MARKED_UP:
            continue  # an object that holds the article, not its text
        if found := strings(value):
            return found
        empty = [] if value is not None else empty
    return empty


_OPTION = {part: f"{part}_field" for part in PARTS} | {"published": "date_field", "byline": "author_field"}


def _at(record: Mapping[str, object], path: str) -> object:
    if path in record:
        return record[path]
    head, _, rest = path.partition(".")
    inner = record.get(head)
    return _at(inner, rest) if rest and isinstance(inner, Mapping) else None


def _nested(record: Mapping[str, object]) -> Mapping[str, object] | None:
    inner = [(names_of("nested").index(normalized(key)), value) for key, value in _objects(record)]
    return min(inner, key=lambda pair: pair[0])[1] if inner else None


def _objects(record: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
    for key, value in record.items():
        if isinstance(value, Mapping) and normalized(key) in names_of("nested"):
            yield key, value


@lru_cache(maxsize=4096)
def _rank(name: str, part: str) -> int | None:
    plain = normalized(name)
    names = names_of(part)
    return names.index(plain) if plain in names else None


@cache
def _names() -> dict[str, tuple[str, ...]]:
    data = resources.files("dateline.ingest").joinpath("data/fields.toml").read_text("utf-8")
    return {part: tuple(dict.fromkeys(map(normalized, names))) for part, names in tomllib.loads(data).items()}


@cache
def _language_names() -> dict[str, str]:
    return {str(name).lower(): code for code, name in Locale("en").languages.items() if "_" not in code}

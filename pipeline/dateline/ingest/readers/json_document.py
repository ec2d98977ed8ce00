"""A JSON document: one article, a list of them, or an object that holds such a list."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeGuard

from dateline.ingest.decode import decode
from dateline.ingest.fields import fields_of, names_of, normalized
from dateline.ingest.formats import Entry, Format
from dateline.ingest.readers.items import record_of
from dateline.ingest.record import IngestOptions, Record

MAX_LIST_DEPTH = 3  # {"response": {"docs": [...]}}, {"hits": {"hits": [...]}}

_DOCUMENT = re.compile(r'[\ufeff\s]*(?:\{\s*"|\[\s*\{\s*")')


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    data = entry.content.whole(options.max_decompressed)
    size = max(entry.n_bytes, len(data))
    if len(data) > options.max_decompressed:
        error = f"a JSON document of {size:,} bytes, over max_decompressed: make it JSON lines (jq -c '.[]')"
        yield Record(source="", n_bytes=size, error=error)
        return
    decoded = decode(data, forced=options.encoding, declared=entry.encoding)
    del data
    document = _parsed(decoded.text.removeprefix("\ufeff"))
    if isinstance(document, Record):
        yield replace(document, n_bytes=size)
        return
    items = document if isinstance(document, list) else _articles(document, options)
    if items is None:
        record = record_of(document, "", options)
        warnings = decoded.warnings + record.warnings
        yield replace(record, source="", n_bytes=size, encoding=decoded.encoding, warnings=warnings)
        return
    for number, item in enumerate(items, 1):
        record = record_of(item, str(number), options)
        first = decoded.warnings if number == 1 else ()
        n_bytes = len(record.text.encode())
        yield replace(record, n_bytes=n_bytes, encoding=decoded.encoding, warnings=first + record.warnings)


def _parsed(text: str) -> object:
    # a Record when it cannot be parsed
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"{error.msg}, line {error.lineno}, character {error.colno}"
        return Record(source="", error=f"broken JSON ({where}): mend the file, or make it JSON lines")
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets nested thousands deep
        return Record(source="", error="JSON that no program writes for articles: remove the file")


def _articles(document: object, options: IngestOptions, depth: int = MAX_LIST_DEPTH) -> Sequence[object] | None:
    # the list of articles inside an object; None where the object is an article itself, or holds no such list
    if not isinstance(document, Mapping) or depth == 0 or fields_of(document, options).text:
        return None
    lists = {normalized(key): value for key, value in document.items() if _is_list_of_objects(value)}
    named = [lists[name] for name in names_of("list") if name in lists]
    if named or len(lists) == 1:
        return (named or list(lists.values()))[0]
    inner = (_articles(value, options, depth - 1) for value in document.values())
    return next((items for items in inner if items is not None), None)


def _is_list_of_objects(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list) and bool(value) and all(isinstance(item, Mapping) for item in value)


FORMAT = Format("JSON", (".json",), lambda beginning, suffix: _DOCUMENT.match(beginning) is not None, _read)

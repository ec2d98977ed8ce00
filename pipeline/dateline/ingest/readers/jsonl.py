"""JSON lines: one object a line, read as a stream; a broken line costs itself only."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.ingest.formats import Entry, Format
from dateline.ingest.lines import lines
from dateline.ingest.readers.items import record_of
from dateline.ingest.record import IngestOptions, Record

SUFFIXES = (".jsonl", ".ndjson", ".jl")
MAX_BYTES_PER_CHARACTER = 32  # six of them for \uXXXX; the rest for other fields and a page's markup

_OBJECT = re.compile(r'[\ufeff\s]*\{\s*"')
_OBJECTS = re.compile(r'[\ufeff\s]*\{[^\n]*\}[ \t\r]*\n\s*\{\s*"')


def _recognise(beginning: str, suffix: str) -> bool:
    if suffix in SUFFIXES:
        return _OBJECT.match(beginning) is not None
    return _OBJECTS.match(beginning) is not None


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    limit = options.max_characters * MAX_BYTES_PER_CHARACTER
    for line in lines(entry, options, limit):
        label = f"L{line.number}"
        if line.text is None:
            yield Record(source=label, error=f"a line of over {limit:,} bytes: raise --max-characters or drop it")
        elif line.text.strip():
            record = _record(line.text, label, options)
            warnings = line.warnings + record.warnings
            yield replace(record, n_bytes=line.n_bytes, encoding=line.encoding, warnings=warnings)


def _record(line: str, label: str, options: IngestOptions) -> Record:
    try:
        return record_of(json.loads(line), label, options)
    except json.JSONDecodeError as error:
        what = f"{error.msg}, character {error.colno}"
        return Record(source=label, error=f"broken JSON ({what}): mend or drop the line")
    except (ValueError, RecursionError):  # a number of thousands of digits; brackets nested thousands deep
        return Record(source=label, error="JSON that no program writes for an article: drop the line")


FORMAT = Format("JSON lines", SUFFIXES, _recognise, _read)

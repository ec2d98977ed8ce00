"""CSV and TSV: one article a row, read as a stream; the delimiter is found, ragged rows and lost quotes are told."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.ingest.fields import fields_of, is_known, missing_text
from dateline.ingest.formats import Entry, Format
from dateline.ingest.lines import Line, lines
from dateline.ingest.readers.html import MAX_PAGE_BYTES
from dateline.ingest.readers.items import record_of
from dateline.ingest.record import IngestOptions, Record

SUFFIXES = (".csv", ".tsv", ".tab")
DELIMITERS = ",;\t|"
METADATA_PARTS = ("title", "published", "url", "byline", "language", "publisher", "id")
MIN_KNOWN = 3  # usual column names, a text among them, that make a header of a first line no suffix vouches for
MAX_HEADER_CELL = 40

_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # what Excel writes for itself above the header


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: `cells` by column name; `error` when it cannot be told what they are."""

    label: str
    cells: dict[str, str]
    encoding: str
    warnings: tuple[str, ...] = ()
    error: str = ""


class _Feed:
    """Lines for the csv module, which keeps what a row used up: its first line, encoding and warnings."""

    def __init__(self, source: Iterator[Line], limit: int) -> None:
        self._source = source
        self._limit = limit
        self.ended = False
        self.start()

    def start(self) -> None:
        self.first = 0
        self.encoding = ""
        self.warnings: tuple[str, ...] = ()

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        line = next(self._source, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.first = self.first or line.number
        self.encoding = line.encoding if not self.encoding.startswith("utf") else self.encoding
        self.warnings += line.warnings
        return line.text if line.text is not None else "x" * (self._limit + 1)  # too long for a cell: csv.Error


def rows(entry: Entry, options: IngestOptions) -> Iterator[Row]:
    """Yields the header as a row that names itself, then the rows of a table; blank lines are passed over."""
    limit = max(options.max_characters, MAX_PAGE_BYTES)
    csv.field_size_limit(limit)  # of the whole process; Python's own 131 072 is shorter than long articles
    feed = _Feed(lines(entry, options, 4 * limit), limit)
    delimiter = delimiter_of(entry.beginning)
    escape = "\\" if '\\"' in entry.beginning and '""' not in entry.beginning else None
    reader = csv.reader(feed, delimiter=delimiter, escapechar=escape)
    header: list[str] = []
    while True:
        feed.start()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            remedy = f"a cell of over {limit:,} characters, or a quote that is never closed"
            yield Row(f"L{feed.first}", {}, feed.encoding, error=f"broken row ({error}): {remedy}; mend or drop it")
            continue
        if feed.ended:  # the table ended inside a quoted cell
            if not entry.content.problem:
                error_text = "a quote opened in this row is never closed, so the rest of the file is one cell: close it"
                yield Row(f"L{feed.first}", {}, feed.encoding, error=error_text)
            return
        if not any(map(str.strip, cells)) or (not header and _SEPARATOR_LINE.fullmatch(delimiter.join(cells))):
            continue
        if not header:
            header = [name.strip() for name in cells]
            cells = header
        yield _row(header, cells, feed)


def delimiter_of(beginning: str) -> str:
    """Returns the delimiter of a table: the one that cuts its first line into most usual names, then most columns."""
    first = _first_line(beginning)
    if separator := _SEPARATOR_LINE.fullmatch(first):
        return separator[1]
    return max(DELIMITERS, key=lambda delimiter: _known_and_width(_cells(first, delimiter)))


def first_cells(beginning: str) -> list[str]:
    """Returns the column names of a table that begins so."""
    return _cells(_first_line(beginning), delimiter_of(beginning))


def _first_line(beginning: str) -> str:
    return next((line for line in beginning.lstrip("\ufeff").split("\n") if line.strip()), "")


def _row(header: list[str], cells: list[str], feed: _Feed) -> Row:
    warnings = feed.warnings
    if len(cells) > len(header):
        warnings += (f"{len(cells)} cells under {len(header)} columns: what is over is left out; quote the text",)
    named: dict[str, str] = {}
    for name, cell in zip(header, cells, strict=False):
        if name:
            named.setdefault(name, cell)  # of two columns of one name the first counts
    return Row(f"L{feed.first}", named, feed.encoding or "utf-8", warnings)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _known_and_width(cells: list[str]) -> tuple[int, int]:
    known = sum(1 for cell in cells if any(is_known(cell, part) for part in ("text", *METADATA_PARTS)))
    return known, len(cells)


def _recognise(beginning: str, suffix: str) -> bool:
    cells = first_cells(beginning)
    if not any(is_known(cell, "text") for cell in cells) or max(map(len, cells)) > MAX_HEADER_CELL:
        return False
    return _known_and_width(cells)[0] >= MIN_KNOWN


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    table = rows(entry, options)
    header = next(table, None)
    if header is None or header.error:
        return
    if fields_of(dict.fromkeys(header.cells, ""), options).text is None:
        yield Record(source="", error=missing_text(header.cells, options, kind="column"))
        return
    for row in table:
        if row.error:
            yield Record(source=row.label, encoding=row.encoding, error=row.error)
            continue
        record = record_of({name: row.cells.get(name, "") for name in header.cells}, row.label, options)
        size, warnings = len(record.text.encode()), row.warnings + record.warnings
        yield replace(record, n_bytes=size, encoding=row.encoding, warnings=warnings)


FORMAT = Format("CSV", SUFFIXES, _recognise, _read)

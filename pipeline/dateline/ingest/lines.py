"""Decoded lines of an entry, for the formats that are read as a stream."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.ingest.decode import decode
from dateline.ingest.formats import Entry
from dateline.ingest.record import IngestOptions


@dataclass(frozen=True, slots=True)
class Line:
    r"""A line with its `\n`.

    Attributes:
        number: from 1.
        text: without a byte order mark; None when the line is too long to be read.
        n_bytes: its size; of what was kept of it where `text` is None.
        encoding: codec it was decoded with.
        warnings: what could not be decoded.
    """

    number: int
    text: str | None
    n_bytes: int
    encoding: str
    warnings: tuple[str, ...]


def lines(entry: Entry, options: IngestOptions, limit: int) -> Iterator[Line]:
    r"""Yields the lines of an entry; only `\n` ends one, so that the numbers are those of any editor.

    Args:
        entry: read from its beginning.
        options: its encoding is obeyed.
        limit: bytes of the longest line that is decoded.
    """
    is_wide = entry.encoding.startswith(("utf-16", "utf-32"))
    if is_wide:
        entry.content.recode(entry.encoding)
    for number, data in entry.content.lines(limit):
        if len(data) > limit:
            yield Line(number, None, len(data), entry.encoding, ())
            continue
        decoded = decode(data, forced="" if is_wide else options.encoding, declared=entry.encoding)
        text = decoded.text.removeprefix("\ufeff") if number == 1 else decoded.text
        encoding = entry.encoding if is_wide else decoded.encoding
        yield Line(number, text, len(data), encoding, decoded.warnings)

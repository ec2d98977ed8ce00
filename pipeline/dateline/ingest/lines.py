"""Decoded lines of an entry, for the formats that are read as a stream."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from dateline.ingest.decode import Decoded, decode
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
    forced = entry.encoding if options.encoding and not is_wide else ""
    for number, data in entry.content.lines(limit):
        if len(data) > limit:
            yield Line(number, None, len(data), entry.encoding, ())
            continue
        decoded = _decoded(data, forced, entry.encoding)
        text = decoded.text.removeprefix("\ufeff") if number == 1 else decoded.text
        encoding = entry.encoding if is_wide else decoded.encoding
        yield Line(number, text, len(data), encoding, decoded.warnings)


def _decoded(data: bytes, forced: str, declared: str) -> Decoded:
    # nearly every line is UTF-8; only the others are worth a detector
    if not forced:
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(), "utf-8", 0)
    return decode(data, forced=forced, declared=declared)

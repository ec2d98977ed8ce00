"""Plain text: the file is the article."""

from collections.abc import Iterator

from dateline.ingest.decode import decode
from dateline.ingest.formats import Entry, Format
from dateline.ingest.record import IngestOptions, Record

MAX_BYTES_PER_CHARACTER = 4  # in every encoding read here


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    data = entry.content.whole(options.max_characters * MAX_BYTES_PER_CHARACTER)
    decoded = decode(data, forced=options.encoding)
    yield Record(
        source="",
        text=decoded.text,
        n_bytes=max(entry.n_bytes, len(data)),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


FORMAT = Format("text", (".txt", ".text", ".md"), lambda beginning, suffix: False, _read)

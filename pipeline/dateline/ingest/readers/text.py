"""Plain text: the file is the article."""

from collections.abc import Iterator

from dateline.ingest.decode import decode
from dateline.ingest.formats import Entry, Format
from dateline.ingest.record import IngestOptions, Record

MAX_BYTES_PER_CHARACTER = 4  # in every encoding read here


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    limit = options.max_characters * MAX_BYTES_PER_CHARACTER
    data = entry.content.whole(limit)
    if len(data) > limit:
        error = f"a text of over {options.max_characters:,} characters: raise --max-characters or split it"
        yield Record(source="", n_bytes=entry.n_bytes, error=error)
        return
    decoded = decode(data, forced=options.encoding)
    yield Record(
        source="",
        text=decoded.text,
        n_bytes=len(data),
        encoding=decoded.encoding,
        warnings=decoded.warnings,
    )


FORMAT = Format("text", (".txt", ".text", ".md"), lambda beginning, suffix: False, _read)

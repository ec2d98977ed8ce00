"""A whole dump to records: every file in order, every record under a source of its own, every failure in one line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dateline.ingest.archives import GET_AGAIN, entries, unreadable
from dateline.ingest.decode import codec_of
from dateline.ingest.fields import folded
from dateline.ingest.formats import Entry
from dateline.ingest.kinds import not_text
from dateline.ingest.readers import named_format, shown_format
from dateline.ingest.record import IngestOptions, Record
from dateline.ingest.sidecar import Sidecars
from dateline.ingest.walk import File, walk

MAX_ERRORS = 1000  # of one file, told one by one; a file with more is of another format
MAX_LABEL = 200  # characters of a record's own id; longer ones are texts


def read_dump(paths: Sequence[str | Path], options: IngestOptions) -> Iterator[Record]:
    """Returns the records of dump files and folders, read as a stream, in an order that only their names decide.

    Args:
        paths: files, folders, or `-` for the standard input.
        options: names of fields, encoding and limits.

    Raises:
        UsageError: a path does not exist, or the encoding is unknown. Whatever is wrong with a file or record is a
            `Record` with an `error`.
    """
    options = replace(options, encoding=codec_of(options.encoding))
    arguments = walk(paths)
    return (record for files in arguments for record in _read_argument(files, options))


def _read_argument(files: Iterator[File], options: IngestOptions) -> Iterator[Record]:
    sidecars = Sidecars()
    for file in files:
        told = _Told(file.source, options.max_characters)
        found = None
        for found in entries(file, options):
            if isinstance(found, Record):
                yield from told.record(found.source, replace(found, source=""))
                continue
            for record in _records(found, sidecars, options):
                metadata = sidecars.fill(found.source, record.metadata)
                yield from told.record(found.source, replace(record, metadata=metadata))
        if found is None:  # an archive without articles
            yield from told.record(file.source, Record(source=""))
        yield from told.rest()


def _records(entry: Entry, sidecars: Sidecars, options: IngestOptions) -> Iterator[Record]:
    problems = sidecars.take(entry, options)
    if problems is not None:
        yield from (Record(source="", error=problem) for problem in problems)
        return
    if entry.content.complete and not entry.content.problem and _is_blank(entry.beginning):
        yield Record(source="", n_bytes=entry.n_bytes, encoding=entry.encoding)
        return
    shown = shown_format(entry)
    if shown is None and (what := not_text(entry.content.prefix, entry.suffix, entry.beginning)):
        yield Record(source="", n_bytes=entry.n_bytes, error=unreadable(what))
        return
    n_usable = n_yielded = 0
    for record in (shown or named_format(entry)).read(entry, options):
        if record.source or not entry.content.problem:  # a file cut short is not the article
            n_yielded += 1
            n_usable += not record.error
            yield record
    if entry.content.problem:
        yield Record(source="", error=f"{entry.content.problem} after {n_usable:,} records: {GET_AGAIN}")
    elif not n_yielded:
        yield Record(source="", n_bytes=entry.n_bytes)


@dataclass(slots=True)
class _Told:
    """What was told about one file of the dump: the sources that are taken and the errors so far."""

    file: str
    max_characters: int
    sources: dict[str, int] = field(default_factory=dict)
    n_errors: int = 0
    last_error: str = ""

    def record(self, entry: str, record: Record) -> Iterator[Record]:
        """Yields the finished form of a record of `entry`, or nothing once too many of the file have failed."""
        label = folded(record.source)[:MAX_LABEL]
        source = self._own("#".join(filter(None, (entry, label))))
        text, error = record.text, record.error
        if len(text) > self.max_characters and not error:
            error = f"a text of over {self.max_characters:,} characters: raise --max-characters or split it"
        if error:
            self.n_errors += 1
            self.last_error = source
            if self.n_errors > MAX_ERRORS:
                return
        text = "" if error or _is_blank(text) else text
        warnings = tuple(f"{source}: {warning}" for warning in record.warnings)
        error = f"{source}: {error}" if error else ""
        yield replace(record, source=source, text=text, error=error, warnings=warnings)

    def rest(self) -> Iterator[Record]:
        """Yields what stands for the errors that were not told one by one."""
        if self.n_errors > MAX_ERRORS:
            more = f"{self.n_errors - MAX_ERRORS:,} more records cannot be used, the last is {self.last_error}"
            error = f"{self.file}: {more}: is it of the format it claims to be?"
            yield Record(source=self._own(f"{self.file}#errors"), error=error)

    def _own(self, source: str) -> str:
        # the same id twice: `a`, `a~2`, `a~3`
        n = self.sources.get(source, 0) + 1
        self.sources[source] = n
        return source if n == 1 else self._own(f"{source}~{n}")


def _is_blank(text: str) -> bool:
    return not text.lstrip("\ufeff").strip()

"""`metadata.csv` beside the articles: what it says about a file fills what the file itself does not say."""

import posixpath
from collections.abc import Iterator

from dateline.ingest.archives import PACKED_SUFFIXES
from dateline.ingest.fields import best_name, fields_of
from dateline.ingest.formats import Entry
from dateline.ingest.readers.items import filled
from dateline.ingest.readers.table import Row, first_cells, rows
from dateline.ingest.record import IngestOptions, Metadata
from dateline.ingest.walk import SIDECAR

_NOTHING = Metadata()


class Sidecars:
    """What the sidecars met so far say, by the source of the file they say it about."""

    def __init__(self) -> None:
        self._said: dict[str, Metadata] = {}

    def take(self, entry: Entry, options: IngestOptions) -> list[str] | None:
        """Returns the errors in a sidecar after remembering the rest; None for an entry that is no sidecar.

        A sidecar is called `metadata.csv` and has a column that names files (`file`, `filename`, `path`, `source`),
        relative to its folder.
        """
        if posixpath.basename(entry.source) != SIDECAR:
            return None
        column = best_name(first_cells(entry.beginning), "file")
        if column is None:
            return None
        return list(self._remember(entry.source, column, rows(entry, options), options))

    def fill(self, source: str, metadata: Metadata) -> Metadata:
        """Returns `metadata` of the file at `source`, or of a record in it, with what it lacks from the sidecars."""
        for name in (source, *(source.removesuffix(end) for end in PACKED_SUFFIXES if source.endswith(end))):
            if name in self._said:
                return filled(metadata, self._said[name])
        return metadata

    def _remember(self, source: str, column: str, table: Iterator[Row], options: IngestOptions) -> Iterator[str]:
        folder = posixpath.dirname(source)
        for row in table:
            if row.error:
                yield f"{row.label}: {row.error}"
                continue
            about = posixpath.normpath(posixpath.join(folder, row.cells.get(column, "").strip().replace("\\", "/")))
            cells = {name: cell for name, cell in row.cells.items() if name != column}
            # an inner sidecar comes after an outer one and knows better
            self._said[about] = filled(fields_of(cells, options).metadata, self._said.get(about, _NOTHING))

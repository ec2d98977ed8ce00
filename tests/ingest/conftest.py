"""Dumps made by code: names and bytes in, records out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.ingest import IngestOptions, Record, read_dump

Dump = Callable[..., list[Record]]


@pytest.fixture
def dump(tmp_path: Path) -> Dump:
    """Returns a function that writes files into a new folder and reads it: `dump({"a.txt": b"..."}, text_field="x")`."""

    def read(files: dict[str, bytes], **options: object) -> list[Record]:
        root = tmp_path / "dump"
        for name, data in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return list(read_dump([root], IngestOptions(**options)))

    return read


@pytest.fixture
def article() -> Callable[[Record], list[tuple[str, str]]]:
    """Returns a function that gives the sections of a record's article, each with its text, in order."""

    def sections(record: Record) -> list[tuple[str, str]]:
        return [(span.section, record.text[span.start : span.end]) for span in record.sections]

    return sections

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

"""Content-addressed results: resume, increments and scale-out are one mechanism.

A stage's result for one article is a row with a `key`: a hash of everything the result depends on (the article, the
settings, the code and the models). Rows lie in Parquet files ("shards") named by the keys they hold, written under a
temporary name and renamed, so a file that is there is whole. A key that is there is never computed again.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

#: Articles and raw characters in one shard: about 2 s of work, so a killed run loses little and workers end together.
SHARD_ARTICLES = 32
SHARD_CHARACTERS = 200_000

#: Seconds after which a temporary file is a leftover of a killed run.
_STALE = 3600


def digest(*parts: str | bytes) -> str:
    """Returns 32 hex digits that depend on every part and on where one ends and the next begins."""
    state = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()


class Store:
    """The results of one stage in one output folder."""

    def __init__(self, folder: Path, schema: pa.Schema) -> None:
        self.folder = folder
        self.schema = schema

    def index(self) -> dict[str, Path]:
        """Returns where each finished key lies; a damaged shard is removed, so its articles are done again."""
        found: dict[str, Path] = {}
        for path in sorted(self.folder.glob("*.parquet")):
            try:
                keys = pq.read_table(path, columns=["key"])["key"].to_pylist()
            except (pa.ArrowInvalid, KeyError, OSError):
                path.unlink(missing_ok=True)
                continue
            found.update(dict.fromkeys(keys, path))
        return found

    def write(self, rows: Sequence[Mapping[str, Any]]) -> Path:
        """Writes rows as one shard and returns its path."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{digest(*[row['key'] for row in rows])}.parquet"
        table = pa.Table.from_pylist(list(rows), schema=self.schema)
        write_whole(path, lambda temporary: pq.write_table(table, temporary, compression="zstd"))
        return path

    def paths(self, keys: Iterable[str]) -> list[Path]:
        """Returns the shards that hold any of these keys, sorted."""
        index = self.index()
        return sorted({index[key] for key in keys if key in index})

    def sweep(self) -> None:
        """Removes what killed runs left half-written."""
        for path in self.folder.glob("*.tmp"):
            if time.time() - path.stat().st_mtime > _STALE:
                path.unlink(missing_ok=True)


def write_whole(path: Path, write: Callable[[Path], None]) -> None:
    """Calls `write(temporary path)` and renames the result to `path`: a reader sees all of it or nothing."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        write(temporary)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def read_rows(path: Path, keys: Iterable[str], columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """Returns the rows of one shard with these keys, in the order of the keys."""
    wanted = list(keys)
    table = pq.read_table(path, columns=None if columns is None else list(columns), filters=[("key", "in", wanted)])
    rows = {row["key"]: row for row in table.to_pylist()}
    return [rows[key] for key in wanted]


def batches(items: Iterable[Any], size: Callable[[Any], int]) -> Iterator[list[Any]]:
    """Yields items in lists of at most SHARD_ARTICLES items and about SHARD_CHARACTERS of `size(item)`."""
    batch: list[Any] = []
    total = 0
    for item in items:
        batch.append(item)
        total += size(item)
        if len(batch) >= SHARD_ARTICLES or total >= SHARD_CHARACTERS:
            yield batch
            batch, total = [], 0
    if batch:
        yield batch

"""What lies where in an output folder: tables for the user, `.dateline/` for the pipeline.

persons.csv …                 the tables, datapackage.json, README.md, texts.parquet
persons_registry.csv          which person has which id: keep it with the tables
.dateline/clean|detect|extract/   shards of finished results; may be deleted, costs their time
.dateline/*.parquet           what one stage of the latest run left for the next
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.errors import RunError, UsageError
from dateline.shards import Store, write_whole


@dataclass(frozen=True, slots=True)
class Workspace:
    """One output folder."""

    folder: Path

    def prepare(self) -> None:
        """Makes the folder and checks that it can be written.

        Raises:
            RunError: it cannot.
        """
        with writing(self.folder):
            self.state.mkdir(parents=True, exist_ok=True)
            probe = self.state / ".probe"
            probe.write_bytes(b"dateline")
            probe.unlink()

    @property
    def state(self) -> Path:
        """The folder of the pipeline's own files."""
        return self.folder / ".dateline"

    @property
    def registry(self) -> Path:
        """The table of person ids that later runs start from."""
        return self.folder / "persons_registry.csv"

    def store(self, stage: str, schema: pa.Schema) -> Store:
        """Returns the shards of a stage."""
        return Store(self.state / stage, schema)

    def state_file(self, name: str) -> Path:
        """Returns where a stage leaves the table `name` for the next one."""
        return self.state / f"{name}.parquet"

    def save(self, name: str, rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> None:
        """Leaves rows for the next stage."""
        table = pa.Table.from_pylist(list(rows), schema=schema)
        with writing(self.folder):
            write_whole(self.state_file(name), lambda path: pq.write_table(table, path, compression="zstd"))

    def load(self, name: str, *, stage: str) -> pa.Table:
        """Returns what an earlier stage left.

        Raises:
            UsageError: `stage`, which leaves it, has not been run in this folder.
        """
        path = self.state_file(name)
        if not path.is_file():
            raise UsageError(f"{self.folder}: no {name} here yet; run `dateline {stage}` or `dateline run` first")
        return pq.read_table(path)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turns an error of the file system into one line that names the folder and the remedy."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise RunError(
            f"{folder}: cannot write: {reason}; free space or choose another folder with -o, "
            "then run the same command again: it continues where it stopped"
        ) from error

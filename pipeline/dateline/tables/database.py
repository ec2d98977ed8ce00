"""DuckDB over the stages' Parquet files: sorts and joins what is larger than memory."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pyarrow as pa

from dateline.errors import RunError
from dateline.workspace import Workspace


@contextmanager
def connect(work: Workspace, **tables: pa.Table) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yields a database that spills into the output folder, with Arrow tables registered by name.

    Raises:
        RunError: the database could not read or write its files.
    """
    database = duckdb.connect()
    try:
        database.execute("SET temp_directory = ?", [str(work.state / "spill")])
        database.execute("SET enable_progress_bar = false")
        for name, table in tables.items():
            database.register(name, table)
        yield database
    except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
        raise RunError(
            f"{work.folder}: {str(error).splitlines()[0]}; free space and run the same command again"
        ) from error
    finally:
        database.close()


def quoted_files(paths: Iterable[Path]) -> str:
    """Returns paths as a SQL list literal."""
    return "[" + ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths) + "]"

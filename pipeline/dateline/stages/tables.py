"""Stage 5: results -> sorted tables and their description. All files are written aside, then renamed together."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from dateline import schema
from dateline.clean import clean_title
from dateline.progress import Reporter
from dateline.settings import Settings
from dateline.shards import digest
from dateline.stages.clean import PAGES
from dateline.stages.extract import EXTRACTIONS
from dateline.tables import queries
from dateline.tables.csv import CsvWriter
from dateline.tables.database import connect
from dateline.tables.datapackage import data_package
from dateline.tables.dictionary import data_dictionary
from dateline.workspace import Workspace, writing

#: Rows written at a time: the only part of a table that is in memory.
_BATCH = 50_000


@dataclass(frozen=True, slots=True)
class Report:
    """What the tables hold.

    Attributes:
        rows: rows of each table.
        statuses: records by status in `sources.csv`.
        languages: documents by language, most frequent first.
        problems: one line for each record that became no article.
    """

    rows: Mapping[str, int]
    statuses: Mapping[str, int]
    languages: Mapping[str, int]
    problems: tuple[str, ...]


def tables(work: Workspace, settings: Settings, tell: Reporter) -> Report:
    """Writes every table in the formats asked for, `texts.parquet`, the data package and the data dictionary."""
    left = {name: work.load(name, stage=stage) for name, stage in _LEFT.items()}
    tell.stage("writing tables", None)
    shards = work.store("extract", EXTRACTIONS).paths(left["extracted"]["key"].to_pylist())
    pages = work.store("clean", PAGES).paths(left["documents"]["clean_key"].to_pylist())
    aside = work.state / "tables"
    with writing(work.folder):
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        with connect(work, **left) as database:
            queries.prepare(database, shards, run_id=_run_id(left))
            rows = {table.name: _write(database, table, aside, settings) for table in schema.TABLES}
            _write_texts(database, pages, aside)
            statuses, problems = queries.statuses(database), queries.problems(database)
        package = json.dumps(data_package(settings.formats, bom=settings.bom), indent=2, ensure_ascii=False)
        (aside / "datapackage.json").write_text(package + "\n", encoding="utf-8")
        (aside / "README.md").write_text(data_dictionary(), encoding="utf-8")
        for path in sorted(aside.iterdir()):
            path.replace(work.folder / path.name)
        aside.rmdir()
    return Report(
        rows=rows,
        statuses=statuses,
        languages=dict(Counter(sorted(left["documents"]["language"].to_pylist())).most_common()),
        problems=tuple(error or f"{source}: empty; remove it or get it again" for source, error in problems),
    )


_LEFT = {"sources": "clean", "documents": "detect", "extracted": "extract", "persons": "resolve", "links": "resolve"}


def _run_id(left: dict[str, pa.Table]) -> str:
    """Returns a hash of what went in: keys hold articles, settings, code and models."""
    rows = zip(left["sources"]["source"].to_pylist(), left["sources"]["key"].to_pylist(), strict=True)
    inputs = sorted(f"{source}\0{key}" for source, key in rows)
    return "r" + digest(*inputs, *sorted(left["extracted"]["key"].to_pylist()))[:16]


def _write(database: duckdb.DuckDBPyConnection, table: schema.Table, folder: Path, settings: Settings) -> int:
    count = 0
    arrow = table.arrow()
    with ExitStack() as stack:
        writers: list[CsvWriter | pq.ParquetWriter] = []
        if "csv" in settings.formats:
            writers.append(stack.enter_context(CsvWriter(folder / f"{table.name}.csv", table, bom=settings.bom)))
        if "parquet" in settings.formats:
            writers.append(
                stack.enter_context(pq.ParquetWriter(folder / f"{table.name}.parquet", arrow, compression="zstd"))
            )
        for rows in _even(queries.rows(database, table), arrow):
            for writer in writers:
                writer.write(rows)
            count += rows.num_rows
    return count


def _even(batches: pa.RecordBatchReader, arrow: pa.Schema) -> Iterator[pa.Table]:
    """Yields tables of _BATCH rows, so that the bytes of a Parquet file do not depend on how the database cuts."""
    waiting = arrow.empty_table()
    for batch in batches:
        waiting = pa.concat_tables([waiting, pa.Table.from_batches([batch]).cast(arrow)])
        while waiting.num_rows >= _BATCH:
            yield waiting.slice(0, _BATCH).combine_chunks()
            waiting = waiting.slice(_BATCH)
    if waiting.num_rows:
        yield waiting.combine_chunks()


def _write_texts(database: duckdb.DuckDBPyConnection, pages: Sequence[Path], folder: Path) -> None:
    """Writes `texts.parquet`, sorted by doc_id and field."""
    with pq.ParquetWriter(folder / "texts.parquet", schema.TEXTS, compression="zstd") as writer:
        for batch in queries.texts(database, pages):
            rows = [row for page in batch.to_pylist() for row in _text_rows(**page)]
            writer.write(pa.Table.from_pylist(rows, schema=schema.TEXTS))


def _text_rows(doc_id: str, raw: str, cleaned: str, raw_title: str) -> Iterator[dict[str, str]]:
    yield {"doc_id": doc_id, "field": "text", "raw": raw, "cleaned": cleaned}
    if raw_title:
        yield {"doc_id": doc_id, "field": "title", "raw": raw_title, "cleaned": clean_title(raw_title).text}

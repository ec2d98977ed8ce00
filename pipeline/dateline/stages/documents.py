"""The reduce between detect and extract: records -> documents.

What depends on the whole dump is decided here: several records with one text become one document, near-duplicates point
at the fuller article, and lines that recur across the pages of an outlet are page furniture. A document's extract key
holds only what of this touches that document, so an addition re-does just the articles whose answer changes.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from dateline.clean import KINDS, RECURRING_PAGES, Sketches, find_duplicates
from dateline.coverage import coverage
from dateline.settings import Settings
from dateline.shards import digest, write_whole
from dateline.stages.clean import PAGES
from dateline.stages.detect import LANGUAGES, detect_key
from dateline.tables.database import connect, quoted_files
from dateline.workspace import Workspace, writing

#: What the reduce leaves: one row per distinct text.
DOCUMENTS = pa.schema(
    [
        ("doc_id", pa.string()),
        ("source", pa.string()),
        ("sources", pa.list_(pa.string())),
        ("clean_key", pa.string()),
        ("detect_key", pa.string()),
        ("title", pa.string()),
        ("byline", pa.list_(pa.string())),
        ("publisher", pa.string()),
        ("url", pa.string()),
        ("published", pa.date32()),
        ("published_from", pa.string()),
        ("language", pa.string()),
        ("language_confidence", pa.float64()),
        ("other_languages", pa.list_(pa.string())),
        ("coverage", pa.list_(pa.string())),
        ("duplicate_of", pa.string()),
        ("duplicate_kind", pa.string()),
        ("recurring", pa.list_(pa.int64())),
        ("n_characters", pa.int64()),
        ("n_words", pa.int64()),
        ("n_boilerplate_lines", pa.int64()),
    ]
)

#: What the database may keep in memory before it spills.
_MEMORY = "512MB"
_BATCH = 8192

#: The rows of a stage's shards that this run wants: `{name}_at` says which shard has which key.
_SHARDS = """
    CREATE VIEW {name} AS SELECT s.* EXCLUDE (path)
    FROM read_parquet({files}, filename = 'path') s JOIN {name}_at USING (key, path)
"""

#: One document per text, numbered by id: of the records that share it the earliest published leads, the others fill
#: its gaps. Pages of one outlet share a publisher, else a host, else the folder or file they came in.
_MERGED = """
    CREATE TEMP TABLE records AS
    SELECT row_number() OVER (ORDER BY s.doc_id, p.published NULLS LAST, s.source) AS place, s.doc_id, s.source,
           p.key, p.title, p.byline, p.publisher, p.url, p.published, p.published_from,
           p.n_characters, p.n_kept, p.n_words, p.n_boilerplate_lines
    FROM sources s JOIN pages p USING (key);

    CREATE TEMP TABLE merged AS
    WITH filled AS (
        SELECT min(place) AS place, list(source ORDER BY source) AS sources,
               coalesce(arg_min(title, place) FILTER (title <> ''), '') AS title,
               coalesce(arg_min(byline, place) FILTER (len(byline) > 0), []) AS byline,
               coalesce(arg_min(publisher, place) FILTER (publisher <> ''), '') AS publisher,
               coalesce(arg_min(url, place) FILTER (url <> ''), '') AS url
        FROM records GROUP BY doc_id
    ),
    placed AS (
        SELECT *, regexp_extract(url, '^[^/?#]*//([^/?#]*)', 1) AS host,
               CASE WHEN contains(source, '#') THEN split_part(source, '#', 1)
                    ELSE regexp_extract(source, '(?s)^(.*)/', 1) END AS folder
        FROM (SELECT r.* EXCLUDE (title, byline, publisher, url), f.* EXCLUDE (place)
              FROM records r JOIN filled f USING (place))
    )
    SELECT * EXCLUDE (key, place, host, folder), key AS clean_key, row_number() OVER (ORDER BY doc_id) AS number,
           dense_rank() OVER (ORDER BY CASE WHEN publisher <> '' THEN publisher
                                            WHEN host <> '' THEN host ELSE folder END) AS outlet
    FROM placed;

    DROP TABLE records;
"""

#: The fuller article first; of equals the one published first, then by id.
_SKETCHES = """
    SELECT m.number, p.text_key, p.sketch FROM merged m JOIN pages p ON p.key = m.clean_key
    ORDER BY m.n_kept DESC, m.published NULLS LAST, m.doc_id
"""

#: Lines that recur across distinct articles of an outlet; copies of one article do not count.
_RECURRING = f"""
    CREATE TEMP TABLE candidates AS
    SELECT m.number, m.outlet, unnest(p.line_keys, max_depth := 2) FROM merged m JOIN pages p ON p.key = m.clean_key;

    CREATE TEMP TABLE recurring AS
    WITH distinct_keys AS (
        SELECT DISTINCT outlet, number, key FROM candidates WHERE number NOT IN (SELECT number FROM duplicates)
    ),
    furniture AS (
        SELECT outlet, key FROM distinct_keys GROUP BY outlet, key HAVING count(*) >= {RECURRING_PAGES}
    )
    SELECT number, list(line ORDER BY line) AS recurring, sum(words)::BIGINT AS words, count(*) AS lines
    FROM candidates JOIN furniture USING (outlet, key) GROUP BY number;

    DROP TABLE candidates;
"""

_DOCUMENTS = """
    SELECT m.* REPLACE (m.n_words - coalesce(r.words, 0) AS n_words,
                        m.n_boilerplate_lines + coalesce(r.lines, 0) AS n_boilerplate_lines),
           a.detect_key, l.language, l.confidence AS language_confidence, l.others AS other_languages, c.coverage,
           coalesce(k.doc_id, '') AS duplicate_of, coalesce(d.kind, '') AS duplicate_kind,
           coalesce(r.recurring, []) AS recurring
    FROM merged m JOIN detected a USING (clean_key) JOIN languages l ON l.key = a.detect_key
    JOIN covered c USING (language)
    LEFT JOIN recurring r USING (number) LEFT JOIN duplicates d USING (number) LEFT JOIN merged k ON k.number = d.kept
    ORDER BY m.number
"""


def documents(work: Workspace, settings: Settings) -> None:
    """Leaves one row per distinct text, with what the dump as a whole says of it."""
    sources = work.load("sources", stage="clean")
    sources = sources.filter(pc.not_equal(sources["key"], "")).select(["source", "key", "doc_id"])
    clean_keys = pc.unique(sources["key"])
    detect_keys = pa.array([detect_key(key.as_py(), settings) for key in clean_keys], pa.string())
    detected = pa.table({"clean_key": clean_keys, "detect_key": detect_keys})
    with connect(work, sources=sources, detected=detected) as database:
        database.execute(f"SET memory_limit = '{_MEMORY}'")
        _view(database, "pages", work.store("clean", PAGES).index(), clean_keys)
        _view(database, "languages", work.store("detect", LANGUAGES).index(), detect_keys)
        database.execute(_MERGED)
        database.register("duplicates", _duplicates(database))
        database.execute(_RECURRING)
        database.register("covered", _coverage(database))
        found = database.sql(f"SELECT {', '.join(DOCUMENTS.names)} FROM ({_DOCUMENTS})")
        with writing(work.folder):
            write_whole(work.state_file("documents"), lambda path: _write(found.to_arrow_reader(_BATCH), path))


def _view(database: duckdb.DuckDBPyConnection, name: str, index: Mapping[str, Path], keys: pa.Array) -> None:
    """Creates the view `name` of the rows with these keys."""
    files = sorted({index[key.as_py()] for key in keys})
    numbers = {path: number for number, path in enumerate(files)}
    places = pa.array((numbers[index[key.as_py()]] for key in keys), pa.int32(), size=len(keys))
    paths = pa.DictionaryArray.from_arrays(places, [str(path) for path in files])
    database.register(f"{name}_at", pa.table({"key": keys, "path": paths}))
    database.execute(_SHARDS.format(name=name, files=quoted_files(files)))


def _duplicates(database: duckdb.DuckDBPyConnection) -> pa.Table:
    """Returns the numbers of documents that repeat another, of the one that is kept, and how they repeat it."""
    numbers, text_keys, sizes, hashes = [], [], [], bytearray()
    for batch in database.sql(_SKETCHES).to_arrow_reader(_BATCH):
        numbers.append(batch["number"].to_numpy())
        text_keys.append(batch["text_key"].to_numpy())
        sizes.append(pc.list_value_length(batch["sketch"]).to_numpy())
        hashes += batch["sketch"].flatten().to_numpy().tobytes()
    number = np.concatenate(numbers)
    starts = np.append(0, np.cumsum(np.concatenate(sizes), dtype=np.int64))
    found = find_duplicates(Sketches(np.concatenate(text_keys), np.frombuffer(hashes, dtype=np.uint32), starts))
    copies = np.flatnonzero(found.kinds)
    kinds = pa.DictionaryArray.from_arrays(pa.array(found.kinds[copies]), list(KINDS)).cast(pa.string())
    return pa.table({"number": number[copies], "kept": number[found.kept[copies]], "kind": kinds})


def _coverage(database: duckdb.DuckDBPyConnection) -> pa.Table:
    """Returns what each language of the dump gets."""
    languages = [language for (language,) in database.execute("SELECT DISTINCT language FROM languages").fetchall()]
    lists = pa.array([coverage(language) for language in languages], pa.list_(pa.string()))
    return pa.table({"language": pa.array(languages, pa.string()), "coverage": lists})


def _write(batches: Iterator[pa.RecordBatch], path: Path) -> None:
    with pq.ParquetWriter(path, DOCUMENTS, compression="zstd") as writer:
        for batch in batches:
            writer.write(pa.Table.from_batches([batch]).cast(DOCUMENTS))


def content_key(row: Mapping[str, Any], *more: str) -> str:
    """Returns a hash of all that a document's extraction depends on, and of `more`."""
    own = (
        row["doc_id"],
        row["clean_key"],
        row["detect_key"],
        str(row["published"]),
        row["publisher"],
        repr(row["recurring"]),
    )
    return digest(*own, *more)

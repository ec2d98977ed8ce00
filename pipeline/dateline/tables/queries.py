"""The SQL that turns the stages' results into the rows of each table, in the order the schema declares.

Views that the queries read: `sources`, `documents`, `extracted`, `persons`, `links` are what the stages left;
`mentions` is every extracted document with its lists of mentions.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

from dateline import schema
from dateline.stages.extract import EXTRACTIONS
from dateline.tables.database import quoted_files

_MENTIONS = """
    CREATE VIEW mentions AS
    SELECT d.doc_id, d.published, e.* EXCLUDE (key, error)
    FROM documents d JOIN extracted x USING (doc_id) JOIN {shards} e ON e.key = x.key
"""

#: Views of one mention a row; `max_depth` keeps list columns lists.
_UNNESTED = """
    CREATE VIEW {view} AS SELECT doc_id, published, unnest({column}, max_depth := 2) FROM mentions
"""

_VIEWS = """
    CREATE VIEW linked AS
    SELECT m.* EXCLUDE (link_reason), l.person_id,
           CASE WHEN l.link_reason = '' THEN m.link_reason ELSE l.link_reason END AS link_reason
    FROM person_spans m JOIN links l USING (doc_id, local_person);

    CREATE VIEW failures AS SELECT doc_id, error FROM extracted WHERE error <> ''
    UNION ALL SELECT d.doc_id, e.error FROM documents d JOIN extracted x USING (doc_id) JOIN {shards} e ON e.key = x.key
    WHERE e.error <> '';

    CREATE VIEW counts AS
    SELECT doc_id, len(person_mentions) AS n_persons, len(place_mentions) AS n_places,
           len(dates) AS n_dates, len(amounts) AS n_amounts FROM mentions;
"""

_SOURCES = """
    SELECT s.source, s.doc_id,
           CASE WHEN s.error <> '' OR f.error IS NOT NULL THEN 'failed'
                WHEN s.doc_id = '' THEN 'empty'
                WHEN d.source <> s.source OR d.duplicate_of <> '' THEN 'duplicate'
                WHEN len(d.coverage) = 0 THEN 'unsupported_language'
                ELSE 'ok' END AS status,
           CASE WHEN s.error <> '' THEN s.error ELSE coalesce(f.error, '') END AS error,
           s.bytes, s.encoding, r.run_id
    FROM sources s CROSS JOIN run r LEFT JOIN documents d USING (doc_id) LEFT JOIN failures f USING (doc_id)
"""

_DOCUMENTS = """
    SELECT d.* REPLACE (coalesce(d.duplicate_of, '') AS duplicate_of),
           coalesce(c.n_persons, 0) AS n_persons, coalesce(c.n_places, 0) AS n_places,
           coalesce(c.n_dates, 0) AS n_dates, coalesce(c.n_amounts, 0) AS n_amounts
    FROM documents d LEFT JOIN counts c USING (doc_id)
"""

_PERSONS = """
    SELECT p.*, count(*) AS n_mentions, count(DISTINCT m.doc_id) AS n_documents,
           min(m.published) AS first_published, max(m.published) AS last_published
    FROM persons p JOIN linked m USING (person_id) GROUP BY ALL
"""

_PLACES = """
    WITH named AS (SELECT DISTINCT p.* FROM (SELECT unnest(places) AS p FROM mentions)),
    forms AS (
        SELECT place_id, surface, count(*) AS n FROM place_spans WHERE usage <> 'demonym' GROUP BY ALL
    ),
    aliases AS (SELECT place_id, list(surface ORDER BY n DESC, surface) AS aliases FROM forms GROUP BY place_id)
    SELECT named.*, coalesce(a.aliases, []) AS aliases,
           count(*) FILTER (usage <> 'demonym') AS n_mentions, count(*) FILTER (usage = 'demonym') AS n_demonyms,
           count(DISTINCT doc_id) AS n_documents
    FROM named JOIN place_spans m ON m.place_id = named.place_id LEFT JOIN aliases a ON a.place_id = named.place_id
    GROUP BY ALL
"""

_ROWS = {
    "sources": _SOURCES,
    "documents": _DOCUMENTS,
    "persons": _PERSONS,
    "person_mentions": "SELECT * FROM linked",
    "places": _PLACES,
    "place_mentions": "SELECT * FROM place_spans",
    "dates": "SELECT * FROM date_spans",
    "amounts": "SELECT * FROM amount_spans",
}

_SPANS = {
    "person_spans": "person_mentions",
    "place_spans": "place_mentions",
    "date_spans": "dates",
    "amount_spans": "amounts",
}


def prepare(database: duckdb.DuckDBPyConnection, shards: Sequence[Path], *, run_id: str) -> None:
    """Creates the views that the functions below read; `shards` are the extract stage's files, possibly none."""
    database.register("run", pa.table({"run_id": [run_id]}))
    if shards:
        source = f"read_parquet({quoted_files(shards)})"
    else:
        source = "nothing_extracted"
        database.register(source, pa.Table.from_pylist([], schema=EXTRACTIONS))
    database.execute(_MENTIONS.format(shards=source))
    for view, column in _SPANS.items():
        database.execute(_UNNESTED.format(view=view, column=column))
    database.execute(_VIEWS.format(shards=source))


def rows(database: duckdb.DuckDBPyConnection, table: schema.Table) -> pa.RecordBatchReader:
    """Returns the rows of a table, sorted and with the schema's columns."""
    columns = ", ".join(column.name for column in table)
    order = ", ".join(table.order)
    return database.sql(f"SELECT {columns} FROM ({_ROWS[table.name]}) ORDER BY {order}").to_arrow_reader(_BATCH)


def statuses(database: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Returns how many sources have each status."""
    found = database.execute(f"SELECT status, count(*) FROM ({_SOURCES}) GROUP BY status ORDER BY status").fetchall()
    return dict(found)


def problems(database: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Returns source and error of the records that became no article."""
    query = f"SELECT source, error FROM ({_SOURCES}) WHERE status IN ('failed', 'empty') ORDER BY source"
    return database.execute(query).fetchall()


def texts(database: duckdb.DuckDBPyConnection, pages: Sequence[Path]) -> pa.RecordBatchReader:
    """Returns doc_id, raw, cleaned and raw_title of every document, sorted by doc_id, few at a time."""
    query = f"""
        SELECT doc_id, raw, cleaned, raw_title
        FROM documents JOIN read_parquet({quoted_files(pages)}) ON key = clean_key
        ORDER BY doc_id
    """
    return database.sql(query).to_arrow_reader(_TEXTS)


#: Rows in memory at a time: mentions are small, whole articles are not.
_BATCH = 65_536
_TEXTS = 2048

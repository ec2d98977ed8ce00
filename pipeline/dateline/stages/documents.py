"""The reduce between detect and extract: records -> documents.

What depends on the whole dump is decided here: several records with one text become one document, near-duplicates point
at the fuller article, and lines that recur across the pages of an outlet are page furniture. A document's extract key
holds only what of this touches that document, so an addition re-does just the articles whose answer changes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.clean import find_duplicates, recurring_keys
from dateline.coverage import coverage
from dateline.settings import Settings
from dateline.shards import digest
from dateline.stages.clean import PAGES
from dateline.stages.detect import LANGUAGES, detect_key
from dateline.workspace import Workspace

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
        ("recurring", pa.list_(pa.int64())),
        ("n_characters", pa.int64()),
        ("n_words", pa.int64()),
        ("n_boilerplate_lines", pa.int64()),
    ]
)

_PAGE_COLUMNS = (
    "key", "title", "byline", "publisher", "url", "published", "published_from", "line_keys", "signature",
    "n_characters", "n_kept", "n_words", "n_boilerplate_lines",
)  # fmt: skip

#: Sorts records without a date behind those with one.
_LAST = date.max


def documents(work: Workspace, settings: Settings) -> None:
    """Leaves one row per distinct text, with what the dump as a whole says of it."""
    sources = [row for row in work.load("sources", stage="clean").to_pylist() if row["key"]]
    wanted = {row["key"] for row in sources}
    pages = _rows(work.store("clean", PAGES).index(), wanted, _PAGE_COLUMNS)
    records = [{**pages[row["key"]], **row} for row in sources]
    by_text: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        by_text[record["doc_id"]].append(record)
    merged = [_merge(group) for _, group in sorted(by_text.items())]
    _languages(merged, work, settings)
    _duplicates(merged)
    _recurring(merged)
    work.save("documents", [{name: row[name] for name in DOCUMENTS.names} for row in merged], DOCUMENTS)


def _rows(index: Mapping[str, Path], wanted: set[str], columns: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Returns the wanted rows of a stage's shards by key, these columns only."""
    found: dict[str, dict[str, Any]] = {}
    for path in dict.fromkeys(index[key] for key in sorted(wanted)):
        for row in pq.read_table(path, columns=list(columns)).to_pylist():
            if row["key"] in wanted:
                found[row["key"]] = row
    return found


def _merge(group: list[dict[str, Any]]) -> dict[str, Any]:
    """Returns one document of the records that share a text: the earliest published leads, the others fill its gaps."""
    group.sort(key=lambda record: (record["published"] or _LAST, record["source"]))
    lead = dict(group[0])
    for name in ("title", "byline", "publisher", "url"):
        lead[name] = next((record[name] for record in group if record[name]), lead[name])
    return {**lead, "clean_key": lead["key"], "sources": sorted(record["source"] for record in group)}


def _languages(merged: Iterable[dict[str, Any]], work: Workspace, settings: Settings) -> None:
    merged = list(merged)
    for row in merged:
        row["detect_key"] = detect_key(row["clean_key"], settings)
    index = work.store("detect", LANGUAGES).index()
    found = _rows(index, {row["detect_key"] for row in merged}, ("key", "language", "confidence", "others"))
    for row in merged:
        answer = found[row["detect_key"]]
        row.update(
            language=answer["language"], language_confidence=answer["confidence"], other_languages=answer["others"]
        )
        row["coverage"] = coverage(answer["language"])


def _duplicates(merged: Sequence[dict[str, Any]]) -> None:
    kept = find_duplicates((row["doc_id"], row["n_kept"], row["published"], row["signature"]) for row in merged)
    for row in merged:
        row["duplicate_of"] = kept.get(row["doc_id"], "")


def _recurring(merged: Sequence[dict[str, Any]]) -> None:
    """Marks the lines that recur across distinct articles of an outlet; copies of one article do not count."""
    pages: dict[str, Counter[int]] = defaultdict(Counter)
    for row in merged:
        if not row["duplicate_of"]:
            pages[_outlet(row)].update({item["key"] for item in row["line_keys"]})
    furniture = {outlet: recurring_keys(counts) for outlet, counts in pages.items()}
    for row in merged:
        known = furniture.get(_outlet(row), frozenset())
        recurring = [item for item in row["line_keys"] if item["key"] in known]
        row["recurring"] = [item["line"] for item in recurring]
        row["n_words"] -= sum(item["words"] for item in recurring)
        row["n_boilerplate_lines"] += len(recurring)


def _outlet(row: Mapping[str, Any]) -> str:
    """Returns what pages of one outlet share: publisher, else host, else the folder or file they came in."""
    container, _, record = row["source"].partition("#")
    folder = container if record else container.rpartition("/")[0]
    return str(row["publisher"] or urlsplit(row["url"]).netloc or folder)


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

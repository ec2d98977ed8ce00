"""Stage 1: dump -> cleaned pages. One row per distinct record text and metadata."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from dateline.clean import clean_page, clean_title, line_keys, sketch
from dateline.errors import NoArticlesError
from dateline.executors import Executor
from dateline.ingest import IngestOptions, Record, read_dump
from dateline.progress import Reporter
from dateline.settings import Settings
from dateline.shards import Store, batches, digest
from dateline.versions import code_version
from dateline.workspace import Workspace, writing

_LINE = pa.struct(
    {"start": pa.int64(), "end": pa.int64(), "section": pa.string(), "reason": pa.string(), "probability": pa.float64()}
)

_LINE_FIELDS = tuple(field.name for field in _LINE)

PAGES = pa.schema(
    [
        ("key", pa.string()),
        ("raw", pa.string()),
        ("cleaned", pa.string()),
        ("blocks", pa.list_(pa.int64())),
        ("lines", pa.list_(_LINE)),
        ("raw_title", pa.string()),
        ("title", pa.string()),
        ("byline", pa.list_(pa.string())),
        ("publisher", pa.string()),
        ("publisher_from", pa.string()),
        ("url", pa.string()),
        ("url_from", pa.string()),
        ("published", pa.date32()),
        ("published_from", pa.string()),
        ("given_language", pa.string()),
        ("line_keys", pa.list_(pa.struct([("line", pa.int64()), ("key", pa.int64()), ("words", pa.int64())]))),
        ("text_key", pa.int64()),
        ("sketch", pa.list_(pa.uint32())),
        ("n_characters", pa.int64()),
        ("n_kept", pa.int64()),
        ("n_words", pa.int64()),
        ("n_boilerplate_lines", pa.int64()),
    ]
)

#: What the stage leaves: one row per record.
SOURCES = pa.schema(
    [
        ("source", pa.string()),
        ("key", pa.string()),
        ("doc_id", pa.string()),
        ("error", pa.string()),
        ("bytes", pa.int64()),
        ("encoding", pa.string()),
    ]
)

_CODE = ("article.py", "text.py", "unspaced.py", "clean", "stages/clean.py")
_PACKAGES = ("babel", "ftfy")


#: What is said of a record that ends every process that touches it, by a crash in a library or for want of memory.
_DEADLY = "cleaning it ended the process; look at the record, or take it out"


@dataclass(frozen=True, slots=True)
class _Item:
    """A record to clean and the key of its result."""

    key: str
    record: Record


def clean(paths: Sequence[str | Path], work: Workspace, settings: Settings, executor: Executor, tell: Reporter) -> None:
    """Reads a dump, cleans the records not cleaned before, leaves `sources` for the next stage.

    Raises:
        NoArticlesError: nothing in the input is an article.
    """
    store = work.store("clean", PAGES)
    store.sweep()
    intake = _Intake(set(store.index()), tell)
    tell.stage("reading and cleaning", None)
    items = intake.fresh(read_dump(paths, ingest_options(settings)))
    with writing(work.folder):
        shards = batches(items, lambda item: len(item.record.text))
        for outcome in executor.map_shards(partial(_clean_shard, store), shards):
            failed = {item.key: _DEADLY for item in outcome.poison} if outcome.poison else outcome.result.failed
            intake.refuse(failed)
            tell.advance(len(outcome.poison) or outcome.result.done)
    if not any(row["key"] for row in intake.sources):
        raise NoArticlesError(_nothing(paths, intake.sources))
    work.save("sources", intake.sources, SOURCES)


class _Intake:
    """Takes records in, remembers a source row for each, and passes on those that are new."""

    def __init__(self, known: set[str], tell: Reporter) -> None:
        self.sources: list[dict[str, Any]] = []
        self._known = known
        self._tell = tell
        self._version = code_version(_CODE, _PACKAGES)

    def fresh(self, records: Iterable[Record]) -> Iterator[_Item]:
        for record in records:
            for warning in record.warnings:
                self._tell.note(warning)
            usable = not record.error and bool(record.text.strip())
            told = repr((record.metadata, record.sections))
            key = digest(self._version, record.source, record.text, told) if usable else ""
            self.sources.append(_source_row(record, key))
            if usable and key not in self._known:
                self._known.add(key)
                yield _Item(key, record)

    def refuse(self, failed: Mapping[str, str]) -> None:
        """Marks the records that could not be cleaned, by key, with the reason."""
        for row in self.sources if failed else ():
            if row["key"] in failed:
                row.update(error=f"{row['source']}: {failed[row['key']]}", key="", doc_id="")


def _source_row(record: Record, key: str) -> dict[str, Any]:
    return {
        "source": record.source,
        "key": key,
        "doc_id": doc_id(record.text) if key else "",
        "error": record.error,
        "bytes": record.n_bytes,
        "encoding": record.encoding,
    }


def doc_id(text: str) -> str:
    """Returns the id of an article: a hash of its raw text alone, so the same text keeps it in every dump."""
    return f"d{digest(text)[:16]}"


def ingest_options(settings: Settings) -> IngestOptions:
    """Returns the part of the settings that says how a dump is read."""
    names = IngestOptions.__dataclass_fields__.keys() & Settings.model_fields.keys()
    return IngestOptions(**{name: getattr(settings, name) for name in names})


def _nothing(paths: Sequence[str | Path], sources: Sequence[dict[str, Any]]) -> str:
    named = ", ".join(str(path) for path in paths)
    errors = [str(row["error"]) for row in sources if row["error"]]
    if not sources:
        known = ".txt, .html, .jsonl, .json, .csv, .tsv, .xml, .pdf, .docx and WARC"
        return f"{named}: no articles here; Dateline reads {known}"
    if len(errors) == 1:
        return errors[0]
    return f"{named}: none of {len(sources)} records is an article" + (
        f"; the first: {errors[0]}" if errors else ": all are empty"
    )


@dataclass(frozen=True, slots=True)
class _Cleaned:
    """How many records of a shard were cleaned, and why others were not, by key."""

    done: int
    failed: Mapping[str, str]


def _clean_shard(store: Store, items: Sequence[_Item]) -> _Cleaned:
    rows: list[dict[str, Any]] = []
    failed: dict[str, str] = {}
    for item in items:
        try:
            rows.append(clean_row(item.record, item.key))
        except Exception as error:  # noqa: BLE001 - the barrier between one record and all the others
            failed[item.key] = f"cleaning it failed ({type(error).__name__}: {error}); please report it with the record"
    if rows:
        store.write(rows)
    return _Cleaned(len(rows), failed)


def clean_row(record: Record, key: str) -> dict[str, Any]:
    """Returns the cleaned record as a row of PAGES."""
    given = record.metadata
    page = clean_page(
        record.text,
        title=given.title,
        byline=given.byline,
        publisher=given.publisher,
        url=given.url,
        published=given.published,
        filename=record.source.split("#", 1)[0],
        sections=[(span.start, span.end, span.section) for span in record.sections],
    )
    apart = all(span.section != "title" for span in record.sections)
    kept = [line for line in page.lines if line.section != "boilerplate"]
    sketched = sketch(page)
    words = [len(page.text.text[line.start : line.end].split()) for line in page.lines]
    return {
        "key": key,
        "raw": record.text,
        "cleaned": page.text.text,
        "blocks": page.text.to_blocks(),
        "lines": [{name: getattr(line, name) for name in _LINE_FIELDS} for line in page.lines],
        "raw_title": given.title if apart else "",
        "title": page.title or clean_title(given.title).text,
        "byline": list(page.byline),
        "publisher": page.publisher,
        "publisher_from": page.publisher_from,
        "url": page.url,
        "url_from": page.url_from,
        "published": page.published,
        "published_from": page.published_from,
        "given_language": given.language,
        "line_keys": [{"line": line, "key": value, "words": words[line]} for line, value in line_keys(page)],
        "text_key": sketched.text_key,
        "sketch": sketched.hashes,
        "n_characters": len(record.text),
        "n_kept": sum(line.end - line.start for line in kept),
        "n_words": sum(count for line, count in zip(page.lines, words, strict=True) if line.section != "boilerplate"),
        "n_boilerplate_lines": len(page.lines) - len(kept),
    }

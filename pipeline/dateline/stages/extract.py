"""Stage 3: documents -> mentions. Names by the models, dates, amounts, places and persons by our rules."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from dateline import schema
from dateline.article import Field, Passage
from dateline.clean import clean_title
from dateline.entities.locations import fingerprint
from dateline.errors import DatelineError
from dateline.executors import Executor
from dateline.extraction import Article, Extraction, extract_articles
from dateline.progress import Reporter
from dateline.settings import Settings, Tier
from dateline.shards import Store, batches, read_rows
from dateline.stages.clean import PAGES
from dateline.stages.detect import LANGUAGES
from dateline.stages.documents import content_key
from dateline.text import AlignedText
from dateline.versions import code_version
from dateline.workspace import Workspace, writing

#: Columns that a mention gets only after the extraction, when the whole dump is known.
_LATER = ("doc_id", "person_id")


def _mentions(table: schema.Table, **more: pa.DataType) -> pa.DataType:
    fields = [
        (name, kind) for name, kind in zip(table.arrow().names, table.arrow().types, strict=True) if name not in _LATER
    ]
    return pa.list_(pa.struct([*fields, *more.items()]))


_PLACE = ("place_id", "name", "kind", "country_code", "country", "admin1", "latitude", "longitude", "population")

EXTRACTIONS = pa.schema(
    [
        ("key", pa.string()),
        ("error", pa.string()),
        ("person_mentions", _mentions(schema.PERSON_MENTIONS, name=pa.string(), local_person=pa.int64())),
        ("place_mentions", _mentions(schema.PLACE_MENTIONS)),
        ("dates", _mentions(schema.DATES)),
        ("amounts", _mentions(schema.AMOUNTS)),
        ("places", pa.list_(pa.struct([schema.PLACES.arrow().field(name) for name in _PLACE]))),
    ]
)

DONE = pa.schema([("doc_id", pa.string()), ("key", pa.string()), ("error", pa.string())])
"""What the stage leaves: each document's result, or why there is none."""

_CODE = (
    "article.py", "text.py", "unspaced.py", "extraction.py", "sentences.py", "data/sentences",
    "entities", "dates", "amounts", "persons", "places", "stages/extract.py",
)  # fmt: skip
_PACKAGES = ("spacy", "rapidfuzz", "anyascii")


#: What is said of a document that ends every process that touches it, by a crash in a library or for want of memory.
_DEADLY = "extracting from it ended the process; look at the record, or take it out"


@dataclass(frozen=True, slots=True)
class _Item:
    """A document to extract from and where its parts lie."""

    key: str
    doc_id: str
    source: str
    clean_key: str
    clean_path: Path
    detect_key: str
    detect_path: Path
    published: date | None
    publisher: str
    recurring: tuple[int, ...]
    n_characters: int


def extract(work: Workspace, settings: Settings, executor: Executor, tell: Reporter) -> tuple[int, int]:
    """Extracts from every document not done before; returns how many were done now and how many before."""
    store = work.store("extract", EXTRACTIONS)
    store.sweep()
    known = store.index()
    rows = [
        row for row in work.load("documents", stage="detect").to_pylist()
        if settings.keep_duplicates or not row["duplicate_of"]
    ]  # fmt: skip
    versions = code_version(_CODE, _PACKAGES), fingerprint(settings.model_tier, settings.models)
    keys = {row["doc_id"]: content_key(row, *versions) for row in rows}
    todo = _items([row for row in rows if keys[row["doc_id"]] not in known], keys, work)
    tell.stage("extracting", len(todo))
    lost: dict[str, str] = {}
    with writing(work.folder):
        for outcome in executor.map_shards(
            partial(_extract_shard, store, settings.model_tier, settings.models),
            batches(todo, lambda item: item.n_characters),
        ):
            lost.update({item.doc_id: f"{item.source}: {_DEADLY}" for item in outcome.poison})
            tell.advance(outcome.result or len(outcome.poison))
    done = [
        {"doc_id": doc_id, "key": "" if doc_id in lost else key, "error": lost.get(doc_id, "")}
        for doc_id, key in keys.items()
    ]
    work.save("extracted", done, DONE)
    return len(todo), len(rows) - len(todo)


def _items(rows: Iterable[dict[str, Any]], keys: dict[str, str], work: Workspace) -> list[_Item]:
    """Returns the work to do, ordered so that a shard reads few files."""
    pages = work.store("clean", PAGES).index()
    languages = work.store("detect", LANGUAGES).index()
    items = [
        _Item(
            key=keys[row["doc_id"]],
            doc_id=row["doc_id"],
            source=row["source"],
            clean_key=row["clean_key"],
            clean_path=pages[row["clean_key"]],
            detect_key=row["detect_key"],
            detect_path=languages[row["detect_key"]],
            published=row["published"],
            publisher=row["publisher"],
            recurring=tuple(row["recurring"]),
            n_characters=row["n_characters"],
        )
        for row in rows
    ]
    return sorted(items, key=lambda item: (item.clean_path, item.doc_id))


def _extract_shard(store: Store, tier: Tier, chosen: Mapping[str, str], items: Sequence[_Item]) -> int:
    articles = [
        read_article(
            page, languages["lines"], languages["language"], item.doc_id, item.published, item.publisher, item.recurring
        )
        for item, page, languages in _inputs(items)
    ]
    find = partial(extract_articles, tier=tier, chosen=chosen)
    rows = _guarded(find, articles, items)
    store.write([{"key": item.key, **row} for item, row in zip(items, rows, strict=True)])
    return len(items)


def _inputs(items: Sequence[_Item]) -> Iterable[tuple[_Item, dict[str, Any], dict[str, Any]]]:
    pages = _read((item.clean_path, item.clean_key) for item in items)
    languages = _read((item.detect_path, item.detect_key) for item in items)
    return [(item, pages[item.clean_key], languages[item.detect_key]) for item in items]


def _read(places: Iterable[tuple[Path, str]]) -> dict[str, dict[str, Any]]:
    wanted: dict[Path, list[str]] = {}
    for path, key in places:
        wanted.setdefault(path, []).append(key)
    return {row["key"]: row for path, keys in wanted.items() for row in read_rows(path, dict.fromkeys(keys))}


def read_article(
    page: Mapping[str, Any],
    line_languages: Sequence[str],
    language: str,
    doc_id: str,
    published: date | None,
    publisher: str,
    recurring: Collection[int],
) -> Article:
    """Returns the article that a row of the clean stage holds: its strings and its kept lines as passages."""
    body = AlignedText.from_blocks(page["cleaned"], page["blocks"])
    texts: dict[Field, tuple[str, AlignedText]] = {"text": (page["raw"], body)}
    passages = [
        Passage("text", line["start"], body.text[line["start"] : line["end"]], line["section"], code or language)
        for number, (line, code) in enumerate(zip(page["lines"], line_languages, strict=True))
        if line["section"] != "boilerplate" and number not in recurring
    ]
    if page["raw_title"].strip():
        title = clean_title(page["raw_title"])
        texts["title"] = (page["raw_title"], title)
        start = len(title.text) - len(title.text.lstrip())
        passages.insert(0, Passage("title", start, title.text.strip(), "title", language))
    return Article(doc_id, texts, tuple(passages), published, publisher)


def _guarded(
    find: Callable[[Sequence[Article]], list[Extraction]], articles: Sequence[Article], items: Sequence[_Item]
) -> list[dict[str, Any]]:
    """Returns the extractions as rows; an article that no rule foresaw costs its own rows, not the run."""
    try:
        return [{"error": "", **found.tables()} for found in find(articles)]
    except DatelineError:
        raise
    except Exception as error:  # noqa: BLE001 - the barrier between one article and all the others
        if len(articles) == 1:
            where = f"{items[0].source}: extracting from it failed ({type(error).__name__}: {error})"
            return [{"error": f"{where}; please report it with the article", **Extraction().tables()}]
        return [row for one, item in zip(articles, items, strict=True) for row in _guarded(find, [one], [item])]

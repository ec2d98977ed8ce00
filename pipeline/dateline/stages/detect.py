"""Stage 2: cleaned pages -> the language of each article and of each of its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from dateline.executors import Executor
from dateline.language import detect_article
from dateline.progress import Reporter
from dateline.settings import Settings
from dateline.shards import Store, batches, digest, read_rows
from dateline.stages.clean import PAGES
from dateline.versions import code_version
from dateline.workspace import Workspace, writing

LANGUAGES = pa.schema(
    [
        ("key", pa.string()),
        ("language", pa.string()),
        ("confidence", pa.float64()),
        ("others", pa.list_(pa.string())),
        ("lines", pa.list_(pa.string())),
    ]
)

_CODE = ("language", "stages/detect.py")
_PACKAGES = ("langdetect",)

#: Below this the language a record says it has is believed over the detector: the figure langdetect gives a
#: sentence it is sure of lies above.
_SURE = 0.9

#: Languages of lines are cheap to detect, so a shard of it costs little whatever its length.
_LIGHT = 1


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    clean_key: str
    clean_path: Path


def detect_key(clean_key: str, settings: Settings) -> str:
    """Returns the key of an article's language."""
    return digest(code_version(_CODE, _PACKAGES), clean_key, settings.language)


def detect(work: Workspace, settings: Settings, executor: Executor, tell: Reporter) -> None:
    """Detects the language of every cleaned article not done before."""
    pages = work.store("clean", PAGES).index()
    store = work.store("detect", LANGUAGES)
    store.sweep()
    known = store.index()
    keys = dict.fromkeys(key for key in work.load("sources", stage="clean")["key"].to_pylist() if key)
    items = [
        _Item(detect_key(key, settings), key, pages[key]) for key in keys if detect_key(key, settings) not in known
    ]
    items.sort(key=lambda item: (item.clean_path, item.key))
    tell.stage("detecting languages", len(items))
    with writing(work.folder):
        shard = partial(_detect_shard, store, settings.language)
        for outcome in executor.map_shards(shard, batches(items, lambda _: _LIGHT)):
            tell.advance(outcome.result or 0)


def _detect_shard(store: Store, forced: str, items: Sequence[_Item]) -> int:
    rows = []
    for path in dict.fromkeys(item.clean_path for item in items):
        here = [item for item in items if item.clean_path == path]
        pages = read_rows(path, [item.clean_key for item in here], ["key", "cleaned", "lines", "given_language"])
        rows += [detect_row(page, item.key, forced) for item, page in zip(here, pages, strict=True)]
    store.write(rows)
    return len(items)


def detect_row(page: dict[str, Any], key: str, forced: str) -> dict[str, Any]:
    """Returns the languages of a cleaned page as a row of LANGUAGES; boilerplate lines do not vote."""
    kept = [line["section"] != "boilerplate" for line in page["lines"]]
    texts = [
        page["cleaned"][line["start"] : line["end"]] if keep else ""
        for line, keep in zip(page["lines"], kept, strict=True)
    ]
    found = detect_article(texts)
    language, confidence, lines = found.language, found.confidence, list(found.lines)
    given = forced or page["given_language"]
    if given and given != language and (forced or confidence < _SURE):
        lines = [given if code in (language, "und") else code for code in lines]
        language, confidence = given, 1.0 if forced else confidence
    if forced:
        lines = [given] * len(lines)
    return {
        "key": key,
        "language": language,
        "confidence": round(confidence, 3),
        "others": [] if forced else [code for code in found.others if code != language],
        "lines": lines,
    }

"""Stage 2: cleaned pages -> the language of each article and of each of its lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from dateline.executors import Executor
from dateline.language import UNDECIDED, ArticleLanguages, detect_article
from dateline.progress import Reporter
from dateline.settings import Engine, Settings
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

#: How sure the detector must be of another language than the one a record says it has, to be believed over it.
_SURE = 0.9
#: Characters of a text that may overrule its record: a sentence or two may quote, be half translated, or be all names.
_LONG = 400
#: How often records say their language right, a guess: feeds written by a template say one language for all.
_STATED_RIGHT = 0.9

#: Languages of lines are cheap to detect, so a shard of it costs little whatever its length.
_LIGHT = 1


@dataclass(frozen=True, slots=True)
class _Item:
    key: str
    clean_key: str
    clean_path: Path


def detect_key(clean_key: str, settings: Settings) -> str:
    """Returns the key of an article's language."""
    return digest(code_version(_CODE, _PACKAGES), clean_key, settings.language, settings.language_engine)


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
        shard = partial(_detect_shard, store, settings.language, settings.language_engine)
        for outcome in executor.map_shards(shard, batches(items, lambda _: _LIGHT)):
            tell.advance(outcome.result or 0)


def _detect_shard(store: Store, forced: str, engine: Engine, items: Sequence[_Item]) -> int:
    rows = []
    for path in dict.fromkeys(item.clean_path for item in items):
        here = [item for item in items if item.clean_path == path]
        pages = read_rows(path, [item.clean_key for item in here], ["key", "cleaned", "lines", "given_language"])
        rows += [detect_row(page, item.key, forced, engine=engine) for item, page in zip(here, pages, strict=True)]
    store.write(rows)
    return len(items)


def detect_row(page: dict[str, Any], key: str, forced: str, *, engine: Engine = "langdetect") -> dict[str, Any]:
    """Returns the languages of a cleaned page as a row of LANGUAGES; boilerplate lines do not vote."""
    kept = [line["section"] != "boilerplate" for line in page["lines"]]
    texts = [
        page["cleaned"][line["start"] : line["end"]] if keep else ""
        for line, keep in zip(page["lines"], kept, strict=True)
    ]
    if forced:
        return {"key": key, "language": forced, "confidence": 1.0, "others": [], "lines": [forced] * len(texts)}
    found = detect_article(texts, engine=engine)
    language, confidence = _reported(found, page["given_language"], length=sum(map(len, texts)))
    lines = [language if code in (found.language, UNDECIDED) else code for code in found.lines]
    return {
        "key": key,
        "language": language,
        "confidence": round(confidence, 3),
        "others": [code for code in found.others if code != language],
        "lines": lines,
    }


def _reported(found: ArticleLanguages, stated: str, *, length: int) -> tuple[str, float]:
    """The language to report and how sure that is, given what the record says: two witnesses, weighed by Bayes."""
    if not stated or (stated != found.language and found.confidence >= _SURE and length >= _LONG):
        return found.language, found.confidence
    if found.language == UNDECIDED:
        return stated, _STATED_RIGHT
    agreed = found.confidence if stated == found.language else 1 - found.confidence
    right, wrong = _STATED_RIGHT * agreed, (1 - _STATED_RIGHT) * (1 - agreed)
    return stated, right / (right + wrong)

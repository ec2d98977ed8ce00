"""`dateline clean --to`: the cleaned articles as JSONL, one object per record, for other tools."""

import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from dateline.executors import Executor
from dateline.progress import Reporter
from dateline.settings import Settings
from dateline.shards import write_whole
from dateline.stages.clean import PAGES
from dateline.stages.detect import detect
from dateline.stages.documents import documents
from dateline.workspace import Workspace, writing


def write_articles(work: Workspace, to: Path, settings: Settings, executor: Executor, tell: Reporter) -> None:
    """Writes every record with an article, duplicates included, as one JSON object a line.

    Fields: source, title, byline, publisher, url, published, published_from, language, other_languages, text (the kept
    lines), lines (start, end, section, reason, probability in the cleaned text).
    """
    detect(work, settings, executor, tell)
    documents(work, settings)
    index = work.store("clean", PAGES).index()
    by_text = {row["doc_id"]: row for row in work.load("documents", stage="detect").to_pylist()}
    sources = [row for row in work.load("sources", stage="clean").to_pylist() if row["key"]]
    pages: dict[str, dict[str, Any]] = {}

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            for source in sources:
                if source["key"] not in pages:  # one shard at a time: sources come in the order shards were cut
                    pages.clear()
                    pages.update({page["key"]: page for page in pq.read_table(index[source["key"]]).to_pylist()})
                article = _article(source["source"], pages[source["key"]], by_text[source["doc_id"]])
                file.write(json.dumps(article, ensure_ascii=False) + "\n")

    with writing(to.parent):
        write_whole(to, write)


def _article(source: str, page: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    recurring = set(document["recurring"])
    kept = [
        page["cleaned"][line["start"] : line["end"]]
        for number, line in enumerate(page["lines"])
        if line["section"] != "boilerplate" and number not in recurring
    ]
    return {
        "source": source,
        "title": page["title"],
        "byline": page["byline"],
        "publisher": page["publisher"],
        "url": page["url"],
        "published": page["published"].isoformat() if page["published"] else "",
        "published_from": page["published_from"],
        "language": document["language"],
        "other_languages": document["other_languages"],
        "text": "\n".join(kept),
        "lines": page["lines"],
    }

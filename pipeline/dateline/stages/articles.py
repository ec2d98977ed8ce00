"""The cleaned articles of a dump, one by one: as JSON for other tools (`clean --to`) or to be looked at (`--show`)."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from dateline.article import Section
from dateline.executors import Executor
from dateline.progress import Reporter
from dateline.settings import Settings
from dateline.shards import write_whole
from dateline.stages.clean import PAGES
from dateline.stages.detect import LANGUAGES, detect, detect_key
from dateline.stages.documents import documents
from dateline.text import AlignedText
from dateline.workspace import Workspace, writing

#: How often a line that recurs across the pages of an outlet is furniture (`clean.recurrence` says how counted).
_RECURS = 0.987


#: Sections that `text` leaves to fields of their own, or to the picture they stand under.
_APART = frozenset({"title", "byline", "dateline", "caption"})


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A line of a cleaned article.

    Attributes:
        start: first character it comes from in the record's own text.
        end: one past the last one.
        section: what it is; `boilerplate` if it was dropped.
        reason: what decided that; `recurs` if pages of the same outlet have it, too.
        probability: 0-1, how sure that is.
        language: ISO 639-1 code; `und` when undecided.
        text: the line, cleaned.
    """

    start: int
    end: int
    section: Section
    reason: str
    probability: float
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class CleanedArticle:
    """A record as the first two stages leave it; metadata as in `documents.csv`.

    Attributes:
        given_title: whether the title came apart from the text.
        publisher_from: as `url_from`, or `rights` (a notice of rights) or `url` (the host of the address).
        url_from: `metadata`, `text`; empty if unknown.
        duplicate_of: source of the fuller article that this one repeats; empty if it is none's copy.
        lines: every line that is not blank, in order.
        pages_with: on how many pages each line stands that recurs, by its index.
        repairs: how many repairs the text needed.
    """

    source: str
    title: str
    given_title: bool
    byline: tuple[str, ...]
    publisher: str
    publisher_from: str
    url: str
    url_from: str
    published: date | None
    published_from: str
    language: str
    other_languages: tuple[str, ...]
    duplicate_of: str
    lines: tuple[ArticleLine, ...]
    pages_with: Mapping[int, int]
    repairs: int

    def kept(self) -> list[ArticleLine]:
        """The lines that are part of the article."""
        return [line for line in self.lines if line.section != "boilerplate"]

    def body(self) -> list[ArticleLine]:
        """The kept lines that tell the story; all kept ones where none does, as in a headline by itself."""
        return [line for line in self.kept() if line.section not in _APART] or self.kept()

    def as_json(self) -> dict[str, Any]:
        """The article as `--to` writes it."""
        return {
            "source": self.source,
            "title": self.title,
            "byline": list(self.byline),
            "publisher": self.publisher,
            "publisher_from": self.publisher_from,
            "url": self.url,
            "url_from": self.url_from,
            "published": self.published.isoformat() if self.published else "",
            "published_from": self.published_from,
            "language": self.language,
            "other_languages": list(self.other_languages),
            "text": "\n".join(line.text for line in self.body()),
            "lines": [asdict(line) for line in self.lines],
        }


def write_articles(articles: Iterable[CleanedArticle], to: Path) -> None:
    """Writes one JSON object a line; the file is there whole or not at all."""

    def write(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(f"{as_line(article)}\n" for article in articles)

    with writing(to.parent):
        write_whole(to, write)


def as_line(article: CleanedArticle) -> str:
    """Returns the article as one line of JSON."""
    return json.dumps(article.as_json(), ensure_ascii=False)


def problems(work: Workspace) -> list[str]:
    """Returns one line for each record of a cleaned dump that is no article."""
    rows = work.load("sources", stage="clean").to_pylist()
    empty = "{}: empty; remove it or get it again"
    return [row["error"] or empty.format(row["source"]) for row in rows if not row["key"]]


def complete(work: Workspace, settings: Settings, executor: Executor, tell: Reporter) -> None:
    """Finds for a cleaned dump what its articles need: their languages, what repeats what, and lines that recur."""
    detect(work, settings, executor, tell)
    documents(work, settings)


def read_articles(work: Workspace, settings: Settings) -> Iterator[CleanedArticle]:
    """Yields every article of a completed dump in its order, duplicates included; what failed or is empty is none.

    One shard of pages is in memory at a time.
    """
    pages, languages = work.store("clean", PAGES).index(), work.store("detect", LANGUAGES).index()
    by_id = {row["doc_id"]: row for row in work.load("documents", stage="detect").to_pylist()}
    recurring = _pages_with_line(by_id.values(), pages)
    page_at, spoken_at = _Reader(pages), _Reader(languages)  # sources come in the order in which shards were cut
    for source in work.load("sources", stage="clean").to_pylist():
        if source["key"]:
            document = by_id[source["doc_id"]]
            spoken = spoken_at.row(detect_key(source["key"], settings))
            original = by_id[document["duplicate_of"]]["source"] if document["duplicate_of"] else ""
            page = page_at.row(source["key"])
            yield _article(source["source"], page, document, spoken["lines"], original, recurring)


class _Reader:
    """The rows of a stage by key, one shard in memory at a time."""

    def __init__(self, index: Mapping[str, Path]) -> None:
        self._index = index
        self._rows: dict[str, dict[str, Any]] = {}

    def row(self, key: str) -> dict[str, Any]:
        if key not in self._rows:
            self._rows = {row["key"]: row for row in pq.read_table(self._index[key]).to_pylist()}
        return self._rows[key]


def _pages_with_line(rows: Iterable[Mapping[str, Any]], pages: Mapping[str, Path]) -> Counter[int]:
    """Returns on how many pages of the dump each line stands that was dropped because it recurs, by the line's key."""
    rows = list(rows)
    if not any(row["recurring"] for row in rows):
        return Counter()
    marked: set[int] = set()
    counts: Counter[int] = Counter()
    recurring = {row["clean_key"]: set(row["recurring"]) for row in rows}
    for path in dict.fromkeys(pages[key] for key in recurring):
        for page in pq.read_table(path, columns=["key", "line_keys"]).to_pylist():
            if page["key"] in recurring:
                counts.update({item["key"] for item in page["line_keys"]})
                marked.update(item["key"] for item in page["line_keys"] if item["line"] in recurring[page["key"]])
    return Counter({key: counts[key] for key in marked})


def _article(
    source: str,
    page: Mapping[str, Any],
    document: Mapping[str, Any],
    languages: list[str],
    original: str,
    recurring: Mapping[int, int],
) -> CleanedArticle:
    text = AlignedText.from_blocks(page["cleaned"], page["blocks"])
    dropped = set(document["recurring"])
    lines = tuple(
        _line(text, line, language, recurs=number in dropped)
        for number, (line, language) in enumerate(zip(page["lines"], languages, strict=True))
    )
    return CleanedArticle(
        source=source,
        title=page["title"],
        given_title=bool(page["raw_title"].strip()),
        byline=tuple(page["byline"]),
        publisher=page["publisher"],
        publisher_from=page["publisher_from"],
        url=page["url"],
        url_from=page["url_from"],
        published=page["published"],
        published_from=page["published_from"],
        language=document["language"],
        other_languages=tuple(document["other_languages"]),
        duplicate_of=original,
        lines=lines,
        pages_with={item["line"]: recurring[item["key"]] for item in page["line_keys"] if item["line"] in dropped},
        repairs=text.count_repairs(page["raw"]),
    )


def _line(text: AlignedText, line: Mapping[str, Any], language: str, *, recurs: bool) -> ArticleLine:
    start, end = text.raw_span(line["start"], line["end"])
    section, reason, probability = line["section"], line["reason"], line["probability"]
    if recurs:
        section, reason, probability = "boilerplate", "recurs", _RECURS
    return ArticleLine(start, end, section, reason, probability, language, text.text[line["start"] : line["end"]])

"""One cleaned article -> the rows of its mentions. Pure: no files, no order, no other article.

The extractors see passages of cleaned text; here their spans get their raw offsets, sentence and id.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Field, Mention, NameSpan, Passage
from dateline.dates import DateMention, extract_dates
from dateline.entities import find_names
from dateline.entities.models import NONE_CHOSEN
from dateline.persons import PersonMention, extract_persons
from dateline.places import Place, PlaceMention, extract_places
from dateline.schema import MENTION_LETTER
from dateline.sentences import split_sentences
from dateline.settings import Tier
from dateline.shards import digest
from dateline.text import AlignedText

#: Longest `sentence` cell: a run-on line of a bad capture is cut around the mention, so a spreadsheet can hold it.
_LONGEST_SENTENCE = 2000

_SPACE = re.compile(r"\s+")

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Article:
    """What extraction needs to know of one document.

    Attributes:
        texts: by field, the raw string and its cleaned form.
        passages: the kept lines, in reading order.
    """

    doc_id: str
    texts: Mapping[Field, tuple[str, AlignedText]]
    passages: tuple[Passage, ...]
    published: date | None
    publisher: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """The rows of one article, by table, and the places they name; persons are still local to the article."""

    person_mentions: list[Row] = field(default_factory=list)
    place_mentions: list[Row] = field(default_factory=list)
    dates: list[Row] = field(default_factory=list)
    amounts: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)

    def tables(self) -> dict[str, list[Row]]:
        """Returns the rows by table."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


def extract_articles(
    articles: Sequence[Article], *, tier: Tier = "default", chosen: Mapping[str, str] = NONE_CHOSEN
) -> list[Extraction]:
    """Returns the extraction of each article; names are found for all of them in one pass over the models."""
    names = find_names([article.passages for article in articles], tier=tier, chosen=chosen)
    return [extract_article(article, found) for article, found in zip(articles, names, strict=True)]


def extract_article(article: Article, names: Sequence[NameSpan]) -> Extraction:
    """Returns the rows of one article, given the names that the models found in it."""
    passages = article.passages
    persons = extract_persons(passages, names)
    places = extract_places(passages, names, publisher=article.publisher)
    dates = _outside(extract_dates(passages, published=article.published), persons)
    taken = sorted((mention.passage, mention.start, mention.end) for mention in dates)
    countries = Counter(mention.place.country_code for mention in places if mention.place.country_code)
    amounts = extract_amounts(passages, taken=taken, countries=countries)
    locate = _Locator(article)
    return Extraction(
        person_mentions=[_person_row(locate, mention) for mention in persons],
        place_mentions=[_place_row(locate, mention) for mention in places],
        dates=[_date_row(locate, mention) for mention in dates],
        amounts=_amount_rows(locate, amounts),
        places=[asdict(place) for place in _distinct(mention.place for mention in places)],
    )


def _outside(dates: Iterable[DateMention], persons: Iterable[PersonMention]) -> list[DateMention]:
    """Drops dates inside a person's name: `April Jones`, `Theresa May`."""
    inside = {(person.passage, at) for person in persons for at in range(person.start, person.end)}
    return [mention for mention in dates if (mention.passage, mention.start) not in inside]


def _distinct(places: Iterable[Place]) -> list[Place]:
    found = {place.place_id: place for place in places}
    return [found[place_id] for place_id in sorted(found)]


class _Locator:
    """Gives mentions of one article their provenance columns."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._seen: Counter[tuple[str, str, int, int]] = Counter()

    def __call__(self, table: str, mention: Mention) -> Row:
        passage = self._article.passages[mention.passage]
        raw, aligned = self._article.texts[passage.field]
        start, end = aligned.raw_span(passage.start + mention.start, passage.start + mention.end)
        span = (table, passage.field, start, end)
        ordinal = self._seen[span]
        self._seen[span] += 1
        identity = digest(table, self._article.doc_id, passage.field, str(start), str(end), str(ordinal))
        return {
            "mention_id": MENTION_LETTER[table] + identity[:16],
            "field": passage.field,
            "char_start": start,
            "char_end": end,
            "surface": _SPACE.sub(" ", raw[start:end]).strip(),
            "section": passage.section,
            "sentence": _sentence(passage, mention.start, mention.end),
            "confidence": round(mention.confidence, 3),
        }


def _sentence(passage: Passage, start: int, end: int) -> str:
    """Returns the sentence around a span; its neighbours too when the span crosses an end."""
    spans = _sentences(passage.text, passage.language)
    first = max(bisect_right(spans, (start, len(passage.text))) - 1, 0)
    last = max(bisect_right(spans, (end - 1, len(passage.text))) - 1, first)
    left, right = spans[first][0], max(spans[last][1], end)
    if right - left > _LONGEST_SENTENCE:
        left, right = max(left, start - _LONGEST_SENTENCE // 2), min(right, end + _LONGEST_SENTENCE // 2)
    return _SPACE.sub(" ", passage.text[left:right]).strip()


@lru_cache(maxsize=256)
def _sentences(text: str, language: str) -> list[tuple[int, int]]:
    return split_sentences(text, language=language) or [(0, len(text))]


def _person_row(locate: _Locator, mention: PersonMention) -> Row:
    own = {name: getattr(mention, name) for name in ("title", "link_reason", "name", "local_person")}
    return locate("person_mentions", mention) | own


def _place_row(locate: _Locator, mention: PlaceMention) -> Row:
    own = {name: getattr(mention, name) for name in ("usage", "link_reason", "candidates")}
    return locate("place_mentions", mention) | own | {"place_id": mention.place.place_id}


_DATE_COLUMNS = ("type", "timex", "edtf", "date_start", "date_end", "relative", "anchor", "anchor_from")


def _date_row(locate: _Locator, mention: DateMention) -> Row:
    own = {name: getattr(mention, name) for name in _DATE_COLUMNS}
    return locate("dates", mention) | own | {"modifier": list(mention.modifier)}


_AMOUNT_COLUMNS = ("kind", "unit", "unit_from", "bound", "per", "direction", "vague")


def _amount_rows(locate: _Locator, mentions: Sequence[AmountMention]) -> list[Row]:
    rows = []
    for mention in mentions:
        low = None if mention.low is None else float(mention.low)
        high = None if mention.high is None else float(mention.high)
        own = {name: getattr(mention, name) for name in _AMOUNT_COLUMNS}
        own |= {"low": low, "high": high, "value": low if low == high else None}
        rows.append(locate("amounts", mention) | own | {"unit_candidates": list(mention.unit_candidates)})
    for mention, row in zip(mentions, rows, strict=True):
        row["same_as"] = "" if mention.same_as is None else rows[mention.same_as]["mention_id"]
    return rows

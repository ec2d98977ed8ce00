"""One text -> its rows, in memory: for notebooks and for trying things out."""

from typing import Any

from dateline.clean.days import parse_day
from dateline.errors import UsageError
from dateline.extraction import extract_articles
from dateline.ingest import Metadata, Record
from dateline.stages.clean import clean_row, doc_id
from dateline.stages.detect import detect_row
from dateline.stages.extract import read_article

Rows = list[dict[str, Any]]


def extract(text: str, *, language: str = "", published: str = "", title: str = "") -> dict[str, Rows]:
    """Returns the mention rows of one text by table: person_mentions, place_mentions, dates, amounts, and its places.

    Args:
        text: the article as it came; its offsets are those of the rows.
        language: ISO 639-1 code; detected when not given.
        published: day of publication, which relative dates are anchored on; looked for in the text when not given.
        title: headline, when it is not part of the text.

    Raises:
        UsageError: `published` is no day.
    """
    if published and parse_day(published) is None:
        raise UsageError(f"published {published!r}: no day; write it as 2021-11-24")
    record = Record(
        source="text",
        text=text,
        metadata=Metadata(title=title, published=published),
        n_bytes=len(text.encode("utf-8", "surrogatepass")),
        encoding="utf-8",
    )
    page = clean_row(record, key="")
    languages = detect_row(page, "", language)
    article = read_article(
        page, languages["lines"], languages["language"], doc_id(text), page["published"], page["publisher"], ()
    )
    (found,) = extract_articles([article])
    return found.tables()

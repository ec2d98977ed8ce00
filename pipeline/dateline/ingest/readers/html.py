"""HTML: the article that trafilatura finds in a page is the text, and offsets count in it."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from dataclasses import replace
from functools import cache

from dateline.ingest.decode import declared_charset, decode
from dateline.ingest.fields import folded, language_code
from dateline.ingest.formats import Entry, Format
from dateline.ingest.record import IngestOptions, Metadata, Record

MAX_PAGE_BYTES = 3_000_000  # news pages are 50-500 kB; the worst markup tried takes trafilatura 20 s for so much
MIN_TAGS = 3  # a text value that opens with a tag and closes so many elements is markup, not prose that quotes a tag

# Only dates in the page's metadata, markup and address: dates in its prose are for the date extractor. The bounds are
# fixed because htmldate's own end today.
_DATE_OPTIONS = {"original_date": True, "extensive_search": False, "min_date": "1600-01-01", "max_date": "2199-12-31"}

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*){0,3}<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_FRAGMENT = re.compile(
    r"\s*<(?:a|article|aside|b|blockquote|br|center|div|em|figure|font|h[1-6]|header|i|img|main|ol|p|section|small|span"
    r"|strong|style|table|u|ul)[\s/>]",
    re.I,
)
_CLOSING = re.compile(r"</[a-z][a-z0-9]*\s*>|<br\s*/?>", re.I)
_WHOLE = re.compile(r"<(?:html|body)\b", re.I)
_LANGUAGE = re.compile(r"""<html\b[^>]{0,500}?\slang\s*=\s*["']?([A-Za-z]{2,3}(?:-\w+)?)""", re.I)


def is_page(beginning: str) -> bool:
    """True when a text begins as an HTML page does."""
    return _PAGE.match(beginning.lstrip("\ufeff")) is not None


def is_markup(text: str) -> bool:
    """True when a text value is HTML, whole or a fragment: it begins with a tag and holds many."""
    if _FRAGMENT.match(text) is None:
        return False
    return is_page(text) or sum(1 for _, _ in zip(range(MIN_TAGS), _CLOSING.finditer(text), strict=False)) == MIN_TAGS


def article_of(page: str) -> Record:
    """Returns text and metadata of the article in an HTML page or fragment; text '' when there is none."""
    from trafilatura import bare_extraction  # imported late: it costs 0.2 s, and many dumps hold no HTML

    if _WHOLE.search(page, 0, MAX_PAGE_BYTES) is None:
        page = f"<html><body><article>{page}</article></body></html>"
    found = bare_extraction(
        page,
        include_comments=False,
        with_metadata=True,
        date_extraction_params=dict(_DATE_OPTIONS),
        config=_trafilatura_config(),
    )
    if found is None or isinstance(found, dict):
        return Record(source="", warnings=("no article text found in its markup",))
    language = _LANGUAGE.search(page)
    metadata = Metadata(
        title=folded(found.title or ""),
        byline=tuple(name for name in map(folded, (found.author or "").split(";")) if name),
        published=found.date or "",
        url=found.url or "",
        publisher=folded(found.sitename or ""),
        language=language_code(language[1]) if language else "",
    )
    return Record(source="", text=found.text or "", metadata=metadata)


@cache
def _trafilatura_config() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    # Under 250 characters trafilatura takes all text there is, menus too, with a line break at each inline tag.
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")
    return config


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    data = entry.content.whole(MAX_PAGE_BYTES)
    size = max(entry.n_bytes, len(data))
    if len(data) > MAX_PAGE_BYTES:
        error = f"a page of {size:,} bytes, over the {MAX_PAGE_BYTES:,} that are parsed: save its article as text"
        yield Record(source="", n_bytes=size, error=error)
        return
    decoded = decode(data, forced=options.encoding, declared=declared_charset(data))
    article = article_of(decoded.text)
    warnings = decoded.warnings + article.warnings
    yield replace(article, n_bytes=size, encoding=decoded.encoding, warnings=warnings)


FORMAT = Format("HTML", (".html", ".htm", ".xhtml"), lambda beginning, suffix: is_page(beginning), _read)

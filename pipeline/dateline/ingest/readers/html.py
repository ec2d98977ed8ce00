"""HTML files: a page each; and how text that is markup is told from prose."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.ingest.decode import declared_charset, decode
from dateline.ingest.formats import Entry, Format
from dateline.ingest.pages import article_of
from dateline.ingest.record import IngestOptions, Record

MAX_PAGE_BYTES = 20_000_000  # news pages are 50-500 kB, with the data of their scripts up to 5 MB
MIN_TAGS = 3  # a text value that opens with a tag and closes so many elements is markup, not prose that quotes a tag

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


def is_page(beginning: str) -> bool:
    """True when a text begins as an HTML page does."""
    return _PAGE.match(beginning.lstrip("\ufeff")) is not None


def is_markup(text: str) -> bool:
    """True when a text value is HTML, whole or a fragment: it begins with a tag and holds many."""
    if _FRAGMENT.match(text) is None:
        return False
    return is_page(text) or sum(1 for _, _ in zip(range(MIN_TAGS), _CLOSING.finditer(text), strict=False)) == MIN_TAGS


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

"""WARC, what web crawlers write: the pages in its responses, and the texts that Common Crawl's WET files hold.

Records of other kinds, answers other than 200 and images, scripts and the like are passed over: they are no articles.
"""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.parser import BytesHeaderParser
from io import BufferedReader

from dateline.ingest.decode import declared_charset, decode
from dateline.ingest.formats import Entry, Format
from dateline.ingest.pages import article_of
from dateline.ingest.readers.html import MAX_PAGE_BYTES
from dateline.ingest.record import IngestOptions, Metadata, Record

MAX_HEADER_BYTES = 1 << 16  # of one line, and of all lines of a record; servers stop at 8-16 kB
SKIPPED_PIECE = 1 << 20
GZIPPED_OR_ZLIB = zlib.MAX_WBITS | 32

_PAGES = ("text/html", "application/xhtml+xml")
_PLAIN = "text/plain"
_CUT = "the WARC is cut short or damaged here: get the file again"


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    stream = entry.content.buffered
    number = 0
    while (head := _head(stream)) is not None:
        number += 1
        length = str(head["Content-Length"] or "").strip()
        payload = stream.read(min(int(length), 2 * MAX_PAGE_BYTES)) if length.isdecimal() else b""
        complete = length.isdecimal() and len(payload) + _skip(stream, int(length) - len(payload)) == int(length)
        if not complete:
            if not entry.content.problem:
                yield Record(source=str(number), error=_CUT)
            return
        record = _record(head, payload, options)
        if record is not None:
            metadata = replace(record.metadata, url=str(head["WARC-Target-URI"] or "").strip("<> "))
            yield replace(record, source=str(number), metadata=metadata, n_bytes=int(length))


def _head(stream: BufferedReader) -> Message | None:
    # the fields at the head of the next record; None at the end. Without a Content-Length it is damage.
    line = stream.readline(MAX_HEADER_BYTES)
    while line in (b"\r\n", b"\n"):
        line = stream.readline(MAX_HEADER_BYTES)
    if not line:
        return None
    lines: list[bytes] = []
    while line.startswith(b"WARC/") or lines:
        line = stream.readline(MAX_HEADER_BYTES)
        lines.append(line)
        if line in (b"\r\n", b"\n", b"") or sum(map(len, lines)) > MAX_HEADER_BYTES:
            break
    return BytesHeaderParser().parsebytes(b"".join(lines))


def _skip(stream: BufferedReader, n_bytes: int) -> int:
    # how many of them were there
    left = n_bytes
    while left > 0 and (piece := stream.read(min(left, SKIPPED_PIECE))):
        left -= len(piece)
    return n_bytes - left


def _record(head: Message, payload: bytes, options: IngestOptions) -> Record | None:
    kind = str(head["WARC-Type"] or "").strip().lower()
    if kind == "response":
        top, _, body = payload.partition(b"\r\n\r\n")
        status, _, fields = top.partition(b"\r\n")
        http = BytesHeaderParser().parsebytes(fields[:MAX_HEADER_BYTES])
        return _article(http, _plain_body(http, body), options) if b" 200" in status[:16] else None
    return _article(head, payload, options) if kind in ("resource", "conversion") else None


def _article(head: Message, body: bytes | None, options: IngestOptions) -> Record | None:
    if head.get_content_type() not in (*_PAGES, _PLAIN):
        return None
    if body is None or len(body) > MAX_PAGE_BYTES:
        error = f"a page of over {MAX_PAGE_BYTES:,} bytes, or packed in a way that is not read: drop it"
        return Record(source="", error=error)
    declared = str(head.get_content_charset() or "") or declared_charset(body)
    decoded = decode(body, forced=options.encoding, declared=declared)
    is_page = head.get_content_type() in _PAGES
    article = article_of(decoded.text) if is_page else Record(source="", text=decoded.text, metadata=Metadata())
    return replace(article, encoding=decoded.encoding, warnings=decoded.warnings + article.warnings)


def _plain_body(http: Message, body: bytes) -> bytes | None:
    # the body without transfer and content encodings; None when it cannot be had
    if "chunked" in str(http["Transfer-Encoding"] or "").lower():
        body = _joined(body)
    encoding = str(http["Content-Encoding"] or "identity").strip().lower()
    if encoding in ("identity", "none", "utf-8"):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        return None
    try:
        return zlib.decompressobj(GZIPPED_OR_ZLIB).decompress(body, MAX_PAGE_BYTES + 1)
    except zlib.error:  # crawlers also store what they have unpacked with the header as it came
        return body if body.lstrip().startswith(b"<") else None


def _joined(body: bytes) -> bytes:
    # chunks joined; a body that has none is as crawlers store it after joining
    pieces, at = [], 0
    while (end := body.find(b"\r\n", at, at + 32)) != -1:
        try:
            size = int(body[at:end].partition(b";")[0], 16)
        except ValueError:
            break
        if size <= 0:
            break
        pieces.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(pieces) or body


FORMAT = Format("WARC", (".warc", ".wet"), lambda beginning, suffix: beginning.startswith("WARC/"), _read)

"""XML: RSS and Atom feeds and what news agencies send, one record an item."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

from dateline.ingest.decode import declared_charset, decode
from dateline.ingest.formats import Entry, Format
from dateline.ingest.readers.items import record_of
from dateline.ingest.readers.newsml import ROOTS, agency_articles, blocks_of, name_of, text_of
from dateline.ingest.record import IngestOptions, Record

_BEGINNING = re.compile(r"[\ufeff\s]*<(?:\?xml\b|rss\b|feed\b|rdf:RDF\b|nitf\b|NewsML\b|news(?:Message|Item)\b)")
_DECLARATION = re.compile(r"[\ufeff\s]*<\?xml[^>]*\?>")

_ITEMS = ("item", "entry")
_TEXTS = ("encoded", "content", "body", "fulltext")  # content:encoded, Atom's content, and outlets' own
_TEASERS = ("description", "summary")


def _read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
    data = entry.content.whole(options.max_decompressed)
    size = max(entry.n_bytes, len(data))
    if len(data) > options.max_decompressed:
        yield Record(source="", n_bytes=size, error=f"XML of over {options.max_decompressed:,} bytes: split it")
        return
    decoded = decode(data, forced=options.encoding, declared=declared_charset(data))
    try:
        root = ET.fromstring(_DECLARATION.sub("", decoded.text, count=1))
    except ET.ParseError as error:  # also of entities that grow without end; expat looks up none outside the file
        yield Record(source="", n_bytes=size, error=f"broken XML ({error}): mend the file")
        return
    for number, record in enumerate(_records(root, options), 1):
        warnings = (decoded.warnings if number == 1 else ()) + record.warnings
        n_bytes = len(record.text.encode()) if record.source else size
        yield replace(record, n_bytes=n_bytes, encoding=decoded.encoding, warnings=warnings)


def _records(root: ET.Element, options: IngestOptions) -> Iterator[Record]:
    if name_of(root) in ROOTS:
        yield from agency_articles(root)
        return
    if name_of(root) not in ("rss", "RDF", "feed"):
        kinds = "RSS, Atom, NITF and NewsML are"
        error = f"<{name_of(root)}>, a kind of XML that is not read ({kinds}): make it text or JSON lines"
        yield Record(source="", error=error)
        return
    feed = next((node for node in root if name_of(node) == "channel"), root)
    about = {"publisher": _child(feed, "title"), "language": _child(feed, "language")}
    items = (node for node in root.iter() if name_of(node) in _ITEMS)
    for number, node in enumerate(items, 1):
        yield _item(node, str(number), about, options)


def _item(node: ET.Element, label: str, about: dict[str, str], options: IngestOptions) -> Record:
    found: dict[str, object] = dict(about)
    for child in node:
        value = (blocks_of(child) if child.get("type") == "xhtml" else text_of(child)) or child.get("href", "")
        if value and child.get("rel", "alternate") == "alternate":  # Atom also links to comments and to itself
            found.setdefault(name_of(child), value)
    text = next((found[name] for name in _TEXTS if name in found), None)
    teaser = next((found[name] for name in _TEASERS if name in found), None)
    named = found if options.text_field else {"text": text or teaser or ""} | found
    record = record_of(named, label, options)
    if text is None and teaser is not None and not options.text_field:
        record = replace(record, warnings=(*record.warnings, "the feed has no full text; its description is taken"))
    return record


def _child(node: ET.Element, name: str) -> str:
    return next((text_of(child) for child in node if name_of(child) == name), "")


def _recognise(beginning: str, suffix: str) -> bool:
    return _BEGINNING.match(beginning) is not None


FORMAT = Format("XML", (".xml", ".rss", ".atom"), _recognise, _read)

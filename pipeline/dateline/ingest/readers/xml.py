"""XML: RSS and Atom feeds, one record an item, and NITF, one article a file."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace

from dateline.ingest.decode import declared_charset, decode
from dateline.ingest.fields import folded
from dateline.ingest.formats import Entry, Format
from dateline.ingest.readers.items import record_of
from dateline.ingest.record import IngestOptions, Metadata, Record

_BEGINNING = re.compile(r"[\ufeff\s]*<(?:\?xml\b|rss\b|feed\b|rdf:RDF\b|nitf\b)")
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
    if _name(root) == "nitf":
        yield _nitf(root)
        return
    if _name(root) not in ("rss", "RDF", "feed"):
        error = f"<{_name(root)}>, a kind of XML that is not read (RSS, Atom and NITF are): make it text or JSON lines"
        yield Record(source="", error=error)
        return
    feed = next((node for node in root if _name(node) == "channel"), root)
    about = {"publisher": _child(feed, "title"), "language": _child(feed, "language")}
    items = (node for node in root.iter() if _name(node) in _ITEMS)
    for number, node in enumerate(items, 1):
        yield _item(node, str(number), about, options)


def _item(node: ET.Element, label: str, about: dict[str, str], options: IngestOptions) -> Record:
    found: dict[str, object] = dict(about)
    for child in node:
        value = _text(child) or child.get("href", "")
        if value and child.get("rel", "alternate") == "alternate":  # Atom also links to comments and to itself
            found.setdefault(_name(child), value)
    text = next((found[name] for name in _TEXTS if name in found), None)
    teaser = next((found[name] for name in _TEASERS if name in found), None)
    named = found if options.text_field else {"text": text or teaser or ""} | found
    record = record_of(named, label, options)
    if text is None and teaser is not None and not options.text_field:
        record = replace(record, warnings=(*record.warnings, "the feed has no full text; its description is taken"))
    return record


def _nitf(root: ET.Element) -> Record:
    nodes = {_name(node): node for node in reversed(list(root.iter()))}  # the first of each name
    content = nodes.get("body.content")
    if content is None:
        return Record(source="", error="NITF without <body.content>: nothing in it is an article")
    paragraphs = [_text(node) for node in content.iter() if _name(node) in ("p", "hl2")]
    issued, doc = nodes.get("date.issue"), nodes.get("doc-id")
    title = next((_text(nodes[name]) for name in ("hl1", "hedline", "title") if name in nodes), "")
    byline = folded(_text(nodes["byline"])) if "byline" in nodes else ""
    metadata = Metadata(
        id=doc.get("id-string", "") if doc is not None else "",
        title=folded(title),
        byline=(byline,) if byline else (),
        published=issued.get("norm", "") if issued is not None else "",
    )
    return Record(source="", text="\n".join(filter(None, paragraphs)), metadata=metadata)


def _name(node: ET.Element) -> str:
    return node.tag.rpartition("}")[2]


def _text(node: ET.Element) -> str:
    return "".join(node.itertext()).strip()


def _child(node: ET.Element, name: str) -> str:
    return next((_text(child) for child in node if _name(child) == name), "")


def _recognise(beginning: str, suffix: str) -> bool:
    return _BEGINNING.match(beginning) is not None


FORMAT = Format("XML", (".xml", ".rss", ".atom"), _recognise, _read)

"""What news agencies send: NITF, and NewsML (1 and G2), whose items hold NITF or XHTML, an article each."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence

from dateline.ingest.fields import folded, language_code
from dateline.ingest.record import Metadata, Record

ROOTS = ("nitf", "NewsML", "newsMessage", "newsItem", "packageItem")

_ITEMS = ("newsItem", "NewsItem")
_CONTENTS = ("body.content", "inlineXML", "DataContent", "inlineData")
_BLOCKS = frozenset(("p", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li"))
_TITLES = ("hl1", "hedline", "headline", "HeadLine", "title")
_BYLINES = ("byline", "by", "ByLine")
#: When it was written, before when it was sent: agencies send corrections under the old text.
_DAYS = ("date.issue", "firstCreated", "contentCreated", "FirstCreated", "versionCreated", "DateAndTime")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def agency_articles(root: ET.Element) -> Iterator[Record]:
    """Yields a record for each article of a NITF or NewsML document; the one of NITF has no source."""
    if name_of(root) == "nitf":
        yield _article(root)
        return
    items = [node for node in root.iter() if name_of(node) in _ITEMS]
    texts = [(str(number), _article(item)) for number, item in enumerate(items, 1) if _content(item) is not None]
    for label, record in texts:
        source = record.metadata.id or label
        yield Record(source=source, text=record.text, metadata=record.metadata, error=record.error)
    if not texts:
        yield Record(source="", error="no text inside its items, only links to files: get those")


def blocks_of(node: ET.Element) -> str:
    """Returns the text in an element, a line for each paragraph and heading in it; all of it where there are none."""
    blocks, waiting = [], [node]
    while waiting:
        inner = waiting.pop()
        if name_of(inner) in _BLOCKS:
            blocks.append(text_of(inner))
        else:
            waiting.extend(reversed(inner))
    return "\n".join(filter(None, blocks)) or text_of(node)


def name_of(node: ET.Element) -> str:
    """Returns the name of an element without its name space."""
    return node.tag.rpartition("}")[2]


def text_of(node: ET.Element) -> str:
    """Returns the text in an element, without white space around it."""
    return "".join(node.itertext()).strip()


def _article(item: ET.Element) -> Record:
    content = _content(item)
    if content is None:
        return Record(source="", error="NITF without <body.content>: nothing in it is an article")
    identity = _first(item, ("doc-id",))
    provider = _first(item, ("provider",))
    day = _first(item, _DAYS)
    byline = _said(item, _BYLINES)
    metadata = Metadata(
        id=item.get("guid", "") or (identity.get("id-string", "") if identity is not None else ""),
        title=_said(item, _TITLES),
        byline=(byline,) if byline else (),
        published=(day.get("norm") or text_of(day)) if day is not None else "",
        publisher=folded(provider.get("literal") or text_of(provider)) if provider is not None else "",
        language=language_code(item.get(_LANGUAGE, "")),
    )
    return Record(source="", text=blocks_of(content), metadata=metadata)


def _content(item: ET.Element) -> ET.Element | None:
    return _first(item, _CONTENTS)


def _said(item: ET.Element, names: Sequence[str]) -> str:
    node = _first(item, names)
    return folded(text_of(node)) if node is not None else ""


def _first(item: ET.Element, names: Sequence[str]) -> ET.Element | None:
    """The first element in an item that bears the first of some names that any bears."""
    return next((node for name in names for node in item.iter() if name_of(node) == name), None)

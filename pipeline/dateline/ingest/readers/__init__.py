"""The formats Dateline reads, one module each; the first that recognises the content reads it."""

from dateline.ingest.formats import Entry, Format
from dateline.ingest.readers import html, json_document, jsonl, table, text, xml

FORMATS: tuple[Format, ...] = (html.FORMAT, xml.FORMAT, jsonl.FORMAT, json_document.FORMAT, table.FORMAT, text.FORMAT)


def format_of(entry: Entry) -> Format:
    """Returns the format of a text entry: as its content shows, else as its suffix says, else plain text."""
    shown = (known for known in FORMATS if known.recognise(entry.beginning, entry.suffix))
    named = (known for known in FORMATS if entry.suffix in known.suffixes)
    return next(shown, None) or next(named, text.FORMAT)

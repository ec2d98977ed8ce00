"""The formats Dateline reads, one module each; the first that recognises the content reads it."""

from dateline.ingest.formats import Entry, Format
from dateline.ingest.readers import documents, html, json_document, jsonl, table, text, warc, xml

FORMATS: tuple[Format, ...] = (
    documents.PDF,
    documents.WORD,
    warc.FORMAT,
    html.FORMAT,
    xml.FORMAT,
    jsonl.FORMAT,
    json_document.FORMAT,
    table.FORMAT,
    text.FORMAT,
)


def shown_format(entry: Entry) -> Format | None:
    """Returns the format that the content of an entry shows, None when it shows none."""
    return next((known for known in FORMATS if known.recognise(entry.beginning, entry.suffix)), None)


def named_format(entry: Entry) -> Format:
    """Returns the format that the suffix of an entry names, plain text when it names none."""
    return next((known for known in FORMATS if entry.suffix in known.suffixes), text.FORMAT)

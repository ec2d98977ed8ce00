"""What a JSON object or a row of a table becomes: the part that JSONL, JSON and CSV share."""

from collections.abc import Mapping
from dataclasses import fields, replace

from dateline.ingest.fields import fields_of, missing_text
from dateline.ingest.pages import article_of
from dateline.ingest.readers.html import MAX_PAGE_BYTES, is_markup
from dateline.ingest.record import IngestOptions, Metadata, Record


def record_of(item: object, label: str, options: IngestOptions) -> Record:
    """Returns the record of one object or row, called by its own id where it has one, else by `label`."""
    if not isinstance(item, Mapping):
        error = f"a JSON {type(item).__name__}, not an object with a text: make each record an object"
        return Record(source=label, error=error)
    found = fields_of(item, options)
    source = found.metadata.id or label
    if found.text is None:
        return Record(source=source, metadata=found.metadata, error=missing_text(item, options))
    if not is_markup(found.text):
        return Record(source=source, text=found.text, metadata=found.metadata)
    if len(found.text) > MAX_PAGE_BYTES:
        error = f"markup of {len(found.text):,} characters, over the {MAX_PAGE_BYTES:,} that are parsed: make it text"
        return Record(source=source, metadata=found.metadata, error=error)
    article = article_of(found.text)
    return replace(article, source=source, metadata=filled(found.metadata, article.metadata))


def filled(metadata: Metadata, other: Metadata) -> Metadata:
    """Returns `metadata` with what it lacks taken from `other`."""
    lacking = (part.name for part in fields(Metadata) if not getattr(metadata, part.name))
    return replace(metadata, **{name: getattr(other, name) for name in lacking})

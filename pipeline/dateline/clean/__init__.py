"""Record -> labelled lines: repairs, sections, page furniture, metadata, near-duplicates."""

from dateline.clean.duplicates import find_duplicates, fingerprint
from dateline.clean.page import Line, Page, clean_page
from dateline.clean.recurrence import line_keys, recurring_keys
from dateline.clean.repair import clean_title

__all__ = [
    "Line",
    "Page",
    "clean_page",
    "clean_title",
    "find_duplicates",
    "fingerprint",
    "line_keys",
    "recurring_keys",
]

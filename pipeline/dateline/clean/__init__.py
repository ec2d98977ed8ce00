"""Record -> labelled lines: repairs, sections, page furniture, metadata, near-duplicates."""

from dateline.clean.duplicates import KINDS, Sketches, find_duplicates
from dateline.clean.page import Line, Page, clean_page
from dateline.clean.recurrence import RECURRING_PAGES, line_keys
from dateline.clean.repair import clean_title
from dateline.clean.sketches import Sketch, sketch

__all__ = [
    "KINDS",
    "RECURRING_PAGES",
    "Line",
    "Page",
    "Sketch",
    "Sketches",
    "clean_page",
    "clean_title",
    "find_duplicates",
    "line_keys",
    "sketch",
]

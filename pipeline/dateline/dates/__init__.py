"""Dates: the temporal expressions of an article, with what each means in the calendar.

lexicon (one TOML per language) -> forms (patterns) -> grammar (atoms) -> compose (ranges) -> meaning
-> anchoring (the article's own dates) -> render (TIMEX3, EDTF, first and last day).
"""

from dateline.dates.extract import extract_dates, has_grammar
from dateline.dates.mention import DateMention

__all__ = ["DateMention", "extract_dates", "has_grammar"]

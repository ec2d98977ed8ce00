"""Article -> amount rows: money, percentages, measures, counts, ratios and ages, each with its exact span.

Steps, one module each: `tokens` (fold, tokenize), `scan` (numbers in digits; in words: `spelled`, `ratios`), `attach`
(units; `money`, `currencies`), `nouns`, `ranges`, `qualify`, `context`, and `extract`, which runs them. The words of a
language are in `data/<language>.toml`; a language has a grammar when that file is there.
"""

from dateline.amounts.extract import extract_amounts
from dateline.amounts.mention import AmountMention
from dateline.amounts.words import has_grammar

__all__ = ["AmountMention", "extract_amounts", "has_grammar"]

"""Article -> amount rows: money, percentages, measures, counts, ratios and ages, each with its exact span.

Steps, one module each: `tokens` (fold, tokenize), `numbers` (with `spelled`, `ratios`), `attach` (with `currencies`),
`nouns`, `ranges`, `qualify`, `context`, `extract`. The words of a language are in `data/<language>.toml`.
"""

from dateline.amounts.extract import extract_amounts
from dateline.amounts.lexicon import has_grammar
from dateline.amounts.mention import AmountMention

__all__ = ["AmountMention", "extract_amounts", "has_grammar"]

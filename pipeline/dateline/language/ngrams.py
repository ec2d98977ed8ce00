"""What py3langid's model says of a text, cut to the languages of our scripts and without its start and memory.

The model (BSD-3-Clause; Marco Lui, Adrien Barbaresi) counts, at each byte, the longest n-gram it knows that ends there.
"""

import math
import unicodedata
from collections import Counter
from functools import lru_cache

import numpy as np

from dateline.language.scripts import Script
from dateline.language.tables import Scores, load_table

#: Length of the longest n-gram of the model, in bytes; the shortest has two.
_LONGEST = 6


def score_ngrams(text: str, script: Script) -> Scores:
    """Returns how well a text fits each of the script's languages: log-probabilities up to a constant."""
    data = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    windows = Counter(data[max(end - _LONGEST, 0) : end] for end in range(2, len(data) + 1))
    counts: Counter[int] = Counter()
    for window, count in windows.items():
        row = _longest(window, script.name)
        if row >= 0:
            counts[row] += count
    if not counts:
        return np.zeros(len(script.all_languages))
    return load_table(f"ngrams.{script.name}").sum(list(counts), [math.log1p(count) for count in counts.values()])


@lru_cache(maxsize=2**15)
def _longest(window: bytes, script: str) -> int:
    """The row of the longest n-gram that ends a window; -1 for none."""
    table = load_table(f"ngrams.{script}")
    for start in range(len(window) - 1):
        row = table.row(window[start:])
        if row is not None:
            return row
    return -1

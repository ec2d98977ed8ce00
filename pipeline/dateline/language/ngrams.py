"""What py3langid's model says of a text, cut to the languages of our scripts and without its start and memory.

The model (BSD-3-Clause; Marco Lui, Adrien Barbaresi) counts, at each byte, the longest n-gram it knows that ends there.
"""

import unicodedata
from collections import Counter
from math import log1p

import numpy as np

from dateline.language.scripts import Script
from dateline.language.tables import Scores, load_table

#: No n-gram of the model holds this byte, so that every byte of a text has four before it.
_BEFORE = b"\0" * 4


def score_ngrams(text: str, script: Script) -> Scores:
    """Returns how well a text fits each of the script's languages: log-probabilities up to a constant."""
    table = load_table(f"ngrams.{script.name}")
    data = _BEFORE + unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    get = table.rows.get
    # The n-grams have two to five bytes; a loop over the lengths would take twice as long.
    ends = range(len(_BEFORE) + 1, len(data) + 1)
    counts = Counter(
        [get(data[i - 5 : i]) or get(data[i - 4 : i]) or get(data[i - 3 : i]) or get(data[i - 2 : i], 0) for i in ends]
    )
    del counts[0]
    if not counts:
        return np.zeros(len(script.all_languages))
    return table.sum(list(counts), [log1p(count) for count in counts.values()])

"""What py3langid's model says of a text, cut to the languages of our scripts and without its start and memory.

The model (BSD-3-Clause; Marco Lui, Adrien Barbaresi) counts, at each byte, the longest n-gram it knows that ends there.
"""

import unicodedata
from collections import Counter
from math import log1p

import numpy as np

from dateline.language.scripts import Script
from dateline.language.tables import Scores, load_table

#: No n-gram of the model holds this byte, so that every byte of a text has five before it.
_BEFORE = b"\0" * 5


def score_ngrams(text: str, script: Script) -> Scores:
    """Returns how well a text fits each of the script's languages: log-probabilities up to a constant."""
    table = load_table(f"ngrams.{script.name}")
    data = _BEFORE + unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
    get = table.rows.get
    # The n-grams have two to six bytes; a loop over the lengths would take twice as long.
    counts = Counter(
        get(data[end - 6 : end])
        or get(data[end - 5 : end])
        or get(data[end - 4 : end])
        or get(data[end - 3 : end])
        or get(data[end - 2 : end], 0)
        for end in range(len(_BEFORE) + 1, len(data) + 1)
    )
    del counts[0]
    if not counts:
        return np.zeros(len(script.all_languages))
    return table.sum(list(counts), [log1p(count) for count in counts.values()])

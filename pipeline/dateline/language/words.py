"""The vote of common words: five words of a headline hold an article or a preposition of their language."""

import re

import numpy as np

from dateline.language.scripts import Script
from dateline.language.tables import Scores, load_table

_WORD = re.compile(r"[^\W\d_]+")


def score_words(text: str, script: Script) -> tuple[Scores, int]:
    """Returns the log-probability of a text's common words per language of the script, and how many there are."""
    table = load_table(f"words.{script.name}")
    words = {word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text.lower())}
    rows = sorted(table.rows[word] for word in words if word in table.rows)
    if not rows:
        return np.zeros(len(script.all_languages)), 0
    return table.sum(rows, [1.0] * len(rows)), len(rows)

"""How the words of a line speak for or against it: sites say much the same around their articles."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import sqrt

import numpy as np

from dateline.clean.features import Column

#: A line's words are looked up in so many of its first characters.
_READ = 400
_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(r"\w+(?:['’]\w+)*")
#: What a line of fewer known terms is divided by: one word alone must not decide.
LEAST = 4
#: A page of which a smaller share of words is known is in a language that the weights were not trained on; what looks
#: alike there means something else. English pages have 0.34 and more, German 0.47, Dutch 0.23, Portuguese 0.29.
_KNOWN = 0.34


def terms(text: str) -> frozenset[str]:
    """The words of a line, its pairs of words, and with `^` those it begins with; lower case, `0` for every number."""
    words = _WORD.findall(_DIGITS.sub("0", text[:_READ].lower()))
    return frozenset((*words, *map(" ".join, pairwise(words)), *(f"^ {' '.join(words[:i])}" for i in (1, 2) if words)))


def wording(texts: Sequence[str], weights: Mapping[str, float]) -> dict[str, Column]:
    """Two features: the weights of each line's terms together, over the root of their number, and the lowest.

    Both are 0 where no term is known, and on pages in languages that the weights were not trained on.
    """
    said = {text: terms(text) for text in dict.fromkeys(texts)}
    found = {text: said[text] & weights.keys() for text in said}
    if _words(found.values()) < _KNOWN * _words(said.values()):
        return unknown(len(texts))
    known = {text: sorted(weights[term] for term in line) for text, line in found.items()}
    total = {text: sum(values) / sqrt(max(len(values), LEAST)) for text, values in known.items()}
    return {
        "wording": np.array([total[text] for text in texts]),
        "worst word": np.array([min(known[text], default=0.0) for text in texts]),
    }


def _words(lines: Iterable[Set[str]]) -> int:
    """How many terms are single words."""
    return sum(" " not in term for line in lines for term in line)


def unknown(size: int) -> dict[str, Column]:
    """The same features of so many lines in a language of which no word is known."""
    return {"wording": np.zeros(size), "worst word": np.zeros(size)}


@cache
def weights() -> Mapping[str, float]:
    """The trained weight of each term: what speaks for the article is positive."""
    data = json.loads((files("dateline.clean") / "data" / "line_words.json").read_text(encoding="utf-8"))
    found: dict[str, float] = data["weights"]
    return found

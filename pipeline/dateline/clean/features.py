"""What a line of a page looks like by itself, in numbers that mean the same in every language."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from itertools import chain, compress
from operator import add
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from dateline.clean.kinds import Characters, Kind
from dateline.clean.lines import Measured, bare
from dateline.clean.phrases import function_words, furniture_words, tail_headings
from dateline.clean.rows import is_links

Column: TypeAlias = npt.NDArray[np.float64]

#: A line of so many words that ends as a sentence does is a paragraph, unless it certainly is furniture.
PARAGRAPH_FROM = 17
#: Lines are looked at up to so many characters.
_MEASURED = 2000
#: Words of so many letters can tell what a page is about.
_TELLING_FROM = 4
#: A line that has so large a share of characters that are not spaced into words is compared by pairs of characters.
_UNSPACED = 0.3
#: What a line counts as that has no word to compare, no cased word, no cased letter.
_NO_OVERLAP, _NO_CAPITALS, _NO_CAPITAL_LETTERS = 0.3, 0.5, 0.2
#: Headings of what follows an article have no more words.
_LONGEST_HEADING = 6
_FULL_STOP, _QUESTION = ord("."), tuple(map(ord, "?!؟？！"))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)")
_ELLIPSES = ("…", "...", "[...]", "[…]", "…]")


def line_features(lines: Sequence[Measured], reasons: Sequence[str]) -> dict[str, Column]:
    """For each feature, by name, its value for each line.

    Args:
        lines: the lines of a page; at least one.
        reasons: why each certainly is furniture; empty if it is not certain.
    """
    texts = [line.text[:_MEASURED] for line in lines]
    characters = Characters(texts)
    words = _column(line.words for line in lines)
    closed = _column(line.is_closed for line in lines)
    certain = _column(map(bool, reasons))
    tokens = [text.lower().split() for text in texts]
    own = {
        "words": words,
        "closed": closed,
        "certain": certain,
        "phrase": _column(reason == "phrase" for reason in reasons),
        "paragraph": closed * (words >= PARAGRAPH_FROM) * (certain == 0),
    }
    return (
        own
        | _shape(characters, words)
        | _ends(characters, texts)
        | _vocabulary(characters, words, tokens)
        | _in_page(lines, _telling(texts, tokens, characters), own["paragraph"] > 0)
        | _dates(texts, characters.start)
    )


def _shape(characters: Characters, words: Column) -> dict[str, Column]:
    counts, length = characters.counts, np.maximum(characters.length, 1)
    cased = characters.capitals + characters.lower
    letters = counts[Kind.UPPER] + counts[Kind.LOWER]
    return {
        "log words": np.log1p(words),
        "log characters": np.log1p(characters.length),
        "capitals": np.where(cased, characters.capitals / np.maximum(cased, 1), _NO_CAPITALS),
        "capital letters": np.where(letters, counts[Kind.UPPER] / np.maximum(letters, 1), _NO_CAPITAL_LETTERS),
        "digits": counts[Kind.DIGIT] / length,
        "unspaced": counts[Kind.UNSPACED] / length,
        "commas": counts[Kind.COMMA] / np.maximum(words, 1),
        "sentences": np.log1p(characters.stops),
        "sentence length": np.log1p(words / np.maximum(characters.stops, 1)),
        "separators": np.log1p(counts[Kind.SEPARATOR]),
        "quotes": np.log1p(counts[Kind.QUOTE]),
        "brackets": np.log1p(counts[Kind.BRACKET]),
        "colons": np.log1p(counts[Kind.COLON]),
        "signs": np.log1p(counts[Kind.SIGN]),
        "word length": (letters + counts[Kind.LETTER]) / np.maximum(characters.tokens, 1),
    }


def _ends(characters: Characters, texts: Sequence[str]) -> dict[str, Column]:
    last = [ord(text[-1]) for text in texts]
    return {
        "ends in stop": _column(point == _FULL_STOP for point in last),
        "ends in question": _column(point in _QUESTION for point in last),
        "ends in colon": _column(characters.last == Kind.COLON),
        "ends in bracket": _column(characters.last == Kind.BRACKET),
        "ellipsis": _column(text.endswith(_ELLIPSES) for text in texts),
    }


def _vocabulary(characters: Characters, words: Column, tokens: Sequence[list[str]]) -> dict[str, Column]:
    """How much of a line is function words, and how much is words that sites write around articles."""
    functions, furniture = function_words(), furniture_words()
    found = _column(sum(map(functions.__contains__, words)) for words in tokens) + characters.function / 2
    around = _column(sum(map(furniture.__contains__, words)) for words in tokens)
    return {
        "function words": found / np.maximum(words, 1),
        "log function words": np.log1p(found),
        "furniture words": around / np.maximum(characters.tokens, 1),
    }


def _in_page(
    lines: Sequence[Measured], telling: Sequence[frozenset[str]], paragraphs: npt.NDArray[np.bool_]
) -> dict[str, Column]:
    """How a line compares with the page: said again, about the same as (other) paragraphs, or as the first line."""
    said = Counter(line.folded for line in lines)
    article = Counter(chain.from_iterable(compress(telling, paragraphs)))
    by_others = frozenset(word for word, count in article.items() if count > 1)
    headings = tail_headings()
    return {
        "said again": np.log(_column(said[line.folded] for line in lines)),
        "like article": _column(
            _share(words, by_others if is_own else article.keys())
            for words, is_own in zip(telling, paragraphs.tolist(), strict=True)
        ),
        "like first": _column(_share(words, telling[0]) for words in telling),
        "links": _column(is_links(line) for line in lines),
        "tail heading": _column(line.words <= _LONGEST_HEADING and bare(line.folded) in headings for line in lines),
    }


def _telling(texts: Sequence[str], tokens: Sequence[list[str]], characters: Characters) -> list[frozenset[str]]:
    """The words of each line that can tell what it is about; pairs of characters where words are not spaced."""
    functions = function_words()
    unspaced = characters.counts[Kind.UNSPACED] > _UNSPACED * characters.length
    return [
        frozenset(map(add, text, text[1:]))
        if is_unspaced
        else frozenset(word for word in words if len(word) >= _TELLING_FROM and word not in functions)
        for text, words, is_unspaced in zip(texts, tokens, unspaced.tolist(), strict=True)
    ]


def _share(words: Set[str], among: Set[str]) -> float:
    return len(words & among) / len(words) if words else _NO_OVERLAP


def _dates(texts: Sequence[str], start: npt.NDArray[np.int64]) -> dict[str, Column]:
    page = "\n".join(texts)
    out = {}
    for name, pattern in (("year", _YEAR), ("time", _TIME)):
        line = np.searchsorted(start, [match.start() for match in pattern.finditer(page)], "right") - 1
        out[name] = (np.bincount(line, minlength=len(texts)) > 0).astype(np.float64)
    return out


def _column(values: Iterable[float]) -> Column:
    return np.fromiter(values, np.float64)

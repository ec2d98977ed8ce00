"""Which lines of a page belong to its article, given the article's text: what a line model is trained on."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dateline.unspaced import HANGUL, UNSPACED

#: A word, or one character of a script that does not space its words.
_WORD = re.compile(rf"[{UNSPACED}{HANGUL}]|(?:(?![{UNSPACED}{HANGUL}])\w)+")
#: Lines are compared by runs of so many words; lines of fewer word by word.
_RUN = 3
#: Share of a line's runs that the article must have for the line to be its, in the article's order or, for lines of
#: so many words, anywhere.
_COVERED, _COVERED_ANYWHERE, _ANYWHERE_FROM = 0.5, 0.7, 8
#: Lines of fewer words are found in the article by chance, so they count only so near a longer one.
_CHANCE_BELOW, _NEAR = 5, 6
#: Of a line's places in the article, so many are tried; of a word's, the first ones.
_PLACES, _FIRST = 5, 60


class _Match(NamedTuple):
    """A line may stand at a span of the article's words; its weight is how much of it does."""

    line: int
    start: int
    end: int
    weight: int


def gold_lines(lines: Sequence[str], article: str) -> list[bool]:
    """For each line, whether it is part of the article: the heaviest chain of matches in order, and long ones anywhere.

    Args:
        lines: the lines of the page.
        article: the article's text as someone, or something, extracted it.
    """
    tokens = [_words(line) for line in lines]
    gold = _words(article)
    places = defaultdict(list)
    for i in range(len(gold)):
        for size in (1, _RUN):
            places[tuple(gold[i : i + size])].append(i)
    covers = [_cover(words, places) for words in tokens]
    matches = [match for i, words in enumerate(tokens) for match in _matches(i, words, gold, places, covers[i])]
    chained = _heaviest_chain(matches, len(gold))
    return _without_chance(tokens, [
        i in chained or (len(words) >= _ANYWHERE_FROM and covers[i] >= _COVERED_ANYWHERE)
        for i, words in enumerate(tokens)
    ])  # fmt: skip


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _cover(words: Sequence[str], places: Mapping[tuple[str, ...], list[int]]) -> float:
    """Share of a line's runs of words that the article has."""
    runs = range(len(words) - _RUN + 1)
    return sum(tuple(words[i : i + _RUN]) in places for i in runs) / len(runs) if runs else 0.0


def _matches(
    line: int, words: Sequence[str], gold: Sequence[str], places: Mapping[tuple[str, ...], list[int]], cover: float
) -> list[_Match]:
    size = len(words)
    if not size:
        return []
    if size < _RUN:
        starts = places.get((words[0],), [])[:_FIRST]
        return [_Match(line, i, i + size, size) for i in starts if gold[i : i + size] == words]
    if cover < _COVERED:
        return []
    offsets = Counter(
        place - i for i in range(size - _RUN + 1) for place in places.get(tuple(words[i : i + _RUN]), [])[:_FIRST]
    )
    return [_Match(line, max(o, 0), max(o, 0) + size, n + _RUN - 1) for o, n in offsets.most_common(_PLACES)]


def _heaviest_chain(matches: Sequence[_Match], size: int) -> set[int]:
    """The lines of the heaviest chain of matches that go forward in page and article (a prefix-maximum tree)."""
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 3)
    back: list[int] = []
    for line in range(matches[-1].line + 1 if matches else 0):
        found = [(i, match) for i, match in _of_line(matches, line, len(back))]
        ends = []
        for i, match in found:
            weight, before = _best(tree, min(match.start, size) + 1)
            back.append(before)
            ends.append((min(match.end, size) + 1, (weight + match.weight, i)))
        for end, value in ends:
            _raise(tree, end, value)
    chain: set[int] = set()
    i = _best(tree, size + 2)[1]
    while i >= 0:
        chain.add(matches[i].line)
        i = back[i]
    return chain


def _of_line(matches: Sequence[_Match], line: int, start: int) -> list[tuple[int, _Match]]:
    end = start
    while end < len(matches) and matches[end].line == line:
        end += 1
    return list(enumerate(matches[start:end], start))


def _best(tree: Sequence[tuple[int, int]], i: int) -> tuple[int, int]:
    best = (0, -1)
    while i > 0:
        best = max(best, tree[i], key=lambda value: value[0])
        i -= i & -i
    return best


def _raise(tree: list[tuple[int, int]], i: int, value: tuple[int, int]) -> None:
    while i < len(tree):
        tree[i] = max(tree[i], value, key=lambda value: value[0])
        i += i & -i


def _without_chance(tokens: Sequence[Sequence[str]], gold: Sequence[bool]) -> list[bool]:
    """The labels without short lines far from longer ones; symbols go with the lines around them."""
    long = [i for i, words in enumerate(tokens) if gold[i] and len(words) >= _CHANCE_BELOW]
    out = []
    for i, words in enumerate(tokens):
        at = bisect_left(long, i)
        near = any(abs(i - j) <= _NEAR for j in long[max(0, at - 1) : at + 1])
        symbols = not words and 0 < i < len(gold) - 1 and gold[i - 1] and gold[i + 1]
        out.append(symbols or (gold[i] and (near or len(words) >= _CHANCE_BELOW)))
    return out

"""Longest-match dictionaries of phrases over tokens."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from dateline.amounts.tokens import Tokens, token_pattern

V = TypeVar("V")
_WORDS = token_pattern(space_groups=False)


def split(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase written in a word list, as the tokenizer would cut them in a text."""
    return tuple(_WORDS.findall(phrase))


class Phrases(Generic[V]):
    """Phrases of one to a few tokens, each with a value; looked up forwards or backwards from a token.

    Args:
        entries: phrase -> value.
        cased: compare tokens as written, not in lower case (symbols of units).
        hyphens: let a hyphen stand between the words of a phrase (`square-foot`, `year-old`).
    """

    def __init__(self, entries: Mapping[str, V], *, cased: bool = False, hyphens: bool = False) -> None:
        self._cased = cased
        self._hyphens = hyphens
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in sorted(entries.items(), key=lambda entry: -len(split(entry[0]))):
            key = split(phrase)
            self._by_first.setdefault(key[0], []).append((key, value))
            self._by_last.setdefault(key[-1], []).append((key, value))

    @property
    def firsts(self) -> Iterable[str]:
        """The first token of every phrase."""
        return self._by_first

    def after(self, tokens: Tokens, index: int) -> tuple[int, V] | None:
        """Where the longest phrase that starts at `index` ends, and its value."""
        source = tokens.words if self._cased else tokens.lows
        if index >= len(source):
            return None
        for key, value in self._by_first.get(source[index], ()):
            end = self._walk(source, index, key)
            if end:
                return end, value
        return None

    def before(self, tokens: Tokens, index: int) -> tuple[int, V] | None:
        """Where the longest phrase that ends just before `index` starts, and its value."""
        source = tokens.words if self._cased else tokens.lows
        if index < 1:
            return None
        for key, value in self._by_last.get(source[index - 1], ()):
            start = index - len(key)
            if start >= 0 and tuple(source[start:index]) == key:
                return start, value
        return None

    def _walk(self, source: list[str], index: int, key: tuple[str, ...]) -> int:
        """One past the last token of `key` read from `index`, 0 where it is not there."""
        for part in key:
            if self._hyphens and index < len(source) and source[index] == "-" != part:
                index += 1
            if index >= len(source) or source[index] != part:
                return 0
            index += 1
        return index


def phrase_set(phrases: Iterable[str], *, hyphens: bool = False) -> Phrases[bool]:
    """Phrases that are only there or not."""
    return Phrases(dict.fromkeys(phrases, True), hyphens=hyphens)

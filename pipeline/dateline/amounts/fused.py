"""Numbers in words written as one: `zweihundertfünfzig`, `duecentocinquanta`, `eenentwintigduizend`."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

LONGEST = 60  # letters; no number below a million is longer


class FusedCardinals:
    """Number words with what can be put together of them in one word: hundreds and thousands of those up to 99.

    Args:
        cardinals: word -> value; those up to 99 are what the parts are looked up in.
        data: the `fused` table of a language: `hundred`, `thousand` and `joins` are lists of words, `elided` what
            `hundred` is before a vowel (`centotto`), `half` those that add a half (`einhalb`).
    """

    def __init__(self, cardinals: Mapping[str, Decimal], data: Mapping[str, Any]) -> None:
        self._words = cardinals
        self._elided: list[str] = data.get("elided", [])
        self._hundred: list[str] = [*data["hundred"], *self._elided]
        self._thousand: list[str] = data["thousand"]
        self._joins: list[str] = data["joins"]
        self._half: list[str] = data.get("half", [])
        self._marks = (*self._hundred, *self._thousand, *self._half)

    def get(self, word: str) -> Decimal | None:
        """The value of a number word, `None` where it is none."""
        value = self._words.get(word)
        if value is not None or len(word) > LONGEST or not any(mark in word for mark in self._marks):
            return value
        for half in self._half:
            if word.endswith(half):
                whole = self._words.get(word.removesuffix(half))
                return whole + Decimal("0.5") if whole is not None else None
        return self._cut(word, self._thousand, Decimal(1000))

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    def _cut(self, word: str, marks: list[str], factor: Decimal) -> Decimal | None:
        """The value of a word cut at `thousand` or, in what is left, at `hundred`."""
        for mark in marks:
            left, found, right = word.partition(mark)
            if not found or (mark in self._elided and not right):
                continue
            times = self._below(left, factor) if left else Decimal(1)
            rest = self._below(self._joined(right), factor) if right else Decimal(0)
            if times is not None and rest is not None and 0 < times < 1000 and rest < factor:
                return times * factor + rest
        return self._below(word, factor)

    def _below(self, word: str, factor: Decimal) -> Decimal | None:
        value = self._words.get(word)
        return value if value is not None or factor == 100 else self._cut(word, self._hundred, Decimal(100))

    def _joined(self, word: str) -> str:
        """What follows `und` in `hundertundeins`."""
        for join in self._joins:
            if word.startswith(join) and word not in self._words:
                return word.removeprefix(join)
        return word

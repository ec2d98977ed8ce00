"""Words run together (`thePiscès`, `yearsThe`, `end.The`): they come apart where both are known as words."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from dateline.clean.words import words_of
from dateline.text import Replacement

#: Scripts with capitals: Latin, Greek, Cyrillic.
_CASED = [chr(code) for code in (*range(0x530), *range(0x1E00, 0x2000))]
_SMALL = f"[{''.join(filter(str.islower, _CASED))}]"
_LARGE = f"[{''.join(filter(str.isupper, _CASED))}]"
#: A capital before a small letter, and after one or its full stop. (Capitals are looked for first: they are rarer.)
_SEAM = re.compile(rf"{_LARGE}(?:(?<={_SMALL}.)|(?<={_SMALL}[.!?…].))(?={_SMALL})")
_WORD = re.compile(r"[^\W\d_]+")
_GOES_ON = re.compile(rf" {_SMALL}")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_TOKEN_BEFORE, _TOKEN_AFTER = re.compile(r"\S+$"), re.compile(r"\S+")
#: What only addresses, handles, hashtags, file names and programs have in a word.
_CODE = re.compile(r"[@#/\\_=%<>{}|0-9~*™®]|www\.|\w[(\[]|[)\]];|[^\W\d_]\.[^\W\d_]\w*\.[^\W\d_]|\.[a-z]")
#: No word is longer, nor is it looked for any further.
_LONGEST = 40
#: Shorter halves are no evidence.
_SHORTEST = 3
#: What stands so often in one text is a name.
_NAME_FROM = 3


class _Lists(NamedTuple):
    """Words that open sentences or stand between others; parts and ends of names; names with a capital inside."""

    words: frozenset[str]
    openers: frozenset[str]
    parts: frozenset[str]
    endings: frozenset[str]
    names: frozenset[str]


class _Text:
    """A text and, when asked for, how often it has which word."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(_WORD.findall(self.text))


def glued_words(text: str) -> Iterator[Replacement]:
    """The spaces that are missing between words; a wrong one is worse than none.

    A half is known if the text has it alone, too, or if it is one of the commonest words. Names with a capital inside
    (`McDonald`, `LeBron`, `YouTube`), addresses and codes stay whole.
    """
    all_of_it = _Text(text)
    for seam in _SEAM.finditer(text):
        at = seam.start()
        stop = not text[at - 1].isalpha()
        left = _LETTERS_BEFORE.search(text, max(0, at - stop - _LONGEST), at - stop)
        right = _WORD.match(text, at, at + _LONGEST)
        if left is None or right is None or not (_is_plain(left[0]) and _is_plain(right[0])) or _is_code(text, at):
            continue
        if _ends_sentence(all_of_it, left, right) if stop else _is_pair(left[0], right[0], all_of_it):
            yield at, at, " "


def _is_code(text: str, at: int) -> bool:
    """Whether the characters around a position, up to white space, are no words."""
    before, after = _TOKEN_BEFORE.search(text, max(0, at - _LONGEST), at), _TOKEN_AFTER.match(text, at, at + _LONGEST)
    return _CODE.search(f"{before[0] if before else ''}{after[0] if after else ''}") is not None


def _is_pair(left: str, right: str, text: _Text) -> bool:
    """Whether two words that touch are two: both known, one of them very common, and together not a name.

    Of two capitalised words without a common one (`MarketingProfs`, `ExxonMobil`) nearly all are firms: only a plural
    whose singular the text has, too, is taken for a noun.
    """
    lists = _lists()
    common, opens = left in lists.words, right.lower() in lists.openers
    plural = left.endswith("s") and left[0].isupper()
    whole = f"{left}{right}"
    if not (common or opens or plural) or min(len(left), len(right)) < _SHORTEST:
        return False
    if whole.lower() in lists.names or left.lower() in lists.parts or right.lower() in lists.endings:
        return False
    seen = text.counts
    if seen[whole] >= _NAME_FROM or not (common or seen[left]):
        return False
    return opens or ((common or seen[left[:-1]] > 0) and (seen[right] > 0 or seen[right.lower()] > 0))


def _ends_sentence(text: _Text, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether a full stop between two words ends a sentence: a common word goes on after it."""
    lists, follows = _lists(), right[0].lower()
    if len(left[0]) < _SHORTEST:
        return False
    if follows in lists.openers:
        return True
    if follows not in lists.words:
        return False
    return _GOES_ON.match(text.text, right.end()) is not None and (left[0] in lists.words or text.counts[left[0]] > 1)


def _is_plain(word: str) -> bool:
    """Whether a word has no capital but its first letter."""
    return word[1:].islower()


@cache
def _lists() -> _Lists:
    data = words_of("glued")
    return _Lists(*(frozenset(data[name]) for name in _Lists._fields))

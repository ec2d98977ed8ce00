"""Which script a text is written in: the gate before any guess at its language."""

import re
import tomllib
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

#: A Chinese, Japanese or Korean character says about as much as this many letters.
_CJK_WEIGHT = 2.5
#: Japanese prose is half kana; a twentieth still tells a headline in Japanese from one in Chinese.
_LEAST_KANA = 0.05
#: Korean prose rarely uses Han characters; a text with this share of Hangul is not Chinese.
_LEAST_HANGUL = 0.3
_CJK = ("Hani", "Kana", "Hang")
_LATIN = "Latn"

_ASCII = re.compile(r"[\x00-\x7f]+")
_NO_ASCII_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each: caches hash them by identity
class Script:
    """A script and the languages written in it.

    Attributes:
        name: ISO 15924.
        languages: those that langdetect knows too.
        rare: those that only whole paragraphs are taken to be in.
        common: those favoured in short texts.
    """

    name: str
    languages: tuple[str, ...]
    rare: tuple[str, ...]
    common: frozenset[str]

    @property
    def all_languages(self) -> tuple[str, ...]:
        """Those of `languages`, then the rare ones."""
        return self.languages + self.rare


@cache
def scripts() -> dict[str, Script]:
    """All known scripts by name."""
    return {
        name: Script(
            name,
            tuple(sorted(entry["languages"])),
            tuple(sorted(entry.get("rare", ()))),
            frozenset(entry.get("common", ())),
        )
        for name, entry in _data().items()
    }


@lru_cache(maxsize=1024)
def dominant_script(text: str) -> tuple[Script | None, float, int]:
    """The script of most letters (None without letters), its share of them, and how many letters there are.

    A Chinese, Japanese or Korean character counts as what it says in letters.
    """
    narrow, wide = ascii_letters(text)
    weights: Counter[str] = Counter({_LATIN: len(narrow)} if narrow else {})
    indexes = wide.translate(_LETTERS)
    by_name = {_names()[ord(index)]: indexes.count(index) for index in set(indexes) if index != _NO_LETTER}
    for name, count in by_name.items():
        weights["Hani" if name in _CJK else name] += count
    if not weights:
        return None, 0.0, 0
    if "Hani" in weights:
        weights["Hani"] = int(weights["Hani"] * _CJK_WEIGHT)
    name = max(sorted(weights), key=weights.__getitem__)
    share = weights[name] / weights.total()
    if name == "Hani":
        name = _cjk(by_name)
    return scripts().get(name), share, weights.total()


def ascii_letters(text: str) -> tuple[bytes, str]:
    """Returns the ASCII letters of a text, and those of its characters that are not ASCII; each fast to look at."""
    return text.encode("ascii", "ignore").translate(None, _NO_ASCII_LETTERS), _ASCII.sub("", text)


def _cjk(counts: dict[str, int]) -> str:
    """Which of the three scripts names the language of a text in Han, kana and Hangul."""
    total = sum(counts.get(name, 0) for name in _CJK)
    if counts.get("Hang", 0) >= _LEAST_HANGUL * total:
        return "Hang"
    return "Kana" if counts.get("Kana", 0) >= _LEAST_KANA * total else "Hani"


@cache
def _data() -> dict[str, dict[str, Any]]:
    path = files("dateline.language") / "data" / "scripts.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _names() -> tuple[str, ...]:
    """Script names; a text translated by `_LETTERS` holds their indexes. The first two: no letter, another script."""
    return "", "Zyyy", *_data()


@cache
def _ranges() -> tuple[list[int], list[tuple[int, int, int]]]:
    found = sorted(
        (int(first, 16), int(last, 16), _names().index(name))
        for name, entry in _data().items()
        for first, last in entry["ranges"]
    )
    return [first for first, _, _ in found], found


_NO_LETTER = "\x00"


class _Letters(dict[int, str]):
    """A translation of each letter to a character whose code is the index of its script; filled as letters come."""

    def __missing__(self, code: int) -> str:
        index = 0
        if chr(code).isalpha():
            starts, ranges = _ranges()
            place = bisect_right(starts, code) - 1
            index = ranges[place][2] if place >= 0 and code <= ranges[place][1] else 1
        self[code] = chr(index)
        return self[code]


_LETTERS = _Letters()

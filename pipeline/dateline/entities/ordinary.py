"""Ordinary words of languages that have no word vectors: what is among them is seldom a name."""

import re
from functools import cache
from importlib.resources import files

from dateline.entities.clitics import cuts

_HEBREW = re.compile("[\u05d0-\u05ea]")

#: Endings that a Hebrew word takes by rule: gender, number, state and possessors.
_ENDINGS = re.compile("(?<=[\u05d0-\u05ea]{2})(?:יהם|יהן|ינו|יכם|ותי|ים|ות|יו|יה|יך|נו|הם|הן|כם|ה|ת|י|ו|ם|ן|ך)\\Z")


def ordinary(word: str) -> str:
    """Returns after how many clitics a Hebrew word is listed, `s` if but for its ending, `-` if not, '' for others."""
    if not _HEBREW.match(word):
        return ""
    for cut in cuts(word):
        if word[cut:] in _listed():
            return str(cut)
    return "s" if any(_stem(word[cut:]) in _stems() for cut in cuts(word)) else "-"


@cache
def _listed() -> frozenset[str]:
    """Returns the words of data/common/he.txt."""
    source = files("dateline.entities") / "data" / "common" / "he.txt"
    lines = source.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _stems() -> frozenset[str]:
    return frozenset(map(_stem, _listed()))


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word)

"""What sites write around articles, as data: one file of phrases per language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.clean.lines import Measured, bare, fold
from dateline.clean.words import words_of

#: Longest line that the beginning can give away; what starts alike and goes on is a paragraph.
_LONGEST = 30
#: The same for beginnings of one or two words without a colon (`Powered by`, `Copyright`), which also start sentences.
_LONGEST_AFTER_FEW = 10
#: Longest line that its end can give away.
_LONGEST_BEFORE_END = 12
_CLOSING = " .!…:»>→\"')]"
#: Beginnings are looked up by so many of their first characters.
_INDEXED = 2


def is_furniture(line: Measured) -> bool:
    """Whether a line is, or starts or ends with, a phrase that sites write around articles."""
    return line.words <= _LONGEST and _is_known(line.folded, line.words)


def is_phrase(text: str) -> bool:
    """The same for a part of a line."""
    return _is_known(fold(text), len(text.split()))


def is_entry(text: str) -> bool:
    """Whether a text can be an entry of a menu: a section of a site, or a phrase that can be a whole line."""
    phrases, key = _phrases(), bare(fold(text))
    return key in phrases.entries or key in phrases.whole


def furniture_words() -> frozenset[str]:
    """The words of all phrases, but for function words."""
    return _phrases().words


def tail_headings() -> frozenset[str]:
    """What stands above the things that follow an article: other articles, comments."""
    return _phrases().tails


def _is_known(folded: str, words: int) -> bool:
    phrases = _phrases()
    if bare(folded) in phrases.whole:
        return True
    key = folded.lstrip("»›>•·|-–—*← →↑#©@[(")
    if any(
        key.startswith(phrase) and words <= longest and _ends_word(key, phrase)
        for phrase, longest in phrases.starts.get(key[:_INDEXED], ())
    ):
        return True
    return words <= _LONGEST_BEFORE_END and folded.rstrip(_CLOSING).endswith(phrases.ends)


def _ends_word(key: str, phrase: str) -> bool:
    """Whether a beginning ends where a word ends; unspaced scripts and closing colons always do."""
    rest = key[len(phrase) : len(phrase) + 1]
    return not (rest.isalpha() and phrase[-1].isalpha() and rest.isascii())


class _Phrases(NamedTuple):
    """The phrases of all languages.

    Attributes:
        whole: whole lines.
        starts: beginnings, with the longest line they decide, by first characters.
        ends: ends, after a space.
        entries: names of sections.
        tails: headings of what follows articles.
        words: the words of all these.
    """

    whole: frozenset[str]
    starts: Mapping[str, list[tuple[str, int]]]
    ends: tuple[str, ...]
    entries: frozenset[str]
    tails: frozenset[str]
    words: frozenset[str]


@cache
def _phrases() -> _Phrases:
    whole: set[str] = set()
    starts: dict[str, list[tuple[str, int]]] = {}
    ends: set[str] = set()
    entries: set[str] = set()
    tails: set[str] = set()
    for path in sorted((files("dateline.clean") / "data").iterdir(), key=lambda path: path.name):
        if path.name.startswith("ui."):
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            whole.update(bare(fold(phrase)) for phrase in data["whole"])
            entries.update(data.get("entries", ()))
            tails.update(data["tails"])
            ends.update(f" {fold(phrase)}" for phrase in data.get("ends", ()))
            for phrase in map(fold, data["starts"]):
                few = len(phrase) < 20 and phrase.count(" ") < 2 and ":" not in phrase
                starts.setdefault(phrase[:_INDEXED], []).append((phrase, _LONGEST_AFTER_FEW if few else _LONGEST))
    beginnings = (phrase for phrases in starts.values() for phrase, _ in phrases)
    words = {word.strip(":.,") for phrase in (*whole, *entries, *beginnings) for word in phrase.split()}
    return _Phrases(
        frozenset(whole - {""}),
        starts,
        tuple(sorted(ends)),
        frozenset(entries),
        frozenset(tails),
        frozenset(words - function_words() - {"", "0"}),
    )


@cache
def function_words() -> frozenset[str]:
    """The function words of all languages."""
    return frozenset(word for words in words_of("function_words").values() for word in words)

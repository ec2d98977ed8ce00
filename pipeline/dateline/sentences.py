"""Sentence spans by rule: a full stop ends a sentence unless the word before or after it says otherwise.

The rules are the same everywhere; the words (titles, abbreviations, how sentences start) are data, a file per language
in `data/sentences/`, on top of `default.toml`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# A run of stops with its closing quotes and brackets, then white space; CJK stops need none; a line end always is one.
# The look-behind keeps long runs of stops linear.
_CANDIDATE = re.compile(
    r"""(?<![.!?…؟۔।])([.!?…؟۔।]+)["'”’»›)\]]*(?:[ \xa0\u202f]»)?(?:\s+|$)|[。！？]+["'”’」』）]*\s*|[\n\r]\s*"""
)
_OPENING = "\"'“‘«‹„([-–—¿¡ "
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_FIRST_WORD = re.compile(r"[^\W_]+")
# Longest word looked at before a full stop; abbreviations are shorter, and URLs or unspaced scripts must stay cheap.
_LONGEST_ABBREVIATION = 16


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language that decide what a full stop means, all in lower case and without the stop.

    Attributes:
        titles: always followed by more of the sentence (`Mr`, `Gen`).
        counted: followed by a number within the sentence (`No`, `Nov`).
        abbreviations: end a sentence only where the next word starts one (`Inc`, `etc`).
        starters: words that, with a capital, start a sentence after an abbreviation or initial (`The`).
        ordinal_stop: a number with a stop is an ordinal (German `24. November`).
    """

    titles: frozenset[str]
    counted: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    ordinal_stop: bool


def split_sentences(text: str, *, language: str) -> list[tuple[int, int]]:
    """The sentences of a text as half-open spans, without the white space around them; none of them is empty.

    A line end always ends a sentence. Linear in the length of the text.

    Args:
        text: cleaned text.
        language: ISO 639-1 code; one without a word list gets the words that many languages share.
    """
    words = _words(language)
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for match in _CANDIDATE.finditer(text, start):
        stop = match[1]
        if stop and match.end() < len(text) and not _ends(text, start, match, words):
            continue
        end = start + len(text[start : match.end()].rstrip())
        if end > start:
            spans.append((start, end))
        start = match.end()
    end = len(text.rstrip())
    if end > start:
        spans.append((start, end))
    return spans


def _ends(text: str, start: int, match: re.Match[str], words: _Words) -> bool:
    """Whether the stop matched in `text`, in a sentence that began at `start`, ends it."""
    if "\n" in match[0] or "\r" in match[0]:
        return True
    following = match.end()
    while following < len(text) and text[following] in _OPENING:
        following += 1
    next_character = text[following : following + 1]
    if next_character.islower():
        return False
    if match[1] != ".":
        return True
    word = _word_before(text, start, match.start())
    at_start = match.start() - len(word) <= start
    return not word or _ends_after(word, at_start=at_start, ahead=(text, following), words=words)


def _word_before(text: str, start: int, stop: int) -> str:
    """The word that ends at `stop`, at most as long as an abbreviation; empty if it is longer."""
    window = text[max(start, stop - _LONGEST_ABBREVIATION) : stop]
    parts = window.split()
    if not parts or window[-1].isspace() or (len(parts) == 1 and stop - len(window) > start):
        return ""
    return parts[-1].lstrip(_OPENING)


def _ends_after(word: str, *, at_start: bool, ahead: tuple[str, int], words: _Words) -> bool:
    """Whether a full stop after `word`, before a capital, number or caseless letter, ends the sentence."""
    key = word.lower()
    if key in words.titles:
        return False
    if word.isdigit():
        return not at_start and not (words.ordinal_stop and len(word) <= 2 and not _starts(ahead, words))
    if key in words.counted and ahead[0][ahead[1] : ahead[1] + 1].isdigit():
        return False
    if key in words.counted or key in words.abbreviations:
        return _starts(ahead, words)
    if _INITIALS.fullmatch(word) and (len(word) > 1 or word.isupper()):
        return _starts(ahead, words)
    return True


def _starts(ahead: tuple[str, int], words: _Words) -> bool:
    """Whether the word at a place in a text is one that starts sentences."""
    text, position = ahead
    found = _FIRST_WORD.match(text, position)
    return found is not None and found[0].lower() in words.starters


@cache
def _words(language: str) -> _Words:
    default, own = _load("default"), _load(language)

    def both(key: str) -> frozenset[str]:
        return frozenset(default.get(key, ())) | frozenset(own.get(key, ()))

    return _Words(
        both("titles"), both("counted"), both("abbreviations"), both("starters"), bool(own.get("ordinal_stop", False))
    )


def _load(name: str) -> dict[str, list[str]]:
    path = files("dateline") / "data" / "sentences" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}

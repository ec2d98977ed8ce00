"""Are two parts of names the same word? Equal, initial, nickname, inflected or alike in sound, with a score."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler, Levenshtein

from dateline.persons.edits import has_learned_costs, learned_similarity, sound_similarity
from dateline.persons.parsing import Name, Token
from dateline.persons.scripts import CACHE, skeleton, sounds
from dateline.persons.words import inflection, name_words


class Likeness(Enum):
    """Why two tokens are held for one word."""

    EQUAL = "equal"
    INITIAL = "initial"
    NICKNAME = "nickname"
    SPELLING = "spelling"
    INFLECTED = "inflected"
    SOUND = "sound"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two tokens are, 0-1, and why."""

    score: float
    why: Likeness


_NO = Match(0.0, Likeness.NONE)

#: Scores of matches that are not measured: an initial says half, a nickname, an ending or a listed spelling nearly all.
_INITIAL, _NICKNAME, _INFLECTED, _SPELLING = 0.5, 0.92, 0.96, 0.98

#: Tokens of one script whose coarse sounds are less alike than this (Jaro-Winkler) are not compared further.
_COARSE_FLOOR = 0.7

#: Short tokens of one language differ by one letter too easily (`Lee`, `Lea`).
_SHORT, _SHORT_PENALTY = 4, 0.08

#: Tokens of one language are variants from a spelling of .8 (Jaro-Winkler) on; below this they need no closer look.
_SPELLING_FLOOR = 0.75

_STEM_PENALTY, _STEM_SPELLING_PENALTY, _LETTERS_OF_STEM = 0.03, 0.05, 3
_STEMS_COMPARED = 3


def match_tokens(one: Token, other: Token, left: Name, right: Name) -> Match:
    """Returns how alike a token of one name and a token of another are."""
    return _match(one, other, left.language, right.language, left.script, right.script)


@lru_cache(CACHE)
def _match(one: Token, other: Token, language: str, other_language: str, script: str, other_script: str) -> Match:
    if one.roman == other.roman:
        return Match(_INITIAL, Likeness.INITIAL) if one.initial else Match(1.0, Likeness.EQUAL)
    if one.initial or other.initial:
        return _match_initial(one, other, script == other_script)
    if other.roman in name_words().spellings.get(one.roman, ()):
        return Match(_SPELLING, Likeness.SPELLING)
    if other.roman in name_words().nicknames.get(one.roman, ()):
        return Match(_NICKNAME, Likeness.NICKNAME)
    inflected = language in inflection().languages or other_language in inflection().languages
    if inflected and not stems(one.roman).isdisjoint(stems(other.roman)):
        return Match(_INFLECTED, Likeness.INFLECTED)
    if min(len(one.roman), len(other.roman)) < 2:
        return _NO
    same = script == other_script
    voweled = same or {script, other_script} == {"Latn", "Cyrl"}
    if voweled and JaroWinkler.similarity(_coarse(one.roman), _coarse(other.roman)) < _COARSE_FLOOR:
        return _NO
    if same and language == other_language and not inflected:
        return Match(_spelling_score(one.roman, other.roman), Likeness.SOUND)
    score = _sound_score(one, other, script, other_script)
    if inflected:
        score = _stem_score(one.roman, other.roman, score, same and language == other_language)
    return Match(max(score, 0.0), Likeness.SOUND)


def _spelling_score(one: str, other: str) -> float:
    """Returns how alike two tokens of one language are in spelling and in sound, whichever is less."""
    spelling = JaroWinkler.similarity(one, other)
    if spelling < _SPELLING_FLOOR:  # no variants, so the sounds, which cost 50 times as much, need not be looked at
        return min(spelling, Levenshtein.normalized_similarity(one, other))
    penalty = _SHORT_PENALTY if min(len(one), len(other)) <= _SHORT else 0.0
    return min(spelling, sound_similarity(one, other)) - penalty


def _match_initial(one: Token, other: Token, same_script: bool) -> Match:
    short, long = (one.roman, other.roman) if one.initial else (other.roman, one.roman)
    alike = long.startswith(short) or (not same_script and sounds(long)[:1] == sounds(short)[:1])
    return Match(_INITIAL, Likeness.INITIAL) if alike else _NO


def _sound_score(one: Token, other: Token, script: str, other_script: str) -> float:
    score = sound_similarity(one.roman, other.roman)
    if script == other_script or "Latn" not in (script, other_script):
        return score
    foreign, latin, kind = (one, other, script) if other_script == "Latn" else (other, one, other_script)
    if not has_learned_costs(kind):
        return score
    learned = learned_similarity(foreign.written, latin.roman, kind)
    return max(score, learned) if kind == "Cyrl" else learned  # Hebrew and Arabic without vowels sound like too much


def _stem_score(one: str, other: str, score: float, spelled_alike: bool) -> float:
    """Returns the score of the best pair of stems; in one language their spelling has to agree, too."""
    if min(len(one), len(other)) < _SHORT:
        return score
    pairs = [(left, right) for left in _longest_stems(one) for right in _longest_stems(other)]
    score = max(score, max(sound_similarity(left, right) for left, right in pairs) - _STEM_PENALTY)
    if spelled_alike:
        spelling = max(JaroWinkler.similarity(left, right) for left, right in pairs)
        score = min(score, spelling - _STEM_SPELLING_PENALTY)
    return score


def _longest_stems(roman: str) -> list[str]:
    return [*sorted(stems(roman), key=lambda stem: (len(stem), stem))[:_STEMS_COMPARED], roman]


@lru_cache(CACHE)
def stems(roman: str) -> frozenset[str]:
    """Returns a romanised token and what is left of it without each Slavic ending it could have."""
    cut = (
        roman[: -len(ending)]
        for ending in inflection().endings
        if roman.endswith(ending) and len(roman) - len(ending) >= _LETTERS_OF_STEM
    )
    return frozenset([roman, *cut])


_COARSE = str.maketrans("CJjSZczXGgqhTDdeiouy'vwfp", "ssssssskkkkktttaaaaaabbbb")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(CACHE)
def _coarse(roman: str) -> str:
    return _DOUBLED.sub(r"\1", sounds(roman).translate(_COARSE))


@lru_cache(CACHE)
def block_keys(roman: str, width: int) -> frozenset[str]:
    """Returns the blocking keys of a token: 1-3 consonant classes, under each reading of `kh`, `ch`, `j` and `h`."""
    readings = [roman, roman.replace("kh", "h"), roman.replace("ch", "k")]
    if roman.startswith("j"):
        readings.append(roman[1:])
    if roman.startswith("h"):
        readings.append("k" + roman[1:])
    return frozenset(skeleton(reading)[:width] for reading in readings)

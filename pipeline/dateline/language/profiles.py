"""Exact scoring of langdetect's language profiles (Shuyo's language-detection; Apache-2.0).

langdetect draws n-grams at random until its answer looks stable. Summing the log-probability of *all* n-grams over the
same profiles is as accurate, needs no seed, and is a sum over words, so that words seen before cost a look-up.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, chain, repeat
from operator import add

import numpy as np
from langdetect.utils.ngram import NGram
from numpy.typing import NDArray

from dateline.language.tables import Scores

#: What langdetect gives an n-gram that a profile lacks (`Detector.ALPHA_DEFAULT / BASE_FREQ`).
_UNSEEN = 0.5 / 10_000
#: N-grams overlap, so their sum is over-sure; dividing it by this minimised the log loss on 4,200 labelled texts in 20
#: languages (0.146 undivided, 0.075 at 4, 0.079 at 6).
TEMPERATURE = 4.0
#: Longest stretch without white space that is looked at as a word.
_LONGEST_WORD = 40
#: How many words are remembered at most, for a script: 33 numbers of eight bytes each, about 15 MB with their keys.
_MOST_WORDS = 2**15
#: A text in no known language: 99 % of sentences in a known one have a larger share of familiar n-grams than this ...
_LEAST_KNOWN = 0.78
#: ... and a mean log-probability above this; keyboard noise has less.
_LEAST_MEAN = -6.2


class _Normal(dict[int, str]):
    """langdetect's normalisation of characters as a translation table, filled as characters come."""

    def __missing__(self, code: int) -> str:
        self[code] = str(NGram.normalize(chr(code)))
        return self[code]


_NORMAL = _Normal()


@dataclass(frozen=True, slots=True)
class Fits:
    """How well texts fit each language; a row, or a number, for each text.

    Attributes:
        logs: the summed log-probability of its n-grams per language.
        known: how many of its n-grams some language's profile holds.
        n: how many there are.
    """

    logs: Scores
    known: Scores
    n: Scores


def score(texts: Sequence[str], languages: tuple[str, ...]) -> Fits:
    """Returns how well each text fits each language.

    Words in capitals say nothing (they are mostly names); a text in capitals should be given in lower case.
    """
    words_of = [_words(text) or [""] for text in texts]
    rows = np.array(_rows(list(chain(*words_of)), languages))
    starts = list(accumulate(map(len, words_of[:-1]), initial=0))
    sums = np.add.reduceat(rows, starts, axis=0)
    return Fits(sums[:, :-2], sums[:, -2], sums[:, -1])


def is_noise(fits: Fits) -> NDArray[np.bool_]:
    """Returns whether each text is in none of the languages: keys hit at random, identifiers, an unknown tongue."""
    strange = fits.known < np.maximum(_LEAST_KNOWN * fits.n, 1)
    noise: NDArray[np.bool_] = strange | (fits.logs.max(axis=-1) < _LEAST_MEAN * fits.known)
    return noise


def _words(text: str) -> list[str]:
    found = text.translate(_NORMAL).split()
    return [word[:_LONGEST_WORD] for word in found if len(word) == 1 or not word.isupper()]


def _rows(words: Sequence[str], languages: tuple[str, ...]) -> list[Scores]:
    """For each word its scores per language, how many of its n-grams are known, and how many it has."""
    seen = _seen(languages)
    rows = {word: seen.get(word) for word in words}
    new = [word for word, row in rows.items() if row is None]
    if new:
        scored = dict(zip(new, _score_words(new, languages), strict=True))
        if len(seen) > _MOST_WORDS:
            seen.clear()
        seen.update(scored)
        rows.update(scored)
    return [rows[word] for word in words]  # type: ignore[misc]  # none is missing any more


@cache
def _seen(languages: tuple[str, ...]) -> dict[str, Scores]:
    return {}


def _score_words(words: Sequence[str], languages: tuple[str, ...]) -> Scores:
    """A row for each word. All n-grams of all words are looked up at once; those across two words are in no profile."""
    numbers, table = _table(languages)
    text = f" {' '.join(words)} "
    pairs = list(map(add, text, text[1:]))
    grams = (text[:-1], pairs, map(add, pairs, f"{text[2:]} "))
    found = [np.fromiter(map(numbers.get, some, repeat(0)), np.intp, len(pairs)) for some in grams]
    starts = list(accumulate((len(word) + 1 for word in words[:-1]), initial=0))
    sums = np.add.reduceat(table[np.array(found)].sum(axis=0, dtype=np.float64), starts, axis=0)
    return np.column_stack([sums, [3 * len(word) + 1 if word else 0 for word in words]])


@cache
def _table(languages: tuple[str, ...]) -> tuple[dict[str, int], NDArray[np.float32]]:
    """The row of each n-gram; log-probabilities per language, and 1 for an n-gram. The first row: not an n-gram."""
    profiles = [_profile(language) for language in languages]
    numbers = {gram: row for row, gram in enumerate(dict.fromkeys(gram for some in profiles for gram in some), 1)}
    table = np.full((len(numbers) + 1, len(languages) + 1), _UNSEEN, np.float32)
    for column, profile in enumerate(profiles):
        table[[numbers[gram] for gram in profile], column] += np.fromiter(profile.values(), np.float32)
    table = np.log(table)
    table[:, -1] = 1
    table[0] = 0
    return numbers, table


def _profile(language: str) -> dict[str, float]:
    """Relative frequencies of the one- to three-letter n-grams of a language; a space is none."""
    path = files("langdetect") / "profiles" / language
    data = json.loads(path.read_text(encoding="utf-8"))
    counts = {gram: count for gram, count in data["freq"].items() if len(gram) <= 3 and gram != " "}
    return {gram: count / data["n_words"][len(gram) - 1] for gram, count in counts.items()}

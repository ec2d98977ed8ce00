"""What a name model sees of each token in its text: a place of several words, and what another model found.

`word_features` has what it sees of the word by itself.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id
from spacy.tokens import Doc

from dateline.entities.clitics import cuts
from dateline.entities.tagged import HINTS
from dateline.places.gazetteer import DEMONYM, gazetteer
from dateline.places.names import fold

COLUMNS = ("place run", "first reader")

#: Of a word that begins no place of several words.
NO_OPENING = -1

#: What may stand between the words of one place: `Saint-Étienne`, `St. Louis`, `L’Aquila`.
_INSIDE = frozenset("-‑–.'’")

#: Tokens of the longest place looked for: `Santa Cruz de la Sierra`, `Stratford - upon - Avon`.
_LONGEST_RUN = 6


def of(documents: Sequence[Doc], openings: npt.NDArray[np.int8]) -> npt.NDArray[np.uint64]:
    """Returns the hashes of `COLUMNS` of all tokens of the documents, a row each, in order; 0 is that of no mark.

    Args:
        documents: where another model has read them, with what it found in their `user_data`.
        openings: `opening` of each token.
    """
    hashes = np.zeros((len(openings), len(COLUMNS)), dtype=np.uint64)
    first = 0
    for document in documents:
        for at, mark in _places(document, openings[first : first + len(document)]):
            hashes[first + at, 0] = _hash(mark)
        for at, mark in _hints(document):
            hashes[first + at, 1] = _hash(mark)
        first += len(document)
    return hashes


_hash = lru_cache(maxsize=1 << 10)(get_string_id)


def opening(word: str) -> int:
    """Returns after how many clitics the word is the first of a place of several words, or `NO_OPENING`."""
    if word.islower() or not word[:1].isalpha():
        return NO_OPENING
    return next((cut for cut in cuts(word) if gazetteer().opens(fold(word[cut:]))), NO_OPENING)


def _places(document: Doc, openings: npt.NDArray[np.int8]) -> Iterator[tuple[int, str]]:
    """Yields each token of a place of several words, with its part in it and how well known (0-9) that is."""
    after = 0
    for at in np.flatnonzero(openings != NO_OPENING).tolist():
        if at < after:
            continue
        after, prior = _longest(document, at, int(openings[at]))
        for place, part in zip(range(at, after), _parts(after - at), strict=True):
            yield place, f"{part}{prior}"


def _longest(document: Doc, first: int, cut: int) -> tuple[int, int]:
    """Returns the end of the longest place that begins at a token (`first` if none does), and how well known it is."""
    end, prior = first, 0
    start = document[first].idx + cut
    for last in range(first + 1, min(first + _LONGEST_RUN, len(document))):
        token = document[last]
        if not token.text[0].isalnum():
            if token.text not in _INSIDE:
                break
            continue
        key = fold(document.text[start : token.idx + len(token)])
        if (known := _prior(key)) is not None:
            end, prior = last + 1, known
        if not gazetteer().opens(key):
            break
    return end, prior


@lru_cache(maxsize=1 << 15)
def _prior(key: str) -> int | None:
    known = [place.prior for place in gazetteer().named(key) if place.role != DEMONYM]
    return min(9, max(0, int(max(known)))) if known and " " in key else None


def _hints(document: Doc) -> Iterator[tuple[int, str]]:
    """Yields each token of a name that another model found, with its part in it and that model's label."""
    for start, end, label in document.user_data.get(HINTS, ()):
        span = document.char_span(start, end, alignment_mode="expand")
        if span is not None:
            for at, part in zip(range(span.start, span.end), _parts(len(span)), strict=True):
                yield at, part + label


def _parts(length: int) -> str:
    """Returns the part of each token in a name of so many tokens: begin, inside, last, unit."""
    return "B" + "I" * (length - 2) + "L" if length > 1 else "U" * length

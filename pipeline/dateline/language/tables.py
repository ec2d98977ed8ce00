"""Log-probabilities per key and language, memory-mapped: workers share them and pay for no start."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import marisa_trie
import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

#: A table holds bytes: how far each language lies below the best of its row, in twentieths of a nat.
STEP = 0.05


@dataclass(frozen=True, slots=True)
class Table:
    """A look-up from key to row, and a row of distances to the best language, one column per language of a script."""

    row: Callable[[bytes], int | None]
    distances: NDArray[np.uint8]

    def sum(self, rows: list[int], counts: list[float]) -> Scores:
        """Returns the log-probability of rows seen so often, per column, up to a constant."""
        total: Scores = np.array(counts, np.float64) @ self.distances[rows].astype(np.float64)
        return -STEP * total


@cache
def load_table(name: str) -> Table:
    """Returns a table of data/tables (`ngrams.Latn`)."""
    with as_file(files("dateline.language") / "data" / "tables") as folder:
        keys = marisa_trie.BinaryTrie().mmap(str(folder / f"{name}.marisa"))
        return Table(keys.get, np.load(folder / f"{name}.npy", mmap_mode="r"))


def softmax(logits: Scores) -> Scores:
    """Returns log-odds as probabilities."""
    weights = np.exp(logits - logits.max())
    shares: Scores = weights / weights.sum()
    return shares


def write_table(folder: Path, name: str, logs: dict[bytes, list[float]]) -> None:
    """Writes a table given as log-probabilities per key."""
    keys = marisa_trie.BinaryTrie(sorted(logs))
    keys.save(str(folder / f"{name}.marisa"))
    matrix = np.empty((len(logs), len(next(iter(logs.values())))), np.uint8)
    for key, values in logs.items():
        matrix[keys[key]] = np.clip(np.rint((max(values) - np.array(values)) / STEP), 0, 255)
    np.save(folder / f"{name}.npy", matrix)

"""Log-probabilities per key and language: small to load, the figures memory-mapped and shared by all workers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]

#: A table holds bytes: how far each language lies below the best of its row, in twentieths of a nat.
_STEP = 0.05


@dataclass(frozen=True, slots=True)
class Table:
    """What keys say of languages.

    Attributes:
        rows: the row of each key; numbered from 1.
        distances: how far below the best of its row each language of a script lies, one column per language.
    """

    rows: dict[bytes, int]
    distances: NDArray[np.uint8]

    def sum(self, rows: Sequence[int], counts: Sequence[float]) -> Scores:
        """Returns the log-probability of rows seen so often, per column, up to a constant."""
        total: Scores = np.array(counts, np.float64) @ self.distances[np.array(rows, np.intp) - 1].astype(np.float64)
        return -_STEP * total


@cache
def load_table(name: str) -> Table:
    """Returns a table of data/tables (`ngrams.Latn`)."""
    with as_file(files("dateline.language") / "data" / "tables") as folder:
        keys = (folder / f"{name}.keys").read_bytes().split(b"\n")
        distances = np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))
    return Table(dict(zip(keys, range(1, len(keys) + 1), strict=True)), distances)


def write_table(folder: Path, name: str, logs: dict[bytes, list[float]]) -> None:
    """Writes a table given as log-probabilities per key; no key may hold a line break."""
    (folder / f"{name}.keys").write_bytes(b"\n".join(sorted(logs)))
    values = np.array([logs[key] for key in sorted(logs)])
    steps = np.rint((values.max(axis=1, keepdims=True) - values) / _STEP)
    np.save(folder / f"{name}.npy", np.clip(steps, 0, 255).astype(np.uint8))


def softmax(logits: Scores) -> Scores:
    """Returns log-odds as probabilities, along the last axis."""
    weights = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Scores = weights / weights.sum(axis=-1, keepdims=True)
    return shares

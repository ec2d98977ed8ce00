"""The trained line model: how much speaks for each line of a page being part of its article."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from dateline.clean.context import with_context
from dateline.clean.features import Column, line_features
from dateline.clean.lines import Measured
from dateline.clean.wording import weights, wording

#: Lines worked on at once: so many bound the memory that a page of any length needs.
_AT_ONCE = 4096


class Trees(NamedTuple):
    """Trees that ask the same question everywhere on a level, so that a leaf's number is the answers' bits.

    Attributes:
        names: the features, in the order in which questions number them.
        features: for each level and tree, the number of the feature it asks about.
        borders: for each level and tree, what the feature must exceed for the answer 1.
        leaves: for each tree and leaf, what it adds to the log-odds.
        bias: the log-odds to which trees add.
    """

    names: tuple[str, ...]
    features: npt.NDArray[np.intp]
    borders: npt.NDArray[np.float32]
    leaves: npt.NDArray[np.float32]
    bias: float

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """The trees of a model file: `names`, `bias`, and `features`, `borders` and `leaves`, a list per tree."""
        return cls(
            names=tuple(data["names"]),
            features=np.array(data["features"], np.intp).T,
            borders=np.array(data["borders"], np.float32).T,
            leaves=np.array(data["leaves"], np.float32),
            bias=data["bias"],
        )

    def log_odds(self, features: Mapping[str, Column]) -> Column:
        """For each line the sum over all trees."""
        table = np.array([features[name] for name in self.names], np.float32)
        parts = range(0, table.shape[1], _AT_ONCE)
        return np.concatenate([self._sum(table[:, start : start + _AT_ONCE]) for start in parts])

    def _sum(self, table: npt.NDArray[np.float32]) -> Column:
        leaf = np.zeros((len(self.leaves), table.shape[1]), np.uint8)
        for level, (features, borders) in enumerate(zip(self.features, self.borders, strict=True)):
            leaf |= (table[features] > borders[:, None]).view(np.uint8) << np.uint8(level)
        total: Column = np.take_along_axis(self.leaves, leaf, 1).sum(0, np.float64)
        return total + self.bias


def article_log_odds(lines: Sequence[Measured], reasons: Sequence[str]) -> Column:
    """For each line of a page, the log-odds that it is part of the article.

    Args:
        lines: the lines; at least one.
        reasons: why each certainly is furniture; empty if it is not certain.
    """
    own = line_features(lines, reasons) | wording([line.text for line in lines], weights())
    return _trees().log_odds(with_context(own))


@cache
def _trees() -> Trees:
    model = json.loads((files("dateline.clean") / "data" / "line_model.json").read_text(encoding="utf-8"))
    return Trees.of(model["trees"])

"""Probabilities that a model gives its names -> shares of such names that are right (Platt 1999).

A field trained until it knows its texts by heart is too sure of new ones: of names with .95 to .99, four in five
may be right. The order of the names stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

#: Probabilities are kept so far from 0 and 1, where their logarithm ends.
_MARGIN = 1e-4

#: Newton's steps, and the small weight that keeps the line finite where all names are right.
_STEPS, _RIDGE = 30, 1e-3


@dataclass(frozen=True, slots=True)
class Calibration:
    """A line through the log-odds: those of being right, by those that the model gives."""

    slope: float
    offset: float

    def __call__(self, probability: float) -> float:
        """Returns how likely a name is right that a model gives this probability."""
        return 1 / (1 + exp(-self.offset - self.slope * _log_odds(probability)))


#: Leaves probabilities as they are.
UNCALIBRATED = Calibration(1.0, 0.0)


def fit(probabilities: Sequence[float], right: Sequence[bool]) -> Calibration:
    """Returns the line that makes what was right most likely (logistic regression, by Newton's steps)."""
    rows = np.array([(_log_odds(probability), 1.0) for probability in probabilities])
    hits = np.array(right, dtype=np.float64)
    line = np.zeros(2)
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-rows @ line))
        curvature = (rows * (likely * (1 - likely))[:, None]).T @ rows + _RIDGE * np.eye(2)
        line += np.linalg.solve(curvature, rows.T @ (hits - likely) - _RIDGE * line)
    return Calibration(round(float(line[0]), 3), round(float(line[1]), 3))


def _log_odds(probability: float) -> float:
    kept = min(max(probability, _MARGIN), 1 - _MARGIN)
    return log(kept / (1 - kept))

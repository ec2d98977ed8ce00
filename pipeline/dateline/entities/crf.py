"""A linear-chain conditional random field over BILOU tags (Lafferty, McCallum and Pereira 2001), on batches of texts.

A token is outside of any name (`O`), a name alone (`U`), or begins, is inside or is the last of one. Only sequences
of whole names can come out. Texts go in as one matrix of scores, a row per token, with the number of tokens of each.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Scores = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

OUTSIDE = 0
_PARTS = "BILU"


def tags(labels: Sequence[str]) -> list[str]:
    """Returns the tags of some labels: `O`, then `B-`, `I-`, `L-`, `U-` of each."""
    return ["O", *(f"{part}-{label}" for label in labels for part in _PARTS)]


def encode(spans: Sequence[tuple[int, int, int]], length: int) -> Integers:
    """Returns the tag of each token, given spans of tokens as start, end and number of the label."""
    encoded = np.zeros(length, dtype=np.int64)
    for start, end, label in spans:
        first = 1 + len(_PARTS) * label
        if end - start == 1:
            encoded[start] = first + 3
        else:
            encoded[start], encoded[start + 1 : end - 1], encoded[end - 1] = first, first + 1, first + 2
    return encoded


def decode(encoded: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Yields the spans that a valid sequence of tags holds, as start, end and number of the label."""
    start = 0
    for at, tag in enumerate(encoded):
        label, part = divmod(tag - 1, len(_PARTS))
        if tag != OUTSIDE and part in (0, 3):
            start = at
        if tag != OUTSIDE and part in (2, 3):
            yield start, at + 1, label


def allowed(number: int) -> npt.NDArray[np.bool_]:
    """Returns which tag (column) may follow which (row); the last row is the start, the last column the end."""
    names = [(-1, "O"), *((label, part) for label in range((number - 1) // len(_PARTS)) for part in _PARTS)]
    follows = np.zeros((number + 1, number + 1), dtype=bool)
    for row, (label, part) in enumerate([*names, (-1, "O")]):
        for column, (other, next_part) in enumerate([*names, (-1, "O")]):
            open_name = part in "BI"
            follows[row, column] = (other == label and next_part in "IL") if open_name else next_part not in "IL"
    return follows


class Batch:
    """The scores of some texts, the longest first, in steps: step t has the t-th token of all that are that long."""

    def __init__(self, scores: Scores, lengths: Sequence[int]) -> None:
        sizes = np.asarray(lengths, dtype=np.int64)
        order = np.argsort(-sizes, kind="stable")
        order = order[: int((sizes > 0).sum())]
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)[order]
        self.sizes = sizes[order]
        longest = int(self.sizes[0]) if len(order) else 0
        #: Row of the matrix for each text, at each step.
        self.rows = [starts[: int((self.sizes > step).sum())] + step for step in range(longest)]
        self.scores = scores.astype(np.float64)

    def ending(self, step: int) -> slice:
        """Returns which texts end at a step, among those that it has."""
        after = len(self.rows[step + 1]) if step + 1 < len(self.rows) else 0
        return slice(after, len(self.rows[step]))


def best_tags(batch: Batch, transitions: Scores) -> Integers:
    """Returns the tags of the likeliest sequence of each text (Viterbi), by row of the matrix of scores."""
    weights = np.where(allowed(batch.scores.shape[1]), transitions, -np.inf)
    inner, opening, closing = weights[:-1, :-1], weights[-1, :-1], weights[:-1, -1]
    found = np.zeros(len(batch.scores), dtype=np.int64)
    backs: list[Integers] = []
    best = np.zeros((0, len(inner)))
    last = np.zeros(len(batch.sizes), dtype=np.int64)
    for step, rows in enumerate(batch.rows):
        if step == 0:
            best = opening + batch.scores[rows]
        else:
            ways = best[: len(rows), :, None] + inner
            backs.append(ways.argmax(axis=1))
            best = np.take_along_axis(ways, backs[-1][:, None], axis=1)[:, 0] + batch.scores[rows]
        ending = batch.ending(step)
        last[ending] = (best[ending] + closing).argmax(axis=1)
    current = last
    for step in range(len(batch.rows) - 1, -1, -1):
        rows = batch.rows[step]
        found[rows] = current[: len(rows)]
        if step:
            current = np.concatenate([backs[step - 1][np.arange(len(rows)), current[: len(rows)]], last[len(rows) :]])
    return found


def marginals(batch: Batch, transitions: Scores) -> tuple[Floats, Floats]:
    """Returns the probability of each tag by row, and how often each transition is expected (forward and backward)."""
    number = batch.scores.shape[1]
    weights = np.where(allowed(number), np.exp(transitions.astype(np.float64)), 0.0)
    inner, opening, closing = weights[:-1, :-1], weights[-1, :-1], weights[:-1, -1]
    local = np.exp(batch.scores - batch.scores.max(axis=1, keepdims=True, initial=-np.inf))
    forward, backward = np.zeros_like(local), np.zeros_like(local)
    for step, rows in enumerate(batch.rows):
        before = (
            np.broadcast_to(opening, (len(rows), number))
            if step == 0
            else forward[batch.rows[step - 1][: len(rows)]] @ inner
        )
        forward[rows] = _normal(before * local[rows])
    expected = np.zeros_like(weights)
    for step in range(len(batch.rows) - 1, -1, -1):
        rows = batch.rows[step]
        ending = batch.ending(step)
        backward[rows[ending]] = closing
        if step + 1 < len(batch.rows):
            after = batch.rows[step + 1]
            inside = rows[: len(after)]
            coming = local[after] * backward[after]
            backward[inside] = _normal(coming @ inner.T)
            total = ((forward[inside] @ inner) * coming).sum(axis=1, keepdims=True)
            expected[:-1, :-1] += inner * ((forward[inside] / total).T @ coming)
    probabilities = _normal(forward * backward)
    if batch.rows:
        expected[-1, :-1] = probabilities[batch.rows[0]].sum(axis=0)
        for step, rows in enumerate(batch.rows):
            expected[:-1, -1] += probabilities[rows[batch.ending(step)]].sum(axis=0)
    return probabilities, expected


def observed(batch: Batch, gold: Integers) -> Floats:
    """Returns how often each transition is in the gold tags."""
    number = batch.scores.shape[1]
    counts = np.zeros((number + 1, number + 1))
    for step, rows in enumerate(batch.rows):
        if step == 0:
            np.add.at(counts, (number, gold[rows]), 1)
        else:
            np.add.at(counts, (gold[batch.rows[step - 1][: len(rows)]], gold[rows]), 1)
        np.add.at(counts, (gold[rows[batch.ending(step)]], number), 1)
    return counts


def _normal(values: Floats) -> Floats:
    total: Floats = values.sum(axis=1, keepdims=True)
    return values / np.where(total > 0, total, 1)

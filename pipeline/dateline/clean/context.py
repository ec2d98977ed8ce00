"""What stands around each line of a page: its neighbours, the paragraphs above and below, menus, the main stretch."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from dateline.clean.features import Column

#: Features of the two lines above and below that count for a line too.
_NEIGHBOURS = (
    "log words", "closed", "capitals", "function words", "said again", "like article", "furniture words", "sentences",
    "wording",
)  # fmt: skip
#: Features whose mean over so many lines above and below counts.
_MEANS = (
    "log words", "capitals", "certain", "function words", "said again", "furniture words", "ellipsis", "year",
)  # fmt: skip
_NEAR, _FAR = 4, 10
#: Numbers of lines above and below whose wording counts, each line by its words, at most so many.
_WORDED, _MOST_WORDS = (3, 8), 40
#: Numbers of lines above and below in which the words of paragraphs are counted.
_REACHES = (3, 5, 10, 25, 60)
#: Distances are counted up to this.
_AWAY = 200
#: A line of fewer words says nothing about where the article is; one that is not closed says this much of a closed one.
_SAYS_FROM, _OPEN = 8, 0.2
#: What a line costs in the stretch of most words: the higher, the less of furniture a stretch can hold.
_COSTS = (10.0, 4.0)
#: Open lines in a row of at most so many words are a menu, of fewer than so many a list; of so many and more, prose.
MENU_TO, _LIST_BELOW = 4, 12
#: Headings of what follows articles count below so many words of paragraphs, in logarithm.
_SAID = 3.0
_MOST_TAILS = 5


def with_context(own: Mapping[str, Column]) -> dict[str, Column]:
    """The features of the lines of a page, by name, together with those of what stands around each."""
    around = _neighbours(own) | _means(own) | _wording(own) | _paragraphs(own)
    return dict(own) | around | _place(own) | _runs(own) | _stretch(own)


def _neighbours(own: Mapping[str, Column]) -> dict[str, Column]:
    table = np.array([own[name] for name in _NEIGHBOURS])
    padded = np.pad(table, ((0, 0), (2, 2)), constant_values=-1)
    size = table.shape[1]
    return {
        f"{name} {step:+d}": padded[row, 2 + step : 2 + step + size]
        for step in (-2, -1, 1, 2)
        for row, name in enumerate(_NEIGHBOURS)
    }


def _means(own: Mapping[str, Column]) -> dict[str, Column]:
    table = np.array([own[name] for name in _MEANS])
    out = {}
    for reach in (_NEAR, _FAR):
        above, below = _sums(table, reach)
        for row, name in enumerate(_MEANS):
            out[f"{name} of {reach} above"] = above[row] / reach
            out[f"{name} of {reach} below"] = below[row] / reach
    return out


def _sums(table: Column, reach: int) -> tuple[Column, Column]:
    """Sums over so many lines above each line, and below it."""
    size = table.shape[-1]
    total = np.concatenate((np.zeros((*table.shape[:-1], 1)), np.cumsum(table, -1)), -1)
    here = np.arange(size)
    above = total[..., here] - total[..., np.maximum(here - reach, 0)]
    below = total[..., np.minimum(here + 1 + reach, size)] - total[..., here + 1]
    return above, below


def _wording(own: Mapping[str, Column]) -> dict[str, Column]:
    """What the words say of the lines above, of those below, and of the page."""
    words = np.minimum(own["words"], _MOST_WORDS)
    table = np.array([own["wording"] * words, words])
    out = {"wording of page": np.full(table.shape[1], table[0].sum() / max(table[1].sum(), 1.0))}
    for reach in _WORDED:
        for name, (said, size) in zip(("above", "below"), _sums(table, reach), strict=True):
            out[f"wording of {reach} {name}"] = said / np.maximum(size, 1)
    return out


def _paragraphs(own: Mapping[str, Column]) -> dict[str, Column]:
    """How much prose there is above and below, how far the nearest is, and how long."""
    words = own["paragraph"] * own["words"]
    out = {}
    for reach in _REACHES:
        above, below = _sums(words, reach)
        out[f"prose of {reach} above"], out[f"prose of {reach} below"] = np.log1p(above), np.log1p(below)
    for name in ("paragraph", "certain"):
        above, below = _nearest(own[name])
        out[f"to {name} above"], out[f"to {name} below"] = np.log1p(above), np.log1p(below)
        if name == "paragraph":
            out["paragraph above"], out["paragraph below"] = _at(words, above, -1), _at(words, below, 1)
    total = max(float(words.sum()), 1.0)
    before = np.cumsum(words) - words
    return out | {
        "prose above": before / total,
        "log prose above": np.log1p(before),
        "prose share": np.full(len(words), words.sum() / max(float(own["words"].sum()), 1.0)),
        "paragraph share": np.full(len(words), own["paragraph"].mean()),
        "certain share": np.full(len(words), own["certain"].mean()),
    }


def _nearest(mask: Column) -> tuple[Column, Column]:
    """How many lines up and down the nearest line is that the mask has, the line itself left out, at most `_AWAY`."""
    here = np.arange(len(mask))
    last = np.maximum.accumulate(np.where(mask > 0, here, -_AWAY))
    following = np.minimum.accumulate(np.where(mask > 0, here, len(mask) + _AWAY)[::-1])[::-1]
    above = here - np.concatenate(([-_AWAY], last[:-1]))
    below = np.concatenate((following[1:], [len(mask) + _AWAY])) - here
    return np.minimum(above, _AWAY).astype(np.float64), np.minimum(below, _AWAY).astype(np.float64)


def _at(words: Column, distance: Column, way: int) -> Column:
    """The logarithm of the words of the line so far up (-1) or down (1); 0 where there is none."""
    index = np.arange(len(words)) + way * distance.astype(np.int64)
    inside = (index >= 0) & (index < len(words))
    return np.where(inside, np.log1p(words[np.where(inside, index, 0)]), 0.0)


def _place(own: Mapping[str, Column]) -> dict[str, Column]:
    size = len(own["words"])
    here = np.arange(size, dtype=np.float64)
    before = np.cumsum(own["paragraph"] * own["words"])
    heading = (own["tail heading"] > 0) & (np.log1p(before) > _SAID)
    last = np.maximum.accumulate(np.where(heading, here, -_AWAY))
    return {
        "place": here / max(size - 1, 1),
        "lines above": np.log1p(here),
        "lines below": np.log1p(size - 1 - here),
        "tails above": np.minimum(np.cumsum(heading), _MOST_TAILS).astype(np.float64),
        "to tail above": np.log1p(np.minimum(here - last, _AWAY)),
    }


def _runs(own: Mapping[str, Column]) -> dict[str, Column]:
    words, is_open = own["words"], own["closed"] == 0
    return {
        "menu": np.log1p(run_lengths(is_open & (words <= MENU_TO))),
        "list": np.log1p(run_lengths(is_open & (words < _LIST_BELOW))),
        "prose": np.log1p(run_lengths(words >= _LIST_BELOW)),
    }


def run_lengths(mask: npt.NDArray[np.bool_]) -> Column:
    """For each line that the mask has, how many it has in a row there; 0 for others."""
    steps = np.diff(np.concatenate(([0], mask.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    out = np.zeros(len(mask))
    out[mask] = np.repeat(ends - starts, ends - starts)
    return out


def _stretch(own: Mapping[str, Column]) -> dict[str, Column]:
    """Where a line is in the stretch of most words: the span of greatest sum, a line costing so much."""
    words = own["words"]
    says = (own["certain"] == 0) * (words >= _SAYS_FROM) * words * (_OPEN + (1 - _OPEN) * own["closed"])
    here = np.arange(len(words))
    out = {}
    for cost in _COSTS:
        total = np.concatenate(([0.0], np.cumsum(says - cost)))
        end = int(np.argmax(total - np.minimum.accumulate(total)))
        start = int(np.argmin(total[: end + 1]))
        out[f"in stretch {cost:.0f}"] = ((here >= start) & (here < end)).astype(np.float64)
        for name, steps in (("start", here - start), ("end", end - 1 - here)):
            out[f"to {name} of stretch {cost:.0f}"] = np.sign(steps) * np.log1p(np.abs(steps))
    return out

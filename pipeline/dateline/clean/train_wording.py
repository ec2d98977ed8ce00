"""Trains the weights of words by which `wording` tells lines of articles from what stands around them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib import import_module
from math import sqrt

import numpy as np

from dateline.clean.features import Column
from dateline.clean.training_pages import Example
from dateline.clean.wording import LEAST, terms

#: A term must stand on pages of so many sites, so that no topic of few articles counts.
_SITES = 10
#: Terms kept: those whose weight, by how often they stand on a page, matters most.
_KEPT = 4000
#: Strength of the data against the pull of all weights towards zero. At 0.2 and at 5 lines are told apart less well.
_DATA = 1.0


def train_weights(pages: Sequence[Example], counts: Sequence[Column]) -> dict[str, float]:
    """The weight of each term that tells, in the order of the terms.

    Args:
        pages: pages with known articles.
        counts: what each line of each page counts.
    """
    lines = [terms(line) for page in pages for line in page.lines]
    gold = np.concatenate([page.gold for page in pages])
    weights = np.concatenate(counts)
    known = _known(pages, lines)
    trained = _fit(lines, gold, weights, known)
    often: dict[str, float] = defaultdict(float)
    for line, weight in zip(lines, (weights / weights.mean()).tolist(), strict=True):
        for term in line & known.keys():
            often[term] += weight
    kept = sorted(known, key=lambda term: (-abs(trained[term]) * sqrt(often[term]), term))[:_KEPT]
    return _fit(lines, gold, weights, {term: i for i, term in enumerate(sorted(kept))})


def _known(pages: Sequence[Example], lines: Sequence[frozenset[str]]) -> dict[str, int]:
    """The terms of many sites, numbered."""
    sites = defaultdict(set)
    groups = (page.group for page in pages for _ in page.lines)
    for group, line in zip(groups, lines, strict=True):
        for term in line:
            sites[term].add(group)
    return {term: i for i, term in enumerate(sorted(term for term, found in sites.items() if len(found) >= _SITES))}


def _fit(lines: Sequence[frozenset[str]], gold: Column, weights: Column, known: Mapping[str, int]) -> dict[str, float]:
    found = [sorted(known[term] for term in line & known.keys()) for line in lines]
    values = [1 / sqrt(max(len(numbers), LEAST)) for numbers in found for _ in numbers]
    ends = np.concatenate(([0], np.cumsum([len(numbers) for numbers in found])))
    numbers = [number for line in found for number in line]
    table = import_module("scipy.sparse").csr_matrix((values, numbers, ends), shape=(len(lines), len(known)))
    model = import_module("sklearn.linear_model").LogisticRegression(C=_DATA, solver="liblinear", max_iter=200)
    model.fit(table, gold.astype(np.int8), sample_weight=weights / weights.mean())
    return {term: round(float(weight), 3) for term, weight in zip(known, model.coef_[0], strict=True)}

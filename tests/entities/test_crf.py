"""The random field against every sequence of tags there is, written out."""

import itertools
import math

import numpy as np
import pytest

from dateline.entities import crf

TAGS = len(crf.tags(["PERSON", "LOC"]))


def _weight(tags, scores, transitions, follows):
    path = [TAGS, *tags, TAGS]
    if not all(follows[a, b] for a, b in itertools.pairwise(path)):
        return 0.0
    moves = sum(transitions[a, b] for a, b in itertools.pairwise(path))
    return math.exp(moves + sum(scores[at, tag] for at, tag in enumerate(tags)))


@pytest.mark.parametrize("lengths", [[1], [3], [2, 3, 1], [1, 0, 4]])
def test_marginals_and_best_tags_are_those_of_all_sequences_together(lengths):
    random = np.random.default_rng(sum(lengths))
    scores = random.normal(size=(sum(lengths), TAGS)).astype(np.float32)
    transitions = random.normal(size=(TAGS + 1, TAGS + 1)).astype(np.float32)
    follows = crf.allowed(TAGS)
    batch = crf.Batch(scores, lengths)
    probabilities, expected = crf.marginals(batch, transitions)
    best = crf.best_tags(batch, transitions)
    total = np.zeros_like(expected)
    first = 0
    for length in filter(None, lengths):
        own = scores[first : first + length]
        weights = {
            tags: _weight(tags, own, transitions, follows) for tags in itertools.product(range(TAGS), repeat=length)
        }
        everything = sum(weights.values())
        for at in range(length):
            for tag in range(TAGS):
                share = sum(weight for tags, weight in weights.items() if tags[at] == tag) / everything
                assert probabilities[first + at, tag] == pytest.approx(share, abs=1e-6)
        for tags, weight in weights.items():
            for pair in itertools.pairwise([TAGS, *tags, TAGS]):
                total[pair] += weight / everything
        assert tuple(best[first : first + length]) == max(weights, key=weights.get)
        first += length
    assert expected == pytest.approx(total, abs=1e-6)


def test_only_whole_names_come_out():
    random = np.random.default_rng(0)
    batch = crf.Batch(random.normal(scale=5, size=(400, TAGS)).astype(np.float32), [100, 300])
    names = [crf.tags(["PERSON", "LOC"])[tag] for tag in crf.best_tags(batch, np.zeros((TAGS + 1, TAGS + 1), "f"))]
    for before, after in itertools.pairwise(names):
        if before[0] in "BI":
            assert after in (f"I{before[1:]}", f"L{before[1:]}")
        else:
            assert after[0] in "OBU"


@pytest.mark.parametrize("spans", [[], [(0, 1, 0)], [(0, 2, 1), (2, 5, 0)], [(1, 4, 1), (4, 5, 1)]])
def test_spans_come_back_from_their_tags(spans):
    assert list(crf.decode(crf.encode(spans, 5).tolist())) == spans


def test_observed_counts_each_step_once():
    batch = crf.Batch(np.zeros((5, TAGS), "f"), [3, 2])
    counts = crf.observed(batch, np.array([0, 1, 3, 4, 0]))
    assert counts.sum() == 5 + 2
    assert counts[TAGS, 0] == counts[TAGS, 4] == counts[3, TAGS] == counts[0, TAGS] == 1

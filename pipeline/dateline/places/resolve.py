"""Which of the places of a name a document means: prior, then what the other names of the document say.

One sense per name and document. Two passes of a soft vote: every name votes for the countries, divisions and
neighbourhoods of its likely places, and is then weighed again by the votes of the others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.places.gazetteer import Candidate
from dateline.places.model import COUNTRY_LIKE, WIDE, Kind

Floats = NDArray[np.float64]

# Weights in units of the prior (log10 of people): a full vote of the story for its
# country lifts a town over one a thousand times as big.
# Set by hand on local and world news with gold coordinates, then rounded.
COUNTRY_WEIGHT = 3.5
ADMIN1_WEIGHT = 2.5
NEAR_WEIGHT = 1.2
CROWD_WEIGHT = 1.5
ADJACENT_WEIGHT = 4.0
HOME_WEIGHT = 1.0
NEAR_KM = 150.0  # e-folding distance of the neighbourhood vote
SHARPNESS = 2.5  # of the soft choice: a lead of one in the score is worth e to this power
PASSES = 2
MOST_NEIGHBOURS = 300  # names that the neighbourhood is made of: a gazetteer in print must not fill the memory
_EARTH_KM = 6371.0
_LONGEST_LINK = 16  # characters between a place and what holds it: `, in northern `
_INSIDE = re.compile(r",?[ ](?:in|en|im|au)[ ](?:(?:north|south|east|west)(?:ern)?[ ]|central[ ])?")
_DECISIVE = 0.3  # a context term lifts the chosen place over the next by at least this to be the reason


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a name, why, and how sure (0-1)."""

    candidate: Candidate
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Group:
    """A name of a document: its candidates, how often it occurs, and the groups that follow it as `City, Country`."""

    candidates: tuple[Candidate, ...]
    count: int
    parents: frozenset[int]


def resolve(groups: Sequence[Group], home: str) -> list[Choice]:
    """Return the choice for each group, given the country where the publisher is at home, if known."""
    if not groups:
        return []
    vote = _Vote(groups, home)
    for _ in range(PASSES):
        vote.cast()
    return [vote.choice(number) for number in range(len(groups))]


class _Vote:
    """The candidates of all groups of a document in one flat array, and their changing shares."""

    def __init__(self, groups: Sequence[Group], home: str) -> None:
        self.groups = groups
        self.flat = [c for g in groups for c in g.candidates]
        sizes = [len(g.candidates) for g in groups]
        self.starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.intp)
        self.owner = np.repeat(np.arange(len(groups)), sizes)
        self.weight = 1.0 + np.log([g.count for g in groups])
        self.prior = np.array([c.prior for c in self.flat])
        self.vectors = np.array([c.vector for c in self.flat])
        self.placed = np.array([c.kind not in WIDE and c.vector[2] != 0.0 for c in self.flat])
        countries: dict[str, int] = {"": 0}
        divisions: dict[int, int] = {0: 0}
        self.country = np.array([countries.setdefault(c.country, len(countries)) for c in self.flat])
        self.admin1 = np.array([divisions.setdefault(c.admin1, len(divisions)) for c in self.flat])
        self.n_countries, self.n_divisions = len(countries), len(divisions)
        self.outlet = np.array([HOME_WEIGHT if home and c.country == home else 0.0 for c in self.flat])
        self.adjacent = ADJACENT_WEIGHT * _adjacency(groups)
        self.context = dict.fromkeys(("country-context", "region-context", "nearby"), np.zeros(len(self.flat)))
        self.share = self._soft()

    def score(self) -> Floats:
        total: Floats = self.prior + self.adjacent + self.outlet + sum(self.context.values())
        return total

    def _soft(self) -> Floats:
        score = self.score()
        best = np.maximum.reduceat(score, self.starts)
        share = np.exp(SHARPNESS * (score - best[self.owner]))
        soft: Floats = share / np.add.reduceat(share, self.starts)[self.owner]
        return soft

    def cast(self) -> None:
        """Let every name vote with its present shares, and weigh all candidates again."""
        near, crowd = self._neighbours()
        self.context = {
            "country-context": COUNTRY_WEIGHT * self._agreement(self.country, self.n_countries),
            "region-context": ADMIN1_WEIGHT * self._agreement(self.admin1, self.n_divisions),
            "nearby": NEAR_WEIGHT * near + CROWD_WEIGHT * crowd,
        }
        self.share = self._soft()

    def _agreement(self, label: NDArray[np.int64], size: int) -> Floats:
        """Return, for each candidate, the share of the other names' votes that its label gets."""
        if size == 1:
            return np.zeros(len(self.flat))
        cell = self.owner * size + label
        votes = np.bincount(cell, self.share * self.weight[self.owner], len(self.groups) * size)
        votes = votes.reshape(len(self.groups), size)
        votes[:, 0] = 0.0
        others = votes.sum(0)[label] - votes[self.owner, label]
        rest = self.weight.sum() - self.weight[self.owner] + 0.5
        agreed: Floats = np.where(label == 0, 0.0, others / rest)
        return agreed

    def _neighbours(self) -> tuple[Floats, Floats]:
        """Return the nearest other name's closeness and the crowd of close ones, both from 0 to 1."""
        tops = np.array(
            [
                s + int(np.argmax(self.share[s : s + len(g.candidates)]))
                for s, g in zip(self.starts, self.groups, strict=True)
            ]
        )
        tops = tops[self.placed[tops]][:MOST_NEIGHBOURS]
        if not len(tops):
            return np.zeros(len(self.flat)), np.zeros(len(self.flat))
        cosine = np.clip(self.vectors @ self.vectors[tops].T, -1.0, 1.0)
        close = np.exp(-np.arccos(cosine) * _EARTH_KM / NEAR_KM) * self.share[tops]
        close[self.owner[:, None] == self.owner[tops][None, :]] = 0.0
        close[~self.placed] = 0.0
        return close.max(1), np.minimum(close.sum(1) / 4.0, 1.0)

    def choice(self, number: int) -> Choice:
        """Return the likeliest candidate of a group."""
        start = int(self.starts[number])
        size = len(self.groups[number].candidates)
        own = slice(start, start + size)
        order = np.argsort(-self.score()[own], kind="stable")
        best = start + int(order[0])
        rival = start + int(order[1]) if size > 1 else None
        return Choice(self.flat[best], self._reason(best, rival), float(self.share[best]))

    def _reason(self, best: int, rival: int | None) -> str:
        chosen = self.flat[best]
        if chosen.kind in COUNTRY_LIKE or chosen.kind == Kind.HISTORIC:
            return "country-name"
        if rival is None:
            return "only-candidate"
        if self.adjacent[best] > self.adjacent[rival]:
            return "adjacent-name"
        if self.prior[best] >= self.prior[rival]:
            return "population"
        gains = {name: float(term[best] - term[rival]) for name, term in self.context.items()}
        gains["outlet"] = float(self.outlet[best] - self.outlet[rival])
        reason = max(gains, key=lambda name: gains[name])
        return reason if gains[reason] >= _DECISIVE else "population"


def _adjacency(groups: Sequence[Group]) -> Floats:
    """Return 1 for each candidate that lies in a candidate of the name right behind it, and for that one."""
    starts = np.cumsum([0, *(len(g.candidates) for g in groups)])
    bonus = np.zeros(int(starts[-1]))
    for number, group in enumerate(groups):
        for parent in group.parents:
            holders = groups[parent].candidates
            for i, inner in enumerate(group.candidates):
                for j, outer in enumerate(holders):
                    if holds(outer, inner):
                        bonus[starts[number] + i] = bonus[starts[parent] + j] = 1.0
    return bonus


def holds(outer: Candidate, inner: Candidate) -> bool:
    """Return whether a place lies in another: a town in its state or country, a state in its country."""
    if outer.entry == inner.entry:
        return False
    if outer.kind in COUNTRY_LIKE:
        return outer.country == inner.country and inner.kind not in COUNTRY_LIKE
    if outer.kind == Kind.ADMIN1:
        return inner.admin1 == outer.entry + 1 and inner.kind != Kind.ADMIN1
    return outer.kind == Kind.ADMIN2 and inner.admin2 == outer.entry + 1 and inner.kind in (Kind.CITY, Kind.CAPITAL)


def is_adjacent(between: str) -> bool:
    """Return whether the text between two names makes the second hold the first: `Paris, France`, `Oran in Algeria`."""
    if len(between) > _LONGEST_LINK:
        return False
    return between.strip() in (",", "،", "(", ", (") or _INSIDE.fullmatch(between) is not None

"""Which articles repeat others: the same text, nearly the same text, or an excerpt of a longer one.

The fuller article is kept, and each one is compared with kept ones only, so what is called a duplicate really is in the
article it points at: there are no chains, and a series of which each part repeats some of the last is not swallowed.
"""

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.clean.sketches import KIND, NAME, NUMBER, SHINGLE, Hashes
from dateline.schema import DUPLICATE_KINDS

#: How one article repeats another; none first.
KINDS = ("", *DUPLICATE_KINDS)
_NONE, _EXACT, _NEAR, _EXCERPT = range(len(KINDS))

#: The figures below were set on 628 articles in nine languages, each with nine edits, and on 3,700 articles that only
#: look alike: they share a paragraph or a quotation, fill one form, continue a series.
#:
#: Share of the shingles of both that near-duplicates have in common. Articles with 15 of 100 words changed have
#: 0.44 (88 of 100 are found), other reports of one event at most 0.32.
_SIMILAR = 0.37
#: Share of the shingles of an excerpt that are in the longer article; 98-100 of 100 cut to 40 % are found.
_CONTAINED = 0.75
#: An article is an excerpt of one that has so many times as many shingles, and else a near-duplicate.
_LONGER = 1.2
#: Sampled shingles that two articles must share, which some 25 words have: fewer are chance.
_LEAST_SHARED = 6
#: Weather, markets, results and obituaries repeat their words and change their numbers and names: of at least so many
#: of these, this share must be in both. Without it 20 to 100 of 100 were taken for duplicates, with it one of 1,500.
_LEAST_FACTS, _SAME_FACTS = 4, 0.7
#: A shingle in more kept articles is a turn of phrase or page furniture, and leads to none of them.
_COMMON = 24
#: Share of an article's shingles, but common ones, that one article must have to be compared with it.
_PROMISING = 0.2
#: Articles each is compared with at most, the most promising first.
_COMPARED = 4

#: Parts the shingles are sorted in, which bounds the memory it takes.
_PARTS = 16

Sizes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sketches:
    """The sketches of many articles, the fuller first.

    Attributes:
        text_keys: hash of the words of each; 0 for one too short to compare.
        hashes: those of all sketches, one article after the other.
        starts: where those of each article start, and where the last end.
    """

    text_keys: npt.NDArray[np.int64]
    hashes: Hashes
    starts: Sizes

    def __getitem__(self, number: int) -> Hashes:
        """Returns the hashes of an article."""
        return self.hashes[self.starts[number] : self.starts[number + 1]]

    def __len__(self) -> int:
        return len(self.text_keys)


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What repeats what.

    Attributes:
        kept: for each article the number of the one that is kept instead of it; its own if it is kept.
        kinds: for each article the index in KINDS of how it repeats that one.
    """

    kept: Sizes
    kinds: npt.NDArray[np.uint8]


def find_duplicates(sketches: Sketches) -> Duplicates:
    """Which articles repeat which, in time and memory linear in the shingles.

    Args:
        sketches: in the order of preference: a later article may be a duplicate of an earlier one.
    """
    kept, kinds = _exact(sketches.text_keys)
    index = _Index(sketches, kept == np.arange(len(kept)))
    for number in np.flatnonzero((kept == np.arange(len(kept))) & (sketches.text_keys != 0)).tolist():
        for other in index.candidates(number):
            kind = _compare(sketches[number], sketches[other])
            if kind:
                kept[number], kinds[number] = other, kind
                break
        else:
            index.keep(number)
    copies = kinds == _EXACT
    kinds[copies] = np.maximum(kinds[kept[copies]], _EXACT)
    return Duplicates(kept[kept], kinds)


def _exact(text_keys: npt.NDArray[np.int64]) -> tuple[Sizes, npt.NDArray[np.uint8]]:
    """Returns `kept` and `kinds` as far as equal text decides them."""
    kept = np.arange(len(text_keys))
    _, first, group = np.unique(text_keys, return_index=True, return_inverse=True)
    same = text_keys != 0
    kept[same] = first[group[same]]
    return kept, np.where(kept == np.arange(len(kept)), _NONE, _EXACT).astype(np.uint8)


def _compare(shorter: Hashes, longer: Hashes) -> int:
    """Returns how the shorter article repeats the longer, as an index in KINDS."""
    shared = np.bincount(np.intersect1d(shorter, longer, assume_unique=True) & KIND, minlength=3)
    own, other = (np.bincount(hashes & KIND, minlength=3) for hashes in (shorter, longer))
    facts = [kind for kind in (NUMBER, NAME) if other[kind]]
    if own[facts].sum() >= _LEAST_FACTS and shared[facts].sum() < _SAME_FACTS * own[facts].sum():
        return _NONE
    both, less, more = shared[SHINGLE], own[SHINGLE], other[SHINGLE]
    if both < _LEAST_SHARED:
        return _NONE
    if more >= _LONGER * less and both >= _CONTAINED * less:
        return _EXCERPT
    return _NEAR if both >= _SIMILAR * (less + more - both) else _NONE


class _Index:
    """Which kept articles have a shingle, for the shingles that more than one article has."""

    def __init__(self, sketches: Sketches, wanted: npt.NDArray[np.bool_]) -> None:
        groups, counts = _shared(sketches.hashes, np.repeat(wanted, np.diff(sketches.starts)))
        known = groups >= 0
        self._groups = groups[known]
        del groups
        self._starts = _counted(known, sketches.starts)
        self._sketches = sketches
        capacity = np.minimum(counts, _COMMON + 1)
        self._first = (np.cumsum(capacity) - capacity).astype(np.uint32)
        self._holders = np.zeros(int(capacity.sum()), dtype=np.uint32)
        self._filled = np.zeros(len(counts), dtype=np.uint8)

    def candidates(self, number: int) -> list[int]:
        """Returns the kept articles that share most of an article's less common shingles, the best first."""
        groups = self._of(number)
        filled = self._filled[groups]
        telling = (filled > 0) & (filled <= _COMMON)
        lengths = filled[telling].astype(np.int64)
        before = np.cumsum(lengths) - lengths
        places = np.repeat(self._first[groups[telling]] - before, lengths) + np.arange(lengths.sum())
        found, votes = np.unique(self._holders[places], return_counts=True)
        rare = np.count_nonzero(self._sketches[number] & KIND == SHINGLE) - np.count_nonzero(filled > _COMMON)
        best = np.lexsort((found, -votes))[:_COMPARED]
        return [int(found[at]) for at in best if votes[at] >= _PROMISING * rare]

    def keep(self, number: int) -> None:
        """Adds an article to those that are kept."""
        groups = self._of(number)
        groups = groups[self._filled[groups] <= _COMMON]
        self._holders[self._first[groups] + self._filled[groups]] = number
        self._filled[groups] += 1

    def _of(self, number: int) -> npt.NDArray[np.int32]:
        return self._groups[self._starts[number] : self._starts[number + 1]]


def _shared(hashes: Hashes, wanted: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.uint32]]:
    """Returns a number for each wanted shingle that occurs more than once, -1 for others; how often each occurs."""
    numbers = np.full(len(hashes), -1, dtype=np.int32)
    counts: list[npt.NDArray[np.uint32]] = []
    known = 0
    for part in range(_PARTS):
        low = np.uint32(part * 2**32 // _PARTS)
        places = np.flatnonzero(wanted & (hashes >= low) & (hashes <= low + np.uint32(2**32 // _PARTS - 1)))
        places = places[hashes[places] & KIND == SHINGLE]
        _, group, count = np.unique(hashes[places], return_inverse=True, return_counts=True)
        several = count > 1
        numbers[places] = np.where(several, np.cumsum(several) - 1 + known, -1).astype(np.int32)[group]
        counts.append(count[several].astype(np.uint32))
        known += int(several.sum())
    return numbers, np.concatenate(counts)


def _counted(marked: npt.NDArray[np.bool_], starts: Sizes) -> Sizes:
    """Returns where each article starts when of all hashes only those marked are left."""
    sizes = [np.count_nonzero(marked[begin:end]) for begin, end in itertools.pairwise(starts.tolist())]
    return np.append(0, np.cumsum(sizes, dtype=np.int64))

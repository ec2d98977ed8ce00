"""Near-duplicate articles by MinHash: the same text with other furniture, cuts or small edits."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
import rensa

from dateline.clean.page import Page

_PERMUTATIONS, _SEED = 128, 42
#: Words per shingle, and characters where a script does not space words.
_SHINGLE, _CHARACTER_SHINGLE = 3, 8
_WORD = re.compile(r"\w+")
#: Mean length of a "word" from which a script does not space them.
_UNSPACED = 12
#: Fewer words make two short notes alike by chance.
_LEAST_WORDS = 20
#: Share of equal shingles of duplicates. On 169 articles with eight edits each, 0.5 found 99-100 % of those with added
#: furniture, five words in a hundred changed, or a third cut, at precision 1.000; 0.7 only half of the latter.
_SIMILAR = 0.5
#: Rows per band: a pair at 0.5 shares one of 32 bands with probability 0.87, at 0.6 with 0.99; unrelated ones never.
_ROWS = 4

Signature = tuple[int, ...]


def fingerprint(page: Page) -> Signature:
    """The MinHash signature of a page's kept text: 128 numbers of 32 bits, empty for a text too short to compare."""
    text = page.text.text
    kept = " ".join(text[line.start : line.end] for line in page.lines if line.section != "boilerplate")
    words = _WORD.findall(kept.lower())
    size = _SHINGLE
    if words and sum(map(len, words)) > _UNSPACED * len(words):
        words, size = list("".join(words)), _CHARACTER_SHINGLE
    if len(words) < _LEAST_WORDS:
        return ()
    signature = rensa.RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    signature.update([" ".join(words[i : i + size]) for i in range(len(words) - size + 1)])
    return tuple(int(number) for number in signature.digest())


def find_duplicates(items: Iterable[tuple[str, int, date | None, Sequence[int]]]) -> dict[str, str]:
    """Which articles repeat which: `doc_id` to the `doc_id` of the article kept.

    The fuller article is kept; of equals the one published first, then by id. The answer does not depend on the order
    of the items. Each article is compared only with kept ones that share a band of its signature.

    Args:
        items: `doc_id`, number of kept characters, day of publication, signature.
    """
    kept: list[tuple[str, np.ndarray[tuple[int], np.dtype[np.uint64]]]] = []
    bands: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    duplicates: dict[str, str] = {}
    for doc_id, _, _, signature in sorted(items, key=lambda item: (-item[1], item[2] or date.max, item[0])):
        if not len(signature):
            continue
        own = np.array(signature, dtype=np.uint64)
        keys = [(row, tuple(signature[row : row + _ROWS])) for row in range(0, len(signature), _ROWS)]
        candidates = sorted({index for key in keys for index in bands.get(key, ())})
        alike = [(float((kept[index][1] == own).mean()), -index) for index in candidates]
        similarity, best = max(alike, default=(0.0, 0))
        if similarity >= _SIMILAR:
            duplicates[doc_id] = kept[-best][0]
            continue
        for key in keys:
            bands.setdefault(key, []).append(len(kept))
        kept.append((doc_id, own))
    return duplicates

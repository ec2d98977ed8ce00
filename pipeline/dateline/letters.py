"""Classes of letters for regular expressions: with case and without, in all the alphabets that have it.

`[^a-z]` would take a small Cyrillic letter for a capital, and any Hebrew or Arabic one.
"""

from collections.abc import Callable, Iterator
from itertools import groupby

#: Where letters with case end that names are written in: Latin, Greek, Cyrillic, Armenian, and Latin for Vietnamese.
_ALPHABETS = (*range(0x250), *range(0x370, 0x590), *range(0x1E00, 0x1F00))


def _ranges(fits: Callable[[str], bool]) -> Iterator[str]:
    """Yields what stands inside brackets for the characters that fit: `a-z`, `à-ö`."""
    for fit, group in groupby(_ALPHABETS, key=lambda code: fits(chr(code))):
        codes = list(group)
        if fit:
            yield chr(codes[0]) if len(codes) == 1 else f"{chr(codes[0])}-{chr(codes[-1])}"


def _joined(fits: Callable[[str], bool]) -> str:
    return "".join(_ranges(fits))


#: To be put inside the brackets of a class: `[{SMALL}]`, `[{CAPITAL}]`.
SMALL = _joined(lambda char: char.islower() and char.isalpha())
CAPITAL = _joined(lambda char: char.isupper())

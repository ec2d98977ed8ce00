"""The decimal sign of an article, told by numbers that can be read in one way only.

Mexican papers write 1,234.56 and Spanish ones 1.234,56; `1.234` alone is one thousand in one of them.
"""

import re
from collections import Counter
from collections.abc import Iterable

OTHER = {".": ",", ",": "."}
#: Grouped twice (1.234.567), grouped and cut (1.234,5), grouped before zeros (10.000), or cut before a percent sign.
GROUPED = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:([.,])\d{3}\1\d{3}|([.,])\d{3}(?!\2)[.,]\d|([.,])000(?![\d.,]\d|\d))")
CUT = re.compile(r"(?<![\d.,])\d{1,3}([.,])\d{1,2}[ \xa0]?%")


def voted_decimal(texts: Iterable[str], *, usual: str) -> str:
    """The decimal sign of folded texts: another one than usual where numbers show it and none shows the usual one.

    Args:
        texts: the passages of an article in one language.
        usual: the decimal sign of that language.
    """
    votes: Counter[str] = Counter()
    for text in texts:
        votes.update(OTHER[match[match.lastindex or 1]] for match in GROUPED.finditer(text))
        votes.update(match[1] for match in CUT.finditer(text))
    return OTHER[usual] if votes[OTHER[usual]] and not votes[usual] else usual

"""Ships that bear the name of a place: `HMS Sheffield`, then `the Sheffield` all through the article."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.article import Passage
from dateline.places.context import Context, context

_NAME = r"[\"“«‘' ]*(?P<name>[^\W\d_a-z][\w'’-]*(?:[ ](?:d[ei]l?[ ])?[^\W\d_a-z][\w'’-]*){0,2})"
_LONGEST_CUE = 24  # characters before a name in which a cue or an article is looked for


@cache
def _cue(words: Context) -> re.Pattern[str] | None:
    cues = "|".join(re.escape(word) for word in sorted(words.ships, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{cues})[ ]{_NAME}") if cues else None


def ship_names(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the names that the article gives to ships (`the destroyer Sheffield`), whole and by their last word."""
    found: set[str] = set()
    for passage in passages:
        cue = _cue(context(passage.language))
        for match in cue.finditer(passage.text) if cue is not None else ():
            name = match["name"].removesuffix("’s").removesuffix("'s")
            found |= {name, name.split()[-1], name.split()[0]}
    return frozenset(found)


def is_ship(text: str, start: int, end: int, language: str, ships: frozenset[str]) -> bool:
    """Return whether a place name stands for a ship: an article before it, and a ship's verb after or named as one."""
    words = context(language)
    before = text[max(0, start - _LONGEST_CUE) : start].rstrip("\"“«‘' ").rpartition(" ")[2]
    if before in words.ships:
        return True
    if before.lower() not in words.articles:
        return False
    return text[start:end] in ships or text[end:].startswith(words.ship_verbs)

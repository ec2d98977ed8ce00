"""Names that only their position gives away: the town before its state (`Elbow Lake, Minn.`), the dateline's town."""

import re
from collections.abc import Iterator, Sequence

from dateline.article import NameSpan
from dateline.letters import CAPITAL
from dateline.places.gazetteer import gazetteer
from dateline.places.lookup import Found
from dateline.places.model import COUNTRY_LIKE, Kind
from dateline.places.names import fold
from dateline.places.overlaps import Overlaps
from dateline.places.resolve import holds
from dateline.places.toponym import Toponym

_BEFORE_COMMA = re.compile(rf"((?:[{CAPITAL}][\w'’.-]*[ \u00a0]){{0,2}}[{CAPITAL}][\w'’.-]+),[ \u00a0]\Z")
_WINDOW = 48  # characters before a container: three words of a name
_DATELINE = re.compile(
    r"([A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'’ -]{2,30}?)"
    r"(?:,[^—–(]{2,24})?[ \u00a0]?(?:\([^()]{2,24}\))?[ \u00a0]?(?:—|–|--|-)[ \u00a0]"
)


def inferred(
    index: int, text: str, known: Sequence[Toponym], taken: Overlaps[Toponym], spans: Overlaps[NameSpan]
) -> Iterator[Toponym]:
    """Yield the names of a passage that stand where only a place can, and are in the gazetteer."""
    for place in known:
        found = _before(index, text, place, taken, spans)
        if found is not None:
            yield found
    match = _DATELINE.match(text)
    if match is not None:
        start, end = match.span(1)
        name = Found(fold(match.group(1)), gazetteer().named(fold(match.group(1))), False)
        if name.candidates and _free(start, end, taken, spans):
            yield Toponym(index, start, end, name, "scan")


def _before(
    index: int, text: str, place: Toponym, taken: Overlaps[Toponym], spans: Overlaps[NameSpan]
) -> Toponym | None:
    """Return the town in front of a comma and the state or country that it lies in, unless that is a known name."""
    holders = [c for c in place.found.candidates if c.kind in COUNTRY_LIKE or c.kind == Kind.ADMIN1]
    match = _BEFORE_COMMA.search(text, max(0, place.start - _WINDOW), place.start) if holders else None
    if match is None:
        return None
    start, end = match.span(1)
    while start < end:
        key = fold(text[start:end])
        inside = tuple(c for c in gazetteer().named(key) if any(holds(h, c) for h in holders))
        if inside and _free(start, end, taken, spans):
            return Toponym(index, start, end, Found(key, gazetteer().named(key), False), "scan")
        space = text.find(" ", start, end)
        start = end if space < 0 else space + 1
    return None


def _free(start: int, end: int, taken: Overlaps[Toponym], spans: Overlaps[NameSpan]) -> bool:
    """Is a stretch outside all known names? One that NER took for an organisation as a whole counts as free."""
    if taken.at(start, end):
        return False
    near = spans.at(start, end)
    return all(s.label in ("ORG", "OTHER") and (s.start, s.end) == (start, end) for s in near)

"""Where a publisher is at home: from its domain or name alone, or from what its articles name.

The second is the outlet prior of a dump: count the places of all articles of a publisher with `home_of`, and give the
result to `extract_places` as `home`. A local paper's `Paris` is then the Paris of its state.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.places.gazetteer import gazetteer
from dateline.places.model import Place
from dateline.places.scan import scan

_DOMAIN = re.compile(r"(?:[\w-]+\.)+([a-z]{2,})\Z", re.IGNORECASE)
_US_ONLY = frozenset(("gov", "mil", "edu"))
_SHARED = frozenset(("co", "tv", "io", "me", "ai", "fm", "to", "cc", "ws"))  # country domains that all the world uses
_BY_NAME = 0.5  # how far a name or domain alone tells what a publisher writes about
_LEAST_MENTIONS = 10  # fewer places say nothing about where a publisher is at home


@dataclass(frozen=True, slots=True)
class Home:
    """Shares (0-1) of the countries (by code) and divisions (by code and name) that a publisher writes about."""

    countries: Mapping[str, float] = field(default_factory=dict)
    divisions: Mapping[tuple[str, str], float] = field(default_factory=dict)


def home_of(places: Iterable[Place]) -> Home:
    """Return the home of a publisher from the places its articles name, one entry per article and place."""
    countries: Counter[str] = Counter()
    divisions: Counter[tuple[str, str]] = Counter()
    for place in places:
        if place.country_code:
            countries[place.country_code] += 1
        if place.admin1:
            divisions[place.country_code, place.admin1] += 1
    n = countries.total()
    if n < _LEAST_MENTIONS:
        return Home()
    return Home({c: k / n for c, k in sorted(countries.items())}, {d: k / n for d, k in sorted(divisions.items())})


@lru_cache(maxsize=1024)
def home_by_name(publisher: str) -> Home:
    """Return the country that a publisher's domain or name points to; an empty home when nothing does."""
    name = publisher.strip()
    domain = _DOMAIN.search(name)
    if domain is not None:
        top = domain.group(1).lower()
        code = "US" if top in _US_ONLY else {"uk": "GB"}.get(top, top.upper())
        return Home({code: _BY_NAME}) if top not in _SHARED and gazetteer().country_name(code) else Home()
    for hit in scan(name, "en"):
        candidates = gazetteer().named(hit.key)
        if candidates and candidates[0].country:
            return Home({candidates[0].country: _BY_NAME})
    return Home()

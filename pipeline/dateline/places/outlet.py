"""Where a publisher is at home: the country that its domain or name points to."""

import re
from functools import lru_cache

from dateline.places.gazetteer import gazetteer
from dateline.places.scan import scan

_DOMAIN = re.compile(r"(?:[\w-]+\.)+([a-z]{2,})\Z", re.IGNORECASE)
_US_ONLY = frozenset(("gov", "mil", "edu"))
_SHARED = frozenset(("co", "tv", "io", "me", "ai", "fm", "to", "cc", "ws"))  # country domains that all the world uses


@lru_cache(maxsize=1024)
def home_country(publisher: str) -> str:
    """Return the ISO code of the country that a publisher's domain or name points to, empty when nothing does."""
    name = publisher.strip()
    domain = _DOMAIN.search(name)
    if domain is not None:
        top = domain.group(1).lower()
        code = "US" if top in _US_ONLY else {"uk": "GB"}.get(top, top.upper())
        return code if top not in _SHARED and gazetteer().country_name(code) else ""
    for hit in scan(name, "en"):
        candidates = gazetteer().named(hit.key)
        if candidates and candidates[0].country:
            return candidates[0].country
    return ""

"""The rows that places are told in: a Place, and a mention of one."""

from dataclasses import dataclass
from enum import IntEnum

from dateline.article import Mention


class Kind(IntEnum):
    """What an entry of the gazetteer is; finer than the `kind` column, because the resolver weighs them differently."""

    COUNTRY = 0
    TERRITORY = 1
    ADMIN1 = 2
    ADMIN2 = 3
    CITY = 4
    CAPITAL = 5
    REGION = 6
    CONTINENT = 7
    WATER = 8
    LANDFORM = 9
    FACILITY = 10
    HISTORIC = 11

    @property
    def column(self) -> str:
        """The value of the `kind` column of places.csv."""
        return _COLUMN.get(self, self.name.lower())


_COLUMN = {Kind.ADMIN1: "region", Kind.ADMIN2: "region", Kind.CAPITAL: "city", Kind.HISTORIC: "country"}
COUNTRY_LIKE = frozenset((Kind.COUNTRY, Kind.TERRITORY))
NATURE = frozenset((Kind.WATER, Kind.LANDFORM))
# Kinds too wide for a distance to their centre to mean anything.
WIDE = frozenset((Kind.COUNTRY, Kind.REGION, Kind.CONTINENT, Kind.WATER, Kind.LANDFORM, Kind.HISTORIC))


@dataclass(frozen=True, slots=True)
class Place:
    """A row of places.csv without the counts and aliases.

    Attributes:
        place_id: `geonames:2538475`, or `local:` and a slug for what GeoNames' lists do not hold.
        name: the gazetteer's usual English name.
        kind: the values of the `kind` column in places.csv.
        country_code: ISO 3166-1 alpha-2, empty for what spans countries or is no more.
        country: English name of that country.
        admin1: name of the first-level division it lies in.
        latitude: WGS 84 decimal degrees, None when unknown.
        longitude: WGS 84 decimal degrees, None when unknown.
        population: inhabitants, None when unknown or meaningless.
    """

    place_id: str
    name: str
    kind: str
    country_code: str
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    population: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Mention):
    """A row of place_mentions.csv.

    Attributes:
        place: what the name stands for.
        usage: `literal`, `metonymic` (the government acts) or `demonym`.
        link_reason: what decided between the places of that name.
        candidates: how many places bear the name.
    """

    place: Place
    usage: str
    link_reason: str
    candidates: int

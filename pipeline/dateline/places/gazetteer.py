"""The committed index of place names, memory-mapped: name in, candidates out."""

import math
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path

import marisa_trie
import numpy as np

from dateline.places.model import COUNTRY_LIKE, Kind, Place
from dateline.places.names import SHORTENED, fold

PLACE_DTYPE = np.dtype(
    [
        ("gid", "<u4"),
        ("label", "<u4"),
        ("population", "<u4"),
        ("kind", "u1"),
        ("country", "S2"),
        ("admin1", "<u2"),
        ("admin2", "<u2"),
        ("latitude", "<f4"),
        ("longitude", "<f4"),
    ]
)
MAIN, ALTERNATE, DEMONYM, CODE = range(4)
# More places than this share a name only among villages, and the famous ones come first.
MAX_CANDIDATES = 40
# Prior of a place, on the scale of log10 of a population: how much more often news names it than a city of that size.
# Weighed by hand on local and world news with gold coordinates; the order matters, not the second digit.
_KIND_BONUS = {Kind.COUNTRY: 2.5, Kind.TERRITORY: 2.5, Kind.CAPITAL: 1.5, Kind.ADMIN1: 0.3, Kind.ADMIN2: -1.2}
_KIND_LEVEL = {
    Kind.REGION: 8.7,
    Kind.CONTINENT: 11.5,
    Kind.WATER: 8.5,
    Kind.LANDFORM: 8.5,
    Kind.FACILITY: 7.0,
    Kind.HISTORIC: 8.7,
}
_CURATED_TOWN = 4.5  # a town in our own tables is in news, however few live there
_TOWN_SHARE, _BELOW = 0.25, 0.2
_LEAST_COUNTRY = 6.0  # the smallest country is named like a land of a million
_COUNTIES = frozenset((b"GB",))  # whose second level is what people name, not a district
_ROLE_BONUS = (0.0, -1.2, -0.2, -1.0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may stand for.

    Attributes:
        entry: number of the place in the index.
        kind: what it is.
        country: ISO 3166-1 alpha-2, empty for what spans countries.
        admin1: entry of its first-level division plus one, 0 when unknown.
        admin2: entry of its second-level division plus one, 0 when unknown.
        population: inhabitants, 0 when unknown.
        role: main name, alternate, demonym or code.
        prior: how likely news means it, in log10 of people.
        vector: unit vector of its coordinates, zeros when unknown.
    """

    entry: int
    kind: Kind
    country: str
    admin1: int
    admin2: int
    population: int
    role: int
    prior: float
    vector: tuple[float, float, float]


class Gazetteer:
    """Read-only look-ups in an index folder; the files stay on disk until a page of them is needed."""

    def __init__(self, folder: Path) -> None:
        self._names = marisa_trie.Trie().mmap(str(folder / "names.marisa"))
        self._labels = marisa_trie.Trie().mmap(str(folder / "labels.marisa"))
        self._offsets = np.concatenate(([0], np.cumsum(np.load(folder / "counts.npy"), dtype=np.uint32)))
        self._postings = np.load(folder / "postings.npy", mmap_mode="r")
        self._places = np.load(folder / "places.npy", mmap_mode="r")
        head = self._places[: int(np.argmax(self._places["kind"] == Kind.ADMIN1))]
        self._countries = {
            row["country"].decode(): number for number, row in enumerate(head) if row["kind"] in COUNTRY_LIKE
        }

    def __len__(self) -> int:
        return len(self._places)

    @lru_cache(maxsize=1 << 15)  # noqa: B019 - one gazetteer lives as long as the process
    def named(self, key: str) -> tuple[Candidate, ...]:
        """Return the places of a folded name, likeliest first, at most MAX_CANDIDATES."""
        number = self._names.get(key)
        if number is None:
            return ()
        postings = self._postings[self._offsets[number] : self._offsets[number + 1]]
        records = self._places[postings >> 2].tolist()
        found = [_candidate(p, record) for p, record in zip(postings.tolist(), records, strict=True)]
        found = [_below_its_town(_below_its_capital(c, found), found) for c in found]
        found.sort(key=lambda c: (-c.prior, c.entry))
        return tuple(found[:MAX_CANDIDATES])

    def opens(self, key: str) -> bool:
        """Tell whether a place has a name of several words that begins with this folded one."""
        return bool(key) and next(self._names.iterkeys(f"{key} "), None) is not None

    @lru_cache(maxsize=1 << 15)  # noqa: B019
    def place(self, entry: int) -> Place:
        """Return the row of a place."""
        gid, label, population, kind, code, admin1, _, latitude, longitude = self._places[entry].tolist()
        kind, country = Kind(kind), code.decode()
        name: str = self._labels.restore_key(label)
        if kind in (Kind.REGION, Kind.CONTINENT, Kind.WATER, Kind.LANDFORM, Kind.HISTORIC, Kind.FACILITY):
            population = 0
        return Place(
            place_id=f"geonames:{gid}" if gid else local_id(name),
            name=name,
            kind=kind.column,
            country_code=country,
            country=self.country_name(country),
            admin1=self.label(admin1 - 1) if admin1 and admin1 - 1 != entry else "",
            latitude=None if math.isnan(latitude) else round(latitude, 5),
            longitude=None if math.isnan(longitude) else round(longitude, 5),
            population=population or None,
        )

    def country_name(self, code: str) -> str:
        """Return the English name of a country by its code, empty when there is none."""
        return self.label(self._countries[code]) if code in self._countries else ""

    def label(self, entry: int) -> str:
        """Return the English name of a place."""
        label: str = self._labels.restore_key(int(self._places[entry]["label"]))
        return label


def local_id(name: str) -> str:
    """Return the stable id of a place that GeoNames' lists do not hold."""
    return "local:" + "-".join(fold(name).split())


def _candidate(posting: int, record: tuple[int, int, int, int, bytes, int, int, float, float]) -> Candidate:
    gid, _, population, number, country, admin1, admin2, latitude, longitude = record
    kind, role = Kind(number), posting & 3
    prior = math.log10(population + 10)
    if kind == Kind.COUNTRY:
        prior = max(prior, _LEAST_COUNTRY)
    if kind == Kind.CITY and not gid:
        prior = _CURATED_TOWN
    bonus = 0.0 if kind == Kind.ADMIN2 and country in _COUNTIES else _KIND_BONUS.get(kind, 0.0)
    prior = _KIND_LEVEL.get(kind, prior + bonus) + _ROLE_BONUS[role]
    return Candidate(
        posting >> 2, kind, country.decode(), admin1, admin2, population, role, prior, _unit(latitude, longitude)
    )


def _below_its_capital(candidate: Candidate, others: list[Candidate]) -> Candidate:
    """Return a country with its prior below that of the capital that a mere by-name of it belongs to (Brasília)."""
    if candidate.kind != Kind.COUNTRY or candidate.role != ALTERNATE:
        return candidate
    capitals = [c.prior for c in others if c.kind == Kind.CAPITAL and c.role == MAIN and c.country == candidate.country]
    return replace(candidate, prior=min(candidate.prior, capitals[0] - 1.0)) if capitals else candidate


def _below_its_town(candidate: Candidate, others: list[Candidate]) -> Candidate:
    """Return a division with its prior just below that of the town of its name which makes up much of it (Geneva)."""
    if candidate.kind != Kind.ADMIN1:
        return candidate
    least = candidate.population * _TOWN_SHARE
    towns = [
        c.prior
        for c in others
        if c.kind in (Kind.CITY, Kind.CAPITAL) and c.admin1 == candidate.entry + 1 and c.population >= least
    ]
    return replace(candidate, prior=min(candidate.prior, max(towns) - _BELOW)) if towns else candidate


def _unit(latitude: float, longitude: float) -> tuple[float, float, float]:
    if math.isnan(latitude):
        return (0.0, 0.0, 0.0)
    north, east = math.radians(latitude), math.radians(longitude)
    return (math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north))


@cache
def gazetteer() -> Gazetteer:
    """Return the committed index, opened once per process."""
    with as_file(files("dateline.places").joinpath("data", "index")) as folder:
        return Gazetteer(folder)


@dataclass(frozen=True, slots=True)
class Strong:
    """A name that is a place without further proof.

    Attributes:
        names: bit mask of the languages in which it is a place.
        demonyms: bit mask of the languages in which it is a demonym (`argentina` is both: a place with a capital).
        code: an abbreviation, which counts only in capitals.
        lower: it may be written without a capital (`marocain`, `mer Rouge`).
    """

    names: int
    demonyms: int
    code: bool
    lower: bool


@cache
def strong_names() -> tuple[dict[str, Strong], dict[str, int], dict[str, int]]:
    """Return strong names by folded form, the longest name (in words) by first word, and the bit of each language."""
    text = files("dateline.places").joinpath("data", "index", "strong.tsv").read_text("utf-8")
    header, *lines = text.splitlines()
    names: dict[str, Strong] = {}
    longest: dict[str, int] = {}
    shared: dict[str, Strong] = {}
    for line in lines:
        key, _, rest = line.partition("\t")
        if rest not in shared:
            places, demonyms, flags = rest.split("\t")
            shared[rest] = Strong(int(places, 16), int(demonyms, 16), "c" in flags, "l" in flags)
        names[key] = shared[rest]
        first, _, others = key.partition(" ")
        words = others.count(" ") + 2 if others else 1
        for spelling in (first, SHORTENED.get(first, first)):
            longest[spelling] = max(longest.get(spelling, 0), words)
    return names, longest, {language: 1 << n for n, language in enumerate(header.lstrip("#").split())}

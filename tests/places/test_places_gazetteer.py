"""The committed index: fresh, small, quick, and right about the names news needs."""

import json
import tomllib
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

import pytest

from dateline.places.build_gazetteer import PACKAGES, table_digest
from dateline.places.gazetteer import gazetteer, strong_names
from dateline.places.inflection import inflect
from dateline.places.names import fold
from dateline.places.outlet import home_country

DATA = files("dateline.places").joinpath("data")
INPUTS = json.loads(DATA.joinpath("index", "inputs.json").read_text("utf-8"))


def test_the_index_is_up_to_date_with_its_tables() -> None:
    assert INPUTS["tables"] == table_digest(), "run: python -m dateline.places.build_gazetteer"


@pytest.mark.parametrize("package", PACKAGES)
def test_the_index_is_up_to_date_with_its_packages(package: str) -> None:
    try:
        installed = version(package)
    except PackageNotFoundError:
        pytest.skip("only needed to build the index")
    assert INPUTS[package] == installed


def test_the_index_stays_small() -> None:
    assert sum(len(part.read_bytes()) for part in DATA.joinpath("index").iterdir()) < 16 * 2**20


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Rabat", "geonames:2538475"),
        ("רבאט", "geonames:2538475"),
        ("الرباط", "geonames:2538475"),
        ("Genève", "geonames:2660646"),
        ("Ginebra", "geonames:2660646"),
        ("Genf", "geonames:2660646"),
        ("ז'נבה", "geonames:2660646"),
        ("Dakhla", "geonames:2463447"),
        ("Laâyoune", "geonames:2462881"),
        ("Ceuta", "geonames:6362987"),
        ("Melilla", "geonames:2513947"),
        ("מרוקו", "geonames:2542007"),
        ("Marokko", "geonames:2542007"),
        ("West Bank", "geonames:285153"),
        ("Franja de Gaza", "geonames:281132"),
        ("Burma", "geonames:1327865"),
        ("Türkiye", "geonames:298795"),
        ("Zintan", "geonames:2218963"),
    ],
)
def test_the_likeliest_place_of_a_name(name: str, expected: str) -> None:
    assert gazetteer().place(gazetteer().named(fold(name))[0].entry).place_id == expected


def test_all_countries_have_coordinates_and_strong_names() -> None:
    names, _, bits = strong_names()
    for code, name in (("MA", "Morocco"), ("TV", "Tuvalu"), ("VA", "Vatican"), ("SS", "South Sudan")):
        (place,) = [gazetteer().place(c.entry) for c in gazetteer().named(fold(name)) if c.country == code][:1]
        assert place.latitude is not None
        assert names[fold(name)].names & bits["en"]


@pytest.mark.parametrize(
    ("language", "word", "form"),
    [
        ("en", "Israeli", "Israelis"),
        ("en", "Frenchman", "Frenchmen"),
        ("fr", "algérien", "algériennes"),
        ("fr", "grec", "grecque"),
        ("es", "francés", "francesas"),
        ("es", "marroquí", "marroquíes"),
        ("de", "marokkanisch", "marokkanischen"),
        ("de", "Franzose", "Franzosen"),
        ("ar", "مغربي", "مغربية"),
        ("he", "ישראלי", "ישראלים"),
        ("xx", "thing", "thing"),
    ],
)
def test_inflection(language: str, word: str, form: str) -> None:
    assert form in inflect(language, word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Xi’an", "Xi'an"),
        ("الجزائر", "جزائر"),
        ("أمريكا", "امريكا"),
        ("וושינגטון", "ושינגטון"),
        ("Málaga", "malaga"),
        ("The Hague", "Hague"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    if one.startswith("וו"):
        assert gazetteer().named(fold(one))[0].entry == gazetteer().named(fold(other))[0].entry
    else:
        assert fold(one) == fold(other)


def test_every_table_says_its_licence() -> None:
    for path in ("curated", "demonyms", "context"):
        for part in DATA.joinpath(path).iterdir():
            head = part.read_text("utf-8")[:400]
            assert "MIT" in head, part.name
            tomllib.loads(part.read_text("utf-8"))


@pytest.mark.parametrize(
    ("publisher", "code"),
    [
        ("bbc.co.uk", "GB"),
        ("lemonde.fr", "FR"),
        ("The Boston Globe", "US"),
        ("nytimes.com", ""),
        ("", ""),
        ("navy.mil", "US"),
        ("twitch.tv", ""),
    ],
)
def test_home_country(publisher: str, code: str) -> None:
    assert home_country(publisher) == code

"""The parts of the stage: forms, numbers and periods."""

import tomllib
from datetime import date
from importlib import resources

import pytest

from dateline.dates.feasts import feast
from dateline.dates.forms import alternatives, compile_form
from dateline.dates.lexicon import SHARED, has_own, languages, lexicon
from dateline.dates.numbers import make_numbers
from dateline.dates.periods import Grain, Period, edtf, of_day, of_year, timex

SLOTS = {"month": alternatives(["may", "mar", "mar."]), "season": alternatives(["late spring", "fall"])}


@pytest.mark.parametrize(
    ("form", "yes", "no"),
    [
        ("{month}", ["may", "mar.", "mar"], ["march", "m"]),
        ("[early ]{month}", ["early may", "may"], ["early", "earlymay"]),
        ("(mid|end)~{month}", ["mid-may", "end  mar."], ["midmay", "may"]),
        ("[the |a ]{season}[ of {month}]", ["the late spring of may", "fall"], ["the of may"]),
    ],
)
def test_forms(form: str, yes: list[str], no: list[str]) -> None:
    compiled = compile_form(form, SLOTS)
    assert all(compiled.pattern.fullmatch(text) for text in yes)
    assert not any(compiled.pattern.fullmatch(text) for text in no)


def test_a_form_knows_its_first_words() -> None:
    assert compile_form("[the |a ]{season}", SLOTS).first == {"the", "a", "late", "fall"}
    assert compile_form("'{month}", SLOTS).first == {"0"}


@pytest.mark.parametrize("form", ["{moon}", "[the {month}", "the) {month}", "[{month}]", ""])
def test_a_wrong_form_is_named(form: str) -> None:
    with pytest.raises(ValueError, match="form"):
        compile_form(form, SLOTS)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "two", 2),
        ("en", "ninety-nine", 99),
        ("en", "twenty one", 21),
        ("en", "2,500", 2500),
        ("en", "2.5", 2.5),
        ("en", "3 1/2", 3.5),
        ("en", "half a", 0.5),
        ("fr", "soixante et onze", 71),
        ("fr", "soixante-dix", 70),
        ("fr", "quatre-vingt-dix-neuf", 99),
        ("fr", "2 500", 2500),
        ("fr", "2,5", 2.5),
    ],
)
def test_numbers(language: str, text: str, value: float) -> None:
    numbers = make_numbers(**lexicon(language).numbers)
    assert numbers.value(text) == value
    assert numbers.slot.pattern


@pytest.mark.parametrize(
    ("grain", "text", "interval"),
    [
        ("CE", "19", "19XX"), ("DE", "197", "197X"), ("Y", "1977", "1977"), ("H", "1977-H2", "1977-41"), ("Q", "1977-Q4", "1977-36"),
        ("S", "1977-FA", "1977-23"), ("M", "1977-11", "1977-11"), ("W", "1977-W46", "1977-11-14/1977-11-20"),
        ("WE", "1977-W46-WE", "1977-11-19/1977-11-20"), ("D", "1977-11-17", "1977-11-17"),
    ],
)  # fmt: skip
def test_a_day_in_every_grain(grain: Grain, text: str, interval: str) -> None:
    period = of_day(grain, date(1977, 11, 17))
    assert (timex(period), edtf(period)) == (text, interval)
    first, last = period.days()
    assert first is not None
    assert last is not None
    if grain != "WE":
        assert first <= date(1977, 11, 17) <= last
    assert period.shifted(3).shifted(-3) == period


def test_the_iso_year_of_a_week() -> None:
    assert timex(of_day("W", date(2021, 1, 1))) == "2020-W53"


@pytest.mark.parametrize(
    "period", [Period("D", 0), Period("D", 10**9), of_year("Y", 0), of_year("Y", 10_000), Period("W", -5)]
)
def test_outside_the_calendar_there_are_no_days(period: Period) -> None:
    assert period.days() == (None, None)
    assert timex(period)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1916, date(1916, 4, 23)), (2000, date(2000, 4, 23)), (2021, date(2021, 4, 4)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, day: date) -> None:
    assert feast("easter+0", year) == day


@pytest.mark.parametrize("name", [SHARED, *sorted(filter(has_own, languages()))])
def test_a_lexicon_has_no_unknown_key(name: str) -> None:
    """A misspelt condition would silently hold for everything."""
    known = {
        "means",
        "forms",
        "with",
        "preceded_by",
        "not_preceded_by",
        "not_followed_by",
        "guard",
        "modifiers",
        "article",
    }
    own = tomllib.loads(resources.files("dateline.dates").joinpath(f"data/{name}.toml").read_text("utf-8"))
    assert {key for rule in own["rule"] for key in rule} <= known
    assert set(own) <= {"spelling", "numbers", "slot", "modifiers", "join", "tense", "context", "rule"}

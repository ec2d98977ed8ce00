"""English amounts that tell each other their unit: changes, parts of a whole, conversions, ranges of ranges; `one`."""

import pytest

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Passage

Told = list[tuple[str, float, str]]


def rows(text: str, taken: list[tuple[int, int, int]] | None = None) -> list[AmountMention]:
    return extract_amounts([Passage("text", 0, text, "body", "en")], taken=taken or [])


def told(text: str) -> Told:
    return [(text[row.start : row.end], float(row.low or row.high or 0), row.unit) for row in rows(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up from $2bn to $3bn", [("$2bn", 2e9, "USD"), ("$3bn", 3e9, "USD")]),
        ("grew from 5 to 6 million people", [("5", 5e6, "people"), ("6 million people", 6e6, "people")]),
        ("prices from $5 to $10", [("$5 to $10", 5, "USD")]),
        ("an increase from 24.2 to 33-35 billion euros", [("24.2", 2.42e10, "EUR"), ("33-35 billion euros", 3.3e10, "EUR")]),
        ("has raised 280 million of the 1.5 billion shekels", [("280 million", 2.8e8, "ILS"), ("1.5 billion shekels", 1.5e9, "ILS")]),
        ("rose by 2 percent but the other decreased by 1.", [("2 percent", 2, "%"), ("1", 1, "%")]),
        ("from 21 mpg combined to 23 for others", [("21 mpg", 21, "[mi_i]/[gal_us]"), ("23", 23, "[mi_i]/[gal_us]")]),
        ("6 feet 2 inches to 6 feet 4 inches", [("6 feet 2 inches to 6 feet 4 inches", 74, "[in_i]")]),
        ("5 km to 3 miles", [("5 km", 5, "km"), ("3 miles", 3, "[mi_i]")]),
    ],
)  # fmt: skip
def test_units_flow(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_conversion_keeps_bound_and_direction() -> None:
    text = "accounts with more than 7.5 million Danish crowns ($1.1 million)"
    crowns, dollars = rows(text)
    assert (crowns.unit, crowns.bound) == ("DKK", "more_than")
    assert (dollars.same_as, dollars.bound, dollars.high) == (0, "more_than", None)


def test_by_after_an_object_is_a_change() -> None:
    (row,) = rows("it wants to grow sales by 35 per cent this half")
    assert row.direction == "up"


@pytest.mark.parametrize("text", ["dropped from 75 per cent", "they fell. It sold shares by 35 per cent"])
def test_where_a_change_began_has_no_direction(text: str) -> None:
    assert [row.direction for row in rows(text)] == [""]


def test_a_year_before_a_unit_is_none() -> None:
    text = "The 1520 sq m centre"
    assert [(row.kind, row.low) for row in rows(text, [(0, 4, 8)])] == [("measure", 1520)]
    assert rows("in May 1520 men", [(0, 3, 11)]) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one solution that works", [("one solution", 1, "solution")]),
        ("one woman injured", [("one woman", 1, "woman")]),
        ("in just one area.", [("one area", 1, "area")]),
        ("one of them", []),
        ("no one man", []),
        ("one another", []),
        ("at one point", []),
        ("one really knows", []),
        ("one has to go", []),
        ("the one thing", []),
        ("day one came", []),
        ("one of the best speakers", []),
        ("two new 737 Max jets", [("two new 737 Max jets", 2, "new 737 Max jets")]),
        ("19 fouls proves it", [("19 fouls", 19, "fouls")]),
        ("12 sales offices", [("12 sales offices", 12, "sales offices")]),
    ],
)
def test_what_is_counted(text: str, expected: Told) -> None:
    assert told(text) == expected

"""What English news do with amounts beyond the phenomena of all languages: directions, lists, elided nouns, units."""

import pytest

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Passage


def rows(text: str, **countries: int) -> list[AmountMention]:
    return extract_amounts([Passage("text", 0, text, "body", "en")], taken=[], countries=countries)


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("The index lost 12.5 points, or 1.3 percent, to 1,334.20.", ["down", "down", ""]),
        ("The Dow fell 126.23, or 0.5 per cent, to 25,962.51.", ["down", "down", ""]),
        ("The index added 30 points (0.4%) at noon.", ["up", "up"]),
        ("Gap was down 2.3%, Foot Locker by 2.6% and Ross by 1 percent.", ["down", "down", "down"]),
        ("The deficit widened by $43 billion to $419 billion.", ["up", ""]),
        ("The bank lifted interest rates 25 basis points in June.", ["up"]),
        ("They cut its key rate 0.5 percentage points.", ["down"]),
        ("The firm raised $40 million from two banks.", ["", ""]),
        ("The firm raised its offer by $40 million.", ["up"]),
        ("It raised prices by 5 percent.", ["up"]),
        ("He added a 30 degree angle to the plan.", [""]),
        ("They lost a $5m contract.", [""]),
        ("The party lost 300 members.", [""]),
        ("Oil rose $2 to $80 a barrel.", ["up", ""]),
        ("Shares fell 3 per cent. Growth by 4 per cent was hoped for.", ["down", "up"]),
    ],
)
def test_a_change_has_its_direction_and_nothing_else_has(text: str, directions: list[str]) -> None:
    assert [row.direction for row in rows(text)] == directions


def told(text: str) -> list[tuple[str, str, float, str]]:
    return [
        (text[row.start : row.end], row.kind, round(float(row.low or row.high or 0), 4), row.unit) for row in rows(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 1/16 of a US pint.", [("1/16 of a US pint", "measure", 0.0625, "[pt_us]")]),
        ("They ran two-thirds of a mile.", [("two-thirds of a mile", "measure", 0.6667, "[mi_i]")]),
        ("He owned half an acre.", [("half an acre", "measure", 0.5, "[acr_us]")]),
        ("He sold half a company.", [("half", "ratio", 0.5, "")]),
        ("It takes a 60 W bulb.", [("60 W", "measure", 60, "W")]),
        ("An engine of 300 PS.", [("300 PS", "measure", 300, "[HP]")]),
        ("Line 5 W Road closed.", []),
        ("He stands 5-foot-11 tall.", [("5-foot-11", "measure", 71, "[in_i]")]),
        ("The statue is 5 ft 10 in tall.", [("5 ft 10 in", "measure", 70, "[in_i]")]),
        ("It is 6 feet 2 inches.", [("6 feet 2 inches", "measure", 74, "[in_i]")]),
        ("The wreck lies at 41.7325 N, 49.9469 W.", []),
        ("The reef at 37.77° N was closed.", []),
        ("It landed on runway 27.", []),
        ("They ordered 500 Covid-19 tests.", [("500 Covid-19 tests", "count", 500, "Covid-19 tests")]),
        ("Seven in ten nurses have left.", [("Seven in ten", "ratio", 0.7, "")]),
        ("He won two in five years.", []),
        ("He pleaded guilty to one count of fraud.", [("one count", "count", 1, "count")]),
        ("She was 31 when the wall fell.", [("31", "age", 31, "a")]),
        ("She will be 70, he said.", [("70", "age", 70, "a")]),
        ("It carried 44 crew.", [("44 crew", "count", 44, "crew")]),
        ("a lake of 3.5 cubic kilometres", [("3.5 cubic kilometres", "measure", 3.5, "km3")]),
        ("The wage is 11.44 pounds sterling.", [("11.44 pounds sterling", "money", 11.44, "GBP")]),
    ],
)
def test_units_and_what_is_none(text: str, expected: list[tuple[str, str, float, str]]) -> None:
    assert told(text) == expected


def test_a_rate_after_a_conversion_is_of_what_was_converted() -> None:
    found = rows("Israel's 9 billion shekels ($2.4 billion) a year tobacco trade")
    assert [(row.unit, row.per, row.same_as) for row in found] == [("ILS", "year", None), ("USD", "", 0)]


def test_a_pound_sign_is_sterling_and_lists_the_others() -> None:
    for countries in ({}, {"EG": 9}):
        (row,) = rows("They paid £20m for it.", **countries)
        assert (row.unit, row.unit_candidates[:2]) == ("GBP", ("GBP", "EGP"))


def test_the_noun_of_the_clause_before_holds_for_a_part() -> None:
    found = rows("California has 2.1 million horses, with 1.5 million in the valley alone.")
    assert [(row.low, row.unit) for row in found] == [(2_100_000, "horses"), (1_500_000, "horses")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("notes of 50 and 100 euros", [(50, "EUR"), (100, "EUR")]),
        ("It sold 12, 15 and 20 stations.", [(12, "stations"), (15, "stations"), (20, "stations")]),
        ("It freed 42 men, women and children.", [(42, "men, women and children")]),
        ("Of the 1,200 detainees, 340 were charged.", [(1200, "detainees"), (340, "detainees")]),
        ("It won 31 per cent in the north and 12 in the south.", [(31, "%"), (12, "%")]),
        ("It won 31 per cent and 12 in the south were hurt.", [(31, "%")]),
        ("He is down six points in the polls.", [(6, "pp")]),
        ("The index is down six points.", [(6, "points")]),
        ("1 2 3 4 5 6 7 8 9", []),
        ("He paid 15 USD 50 more than I did.", [(15.5, "USD")]),
        ("10 Turkish lira 11a", [(10, "TRY")]),
        ("He paid 15 euros, 50 more than I did.", [(15, "EUR"), (50, "")]),
        ("with 12.3 million of 19.7 million voters", [(12_300_000, "voters"), (19_700_000, "voters")]),
        ("He won by 56 percent to 44 percent.", [(56, "%"), (44, "%")]),
    ],
)
def test_lists_share_what_they_count(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(row.low, row.unit) for row in rows(text)] == expected

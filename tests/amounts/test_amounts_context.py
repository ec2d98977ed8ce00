"""What the article around an amount tells: currencies of the past, units left out, ages, articles before money."""

import pytest

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Passage


def rows(text: str, language: str = "en", **countries: int) -> list[AmountMention]:
    lines = text.split("\n")
    passages = [Passage("text", 0, line, "body", language) for line in lines]
    return extract_amounts(passages, taken=[], countries=countries)


def told(text: str, language: str = "en", **countries: int) -> list[tuple[str, str, float, str]]:
    """Surface, kind, value and unit of each row; the value is the closed end of open amounts."""
    lines = text.split("\n")
    return [
        (lines[r.passage][r.start : r.end], r.kind, float(r.high if r.low is None else r.low), r.unit)
        for r in rows(text, language, **countries)
    ]


@pytest.mark.parametrize(
    ("language", "text", "surface", "unit"),
    [
        ("en", "bonds worth 2 billion Deutsche Mark", "2 billion Deutsche Mark", "DEM"),
        ("en", "each got 50 Deutsche Mark in cash", "50 Deutsche Mark", "DEM"),
        ("en", "30 D-marks a head", "30 D-marks a head", "DEM"),
        ("en", "500 East German marks", "500 East German marks", "DDM"),
        ("en", "70 million Reichsmarks", "70 million Reichsmarks", ""),
        ("en", "40 schillings for a bed", "40 schillings", "ATS"),
        ("en", "a fine of 500 old francs", "500 old francs", "FRF"),
        ("fr", "elle vaut 100 anciens francs", "100 anciens francs", "FRF"),
        ("fr", "300 nouveaux francs par mois", "300 nouveaux francs par mois", "FRF"),
        ("fr", "chacun recevait 50 marks", "50 marks", "DEM"),
        ("fr", "un café à 400 lires", "400 lires", "ITL"),
        ("fr", "20 livres turques", "20 livres turques", "TRY"),
    ],
)
def test_currencies_of_the_past(language: str, text: str, surface: str, unit: str) -> None:
    assert [(found[0], found[1], found[3]) for found in told(text, language)] == [(surface, "money", unit)]


@pytest.mark.parametrize(
    ("language", "text", "countries", "money"),
    [
        ("en", "a radio for up to 900 marks", {"DE": 2}, [("up to 900 marks", "DEM")]),
        ("en", "a radio for up to 900 marks", {}, []),
        ("en", "the index passed the 50 mark", {"DE": 2}, []),
        ("en", "he hung 3 crowns on the wall", {}, []),
        ("en", "a fee of 12 crowns", {"DK": 1}, [("12 crowns", "DKK")]),
        ("fr", "le cours était de 3,35 mark", {"DE": 1}, [("3,35 mark", "DEM")]),
        ("fr", "il lut trois livres", {"GB": 4, "EG": 9}, []),
        ("en", "a farm sold for 12,000 pounds", {"EG": 3}, [("12,000 pounds", "EGP")]),
    ],
)
def test_words_that_a_country_makes_money(
    language: str, text: str, countries: dict[str, int], money: list[tuple[str, str]]
) -> None:
    assert [(f[0], f[3]) for f in told(text, language, **countries) if f[1] == "money"] == money


@pytest.mark.parametrize(
    ("text", "countries", "units"),
    [
        ("35 million Egyptian pounds\none million pounds", {"EG": 3, "GB": 2}, ["EGP", "EGP"]),
        ("35 million Egyptian pounds\none million pounds", {"EG": 1, "GB": 2}, ["EGP", "GBP"]),
        ("£3m and 35 million Egyptian pounds", {"EG": 3}, ["GBP", "EGP"]),
        ("5 million Canadian dollars, then $3 million", {"CA": 2}, ["CAD", "USD"]),
        ("5 million French francs or 9 million Swiss francs\n3 million francs", {}, ["FRF", "CHF", ""]),
        ("a credit of 400 million roubles in 1958\n5 billion roubles", {"RU": 2}, ["SUR", "SUR"]),
        ("a credit of 400 million roubles in 1958\n5 billion roubles in 2014", {"RU": 2}, ["SUR", "RUB"]),
        ("5 billion roubles", {"RU": 2}, ["RUB"]),
        ("In 1999 a loaf cost 90,000 Turkish lira", {}, ["TRL"]),
        ("In 1923 a loaf cost 200 billion marks", {"DE": 2}, [""]),
        ("RUB 20 in 1958", {}, ["RUB"]),
    ],
)
def test_the_article_settles_the_currency(text: str, countries: dict[str, int], units: list[str]) -> None:
    assert [row.unit for row in rows(text, **countries) if row.kind == "money"] == units


@pytest.mark.parametrize(
    ("language", "text", "surface", "kind", "unit"),
    [
        ("en", "55 billion cubic metres for one, 18.5 billion for the other.", "18.5 billion", "measure", "m3"),
        ("en", "55 billion cubic metres a year and the Sudan 18 billion.", "18 billion", "measure", "m3"),
        ("en", "28 million tonnes, against about 31 million then.", "about 31 million", "measure", "t"),
        ("en", "3 million cars and 2 million were exported", "2 million", "count", "cars"),
        ("en", "40,000 visitors in May and 60,000 in June", "60,000", "count", "visitors"),
        ("fr", "12 millions de barils, contre 15 millions avant", "15 millions", "measure", "[bbl_us]"),
        ("fr", "28 millions de livres en mai, puis 38 millions.", "38 millions", "money", "GBP"),
        # not parallel: another sentence, another noun, a bracket, a symbol that would have been written again
        ("en", "3 million tonnes were lost. And 2 million fled", "2 million", "count", ""),
        ("en", "3 million tonnes and 2 million of the cattle", "2 million", "count", ""),
        ("en", "3 million tonnes in a town of 2 million.", "2 million", "count", ""),
        ("en", "$40 million, and 55 million were fed", "55 million", "count", ""),
        ("en", "200 soldiers and 31 in hospital", "31", "count", ""),
    ],
)
def test_units_left_out(language: str, text: str, surface: str, kind: str, unit: str) -> None:
    found = told(text, language)[-1]
    assert (found[0], found[1], found[3]) == (surface, kind, unit)


@pytest.mark.parametrize(
    ("language", "text", "surface", "value", "unit"),
    [
        ("fr", "à une centaine de kilomètres", "une centaine de kilomètres", 100, "km"),
        ("fr", "une douzaine d’hectares brûlés", "une douzaine d’hectares", 12, "har"),
        ("fr", "une dizaine de millions de tonnes", "une dizaine de millions de tonnes", 1e7, "t"),
        ("en", "dozens of miles away", "dozens of miles", 12, "[mi_i]"),
    ],
)
def test_approximate_nouns_measure(language: str, text: str, surface: str, value: float, unit: str) -> None:
    assert told(text, language) == [(surface, "measure", value, unit)]


@pytest.mark.parametrize(
    ("language", "text", "surfaces"),
    [
        ("en", "The ticket cost a dollar.", ["a dollar"]),
        ("en", "They sold it for a euro a ton", ["a euro a ton"]),
        ("en", "it was a dollar for 360 yen then", ["a dollar", "360 yen"]),
        ("en", "for a dollar bill, a dollar-based fund, a dollar’s fall, a euro zone country", []),
        ("en", "a pound of butter, a mark of respect", []),
        ("fr", "Le timbre coûte un euro.", ["un euro"]),
        ("fr", "un dollar la tonne", ["un dollar la tonne"]),
        ("fr", "un euro pour 6,5 francs", ["un euro", "6,5 francs"]),
        ("fr", "un franc succès, une livre neuve, un dollar fort, pour un euro plus fort", []),
    ],
)
def test_articles_before_money(language: str, text: str, surfaces: list[str]) -> None:
    assert [found[0] for found in told(text, language)] == surfaces


@pytest.mark.parametrize(
    ("language", "text", "surface", "value"),
    [
        ("en", "they now make less than a tenth.", "less than a tenth", 0.1),
        ("en", "output was cut by a fifth in May", "a fifth", 0.2),
        ("fr", "moins d’un dixième des navires", "moins d’un dixième", 0.1),
        ("fr", "plus des trois quarts des voix", "plus des trois quarts", 0.75),
    ],
)
def test_parts_compared(language: str, text: str, surface: str, value: float) -> None:
    assert told(text, language) == [(surface, "ratio", value, "")]


def test_an_ordinal_is_no_part() -> None:
    assert told("more than a third party, by a fifth and final child, about a tenth round") == []


@pytest.mark.parametrize(
    ("language", "text", "surface", "value"),
    [
        ("en", "Marta Quell, ninety-four, remembers the day", "ninety-four", 94),
        ("en", "Ivan Petrov, who is 41, said so", "41", 41),
        ("en", "Then he left. At 33, he became a minister", "33", 33),
        ("fr", "Elle est morte à 96 ans.", "96 ans", 96),
        ("fr", "Il s’éteignit à Tunis, à 96 ans.", "96 ans", 96),
        ("fr", "À trente-trois ans, il devient ministre", "trente-trois ans", 33),
        ("fr", "celui qui avait trente-trois ans, et portait", "trente-trois ans", 33),
        ("fr", "Jeanne Morel, quatre-vingt-douze ans, se tait", "quatre-vingt-douze ans", 92),
    ],
)
def test_ages(language: str, text: str, surface: str, value: float) -> None:
    assert told(text, language) == [(surface, "age", value, "a")]


@pytest.mark.parametrize(
    "text",
    [
        "Le contrat dure 33 ans.",
        "il a 33 ans de métier",
        "il y avait 33 ans",
        "à 20 ans d’intervalle",
        "condamné à 10 ans.",
        "À 30 ans, le taux grimpe",
    ],
)
def test_durations_are_no_ages(text: str) -> None:
    assert told(text, "fr") == []


def test_years_in_words_are_no_amounts() -> None:
    assert told("in the winter of nineteen ninety-four") == []
    assert told("there were twenty-three of them") == [("twenty-three", "count", 23, "")]


@pytest.mark.parametrize(
    ("language", "text", "surface", "value", "unit"),
    [
        ("fr", "un million de pieds-noirs français", "un million de pieds-noirs français", 1e6, "pieds-noirs français"),
        ("fr", "deux porte-avions", "deux porte-avions", 2, "porte-avions"),
        ("fr", "trois sous-marins", "trois sous-marins", 3, "sous-marins"),
        ("fr", "ses neuf arrière-petits-enfants", "neuf arrière-petits-enfants", 9, "arrière-petits-enfants"),
        ("fr", "dix chefs-d’œuvre", "dix chefs-d’œuvre", 10, "chefs-d'œuvre"),
        ("en", "five to six hundred men", "five to six hundred men", 500, "men"),
        ("en", "two or three hundred men", "two or three hundred men", 200, "men"),
        ("fr", "cinq à six cents hommes", "cinq à six cents hommes", 500, "hommes"),
    ],
)
def test_compounds_and_hundreds(language: str, text: str, surface: str, value: float, unit: str) -> None:
    assert told(text, language) == [(surface, "count", value, unit)]


@pytest.mark.parametrize(
    ("text", "surface", "kind", "value", "unit"),
    [
        ("90 million gold francs", "90 million gold francs", "money", 90e6, ""),
        ("300 extra euros each", "300 extra euros", "money", 300, "EUR"),
        ("a quarter of a million dollars", "a quarter of a million dollars", "money", 250000, "USD"),
        ("he paid 200 000 dollars", "200 000 dollars", "money", 200000, "USD"),
        ("a 5m tonnes crop", "5m tonnes", "measure", 5e6, "t"),
        ("Jane Doe, now 82, sat", "82", "age", 82, "a"),
    ],
)
def test_words_between(text: str, surface: str, kind: str, value: float, unit: str) -> None:
    assert told(text) == [(surface, kind, value, unit)]


def test_pounds_are_paid_or_weighed() -> None:
    assert [f[1:] for f in told("Meat cost about 2.5 pounds. It weighed 3 pounds.")] == [
        ("money", 2.5, "GBP"),
        ("measure", 3, "[lb_av]"),
    ]


def test_pounds_of_a_country_that_gave_them_up_stay_open() -> None:
    (found,) = rows("The kibbutz owed 30,000 pounds", IL=6, GB=1)
    assert (found.kind, found.unit, found.unit_candidates) == ("money", "", ("ILP", "GBP"))


def test_each_alone_is_no_rate() -> None:
    (found,) = rows("they got 5 dollars each in cash")
    assert found.per == ""


@pytest.mark.parametrize(
    ("text", "surface", "kind", "value"),
    [
        ("he was about eighty and kept the keys", "about eighty", "age", 80),
        ("she was 34.", "34", "age", 34),
        ("meant for four in five of them", "four in five", "ratio", 0.8),
    ],
)
def test_words_before_and_after(text: str, surface: str, kind: str, value: float) -> None:
    assert [found[:3] for found in told(text)] == [(surface, kind, value)]


def test_articles_need_a_singular() -> None:
    assert told("a euros a year, four in five years") == []

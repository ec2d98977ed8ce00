"""Counts and their nouns, ages, ratios, percentages, measures; bounds, vague ones, directions."""

import pytest

from dateline.amounts import AmountMention, extract_amounts, has_grammar
from dateline.article import Passage


def rows(text: str, language: str = "en") -> list[AmountMention]:
    return extract_amounts([Passage("text", 0, text, "body", language)], taken=[])


def told(row: AmountMention, text: str) -> tuple[str, str, float | None, float | None, str, str]:
    low, high = (None if value is None else round(float(value), 6) for value in (row.low, row.high))
    return text[row.start : row.end], row.kind, low, high, row.unit, row.bound


@pytest.mark.parametrize(
    ("language", "text", "surface", "value", "noun"),
    [
        ("en", "the departure of 530 Jewish children, who left", "530 Jewish children", 530, "Jewish children"),
        ("en", "44 Moroccan Jewish emigrants, half", "44 Moroccan Jewish emigrants", 44, "Moroccan Jewish emigrants"),
        ("en", "13,000 workers in the plant", "13,000 workers", 13000, "workers"),
        ("en", "1,385,710 lightning strikes.", "1,385,710 lightning strikes", 1385710, "lightning strikes"),
        ("en", "2.2 billion users now", "2.2 billion users", 2.2e9, "users"),
        ("en", "12 people were hurt", "12 people", 12, "people"),
        ("en", "at 13 people while they", "13 people", 13, "people"),
        ("en", "14 first-team players left", "14 first-team players", 14, "first-team players"),
        ("en", "killed 11 militiamen and", "11 militiamen", 11, "militiamen"),
        ("en", "three other people", "three other people", 3, "people"),
        ("en", "the 11-member council", "11-member", 11, "member"),
        ("en", "two countries’ ministries met", "two countries’ ministries", 2, "countries' ministries"),
        (
            "en",
            "4.3M digital and physical sales of",
            "4.3M digital and physical sales",
            4.3e6,
            "digital and physical sales",
        ),
        ("en", "30k users", "30k users", 30000, "users"),
        ("en", "5m people", "5m people", 5e6, "people"),
        ("en", "3 times as much", "3 times", 3, "times"),
        (
            "en",
            "twenty-five thousand three hundred and six soldiers",
            "twenty-five thousand three hundred and six soldiers",
            25306,
            "soldiers",
        ),
        ("en", "a hundred and one dogs", "a hundred and one dogs", 101, "dogs"),
        ("en", "half a dozen men", "half a dozen men", 6, "men"),
        ("fr", "530 enfants juifs sont partis", "530 enfants juifs", 530, "enfants juifs"),
        ("fr", "trois grandes villes du pays", "trois grandes villes", 3, "grandes villes"),
        ("fr", "12 000 hommes ont fui", "12 000 hommes", 12000, "hommes"),
        ("fr", "deux cents chars soviétiques", "deux cents chars soviétiques", 200, "chars soviétiques"),
        ("fr", "quatre-vingt-dix-sept députés", "quatre-vingt-dix-sept députés", 97, "députés"),
        ("fr", "soixante et onze pays", "soixante et onze pays", 71, "pays"),
        ("fr", "vingt et un soldats", "vingt et un soldats", 21, "soldats"),
        ("fr", "mille deux cents personnes", "mille deux cents personnes", 1200, "personnes"),
        (
            "fr",
            "deux millions cinq cent mille habitants",
            "deux millions cinq cent mille habitants",
            2.5e6,
            "habitants",
        ),
        ("fr", "un demi-million de personnes", "un demi-million de personnes", 5e5, "personnes"),
        ("fr", "deux fois plus", "deux fois", 2, "fois"),
    ],
)
def test_counted_nouns(language: str, text: str, surface: str, value: float, noun: str) -> None:
    (row,) = rows(text, language)
    assert told(row, text) == (surface, "count", value, value, noun, "exact")


@pytest.mark.parametrize(
    ("language", "text", "surface", "low", "high", "bound"),
    [
        ("en", "nearly 300,000 in 1948", "nearly 300,000", 300000, 300000, "approx"),
        ("en", "at least 500 died", "at least 500", 500, None, "at_least"),
        ("en", "over 60 jobs", "over 60 jobs", 60, None, "more_than"),
        ("en", "up to 400 jobs", "up to 400 jobs", None, 400, "at_most"),
        ("en", "fewer than 20 jobs", "fewer than 20 jobs", None, 20, "less_than"),
        ("en", "at least some 200 jobs", "at least some 200 jobs", 200, None, "at_least"),
        ("en", "500 or more people", "500 or more people", 500, None, "at_least"),
        ("en", "about 20 to 30 jobs", "about 20 to 30 jobs", 20, 30, "range"),
        ("en", "between 20 and 30 people", "between 20 and 30 people", 20, 30, "range"),
        ("en", "1 to 2 thousand people", "1 to 2 thousand people", 1000, 2000, "range"),
        ("en", "three or four men", "three or four men", 3, 4, "range"),
        ("en", "200-300 were hurt", "200-300", 200, 300, "range"),
        ("en", "it jumped from 240 to 273", "240 to 273", 240, 273, "range"),
        ("en", "a 5- to 10-member panel", "5- to 10-member", 5, 10, "range"),
        ("fr", "près de 300 000 Juifs marocains", "près de 300 000 Juifs marocains", 300000, 300000, "approx"),
        ("fr", "au moins 200 personnes", "au moins 200 personnes", 200, None, "at_least"),
        ("fr", "jusqu’à 500 emplois", "jusqu’à 500 emplois", None, 500, "at_most"),
        ("fr", "pas moins de 30 pays", "pas moins de 30 pays", 30, None, "at_least"),
        ("fr", "moins de 30 pays", "moins de 30 pays", None, 30, "less_than"),
        ("fr", "entre 200 et 300 blessés", "entre 200 et 300 blessés", 200, 300, "range"),
        ("fr", "une centaine de personnes", "une centaine de personnes", 100, 100, "approx"),
        ("fr", "200 personnes environ", "200 personnes environ", 200, 200, "approx"),
    ],
)
def test_bounds(language: str, text: str, surface: str, low: float | None, high: float | None, bound: str) -> None:
    (row,) = rows(text, language)
    assert (text[row.start : row.end], row.low, row.high, row.bound) == (surface, low, high, bound)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "dozens of villages", 12, 120),
        ("en", "hundreds of thousands of Jewish Israelis", 1e5, 1e6),
        ("en", "tens of thousands of protesters", 1e4, 1e5),
        ("en", "a few thousand left", 3000, 10000),
        ("en", "several hundred police", 300, 1000),
        ("fr", "dizaines de milliers de manifestants", 1e4, 1e5),
        ("fr", "plusieurs milliers d’enfants", 3000, 10000),
        ("fr", "quelques centaines", 300, 1000),
        ("fr", "des centaines de milliers de personnes", 1e5, 1e6),
    ],
)
def test_vague_amounts_are_orders_of_magnitude(language: str, text: str, low: float, high: float) -> None:
    (row,) = rows(text, language)
    assert (row.vague, row.bound, row.low, row.high) == (True, "range", low, high)


def test_a_couple_is_two_more_or_less() -> None:
    (row,) = rows("a couple of soldiers")
    assert (row.low, row.high, row.bound, row.unit, row.vague) == (2, 2, "approx", "soldiers", False)


@pytest.mark.parametrize(
    ("language", "text", "surface", "low", "high"),
    [
        ("en", "a 52-year-old man", "52-year-old", 52, 52),
        ("en", "people 70 years old", "70 years old", 70, 70),
        ("en", "a 3-month-old baby", "3-month-old", 0.25, 0.25),
        ("en", "18- to 24-year-olds", "18- to 24-year-olds", 18, 24),
        ("en", "aged between 18 and 24 then", "between 18 and 24", 18, 24),
        ("en", "she died at age 81.", "81", 81, 81),
        ("en", "Jane Doe, 45, said so", "45", 45, 45),
        ("en", "Maddox, 66, has left", "66", 66, 66),
        ("en", "He was 79.", "79", 79, 79),
        ("en", "The abbot dies at 74.", "74", 74, 74),
        ("en", "Crash injures woman, 82.", "82", 82, 82),
        ("en", "the cousins, both 27, refer to", "27", 27, 27),
        ("fr", "une femme âgée de 52 ans", "52 ans", 52, 52),
        ("fr", "un homme, 45 ans, est mort", "45 ans", 45, 45),
        ("fr", "Jeanne Morel, 45 ans, est", "45 ans", 45, 45),
    ],
)
def test_ages_are_in_years(language: str, text: str, surface: str, low: float, high: float) -> None:
    (row,) = rows(text, language)
    assert told(row, text)[:5] == (surface, "age", low, high, "a")


def test_ages_in_a_list() -> None:
    assert [(r.kind, r.low) for r in rows("aged 25, 29 and 40, and 300 others")] == [
        ("age", 25),
        ("age", 29),
        ("age", 40),
        ("count", 300),
    ]


@pytest.mark.parametrize("text", ["He was 20 points behind.", "He was 50% sure.", "She is $30 short."])
def test_what_a_person_is_need_not_be_an_age(text: str) -> None:
    assert "age" not in [r.kind for r in rows(text)]


@pytest.mark.parametrize(
    ("language", "text", "surface", "value"),
    [
        ("en", "one in five adults", "one in five", 0.2),
        ("en", "3 out of 10 voters", "3 out of 10", 0.3),
        ("en", "a fifth of voters", "a fifth", 0.2),
        ("en", "half of them stayed", "half", 0.5),
        ("en", "two-thirds majority", "two-thirds", 0.666667),
        ("en", "almost three-quarters of it", "almost three-quarters", 0.75),
        ("fr", "une personne sur cinq", "une personne sur cinq", 0.2),
        ("fr", "trois jeunes Français sur quatre", "trois jeunes Français sur quatre", 0.75),
        ("fr", "les deux tiers", "deux tiers", 0.666667),
        ("fr", "plus de la moitié", "plus de la moitié", 0.5),
        ("fr", "un quart de la population", "un quart", 0.25),
    ],
)
def test_ratios_are_their_value(language: str, text: str, surface: str, value: float) -> None:
    (row,) = rows(text, language)
    assert (told(row, text)[:3], row.unit) == ((surface, "ratio", value), "")


@pytest.mark.parametrize(
    "text",
    [
        "the second half of the game",
        "half a day",
        "half an hour",
        "a third party",
        "time-and-a-half pay",
        "two in five years",
    ],
)
def test_parts_that_are_no_ratios(text: str) -> None:
    assert [r for r in rows(text) if r.kind == "ratio"] == []


@pytest.mark.parametrize(
    ("language", "text", "surface", "value", "unit"),
    [
        ("en", "1.38pc a year", "1.38pc a year", 1.38, "%"),
        ("en", "about .001 per cent", "about .001 per cent", 0.001, "%"),
        ("en", "a 43.4 percent-owned firm", "43.4 percent", 43.4, "%"),
        ("en", "5 percentage points", "5 percentage points", 5, "pp"),
        ("en", "a 25 basis point move", "25 basis point", 25, "bp"),
        ("en", "the 32.99 % stake", "32.99 %", 32.99, "%"),
        ("fr", "3,5 pour cent", "3,5 pour cent", 3.5, "%"),
        ("fr", "0,5 point de pourcentage", "0,5 point de pourcentage", 0.5, "pp"),
        ("fr", "25 points de base", "25 points de base", 25, "bp"),
    ],
)
def test_percent(language: str, text: str, surface: str, value: float, unit: str) -> None:
    (row,) = rows(text, language)
    assert (text[row.start : row.end], row.kind, float(row.low or 0), row.unit) == (surface, "percent", value, unit)


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "5-mile", 5, "[mi_i]"),
        ("en", "87 mph", 87, "[mi_i]/h"),
        ("en", "15 miles per hour", 15, "[mi_i]/h"),
        ("en", "20,000 sq ft", 20000, "[ft_i]2"),
        ("en", "a 500-square-foot", 500, "[ft_i]2"),
        ("en", "278kg", 278, "kg"),
        ("en", "32m2", 32, "m2"),
        ("en", "minus-130 degrees Fahrenheit", -130, "[degF]"),
        ("en", "-5C", -5, "Cel"),
        ("en", "2.5 million barrels a day", 2.5e6, "[bbl_us]/d"),
        ("en", "5.5kWh", 5.5, "kW.h"),
        ("en", "6 feet 2 inches", 74, "[in_i]"),
        ("en", "1½ miles", 1.5, "[mi_i]"),
        ("en", "3 1/2 miles", 3.5, "[mi_i]"),
        ("fr", "1,5 million de tonnes", 1.5e6, "t"),
        ("fr", "120 km/h", 120, "km/h"),
        ("fr", "30 °C", 30, "Cel"),
        ("fr", "10 kilomètres carrés", 10, "km2"),
        ("fr", "un kilomètre", 1, "km"),
    ],
)
def test_measures(language: str, text: str, value: float, unit: str) -> None:
    (row,) = rows(text, language)
    assert (row.kind, float(row.low or 0), row.unit) == ("measure", value, unit)
    assert row.end == len(text)


def test_hanging_hyphens_share_the_noun() -> None:
    assert [(r.low, r.unit) for r in rows("four-, five- and six-cylinder engines")] == [
        (4, "cylinder"),
        (5, "cylinder"),
        (6, "cylinder"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "direction"),
    [
        ("en", "shares fell 3 %", "down"),
        ("en", "up nearly 57%", "up"),
        ("en", "it rose by as much as 3%", "up"),
        ("en", "the Dow +0.2%", "up"),
        ("en", "finished 34.4% higher", "up"),
        ("en", "a 3 percent drop", "down"),
        ("en", "rose to 3%", ""),
        ("en", "up to 3%", ""),
        ("en", "a fee of 3%", ""),
        ("en", "it lost 30 men", ""),
        ("fr", "en hausse de 3,5 %", "up"),
        ("fr", "a reculé de près de 2 %", "down"),
        ("fr", "un taux de 2 %", ""),
    ],
)
def test_direction(language: str, text: str, direction: str) -> None:
    (row,) = rows(text, language)
    assert row.direction == direction
    assert row.low is None or row.low > 0


@pytest.mark.parametrize(
    "text",
    [
        "the G7 and COVID-19 on Channel 12",
        "S&P 500 and CAC 40",
        "a 2-1 win, 3–0 and 21-14",
        "they lost 93 to 83",
        "at 16:30 or 10.30 am",
        "the Group of Seven",
        "Resolution 242 calls for peace",
        "rooms at 11 Downing Street",
        "in 1967 and by 2120",
        "his 21st and the twenty-first",
        "see [12] and (3)",
        "call 020 7946 0958 or 555-123-4567",
        "v2.3.1 at 192.168.1.1",
        "open 24/7 after 9/11",
        "only one of them, no one, one of the men",
        "Boeing 747 pilots",
        "five hours, 20 years, three consecutive months",
        "zero-click",
        "agent 007",
        "No. 5 and page 3",
        "they called 911 from the 2400 block of Jay Lane",
    ],
)
def test_not_amounts_in_english(text: str) -> None:
    assert [text[r.start : r.end] for r in rows(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "la résolution 242 de l’ONU",
        "le G7, le CAC 40, Louis XIV",
        "37, rue de la Paix",
        "au 03 29 88 43 12 ou 03. 29. 87. 42. 10.",
        "le 1er, la 2e et le 20e",
        "12 h 30, 20 ans, deux heures",
        "ils ont gagné 100 à 92",
        "un franc succès, l’un d’eux, une livre",
        "page 12, article 49, n° 5",
        "un quart d’heure",
        "les six premiers mois",
        "pour cent",
    ],
)
def test_not_amounts_in_french(text: str) -> None:
    assert [text[r.start : r.end] for r in rows(text, "fr")] == []


def test_numbers_in_date_rows_are_no_amounts() -> None:
    text = "In 300 days 300 men, a 52-year-old among them, left."
    passages = [Passage("text", 0, "no amounts", "body", "en"), Passage("text", 0, text, "body", "en")]
    found = extract_amounts(passages, taken=[(1, 3, 11), (1, 23, 34)])
    assert [(r.passage, text[r.start : r.end]) for r in found] == [(1, "300 men"), (1, "52-year-old")]


def test_a_noun_phrase_stops_at_a_date_row() -> None:
    text = "They sold 300 evening papers"
    (row,) = extract_amounts([Passage("text", 0, text, "body", "en")], taken=[(0, 14, 21)])
    assert (text[row.start : row.end], row.unit) == ("300", "")


def test_small_numbers_in_words_are_less_sure() -> None:
    small, large = rows("two countries and 200 villages")
    assert small.confidence < large.confidence


def test_languages() -> None:
    assert has_grammar("en")
    assert has_grammar("fr")
    for other in ("und", "xx", "", "..", "en/../fr", "units", "EN"):
        assert not has_grammar(other)
    assert rows("300 people", "xx") == []


@pytest.mark.parametrize(
    ("language", "text", "surfaces"),
    [
        ("en", "trials of 5, 10 or 15 years in 3 jails", ["3 jails"]),
        ("en", "the Salyut 6 spacecraft and Apollo 11 crews", []),
        ("en", "In Gaza 600 soldiers fell", ["600 soldiers"]),
        ("en", "0.14 4.51 21.19", []),
        ("en", "a 4K screen in 3-D", []),
        (
            "en",
            "around 80 , 000 spectators , up 4 . 8 % . 6 people",
            ["around 80 , 000 spectators", "4 . 8 %", "6 people"],
        ),
        ("en", "the nineteen-sixties", []),
        ("en", "12 dead and 45 wounded", ["12 dead", "45 wounded"]),
        ("en", "Hundreds protested; a hundred or so were held", ["Hundreds", "a hundred or so"]),
        ("en", "some 2000 were hurt in the '67 war", ["some 2000"]),
        ("fr", "la mort d’11 hommes", ["11 hommes"]),
        ("fr", "10 voix pour et 5 abstentions", ["10 voix", "5 abstentions"]),
        ("fr", "une quarantaine d’avions", ["une quarantaine d’avions"]),
        ("fr", "183 avions égyptiens", ["183 avions égyptiens"]),
        ("fr", "quinze des vingt-deux pays membres", ["quinze", "vingt-deux pays membres"]),
    ],
)
def test_spans(language: str, text: str, surfaces: list[str]) -> None:
    assert [text[r.start : r.end] for r in rows(text, language)] == surfaces

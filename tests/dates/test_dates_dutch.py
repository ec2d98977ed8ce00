"""Dutch: compounds, days of the week before their week, units before tens."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # een woensdag


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "nl")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("Op woensdag 24 november 2021 ging hij.", "woensdag 24 november 2021", "2021-11-24", "2021-11-24..2021-11-24"),
        ("In februari 1961 ging hij.", "februari 1961", "1961-02", "1961-02-01..1961-02-28"),
        ("In het jaar 1809 ging hij.", "het jaar 1809", "1809", "1809-01-01..1809-12-31"),
        ("In de winter van 1989-1990 vroor het.", "de winter van 1989-1990", "1989-WI", "1989-12-01..1990-02-28"),
        ("De mode van de jaren zestig is terug.", "de jaren zestig", "196", "1960-01-01..1969-12-31"),
        ("Een foto uit de vroege jaren '80.", "de vroege jaren '80", "198", "1980-01-01..1983-12-31"),
        ("De kunst van de 19e eeuw bevalt.", "de 19e eeuw", "18", "1800-01-01..1899-12-31"),
        ("In het vierde kwartaal van 2020 daalde de winst.", "het vierde kwartaal van 2020", "2020-Q4", "2020-10-01..2020-12-31"),
        ("Het besluit van 06-12-2021 geldt.", "06-12-2021", "2021-12-06", "2021-12-06..2021-12-06"),
        ("Tussen 1948 en 1955 woonde hij hier.", "Tussen 1948 en 1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("Van 3 tot en met 5 mei 2020 was het dicht.", "Van 3 tot en met 5 mei 2020", "2020-05-03/2020-05-05", "2020-05-03..2020-05-05"),
        ("Half maart 2003 ging hij.", "Half maart 2003", "2003-03", "2003-03-11..2003-03-20"),
        ("Vóór 1961 woonde hier niemand.", "1961", "1961", "..1960-12-31"),
        ("Rond 1890 woonde hier niemand.", "Rond 1890", "1890", "1890-01-01..1890-12-31"),
        ("Op tweede paasdag 2019 sneeuwde het.", "tweede paasdag 2019", "2019-04-22", "2019-04-22..2019-04-22"),
    ],
)  # fmt: skip
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)
    assert not row.relative


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Hij sprak vrijdag.", "vrijdag", "2021-11-19"),
        ("Hij is vrijdag aangehouden.", "vrijdag", "2021-11-19"),
        ("Hij zal vrijdag spreken.", "vrijdag", "2021-11-26"),
        ("Volgende week dinsdag spreekt hij.", "Volgende week dinsdag", "2021-11-30"),
        ("Dinsdagavond brandde het.", "Dinsdagavond", "2021-11-23TEV"),
        ("Gisteravond brandde het.", "Gisteravond", "2021-11-23TEV"),
        ("Vanmorgen brandde het.", "Vanmorgen", "2021-11-24TMO"),
        ("Komend weekend is het feest.", "Komend weekend", "2021-W47-WE"),
        ("In augustus vorig jaar sprak hij.", "augustus vorig jaar", "2020-08"),
        ("Drie jaar geleden sprak hij.", "Drie jaar geleden", "2018"),
        ("Tweeëntwintig dagen geleden sprak hij.", "Tweeëntwintig dagen geleden", "2021-11-02"),
        ("Over tien dagen spreekt hij.", "Over tien dagen", "2021-12-04"),
        ("Eind volgend jaar spreekt hij.", "Eind volgend jaar", "2022"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")


@pytest.mark.parametrize("text", ["Hij sprak vrijdag.", "Twee jaar geleden sprak hij.", "Op 3 mei sprak hij.", "Gisteren sprak hij."])  # fmt: skip
def test_no_date_of_publication_no_bounds(text: str) -> None:
    [(_, row)] = rows(text, None)
    assert "X" in row.timex
    assert (days(row), row.anchor, row.anchor_from) == ("..", None, "")


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("In 1961 kwam hij. Twee jaar later ging hij.", "Twee jaar later", "1963"),
        ("Op 30 mei 1961 kwam hij. De volgende dag ging hij.", "De volgende dag", "1961-05-31"),
        ("In oktober 1976 kwam hij. In november ging hij.", "november", "1976-11"),
        ("In 1976 kwam hij. Hij ging in hetzelfde jaar.", "hetzelfde jaar", "1976"),
    ],
)
def test_anchored_on_the_date_before(text: str, surface: str, timex: str) -> None:
    found, row = rows(text, None)[-1]
    assert (found, row.timex, row.anchor_from) == (surface, timex, "previous-date")


def test_the_last_of_a_list_of_days_names_the_month() -> None:
    found = [(surface, row.timex) for surface, row in rows("Er wordt gespeeld op 3, 4 en 5 december 2021.", None)]
    assert found == [("3", "2021-12-03"), ("4", "2021-12-04"), ("5 december 2021", "2021-12-05")]


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("Na vier maanden kwam hij.", "vier maanden", "P4M", ()),
        ("Meer dan 2.500 jaar bleef het zo.", "Meer dan 2.500 jaar", "P2500Y", ("more_than",)),
        ("Het driedaagse congres.", "driedaagse", "P3D", ()),
        ("Een vijfjarig contract.", "vijfjarig", "P5Y", ()),
        ("Hij wachtte anderhalf uur.", "anderhalf uur", "PT1.5H", ()),
        ("Hij wachtte negenendertig dagen.", "negenendertig dagen", "P39D", ()),
        ("Wekenlang wachtte hij.", "Wekenlang", "PXW", ()),
        ("In de afgelopen twee jaar wachtte hij.", "de afgelopen twee jaar", "P2Y", ()),
    ],
)
def test_durations(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex, row.modifier) == (surface, "duration", timex, modifier)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Hij komt elke vrijdag.", "elke vrijdag", "XXXX-WXX-5"),
        ("Hij komt dagelijks.", "dagelijks", "P1D"),
        ("Om de twee jaar komt hij.", "Om de twee jaar", "P2Y"),
        ("Hij betaalt 300 euro per maand.", "per maand", "P1M"),
        ("De jaarlijkse optocht.", "jaarlijkse", "P1Y"),
    ],
)
def test_sets(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, "set", timex)


@pytest.mark.parametrize(
    "text",
    [
        "De man van 52, zijn 17 jaar oude dochter en een driejarig kind.",
        "Ma zei dat hij zo kwam, do is een noot.",
        "Jan de Maart sprak met Eva Vrijdag.",
        "Resolutie 1701, kamer 1984 en Windows 2000.",
        "Er kwamen 1984 bezoekers en ruim 2000 soldaten.",
        "Het kost 1999 euro, de berg is 2010 meter hoog; het steeg met 3,5 punten.",
        "De club verloor met 2-1 en speelt op 3, 4 en 5 punten.",
        "Toen hij binnenkwam, zweeg zij.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []

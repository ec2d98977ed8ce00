"""French: the same grammar with another lexicon."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # un mercredi


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "fr")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("Le mercredi 24 novembre 2021, il partit.", "mercredi 24 novembre 2021", "2021-11-24", "2021-11-24..2021-11-24"),
        ("Le 1er mai 1968, il partit.", "1er mai 1968", "1968-05-01", "1968-05-01..1968-05-01"),
        ("Il partit en février 1961.", "février 1961", "1961-02", "1961-02-01..1961-02-28"),
        ("Il partit en mai 68.", "mai 68", "1968-05", "1968-05-01..1968-05-31"),
        ("La loi de 1905 demeure.", "1905", "1905", "1905-01-01..1905-12-31"),
        ("L’été 1961 fut long.", "été 1961", "1961-SU", "1961-06-01..1961-08-31"),
        ("La mode des années 1960 revient.", "années 1960", "196", "1960-01-01..1969-12-31"),
        ("La mode des années soixante-dix revient.", "années soixante-dix", "197", "1970-01-01..1979-12-31"),
        ("L’art du XIXe siècle plaît.", "XIXe siècle", "18", "1800-01-01..1899-12-31"),
        ("Au deuxième trimestre 2020, tout baisse.", "deuxième trimestre 2020", "2020-Q2", "2020-04-01..2020-06-30"),
        ("César mourut en 44 av. J.-C. à Rome.", "44 av. J.-C.", "-0043", ".."),
        ("Signé le 06/12/2021 à Lyon.", "06/12/2021", "2021-12-06", "2021-12-06..2021-12-06"),
        ("Entre 1948 et 1955, ils partirent.", "Entre 1948 et 1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("De mars à mai 1961, ils partirent.", "De mars à mai 1961", "1961-03/1961-05", "1961-03-01..1961-05-31"),
        ("Fermé du 5 au 8 mai 2020.", "du 5 au 8 mai 2020", "2020-05-05/2020-05-08", "2020-05-05..2020-05-08"),
        ("La guerre de 1914-1918 dura.", "1914-1918", "1914/1918", "1914-01-01..1918-12-31"),
        ("À la fin des années 1950, il parla.", "la fin des années 1950", "195", "1957-01-01..1959-12-31"),
        ("Début 2003, il parla.", "Début 2003", "2003", "2003-01-01..2003-04-30"),
        ("À la mi-mars 2003, il parla.", "mi-mars 2003", "2003-03", "2003-03-11..2003-03-20"),
        ("Personne n’y alla avant 1961.", "1961", "1961", "..1960-12-31"),
        ("Il y vécut jusqu’en mars 2020.", "mars 2020", "2020-03", "2020-03-01..2020-03-31"),
    ],
)  # fmt: skip
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)
    assert not row.relative


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Il parla vendredi.", "vendredi", "2021-11-19"),
        ("Il parlera vendredi.", "vendredi", "2021-11-26"),
        ("Il parla lundi dernier.", "lundi dernier", "2021-11-22"),
        ("Il parla hier soir.", "hier soir", "2021-11-23TEV"),
        ("Il parla avant-hier.", "avant-hier", "2021-11-22"),
        ("Il parla la semaine dernière.", "la semaine dernière", "2021-W46"),
        ("Il parla l’an dernier.", "l’an dernier", "2020"),
        ("Il partira le mois prochain.", "le mois prochain", "2021-12"),
        ("Il parla cette année.", "cette année", "2021"),
        ("Il y a deux ans, il parla.", "Il y a deux ans", "2019"),
        ("Il parla vendredi à 10 h 30.", "vendredi à 10 h 30", "2021-11-19T10:30"),
        ("Il parla l’été dernier.", "été dernier", "2021-SU"),
        ("Il parla lundi de la semaine dernière.", "lundi de la semaine dernière", "2021-11-15"),
        ("Il partira à la fin de l’année.", "la fin de l’année", "2021"),
        ("Il y a un an et demi, il parla.", "Il y a un an et demi", "2020-05"),
        ("Il parla le 3 novembre.", "3 novembre", "2021-11-03"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")
    [(_, blank)] = rows(text, None)
    assert "X" in blank.timex
    assert (days(blank), blank.anchor, blank.anchor_from) == ("..", None, "")


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Il vint en 1961. Deux ans plus tard, il partit.", "Deux ans plus tard", "1963"),
        ("Il vint le 30 mai 1961. Le lendemain, il partit.", "Le lendemain", "1961-05-31"),
        ("Il vint le 30 mai 1961. La veille, il dormait.", "La veille", "1961-05-29"),
        ("Il vint en 1961. L’année suivante, il partit.", "L’année suivante", "1962"),
        ("Il vint en octobre 1976. En novembre, il partit.", "novembre", "1976-11"),
    ],
)
def test_anchored_on_the_date_before(text: str, surface: str, timex: str) -> None:
    found, row = rows(text, None)[-1]
    assert (found, row.timex, row.anchor_from) == (surface, timex, "previous-date")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("Après quatre mois de débats.", "quatre mois", "P4M", ()),
        ("Pendant plus de 2 500 ans.", "plus de 2 500 ans", "P2500Y", ("more_than",)),
        ("Une peine de 5 ans de prison.", "5 ans", "P5Y", ()),
        ("Depuis une dizaine d’années.", "une dizaine d’années", "P10Y", ()),
        ("Durant les vingt dernières années.", "les vingt dernières années", "P20Y", ()),
        ("Il attendit quelques jours.", "quelques jours", "PXD", ()),
        ("Il faut deux à trois semaines.", "deux à trois semaines", "P2W/P3W", ()),
        ("Il attendit quatre-vingt-dix-neuf jours.", "quatre-vingt-dix-neuf jours", "P99D", ()),
        ("Il dort en moins de 24 heures.", "moins de 24 heures", "PT24H", ("less_than",)),
        ("Il dort deux ans et demi.", "deux ans et demi", "P2.5Y", ()),
        ("Il dort vingt et un jours.", "vingt et un jours", "P21D", ()),
    ],
)
def test_durations(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex, row.modifier) == (surface, "duration", timex, modifier)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("Chaque vendredi.", "XXXX-WXX-5"),
        ("Tous les jours.", "P1D"),
        ("Tous les deux ans.", "P2Y"),
        ("Deux fois par an.", "P1Y"),
    ],
)
def test_sets(text: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (text[:-1], "set", timex)


@pytest.mark.parametrize(
    "text",
    [
        "Un homme de 52 ans, Jean Dupont, 35 ans, âgé de 20 ans.",
        "Il a été élu ; la sonde est sur Mars.",
        "La résolution 1701, la salle 1984 et Windows 2000.",
        "Quelque 1984 personnes, 2000 soldats et 1 984 vaches.",
        "Cela coûte 2000 euros, 1999 francs ou $1984.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []

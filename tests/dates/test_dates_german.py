"""German: compounds, inflected adjectives, and the article as part of the span where it stands free."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # ein Mittwoch


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "de")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("Am Mittwoch, 24. November 2021, zog er aus.", "Mittwoch, 24. November 2021", "2021-11-24", "2021-11-24..2021-11-24"),
        ("Am 1. Jänner 1995 zog er ein.", "1. Jänner 1995", "1995-01-01", "1995-01-01..1995-01-01"),
        ("Im Feber 1961 zog er aus.", "Feber 1961", "1961-02", "1961-02-01..1961-02-28"),
        ("Im Jahr 1809 zog er aus.", "Jahr 1809", "1809", "1809-01-01..1809-12-31"),
        ("Das Haus wurde 1890 gebaut.", "1890", "1890", "1890-01-01..1890-12-31"),
        ("Im Winter 1989/90 fror der See zu.", "Winter 1989/90", "1989-WI", "1989-12-01..1990-02-28"),
        ("Die Mode der 60er-Jahre ist zurück.", "der 60er-Jahre", "196", "1960-01-01..1969-12-31"),
        ("Die Mode der Siebzigerjahre ist zurück.", "der Siebzigerjahre", "197", "1970-01-01..1979-12-31"),
        ("Ein Bild aus den späten 1980er-Jahren.", "den späten 1980er-Jahren", "198", "1987-01-01..1989-12-31"),
        ("Die Kunst des 19. Jahrhunderts gefällt.", "des 19. Jahrhunderts", "18", "1800-01-01..1899-12-31"),
        ("Im vierten Quartal 2020 sank der Gewinn.", "vierten Quartal 2020", "2020-Q4", "2020-10-01..2020-12-31"),
        ("Der Bescheid vom 06.12.2021 gilt.", "06.12.2021", "2021-12-06", "2021-12-06..2021-12-06"),
        ("Von 1898 bis 1976 lebte er hier.", "Von 1898 bis 1976", "1898/1976", "1898-01-01..1976-12-31"),
        ("Die Schau läuft vom 3. bis 5. Mai 2020.", "vom 3. bis 5. Mai 2020", "2020-05-03/2020-05-05", "2020-05-03..2020-05-05"),
        ("Am 3./4. Mai 2008 tagte man.", "3./4. Mai 2008", "2008-05-03/2008-05-04", "2008-05-03..2008-05-04"),
        ("Mitte März 2003 zog er aus.", "Mitte März 2003", "2003-03", "2003-03-11..2003-03-20"),
        ("Vor 1961 wohnte hier niemand.", "1961", "1961", "..1960-12-31"),
        ("Um 1890 wohnte hier niemand.", "Um 1890", "1890", "1890-01-01..1890-12-31"),
        ("Am Ostermontag 2019 schneite es.", "Ostermontag 2019", "2019-04-22", "2019-04-22..2019-04-22"),
    ],
)  # fmt: skip
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)
    assert not row.relative


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Am Freitag sprach er.", "Freitag", "2021-11-19"),
        ("Am Freitag findet das Fest statt.", "Freitag", "2021-11-26"),
        ("Am Freitag ist Premiere.", "Freitag", "2021-11-26"),
        ("Er ist am Freitag gestorben.", "Freitag", "2021-11-19"),
        ("Am vergangenen Montag sprach er.", "vergangenen Montag", "2021-11-22"),
        ("Am Dienstagabend brannte es.", "Dienstagabend", "2021-11-23TEV"),
        ("Am Wochenende brannte es.", "Wochenende", "2021-W46-WE"),
        ("Am Wochenende wird gefeiert.", "Wochenende", "2021-W47-WE"),
        ("Er sprach gestern Abend.", "gestern Abend", "2021-11-23TEV"),
        ("Im August letzten Jahres sprach er.", "August letzten Jahres", "2020-08"),
        ("Anfang kommender Woche spricht er.", "Anfang kommender Woche", "2021-W48"),
        ("Im Vorjahr sprach er.", "Vorjahr", "2020"),
        ("Er spricht heuer nicht.", "heuer", "2021"),
        ("Vor drei Jahren sprach er.", "Vor drei Jahren", "2018"),
        ("Vor zweiundzwanzig Tagen sprach er.", "Vor zweiundzwanzig Tagen", "2021-11-02"),
        ("Bis Jahresende wird gebaut.", "Jahresende", "2021"),
        ("Zu Weihnachten wird gefeiert.", "Weihnachten", "2021-12-25"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")


@pytest.mark.parametrize("text", ["Am Freitag sprach er.", "Vor zwei Jahren sprach er.", "Am 3. Mai sprach er.", "Gestern sprach er."])  # fmt: skip
def test_no_date_of_publication_no_bounds(text: str) -> None:
    [(_, row)] = rows(text, None)
    assert "X" in row.timex
    assert (days(row), row.anchor, row.anchor_from) == ("..", None, "")


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("1961 kam er. Zwei Jahre später ging er.", "Zwei Jahre später", "1963"),
        ("Am 30. Mai 1961 kam er. Am nächsten Tag ging er.", "nächsten Tag", "1961-05-31"),
        ("Am 30. Mai 1961 kam er. Am Vortag hatte er geschlafen.", "Vortag", "1961-05-29"),
        ("Im Oktober 1976 kam er. Im November ging er.", "November", "1976-11"),
        ("Am 30. Mai 1961 kam er und um 14.30 Uhr ging er.", "14.30 Uhr", "1961-05-30T14:30"),
    ],
)
def test_anchored_on_the_date_before(text: str, surface: str, timex: str) -> None:
    found, row = rows(text, None)[-1]
    assert (found, row.timex, row.anchor_from) == (surface, timex, "previous-date")


def test_the_last_of_a_list_of_days_names_the_month() -> None:
    found = [(surface, row.timex) for surface, row in rows("Gespielt wird am 3., 4. und 5. Dezember 2021.", None)]
    assert found == [("3.", "2021-12-03"), ("4.", "2021-12-04"), ("5. Dezember 2021", "2021-12-05")]


def test_hours_of_a_day_are_one_time() -> None:
    [_, (found, row)] = rows("Am Samstag ist von 10 bis 17.30 Uhr geöffnet.")
    assert (found, row.type, row.timex) == ("10 bis 17.30 Uhr", "time", "2021-11-27T10:00/2021-11-27T17:30")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("Nach vier Monaten kam er.", "vier Monaten", "P4M", ()),
        ("Mehr als 2.500 Jahre blieb es so.", "Mehr als 2.500 Jahre", "P2500Y", ("more_than",)),
        ("Der dreitägige Kongress endet.", "dreitägige", "P3D", ()),
        ("Eine fünfjährige Haftstrafe droht.", "fünfjährige", "P5Y", ()),
        ("In den letzten zwanzig Jahren.", "den letzten zwanzig Jahren", "P20Y", ()),
        ("Er wartete eineinhalb Stunden.", "eineinhalb Stunden", "PT1.5H", ()),
        ("Er wartete neununddreißig Tage.", "neununddreißig Tage", "P39D", ()),
        ("Wochenlang wartete er.", "Wochenlang", "PXW", ()),
        ("Vor einigen Tagen kam er.", "einigen Tagen", "PXD", ()),
    ],
)
def test_durations(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex, row.modifier) == (surface, "duration", timex, modifier)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Er kommt jeden Freitag.", "jeden Freitag", "XXXX-WXX-5"),
        ("Er kommt sonntags.", "sonntags", "XXXX-WXX-7"),
        ("Er kommt jeden Montagabend.", "jeden Montagabend", "XXXX-WXX-1TEV"),
        ("Er kommt täglich.", "täglich", "P1D"),
        ("Alle zwei Jahre kommt er.", "Alle zwei Jahre", "P2Y"),
        ("Er zahlt 300 Euro im Monat.", "im Monat", "P1M"),
    ],
)
def test_sets(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, "set", timex)


def test_heute_is_the_day_in_a_report_and_nowadays_in_an_essay() -> None:
    essay = "Das Dorf hat sich verändert und die Leute mit ihm. " * 40
    assert [row.timex for _, row in rows("Heute wird gewählt.")] == ["2021-11-24"]
    assert [row.timex for _, row in rows(essay + "Heute wohnen hier Städter.")] == ["PRESENT_REF"]
    assert next(row.timex for _, row in rows(essay + "Heute um 20 Uhr wird gewählt.")) == "2021-11-24"
    assert [row.timex for _, row in rows("Die Burg steht noch heute.")] == ["PRESENT_REF"]


@pytest.mark.parametrize(
    "text",
    [
        "Der 52-Jährige, seine 17 Jahre alte Tochter und ein dreijähriges Kind.",
        "Peter Freitag traf Maria Mai und August Sommer.",
        "Die Resolution 1701, Zimmer 1984 und Windows 2000.",
        "Es kamen 1984 Besucher und rund 2000 Soldaten.",
        "Es kostet 1999 Euro, der Berg misst 2010 Meter; es stieg um 3,5 Punkte.",
        "Der Klub verlor 0:13 und wurde Zweiter.",
        "Das ist die Zukunft des Werks.",
        "Die 15. und 16. Runde gingen verloren.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []


def test_a_part_of_a_day_is_the_one_that_is_named() -> None:
    found = rows("Am Morgen des 10. September 1952 unterschrieb er, am Abend des 3. Mai 1960 fuhr er heim.")
    assert [row.timex for _, row in found] == ["1952-09-10TMO", "1960-05-03TEV"]


def test_hours_and_weekdays_go_with_the_day_just_named() -> None:
    text = "Heute vor zwanzig Jahren, es war ein Donnerstag, las er kurz vor 19 Uhr von einem Zettel ab."
    found = rows(text, published=date(2009, 11, 9))
    assert [row.timex for _, row in found] == ["1989-11-09", "1989-11-09", "1989-11-09T19:00"]


def test_what_is_planned_has_no_day_of_the_story() -> None:
    text = "Seit dem 1. Juli 1990 gilt die Mark. Am Nachmittag will sie mit ihm über die Brücke gehen."
    found = rows(text, published=date(2009, 11, 9))
    assert [row.timex for _, row in found] == ["1990-07-01", "XXXX-XX-XXTAF"]

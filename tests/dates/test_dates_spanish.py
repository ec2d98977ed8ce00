"""Spanish: the same grammar with another lexicon; the article is part of the span where it stands free."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # un miércoles


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "es")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("El miércoles 24 de noviembre de 2021 partió.", "El miércoles 24 de noviembre de 2021", "2021-11-24", "2021-11-24..2021-11-24"),
        ("Partió el 1º de mayo de 1968.", "el 1º de mayo de 1968", "1968-05-01", "1968-05-01..1968-05-01"),
        ("Partió el 5 de mayo del año 1810.", "el 5 de mayo del año 1810", "1810-05-05", "1810-05-05..1810-05-05"),
        ("Partió en febrero de 1961.", "febrero de 1961", "1961-02", "1961-02-01..1961-02-28"),
        ("La ley del 2005 sigue.", "2005", "2005", "2005-01-01..2005-12-31"),
        ("Fue en el invierno de 1989-90.", "el invierno de 1989-90", "1989-WI", "1989-12-01..1990-02-28"),
        ("La moda de los años '60 vuelve.", "los años '60", "196", "1960-01-01..1969-12-31"),
        ("La moda de los ochenta vuelve.", "los ochenta", "198", "1980-01-01..1989-12-31"),
        ("El arte del siglo XIX gusta.", "siglo XIX", "18", "1800-01-01..1899-12-31"),
        ("En el cuarto trimestre de 2020 cayó.", "el cuarto trimestre de 2020", "2020-Q4", "2020-10-01..2020-12-31"),
        ("Firmado el 06/12/2021 en León.", "06/12/2021", "2021-12-06", "2021-12-06..2021-12-06"),
        ("Partieron entre 1948 y 1955.", "entre 1948 y 1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("Del 5 al 8 de mayo de 2020 cerró.", "Del 5 al 8 de mayo de 2020", "2020-05-05/2020-05-08", "2020-05-05..2020-05-08"),
        ("Partió a mediados de marzo de 2003.", "mediados de marzo de 2003", "2003-03", "2003-03-11..2003-03-20"),
        ("Nadie fue allí antes de 1961.", "1961", "1961", "..1960-12-31"),
        ("Hacia 1890 se abrió.", "Hacia 1890", "1890", "1890-01-01..1890-12-31"),
    ],
)  # fmt: skip
def test_named_dates(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)
    assert not row.relative


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Habló el viernes.", "el viernes", "2021-11-19"),
        ("Hablará el viernes.", "el viernes", "2021-11-26"),
        ("Habló el lunes pasado.", "el lunes pasado", "2021-11-22"),
        ("Habló ayer por la noche.", "ayer por la noche", "2021-11-23TNI"),
        ("Habló el pasado año.", "el pasado año", "2020"),
        ("Partirá el mes que viene.", "el mes que viene", "2021-12"),
        ("Habló hace casi dos años.", "hace casi dos años", "2019"),
        ("Habló el viernes a las 10.30 horas.", "el viernes a las 10.30 horas", "2021-11-19T10:30"),
        ("Hablará mañana a las 13:00 GMT.", "mañana a las 13:00 GMT", "2021-11-25T13:00Z"),
        ("Partirá a finales de año.", "finales de año", "2021"),
        ("La obra seguirá hasta el día 30.", "el día 30", "2021-11-30"),
        ("El curso empezará el próximo día 3.", "el próximo día 3", "2021-12-03"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")


@pytest.mark.parametrize("text", ["Habló el viernes.", "Habló hace dos años.", "Partió el 3 de mayo.", "Habló ayer."])
def test_no_date_of_publication_no_bounds(text: str) -> None:
    [(_, row)] = rows(text, None)
    assert "X" in row.timex
    assert (days(row), row.anchor, row.anchor_from) == ("..", None, "")


def test_the_number_of_a_day_says_nothing_without_a_month_or_an_anchor() -> None:
    assert rows("La obra seguirá hasta el día 30.", None) == []


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Vino en 1961. Dos años más tarde partió.", "Dos años más tarde", "1963"),
        ("Vino el 30 de mayo de 1961. Al día siguiente partió.", "día siguiente", "1961-05-31"),
        ("Vino el 30 de mayo de 1961. La víspera dormía.", "La víspera", "1961-05-29"),
        ("Vino en octubre de 1976. En noviembre partió.", "noviembre", "1976-11"),
        ("Vino el 30 de mayo de 1961 y por la tarde partió.", "la tarde", "1961-05-30TAF"),
    ],
)
def test_anchored_on_the_date_before(text: str, surface: str, timex: str) -> None:
    found, row = rows(text, None)[-1]
    assert (found, row.timex, row.anchor_from) == (surface, timex, "previous-date")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("Tras cuatro meses de espera.", "cuatro meses", "P4M", ()),
        ("Durante más de 2.500 años.", "más de 2.500 años", "P2500Y", ("more_than",)),
        ("Una pena de 5 años de cárcel.", "5 años", "P5Y", ()),
        ("En los últimos veinte años.", "los últimos veinte años", "P20Y", ()),
        ("Tarda dos horas y 30 minutos.", "dos horas y 30 minutos", "PT2H30M", ()),
        ("Esperó treinta y nueve días.", "treinta y nueve días", "P39D", ()),
        ("Esperó unos días.", "unos días", "PXD", ()),
        ("Hace unos días vino.", "Hace unos días", "PXD", ()),
    ],
)
def test_durations(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex, row.modifier) == (surface, "duration", timex, modifier)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Viene cada viernes.", "cada viernes", "XXXX-WXX-5"),
        ("Viene todos los días.", "todos los días", "P1D"),
        ("Paga 300 euros al mes.", "al mes", "P1M"),
        ("Viaja los fines de semana.", "los fines de semana", "XXXX-WXX-WE"),
    ],
)
def test_sets(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, "set", timex)


@pytest.mark.parametrize(
    "text",
    [
        "Un hombre de 52 años, Juan Pérez, 35 años, con 20 años de edad.",
        "Julio Iglesias y Plácido Domingo visitaron Santo Domingo.",
        "La resolución 1701, la sala 1984 y Windows 2000.",
        "Unas 1984 personas, 2000 soldados y 1.984 vacas.",
        "Cuesta 2000 euros, 1999 pesetas o $1984; subió 3,5 puntos.",
        "Lo publicó el diario El Faro.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []


def test_a_day_by_number_goes_on_from_the_day_before_it() -> None:
    text = "La abdicación se anunció el 2 de junio. La ley pasó por el Congreso el día 11 con 299 votos a favor."
    rows = extract_dates([Passage("text", 0, text, "body", "es")], published=date(2014, 6, 20))
    assert [row.timex for row in rows] == ["2014-06-02", "2014-06-11"]


def test_the_sea_is_no_march() -> None:
    assert extract_dates([Passage("text", 0, "La cinta llega hasta el mar.", "body", "es")], published=None) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Los datos facilitados en 1998 por la junta.", ["1998"]),
        ("La firma, fundada en 1997 por dos socios, ha cerrado.", ["1997"]),
        ("Subió 1998 por ciento.", []),
        ("Las escuelas cierran hasta el jueves. Se vota a las 10:00.", ["2021-11-25", "XXXX-XX-XXT10:00"]),
    ],
)
def test_years_before_por_and_hours_after_an_end(text: str, expected: list[str]) -> None:
    assert [row.timex for _, row in rows(text)] == expected

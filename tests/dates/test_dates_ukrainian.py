"""Ukrainian: the grammar of its neighbours with words of its own; much stands in the genitive, without a preposition."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # середа


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "uk")], published=published)
    return [(text[row.start : row.end], row) for row in found]


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Поїхав у середу, 24 листопада 2021 року.", "середу, 24 листопада 2021 року", "2021-11-24"),
        ("Поїхав двадцять першого червня 1941 року.", "двадцять першого червня 1941 року", "1941-06-21"),
        ("Поїхав у лютому 1961 року.", "лютому 1961 року", "1961-02"),
        ("Поїхав 1936 року.", "1936 року", "1936"),
        ("Мода 90-х років повернулася.", "90-х років", "199"),
        ("Дім ХІХ століття цілий.", "ХІХ століття", "18"),  # Cyrillic look-alikes of Roman figures
        ("Служив у 1941–1945 рр. у піхоті.", "1941–1945 рр.", "1941/1945"),
        ("Це було наприкінці 1959 року.", "наприкінці 1959 року", "1959"),
        ("Великдень 2024 року пізній.", "Великдень 2024 року", "2024-05-05"),
    ],
)
def test_named_dates(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, row.relative) == (surface, timex, False)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Він виступив у п’ятницю.", "п’ятницю", "2021-11-19"),
        ("Він виступить у п'ятницю.", "п'ятницю", "2021-11-26"),
        ("Він виступив учора ввечері.", "учора ввечері", "2021-11-23TEV"),
        ("Він виступив минулого тижня.", "минулого тижня", "2021-W46"),
        ("Він виступив торік.", "торік", "2020"),
        ("Він виступив майже три роки тому.", "майже три роки тому", "2018"),
        ("Він виступить завтра о 14:30.", "завтра о 14:30", "2021-11-25T14:30"),
        ("Він виступить наприкінці року.", "наприкінці року", "2021"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")


@pytest.mark.parametrize(
    ("text", "surface", "kind", "timex"),
    [
        ("Чекав чотири місяці.", "чотири місяці", "duration", "P4M"),
        ("Чекав півтора року.", "півтора року", "duration", "P1.5Y"),
        ("За останні двадцять років.", "останні двадцять років", "duration", "P20Y"),
        ("Чекав дві години 30 хвилин.", "дві години 30 хвилин", "duration", "PT2H30M"),
        ("Ходить щоп’ятниці.", "щоп’ятниці", "set", "XXXX-WXX-5"),
        ("Ходить щороку.", "щороку", "set", "P1Y"),
        ("Платить 300 гривень на місяць.", "на місяць", "set", "P1M"),
    ],
)
def test_lengths_and_sets(text: str, surface: str, kind: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, kind, timex)


@pytest.mark.parametrize(
    "text",
    [
        "Йому 52 роки, 80-річчя, у 20 років; Іван Петренко, 35 років, мовчав.",
        "Вулиця 8 Березня та площа 1905 року.",
        "Прийшли 1984 особи, 2000 людей; коштує 2000 гривень або $1984.",
        "Тому він не прийшов, а газета «Сьогодні» про це пише.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []

"""Russian persons in, the name in the nominative out; what is not safe stays as written."""

import pytest

from dateline.persons.nominative import in_nominative
from dateline.persons.parsing import parse


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Владимира Путина", "Владимир Путин"),
        ("Владимиром Путиным", "Владимир Путин"),
        ("Владимиру Путину", "Владимир Путин"),
        ("Владимире Путине", "Владимир Путин"),
        ("Владимир Путин", "Владимир Путин"),
        ("Сергея Лаврова", "Сергей Лавров"),
        ("Льва Троцкого", "Лев Троцкий"),
        ("Павла Дурова", "Павел Дуров"),
        ("Илье Яшину", "Илья Яшин"),
        ("Михаила Сергеевича Горбачева", "Михаил Сергеевич Горбачев"),
        ("Марии Захаровой", "Мария Захарова"),
        ("Марию Захарову", "Мария Захарова"),
        ("Анны Политковской", "Анна Политковская"),
        ("Дональдом Трампом", "Дональд Трамп"),
        ("Барака Обамы", "Барак Обама"),
        # Surnames without cases.
        ("Сергею Шойгу", "Сергей Шойгу"),
        ("Ангелы Меркель", "Ангела Меркель"),
        ("Юлии Тимошенко", "Юлия Тимошенко"),
        ("Ксению Собчак", "Ксения Собчак"),
        # Not safe: a woman or a man, three nominatives of -ого, a name that no list holds, a lone surname.
        ("Александра Иванова", "Александра Иванова"),
        ("Василия Белого", "Василия Белого"),
        ("Зигмунта Новака", "Зигмунта Новака"),
        ("Путина", "Путина"),
        ("Владимира", "Владимира"),
        ("Ольга Иванова", "Ольга Иванова"),
    ],
)
def test_a_russian_name_is_shown_in_the_nominative_where_that_is_safe(written: str, shown: str) -> None:
    assert [name.clean for name in in_nominative({parse(written, "ru"): 1})] == [shown]


def test_another_form_of_the_article_decides_between_two_readings() -> None:
    forms = {parse(name, "ru"): count for name, count in (("Александра Иванова", 3), ("Александр Иванов", 1))}
    assert {name.clean: count for name, count in in_nominative(forms).items()} == {"Александр Иванов": 4}


def test_other_languages_keep_their_forms() -> None:
    assert [name.clean for name in in_nominative({parse("Ивана Петрова", "bg"): 1})] == ["Ивана Петрова"]

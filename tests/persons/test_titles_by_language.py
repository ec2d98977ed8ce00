"""Titles before names: text in, title out."""

import pytest

from dateline.persons.titles import title_around


@pytest.mark.parametrize(
    ("text", "name", "language", "title"),
    [
        ("В среду президент России Виктор Белов заявил", "Виктор Белов", "ru", "Президент России"),
        ("Он принял министра иностранных дел Сергея Ильина", "Сергея Ильина", "ru", "Министр иностранных дел"),
        ("Вчера он встретил Ивана Петрова", "Ивана Петрова", "ru", ""),
        ("אתמול פגש את ראש הממשלה דוד אלון", "דוד אלון", "he", "ראש הממשלה"),
        ("נמסר ולשר הביטחון דוד אלון", "דוד אלון", "he", "שר הביטחון"),
        ('אתמול אמרה ח"כ רותי אלון', "רותי אלון", "he", 'ח"כ'),
        ("وقال وزير الخارجية المصري سامي حداد", "سامي حداد", "ar", "وزير الخارجية المصري"),
        ("رسالة للرئيس سامي حداد", "سامي حداد", "ar", "الرئيس"),
        ("Ieri il presidente francese Paul Marot", "Paul Marot", "it", "Presidente"),
        ("Ieri il ministro degli Esteri Carlo Bassi", "Carlo Bassi", "it", "Ministro degli Esteri"),
        ("Falou o primeiro-ministro Rui Sampaio", "Rui Sampaio", "pt", "Primeiro-ministro"),
        ("Gisteren sprak burgemeester Joost de Wit", "Joost de Wit", "nl", "Burgemeester"),
        ("Heute sprach Außenministerin Karin Holm", "Karin Holm", "de", "Außenministerin"),
        ("Ayer habló el alcalde Juan Rius", "Juan Rius", "es", "Alcalde"),
    ],
)
def test_title(text: str, name: str, language: str, title: str) -> None:
    start = text.index(name)
    assert title_around(text, start, start + len(name), language=language) == title

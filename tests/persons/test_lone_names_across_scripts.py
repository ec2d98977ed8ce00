"""Lone names against full ones of another article in another script: alike in consonants is not enough."""

import pytest

from dateline.persons import DocumentPerson, Registry, resolve_persons


@pytest.mark.parametrize(
    ("lone", "language", "full", "other", "same"),
    [
        ("סאדאת", "he", "Anwar Sadat", "en", True),
        ("أوباما", "ar", "Barack Obama", "en", True),
        ("Arafat", "en", "ياسر عرفات", "ar", True),
        ("de Gaulle", "fr", "رشا الخولي", "ar", False),
        ("Saad", "en", "أنور السادات", "ar", False),
        ("إسماعيل", "ar", "David Smiley", "en", False),
    ],
)
def test_a_lone_name_in_another_script(lone: str, language: str, full: str, other: str, same: bool) -> None:
    clusters = [
        DocumentPerson("d_1", 0, ((lone, 1),), (), language, None),
        DocumentPerson("d_2", 0, ((full, 1),), (), other, None),
    ]
    assert (len(resolve_persons(clusters, registry=Registry([])).persons) == 1) is same

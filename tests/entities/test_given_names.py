"""Hebrew and Arabic persons in, spans without clitics out; no model needed."""

import pytest

from dateline.article import NameSpan
from dateline.entities.clitics import without_clitics


def left_of(name: str, label: str = "PERSON") -> str:
    text = f"{name}."
    (span,) = without_clitics([text], [NameSpan(0, 0, len(name), label)], is_place=lambda name: False)
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("לבנימין נתניהו", "בנימין נתניהו"),
        ("ולשמעון פרס", "שמעון פרס"),
        ("שמשה כץ", "משה כץ"),
        ("لأحمد الخطيب", "أحمد الخطيب"),
        ("ولاحمد الخطيب", "احمد الخطيب"),
        ("وعبدالله حداد", "عبدالله حداد"),
    ],
)
def test_a_given_name_begins_after_its_clitics(written: str, name: str) -> None:
    assert left_of(written) == name


@pytest.mark.parametrize(
    "name",
    [
        "הארי טרומן",  # not `the Ari`
        "שרון לוי",
        "לאורה שמש",
        "מאיר כהן",
        "בנימין נתניהו",
        "כריסטופר ריב",
        "كريم بنزيمة",  # not `like Rim`
        "وسام حسن",
        "بسام سعيد",
        "ليان حداد",
        "לבני",  # a surname, not `to Benny`
        "Lester Young",
    ],
)
def test_a_given_name_keeps_the_letters_that_are_its_own(name: str) -> None:
    assert left_of(name) == name


def test_only_persons_have_given_names() -> None:
    assert left_of("לשמעון פרס", "ORG") == "לשמעון פרס"

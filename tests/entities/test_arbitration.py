"""Spans of one article in, agreed spans out; no model needed."""

import pytest

from dateline.article import NameSpan
from dateline.entities.arbitration import arbitrate
from dateline.entities.borders import surname
from dateline.entities.words import words


def agreed(*lines: str, **labels: str) -> list[tuple[int, str, str]]:
    """Arbitrates over the first occurrence of each name; `Jane_Roe="PERSON"` labels `Jane Roe`."""
    spans = []
    for key, label in labels.items():
        name = key.replace("_", " ")
        number = next(number for number, line in enumerate(lines) if name in line)
        spans.append(NameSpan(number, lines[number].index(name), lines[number].index(name) + len(name), label))
    spans.sort(key=lambda span: (span.passage, span.start))
    found = arbitrate(
        lines,
        spans,
        known=words("en"),
        is_strong_place=lambda name: name in {"Jordan", "Paris"},
        is_town=lambda name: name in {"Jordan", "Paris", "Trieste"},
    )
    return [(span.passage, lines[span.passage][span.start : span.end], span.label) for span in found]


def test_a_surname_that_is_a_month_is_not_looked_for() -> None:
    lines = ("Theresa May came.", "The vote of May 2019.")
    assert agreed(*lines, Theresa_May="PERSON") == [(0, "Theresa May", "PERSON")]


def test_a_surname_is_a_person_whatever_the_model_says() -> None:
    lines = ("Jane Tamarin came.", "A plan of Tamarin failed.")
    assert agreed(*lines, Jane_Tamarin="PERSON") == [(0, "Jane Tamarin", "PERSON"), (1, "Tamarin", "PERSON")]


def test_a_country_stays_a_country_beside_its_namesake() -> None:
    lines = ("Michael Jordan came.", "He flew to Jordan.")
    assert agreed(*lines, Michael_Jordan="PERSON") == [(0, "Michael Jordan", "PERSON")]


def test_a_lone_strong_place_is_no_person() -> None:
    assert agreed("Paris agreed.", Paris="PERSON") == [(0, "Paris", "PLACE")]


def test_a_common_word_is_not_a_repeat() -> None:
    lines = ("Jane Frost came.", "The frost was hard. Frost covered all.")
    assert agreed(*lines, Jane_Frost="PERSON") == [(0, "Jane Frost", "PERSON")]


def test_a_split_name_is_one() -> None:
    assert agreed("They saw Ahmad Mustafa Ghany.", Ahmad_Mustafa="PERSON", Ghany="PERSON") == [
        (0, "Ahmad Mustafa Ghany", "PERSON")
    ]


def test_names_that_are_none() -> None:
    assert agreed("In the Knesset he swore by Allah.", Knesset="PERSON", Allah="PERSON") == [
        (0, "Knesset", "OTHER"),
        (0, "Allah", "OTHER"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("The cruiser General Tamarin sank.", "Nobody saw Tamarin again."),
        ("The Tamarin was launched in May.", "Crowds cheered the Tamarin in Oslo."),
        ("A small boat, the Tamarin, sank.", "Tamarin was lost."),
        ("They met on board the USS Tamarin.", "The Tamarin had left."),
        ("Nobody left the Tamarin building.",),
    ],
)
def test_a_ship_or_building_is_no_person_wherever_it_is_named(lines: tuple[str, ...]) -> None:
    found = agreed(*lines, Tamarin="PERSON")
    assert found
    assert {label for _, _, label in found} == {"OTHER"}


def test_a_person_that_only_the_words_around_show_is_found_throughout() -> None:
    lines = ("Tessk Ombrel, 41, smiled.", "The victims of Ombrel did not.")
    assert agreed(*lines, Ombrel="PLACE") == [(0, "Tessk Ombrel", "PERSON"), (1, "Ombrel", "PERSON")]


def test_a_person_is_no_ship() -> None:
    lines = ("Jane Tamarin came by ferry.", "The ferry Tamarin took was late.")
    assert agreed(*lines, Jane_Tamarin="PERSON")[1] == (1, "Tamarin", "PERSON")


@pytest.mark.parametrize(
    ("lines", "label"),
    [
        (("He was born in Trieste.", "Trieste slept."), "PLACE"),
        (("The Governor of Trieste slept.",), "PLACE"),
        (("Trust in Trieste’s word was low.",), "PERSON"),
        (("Faith in Mr Trieste was low.", "In Trieste they trusted."), "PERSON"),
    ],
)
def test_a_town_where_the_words_around_it_say_so(lines: tuple[str, ...], label: str) -> None:
    assert {found[2] for found in agreed(*lines, Trieste="PERSON")} == {label}


def test_a_town_in_a_list_of_places() -> None:
    found = agreed("They saw Paris, Trieste and Vienna.", Paris="PLACE", Trieste="PERSON", Vienna="PLACE")
    assert [label for _, _, label in found] == ["PLACE"] * 3


def test_a_month_is_a_surname_where_no_date_is() -> None:
    lines = (
        "Theresa May spoke.",
        "Then May sat down.",
        "It was May 2019, in May, on 4 May, and the March-May session.",
    )
    assert agreed(*lines, Theresa_May="PERSON") == [(0, "Theresa May", "PERSON"), (1, "May", "PERSON")]


def test_accents_come_and_go() -> None:
    lines = ("Ana Mérida came.", "The letter reached Merida.", "MERIDA")
    assert agreed(*lines, Ana_Mérida="PERSON") == [(0, "Ana Mérida", "PERSON"), (1, "Merida", "PERSON")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Jane Roe", "Roe"),
        ("Mehdi Ben Barka", "Ben Barka"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Hassan II", ""),
        ("Madonna", ""),
    ],
)
def test_surname(name: str, expected: str) -> None:
    assert surname(name) == expected

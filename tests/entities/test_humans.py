"""Names that no model knows, and the words around them that only persons have."""

import pytest

from dateline.article import NameSpan
from dateline.entities.humans import with_humans
from dateline.entities.words import words


def persons(*lines: str, language: str = "en", **labels: str) -> list[str]:
    """Returns the persons found; `Jane_Roe="PLACE"` labels every `Jane Roe` first."""
    spans = []
    for key, label in labels.items():
        name = key.replace("_", " ")
        for number, line in enumerate(lines):
            at = line.find(name)
            while at >= 0:
                spans.append(NameSpan(number, at, at + len(name), label))
                at = line.find(name, at + 1)
    spans.sort(key=lambda span: (span.passage, span.start))
    found = with_humans(lines, spans, known=words(language), is_place=lambda name: name in {"Trieste", "Oslo"})
    return [lines[span.passage][span.start : span.end] for span in found if span.label == "PERSON"]


@pytest.mark.parametrize(
    ("line", "labels", "expected"),
    [
        ("It was quiet. Then Ombrel, 41, rose.", {}, ["Ombrel"]),
        ("Tessk Ombrel, a graduate of the mining school, rose.", {"Ombrel": "PLACE"}, ["Tessk Ombrel"]),
        ("Tessk Ombrel, a graduate of the mining school, rose.", {"Tessk": "NORP"}, ["Tessk Ombrel"]),
        ("They met under the eyes of Tessk Ombrel, the president of the league.", {}, ["Tessk Ombrel"]),
        ("When Ombrel came back, all hid. A bust of Ombrel remains.", {"Ombrel": "PLACE"}, ["Ombrel", "Ombrel"]),
        ("The court had sentenced Ombrel to death.", {"Ombrel": "PLACE"}, ["Ombrel"]),
        ("Ombrel did not marry and died at sea.", {"Ombrel": "PLACE"}, []),
        ("Ombrel had later married.", {"Ombrel": "ORG"}, ["Ombrel"]),
        ("Tessk Ombrel married. For Tessk it was the first time.", {"Tessk": "PLACE"}, ["Tessk Ombrel", "Tessk"]),
        ("Colonel Ombrel was late.", {"Ombrel": "ORG"}, ["Ombrel"]),
    ],
)
def test_what_only_persons_do_and_are(line: str, labels: dict[str, str], expected: list[str]) -> None:
    assert persons(line, **labels) == expected


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Trieste said no, and Trieste met its fate.", {"Trieste": "PLACE"}),
        ("In Ombrel they ate. Ombrel met its fate.", {"Ombrel": "PLACE"}),
        ("Ombrel said that its profit rose.", {"Ombrel": "ORG"}),
        ("The Ombrel Front met in May.", {"Ombrel_Front": "PLACE"}),
        ("Operation Ombrel went well.", {"Ombrel": "PLACE"}),
        ("Some 200 Ombrels died.", {"Ombrels": "NORP"}),
        ("He sailed up the Ombrel, a river of the north.", {"Ombrel": "PLACE"}),
        ("North of Ombrel, a soldier was seen.", {"Ombrel": "PLACE"}),
        ("OMBREL said no.", {"OMBREL": "PLACE"}),
        ("In the Ombrel Fields they sat.", {"Ombrel": "PLACE"}),
        ("Monday, 27, was the hottest.", {}),
        ("Father-of-five, 27, is missing.", {}),
    ],
)
def test_what_is_no_person(line: str, labels: dict[str, str]) -> None:
    assert persons(line, **labels) == []


def test_a_longer_name_that_starts_like_a_person_is_another() -> None:
    assert persons("Tessk Ombrel, 41, sat by the Tessk Fields.", Tessk="PLACE") == ["Tessk Ombrel"]


def test_french() -> None:
    line = "Tessk Ombrel, ancien ministre, dîna seul ; Ombrel épousa une Suissesse."
    assert persons(line, language="fr", Ombrel="PLACE")[0] == "Tessk Ombrel"


def test_a_language_without_such_words_stays_as_it_is() -> None:
    assert persons("Ombrel, 41, sprach.", language="de", Ombrel="PLACE") == []

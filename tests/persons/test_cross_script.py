"""Learned edit costs: spellings of one name across scripts are alike, others are not."""

import pytest

from dateline.persons.edits import learned_similarity, sound_similarity
from dateline.persons.parsing import parse


@pytest.mark.parametrize(
    ("foreign", "latin", "script"),
    [
        ("רבין", "rabin", "Hebr"),
        ("נתניהו", "netanyahu", "Hebr"),
        ("קלינטון", "clinton", "Hebr"),
        ("مبارك", "mubarak", "Arab"),
        ("كلينتون", "clinton", "Arab"),
        ("Путин", "putin", "Cyrl"),
        ("Горбачёв", "gorbachev", "Cyrl"),
    ],
)
def test_spellings_of_one_name(foreign: str, latin: str, script: str) -> None:
    assert learned_similarity(foreign, latin, script) > 0.8
    for other in ("thatcher", "gonzalez", "miller"):
        assert learned_similarity(foreign, other, script) < 0.6


def test_sounds_within_a_script() -> None:
    assert sound_similarity("mohammed", "muhamad") > 0.9
    assert sound_similarity("schmidt", "smith") > sound_similarity("schmidt", "keller")
    assert sound_similarity("", "keller") == 0.0


@pytest.mark.parametrize(
    ("text", "key", "ordinal", "titles"),
    [
        ("King Hassan II", "hassan 2", 2, ("king",)),
        ("Élisabeth Ire d'Angleterre", None, None, ()),
        ("Ben Barka, Mehdi", "mehdi barka", None, ()),
        ("Jim Carter, Jr.", "jim carter junior", None, ()),
        ("الملك الحسن الثاني", "حسن 2", 2, ("الملك",)),
        ("ג'ו ביידן", "ג'ו ביידן", None, ()),
        ("Ursula von der Leyen", "ursula leyen", None, ()),
    ],
)
def test_parsing(text: str, key: str | None, ordinal: int | None, titles: tuple[str, ...]) -> None:
    name = parse(text, "en")
    assert key is None or name.key == key
    assert name.ordinal == ordinal
    assert name.titles == titles

"""What a model sees of a token in its text -> the tokens of places of several words, and those that another model named."""

import numpy as np
import pytest
import spacy
from spacy.strings import get_string_id

from dateline.entities import text_features
from dateline.entities.tagged import HINTS
from dateline.entities.text_features import opening


def columns(text: str, hints: list[tuple[int, int, str]] | None = None) -> tuple[dict[str, int], dict[str, int]]:
    """Returns what is marked in each column: word -> hash."""
    document = spacy.blank("xx")(text)
    if hints:
        document.user_data[HINTS] = hints
    openings = np.array([opening(token.text) for token in document], dtype=np.int8)
    rows = text_features.of([document], openings)
    return tuple({t.text: int(row) for t, row in zip(document, column, strict=True) if row} for column in rows.T)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("She left New York, then Oslo.", ["New", "York"]),
        ("De Saint-Étienne à Clermont-Ferrand", ["Saint", "-", "Étienne", "Clermont", "Ferrand"]),
        ("Il vit à Santa Cruz de la Sierra.", ["Santa", "Cruz", "de", "la", "Sierra"]),
        ("وعاد إلى تل أبيب", ["تل", "أبيب"]),
        ("הוא גר ברמת גן", ["ברמת", "גן"]),
        ("Nobody came to the new house in the south.", []),
        ("New, York", []),
        ("", []),
    ],
)
def test_places_of_several_words(text: str, marked: list[str]) -> None:
    places, hints = columns(text)
    assert [word for word in places if word not in ("à",)] == marked
    assert not hints


def test_hints_reach_every_token_with_its_part_and_label() -> None:
    _, hints = columns("Ada Lovelace met Babbage.", [(0, 12, "PERSON"), (17, 24, "ORG")])
    assert hints == {
        word: get_string_id(mark)
        for word, mark in zip(("Ada", "Lovelace", "Babbage"), ("BPERSON", "LPERSON", "UORG"), strict=True)
    }


def test_a_hint_outside_the_text_or_across_words_does_no_harm() -> None:
    _, hints = columns("Ada Lovelace", [(2, 7, "PERSON"), (40, 50, "ORG")])
    assert set(hints) == {"Ada", "Lovelace"}

"""Whatever the text, rows are in bounds, in order, apart, and the same every time; nothing crashes or crawls."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article import NameSpan, Passage
from dateline.places import extract_places
from dateline.places.names import fold
from dateline.places.scan import scan

_PIECES = (
    "Rabat",
    "Paris",
    ", ",
    " ",
    "Texas",
    "U.S.",
    "ירושלים",
    "ב",
    "المغرب",
    "لل",
    "-",
    "'s",
    "l'",
    "Moroccan",
    "\u200f",
    "of",
    "\n",
    ".",
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
_LABELS = st.sampled_from(("PERSON", "PLACE", "NORP", "ORG", "OTHER"))
_LANGUAGES = st.sampled_from(("en", "fr", "es", "de", "ar", "he", "und", "zh"))


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[Passage], list[NameSpan]]:
    texts = draw(st.lists(_TEXTS.filter(str.strip), max_size=3))
    language = draw(_LANGUAGES)
    names = []
    for index, text in enumerate(texts):
        cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
        names += [NameSpan(index, a, b, draw(_LABELS)) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    return [Passage("text", 0, text, "body", language) for text in texts], names


@settings(max_examples=150, deadline=None)
@given(documents())
def test_rows_are_sound(document: tuple[list[Passage], list[NameSpan]]) -> None:
    passages, names = document
    rows = extract_places(passages, names)
    assert rows == extract_places(passages, names)
    last = (-1, 0)
    for row in rows:
        assert (row.passage, row.start) >= last
        assert 0 <= row.start < row.end <= len(passages[row.passage].text)
        assert 0 <= row.confidence <= 1
        assert row.usage in ("literal", "metonymic", "demonym")
        assert row.place.place_id.startswith(("geonames:", "local:"))
        last = (row.passage, row.end)
        persons = [n for n in names if n.label == "PERSON" and n.passage == row.passage]
        assert not any(n.start < row.end and row.start < n.end for n in persons)


@given(st.text(max_size=80))
def test_folding_is_stable(name: str) -> None:
    assert fold(name) == fold(name)
    assert fold(name).strip() == fold(name)


@pytest.mark.parametrize(
    "text",
    [
        "Paris, " * 4000,
        "l'" * 8000,
        "U." * 8000,
        "St. " * 6000,
        "A-" * 8000,
        "وال" * 6000,
        "New York " * 3000,
        "x" * 60000,
        "( — " * 6000,
    ],
    ids=["list", "elisions", "stops", "saints", "hyphens", "proclitics", "pairs", "long", "dashes"],
)
def test_hostile_texts_stay_linear(text: str) -> None:
    start = time.perf_counter()
    for language in ("en", "ar", "fr"):
        scan(text, language)
    extract_places([Passage("text", 0, text, "body", "en")], [])
    assert time.perf_counter() - start < 8


def test_many_names_stay_linear() -> None:
    word = "Paris, "
    text = word * 4000
    names = [NameSpan(0, i * len(word), i * len(word) + 5, label) for i, label in enumerate(["PLACE", "ORG"] * 2000)]
    start = time.perf_counter()
    rows = extract_places([Passage("text", 0, text, "body", "en")], names)
    assert len(rows) == 4000
    assert time.perf_counter() - start < 4


def test_no_text_no_rows() -> None:
    assert extract_places([], []) == []

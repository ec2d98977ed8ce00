"""What holds for any text: spans, bounds, no clock, linear time."""

import gc
import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.article import Passage
from dateline.dates import extract_dates, has_grammar
from dateline.dates.lexicon import has_own, languages, lexicon

PIECES = [
    "in", "from", "to", "between", "and", "early", "late", "before", "since", "May", "March", "Friday", "1984", "2021", "30", "Feb.",
    "the 1990s", "last", "next", "year", "week", "two", "days", "later", "ago", "3 p.m.", "at", "century", "BC", "9999", "0", "31", ",",
    "'70s", "–", "-", "/", "06/12/2021", "Easter", "12/31/9999", "winter", "year-end", "half a", "the", "of", "İ", "\u00a0", "’",
    "en", "de", "à", "mars", "été", "le 1er", "dernier", "il y a", "ans", "siècle", "fin", "lundi", "12 h 30", "années 70", "chaque",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
)
DAYS = st.one_of(st.none(), st.dates())


@settings(max_examples=400, deadline=None)
@given(texts=st.lists(TEXTS, max_size=3), language=st.sampled_from(sorted(languages())), published=DAYS)
def test_any_text_gives_sound_rows(texts: list[str], language: str, published: date | None) -> None:
    passages = [Passage("text", 0, text, "body", language) for text in texts]
    rows = extract_dates(passages, published=published)
    reached = (0, 0)
    for row in rows:
        assert reached <= (row.passage, row.start)
        assert row.start < row.end <= len(texts[row.passage])
        reached = (row.passage, row.end)
        assert texts[row.passage][row.start : row.end].strip()
        assert row.timex
        assert row.type in ("date", "time", "duration", "set")
        assert 0 < row.confidence <= 1
        assert row.date_start is None or row.date_end is None or row.date_start <= row.date_end
        assert (row.anchor is None) == (row.anchor_from == "")
        assert row.type not in ("duration", "set") or (row.date_start, row.date_end, row.edtf) == (None, None, "")
        if published is None:
            assert row.anchor_from != "published"


YEARS = {
    "en": ["in", "the", "1984", "2021", "the 1990s", "last year", "next", "decade", "early", "nineteenth century", "to", "'70s", ","],
    "fr": ["en", "la", "1984", "2021", "les années 90", "l'an dernier", "fin", "XIXe siècle", "de", "à", "depuis", "décennie", ","],
}  # fmt: skip
MONTHS = {
    "en": ["March", "June 1961", "last", "summer", "the third quarter", "of", "until", "between", "and", "this month"],
    "fr": ["mars", "juin 1961", "dernier", "été", "troisième trimestre", "de", "jusqu'en", "entre", "et", "ce mois-ci"],
}


@settings(max_examples=300, deadline=None)
@given(data=st.data(), language=st.sampled_from(["en", "fr"]), published=DAYS)
def test_no_day_or_month_is_invented(data: st.DataObject, language: str, published: date | None) -> None:
    """Words for years give no months, words for months no days: neither the publication nor its year lends them."""
    for pieces, finest in ((YEARS, r"-\d\d(?!\d)"), (MONTHS, r"\d{4}-\d\d-\d\d")):
        words = [*YEARS[language], *pieces[language]]
        text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=15)))
        for row in extract_dates([Passage("text", 0, text, "body", language)], published=published):
            assert not re.search(finest, row.timex), (text, row)


def test_the_clock_is_never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The modules of the stage have no way to today: neither `today` nor `now` nor `time` is called in them."""

    def forbidden(*_: object) -> float:
        raise AssertionError("the clock was read")

    text = "Yesterday, on Friday, last week, in March, two days ago and on 3 May he spoke; Christmas is near."
    for name in ("time", "time_ns", "localtime", "gmtime"):
        monkeypatch.setattr(time, name, forbidden)
    rows = extract_dates([Passage("text", 0, text, "body", "en")], published=None)
    assert len(rows) == 7
    assert {(row.date_start, row.date_end, row.anchor) for row in rows} == {(None, None, None)}


def test_languages() -> None:
    assert has_grammar("en")
    assert has_grammar("fr")
    assert not has_grammar("und")
    assert not has_grammar("any")
    assert extract_dates([Passage("text", 0, "in 1984", "body", "und")], published=None) == []


@pytest.mark.parametrize("language", sorted(languages()))
def test_languages_mix_in_an_article(language: str) -> None:
    passages = [Passage("text", 0, "1984", "body", "und"), Passage("text", 5, "(1984)", "body", language)]
    assert [(row.passage, row.timex) for row in extract_dates(passages, published=None)] == [(1, "1984")]


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_word_of_a_lexicon_is_folded(language: str) -> None:
    """A word with a capital or a curly apostrophe could never match."""
    for name, table in lexicon(language).slots.items():
        for word in table:
            assert word == word.lower().replace("’", "'"), (name, word)


@pytest.mark.parametrize(
    "text",
    [
        "1" * 100_000,
        "1984 " * 20_000,
        "x" * 100_000,
        "May " * 25_000,
        "1,000," * 16_000,
        "from " * 20_000,
        "between 1984 and " * 6_000,
        "early " * 16_000 + "1984",
        "two hundred and " * 6_000,
        "-" * 100_000,
        " " * 100_000 + "1984",
        "1984-" * 20_000,
        "in the early mid late " * 4_000,
        "il y a " * 14_000,
        "'70s" * 25_000,
        "http://" + "a/1984" * 16_000,
    ],
    ids=lambda text: text[:12],
)
@pytest.mark.parametrize("language", [*sorted(filter(has_own, languages())), "pl", "zh"])  # two of the generic ones
def test_hostile_texts_take_linear_time(text: str, language: str) -> None:
    """Ten times the text takes about ten times as long, never a hundred times."""

    def seconds(size: int) -> float:
        begin = time.process_time()
        extract_dates([Passage("text", 0, text[:size], "body", language)], published=date(2021, 11, 24))
        return time.process_time() - begin

    seconds(1000)  # compiles the grammar
    gc.disable()  # or what other tests left in memory is walked through, in either of the two
    try:
        assert seconds(len(text)) < 40 * max(seconds(len(text) // 10), 0.05)
    finally:
        gc.enable()

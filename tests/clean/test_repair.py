import html
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean import clean_title
from dateline.clean.repair import repair


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("plain", "plain"),
        ("“It’s ours,” he said", '"It\'s ours," he said'),
        ("« Le Monde »", "« Le Monde »"),
        ("«\xa0Le\u202fMonde\xa0»", "« Le Monde »"),
        ("le cafÃ© noir est lÃ\xa0 depuis l’Ã©tÃ©", "le café noir est là depuis l'été"),
        ("R&amp;D cost &euro;5 &lt; &#163;6&nbsp;m", "R&D cost €5 < £6 m"),
        ("AT&T &copycat; &unknown; & co", "AT&T &copycat; &unknown; & co"),
        ("cafe\u0301 a\u0300 la carte", "café à la carte"),
        ("\ufeffThe ex\u200bample of go\xadvern\u00adment", "The example of government"),
        ("\u200fשלום\u200e \u202aabc\u202c", "שלום abc"),
        ("a\x00b\x07c\u2028d\x0ce", "a b c d e"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("thePiscès", "thePiscès"),
        ("one\r\ntwo\rthree\nfour", "one\r\ntwo\rthree\nfour"),
        ("the govern-\nment fell", "the government fell"),
        ("the govern\xad\nment fell", "the government fell"),
        ("the well-\nknown case of a well-known man", "the well-known case of a well-known man"),
        ("from Israel-\nMorocco to 1948-\n1955", "from Israel-\nMorocco to 1948-\n1955"),
    ],
)
def test_repair(raw, text):
    assert repair(raw).text == text


def test_spans_of_repaired_words_point_at_their_raw_characters():
    raw = "\ufeffIl est nÃ© Ã\xa0 GenÃ¨ve, R&amp;D au gouverne-\nment d’Elie\u0301zer"
    text = repair(raw)
    for word, source in (
        ("né", "nÃ©"),
        ("Genève", "GenÃ¨ve"),
        ("R&D", "R&amp;D"),
        ("gouvernement", "gouverne-\nment"),
        ("Eliézer", "Elie\u0301zer"),
    ):
        start = text.text.index(word)
        first, last = text.raw_span(start, start + len(word))
        assert raw[first:last] == source


WRAPPED = """The harbour of the small town was closed on Tuesday after a storm had
damaged two of its cranes, the mayor said. Ships were sent to the next
port, which lies forty miles to the south, and nobody could say when the
cranes would be repaired or who would pay for them.

Fishermen were angry. They had asked for new cranes in 1961 and then once
more in 1964, but the ministry of public works had answered neither time.
"""


def test_wrapped_lines_become_paragraphs_without_moving_an_offset():
    text = repair(WRAPPED)
    assert text.to_blocks() == []
    assert [line.strip() for line in text.text.split("\n") if line.strip()] == [
        " ".join(part.split()) for part in WRAPPED.split("\n\n")
    ]


@pytest.mark.parametrize(
    "raw",
    [
        "Home\nNews\nSport\nWeather\nContact\nAbout us\n",
        "A first paragraph that is long enough to be one, and ends.\nA second one, which ends as well.\nA third.\nA fourth.\nFive.\n",
        "- the first item of a list that goes on for quite a while here\n- the second item of the list, which goes on as long as that\n- three\n- four\n- five\n",
    ],
)
def test_lines_that_are_not_wrapped_stay(raw):
    assert repair(raw).text == raw


def test_title_is_one_line():
    assert clean_title("Caf&eacute;\r\nsoci&eacute;t&eacute; ").text == "Café  société "


WORDS = ["été", "Zürich", "naïve", "Łódź", "город", "מלחמה", "السلام", "don't", "1961", "$5m", "Straße", "São", "東京"]


def dirty(draw, word):
    """A word as sloppy software leaves it, and what it should read like."""
    kind = draw(st.sampled_from(["as is", "entities", "decomposed", "zero width", "quoted"]))
    if kind == "entities":
        return "".join(f"&#{ord(c)};" if not c.isascii() else html.escape(c) for c in word)
    if kind == "decomposed":
        return unicodedata.normalize("NFD", word)
    if kind == "zero width":
        return "\u200b".join(word)
    return f"“{word}”" if kind == "quoted" else word


@st.composite
def dirty_documents(draw):
    lines = draw(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), min_size=1, max_size=6))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return end.join("\xa0".join(dirty(draw, word) for word in line) for line in lines)


@given(dirty_documents())
def test_every_word_of_a_dirty_document_maps_to_what_it_was_made_of(raw):
    text = repair(raw)
    start = 0
    for word in text.text.split():
        start = text.text.index(word, start)
        first, last = text.raw_span(start, start + len(word))
        assert repair(raw[first:last]).text == word
        start += len(word)


@given(st.text(max_size=200))
def test_any_string_survives_and_maps_back_in_order(raw):
    text = repair(raw)
    spans = [text.raw_span(i, i + 1) for i in range(len(text.text))]
    assert all(0 <= a <= b <= len(raw) for a, b in spans)
    assert spans == sorted(spans)
    assert unicodedata.is_normalized("NFC", text.text)


@pytest.mark.parametrize(
    "raw",
    [
        "x" * 1_000_000,
        "Ã©" * 100_000,
        "&amp;" * 100_000,
        "e\u0301" * 100_000,
        "ab-\n" * 100_000,
        "\u200b" * 500_000,
        "a b\n" * 200_000,
    ],
)
def test_hostile_strings_stay_linear(raw):
    began = time.perf_counter()
    repair(raw)
    assert time.perf_counter() - began < 5

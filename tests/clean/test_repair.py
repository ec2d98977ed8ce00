import html
import re
import textwrap
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
        ("e\u200b\u0301 ｅ\u0301 \u09c7\u09be", "é é \u09cb"),
        ("ﬁnal, Ĳsselmeer, Ǆ, １９６１ Ｓａｉ，", "final, IJsselmeer, DŽ, 1961 Sai，"),
        ("ﻣﺤﻤﺪ محـــمد 1441هـ ﷺ", "محمد محمد 1441هـ ﷺ"),
        ("ﾃﾚﾋﾞ \ufffc x\u3164y", "テレビ   x y"),
        ("\ud83d\ude00 \ud83d!", "😀 \ufffd!"),
        ("क्\u200dष 👩\u200d🚀 co\u200cop", "क्\u200dष 👩\u200d🚀 coop"),
        ("it&nbsp costs &amp;amp; &amp;eacute; &#8217s &#x2014; &Atilde;&copy;", "it  costs & é 's — é"),
        ("see /?a=1&lt=2&amp=3 &NewLine;x", "see /?a=1&lt=2&amp=3  x"),
        ("ÃƒÂ©tÃƒÂ© Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "été привет"),
        ("It\x92s \x93mine\x94", 'It\'s "mine"'),
        ("one\r\ntwo\rthree\nfour", "one\r\ntwo\rthree\nfour"),
        ("the govern-\nment fell", "the government fell"),
        ("the govern\xad\nment\xad fell\xad", "the government fell"),
        ("a self-\nmade man", "a self-made man"),
        ("co-\nexist, they coexist", "coexist, they coexist"),
        ("a peace-\nmaker makes peace, a maker", "a peace-maker makes peace, a maker"),
        ("the Franco-\nGerman line; Franco-German", "the Franco-German line; Franco-German"),
        ("the well-\nknown case of a well-known man", "the well-known case of a well-known man"),
        ("from Israel-\nMorocco to 1948-\n1955", "from Israel-\nMorocco to 1948-\n1955"),
    ],
)
def test_repair(raw, text):
    assert repair(raw).text == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Those of the Piscès say thePiscès sank.", "Those of the Piscès say the Piscès sank."),
        (
            "The ZionistsOccupied it. Zionists? One Zionist Occupied it.",
            "The Zionists Occupied it. Zionists? One Zionist Occupied it.",
        ),
        ("after many yearsThe war, the next years", "after many years The war, the next years"),
        ("It came to an end.The next day", "It came to an end. The next day"),
        ("Il est mort à la fin.Les autres", "Il est mort à la fin. Les autres"),
        ("Das sagte derBundestag, der Bundestag.", "Das sagte der Bundestag, der Bundestag."),
        ("Это былаМосква. Москва", "Это была Москва. Москва"),
    ],
)
def test_words_run_together_come_apart(raw, text):
    assert repair(raw).text == text


NAMES_WITH_CAPITALS = """
McDonald MacArthur LeBron DiCaprio deGrasse FitzGerald iPhone YouTube PayPal eBay WhatsApp FaceTime ExxonMobil
BlackRock MarketingProfs TheStreet LehrerInnen BVerfG BahnCard IJsselmeer O'Neill hUigínn nGael d'Estaing U.S.-led
Booking.Com index.Html St.Petersburg theGuardian.The/x #theGuardian @theGuardian info@the.Guardian a.theGuardian.Com
fmt.Println(the) context.Context, time.Second foo_theGuardian 12theGuardian
"""


@pytest.mark.parametrize(
    "name",
    NAMES_WITH_CAPITALS.split(),
)
def test_names_with_a_capital_inside_stay_whole(name):
    parts = re.sub(r"([A-Z]?[a-z]+)", r" \1 ", name)
    raw = f"We saw {name} there, and {parts} with {parts.lower()} as {parts.title()} goes on."
    assert name in repair(raw).text


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


@pytest.mark.parametrize("hyphen", ["-", "\xad"])
def test_words_broken_at_the_ends_of_wrapped_lines_become_whole(hyphen):
    text = (
        "The govern\xadment of the repub\xadlic fell in Novem\xadber, and then nobody knew who would govern the coun\xadtry. "
        * 4
    )
    raw = (
        textwrap.fill(text.replace("\xad", "- "), 50, break_on_hyphens=False)
        .replace("- ", "")
        .replace("-\n", f"{hyphen}\n")
    )
    assert f"{hyphen}\n" in raw
    assert repair(raw).text == text.replace("\xad", "").rstrip()


@pytest.mark.parametrize("width", [41, 48, 58, 66, 77])
def test_wrapped_compounds_keep_their_hyphen(width):
    text = "The Anglo-Egyptian treaty of 1936-1955 was signed, and the Franco-German line, long disputed, was not. " * 4
    raw = textwrap.fill(text, width)
    assert "o-\n" in raw
    assert repair(raw).text == text.rstrip()


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
        "theGuardian. " * 100_000,
        "x.The" * 200_000,
        "aA" * 500_000,
        "\xad\n" * 100_000,
        "ab-\ncd" * 100_000,
    ],
)
def test_hostile_strings_stay_linear(raw):
    began = time.perf_counter()
    repair(raw)
    assert time.perf_counter() - began < 5

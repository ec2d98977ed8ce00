import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sentences import split_sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gen. Smith met Mr. Brown.|They left."),
        ("en", "It rose 3.5 percent. In May it fell.".replace(". In", ".|In")),
        ("en", "The U.S. Senate voted.|It passed."),
        ("en", "He lives in the U.S.|He was born in Fez."),
        ("en", "On Nov. 24 they signed.|It was late Nov.|The talks went on."),
        ("en", "J. R. Tolkien wrote it.|A. B. Yehoshua did not."),
        ("en", '"Is it over?" he asked.|"No!"|She left.'),
        ("en", "Well... maybe not.|Wait...|Then it came."),
        ("en", "He works for Acme Inc. Chairman Jones knows.|He bought Acme Inc.|The price was low."),
        ("en", "He came at 5 p.m.|The hall was full.|See No. 10 and p. 4."),
        ("en", "(It was so.)|[Then it was not.]|Fine."),
        ("en", "1. Take the boat.|2. Row."),
        ("en", "It ended in 1961.|Nobody knew."),
        ("en", "First line\n|second line.\n\n|Third"),
        ("en", "Visit www.example.com.|Then call."),
        ("en", "Roe v. Wade stands.|St. Louis is far."),
        ("fr", "M. Dupont a vu Mme. Durand.|Elle est partie."),
        ("fr", "Il a dit : « C’est fini. »|Puis il partit."),
        ("es", "El Sr. García llegó de EE.UU. Ayer habló.|¿Quién lo vio?|Nadie."),
        ("de", "Am 24. November kam Dr. Müller.|Er blieb.|Es war 1999.|Dann ging er."),
        ("de", "Das gilt z. B. Bayern.|Sonst nichts."),
        ("ar", "وصل د. أحمد إلى الرباط.|ثم غادر؟|نعم."),
        ("he", "הוא הגיע לרבאט.|מה קרה?|לא ידוע."),
        ("zh", "他来了。|她走了！|好。"),
        ("ja", "「行くぞ。」|彼は言った。"),
        ("hi", "वह आया।|वह गया।"),
        ("xx", "Dr. Who came.|He left."),
    ],
)
def test_sentences(language, text):
    parts = text.split("|")
    joined = " ".join(parts) if language not in ("zh", "ja") else "".join(parts)
    assert [joined[a:b] for a, b in split_sentences(joined, language=language)] == [part.strip() for part in parts]


@pytest.mark.parametrize("text", ["", "   ", "\n\r\n", "...", "?!?!", ". . .", "\x00", "a" * 50])
def test_odd_texts_lose_nothing(text):
    spans = split_sentences(text, language="en")
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(st.text(alphabet="aAZ1 .!?\n\"'。…)", max_size=60), st.sampled_from(["en", "de", "ar", "und"]))
def test_spans_are_ordered_trimmed_and_cover_the_text(text, language):
    spans = split_sentences(text, language=language)
    assert all(text[a:b] and text[a:b] == text[a:b].strip() for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "A. " * 100_000,
        "x" * 1_000_000,
        " " * 300_000,
        "." * 300_000,
        ". \n" * 100_000,
        "a" + " " * 300_000 + "b",
        "." * 300_000 + "x",
    ],
)
def test_hostile_texts_stay_linear(text):
    began = time.perf_counter()
    split_sentences(text, language="en")
    assert time.perf_counter() - began < 3

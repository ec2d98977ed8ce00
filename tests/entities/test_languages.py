"""The rules in languages besides English and French: texts and the spans of a model in, spans out."""

import re

import pytest

from dateline.article import NameSpan, Passage
from dateline.entities.arbitration import arbitrate
from dateline.entities.casing import truecase
from dateline.entities.clitics import without_clitics
from dateline.entities.tagged import Tagged
from dateline.entities.trimming import trim
from dateline.entities.words import LANGUAGES, words
from dateline.letters import CAPITAL, SMALL


def spans(text: str, *names: tuple[str, str]) -> list[NameSpan]:
    return [NameSpan(0, text.index(name), text.index(name) + len(name), label) for name, label in names]


def settled(text: str, language: str, *names: tuple[str, str]) -> list[tuple[str, str]]:
    found = arbitrate(
        [text],
        spans(text, *names),
        known=words(language),
        is_strong_place=lambda name: False,
        is_town=lambda name: False,
    )
    return [(text[span.start : span.end], span.label) for span in found]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Het huis van Brandsma is verkocht.", "nl", "Brandsma"),
        ("Wat vindt hij van de Wit? Karel de Wit zweeg.", "nl", "Karel de Wit"),
        ("Il libro di Bassi è uscito.", "it", "Bassi"),
        ("A casa de Sampaio foi vendida.", "pt", "Sampaio"),
        ("La casa de Rius se vendió.", "es", "Rius"),
    ],
)
def test_a_preposition_is_no_particle(text: str, language: str, name: str) -> None:
    assert (name, "PERSON") in settled(text, language, (name, "PERSON"))


def test_a_small_cyrillic_word_is_no_given_name() -> None:
    assert settled("Позже решение, принятое Беловым, отменили.", "ru", ("Беловым", "PERSON")) == [("Беловым", "PERSON")]


@pytest.mark.parametrize(
    ("text", "language", "rest"),
    [
        ("Presidente Rui Sampaio", "pt", "Rui Sampaio"),
        ("президента Виктора Белова", "ru", "Виктора Белова"),
        ("burgemeester Joost de Wit", "nl", "Joost de Wit"),
        ("הנשיא דוד אלון", "he", "דוד אלון"),
        ("De Wit", "nl", "De Wit"),
        ("de Wit", "nl", "Wit"),
    ],
)
def test_titles_are_trimmed_and_capital_articles_are_not(text: str, language: str, rest: str) -> None:
    trimmed = trim(text, Tagged(0, len(text), "PERSON", 0.9), words(language))
    assert trimmed is not None
    assert text[trimmed.start : trimmed.end] == rest


@pytest.mark.parametrize(
    ("line", "language", "cased"),
    [
        ("EL PRESIDENTE DE LA COMISIÓN LLEGA A MADRID", "es", "el Presidente de la Comisión Llega a Madrid"),
        ("BELOV INCONTRA IL SINDACO DI ROMA", "it", "Belov Incontra il Sindaco di Roma"),
        ("ПРЕЗИДЕНТ БЕЛОВ ПРИБЫЛ В МОСКВУ", "ru", "Президент Белов Прибыл в Москву"),
    ],
)
def test_a_line_in_capitals_gets_its_case_back(line: str, language: str, cased: str) -> None:
    assert truecase([Passage("text", 0, line, "title", language)]) == [cased]


def test_a_letter_that_the_article_shows_to_be_a_clitic_is_left_out() -> None:
    text = "דוד אלון הגיע. ראו את ולדוד אלון שם"
    found = without_clitics(
        [text], spans(text, ("דוד אלון", "PERSON"), ("ולדוד אלון", "PERSON")), is_place=lambda name: False
    )
    assert [text[span.start : span.end] for span in found] == ["דוד אלון", "דוד אלון"]


def test_a_place_that_is_known_without_its_first_letter_only_loses_it() -> None:
    text = "سافر وبرشلونة بعيدة"
    (span,) = without_clitics([text], spans(text, ("وبرشلونة", "PLACE")), is_place=lambda name: name == "برشلونة")
    assert text[span.start : span.end] == "برشلونة"


def test_a_name_is_found_again_behind_a_clitic() -> None:
    text = "דוד אלון דיבר אתמול, ולאלון ענו מיד"
    assert settled(text, "he", ("דוד אלון", "PERSON")) == [("דוד אלון", "PERSON"), ("אלון", "PERSON")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_its_titles(language: str) -> None:
    known = words(language)
    assert known.titles.heads
    assert known.titles.ruler & known.titles.heads


def test_letters_know_their_case_in_every_alphabet() -> None:
    for small, capital in ("aA", "éÉ", "žŽ", "яЯ", "їЇ", "ωΩ"):
        assert re.fullmatch(f"[{SMALL}]", small)
        assert re.fullmatch(f"[{CAPITAL}]", capital)
        assert not re.search(f"[{SMALL}]", capital)
        assert not re.search(f"[{CAPITAL}]", small)
    assert not re.search(f"[{SMALL}{CAPITAL}]", "א ب 1 中")

"""Sentences in the languages of our own model -> persons and places, clitics and titles outside."""

import pytest

from dateline.article import Passage
from dateline.entities import find_names, languages
from dateline.entities.tagged import Tagged
from dateline.entities.trimming import trim
from dateline.entities.words import words

SENTENCES = [
    ("es", "La ministra Carmen Ibáñez Robledo viajó ayer de Sevilla a Bogotá.", ["Carmen Ibáñez Robledo"], ["Sevilla", "Bogotá"]),
    ("it", "Il sindaco Giovanni Brambilla ha incontrato a Torino la scrittrice Elena De Santis.", ["Giovanni Brambilla", "Elena De Santis"], ["Torino"]),
    ("nl", "Burgemeester Jan van der Meulen opende in Utrecht de tentoonstelling van Sofie Peeters.", ["Jan van der Meulen", "Sofie Peeters"], ["Utrecht"]),
    ("pt", "O deputado João Carlos da Silva nasceu em Salvador e mora em Lisboa.", ["João Carlos da Silva"], ["Salvador", "Lisboa"]),
    ("de", "Bürgermeisterin Katrin Neumann empfing in Leipzig den Schriftsteller Jürgen Hofmann.", ["Katrin Neumann", "Jürgen Hofmann"], ["Leipzig"]),
    ("ru", "Министр Сергей Кузнецов прилетел в Берлин и встретился с Анной Шмидт.", ["Сергей Кузнецов", "Анной Шмидт"], ["Берлин"]),
    ("ar", "سافر الوزير أحمد الخطيب من بيروت إلى باريس أمس.", ["أحمد الخطيب"], ["بيروت", "باريس"]),
    ("he", "השר יצחק לוי נסע אתמול לפריז ופגש את דוד כהן.", ["יצחק לוי", "דוד כהן"], ["פריז"]),
]  # fmt: skip


def found(text: str, language: str, label: str) -> list[str]:
    (spans,) = find_names([[Passage("text", 0, text, "body", language)]])
    return [text[span.start : span.end] for span in spans if span.label == label]


@pytest.mark.parametrize(("language", "text", "persons", "places"), SENTENCES, ids=[row[0] for row in SENTENCES])
def test_names_are_found(language: str, text: str, persons: list[str], places: list[str]) -> None:
    assert found(text, language, "PERSON") == persons
    assert [name for name in found(text, language, "PLACE") if name in places] == places


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("he", "הוא סיפר על כך לבנימין נתניהו ולשמעון פרס.", "שמעון פרס"),
        ("ar", "وقال لأحمد الخطيب إن الاجتماع تأجل.", "أحمد الخطيب"),
    ],
)
def test_clitics_stay_outside(language: str, text: str, name: str) -> None:
    assert name in found(text, language, "PERSON")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El Gobierno aprobó el lunes la Ley de Aguas tras dos horas de debate."),
        ("de", "Der Bundesrat stimmte am Freitag dem Gesetz über die Pflegeversicherung zu."),
        ("nl", "De regering keurde maandag het nieuwe waterbeleid goed."),
        ("it", "Il governo ha approvato lunedì la legge di bilancio."),
        ("ru", "Правительство в понедельник одобрило закон о бюджете."),
        ("he", "הממשלה אישרה אתמול את חוק התקציב אחרי דיון ארוך."),
        ("ar", "وافقت الحكومة أمس على قانون الميزانية بعد نقاش طويل."),
    ],
)
def test_sentences_without_persons_have_none(language: str, text: str) -> None:
    assert found(text, language, "PERSON") == []


def test_every_name_says_how_sure_it_is() -> None:
    for language, text, _, _ in SENTENCES:
        (spans,) = find_names([[Passage("text", 0, text, "body", language)]])
        assert all(0 < span.confidence <= 1 for span in spans)


def test_languages_are_those_with_a_model() -> None:
    assert languages() >= {"ar", "de", "en", "es", "fr", "he", "it", "nl", "pt", "ru"}


@pytest.mark.parametrize(
    ("language", "span", "name"),
    [
        ("de", "verlas Günter Schabowski", "Günter Schabowski"),
        ("es", "Felipe VI hereda", "Felipe VI"),
        ("nl", "Van der Meulen", "Van der Meulen"),
        ("en", "bin Laden", "bin Laden"),
        ("en", "john smith", "john smith"),
    ],
)
def test_verbs_beside_a_name_stay_outside(language: str, span: str, name: str) -> None:
    trimmed = trim(span, Tagged(0, len(span), "PERSON", 0.9), words(language))
    assert trimmed is not None
    assert span[trimmed.start : trimmed.end] == name


def test_peoples_in_scripts_without_capitals_are_no_persons() -> None:
    assert found("وقال البريطانيون إنهم سيرفضون الاقتراح، ورد الفرنسيون بالموافقة.", "ar", "PERSON") == []

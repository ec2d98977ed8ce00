"""Places of languages that inflect names or melt words together: text and spans in, rows out."""

import pytest

from dateline.article import NameSpan, Passage
from dateline.places import PlaceMention, extract_places
from dateline.places.inflection import nominatives


def found(text: str, name: str, language: str, *, confidence: float = 0.95, label: str = "PLACE") -> list[PlaceMention]:
    start = text.index(name)
    passage = Passage("text", 0, text, "body", language)
    return extract_places([passage], [NameSpan(0, start, start + len(name), label, confidence)])


@pytest.mark.parametrize(
    ("text", "name", "language", "place"),
    [
        ("Они встретились в Нижнем Новгороде.", "Нижнем Новгороде", "ru", "Nizhniy Novgorod"),
        ("Самолёт вылетел из Лондона.", "Лондона", "ru", "London"),
        ("Переговоры с Польшей продолжаются.", "Польшей", "ru", "Poland"),
        ("Граница Китая закрыта.", "Китая", "ru", "China"),
        ("Форум прошёл в Нью-Йорке.", "Нью-Йорке", "ru", "New York"),
        ("Жители Афин протестуют.", "Афин", "ru", "Athens"),
        ("Die Straßen Berlins sind leer.", "Berlins", "de", "Berlin"),
        ("Die Grenzen Südafrikas sind offen.", "Südafrikas", "de", "South Africa"),
    ],
)
def test_an_inflected_name_finds_its_place_and_keeps_its_span(text: str, name: str, language: str, place: str) -> None:
    (mention,) = found(text, name, language)
    assert (text[mention.start : mention.end], mention.place.place_id.partition(":")[0]) == (name, "geonames")
    assert mention.place.name.startswith(place)


@pytest.mark.parametrize(
    ("text", "name", "language", "confidence", "expected"),
    [
        ("Sie wohnt in Unterkrappelbach.", "Unterkrappelbach", "de", 0.95, ["Unterkrappelbach"]),
        ("Sie wohnt in Unterkrappelbach.", "Unterkrappelbach", "de", 0.7, []),
        ("In contrada Vallescura crolla un muro.", "contrada Vallescura", "it", 0.95, []),  # no capital
        ("Der Main-Tauber-Kreis baut.", "Main-Tauber-Kreis", "de", 0.95, ["Main-Tauber-Kreis"]),
        ("De HQ is dicht.", "HQ", "nl", 0.95, []),
    ],
)
def test_a_sure_name_that_no_list_holds_is_a_place(
    text: str, name: str, language: str, confidence: float, expected: list[str]
) -> None:
    mentions = found(text, name, language, confidence=confidence)
    assert [text[m.start : m.end] for m in mentions] == expected
    assert {m.link_reason for m in mentions} <= {"unlisted"}
    assert all(m.place.place_id.startswith("local:") and m.confidence < 0.75 for m in mentions)


def test_a_sure_organisation_keeps_the_name_of_a_town() -> None:
    text = "El Barcelona ganó la liga."
    assert found(text, "Barcelona", "es", label="ORG", confidence=0.99) == []
    assert len(found(text, "Barcelona", "es", label="ORG", confidence=0.6)) == 1


def test_what_only_a_model_sees_is_as_sure_as_the_model() -> None:
    sure, unsure = (found("Elle vit à Pontarlier.", "Pontarlier", "fr", confidence=c)[0] for c in (0.95, 0.5))
    assert sure.place == unsure.place
    assert sure.confidence > unsure.confidence


@pytest.mark.parametrize(("language", "name"), [("en", "Londons"), ("ru", "Сочи"), ("ru", ""), ("de", "Ems")])
def test_nominatives_never_fail(language: str, name: str) -> None:
    assert name not in nominatives(language, name)


def test_nominatives_are_bounded() -> None:
    assert len(nominatives("ru", "Великой Новой Синей Старой Малой Белой")) < 200

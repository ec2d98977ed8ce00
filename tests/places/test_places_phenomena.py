"""Features with head words, swallowed articles, ships, mastheads, capitals, context: one table per phenomenon."""

import pytest

from dateline.article import NameSpan, Passage
from dateline.places import PlaceMention, extract_places, is_strong_place


def places(text: str, language: str = "en", **labelled: str) -> list[PlaceMention]:
    names = [
        NameSpan(0, text.index(name.replace("_", " ")), text.index(name.replace("_", " ")) + len(name), label)
        for name, label in labelled.items()
    ]
    return extract_places([Passage("text", 0, text, "body", language)], names)


def surfaces(text: str, language: str = "en", **labelled: str) -> list[str]:
    return [text[m.start : m.end] for m in places(text, language, **labelled)]


@pytest.mark.parametrize(
    ("text", "language", "name", "kind"),
    [
        ("Rain filled Lake Quarrendon again.", "en", "Lake Quarrendon", "water"),
        ("They mined the Strait of Vellmar.", "en", "Strait of Vellmar", "water"),
        ("Engineers left the Ostrava Dam at dusk.", "en", "Ostrava Dam", "water"),
        ("Tanks crossed the Hollin Desert.", "en", "Hollin Desert", "landform"),
        ("Une crue emplit le lac Verdier.", "fr", "lac Verdier", "water"),
        ("La flotte mouilla dans la baie de Tunis.", "fr", "baie de Tunis", "water"),
        ("Los barcos cruzaron el golfo de Valnera.", "es", "golfo de Valnera", "water"),
    ],
)
def test_a_head_word_proves_a_feature(text: str, language: str, name: str, kind: str) -> None:
    (mention,) = places(text, language)
    assert (text[mention.start : mention.end], mention.place.kind) == (name, kind)


def test_a_feature_lies_where_its_name_does() -> None:
    (airport,) = places("Flights left Agadir Airport on time.")
    assert (airport.place.name, airport.place.country_code, airport.place.kind) == ("Agadir Airport", "MA", "facility")
    assert airport.place.latitude == pytest.approx(30.4, abs=0.3)
    (gulf,) = places("Le golfe de Salonique gela.", "fr")
    assert (gulf.place.country_code, gulf.place.latitude) == ("", pytest.approx(40.6, abs=0.3))


@pytest.mark.parametrize(
    "text",
    ["Veronica Lake smiled.", "He teaches at Mount Pemberton High School.", "The River rose.", "Summer camp begins."],
)
def test_no_feature(text: str) -> None:
    assert places(text, **({"Veronica_Lake": "PERSON"} if "Veronica" in text else {})) == []


@pytest.mark.parametrize(
    ("text", "language", "name", "code"),
    [
        ("The tanker waited in the Great Bitter Lake.", "en", "Great Bitter Lake", "EG"),
        ("Le convoi gagna le canal de Suez.", "fr", "Suez Canal", "EG"),
        ("They were held in Tindouf.", "en", "Tindouf", "DZ"),
        ("Families left Ain al-Hilweh.", "en", "Ain al-Hilweh", "LB"),
        ("Militias hold the Kodori Gorge.", "en", "Kodori Gorge", "GE"),
        ("Peace came to Amhara late.", "en", "Amhara", "ET"),
        ("Le bac de La Goulette partait tôt.", "fr", "La Goulette", "TN"),
        ("السفن في البحيرات المرة", "ar", "Great Bitter Lake", "EG"),
    ],
)
def test_listed_features(text: str, language: str, name: str, code: str) -> None:
    assert (name, code) in [(m.place.name, m.place.country_code) for m in places(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il vola d'Athènes au Caire.", ["Athènes", "Caire"]),
        ("Les rues du Caire dorment.", ["Caire"]),
        ("La cour de La Haye siège.", ["La Haye"]),
        ("Un chalet aux Rousses.", ["Rousses"]),
        ("Un train part du Havre.", ["Havre"]),
        ("Il parle du havre de paix.", []),
    ],
)
def test_swallowed_articles(text: str, expected: list[str]) -> None:
    assert surfaces(text, "fr") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("HMS Liverpool sailed; by night the Liverpool was lost.", []),
        ("The frigate Belfast put in at Belfast.", ["Belfast"]),
        ("Liverpool voted.", ["Liverpool"]),
        ("The Bordeaux was torpedoed off Iceland.", ["Iceland"]),
    ],
)
def test_ships_are_no_places(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_ner_does_not_make_a_ship_a_place() -> None:
    assert surfaces("The destroyer Coventry burned.", Coventry="PLACE") == []


def test_a_masthead_is_no_place() -> None:
    assert surfaces("LE COURRIER DU MAROC", "fr") == []
    assert surfaces("KYIV POST") == []


def test_a_surname_of_the_document_is_no_place() -> None:
    text = "Clarissa Medway wrote. Medway objected."
    spans = [NameSpan(0, 0, 15, "PERSON"), NameSpan(0, 23, 29, "PLACE")]
    assert extract_places([Passage("text", 0, text, "body", "en")], spans) == []


def test_a_preposition_makes_a_town_of_what_ner_took_for_a_firm() -> None:
    assert surfaces("Workers met near Coventry today.", Coventry="ORG") == ["Coventry"]
    assert surfaces("Workers told Coventry today.", Coventry="ORG") == []


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Le vol pour Tunis est plein.", "fr", "city"),
        ("Le vol pour Alger est plein.", "fr", "city"),
        ("Le vol pour Mexico est plein.", "fr", "city"),
        ("The flight to Mexico is full.", "en", "country"),
        ("Der Flug nach Brasilia ist voll.", "de", "city"),
        ("Le Luxembourg vote.", "fr", "country"),
        ("Le Koweït vote.", "fr", "country"),
        ("Le Guatemala vote.", "fr", "country"),
        ("Singapour vote.", "fr", "country"),
        ("Dschibuti wählt.", "de", "country"),
        ("Panamá vota.", "es", "country"),
        ("الكويت بعيدة", "ar", "country"),
        ("סינגפור רחוקה", "he", "country"),
    ],
)
def test_capitals_and_countries(text: str, language: str, kind: str) -> None:
    assert [m.place.kind for m in places(text, language)] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Trains ran to East Berlin.", "en", "East Berlin"),
        ("Un train pour Berlin-Ouest.", "fr", "West Berlin"),
        ("Züge fuhren nach Ost-Berlin.", "de", "East Berlin"),
        ("Shells fell on West Beirut.", "en", "West Beirut"),
        ("Quiet returned to South Lebanon.", "en", "Southern Lebanon"),
        ("Fog over northern Morocco.", "en", "Morocco"),
    ],
)
def test_halves(text: str, language: str, name: str) -> None:
    assert [m.place.name for m in places(text, language)] == [name]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Beirut slept. Lebanese police in Tripoli and Sidon did not.", "LB"),
        ("Grain left Tripoli in northern Lebanon for Egypt, Turkey and Romania.", "LB"),
        ("Benghazi slept. Libyan police in Tripoli and Misrata did not.", "LY"),
    ],
)
def test_the_story_decides_between_towns_of_one_name(text: str, code: str) -> None:
    assert [m.place.country_code for m in places(text, Tripoli="PLACE") if m.place.name == "Tripoli"] == [code]


def test_argentine_is_a_country_in_french_alone() -> None:
    assert [m.usage for m in places("Argentine troops left.")] == ["demonym"]
    assert [m.usage for m in places("Il quitta l'Argentine.", "fr")] == ["literal"]


@pytest.mark.parametrize("language", ["und", "zh", "sw"])
def test_languages_without_names_give_no_rows(language: str) -> None:
    assert places("Paris and Morocco", language, Paris="PLACE") == []
    assert not is_strong_place("Morocco", language)


@pytest.mark.parametrize("name", ["Alexandria", "Ismailia", "Trieste", "Tindouf", "Portsmouth", "Hebron"])
def test_towns_that_models_take_for_persons_are_strong(name: str) -> None:
    assert is_strong_place(name, "en")


@pytest.mark.parametrize("name", ["Constantine", "Florence", "Jordan", "Sidney", "Mila", "Benslimane"])
def test_given_names_and_surnames_are_not(name: str) -> None:
    assert not is_strong_place(name, "en")

"""Text in, place mentions out: one table per phenomenon."""

import pytest

from dateline.article import NameSpan, Passage
from dateline.places import PlaceMention, extract_places, is_strong_place


def passages(*texts: str, language: str = "en") -> list[Passage]:
    return [Passage("text", 0, text, "body", language) for text in texts]


def spans(text: str, **labelled: str) -> list[NameSpan]:
    """All occurrences of each `Name_with_spaces=LABEL` in a text."""
    found = []
    for name, label in labelled.items():
        word, start = name.replace("_", " "), 0
        while (start := text.find(word, start)) >= 0:
            found.append(NameSpan(0, start, start + len(word), label))
            start += len(word)
    return found


def places(text: str, language: str = "en", publisher: str = "", **labelled: str) -> list[PlaceMention]:
    return extract_places(passages(text, language=language), spans(text, **labelled), publisher=publisher)


def surfaces(text: str, mentions: list[PlaceMention]) -> list[str]:
    return [text[m.start : m.end] for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officials flew from Rabat to Algiers.", ["Rabat", "Algiers"]),
        ("A Casablanca-based paper covers Israel-Morocco trade.", ["Casablanca", "Israel", "Morocco"]),
        ("The Oslo Accords were signed far from Oslo.", ["Oslo"]),
        ("She reads the Jerusalem Post and the Times of Israel in Haifa.", ["Haifa"]),
        ("He studied at the University of Oslo.", []),
        ("The Geneva Conventions and the Kyoto Protocol apply.", []),
        ("It moved from Côte d'Ivoire to Guinea-Bissau.", ["Côte d'Ivoire", "Guinea-Bissau"]),
        ("Washington, D.C. is cold; so is St. Petersburg.", ["Washington, D.C.", "St. Petersburg"]),
        ("The U.S. and the UAE told us nothing.", ["U.S.", "UAE"]),
        ("They walked along the west bank of the river.", []),
        ("It cost US$ 5 and US$5.", []),
        ("It may rain; male staff and a nice reading room.", []),
    ],
)
def test_names_without_ner(text: str, expected: list[str]) -> None:
    assert surfaces(text, places(text)) == expected


@pytest.mark.parametrize(
    ("text", "name", "kind", "code"),
    [
        ("Rabat claims Western Sahara.", "Western Sahara", "territory", "EH"),
        ("Aid reached Palestine.", "Palestine", "country", "PS"),
        ("Kosovo celebrates.", "Kosovo", "country", "XK"),
        ("The Soviet Union fell.", "Soviet Union", "country", ""),
        ("War in the Middle East.", "Middle East", "region", ""),
        ("Drought in North Africa.", "North Africa", "region", ""),
        ("The Mahgreb has much to gain.", "Maghreb", "region", ""),
        ("Across Africa, prices rose.", "Africa", "continent", ""),
        ("Ships left the Red Sea.", "Red Sea", "water", ""),
        ("Dust from the Sahara.", "Sahara", "landform", ""),
        ("Trucks wait at Guerguerat.", "Guerguerat", "city", "EH"),
        ("The Kremlin is silent.", "Kremlin", "facility", "RU"),
        ("Talks in Jerusalem.", "Jerusalem", "city", "IL"),
        ("Vote in Catalonia.", "Catalonia", "region", "ES"),
        ("Snow on the Golan Heights.", "Golan Heights", "region", "SY"),
    ],
)
def test_kinds_and_codes(text: str, name: str, kind: str, code: str) -> None:
    (mention,) = [m for m in places(text) if m.place.name == name]
    assert (mention.place.kind, mention.place.country_code) == (kind, code)


def test_rows_carry_geonames_ids_and_coordinates() -> None:
    (jerusalem,) = places("Talks in Jerusalem.")
    assert jerusalem.place.place_id == "geonames:281184"
    assert jerusalem.place.country == "Israel"
    (crossing,) = places("Trucks wait at Guerguerat.")
    assert crossing.place.place_id == "local:guerguerat"
    assert (crossing.place.latitude, crossing.place.longitude) == (21.42, -16.96)
    (country,) = places("Morocco voted.")
    assert country.place.place_id == "geonames:2542007"
    assert country.place.latitude == pytest.approx(33, abs=2)


@pytest.mark.parametrize(
    ("text", "surface", "code", "admin1"),
    [
        ("Clashes in Tripoli spread to Benghazi, Libya.", "Tripoli", "LY", None),
        ("In Tripoli, Lebanon, and in Beirut, shops closed.", "Tripoli", "LB", None),
        ("Tbilisi and Batumi, in Georgia, held votes.", "Georgia", "GE", None),
        ("Atlanta and Savannah, in Georgia, held votes.", "Georgia", "US", None),
        ("Cambridge and Boston, Massachusetts, met.", "Cambridge", "US", "Massachusetts"),
        ("Cambridge beat Oxford in England.", "Cambridge", "GB", None),
        ("Alexandria and Cairo are the largest cities of Egypt.", "Alexandria", "EG", None),
        ("Alexandria, Virginia, lies near Arlington, Virginia.", "Alexandria", "US", "Virginia"),
        ("San José and Oakland, California, merged lines.", "San José", "US", "California"),
        ("San José is the capital of Costa Rica.", "San José", "CR", None),
        ("She lives in Paris, Texas.", "Paris", "US", "Texas"),
        ("She lives in Paris.", "Paris", "FR", None),
        ("Police in Washington said nothing.", "Washington", "US", None),
    ],
)
def test_ambiguous_names(text: str, surface: str, code: str, admin1: str | None) -> None:
    labelled = dict.fromkeys(
        ("Tripoli", "Georgia", "Cambridge", "Alexandria", "San_José", "Oxford", "Atlanta", "Virginia"), "PLACE"
    )
    found = {text[m.start : m.end]: m.place for m in places(text, **labelled)}
    assert found[surface].country_code == code
    if admin1 is not None:
        assert found[surface].admin1 == admin1


def test_a_capital_is_not_its_country() -> None:
    assert [m.place.kind for m in places("O presidente do Brasil em Brasília.", "pt")] == ["country", "city"]


def test_one_sense_per_document() -> None:
    text = "Paris, Texas, has a tower. Paris is proud of it."
    assert {m.place.admin1 for m in places(text) if text[m.start : m.end] == "Paris"} == {"Texas"}


@pytest.mark.parametrize(
    ("text", "labelled", "expected"),
    [
        ("Michael Jordan scored. Jordan smiled.", {"Michael_Jordan": "PERSON"}, []),
        ("Paris Hilton flew home.", {"Paris_Hilton": "PERSON"}, []),
        ("Israel Katz spoke in Haifa.", {"Israel_Katz": "PERSON"}, ["Haifa"]),
        ("Amman is in Jordan.", {"Jordan": "PLACE"}, ["Amman", "Jordan"]),
        ("The Bank of Morocco lent it.", {"Bank_of_Morocco": "ORG"}, []),
        ("Israel won.", {"Israel": "ORG"}, ["Israel"]),
        (
            "The Kansas Department of Health met in Topeka.",
            {"Kansas_Department_of_Health": "ORG", "Topeka": "PLACE"},
            ["Topeka"],
        ),
        ("A Paris-based firm", {"Paris-based": "OTHER"}, ["Paris"]),
        ("In northern Israel it rained.", {"northern_Israel": "PLACE"}, ["Israel"]),
        ("He met them in Xyzzyqua.", {"Xyzzyqua": "PLACE"}, []),  # in no list, and nobody is sure
        ("Fire on Ridgelark Avenue.", {"Ridgelark_Avenue": "PLACE"}, ["Ridgelark Avenue"]),
        ("Some states agreed.", {"states": "PLACE"}, []),
        ("The (PA) report", {"PA": "PLACE"}, []),
        ("South Korea and Korea", {"Korea": "PLACE"}, ["South Korea", "Korea"]),
    ],
)
def test_ner_spans(text: str, labelled: dict[str, str], expected: list[str]) -> None:
    assert surfaces(text, places(text, **labelled)) == expected


def test_a_feature_in_no_list_is_local_and_unsure() -> None:
    (street,) = places("Fire on Ridgelark Avenue.", Ridgelark_Avenue="PLACE")
    assert street.place.place_id == "local:ridgelark-avenue"
    assert (street.place.latitude, street.candidates, street.link_reason) == (None, 0, "unlisted")
    assert street.confidence < 0.75


@pytest.mark.parametrize(
    ("text", "language", "usage"),
    [
        ("Rabat said it would leave.", "en", "metonymic"),
        ("Analysts think that Paris refused.", "en", "metonymic"),
        ("Israel has rejected it.", "en", "metonymic"),
        ("A man from Paris refused.", "en", "literal"),
        ("The mayor of Paris said no.", "en", "literal"),
        ("Paris is wet.", "en", "literal"),
        ("Rabat accuse Alger.", "fr", "metonymic"),
        ("Paris a refusé.", "fr", "metonymic"),
        ("Paris a une tour.", "fr", "literal"),
        ("Madrid rechazó la propuesta.", "es", "metonymic"),
        ("Berlin lehnte ab.", "de", "metonymic"),
        ("Moroccan officials met.", "en", "demonym"),
        ("Israelis voted.", "en", "demonym"),
    ],
)
def test_usage(text: str, language: str, usage: str) -> None:
    assert places(text, language)[0].usage == usage


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("השר נסע לירושלים ומשם לרבאט במרוקו.", "he", ["ירושלים", "רבאט", "מרוקו"]),
        ("הישראלים והמרוקאים נפגשו במזרח התיכון.", "he", ["ישראלים", "מרוקאים", "מזרח התיכון"]),
        ('נשיא ארה"ב נחת בתל אביב.', "he", ['ארה"ב', "תל אביב"]),
        ("سافر الوزير من الرباط إلى القدس وبالدار البيضاء.", "ar", ["الرباط", "القدس", "الدار البيضاء"]),
        ("الوزير المغربي في الشرق الأوسط وللمغرب.", "ar", ["المغربي", "الشرق الأوسط", "مغرب"]),
        (
            "Les Marocains et l'Algérie, l'océan Indien, les soldats français.",
            "fr",
            ["Marocains", "Algérie", "océan Indien", "français"],
        ),
        ("El Gobierno marroquí, Nueva York y EE.UU.", "es", ["marroquí", "Nueva York", "EE.UU."]),
        (
            "Die marokkanische Regierung in den Vereinigten Staaten und Wien.",
            "de",
            ["marokkanische", "Vereinigten Staaten", "Wien"],
        ),
        ("Frankreichs Präsident und Deutschlands Grenzen.", "de", ["Frankreichs", "Deutschlands"]),
        ("O presidente do Brasil em Brasília.", "pt", ["Brasil", "Brasília"]),
        ("Израиль и США", "ru", ["Израиль", "США"]),
        ("Les accords d'Oslo ; l'université de Rabat.", "fr", []),
    ],
)
def test_languages_without_ner(text: str, language: str, expected: list[str]) -> None:
    assert surfaces(text, places(text, language)) == expected


@pytest.mark.parametrize("text", ["He speaks French.", "Written in Spanish.", "French lessons are dear."])
def test_a_language_is_no_people(text: str) -> None:
    assert places(text) == []


def test_adjectives_in_a_phrase_are_a_people() -> None:
    text = "Riots in French cities."
    assert surfaces(text, places(text)) == ["French"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ELKVIEW, W.Va. (AP) — A fire broke out.", "ELKVIEW"),
        ("BANTAM — A worker was charged.", "BANTAM"),
        ("Rep. Smith, from Elbow Lake, Minnesota, voted.", "Elbow Lake"),
    ],
)
def test_position_gives_towns_away(text: str, expected: str) -> None:
    assert expected in surfaces(text, places(text))


@pytest.mark.parametrize(
    ("name", "language", "strong"),
    [
        ("Morocco", "en", True),
        ("Maroc", "fr", True),
        ("Rabat", "en", True),
        ("Texas", "en", True),
        ("Africa", "en", True),
        ("Middle East", "en", True),
        ("ירושלים", "he", True),
        ("Jordan", "en", False),
        ("Victoria", "en", False),
        ("Paris Hilton", "en", False),
        ("Moroccan", "en", False),
        ("turkey", "en", False),
        ("", "en", False),
    ],
)
def test_is_strong_place(name: str, language: str, strong: bool) -> None:
    assert is_strong_place(name, language) is strong


def test_the_publisher_speaks_for_its_country() -> None:
    text = "The council in Hamilton met."
    here = places(text, publisher="example.co.nz", Hamilton="PLACE")[0].place.country_code
    there = places(text, publisher="example.ca", Hamilton="PLACE")[0].place.country_code
    assert (here, there) == ("NZ", "CA")

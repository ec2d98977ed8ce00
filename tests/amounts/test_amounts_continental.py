"""What French, Spanish and German share: ages in years, lists, changes and where they led, degrees, points, ordinals."""

import pytest

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Passage
from dateline.dates import extract_dates


def rows(text: str, language: str, **countries: int) -> list[AmountMention]:
    passages = [Passage("text", 0, text, "body", language)]
    taken = sorted((row.passage, row.start, row.end) for row in extract_dates(passages, published=None))
    return extract_amounts(passages, taken=taken, countries=countries)


def told(text: str, language: str, **countries: int) -> list[tuple[str, float, str]]:
    found = rows(text, language, **countries)
    return [
        (text[row.start : row.end], float(row.low if row.low is not None else row.high or 0), row.unit) for row in found
    ]


def ways(text: str, language: str) -> list[tuple[float, str]]:
    return [(float(row.low or 0), row.direction) for row in rows(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "surfaces"),
    [
        ("fr", "Une couturière de 38 ans a gagné le concours.", ["38 ans"]),
        ("fr", "Les prévenus, âgés de 21 et 34 ans, nient.", ["21", "34 ans"]),
        ("fr", "Les conducteurs de plus de 70 ans repasseront l'examen.", ["plus de 70 ans"]),
        ("es", "Una camarera de 29 años ganó el premio.", ["29 años"]),
        ("es", "Pedro Ruiz, de 58 años, dirige el taller.", ["58 años"]),
        ("es", "Los detenidos, de 21 y 34 años, callan.", ["21", "34 años"]),
        ("es", "Un vecino de 77 años de edad lo vio.", ["77 años de edad"]),
        ("es", "Los conductores mayores de 70 años repetirán el examen.", ["mayores de 70 años"]),
        ("de", "Sie starb im Alter von 91 Jahren.", ["91 Jahren"]),
        ("de", "Die Brüder, 12 und 15 Jahre alt, schwiegen.", ["12", "15 Jahre alt"]),
        ("de", "Jutta Weber (58) leitet das Amt.", ["58"]),
        ("fr", "Un bail de 12 ans lie la commune.", []),
        ("fr", "Après une guerre de dix ans, la paix.", []),
        ("es", "Firmó un contrato de 12 años.", []),
        ("de", "Nach 12 Jahren kehrte er zurück.", []),
        ("de", "Ein Meister mit 25 Jahren Erfahrung.", []),
        ("de", "Das Bündnis (67) zerfiel.", []),
    ],
)
def test_years_that_are_an_age_and_years_that_last(language: str, text: str, surfaces: list[str]) -> None:
    assert [text[row.start : row.end] for row in rows(text, language) if row.kind == "age"] == surfaces


@pytest.mark.parametrize(
    ("language", "text", "changes"),
    [
        ("de", "Die Quote fiel auf 4,1 Prozent.", [(4.1, "")]),
        ("de", "Der Gewinn stieg von 3 Milliarden auf 5 Milliarden Euro.", [(3e9, ""), (5e9, "")]),
        ("de", "Die Zahl der Ehen nahm um 3 Prozent ab.", [(3, "down")]),
        ("de", "Der Preis legte um 3 Prozent zu.", [(3, "up")]),
        ("de", "Der Verein nahm 40 Millionen Euro ein.", [(4e7, "")]),
        ("de", "Der Kurs verlor am Abend 2,5 Prozent.", [(2.5, "down")]),
        ("de", "Ein Koch verdient 2.900 Euro.", [(2900, "")]),
        ("es", "La tasa cayó al 4,1 %.", [(4.1, "")]),
        ("es", "El banco bajó el tipo 50 puntos básicos.", [(50, "down")]),
        ("es", "El cocinero gana 2.900 euros al mes.", [(2900, "")]),
        ("es", "Las ventas crecieron un 8 %, hasta 30 millones de euros.", [(8, "up"), (3e7, "")]),
        ("es", "El gasto pasó de 300 millones a 500 millones de euros.", [(3e8, ""), (5e8, "")]),
        ("fr", "Le taux est tombé à 4,1 %.", [(4.1, "")]),
        ("fr", "Le loyer va augmenter de 5 à 6 %.", [(5, "up")]),
        ("fr", "Le budget est passé de 300 millions à 500 millions d'euros.", [(3e8, ""), (5e8, "")]),
        ("fr", "Le cuisinier gagne 2 900 euros par mois.", [(2900, "")]),
        ("fr", "La banque a abaissé son taux de 50 points de base.", [(50, "down")]),
    ],
)
def test_changes_and_where_they_led(language: str, text: str, changes: list[tuple[float, str]]) -> None:
    assert ways(text, language) == changes


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "des pièces de 5, 10 ou 20 grammes", [("5", 5, "g"), ("10", 10, "g"), ("20 grammes", 20, "g")]),
        ("de", "Münzen zu 20 und 50 Franken", [("20", 20, "CHF"), ("50 Franken", 50, "CHF")]),
        ("es", "compró 14 y luego 30 camiones", [("14", 14, "camiones"), ("30 camiones", 30, "camiones")]),
        ("fr", "18 hommes, femmes et enfants", [("18 hommes, femmes et enfants", 18, "hommes, femmes et enfants")]),
        ("de", "30 Häuser, Gärten und Wege", [("30 Häuser", 30, "Häuser")]),
        ("es", "De los 900 alumnos, 120 faltaron.", [("900 alumnos", 900, "alumnos"), ("120", 120, "alumnos")]),
        ("fr", "trois douzaines de tuiles", [("trois douzaines de tuiles", 36, "tuiles")]),
        ("es", "cuatro docenas de huevos", [("cuatro docenas de huevos", 48, "huevos")]),
        ("de", "drei- bis viertausend Gäste", [("drei- bis viertausend Gäste", 3000, "Gäste")]),
        ("de", "Einige hundert Gäste", [("Einige hundert Gäste", 300, "Gäste")]),
        ("es", "dos kilómetros y medio.", [("dos kilómetros y medio", 2.5, "km")]),
        ("es", "entre un 5 y un 7 %", [("entre un 5 y un 7 %", 5, "%")]),
        ("es", "20-25 mm de agua", [("20-25 mm", 20, "mm")]),
        ("es", "una cuarta parte del agua", [("una cuarta parte", 0.25, "")]),
        ("de", "Zwei von fünf Schülern", [("Zwei von fünf", 0.4, "")]),
        ("de", "eine 15-prozentige Kürzung", [("15-prozentige", 15, "%")]),
        ("es", "factura 700 mdd al año", [("700 mdd al año", 7e8, "USD")]),
        ("de", "kostet 49,- Euro", [("49,- Euro", 49, "EUR")]),
        ("de", "Gestern 25 Grad in Ulm", [("25 Grad", 25, "Cel")]),
        ("de", "48 Grad nördlicher Breite", [("48 Grad", 48, "deg")]),
        ("fr", "il fait 31 degrés à Nîmes", [("31 degrés", 31, "Cel")]),
        ("es", "pierde tres puntos en la encuesta", [("tres puntos", 3, "pp")]),
        ("es", "ganó el partido por tres puntos", [("tres puntos", 3, "puntos")]),
        ("fr", "128 Go de mémoire", [("128 Go", 128, "GBy")]),
    ],
)
def test_amounts(language: str, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "country", "unit"),
    [
        ("de", "Ein Bier kostet 60 Kronen.", "CZ", "CZK"),
        ("de", "Der Lohn steigt auf 7.000 Pfund.", "EG", "EGP"),
        ("fr", "Le pain coûte 60 000 livres.", "LB", "LBP"),
        ("es", "Pagó 80 reales por la cena.", "BR", "BRL"),
        ("es", "El taxi cuesta $ 250.", "UY", "UYU"),
    ],
)
def test_the_country_of_the_article_tells_the_currency(language: str, text: str, country: str, unit: str) -> None:
    assert [(row.kind, row.unit) for row in rows(text, language, **{country: 4})] == [("money", unit)]
    assert [row.unit for row in rows(text, language)] != [unit]


def test_german_rates_keep_their_capital() -> None:
    found = [row.per for row in rows("Er zahlt 12 Euro pro Kopf, 50 Euro im Monat, 6 Euro täglich.", "de")]
    assert found == ["Kopf", "Monat", "Tag"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Er wurde 17. bei der 50. Auflage."),
        ("de", "Sie feiert den 100. Geburtstag."),
        ("de", "Die Wahl ist am 24."),
        ("de", "Es liegt bei 52,5163 N und 13,3777 O."),
        ("es", "Acabó 17.ª en la 50.ª vuelta."),
        ("es", "El 15-M cambió la plaza."),
        ("es", "Aterrizó en la pista 18."),
        ("fr", "ouvert 24 heures sur 24"),
        ("fr", "Le premier est le 3 mai, le second le 17."),
        ("fr", "Il invoque l'article 49.3 encore."),
    ],
)
def test_no_amount(language: str, text: str) -> None:
    assert told(text, language) == []

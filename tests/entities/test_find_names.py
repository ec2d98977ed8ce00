"""Passages in, names out: what the models and the rules around them make of an article."""

import pytest

from dateline.article import Passage
from dateline.entities import find_names


def article(*lines: str, language: str = "en") -> list[Passage]:
    return [Passage("text", 0, line, "body", language) for line in lines]


def found(*lines: str, label: str = "PERSON", language: str = "en") -> list[str]:
    passages = article(*lines, language=language)
    return [passages[s.passage].text[s.start : s.end] for s in find_names([passages])[0] if s.label == label]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Yesterday King Olav V received Prime Minister Einar Gerhardsen.", ["Olav V", "Einar Gerhardsen"]),
        ("The speech by Margaret Thatcher’s deputy, Geoffrey Howe, was short.", ["Margaret Thatcher", "Geoffrey Howe"]),
        ("The talks were led by Karim Haddad, the Tunisian minister of trade, in Rome.", ["Karim Haddad"]),
        (
            "Former chancellor Ludwig von Mises never met Simon van der Meer.",
            ["Ludwig von Mises", "Simon van der Meer"],
        ),
        ("“I was wrong,” said Sir Winston Churchill.", ["Winston Churchill"]),
    ],
)
def test_the_span_is_the_name_alone(text: str, persons: list[str]) -> None:
    assert found(text) == persons


@pytest.mark.parametrize(
    "text",
    [
        "The army launched Operation Solomon on Friday.",
        "Both sides signed the Abraham Accords in September.",
        "The building belongs to the Rockefeller Foundation.",
        "Aid arrived on board the USS Gerald Ford last night.",
        "The Knesset and the Mossad declined to comment, and so did Hezbollah.",
    ],
)
def test_things_named_after_people_are_no_persons(text: str) -> None:
    assert found(text) == []


def test_a_surname_is_a_person_wherever_the_full_name_is() -> None:
    persons = found(
        "Ehud Tamarin, the head of the agency, spoke first.",
        "Tamarin was cheered. A plan of Tamarin’s failed.",
        "The Tamarin-Weiss talks collapsed, said Ilan Weiss.",
    )
    assert persons == ["Ehud Tamarin", "Tamarin", "Tamarin", "Tamarin", "Weiss", "Ilan Weiss"]


def test_another_bearer_of_a_known_surname_is_another_name() -> None:
    persons = found("Adam Brooke scored twice.", "The others were Lars Madsen, 5 – Zoltan Brooke, and Brooke again.")
    assert persons == ["Adam Brooke", "Lars Madsen", "Zoltan Brooke", "Brooke"]


def test_results_name_persons_by_their_country() -> None:
    persons = found("1. Ana Duarte (Portugal) 2:24.10", "2. Jiri Vorel (Poland) 2:25.32")
    assert persons == ["Ana Duarte", "Jiri Vorel"]


def test_starred_out_words_do_not_hide_names() -> None:
    assert "Boris Tadic" in found("*** ***** Boris Tadic ******* the *** in Belgrade .")


def test_lines_in_capitals_are_read_like_others() -> None:
    lines = ("ANGELA MERKEL MEETS FRANCOIS HOLLANDE IN BERLIN", "Angela Merkel met Francois Hollande in Berlin.")
    assert found(*lines) == ["ANGELA MERKEL", "FRANCOIS HOLLANDE", "Angela Merkel", "Francois Hollande"]
    assert "BERLIN" in found(*lines, label="PLACE")


def test_a_strong_place_taken_for_a_person_is_a_place() -> None:
    assert "Jordan" not in found("Jordan closed its border with Syria on Monday.", "The trade with Jordan stopped.")


def test_french() -> None:
    persons = found(
        "Le président Emmanuel Macron a reçu Angela Merkel à l’Élysée, a dit M. Dupond-Aignan.", language="fr"
    )
    assert persons[:2] == ["Emmanuel Macron", "Angela Merkel"]
    assert found("Le prix Nobel et la rue Victor Hugo à Paris.", language="fr") == []


def test_passages_without_a_model_yield_nothing_and_keep_their_place() -> None:
    passages = [*article("Ο Σίμος Παπαδάκης πήγε στο Παρίσι.", language="el"), *article("Shimon Peres went to Paris.")]
    assert {span.passage for span in find_names([passages])[0]} == {1}


def test_articles_do_not_see_each_other() -> None:
    one, two = article("Ehud Tamarin spoke."), article("The Tamarin is a small monkey.", "A Tamarin eats fruit.")
    assert find_names([one, two]) == [find_names([one])[0], find_names([two])[0]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200f\u202b",
        "*" * 5000,
        "A" * 60_000,
        "Smith " * 12_000,
        "İSTANBUL BÜYÜKŞEHİR BELEDİYESİ AÇIKLADI",
        "’s ’s ’s ( ) « » Mr. Mrs. Dr.",
        "\x00\x01 John\x00Smith",
        "-".join(["Smith"] * 3000),
    ],
)
def test_hostile_text_gives_spans_inside_it(text: str) -> None:
    passages = article(text, "John Smith and Mary Jones met in London.")
    for span in find_names([passages])[0]:
        surface = passages[span.passage].text[span.start : span.end]
        assert surface
        assert surface == surface.strip()


def test_no_articles() -> None:
    assert find_names([]) == []
    assert find_names([[]]) == [[]]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("The photograph is from September1952Konrad Adenauer never saw it.", ["Konrad Adenauer"]),
        (
            "A letter ofKonrad Adenauer reached the LinkedIn page of DeShawn McDonald.",
            ["Konrad Adenauer", "DeShawn McDonald"],
        ),
    ],
)
def test_words_that_run_together_are_read_apart(text: str, persons: list[str]) -> None:
    assert found(text) == persons


@pytest.mark.parametrize(
    ("lines", "persons"),
    [
        (("Selon de Lesseps, le canal paierait.", "La statue de Lesseps est à Port-Saïd."), ["de Lesseps", "Lesseps"]),
        (("Le retour de Gaulle fut bref, dit Paul Aubin.",), ["de Gaulle", "Paul Aubin"]),
        (("Henri de Kersauson parla.", "Après le départ, de Kersauson signa."), ["Henri de Kersauson", "de Kersauson"]),
        (("Le gouvernement de Guy Mollet tomba.", "La chute de Mollet fut lente."), ["Guy Mollet", "Mollet"]),
        (("La veuve d'Ahmed Tazi s'est exilée.", "Les fils d'Ahmed Tazi aussi."), ["Ahmed Tazi", "Ahmed Tazi"]),
        (("Jean d'Ormesson écrivait.", "Les livres de Jean d'Ormesson."), ["Jean d'Ormesson", "Jean d'Ormesson"]),
    ],
)
def test_a_french_particle_belongs_to_its_name_and_a_preposition_does_not(
    lines: tuple[str, ...], persons: list[str]
) -> None:
    assert found(*lines, language="fr") == persons


def test_a_german_noun_before_a_surname_is_no_given_name() -> None:
    lines = ("Franz Sutter kam.", "Dem Abgeordneten Sutter half niemand, und die Familie Sutter schwieg.")
    assert found(*lines, language="de") == ["Franz Sutter", "Sutter", "Sutter"]


def test_a_ruler_ends_with_the_number() -> None:
    assert found("Le roi Abdallah II de Jordanie a reçu Mahmoud Abbas.", language="fr") == [
        "Abdallah II",
        "Mahmoud Abbas",
    ]


def test_a_people_is_no_person() -> None:
    assert found("Thousands of Moroccans left, and David Littman helped the Moroccans.") == ["David Littman"]

"""Persons of articles in, persons out: merging, keeping apart, ids that stay."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import RunError
from dateline.persons import DocumentPerson, Registry, Resolution, resolve_persons


def doc(doc_id: str, *names: str, language: str = "en", title: str = "") -> list[DocumentPerson]:
    """Returns one person per name; `A = B` are two forms of one."""
    titles = ((title, 1),) if title else ()
    return [
        DocumentPerson(doc_id, number, tuple((form, 1) for form in name.split(" = ")), titles, language, None)
        for number, name in enumerate(names)
    ]


def resolve(*documents: list[DocumentPerson], registry: Registry | None = None) -> Resolution:
    clusters = [cluster for document in documents for cluster in document]
    return resolve_persons(clusters, registry=registry or Registry())


def same(resolution: Resolution, one: tuple[str, int], other: tuple[str, int]) -> bool:
    return resolution.links[one][0] == resolution.links[other][0]


@pytest.mark.parametrize(
    ("one", "other", "language", "other_language"),
    [
        ("Mohamed Oufkir", "Muhammad Oufkir", "en", "fr"),
        ("Hassan II", "Hassan II", "en", "fr"),
        ("Mohammed V", "Muhammad V", "en", "en"),
        ("Gamal Abdel Nasser", "Gamal Nasser", "en", "en"),
        ("Bob Dole", "Robert Dole", "en", "en"),
        ("Yitzhak Rabin", "יצחק רבין", "en", "he"),
        ("Menachem Begin", "מנחם בגין", "en", "he"),
        ("Vladimir Putin", "Владимир Путин", "en", "ru"),
        ("Boris Yeltsin", "Борис Ельцин", "en", "ru"),
        ("Mikhail Gorbachev", "Михаила Горбачёва", "en", "ru"),
        ("Anwar Sadat", "أنور السادات", "en", "ar"),
        ("Hosni Mubarak", "حسني مبارك", "en", "ar"),
        ("François Hollande", "Francois Hollande", "fr", "en"),
        ("Hassan II", "الحسن الثاني", "en", "ar"),
    ],
)
def test_one_person(one: str, other: str, language: str, other_language: str) -> None:
    resolution = resolve(doc("d1", one, language=language), doc("d2", other, language=other_language))
    assert len(resolution.persons) == 1


@pytest.mark.parametrize(
    ("one", "other", "language", "other_language"),
    [
        ("Mohammed V", "Mohammed VI", "en", "en"),
        ("Mohammed V", "محمد السادس", "en", "ar"),
        ("Peter Novak", "Jan Novak", "en", "en"),
        ("George W. Bush", "George H. Bush", "en", "en"),
        ("Jim Carter Jr.", "Jim Carter Sr.", "en", "en"),
        ("Yitzhak Rabin", "יצחק שמיר", "en", "he"),
        ("Vladimir Putin", "Владимир Ленин", "en", "ru"),
        ("Dean Saunders", "Sanders", "en", "en"),
        ("Hassan II", "Hassan Tuhami", "en", "en"),
        ("Lee Min", "Lea Min", "en", "en"),
    ],
)
def test_two_persons(one: str, other: str, language: str, other_language: str) -> None:
    resolution = resolve(doc("d1", one, language=language), doc("d2", other, language=other_language))
    assert len(resolution.persons) == 2


def test_a_lone_surname_goes_to_the_one_who_bears_it() -> None:
    resolution = resolve(doc("d1", "Joe Biden"), doc("d2", "Biden"))
    assert same(resolution, ("d1", 0), ("d2", 0))
    assert resolution.links["d2", 0][1] == "surname-across-documents"


def test_a_lone_surname_of_several_goes_to_nobody() -> None:
    resolution = resolve(doc("d1", "Adam Ross"), doc("d2", "Eve Ross"), doc("d3", "Ross"), doc("d4", "Ross"))
    assert len(resolution.persons) == 4


def test_a_given_name_alone_goes_to_whom_articles_call_by_it() -> None:
    known = [doc(f"d{number}", "Saddam Hussein = Saddam") for number in (1, 2)]
    assert len(resolve(*known, doc("d3", "Saddam")).persons) == 1
    assert len(resolve(doc("d1", "David Hussein"), doc("d3", "David")).persons) == 2


def test_an_ambiguous_surname_stays_apart_from_those_in_its_article() -> None:
    resolution = resolve(doc("d1", "Adam Ross", "Eve Ross", "Ross"), doc("d2", "Adam Ross"))
    assert len(resolution.persons) == 3


def test_an_initial_that_fits_two_joins_neither() -> None:
    resolution = resolve(doc("d1", "John Carver"), doc("d2", "James Carver"), doc("d3", "J. Carver"))
    assert len(resolution.persons) == 3


def test_a_single_name_is_one_person_across_articles() -> None:
    assert len(resolve(doc("d1", "Ronaldinho"), doc("d2", "Ronaldinho")).persons) == 1


def test_the_row_of_a_person() -> None:
    resolution = resolve(
        doc("d1", "Mehdi Ben Barka = Ben Barka", title="Leader"),
        doc("d2", "Mehdi Ben Barka"),
        doc("d3", "المهدي بن بركة", language="ar"),
    )
    (person,) = resolution.persons
    assert (person.name, person.given_name, person.family_name) == ("Mehdi Ben Barka", "Mehdi", "Ben Barka")
    assert person.name_native == ("المهدي بن بركة",)
    assert person.titles == ("Leader",)
    assert person.aliases[0] == "Mehdi Ben Barka"
    assert person.person_id.startswith("p_")
    assert resolution.links["d3", 0][1] == "transliteration"


@pytest.mark.parametrize(
    ("names", "given_name", "family_name"),
    [
        ("Hassan II", "Hassan", ""),
        ("Gamal Abdel Nasser", "Gamal", "Abdel Nasser"),
        ("Xi Jinping = Xi", "Jinping", "Xi"),
        ("Pedro Sanchez Castejon = Sanchez", "Pedro", "Sanchez Castejon"),
        ("Carl von Ossietzky", "Carl", "von Ossietzky"),
        ("Jim Carter Jr.", "Jim", "Carter"),
        ("Ronaldinho", "", ""),
    ],
)
def test_given_and_family_name(names: str, given_name: str, family_name: str) -> None:
    (person,) = resolve(doc("d1", names)).persons
    assert (person.given_name, person.family_name) == (given_name, family_name)


CORPUS = [
    doc("d1", "Joe Biden = Biden", "Benny Gantz = Gantz"),
    doc("d2", "Biden", "Yoav Gallant"),
    doc("d3", "Joseph Biden", "Gantz", "Hassan II"),
    doc("d4", "Джо Байден", "Беня Ганц", language="ru"),
    doc("d5", "Adam Ross", "Ross"),
    doc("d6", "Eve Ross", "Mohammed VI", "Mohammed V"),
    doc("d7", "יואב גלנט", "בני גנץ", language="he"),
    doc("d8", "Ross", "J. Biden", "Gallant"),
]


@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(rng: random.Random) -> None:
    clusters = [cluster for document in CORPUS for cluster in document]
    expected = resolve_persons(clusters, registry=Registry())
    rng.shuffle(clusters)
    shuffled = resolve_persons(clusters, registry=Registry())
    assert shuffled.persons == expected.persons
    assert shuffled.links == expected.links
    assert shuffled.registry.entries == expected.registry.entries


@given(st.permutations(CORPUS), st.integers(1, len(CORPUS) - 1))
def test_adding_articles_never_renumbers(documents: list[list[DocumentPerson]], cut: int) -> None:
    before = resolve(*documents[:cut])
    after = resolve(*documents, registry=before.registry)
    assert {key: after.links[key][0] for key in before.links} == {key: link[0] for key, link in before.links.items()}
    assert set(before.registry.entries) <= set(after.registry.entries)


def test_an_id_is_never_given_to_somebody_else() -> None:
    before = resolve(doc("d1", "Ross"))
    after = resolve(doc("d2", "Adam Ross"), doc("d3", "Eve Ross"), doc("d4", "Ross"), registry=before.registry)
    ids = [person.person_id for person in after.persons]
    assert len(set(ids)) == len(ids) == 3
    assert before.persons[0].person_id not in ids


def test_a_full_name_takes_over_the_id_of_the_single_name_it_explains() -> None:
    before = resolve(doc("d1", "Biden"))
    after = resolve(doc("d1", "Biden"), doc("d2", "Joe Biden"), registry=before.registry)
    assert [person.person_id for person in after.persons] == [before.persons[0].person_id]
    assert after.persons[0].name == "Joe Biden"


def test_the_registry_comes_back_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "persons_registry.csv"
    assert Registry.load(path).entries == ()
    registry = resolve(*CORPUS).registry
    registry.save(path)
    written = path.read_bytes()
    Registry.load(path).save(path)
    assert path.read_bytes() == written
    assert Registry.load(path).entries == registry.entries


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "person_id,name,language,doc_id\np_1,Joe\n"])
def test_a_file_that_is_no_registry_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "persons_registry.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RunError, match="is not a registry"):
        Registry.load(path)


@pytest.mark.parametrize("name", ["", ".", "'", "Mr", "King", "II", "-", "王", "\u200f", "ben", "x" * 500, "A " * 300])
def test_hostile_names_are_somebody(name: str) -> None:
    resolution = resolve(doc("d1", name), doc("d2", "Joe Biden"))
    assert set(resolution.links) == {("d1", 0), ("d2", 0)}
    assert {link[0] for link in resolution.links.values()} == {person.person_id for person in resolution.persons}


def test_nobody() -> None:
    assert resolve().persons == ()


def test_a_ruler_without_a_number_is_not_the_one_with_a_number() -> None:
    resolution = resolve(doc("d1", "Gustav III"), doc("d2", "Gustav", title="King"))
    assert not same(resolution, ("d1", 0), ("d2", 0))


def test_of_several_rulers_of_a_name_a_lone_one_is_nobody() -> None:
    resolution = resolve(doc("d1", "Gustav III"), doc("d2", "Gustav IV"), doc("d3", "Gustav"), doc("d4", "Gustav"))
    assert len(resolution.persons) == 4


def test_a_king_is_not_one_whose_family_name_is_the_same() -> None:
    resolution = resolve(doc("d1", "Lars Gustav"), doc("d2", "Gustav", title="King"))
    assert not same(resolution, ("d1", 0), ("d2", 0))

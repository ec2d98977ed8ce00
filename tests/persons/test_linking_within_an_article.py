"""Names of one article in, persons of that article out."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article import NameSpan, Passage
from dateline.persons import PersonMention, extract_persons


def mentions(*lines: str, language: str = "en") -> list[PersonMention]:
    """Extracts from lines in which persons stand in square brackets."""
    passages, spans = [], []
    for number, line in enumerate(lines):
        at, text = 0, ""
        for match in re.finditer(r"\[([^\]]*)\]|[^\[]+", line):
            if match.group(1) is not None:
                spans.append(NameSpan(number, at, at + len(match.group(1)), "PERSON"))
            text += match.group(1) if match.group(1) is not None else match.group()
            at = len(text)
        passages.append(Passage("text", 0, text, "body", language))
    return extract_persons(passages, spans)


def rows(*lines: str, language: str = "en") -> list[tuple[str, int, str]]:
    return [(m.name, m.local_person, m.link_reason) for m in mentions(*lines, language=language)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["[Ada Keller] came. [Keller] spoke."], [0, 0]),
        (["[Keller] spoke.", "[Ada Keller] came."], [0, 0]),
        (["[Mehdi Ben Barka] and [Ben Barka]"], [0, 0]),
        (["[Carl von Ossietzky], [von Ossietzky] and [Ossietzky]"], [0, 0, 0]),
        (["King [Hassan II], his father [Mohammed V], his son [Mohammed VI]"], [0, 1, 2]),
        (["King [Muhammad V] and King [Mohammed V]"], [0, 0]),
        (["[George Bush] and [George W. Bush] and [George H. Bush]"], [0, 1, 2]),
        (["[Robert Dole] won. [Bob Dole] said so."], [0, 0]),
        (["[Jim Carter Jr.] and his father [Jim Carter Sr.]"], [0, 1]),
        (["[Peter Novak] and [Jan Novak]"], [0, 1]),
        (["[Gamal Abdel Nasser] met [Nasser]"], [0, 0]),
        (["[Xi Jinping] spoke, then [Xi] left."], [0, 0]),
        (["[J. K. Rowling] wrote it; [Joanne Rowling] is her name."], [0, 0]),
        (["[Fadel SENNA] took it, said [Senna]"], [0, 0]),
        (["King [Tomas] fled.", "[Tomas Berling] stayed."], [0, 1]),
        (["Prince [Tomas Berling] came.", "Prince [Tomas] left."], [0, 0]),
        (["[Tomass Berling] came.", "[Tomas] left."], [0, 1]),
        (["[Henri Vasseur] came; his son, another [Henri], stayed."], [0, 1]),
        (["[Henri Vasseur] and his cousin [Henri]", "[Henri] and [Vasseur]"], [0, 1, 0, 0]),
        (["[Nikita Khrushchev] laughed.", "The shoe of [Khrouchtchev] is lost."], [0, 0]),
        (["[Muammar Gaddafi] and [Aisha Gaddafi]", "Tents of [Kadhafi]"], [0, 1, 2]),
        (["[MEHDI BEN BARKA] FREED", "[Mehdi Ben Barka] is free."], [0, 0]),
    ],
)
def test_who_is_who(lines: list[str], expected: list[int]) -> None:
    assert [mention.local_person for mention in mentions(*lines)] == expected


def test_two_of_one_surname_and_the_context() -> None:
    lines = ("[Bill Marsh] and [Hilary Marsh] came.", "Mr [Marsh] left.", "Mrs [Marsh] stayed.", "[Marsh] laughed.")
    assert rows(*lines) == [
        ("Bill Marsh", 0, "full-name"),
        ("Hilary Marsh", 1, "full-name"),
        ("Marsh", 0, "surname-in-document"),
        ("Marsh", 1, "surname-in-document"),
        ("Marsh", 2, "ambiguous-surname"),
    ]


def test_the_one_named_in_the_same_passage_is_meant() -> None:
    lines = ("[Adam Ross] came.", "[Eve Ross] sat down. [Ross] ate.")
    assert rows(*lines)[-1] == ("Ross", 1, "surname-in-document")


def test_an_ambiguous_surname_is_less_sure() -> None:
    sure, _, unsure = mentions("[Adam Ross] and [Eve Ross].", "[Ross] ate.")
    assert unsure.confidence < 0.5 < sure.confidence


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Yesterday King [Olav V] came.", "King"),
        ("Israeli Defense Minister [Ada Keller] came.", "Defense Minister"),
        ("foreign minister [Ada Keller] came.", "Foreign Minister"),
        ("Gen. [Ada Keller] came.", "General"),
        ("the minister of national security [Ada Keller]", "Minister of National Security"),
        ("[Ada Keller], the Moroccan minister of labor, came.", "Minister of Labor"),
        ("[Ada Keller], prime minister since May, came.", "Prime Minister"),
        ("Mr. [Keller] came.", "Mr"),
        ("He told [Ada Keller] that the minister was out.", ""),
        ("They went to see the leader. [Ada Keller] was out.", ""),
        ("They asked Prof. [Ada Keller] in.", "Professor"),
        ("[Ada Keller], who met the minister, left.", ""),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert mentions(text)[0].title == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le roi [Hassan II] est mort.", "Roi"),
        ("Le président français [Jean Dupont] part.", "Président"),
        ("le ministre de la Défense [Jean Dupont]", "Ministre de la Défense"),
    ],
)
def test_french_titles(text: str, title: str) -> None:
    assert mentions(text, language="fr")[0].title == title


def test_only_persons_and_nothing_else() -> None:
    passages = [Passage("text", 0, "Paris", "body", "en")]
    assert extract_persons(passages, [NameSpan(0, 0, 5, "PLACE")]) == []


@given(st.lists(st.text(alphabet="abAB .'’-IVXאבجм,()", min_size=1, max_size=20), max_size=8))
def test_any_string_can_be_a_name(names: list[str]) -> None:
    passages = [Passage("text", 0, name, "body", "en") for name in names]
    spans = [NameSpan(number, 0, len(name), "PERSON") for number, name in enumerate(names)]
    result = extract_persons(passages, spans)
    assert len(result) == len(names)
    assert all(0 <= mention.confidence <= 1 for mention in result)
    seen = list(dict.fromkeys(mention.local_person for mention in result))
    assert seen == list(range(len(seen)))  # numbered in order of appearance


def test_a_list_of_thousands_of_names_stays_fast() -> None:
    names = [
        f"{a}{b}e {c}{d}son" for a in "BDFGKL" for b in ("a", "ar", "en") for c in "MNPRST" for d in ("il", "od", "ur")
    ]
    text = ", ".join(f"[{name}]" for name in names * 4)
    started = time.process_time()
    assert len(mentions(text)) == 4 * len(names)
    assert time.process_time() - started < 5

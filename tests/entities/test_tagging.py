"""Models one after the other -> the names of the last one, and what only the first has a label for."""

from collections.abc import Iterable, Sequence

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from dateline.entities.models import Member
from dateline.entities.tagged import DETAILS, HINTS, BatchTagger
from dateline.entities.tagging import tag

LABELS = {"PER": "PERSON", "GPE": "PLACE", "ORG": "ORG", "NORP": "NORP"}
TEXT = "Ada Okonkwo met French poets in Norwick for Acme."


class Fixed(BatchTagger):
    """Finds given words; remembers the hints it was given."""

    def __init__(self, found: dict[str, tuple[str, float]]) -> None:
        self.found = found
        self.hints: list[tuple[int, int, str]] = []

    def set_names(self, documents: Sequence[Doc]) -> None:
        for document in documents:
            self.hints += document.user_data[HINTS]
            spans = [
                (document.char_span(at, at + len(word), label=label), sure)
                for word, (label, sure) in self.found.items()
                if (at := document.text.find(word)) >= 0
            ]
            ordered: list[tuple[Span, float]] = sorted(spans, key=lambda pair: pair[0].start)
            document.ents = tuple(span for span, _ in ordered)
            document.user_data[DETAILS] = [(span.start_char, sure) for span, sure in ordered]


def member(name: str, found: dict[str, tuple[str, float]]) -> tuple[Member, Fixed]:
    component = Fixed(found)
    Language.component(name, func=component)
    nlp = spacy.blank("xx")
    nlp.add_pipe(name)
    return Member(name, nlp, LABELS), component


def names(text: str, members: Iterable[Member]) -> list[tuple[str, str, float]]:
    (found,) = tag([text], language="xx", members=list(members))
    return [(text[name.start : name.end], name.label, name.confidence) for name in found]


@pytest.fixture
def first() -> tuple[Member, Fixed]:
    return member(
        "first", {"Ada": ("PER", 0.9), "French": ("NORP", 0.9), "Norwick": ("GPE", 0.9), "Acme": ("PER", 0.9)}
    )


def test_one_model_alone(first: tuple[Member, Fixed]) -> None:
    assert [name[:2] for name in names(TEXT, [first[0]])] == [
        ("Ada", "PERSON"),
        ("French", "NORP"),
        ("Norwick", "PLACE"),
        ("Acme", "PERSON"),
    ]


def test_the_last_model_decides_and_is_told_what_the_first_found(first: tuple[Member, Fixed]) -> None:
    second, component = member("second", {"Ada Okonkwo": ("PER", 0.834), "Acme": ("ORG", 0.7)})
    assert names(TEXT, [first[0], second]) == [
        ("Ada Okonkwo", "PERSON", 0.83),
        ("French", "NORP", 0.5),
        ("Norwick", "PLACE", 0.5),
        ("Acme", "ORG", 0.7),
    ]
    assert [(TEXT[start:end], label) for start, end, label in component.hints] == [
        ("Ada", "PER"),
        ("French", "NORP"),
        ("Norwick", "GPE"),
        ("Acme", "PER"),
    ]


def test_a_person_that_the_last_model_does_not_see_is_none(first: tuple[Member, Fixed]) -> None:
    second, _ = member("blind", {})
    assert [name[:2] for name in names(TEXT, [first[0], second])] == [("French", "NORP"), ("Norwick", "PLACE")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Acme administration fell.", ["PERSON"]),
        ("The Acme building fell.", []),
        ("Then Operation Acme followed.", ["OTHER"]),
    ],
)
def test_what_stays_of_a_person_that_only_the_first_model_sees(text: str, expected: list[str]) -> None:
    only, _ = member("person", {"Acme": ("PER", 0.9)})
    blind, _ = member("unseeing", {})
    (found,) = tag([text], language="en", members=[only, blind])
    assert [name.label for name in found] == expected

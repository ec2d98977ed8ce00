"""Capitals get their case back without moving a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article import Passage
from dateline.entities.casing import truecase


def cased(*lines: str) -> list[str]:
    return truecase([Passage("text", 0, line, "body", "en") for line in lines])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PRESIDENT OF FRANCE RESIGNS AFTER VOTE", "President of France Resigns after vote"),
        ("POLISH JEWRY had a long history.", "Polish Jewry had a long history."),
        ("IN WESTERN DISTRICTS, nobody voted.", "in Western Districts, nobody voted."),
        ("Photo: Amine BENSALEM / AFP", "Photo: Amine Bensalem / AFP"),
        ("The UN and the EU met NATO and UNESCO.", "The UN and the EU met NATO and UNESCO."),
        ("US ARMY LEFT, UN CHIEF TOLD NATO AND MR SMITH", "US Army left, UN Chief told NATO and Mr Smith"),
        ("MANY OF US TALK TO BBC AND UNESCO", "many of us talk to BBC and UNESCO"),
        (
            "WASHINGTON — THE PRESIDENT of the United States left.",
            "Washington — the President of the United States left.",
        ),
        ("RABAT (AP) – The king left.", "Rabat (AP) – The king left."),
        ("LONDON, Jan 5 - The king left.", "London, Jan 5 - The king left."),
        ("NATO — the alliance — met.", "NATO — the alliance — met."),
        ("OPEC met. Then - it left.", "OPEC met. Then - it left."),
        ("O'BRIEN AND SMITH-JONES LOSE ISRAEL'S VOTE", "O'Brien and Smith-Jones Lose Israel's vote"),
    ],
)
def test_capitals(text: str, expected: str) -> None:
    assert cased(text) == [expected]


def test_the_article_knows_its_words() -> None:
    assert cased("IBM AND McDONALD AGREE TO MERGE", "Shares of IBM rose when McDonald spoke.")[0].startswith(
        "IBM and McD"
    )


@given(st.lists(st.text(max_size=60), max_size=4))
def test_lengths_never_change(lines: list[str]) -> None:
    assert [len(text) for text in cased(*lines)] == [len(line) for line in lines]

"""`The 16th` alone: a day of the month that the sentence before names with its year, and nothing else."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import extract_dates


def values(language: str, *paragraphs: str) -> list[tuple[str, str]]:
    passages = [Passage("text", 0, text, "body", language) for text in paragraphs]
    found = extract_dates(passages, published=date(2013, 6, 5))
    return [(passages[row.passage].text[row.start : row.end], row.timex) for row in found]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The siege began in April 1954. On the 16th Dutch pilots flew in; the next day it rained.",
         [("April 1954", "1954-04"), ("the 16th", "1954-04-16"), ("the next day", "1954-04-17")]),
        ("en", "They landed on 3 May 1871. On the 5th, the mast broke. On the 9th they rowed.",
         [("3 May 1871", "1871-05-03"), ("the 5th", "1871-05-05"), ("the 9th", "1871-05-09")]),
        ("en", "In April 1954 the town held out until the 21st.", [("April 1954", "1954-04"), ("the 21st", "1954-04-21")]),
        ("fr", "Le siège commença en avril 1954. Le 16, il plut ; le lendemain, la neige vint.",
         [("avril 1954", "1954-04"), ("Le 16", "1954-04-16"), ("le lendemain", "1954-04-17")]),
        ("fr", "En avril 1954 la ville tint bon. Le 16 les renforts arrivèrent.",
         [("avril 1954", "1954-04"), ("Le 16", "1954-04-16")]),
    ],
)  # fmt: skip
def test_a_day_of_the_month_before(language: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert values(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "They sailed in April 1954. On the 16th floor a lamp burned.", 1),
        ("en", "They sailed in April 1954 and drew a line on the 15th, then the 16th parallel.", 1),
        ("en", "They sailed in April 1954. On the 16th Infantry Division fell the burden.", 1),
        ("en", "They sailed in the summer of 1954. On the 16th they came home.", 1),  # no month
        ("en", "They sailed in April. On the 16th they came home.", 1),  # no year
        ("en", "They sailed in April 1954. The sea was calm. On the 16th they came home.", 1),  # too far
        ("en", "They sailed in April 1954 and again in 1956. On the 16th they came home.", 2),  # another time between
        ("en", "They sailed on 20 April 1954. On the 16th they came home.", 1),  # of which month?
        ("en", "They sailed in April 1954. On the 31st they came home.", 1),  # there is none
        ("en", "On the 16th they came home.", 0),
        ("fr", "Ils partirent en avril 1954. Le 16 rue Basse brûla.", 1),
        ("fr", "Ils partirent en avril 1954. Le 18 Brumaire fut joué à bord.", 1),
        ("fr", "Ils partirent en avril 1954. Le 16e régiment resta.", 1),
        ("fr", "Ils partirent en avril 1954. Ils misèrent sur le 16.", 1),
        ("fr", "Le 16, ils partirent.", 0),
    ],
)
def test_never_otherwise(language: str, text: str, dates: int) -> None:
    assert len(values(language, text)) == dates


def test_never_in_the_next_paragraph() -> None:
    assert len(values("en", "They sailed in April 1954.", "On the 16th they came home.")) == 1

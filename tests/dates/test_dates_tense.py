"""Which year a day or month without one belongs to: the words around it look forward, look back, or do not say."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import extract_dates

PUBLISHED = date(2019, 10, 20)


def values(language: str, text: str) -> list[str]:
    return [row.timex for row in extract_dates([Passage("text", 0, text, "body", language)], published=PUBLISHED)]


BACK = [
    ("en", "The envoy had laid the first stone on 7 February, when he toured the dam.", "2019-02-07"),
    ("en", "In December a tribunal fined the owner.", "2018-12"),
    ("en", "The ferry was rammed by a tanker on 4 January.", "2019-01-04"),
    ("en", "The pier has been shut since 3 January.", "2019-01-03"),
    ("en", "The lockout lasted from 3 to 5 December.", "2018-12-03/2018-12-05"),
    ("en", "She fell ill in late November.", "2018-11"),
    ("en", "Christmas was quiet.", "2018-12-25"),
    ("en", "They will look for a way around Wednesday's ruling.", "2019-10-16"),
    ("en", "On Friday, when the envoy left for a hastily planned trip to Rome, it rained.", "2019-10-18"),
    ("en", "The offer had been due to expire Friday.", "2019-10-18"),
    ("en", "At Easter they met.", "2019-04-21"),
    ("es", "La firma anunció el jueves que cierra.", "2019-10-17"),
    ("fr", "Le préfet avait posé la première pierre le 7 février.", "2019-02-07"),
    ("fr", "En décembre, un tribunal condamna l'armateur.", "2018-12"),
    ("fr", "Le 3 février, ils signèrent l'accord.", "2019-02-03"),
    ("fr", "La grève a duré du 3 au 5 décembre.", "2018-12-03/2018-12-05"),
    ("fr", "Elle vivait à Brest en novembre.", "2018-11"),
]

FORWARD = [
    ("en", "In December a tribunal will hear the owner.", "2019-12"),
    ("en", "The trial opens on 3 February.", "2020-02-03"),
    ("en", "The envoy plans to return in January.", "2020-01"),
    ("en", "The vote was scheduled for 4 December.", "2019-12-04"),
    ("es", "El sábado, cuando los ministros estén en Lima, habrá paro.", "2019-10-26"),
    ("en", "On Tuesday, the old and venerable Harbour and Fisheries League plans to meet.", "2019-10-22"),
    ("en", "The board declared a dividend payable Nov. 20.", "2019-11-20"),  # a past form beside a day to come
    ("en", "The firm said the offer lapses on Nov. 10.", "2019-11-10"),
    ("fr", "Le préfet posera la première pierre le 7 février.", "2020-02-07"),
    ("fr", "Le congrès est prévu en décembre.", "2019-12"),
    ("fr", "Le préfet a annoncé une réunion le 5 novembre.", "2019-11-05"),
]


@pytest.mark.parametrize(("language", "text", "value"), BACK + FORWARD)
def test_year_by_tense(language: str, text: str, value: str) -> None:
    assert values(language, text) == [value]


def test_a_story_that_would_step_past_the_paper_goes_back() -> None:
    first = (
        "The club was founded on 3 November 2018. It rented a hall on 20 November 2018 and a field on 24 November 2018."
    )
    rows = [Passage("text", 0, text, "body", "en") for text in (first, "In December a storm had flattened the hall.")]
    assert extract_dates(rows, published=PUBLISHED)[-1].timex == "2018-12"

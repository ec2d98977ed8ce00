"""Two views of one text -> the names that stand."""

import pytest

from dateline.entities.tagged import Tagged
from dateline.entities.voting import vote

ADA = Tagged(0, 3, "PERSON", 0.85)


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ([], [(0, 3, "PERSON")]),
        ([Tagged(0, 3, "PERSON", 0.99)], [(0, 3, "PERSON")]),
        ([Tagged(0, 5, "PERSON", 0.99)], [(0, 3, "PERSON")]),  # the first cuts
        ([Tagged(0, 3, "PLACE", 0.99)], [(0, 3, "PLACE")]),  # a sure second has the kind
        ([Tagged(0, 3, "PLACE", 0.4)], [(0, 3, "PERSON")]),
        ([Tagged(8, 12, "PLACE", 0.95)], [(0, 3, "PERSON"), (8, 12, "PLACE")]),
        ([Tagged(8, 12, "PLACE", 0.5)], [(0, 3, "PERSON")]),
    ],
)
def test_vote(second, expected):
    assert [(name.start, name.end, name.label) for name in vote([ADA], second)] == expected


def test_a_kind_that_only_the_first_knows_gives_way_to_a_sure_name_whole():
    people = Tagged(0, 8, "NORP", 0.85)
    assert vote([people], [Tagged(0, 14, "PLACE", 1.0)]) == [Tagged(0, 14, "PLACE", 1.0)]
    assert vote([people], [Tagged(0, 14, "PLACE", 0.5)])[0].label == "NORP"


def test_agreement_is_surer_than_one_voice():
    alone, agreed = vote([ADA], [])[0], vote([ADA], [Tagged(0, 3, "PERSON", 0.97)])[0]
    assert alone.confidence < 0.85 < agreed.confidence

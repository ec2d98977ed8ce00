"""The weights of headlines: there is one for every feature, and they can be fitted again."""

import json
from importlib.resources import files

import pytest

from dateline.clean.fit_headlines import _page, _right, fit
from dateline.clean.headlines import candidates, headline
from dateline.clean.lines import measure

PROSE = (
    "The harbour of the small town was closed on Tuesday after a storm had damaged two of its three cranes, the mayor "
    "said, and ships were sent to the next port forty miles to the south."
)
MENU = ["Harbours", "Fishing", "Weather", "Sailing", "Letters", "Columns", "Puzzles"]
TITLE = "Storm closes harbour of Kalvik for weeks"
TEXT = "\n".join([f"{TITLE} | Kalvik Now", *MENU, "Sea > Coast > Kalvik", TITLE, TITLE, "By Jane Doe", "24 November 2021", PROSE, "3. 4. 2021", "Cranes 1 2 3 4 5 6", *[PROSE] * 9, "Lighthouse moves to the south", "By John Roe, 3 May 2020", PROSE, "Ferry"])  # fmt: skip


def test_every_feature_has_a_weight():
    weights = json.loads((files("dateline.clean") / "data" / "headlines.json").read_text())["weights"]
    lines = measure(TEXT)
    rows = [features for _, features in candidates(lines, [False] * len(lines), -1, 0)]
    assert {name for row in rows for name in row} <= weights.keys()
    assert all(abs(weight) < 10 for weight in weights.values())


def test_weights_can_be_fitted_again():
    page = _page({"text": TEXT, "title": TITLE})
    names = sorted({name for row in page.features for name in row})
    weights = dict(zip(names, fit([page], names).tolist(), strict=True))
    assert weights == dict(zip(names, fit([page], names).tolist(), strict=True))
    assert _right([page], weights) == 1


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        # the page's own name for the article is another, and is kept; the article stands below its headline
        (["Two cranes fall and a port waits", "24 November 2021"], (0, 8)),
        # a day among other articles, after most of the prose
        ([*[PROSE] * 9, "Read next", "Lighthouse goes south to its new place", "23 November 2021"], (0, 0)),
        # the same words in another line
        ([TITLE, "24 November 2021"], (8, 8)),
    ],
)
def test_head_of_the_article_apart_from_the_title(head, expected):
    lines = measure("\n".join([TITLE, *MENU, *head, PROSE, PROSE]))
    assert headline(lines, [False] * len(lines), -1, 0) == expected

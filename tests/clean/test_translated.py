"""Heads of translated articles: title, author in capitals, translator, the day of the original, buttons, dek."""

from datetime import date

import pytest

from dateline.clean import clean_page
from dateline.clean.orders import day_first

SITE = "HILL GAZETTE — Gazette des collines — جريدة التلال\n[English] [Français] [Español] [العربية]\nHOME · ARCHIVE · AUTHORS · CONTACT"
TITLE = "Nine lighthouses and a map that nobody kept"
AUTHOR = "OTTILIE BRANDVOLD"
HANDS = "Translated by Casper Ndiaye, edited by Livia Thorne"
DAY = "Publication date of original article: 05/03/2014"
TOOLS = "Font size: A- A A+   |  Print this page  |  E-mail to a friend  |  2 comments"
DEK = "How two towns argued for thirty years about who should pay for the lamp, and how a ferryman settled it"
BODY = (
    "Forty years ago the lamps of the northern coast went out one after the other, and the keepers carried their beds "
    "down to the harbour. What the towns had quarrelled over was a tower of eleven storeys on a rock without a path.\n"
    "The quarrel was older than the towns. A surveyor had drawn the rock on the wrong side of the line, and two mayors, "
    "who did not speak to each other, sent their bills to the same office in the capital."
)
FOOT = (
    "Source: http://www.hillgazette.example.org/article.asp?id=7\nPublication date of this page: {}\nVisited 12 times"
)


@pytest.mark.parametrize("crumbs", ["", "Home > Archive > Europe > Coast\n"])
@pytest.mark.parametrize(
    "head",
    [
        (TITLE, AUTHOR, HANDS, DAY, TOOLS, DEK),
        (TITLE, AUTHOR, HANDS, DAY, DEK),
        (TITLE, DEK, AUTHOR, HANDS, DAY, TOOLS),
        (TITLE, DEK, AUTHOR, DAY),
        (TITLE, AUTHOR, DAY, TOOLS, DEK),
    ],
)
@pytest.mark.parametrize("site", ["", SITE + "\n"])
def test_title_is_above_the_author_and_not_the_dek(site: str, head: tuple[str, ...], crumbs: str) -> None:
    page = clean_page(f"{site}{crumbs}" + "\n".join(head) + f"\n\n{BODY}\n\n" + FOOT.format("17/03/2014"))
    assert page.title == TITLE
    assert page.byline == (AUTHOR,)
    assert (page.published, page.published_from) == (date(2014, 3, 5), "text")
    kept = [page.text.text[line.start : line.end] for line in page.lines if line.section != "boilerplate"]
    assert DEK in kept


@pytest.mark.parametrize(
    ("foot", "published"),
    [
        ("17/03/2014", date(2014, 3, 5)),
        ("03/17/2014", date(2014, 5, 3)),
        ("17-03-2014", date(2014, 3, 17)),  # another notation says nothing of the head
        ("06/03/2014", None),
        ("17/03/2014 (03/17/2014)", date(2014, 3, 17)),  # both orders: the head stays as it was
    ],
)
def test_days_of_a_page_are_written_alike(foot: str, published: date | None) -> None:
    page = clean_page(f"{TITLE}\n{AUTHOR}\n{DAY}\n\n{BODY}\n\nPosted: {foot}")
    assert page.published == published


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("14/09/2017 and 11/09/2017", {"/": True}),
        ("9/25/2017, 2-3-2017", {"/": False}),
        ("14/09/2017 and 09/14/2017", {}),
        ("31-12-2017 and 12/31/2017", {"-": True, "/": False}),
        ("11/09/2017, 11/11/2017, 44/55/2017", {}),
        ("1/14/09/2017 v14/09/2017.3", {}),
    ],
)
def test_order_of_day_and_month(text: str, order: dict[str, bool]) -> None:
    assert day_first(text) == order | {"": True}

"""Heads of pages whose menus are long: which line is the headline, and which of the days that of publication."""

from datetime import date

import pytest

from dateline.clean import clean_page
from dateline.clean.orders import day_first

PROSE = (
    "The harbour of the small town was closed on Tuesday after a storm had damaged two of its three cranes, the mayor said, "
    "and ships were sent to the next port forty miles to the south."
)
MENU = ["Skip to content", "Home", "News", "World", "Politics", "Local", "Harbours", "Fishing", "Weather", "Sport", "Football", "Sailing", "Culture", "Books", "Opinion", "Letters", "Columns", "Video", "Podcasts", "Puzzles", "Jobs", "Archive", "Newsletters", "About us", "Contact", "Sign in", "Subscribe"]  # fmt: skip
DAY = date(2021, 11, 24)


def page(*head: str, first: str = "", foot: tuple[str, ...] = ()):
    return clean_page(
        "\n".join([*[first] * bool(first), *MENU, *head, PROSE, f"{PROSE} Again.", f"{PROSE} Too.", *foot])
    )


@pytest.mark.parametrize(
    ("first", "head", "title"),
    [
        ("Storm closes harbour for weeks - Kalvik Now | Harbours", ("Storm closes harbour for weeks", "24 November 2021"), "Storm closes harbour for weeks"),
        ("Harbour shut by storm | Kalvik Now", ("Storm of the century shuts harbour of Kalvik for weeks", "By Jane Doe", "24 November 2021"), "Storm of the century shuts harbour of Kalvik for weeks"),
        ("Harbour shut by storm_Kalvik Now", ("Harbour shut by storm", "2021-11-24 10:12:13"), "Harbour shut by storm"),
        ("", ("HARBOURS", "Storm closes harbour of Kalvik for weeks", "The mayor asks the ministry of the sea for two new cranes, and waits", "By Jane Doe", "24 November 2021"), "Storm closes harbour of Kalvik for weeks"),
        ("", ("Home > News > Harbours", "Storm closes harbour of Kalvik for weeks", "Jane Doe, Staff Writer", "24 November 2021"), "Storm closes harbour of Kalvik for weeks"),
        ("", ("Wednesday, November 24, 2021", "Latest", "STORM CLOSES HARBOUR OF KALVIK FOR WEEKS", "By Jane Doe", "Nov 24, 2021 | 5 min read"), "STORM CLOSES HARBOUR OF KALVIK FOR WEEKS"),
    ],
)  # fmt: skip
def test_headline_below_a_long_menu(first, head, title):
    assert page(*head, first=first).title == title


def test_teasers_below_the_article_are_no_headline():
    foot = ("Read next", "Lighthouse of Kalvik moves to the south", "By John Roe", "23 November 2021")
    paragraphs = tuple(f"{PROSE} {n}." for n in range(9))
    found = page("Storm closes harbour of Kalvik for weeks", "By Jane Doe", "24 November 2021", foot=paragraphs + foot)
    assert (found.title, found.published, found.byline) == (
        "Storm closes harbour of Kalvik for weeks",
        DAY,
        ("Jane Doe",),
    )


@pytest.mark.parametrize(
    "line",
    [
        "Updated 25 November 2021 · Published 24 November 2021", "Published Nov 24, 2021 - [Updated Dec 3, 2021]", "Jane Doe 24 November 2021 Cranes, Harbours, Storms, Sea, Towns, Mayors, Ships",
        "by Jane Doe | Nov 24, 2021 | All About Harbours and Cranes, Learn About Storms | 0 comments", "24.11.2021, 14:05 Uhr", "Publié le 24/11/2021 à 08h30", "24.11.21, 06:30", "2021年11月24日（水）10:01 発信地：カルヴィク", "2021. 11. 24",
        "Wednesday 24 November 2021, 08:15 - last update: 25 November, 22:03", "Updated: November 24, 2021, 9:06am CST", "Posted by Jane Doe on November 24, 2021",
    ],
)  # fmt: skip
def test_day_below_the_headline(line):
    found = page("Storm closes harbour of Kalvik for weeks", line)
    assert (found.published, found.published_from) == (DAY, "text")


@pytest.mark.parametrize(
    "head",
    [
        ("Storm closes harbour of Kalvik for weeks", "Updated November 24, 2021"),
        ("Storm closes harbour of Kalvik for weeks", "05/06/2021"),
        ("Storm closes harbour of Kalvik for weeks", "© 2021 Kalvik Now"),
    ],
)
def test_no_day_is_better_than_a_wrong_one(head):
    assert page(*head).published is None


def test_original_comes_before_its_copy():
    lines = (
        "Storm closes harbour of Kalvik for weeks",
        "Published: 26/11/2021",
        "Publication date of original article: 24/11/2021",
    )
    assert page(*lines).published == DAY


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("05/06/2021 and 5 June 2021", {"/": True}),
        ("05/06/2021 and May 6, 2021", {"/": False}),
        ("05/06/2021 " + "le port de la ville et les grues dans une nuit " * 5, {"/": True}),
        ("05/06/2021 " + "the port of the town and the cranes that fell " * 5, {}),
        ("05/06/2021 " + "der Hafen der Stadt und die Kräne, die gefallen sind " * 5, {}),
        ("פורסם ב-05/06/2021 הנמל נסגר לשבועות", {"/": True}),
        ("05/06/2021 أغلق الميناء", {"/": True}),
        ("05/06/2021 Порт закрыт", {"/": True}),
        ("05/06/2021 the port, in Hebrew נמל", {}),
        ("24.11.14 그리고 항구는 폐쇄되었다", None),
    ],
)  # fmt: skip
def test_order_by_another_day_or_the_language(text, order):
    assert day_first(text) == ({} if order is None else order | {"": True})


def test_month_in_two_names():
    assert page("Storm closes harbour of Kalvik for weeks", "نشر في 2 حزيران/يونيو 2021").published == date(2021, 6, 2)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Doe and John Roe, Staff Writers", ("Jane Doe", "John Roe")),
        ("Jane Doe, Print Managing Editor", ("Jane Doe",)),
        ("By Jane Doe, Education Reporter", ("Jane Doe",)),
        ("Jane Doe – Kalvik", ("Jane Doe",)),
        ("رشا منصور – المرسى", ("رشا منصور",)),
        ("Ein Interview von Jörg Müller", ("Jörg Müller",)),
        ("Олена Коваль, кореспондент", ("Олена Коваль",)),
    ],
)
def test_authors_with_their_roles(line, names):
    assert page("Storm closes harbour of Kalvik for weeks", line, "24 November 2021").byline == names

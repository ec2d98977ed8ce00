"""What a page says of its address and its outlet."""

import pytest

from dateline.clean import clean_page
from dateline.clean.lines import measure
from dateline.clean.origins import address, host, owner

PROSE = (
    "The harbour of the small town was closed on Tuesday after a storm had damaged two of its three cranes, the mayor "
    "said, and ships were sent to the next port forty miles to the south, where they waited."
)
TITLE = "Storm closes harbour of Kalvik for weeks"
URL = "https://www.kalviknow.example/2021/11/24/storm?id=7"


@pytest.mark.parametrize(
    "line",
    [URL, f"Source: {URL}", f"Permalink: {URL}", f"Original article: {URL}", f"Quelle: {URL}", f"Fuente: {URL}", f"Fonte: {URL}", f"Bron: {URL}", f"Kaynak: {URL}", f"Источник: {URL}", f"المصدر: {URL}", f"מקור: {URL}", f"原文链接：{URL}", f"[{URL}"[1:]],
)  # fmt: skip
def test_address_beside_the_title(line):
    page = clean_page("\n".join([TITLE, line, PROSE, PROSE]))
    assert (page.url, page.url_from, page.publisher, page.publisher_from) == (URL, "text", "kalviknow.example", "url")
    assert (page.published.isoformat(), page.published_from) == ("2021-11-24", "url")


@pytest.mark.parametrize(
    "lines",
    [
        [TITLE, PROSE, URL],  # a link, below the article
        [TITLE, f"Source: {URL}", f"Source: {URL}8", PROSE],  # of two
        [TITLE, "https://www.kalviknow.example/", PROSE],  # the site
        [TITLE, f"Read it at {URL} before noon", PROSE],
        [TITLE, f"Photo: {URL}", PROSE],
        [TITLE, f"{URL}.jpg", PROSE],
        [TITLE, PROSE, f"[1] {URL}"],
        ["https://", "http:///", "©"],
        [],
    ],
)
def test_no_address_is_better_than_a_wrong_one(lines):
    page = clean_page("\n".join(lines))
    assert (page.url, page.url_from) == ("", "")


def test_address_at_the_end_of_the_page():
    assert clean_page("\n".join([TITLE, *[PROSE] * 20, f"Permalink: {URL}", "Share"])).url == URL


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2021 The Kalvik Times", "The Kalvik Times"),
        ("Copyright © 2019-2021 Kalvik Media Ltd. All rights reserved.", "Kalvik Media Ltd"),
        ("© Le Courrier de la jetée – Mentions légales", "Le Courrier de la jetée"),
        ("(c) 2021 Kalvik Now | Imprint | Privacy", "Kalvik Now"),
        ("جميع الحقوق محفوظة © صحيفة المرسى 2021", "صحيفة المرسى"),
        ("© 2021 עיתון המזח. כל הזכויות שמורות", "עיתון המזח"),
        ("Tüm hakları saklıdır © Kalvik Haber", "Kalvik Haber"),
        ("© 2021 by Kalvik Now", "Kalvik Now"),
        ("卡尔维克时报版权所有 ©2021", "卡尔维克时报"),
        ("© 2021 Original content unless stated", ""),
        ("© 2021 Powered by Kalvik", ""),
        ("© Dr", ""),
        ("© 2021", ""),
        ("© 2021 all rights reserved", ""),
        ("Copyright is a right", ""),
        ("© 2021 and so on and on it goes until nobody knows whose it is", ""),
    ],
)
def test_owner_in_a_notice_of_rights(line, name):
    assert owner(measure(line)) == name


def test_two_owners_are_none():
    assert owner(measure("© 2021 The Kalvik Times\n© Norland Weekly")) == ""


def test_publisher_in_the_order_of_trust():
    lines = ["The Kalvik Times", "Home | World | Sport | Weather", TITLE, f"Source: {URL}", PROSE, PROSE, "© 2021 Norland Media"]  # fmt: skip
    found = [clean_page("\n".join(lines)), clean_page("\n".join(lines[2:])), clean_page("\n".join(lines[2:-1]))]
    assert [(page.publisher, page.publisher_from) for page in found] == [
        ("The Kalvik Times", "text"),
        ("Norland Media", "rights"),
        ("kalviknow.example", "url"),
    ]
    given = clean_page("\n".join(lines), publisher="Given", url="https://given.example/a")
    assert (given.publisher, given.publisher_from, given.url, given.url_from) == (
        "Given",
        "metadata",
        "https://given.example/a",
        "metadata",
    )


@pytest.mark.parametrize(
    ("url", "name"),
    [("https://WWW.Kalvik.Example/a", "kalvik.example"), ("kalvik.example", "kalvik.example"), ("", ""), ("a b", "")],
)
def test_host(url, name):
    assert host(url) == name


def test_addresses_in_hostile_lines():
    assert address(measure("\n".join(["a." * 20_000, "https://" + "a-" * 20_000, "©" * 20_000])), 0) == ""

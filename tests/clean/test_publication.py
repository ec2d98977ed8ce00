from datetime import date

import pytest

from dateline.clean import clean_page
from dateline.clean.days import day_in_path, find_days, parse_day

TITLE = "Storm closes harbour of Kalvik for weeks"
PROSE = (
    "The harbour of the small town was closed on Tuesday after a storm had damaged two of its three cranes, the mayor "
    "said, and ships were sent to the next port forty miles to the south."
)

LEAD = "The harbour of the small town was closed after a storm had damaged two of its three cranes, the mayor said, and nobody was hurt."
DAY = date(2021, 11, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2021-11-24", "2021-11-24T23:59:00+02:00", "20211124", "20211124T101500Z", "1637712000", "1637712000000", "Wed, 24 Nov 2021 10:00:00 GMT", "24/11/2021", "11/24/2021", "24.11.2021", "24. 11. 2021",
        "2021/11/24", "24 November 2021", "November 24, 2021", "Nov. 24th, 2021", "Wednesday, 24 November 2021 10:15", "mercredi 24 novembre 2021", "24 de noviembre de 2021", "24 de novembro de 2021",
        "Mittwoch, 24. November 2021", "24 novembre 2021", "24 november 2021", "24 Kasım 2021", "24 ноября 2021", "24 листопада 2021", "24 نوفمبر 2021", "24 בנובמבר 2021", "2021年11月24日", "24-Nov-2021", "24 listopada 2021",
    ],
)  # fmt: skip
def test_day(text):
    assert parse_day(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "", "today", "yesterday", "2021", "11/2021", "November 2021", "05/06/2021", "3 hours ago", "Tuesday, 24 November 2021", "31 November 2021", "2021-13-24", "24/11/21", "0000-00-00", "1970-01-01T00:00:00Z",
        "24 and 25 November 2021 and 26 November 2021, 27 November 2021", "12345678", "99999999999", "1.2.3.2021", "v24.11.2021.5", "24 Foo 2021",
    ],
)  # fmt: skip
def test_not_a_single_sure_day(text):
    assert parse_day(text) is None


def test_same_number_twice_is_sure():
    assert parse_day("05/05/2021") == date(2021, 5, 5)


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("https://example.org/2021/11/24/storm-closes-harbour", DAY), ("https://example.org/news/2021-11-24-storm.html", DAY), ("dump/20211124_storm.txt", DAY), ("https://example.org/2021/1/4/storm", date(2021, 1, 4)),
        ("https://example.org/2021/11/storm", None), ("001_a8b7788fb0072147.txt", None), ("https://example.org/id/120211124", None), ("a/2021/11/24/b/2021/11/25", None), ("https://example.org/2021/13/24/", None),
    ],
)  # fmt: skip
def test_day_in_path(path, day):
    assert day_in_path(path) == day


def test_days_in_a_text_know_their_weekday():
    assert [
        (d.date, d.weekday)
        for d in find_days("On Wednesday, Nov. 24, 2021 and on 11 January 1961, not Monday, 11 April 2021")
    ] == [(DAY, True), (date(1961, 1, 11), False)]


def published(*lines, **given):
    page = clean_page("\n".join(lines), **given)
    return page.published, page.published_from


@pytest.mark.parametrize(
    "line",
    [
        "24 November 2021", "Published: 24/11/2021 10:15", "Nov 24, 2021 9:00 am", "By Jane Doe | November 24, 2021", "Publié le 24 novembre 2021", "Veröffentlicht am 24.11.2021",
        "Date de parution de l'article original: 24/11/2021", "نشر في 24 نوفمبر 2021", "发布时间：2021年11月24日",
    ],
)  # fmt: skip
def test_day_near_the_title(line):
    assert published("Storm closes harbour for weeks", line, LEAD, LEAD) == (DAY, "text")


def test_label_counts_far_from_the_title():
    assert published(
        "Storm closes harbour for weeks",
        *[f"{LEAD} {n}." for n in range(20)],
        "Publication date of original article: 24/11/2021",
    ) == (DAY, "text")


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 24 November 2021", "updated 7:32 a.m. ET Nov. 24, 2021", "The cranes were first ordered on 24 November 2021.", "05/06/2021", "Storm of 24 November 2021 leaves two cranes of our harbour in the water for years",
    ],
)  # fmt: skip
def test_day_that_is_not_of_publication(line):
    assert published("Storm closes harbour for weeks", LEAD, line, LEAD) == (None, "")


def test_clock_of_the_site_above_the_title_is_not_the_day():
    title = "Storm closes harbour for weeks"
    assert published("Wednesday, November 24, 2021", title, "Cranes", LEAD, title=title) == (None, "")
    assert published("November 24, 2021", title, "Cranes", LEAD, title=title) == (DAY, "text")


def test_metadata_before_text_before_url_before_filename():
    given = {"published": "2021-11-24", "url": "https://example.org/2021/11/26/x", "filename": "2021-11-27.txt"}
    lines = ("Storm closes harbour for weeks", "25 November 2021", LEAD)
    assert published(*lines, **given) == (DAY, "metadata")
    assert published(*lines, **given | {"published": "05/06/2021"}) == (date(2021, 11, 25), "text")
    assert published(LEAD, **given | {"published": ""}) == (date(2021, 11, 26), "url")
    assert published(LEAD, filename="2021-11-27.txt") == (date(2021, 11, 27), "filename")


CAPTION = "The mayor looks at a crane in the harbour, Wednesday, Nov. 24, 2021. (AFP)"


def test_inferred_where_lead_and_caption_agree():
    lead = LEAD.replace("closed", "closed on Wednesday")
    assert published("Storm closes harbour", lead, CAPTION, LEAD) == (DAY, "inferred")


@pytest.mark.parametrize(
    "lines",
    [
        (LEAD, CAPTION),
        (LEAD.replace("closed", "closed on Thursday"), CAPTION),
        (LEAD.replace("closed", "closed on Wednesday"), CAPTION.replace(" (AFP)", "")),
        (LEAD.replace("closed", "closed on Wednesday, Nov. 24, 2021,"), CAPTION),
        (LEAD.replace("closed", "closed on Wednesday and Thursday"), CAPTION),
        (LEAD.replace("closed", "closed on Wednesday"), CAPTION.replace("Wednesday, ", "")),
        (LEAD.replace("closed", "closed on Wednesday"), CAPTION, "It will open again on December 24, 2021, the minister for public works and all the cranes of the land told us."),
    ],
)  # fmt: skip
def test_nothing_inferred_from_less(lines):
    assert published("Storm closes harbour", *lines) == (None, "")


def test_minute_of_the_last_change_beside_the_author_counts_where_nothing_else_says():
    signed = "By Jane Doe, harbour desk | Updated: Wednesday, 24 November 2021 07:15"
    assert published("Storm closes harbour for weeks", signed, LEAD, LEAD) == (DAY, "text")
    assert published("Storm closes harbour for weeks", signed, "23 November 2021", LEAD)[0] == date(2021, 11, 23)
    assert published("Storm closes harbour for weeks", "By Jane Doe | Updated 24 November 2021", LEAD, LEAD) == (
        None,
        "",
    )


@pytest.mark.parametrize(
    "line",
    [
        "نشر في: 24 نوفمبر 2021", "تاريخ النشر: 24/11/2021", "פורסם בתאריך 24 בנובמבר 2021", "תאריך פרסום: 24.11.2021", "Опубликовано 24 ноября 2021, 10:15", "Дата публикации: 24.11.2021",
        "Publié le 24 novembre 2021 à 08h30", "Mis en ligne le 24 nov. 2021", "Veröffentlicht am 24. November 2021", "Erschienen am 24.11.2021", "Publicado el 24 de noviembre de 2021", "Fecha de publicación: 24/11/2021",
        "Pubblicato il 24 novembre 2021", "Data di pubblicazione: 24/11/2021", "Publicado em 24 de novembro de 2021", "Data de publicação: 24/11/2021", "Gepubliceerd op 24 november 2021", "Publicatiedatum: 24-11-2021",
        "Yayınlanma tarihi: 24 Kasım 2021", "Yayın tarihi: 24.11.2021", "Опубліковано 24 листопада 2021", "发布时间：2021年11月24日", "公開日：2021年11月24日", "24/11/2021 a las 07:48h.", "Posted By: Jane Doe on: November 24, 2021 In: Harbours, Sea, Cranes, Storms",
    ],
)  # fmt: skip
def test_labels_of_days_in_many_languages(line: str) -> None:
    page = clean_page("\n".join([TITLE, line, PROSE, PROSE]))
    assert (page.published, page.published_from) == (date(2021, 11, 24), "text")

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean import clean_page, line_keys

LEAD = "The harbour of the small town was closed on Tuesday after a storm had damaged two of its three cranes, the mayor said."
NEXT = "Ships were sent to the next port, which lies forty miles to the south, and nobody could say when the cranes would be repaired."
LAST = "Fishermen were angry, for they had asked for new cranes in 1961 and once more in 1964, and were answered neither time."


def labels(raw, **given):
    page = clean_page(raw, **given)
    return [(line.section, page.text.text[line.start : line.end]) for line in page.lines]


def sections(*lines, **given):
    return [section for section, _ in labels("\n".join(lines), **given)]


def test_article_with_its_furniture():
    found = labels(
        "Storm closes harbour for weeks\n\nCranes damaged as fishermen demand answers from the ministry\n\nBy Jane Doe and John Q. Public\n"
        f"24 November 2021\n\nKALVIK, Norland — {LEAD}\n\nAsked and unanswered\n\n{LAST}\n"
        "A crane lies in the water. (Ola Vik / AFP)\n“We will not wait again.”\n[1] https://example.org/cranes\nShare this article\nRead more: Another storm\n© 2021 The Kalvik Times\n"
    )
    assert [section for section, _ in found] == [
        "title", "dek", "byline", "dateline", "body", "heading", "body", "caption", "quote", "reference", "boilerplate", "boilerplate", "boilerplate",
    ]  # fmt: skip
    assert found[4][1].startswith("KALVIK, Norland — The harbour")


def test_menus_around_an_article_are_boilerplate():
    menu = [
        "The Kalvik Times",
        "Local Politics",
        "World Sport",
        "Fish Prices",
        "Boats & Cranes",
        "Harbour Cams",
        "Norland Live",
        "Our People",
        "Young Kalvik",
        "Tide Tables",
    ] * 2
    found = sections(
        "Storm closes harbour for weeks - The Kalvik Times",
        *menu,
        "Storm closes harbour for weeks",
        LEAD,
        NEXT,
        LAST,
        *menu,
    )
    assert found[:21] == ["boilerplate"] * 21
    assert found[21:25] == ["title", "body", "body", "body"]
    assert found[25:] == ["boilerplate"] * 20


@pytest.mark.parametrize(
    "menu",
    [
        "Vie locale|Sports nautiques|La météo du jour|Petites annonces|Le port|Nos bateaux|Prix du hareng|Les grues|Offres du mois|Jeux et loisirs|Carnet du jour|Nous rejoindre",
        "السياسة المحلية|الرياضة|أسعار الأسماك|الطقس اليوم|القوارب|الميناء|وظائف خالية|ثقافة وفن|صور اليوم|رأي القراء|مع الناس|اقتصاد البحر",
        "政治|体育|渔业|港口|天气预报|船舶|招聘|文化艺术|图片|读者来信|社会|海洋经济",
    ],
)
def test_menu_in_any_language(menu):
    links = menu.split("|")
    assert sections("Storm closes harbour for weeks", LEAD, NEXT, LAST, *links)[4:] == ["boilerplate"] * len(links)


@pytest.mark.parametrize(
    "line",
    [
        "Share this article", "READ MORE:", "Visited 3 times, 1 visit(s) today", "PLEASE SIGN THE PETITION!", "https://example.org/a/b?c=d", "Never miss breaking news on boats",
        "You're subscribed", "Tags: storm, harbour", "© 2021 Kalvik Media AS", "Lire aussi : Le port est fermé", "Comparte en Facebook", "Alle Rechte vorbehalten", "اقرأ أيضا: الميناء مغلق",
        "כל הזכויות שמורות", "Читайте также: Порт закрыт", "分享到", "関連記事", "We use cookies to improve your experience.", "12 Comments", "* * *", "Abone ol", "Tutti i diritti riservati",
    ],
)  # fmt: skip
def test_furniture_between_paragraphs(line):
    assert sections("Storm closes harbour for weeks", LEAD, line, NEXT) == ["title", "body", "boilerplate", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Down with General Haftar!", "They want more.", "Terms of the deal were not disclosed.", "Back to work, said the mayor.", "Powered by two engines, the ship left the harbour within the hour and sailed south.",
        "Home is where the cranes are, the mayor said on Tuesday.", "Copyright law does not protect cranes, a judge in the capital ruled this week.", "Comments by the minister angered the fishermen", "He said so", "Over the years the connection kept improving, especially related to the conflict",
    ],
)  # fmt: skip
def test_prose_that_looks_like_furniture_stays(line):
    assert sections("Storm closes harbour for weeks", LEAD, line, NEXT)[2] != "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "[1] https://example.org/cranes",
        "[12] Public Record Office, FO 371",
        "3. Jane Doe, https://example.org/cranes",
        "^ The Kalvik Times, doi:10.1000/182",
    ],
)
def test_note(line):
    assert sections("Storm closes harbour for weeks", LEAD, line)[2] == "reference"


@pytest.mark.parametrize(
    "line", ["[The mayor] said nothing.", "1. The first crane fell at noon and was lost.", "24 cranes are left"]
)
def test_no_note(line):
    assert sections("Storm closes harbour for weeks", LEAD, line)[2] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Madrid, 23 may (EFE).",
        "Pristina (Kosovo), 23 may (EFE).-",
        "PARIS, 4 mars (AFP) -",
        "NAIROBI, Aug 12 (Reuters)",
    ],
)
def test_a_dateline_of_its_own_is_no_caption_and_does_not_recur_as_furniture(line):
    page = clean_page("\n".join(("Storm closes harbour for weeks", line, LEAD, f"{LEAD} Again.")))
    assert [one.section for one in page.lines][1] == "dateline"
    assert 1 not in [index for index, _ in line_keys(page)]


@pytest.mark.parametrize("line", ["The mayor on 23 May in Madrid (EFE).", "Three cranes fell on 4 March (see page 3)."])
def test_no_dateline(line):
    assert sections("Storm closes harbour for weeks", LEAD, line)[2] != "dateline"


def test_caption_said_again_is_boilerplate_and_other_repeats_stay():
    caption = "Mayor Ola Vik, left, looks at the two damaged cranes on November 24, 2021. (Harbour Office)"
    assert sections("Storm closes harbour", caption, caption, LEAD, "Nobody knows why.", NEXT, "Nobody knows why.", caption)[1:] == [
        "caption", "boilerplate", "body", "body", "body", "body", "boilerplate",
    ]  # fmt: skip


def test_prose_alone_is_kept_whatever_its_shape():
    assert "boilerplate" not in sections(LEAD, NEXT, LAST)
    assert "boilerplate" not in sections("one two", "three four five", "six")
    assert sections(LEAD) == ["body"]


@pytest.mark.parametrize(
    ("lines", "given", "title"),
    [
        (["Storm closes harbour for weeks", LEAD], "", "Storm closes harbour for weeks"),
        (["Storm closes harbour for weeks | The Kalvik Times", LEAD], "", "Storm closes harbour for weeks"),
        (
            ["Storm closes harbour - again and again, and nobody knows why", LEAD],
            "",
            "Storm closes harbour - again and again, and nobody knows why",
        ),
        (["Frontpage | Storm closes harbour for weeks | The Kalvik Times", LEAD], "", "Storm closes harbour for weeks"),
        (
            ["Storm closes harbour", "News", "Sport", "Storm closes the harbour for weeks", LEAD],
            "",
            "Storm closes the harbour for weeks",
        ),
        (["Share", "Storm closes harbour for weeks", LEAD], "", "Storm closes harbour for weeks"),
        (["Storm closes harbour for weeks", LEAD], "Harbour shut &amp; silent", "Harbour shut & silent"),
        (["Morocco’s “secret” ties", LEAD], "", "Morocco’s “secret” ties"),
        (["Morocco's ties", LEAD], "Morocco’s “secret” &amp; other ties", "Morocco’s “secret” & other ties"),
        ([LEAD, NEXT], "", ""),
        (["إغلاق الميناء بعد العاصفة", LEAD], "", "إغلاق الميناء بعد العاصفة"),
        (["嵐で港が閉鎖された", "嵐で二基のクレーンが損傷し、港は火曜日に閉鎖された。"], "", "嵐で港が閉鎖された"),
    ],
)
def test_title(lines, given, title):
    assert clean_page("\n".join(lines), title=given).title == title


def test_given_title_is_found_in_the_text():
    assert sections("The Kalvik Times", "Storm closes ‘harbour’", LEAD, title="Storm closes 'harbour'")[1] == "title"


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["By Jane Doe"], ("Jane Doe",)),
        (["BY JANE DOE AND JOHN Q. PUBLIC"], ("JANE DOE", "JOHN Q. PUBLIC")),
        (["By Jane Doe, Ola Vik and Ibn Khaldun | 24 November 2021"], ("Jane Doe", "Ola Vik", "Ibn Khaldun")),
        (["Par Jean-Luc d'Arc et Marie de la Tour"], ("Jean-Luc d'Arc", "Marie de la Tour")),
        (["Von Jörg Müller"], ("Jörg Müller",)),
        (["بقلم: أحمد بن علي"], ("أحمد بن علي",)),
        (["מאת יוסי כהן"], ("יוסי כהן",)),
        (["Jane Doe, Reuters"], ("Jane Doe",)),
        (["Posted by", "Jane Doe"], ("Jane Doe",)),
        (["Jane Doe is The Kalvik Times' fisheries and harbour affairs correspondent."], ("Jane Doe",)),
        (["October 11, 2023 by Jane Doe"], ("Jane Doe",)),
        (["Jane Doe • 24 November 2021"], ("Jane Doe",)),
        (["Jane Doe", "24 November 2021"], ("Jane Doe",)),
        (["Words: Jane Doe"], ("Jane Doe",)),
        (["بقلم: أحمد بن علي", "نشر في: 24 نوفمبر 2021"], ("أحمد بن علي",)),
        (["מאת יוסי כהן", "פורסם בתאריך 24 בנובמבר 2021"], ("יוסי כהן",)),
        (["Western Sahara"], ()),
        (["Kalvik Saturday, 27 November 2021"], ()),
        (["By admin"], ()),
        (["By the time the storm came the harbour was empty"], ()),
        (["By Tuesday"], ()),
        (["Jane Doe is the mayor of Kalvik and has two cranes."], ()),
        (["Reuters"], ()),
    ],
)
def test_byline_in_the_text(lines, byline):
    assert clean_page("\n".join(["Storm closes harbour for weeks", *lines, LEAD, NEXT, LAST])).byline == byline


@pytest.mark.parametrize(
    ("given", "byline"),
    [
        (("By Jane Doe and Ola Vik",), ("Jane Doe", "Ola Vik")),
        (("Jane Doe", "Jane Doe"), ("Jane Doe",)),
        (("AFP",), ("AFP",)),
        (("admin", "desk@example.org", " "), ("Ola Vik",)),
    ],
)
def test_given_byline_wins_if_it_is_one(given, byline):
    assert clean_page(f"Storm closes harbour for weeks\nBy Ola Vik\n{LEAD}", byline=given).byline == byline


def test_metadata_go_through():
    page = clean_page(LEAD, publisher="The Kalvik Times", url="https://example.org/2021/11/24/storm")
    assert (page.publisher, page.url, page.published, page.published_from) == (
        "The Kalvik Times",
        "https://example.org/2021/11/24/storm",
        date(2021, 11, 24),
        "url",
    )


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_any_string_gets_trimmed_lines_that_cover_it(raw):
    page = clean_page(raw)
    text = page.text.text
    assert all(text[line.start : line.end] == text[line.start : line.end].strip() != "" for line in page.lines)
    assert "".join("".join(text[line.start : line.end].split()) for line in page.lines) == "".join(text.split())
    assert all(0 <= line.probability <= 1 and line.reason for line in page.lines)


@pytest.mark.parametrize(
    "raw", ["", "\x00\x00", "\n\r\n", "?!.,;", "\ufffd\ufffd", "😀 😀", "العربية mixed עברית 東京 Москва"]
)
def test_odd_pages(raw):
    assert clean_page(raw).title in (raw, "")


@pytest.mark.parametrize(
    "raw",
    [
        "word " * 200_000,
        "x" * 1_000_000,
        "Menu item\n" * 200_000,
        "By a\n" * 100_000,
        "(" * 300_000,
        "| " * 300_000,
        "24/11/2021 " * 50_000,
        "“" * 200_000,
        f"{LEAD}\n" * 5_000,
    ],
)
def test_hostile_pages_stay_linear(raw):
    began = time.perf_counter()
    clean_page(raw)
    assert time.perf_counter() - began < 20


def test_same_page_same_answer():
    raw = f"Storm closes harbour\nBy Jane Doe\n{LEAD}\n{NEXT}"
    assert clean_page(raw) == clean_page(raw)

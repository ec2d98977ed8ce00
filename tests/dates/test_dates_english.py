"""English: what is a date, what only looks like one, and what each comes to."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # a Wednesday


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "en")], published=published)
    return [(text[row.start : row.end], row) for row in found]


def days(row: DateMention) -> str:
    return f"{row.date_start or ''}..{row.date_end or ''}"


@pytest.mark.parametrize(
    ("text", "surface", "timex", "edtf", "bounds"),
    [
        (
            "It fell on November 27, 1961, at sea.",
            "November 27, 1961",
            "1961-11-27",
            "1961-11-27",
            "1961-11-27..1961-11-27",
        ),
        (
            "Photo: Wednesday, Nov. 24, 2021.",
            "Wednesday, Nov. 24, 2021",
            "2021-11-24",
            "2021-11-24",
            "2021-11-24..2021-11-24",
        ),
        ("On the 3rd of May 1808 they rose.", "3rd of May 1808", "1808-05-03", "1808-05-03", "1808-05-03..1808-05-03"),
        ("He died in February 1961.", "February 1961", "1961-02", "1961-02", "1961-02-01..1961-02-28"),
        ("It was founded in 1954 by sailors.", "1954", "1954", "1954", "1954-01-01..1954-12-31"),
        ("In the summer of 1961 he left.", "the summer of 1961", "1961-SU", "1961-22", "1961-06-01..1961-08-31"),
        ("The winter of 1946-47 was hard.", "The winter of 1946-47", "1946-WI", "1946-24", "1946-12-01..1947-02-28"),
        ("Music of the 1960s sells.", "the 1960s", "196", "196X", "1960-01-01..1969-12-31"),
        ("Back in '67 it sold.", "'67", "1967", "1967", "1967-01-01..1967-12-31"),
        ("By September of '67 it sold.", "September of '67", "1967-09", "1967-09", "1967-09-01..1967-09-30"),
        ("Back in the '70s it sold.", "the '70s", "197", "197X", "1970-01-01..1979-12-31"),
        ("Trade grew in the 19th century.", "the 19th century", "18", "18XX", "1800-01-01..1899-12-31"),
        (
            "Profit rose in the third quarter of 2019.",
            "the third quarter of 2019",
            "2019-Q3",
            "2019-35",
            "2019-07-01..2019-09-30",
        ),
        (
            "In the first half of 2020 it shrank.",
            "the first half of 2020",
            "2020-H1",
            "2020-40",
            "2020-01-01..2020-06-30",
        ),
        ("Caesar died in 44 BC.", "44 BC", "-0043", "-0043", ".."),
        (
            "Filed 2021-11-24T14:30 by wire.",
            "2021-11-24T14:30",
            "2021-11-24T14:30",
            "2021-11-24T14:30:00",
            "2021-11-24..2021-11-24",
        ),
        ("Signed on 24.12.2021 in Bonn.", "24.12.2021", "2021-12-24", "2021-12-24", "2021-12-24..2021-12-24"),
        ("Easter 1916 was bloody.", "Easter 1916", "1916-04-23", "1916-04-23", "1916-04-23..1916-04-23"),
        ("On Thanksgiving 2020 they met.", "Thanksgiving 2020", "2020-11-26", "2020-11-26", "2020-11-26..2020-11-26"),
    ],
)
def test_named_dates(text: str, surface: str, timex: str, edtf: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, row.edtf, days(row)) == (surface, timex, edtf, bounds)
    assert not row.relative
    assert row.anchor is None


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("Some left between 1948 and 1955.", "between 1948 and 1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("They ruled from 1948 to 1955.", "from 1948 to 1955", "1948/1955", "1948-01-01..1955-12-31"),
        ("In the years 1962-64 it ended.", "1962-64", "1962/1964", "1962-01-01..1964-12-31"),
        ("The 1999-2002 drought passed.", "1999-2002", "1999/2002", "1999-01-01..2002-12-31"),
        ("Open from March to May 1961 only.", "from March to May 1961", "1961-03/1961-05", "1961-03-01..1961-05-31"),
        ("Held January–March 2019 in Rome.", "January–March 2019", "2019-01/2019-03", "2019-01-01..2019-03-31"),
        ("Closed May 5-8, 2020 for repairs.", "May 5-8, 2020", "2020-05-05/2020-05-08", "2020-05-05..2020-05-08"),
        ("Closed between 5 and 8 May 2020.", "between 5 and 8 May 2020", "2020-05-05/2020-05-08", "2020-05-05..2020-05-08"),
        ("Away from 30 December 2019 to 5 January 2020.", "from 30 December 2019 to 5 January 2020", "2019-12-30/2020-01-05", "2019-12-30..2020-01-05"),
        ("Away from 30 December 2019 to 5 January.", "from 30 December 2019 to 5 January", "2019-12-30/2020-01-05", "2019-12-30..2020-01-05"),
        ("Fashion from the 1940s to the 1960s.", "from the 1940s to the 1960s", "194/196", "1940-01-01..1969-12-31"),
    ],
)  # fmt: skip
def test_a_range_is_one_row(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)


@pytest.mark.parametrize(
    ("text", "timexes"),
    [
        ("In 1959 and 1960 he came.", ["1959", "1960"]),
        ("In 1961, 1962 and 1963 he came.", ["1961", "1962", "1963"]),
        ("On June 5 and 10, 1967 he came.", ["1967-06-05", "1967-06-10"]),
        ("On the 22nd and 24 March 1945 he came.", ["1945-03-22", "1945-03-24"]),
        ("In March, April and May 1961 he came.", ["1961-03", "1961-04", "1961-05"]),
        ("In October 1976 he came; in September 1977 he left.", ["1976-10", "1977-09"]),
    ],
)
def test_a_list_is_several_rows(text: str, timexes: list[str]) -> None:
    assert [row.timex for _, row in rows(text, None)] == timexes


@pytest.mark.parametrize(
    ("text", "surface", "modifier", "edtf", "bounds"),
    [
        ("In the early 1970s it failed.", "the early 1970s", ("early",), "197X", "1970-01-01..1973-12-31"),
        ("In the late Fifties he spoke.", "the late Fifties", ("late",), "195X", "1957-01-01..1959-12-31"),
        ("From the mid-1970s onward he spoke.", "the mid-1970s", ("mid", "after"), "197X/..", "1974-01-01..1976-12-31"),
        ("It opened in early 2003.", "early 2003", ("early",), "2003", "2003-01-01..2003-04-30"),
        ("It opened at the end of 2003.", "the end of 2003", ("late",), "2003", "2003-09-01..2003-12-31"),
        ("It opened in mid-March 2003.", "mid-March 2003", ("mid",), "2003-03", "2003-03-11..2003-03-20"),
        ("It opened in late February 2003.", "late February 2003", ("late",), "2003-02", "2003-02-21..2003-02-28"),
        ("He was born about 1978.", "about 1978", ("approx",), "1978~", "1978-01-01..1978-12-31"),
        ("No one went there before 1961.", "1961", ("before",), "../1960", "..1960-12-31"),
        ("No one went there after 1961.", "1961", ("after",), "1962/..", "1962-01-01.."),
        ("No one went there since 1961.", "1961", ("after",), "1961/..", "1961-01-01..1961-12-31"),
        ("They stayed until 1960.", "1960", ("before",), "../1960", "1960-01-01..1960-12-31"),
        ("The pre-1967 lines hold.", "1967", ("before",), "../1966", "..1966-12-31"),
    ],
)
def test_modifiers(text: str, surface: str, modifier: tuple[str, ...], edtf: str, bounds: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.modifier, row.edtf, days(row)) == (surface, modifier, edtf, bounds)


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("After four months of talks.", "four months", "P4M", ()),
        ("For more than 2,500 years it stood.", "more than 2,500 years", "P2500Y", ("more_than",)),
        ("It took less than a year to build.", "less than a year", "P1Y", ("less_than",)),
        ("Over the past 20 years it grew.", "the past 20 years", "P20Y", ()),
        ("It takes two to three weeks.", "two to three weeks", "P2W/P3W", ()),
        ("A 24-hour curfew began.", "24-hour", "PT24H", ()),
        ("Six decades of rule ended.", "Six decades", "P6DE", ()),
        ("It waited several years.", "several years", "PXY", ()),
        ("It took one and a half years.", "one and a half years", "P1.5Y", ()),
        ("It took 2 1/2 hours.", "2 1/2 hours", "PT2.5H", ()),
    ],
)
def test_durations_have_no_bounds(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, row.modifier, days(row)) == (surface, timex, modifier, "..")


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They meet each year.", "each year", "P1Y"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
    ],
)
def test_sets(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex, days(row)) == (surface, "set", timex, "..")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "bounds"),
    [
        ("He spoke on Wednesday.", "Wednesday", "2021-11-24", "2021-11-24..2021-11-24"),
        ("He spoke on Friday.", "Friday", "2021-11-19", "2021-11-19..2021-11-19"),
        ("He will speak on Friday.", "Friday", "2021-11-26", "2021-11-26..2021-11-26"),
        ("He spoke last week.", "last week", "2021-W46", "2021-11-15..2021-11-21"),
        ("He spoke yesterday morning.", "yesterday morning", "2021-11-23TMO", "2021-11-23..2021-11-23"),
        ("He spoke last year.", "last year", "2020", "2020-01-01..2020-12-31"),
        ("Early next year he will go.", "Early next year", "2022", "2022-01-01..2022-04-30"),
        ("Two years ago he left.", "Two years ago", "2019", "2019-01-01..2019-12-31"),
        ("He spoke in March.", "March", "2021-03", "2021-03-01..2021-03-31"),
        ("He will speak in March.", "March", "2022-03", "2022-03-01..2022-03-31"),
        ("He spoke on Nov. 3.", "Nov. 3", "2021-11-03", "2021-11-03..2021-11-03"),
        ("On Dec. 30 he left.", "Dec. 30", "2020-12-30", "2020-12-30..2020-12-30"),
        ("He left at 3 p.m. on Friday.", "3 p.m. on Friday", "2021-11-19T15:00", "2021-11-19..2021-11-19"),
        ("He left Friday at 10:30 a.m. by car.", "Friday at 10:30 a.m.", "2021-11-19T10:30", "2021-11-19..2021-11-19"),
        ("He spoke on Monday last week.", "Monday last week", "2021-11-15", "2021-11-15..2021-11-15"),
        ("He will have been ill since Monday.", "Monday", "2021-11-22", "2021-11-22..2021-11-22"),
        ("On Sat. 6 Nov. he left.", "Sat. 6 Nov.", "2021-11-06", "2021-11-06..2021-11-06"),
        ("A year and a half ago he left.", "A year and a half ago", "2020-05", "2020-05-01..2020-05-31"),
        ("It must end by the end of the year.", "the end of the year", "2021", "2021-09-01..2021-12-31"),
        ("A ceremony this summer honours him.", "this summer", "2021-SU", "2021-06-01..2021-08-31"),
        (
            "He spoke from Sept. 14 to Thursday.",
            "from Sept. 14 to Thursday",
            "2021-09-14/2021-11-18",
            "2021-09-14..2021-11-18",
        ),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str, bounds: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, days(row)) == (surface, timex, bounds)
    assert (row.relative, row.anchor, row.anchor_from) == (True, PUBLISHED, "published")


@pytest.mark.parametrize(
    ("text", "surface", "timex", "edtf"),
    [
        ("He spoke on Thursday.", "Thursday", "XXXX-WXX-4", ""),
        ("He spoke yesterday.", "yesterday", "XXXX-XX-XX", ""),
        ("He spoke last week.", "last week", "XXXX-WXX", ""),
        ("He spoke last year.", "last year", "XXXX", ""),
        ("He spoke on November 24.", "November 24", "XXXX-11-24", "XXXX-11-24"),
        ("He spoke in November.", "November", "XXXX-11", "XXXX-11"),
        ("He spoke last summer.", "last summer", "XXXX-SU", ""),
        ("He spoke three days later.", "three days later", "XXXX-XX-XX", ""),
        ("He spoke at 3 p.m. there.", "3 p.m.", "XXXX-XX-XXT15:00", ""),
    ],
)
def test_nothing_is_anchored_without_an_anchor(text: str, surface: str, timex: str, edtf: str) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, row.edtf, days(row), row.anchor, row.anchor_from) == (
        surface,
        timex,
        edtf,
        "..",
        None,
        "",
    )


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("He was hired in May 1961. Six months later he left.", "Six months later", "1961-11"),
        ("He was hired in 1961. Two years later he left.", "Two years later", "1963"),
        ("He was hired on May 30, 1961. The next day he left.", "The next day", "1961-05-31"),
        ("He was hired in December 1961. That month he left.", "That month", "1961-12"),
        ("In October 1976 he came. In November he left.", "November", "1976-11"),
        ("In December 1976 he came. In January he left.", "January", "1977-01"),
    ],
)
def test_anchored_on_the_date_before(text: str, surface: str, timex: str) -> None:
    for published in (None, PUBLISHED):
        found, row = rows(text, published)[-1]
        assert (found, row.timex, row.anchor_from) == (surface, timex, "previous-date")


def test_precision_is_not_invented() -> None:
    """Two months after a year is no month."""
    _, later = rows("He came in 1961. Two months later he left.", None)
    assert (later[1].timex, days(later[1])) == ("XXXX-XX", "..")


@pytest.mark.parametrize(
    "text",
    [
        "The minister may go; May said so, and Theresa May may too.",
        "April Smith met June Jones and August Wilson.",
        "A Boeing 747 landed under Resolution 1701.",
        "They met in room 1984 using Windows 2000 for Vision 2030.",
        "The 52-year-old has a 3-year-old son aged 3 years.",
        "It cost $1948, €2000 and 1984 dollars, £1999.",
        "Some 1984 people and 1,984 cows died; 2000 soldiers fled.",
        "They won 20-19 and lost 3-2, a 1.2019 ratio of 2019.5.",
        "Page 1/1/1/1 of 5/6/2021/7/8, host 192.168.10.12 and build 2.0.1999.3.",
        "Call 555-1984 or see http://example.org/2019/03/04/news and www.example.org/1984.",
        "They march to the sea as we spring up to fall down.",
        "Due on Feb. 30, 2020 or 31 April 2021.",
        "The Six Day War and the Hundred Years War ended; Sunday Times readers know.",
        "Two thirds, three quarters and a second helping.",
        "The Israeli daily Maariv and the Casablanca daily wrote; a weekly too; the daily newspaper folded.",
        "Born 31/02/2021 or 13/13/2021, he shrugged.",
        "It lasted until the fall of Budapest, said Black September.",
        "The current account, electric current and ocean current differ from current affairs.",
        "",
        "   ",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("It is now clear.", "now", "PRESENT_REF"),
        ("He recently spoke.", "recently", "PAST_REF"),
        ("In the past, he lied.", "the past", "PAST_REF"),
        ("Plans for the future change.", "the future", "FUTURE_REF"),
        ("Its current chairman resigned.", "current", "PRESENT_REF"),
        ("It is safe now that he left.", "now", "PRESENT_REF"),
        ("Sales fell in recent quarters.", "recent quarters", "PAST_REF"),
        ("It will weigh on future quarters.", "future quarters", "FUTURE_REF"),
    ],
)
def test_references_have_no_bounds(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, days(row)) == (surface, timex, "..")


def test_the_article_tells_how_it_writes_numeric_dates() -> None:
    [(_, alone)] = rows("Signed 06/12/2021 in Leeds.")
    assert (alone.timex, alone.confidence) == ("2021-06-12", 0.5)
    [(_, first), _] = rows("Signed 06/12/2021, then 24/12/2021.")
    assert first.timex == "2021-12-06"
    assert first.confidence > 0.9


def test_goals_are_no_history() -> None:
    """Years to come do not make a month without a year theirs."""
    last = rows("It wants less by 2030, 2040 and 2050, as told in March.")[-1][1]
    assert (last.timex, last.anchor_from) == ("2021-03", "published")


def test_an_event_named_after_a_season() -> None:
    assert [found for found, _ in rows("Since the Arab Spring of 2011 little changed.")] == ["2011"]


def test_quarters_compare_with_quarters() -> None:
    text = "Net rose in the third quarter of 2021 from a year earlier. The year-earlier quarter was weak."
    assert [row.timex for _, row in rows(text)] == ["2021-Q3", "2020-Q3", "2020-Q3"]


def test_a_caption_does_not_move_the_story() -> None:
    passages = [
        Passage("text", 0, "He was hired in May 1961.", "body", "en"),
        Passage("text", 30, "The port on June 3, 1999.", "caption", "en"),
        Passage("text", 60, "Two years later he left.", "body", "en"),
    ]
    assert [row.timex for row in extract_dates(passages, published=None)] == ["1961-05", "1999-06-03", "1963"]


@pytest.mark.parametrize(
    ("text", "surface", "type_", "timex"),
    [
        ("It became a daily rally for bread.", "daily", "set", "P1D"),
        ("They meet on a weekly basis.", "weekly", "set", "P1W"),
        ("The decades-long feud ended.", "decades-long", "duration", "PXDE"),
        ("Losses after several quarters stopped.", "several quarters", "duration", "PXQ"),
    ],
)
def test_rounds_and_lengths(text: str, surface: str, type_: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, type_, timex)


def test_an_ordinal_of_a_quarter_is_no_day() -> None:
    assert [row.timex for _, row in rows("In March the third quarter ended.")] == ["2021-03", "2021-Q3"]

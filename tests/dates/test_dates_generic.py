"""Languages without a file of their own: explicit dates, weekdays and the periods around today, from CLDR's words."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import extract_dates
from dateline.dates.build_lexicons import FOLDER, languages, lexicon_text

PUBLISHED = date(2021, 6, 16)  # a Wednesday


def found(language: str, text: str) -> list[tuple[str, str]]:
    rows = extract_dates([Passage("text", 0, text, "body", language)], published=PUBLISHED)
    return [(text[row.start : row.end], row.timex) for row in rows]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("pl", "Umowę podpisano 3 maja 1791 w Warszawie.", [("3 maja 1791", "1791-05-03")]),
        ("pl", "W zeszłym roku zamknięto kopalnię.", [("W zeszłym roku", "2020")]),
        ("hu", "A híd 2021. május 3-án nyílt meg.", [("2021. május 3", "2021-05-03")]),
        ("cs", "Soud zasedl 3. května 2021.", [("3. května 2021", "2021-05-03")]),
        ("sv", "Bron öppnades den 3 maj 2021.", [("3 maj 2021", "2021-05-03")]),
        ("fi", "Silta avattiin 3. toukokuuta 2021.", [("3. toukokuuta 2021", "2021-05-03")]),
        ("el", "Η γέφυρα άνοιξε στις 3 Μαΐου 2021.", [("3 Μαΐου 2021", "2021-05-03")]),
        ("bg", "Мостът е открит на 3 май 2021 г., а вчера бе затворен.", [("3 май 2021 г.", "2021-05-03"), ("вчера", "2021-06-15")]),
        ("tr", "Köprü 3 Mayıs 2021'de açıldı.", [("3 Mayıs 2021", "2021-05-03")]),
        ("tr", "Baraj 5 yıl önce bitti.", [("5 yıl önce", "2016")]),
        ("fa", "پل در ۳ مه ۲۰۲۱ باز شد و دیروز بسته شد.", [("۳ مه ۲۰۲۱", "2021-05-03"), ("دیروز", "2021-06-15")]),
        ("hi", "पुल 3 मई 2021 को खुला।", [("3 मई 2021", "2021-05-03")]),
        ("ja", "橋は2021年5月3日に開通し、昨日閉鎖された。", [("2021年5月3日", "2021-05-03"), ("昨日", "2021-06-15")]),
        ("zh", "大桥于2021年5月3日通车，昨天关闭。", [("2021年5月3日", "2021-05-03"), ("昨天", "2021-06-15")]),
        ("zh", "他们星期一抵达，上周离开。", [("星期一", "2021-06-14"), ("上周", "2021-W23")]),
        ("ko", "다리는 2021년 5월 3일 개통했다.", [("2021년 5월 3일", "2021-05-03")]),
        ("vi", "Cây cầu mở ngày 3 tháng 5.", [("3 tháng 5", "2021-05-03")]),
        ("id", "Jembatan dibuka pada 3 Mei 2021.", [("3 Mei 2021", "2021-05-03")]),
    ],
)  # fmt: skip
def test_dates_of_many_languages(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "งานวันที่ 5 พฤษภาคม 2564"),  # a year of the Buddhist era: not a 5 May of the year of publication
        ("vi", "Đây là lần thứ hai."),  # the second time, no Monday
        ("pl", "Wydano 2000 złotych i 1900 dolarów."),
        ("hu", "2500 ember jött el."),
        ("zh", "他走了2000米。"),
    ],
)
def test_no_date_is_made_up(language: str, text: str) -> None:
    assert found(language, text) == []


@pytest.mark.parametrize("language", languages())
def test_the_words_are_those_of_the_libraries(language: str) -> None:
    path = FOLDER / f"{language}.toml"
    assert (path.read_text(encoding="utf-8") if path.exists() else "") == lexicon_text(language)

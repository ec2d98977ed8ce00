"""Turkish: what stands after a date narrows it (`1998'den beri`), and the verb that tells past from future comes last."""

from datetime import date

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

PUBLISHED = date(2021, 11, 24)  # çarşamba


def rows(text: str, published: date | None = PUBLISHED) -> list[tuple[str, DateMention]]:
    found = extract_dates([Passage("text", 0, text, "body", "tr")], published=published)
    return [(text[row.start : row.end], row) for row in found]


@pytest.mark.parametrize(
    ("text", "surface", "timex", "modifier"),
    [
        ("Köprü 24 Kasım 2021 Çarşamba günü açıldı.", "24 Kasım 2021 Çarşamba günü", "2021-11-24", ()),
        ("Köprü 1936 yılında açıldı.", "1936 yılında", "1936", ()),
        ("Köprü 1998'den beri açık.", "1998", "1998", ("after",)),
        ("Köprü 2030'a kadar açık.", "2030", "2030", ("before",)),
        ("Köprü 1960'ların sonunda açıldı.", "1960'ların", "196", ("late",)),
        ("Köprü 90'lı yıllarda açıldı.", "90'lı yıllarda", "199", ()),
        ("Köprü XIX. yüzyılda açıldı.", "XIX. yüzyılda", "18", ()),
        ("Köprü 1962-1964 yıllarında açıldı.", "1962-1964 yıllarında", "1962/1964", ()),
    ],
)
def test_named_dates(text: str, surface: str, timex: str, modifier: tuple[str, ...]) -> None:
    [(found, row)] = rows(text, None)
    assert (found, row.timex, row.modifier) == (surface, timex, modifier)


@pytest.mark.parametrize(
    ("text", "surface", "timex"),
    [
        ("Köprü cuma günü açıldı.", "cuma günü", "2021-11-19"),
        ("Köprü cuma günü açılacak.", "cuma günü", "2021-11-26"),
        ("Köprü dün akşam açıldı.", "dün akşam", "2021-11-23TEV"),
        ("Köprü geçen hafta açıldı.", "geçen hafta", "2021-W46"),
        ("İki yıl önce açıldı.", "İki yıl önce", "2019"),
        ("Köprü on iki gün sonra açılacak.", "on iki gün sonra", "2021-12-06"),
        ("Köprü yarın saat 14.30'da açılacak.", "yarın saat 14.30", "2021-11-25T14:30"),
    ],
)
def test_relative_to_the_publication(text: str, surface: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.timex, row.anchor, row.anchor_from) == (surface, timex, PUBLISHED, "published")


@pytest.mark.parametrize(
    ("text", "surface", "kind", "timex"),
    [
        ("Dört ay bekledi.", "Dört ay", "duration", "P4M"),
        ("Son yirmi yılda değişti.", "Son yirmi yılda", "duration", "P20Y"),
        ("Vapur her cuma gelir.", "her cuma", "set", "XXXX-WXX-5"),
    ],
)
def test_lengths_and_sets(text: str, surface: str, kind: str, timex: str) -> None:
    [(found, row)] = rows(text)
    assert (found, row.type, row.timex) == (surface, kind, timex)


@pytest.mark.parametrize(
    "text",
    [
        "52 yaşındaki müdür ve 20 yaşında bir kız.",
        "1984 kişi, 2000 lira, 1961 sayılı karar ve 2005 numaralı oda.",
        "Ayşe Eylül, Nisan Kaya ve Mart Yılmaz şarkı söyledi; ekim ve yaz güzel.",
        "19 Mayıs Üniversitesi ile pazar yerinde ocak söndü.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert rows(text) == []

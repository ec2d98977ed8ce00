"""Every word of a repaired document points at exactly the raw characters it was made of.

Documents are made dirty piece by piece, so that for each word it is known which raw characters it is.
"""

import html
import random
import time
import unicodedata
from collections.abc import Callable, Iterator

import ftfy  # noqa: F401 - registers the codec sloppy-windows-1252
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.clean.repair import repair
from dateline.text import AlignedText

TEXTS = {
    "en": "The harbour of the old town was shut on Tuesday because the firm that fixes its cranes had filed no offer",
    "fr": "L'été dernier le préfet a fermé la vieille forêt où naît le fleuve après d'étranges pluies tombées à Noël",
    "de": "Über die Brücke führen größere Züge früher nach Köln als gewöhnlich weil man die Gleise höher gelegt hat",
    "es": "El año pasado la señora alcaldesa pidió más médicos y también un camión para los niños de la región",
    "pl": "Wczoraj żołnierze pomogli mieszkańcom źle położonych wsi usunąć błoto z dróg które zalała rzeka",
    "tr": "Geçen yıl İstanbul'da öğrenciler köprünün üstünde büyük bir şenlik düzenledi ve çoğu şarkı söyledi",
    "vi": "Hôm qua người dân thành phố đã mở lại chợ cũ sau nhiều tháng đóng cửa vì trận lụt lớn nhất thế kỷ",
    "ru": "Вчера жители старого города открыли новый мост через реку который строили больше десяти лет подряд",
    "el": "Χθες οι κάτοικοι της παλιάς πόλης άνοιξαν ξανά τη γέφυρα που είχε κλείσει μετά από τη μεγάλη πλημμύρα",
    "ar": "افتتح سكان المدينة القديمة أمس الجسر الجديد فوق النهر بعد عشر سنوات من البناء والانتظار الطويل",
    "fa": "مردم شهر دیروز پل تازه‌ای را که ده سال ساختنش طول کشید باز کردند و می‌گویند که راه کوتاه‌تر شده است",
    "he": "תושבי העיר העתיקה פתחו אתמול את הגשר החדש מעל הנהר אחרי עשר שנים של בנייה והמתנה ארוכה מאוד",
    "hi": "पुराने शहर के लोगों ने कल नदी पर नया पुल खोला जिसे बनाने में दस साल से अधिक समय लगा था",
    "ko": "어제 옛 도시의 주민들은 십 년 넘게 지은 강 위의 새 다리를 열고 오랫동안 함께 노래했다",
    "ja": "昨日 旧市街の 住民は 十年以上 かけて 建てた 川の 新しい 橋を 開き 長い あいだ ともに 歌った",
}
TATWEEL = "ـ"
JOINING = set("بتثجحخسشصضطظعغفقكلمنهي")

Dirt = Callable[[str, random.Random], str]


def inside(mark: str) -> Dirt:
    """A mark between any two letters; not before a mark that belongs to the letter."""
    return lambda word, dice: "".join(
        c + mark if i + 1 < len(word) and word[i + 1].isalpha() and c.isalpha() and dice.random() < 0.5 else c
        for i, c in enumerate(word)
    )


def as_entities(word: str, dice: random.Random) -> str:
    kinds = (lambda c: f"&#{ord(c)};", lambda c: f"&#x{ord(c):X};", lambda c: f"&amp;#{ord(c)};")
    return "".join(c if c.isascii() else dice.choice(kinds)(c) for c in word)


def decomposed(word: str, dice: random.Random) -> str:
    return unicodedata.normalize("NFD", word)


def stretched(word: str, dice: random.Random) -> str:
    return "".join(
        c + TATWEEL * 2 if c in JOINING and i + 1 < len(word) and word[i + 1] in JOINING else c
        for i, c in enumerate(word)
    )


def typeset(word: str, dice: random.Random) -> str:
    for plain, ligature in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("'", "’")):
        word = word.replace(plain, ligature)
    return word


def full_width(word: str, dice: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in word)


def broken(word: str, dice: random.Random) -> str:
    """The word over a line end, with a hyphen, plain or soft."""
    at = len(word) // 2
    whole = word.isalpha() and word.islower() and at >= 3
    return word[:at] + dice.choice(["-\n", "-\r\n", "\xad\n"]) + word[at:] if whole else word


WORDS: tuple[Dirt, ...] = (
    lambda word, dice: word, as_entities, decomposed, stretched, typeset, full_width, broken,
    inside("\xad"), inside("\u200b"), inside("\u2060\ufeff"), inside("\u202a"),
)  # fmt: skip
GAPS = (
    (" ", " "), ("\xa0", " "), ("\u202f", " "), ("&nbsp;", " "), ("\u3000", " "), (" \u200f", " "), ("\u200e ", " "),
    (", ", ", "), (" “", ' "'), ("” ", '" '), (" &amp; ", " & "), ("\x00", " "), ("\t", "\t"), ("\u2028", " "),
    (" \u202e", " "), ("\u202c\x1f", " "), ("&#8212;", "—"), (" « ", " « "), ("…\u200b ", "… "), ("\xad ", " "),
)  # fmt: skip
CODECS = ("sloppy-windows-1252", "latin-1")


def pieces(text: str, dice: random.Random) -> Iterator[tuple[str, str, bool]]:
    """Raw text, what it is repaired to, and whether it is a word."""
    for word in text.split():
        yield dice.choice(WORDS)(word, dice), word, True
        yield *dice.choice(GAPS), False


def damaged(text: str, dice: random.Random) -> Iterator[tuple[str, str, bool]]:
    """The same for a line that was read in the wrong encoding, once or twice."""
    codecs = dice.choice([CODECS[:1], CODECS[1:], CODECS[:1] * 2])
    for word in text.split():
        raw, clean = dice.choice(((word, word), (f"«{word}»", f"«{word}»"), (f"“{word}”", f'"{word}"')))
        for codec in codecs:
            raw = raw.encode().decode(codec)
        if clean != word:
            quote = (len(raw) - len(damage(word, codecs))) // 2
            yield raw[:quote], clean[0], False
            yield raw[quote:-quote], word, True
            yield raw[-quote:], clean[-1], False
        else:
            yield raw, word, True
        yield " ", " ", False


def damage(word: str, codecs: tuple[str, ...]) -> str:
    for codec in codecs:
        word = word.encode().decode(codec)
    return word


def document(seed: int) -> tuple[str, str, list[tuple[int, int, int, int]]]:
    """A dirty document, the clean one, and each word's span in both."""
    dice = random.Random(seed)
    raw, clean, spans = [], [], []
    length = clean_length = 0
    for language in dice.sample(sorted(TEXTS), 5):
        text = unicodedata.normalize("NFC", TEXTS[language])
        make = damaged if dice.random() < 0.3 and not text.isascii() else pieces
        end = dice.choice(["\n", "\r\n", "\n\n"])
        *line, _gap = make(text, dice)
        for dirty, plain, is_word in (*line, (end, end, False)):
            if is_word:
                spans.append((clean_length, clean_length + len(plain), length, length + len(dirty)))
            raw.append(dirty)
            clean.append(plain)
            length, clean_length = length + len(dirty), clean_length + len(plain)
    return "".join(raw), "".join(clean), spans


@given(st.integers(0, 2**32))
@settings(max_examples=150, deadline=None)
def test_every_word_of_a_dirty_document_maps_to_exactly_its_raw_characters(seed: int) -> None:
    raw, clean, spans = document(seed)
    text = repair(raw)
    assert text.text == clean
    assert [text.raw_span(start, end) for start, end, _, _ in spans] == [span[2:] for span in spans]
    assert AlignedText.from_blocks(text.text, text.to_blocks()) == text


def test_documents_are_dirty_and_have_words_enough() -> None:
    made = [document(seed) for seed in range(150)]
    assert sum(len(spans) for _, _, spans in made) > 10_000
    assert all(raw != clean for raw, clean, _ in made)
    assert html.unescape(made[0][0]) != made[0][0]


def test_a_long_line_is_repaired_in_linear_time() -> None:
    """A line of 5 MB, as pages without line ends have; of 50 MB, it takes ten times as long."""
    raw = (TEXTS["fr"] + " d&#8217;où «\xa0l’été\xa0» ") * 40_000
    began = time.perf_counter()
    text = repair(raw)
    assert time.perf_counter() - began < 20
    assert text.raw_span(len(text.text) - 1, len(text.text)) == (len(raw) - 1, len(raw))


@pytest.mark.parametrize(
    "word", ["&amp;amp;amp;", "Ã\xad", "e\u0301\u0323", "\u200b\u200b", "\ud83d\ude00", "&shy;", "x&#0;"]
)
def test_each_kind_of_block_is_atomic_and_stays_where_it_is(word: str) -> None:
    text = repair(f"before {word} after")
    assert text.text.startswith("before ")
    assert text.text.endswith(" after")
    assert text.raw_span(0, 6) == (0, 6)
    end = len(text.text)
    assert text.raw_span(end - 5, end) == (8 + len(word), 13 + len(word))

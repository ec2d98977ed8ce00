"""Bytes to text: every encoding news comes in, damage counted, nothing lost on the way."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest import IngestOptions
from dateline.ingest.decode import codec_of, declared_charset, decode, sniff

FRENCH = "À l'été 1961, le bateau sombra près d'Al Hoceïma ; quarante-quatre émigrés périrent à bord, où dormait l'équipage. "
SAMPLES = {
    "cp1252": FRENCH + "Coût : 5 000 € — « une tragédie », déclara-t-il.",
    "cp1250": "Źródło podało, że żołnierze zginęli w październiku; łącznie sześćdziesiąt osób. Prezydent wyraził głęboki żal.",
    "cp1251": "Корабль затонул ночью десятого января тысяча девятьсот шестьдесят первого года недалеко от берега.",
    "koi8-u": "Корабль затонул ночью десятого января тысяча девятьсот шестьдесят первого года недалеко от берега.",
    "cp1253": "Το πλοίο βυθίστηκε τη νύχτα της δεκάτης Ιανουαρίου κοντά στις ακτές του Μαρόκου με δεκάδες επιβάτες.",
    "cp1254": "Gemi on Ocak gecesi kıyı açıklarında battı; kırk dört kişi öldü, dedi İçişleri Bakanlığı sözcüsü Şükrü Çağlar.",
    "cp1255": "הספינה טבעה בלילה שבין התשיעי לעשירי בינואר מול חופי מרוקו, וכל נוסעיה נספו בים הסוער.",
    "cp1256": "غرقت السفينة ليلة العاشر من يناير قبالة سواحل المغرب ولقي أربعة وأربعون من ركابها حتفهم في البحر.",
    "gb18030": "一九六一年一月十日夜间,该船在摩洛哥海岸附近沉没,四十四名乘客遇难,船长幸存。",
    "big5": "一九六一年一月十日夜間,該船在摩洛哥海岸附近沉沒,四十四名乘客遇難,船長倖存。",
    "cp932": "一九六一年一月十日の夜、船はモロッコ沖で沈没し、四十四人の乗客が死亡した。船長は助かった。",
    "euc_jp": "一九六一年一月十日の夜、船はモロッコ沖で沈没し、四十四人の乗客が死亡した。船長は助かった。",
    "cp949": "천구백육십일년 일월 십일 밤 배가 모로코 해안에서 침몰하여 승객 마흔네 명이 숨졌다고 당국이 밝혔다.",
}


@pytest.mark.parametrize("encoding", SAMPLES)
def test_legacy_encodings_are_detected(dump, encoding):
    text = SAMPLES[encoding]
    (record,) = dump({"a.txt": text.encode(encoding)})
    assert (record.text, record.warnings) == (text, ())


@pytest.mark.parametrize("encoding", SAMPLES)
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_streams_in_legacy_encodings(dump, name, encoding):
    texts = [SAMPLES[encoding] + str(n) for n in range(3)]
    if name == "a.jsonl":
        data = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts)
    else:
        data = "id\ttext\n" + "".join(f"\t{text}\n" for text in texts)
    records = dump({name: data.encode(encoding)})
    assert [record.text for record in records] == texts
    assert {record.encoding == "utf-8" for record in records} == {False}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.json", "a.csv"])
def test_wide_encodings_and_marks(dump, name, encoding):
    data = {
        "a.txt": FRENCH + "\r\nend",
        "a.jsonl": json.dumps({"text": FRENCH}, ensure_ascii=False) + "\n" + json.dumps({"text": "B."}) + "\n",
        "a.json": json.dumps([{"text": FRENCH}, {"text": "B."}], ensure_ascii=False),
        "a.csv": f'title,text\n,"{FRENCH}"\n,B.\n',
    }
    records = dump({name: data[name].encode(encoding)})
    marked = encoding in ("utf-16", "utf-32", "utf-8-sig")
    expected = ["\ufeff" * marked + data["a.txt"]] if name == "a.txt" else [FRENCH, "B."]
    assert [record.text for record in records] == expected
    assert {record.encoding for record in records} <= {"utf-8", "utf-16-le", "utf-16-be", "utf-32-le"}


def test_a_few_bad_bytes_are_replaced_and_counted(dump):
    text = FRENCH.encode()
    (record,) = dump({"page.txt": text[:30] + b"\xff\xfe" + text[30:] + b"\xe9"})
    assert record.text.replace("\ufffd", "") == FRENCH
    assert record.warnings == ("page.txt: 3 byte sequences are not utf-8; replaced by U+FFFD",)


def test_bad_bytes_in_one_line_of_many(dump):
    good = json.dumps({"text": FRENCH}, ensure_ascii=False).encode()
    first, bad, last = dump({"a.jsonl": b"\n".join([good, good.replace(b"1961", b"19\xff1"), good])})
    assert first.text == last.text == FRENCH
    assert bad.text == FRENCH.replace("1961", "19\ufffd1")
    assert (first.warnings, bad.warnings) == ((), ("a.jsonl#L2: 1 byte sequence is not utf-8; replaced by U+FFFD",))


def test_a_page_is_read_as_it_declares(dump):
    body = (
        "<p>Źródło: żołnierze.</p>"
        + "<p>The harbour master told this newspaper that the ship was lost in the night.</p>" * 3
    )
    page = f'<html><head><meta http-equiv="content-type" content="text/html; charset=ISO-8859-2"></head><body><article>{body}</article></body></html>'
    (record,) = dump({"a.html": page.encode("iso8859-2")})
    assert "Źródło: żołnierze." in record.text
    assert record.encoding == "iso8859-2"


def test_what_a_page_declares_is_not_obeyed_blindly():
    utf8 = b'<meta charset="latin-1">' + "été".encode()
    assert decode(utf8, declared=declared_charset(utf8)).text.endswith("été")
    assert decode(b"caf\xe9 \\u0041", declared="unicode_escape").text == "café \\u0041"
    assert decode(b"caf\xe9 +AGE-", declared="utf-7").text == "café +AGE-"
    assert decode(b"caf\xe9", declared="no-such-charset").text == "café"
    assert decode(b"\x93quoted\x94 \x80 5", declared="iso-8859-1").text == "“quoted” € 5"


def test_the_option_is_obeyed(dump):
    (record,) = dump({"a.txt": "Žluťoučký kůň".encode("cp1250")}, encoding="windows-1250")
    assert (record.text, record.encoding) == ("Žluťoučký kůň", "cp1250")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_was(text):
    decoded = decode(text.encode())
    if decoded.encoding == "utf-8":  # many NULs look like UTF-16
        assert (decoded.text, decoded.n_bad) == (text, 0)
    else:
        assert "\0" in text or text.startswith("\ufeff\0")


@given(st.binary())
def test_any_bytes_decode(data):
    decoded = decode(data)
    decoded.text.encode()
    assert decoded.n_bad == 0 or "\ufffd" in decoded.text


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), st.integers(0, 40)
)
def test_a_prefix_cut_anywhere_is_still_utf8(text, cut):
    data = ("é" + text).encode()
    prefix = data[: max(2, len(data) - cut)]
    start = sniff(prefix, complete=False)
    assert start.encoding == "utf-8"
    assert start.n_bad == 0
    assert ("é" + text).startswith(start.text)


@pytest.mark.parametrize(
    ("name", "codec"),
    [("", ""), ("UTF8", "utf-8"), ("utf-8-sig", "utf-8"), ("latin-1", "iso8859-1"), ("utf-16", "utf-16-le")],
)
def test_codec_names(name, codec):
    assert codec_of(name) == codec
    assert IngestOptions(encoding=name).encoding == name

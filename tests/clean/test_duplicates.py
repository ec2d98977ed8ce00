import random
from datetime import date

from dateline.clean import clean_page, find_duplicates, fingerprint

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("ral", "ten", "mik", "sov", "dun")]


def article(seed, n=200):
    pick = random.Random(seed)
    words = [pick.choice(WORDS) for _ in range(n)]
    return "\n".join(" ".join(words[i : i + 25]).capitalize() + "." for i in range(0, n, 25))


def signature(text):
    return fingerprint(clean_page(text))


def duplicates(*items):
    return find_duplicates(items)


def test_furniture_and_small_edits_make_no_other_article():
    full = article(1)
    shorter = "\n".join(full.split("\n")[:6])
    shared = "Share this article\n" + full + "\nLeave a comment"
    edited = full.replace("Bar", "Dal", 2).upper()
    found = duplicates(
        ("dfull", 1500, None, signature(full)),
        ("dcut", 1100, None, signature(shorter)),
        ("dshare", 1400, None, signature(shared)),
        ("dcaps", 1450, None, signature(edited)),
        ("dother", 1300, None, signature(article(2))),
    )
    assert found == {"dcut": "dfull", "dshare": "dfull", "dcaps": "dfull"}


def test_fuller_then_earlier_then_id_is_kept():
    same = signature(article(3))
    assert duplicates(("d1", 10, None, same), ("d2", 11, None, same)) == {"d1": "d2"}
    assert duplicates(
        ("d1", 10, None, same), ("d2", 10, date(2020, 1, 2), same), ("d3", 10, date(2020, 1, 1), same)
    ) == {"d1": "d3", "d2": "d3"}
    assert duplicates(("d2", 10, None, same), ("d1", 10, None, same)) == {"d2": "d1"}


def test_order_does_not_matter():
    items = [
        (f"d{seed}{cut}", 1000 - cut, None, signature("\n".join(article(seed).split("\n")[: 8 - cut])))
        for seed in range(6)
        for cut in range(3)
    ]
    expected = find_duplicates(items)
    assert expected
    for seed in range(5):
        random.Random(seed).shuffle(items)
        assert find_duplicates(items) == expected


def test_short_notes_are_never_duplicates():
    assert signature("The harbour is closed.") == ()
    assert duplicates(("d1", 5, None, ()), ("d2", 5, None, ())) == {}


def test_unspaced_scripts_are_compared_by_characters():
    text = (
        "嵐で二基のクレーンが損傷し、港は火曜日に閉鎖された。市長は再開の時期を明らかにしなかった。漁師たちは怒っている。"
        * 2
    )
    assert duplicates(("d1", 2, None, signature(text)), ("d2", 1, None, signature(text + "関係者は語った。"))) == {
        "d2": "d1"
    }


def test_many_articles_stay_near_linear():
    pick = random.Random(4)
    items = [(f"d{n}", n, None, tuple(pick.getrandbits(32) for _ in range(128))) for n in range(5_000)]
    same = [(f"e{n}", n, None, items[0][3]) for n in range(5_000)]
    assert len(find_duplicates(items + same)) == 5_000

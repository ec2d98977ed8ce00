"""What repeats what: the same text, nearly the same, an excerpt; and what only looks alike."""

import random

import numpy as np
import pytest

from dateline.clean import KINDS, Sketches, clean_page, find_duplicates, sketch

WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("ral", "ten", "mik", "sov", "dun")]
NAMES = [f"{a}{b}{c}" for a in ("Bal", "Cor", "Den", "Hel", "Mor", "Ros", "Val") for b in "aeiou" for c in WORDS[1::9]]


def article(seed, n=200):
    pick = random.Random(seed)
    words = [pick.choice(WORDS) if pick.random() < 0.9 else pick.choice(NAMES) for _ in range(n)]
    return "\n".join(" ".join(words[i : i + 25]).capitalize() + "." for i in range(0, n, 25))


def duplicates(*texts):
    """Returns number of the duplicate -> (number of the article kept, kind), for texts from the fullest."""
    found = [sketch(clean_page(text)) for text in texts]
    return compared([(one.text_key, one.hashes) for one in found])


def compared(items):
    sizes = [0, *(len(hashes) for _, hashes in items)]
    hashes = np.array([value for _, hashes in items for value in hashes], dtype=np.uint32)
    keys = np.array([key for key, _ in items], dtype=np.int64)
    found = find_duplicates(Sketches(keys, hashes, np.cumsum(sizes)))
    return {n: (int(found.kept[n]), KINDS[found.kinds[n]]) for n in range(len(items)) if found.kept[n] != n}


def words_changed(text, share, seed=0):
    pick = random.Random(seed)
    return " ".join(pick.choice(WORDS) if pick.random() < share else word for word in text.split(" "))


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (lambda text: "Share this article\n" + text + "\nLeave a comment", "exact"),
        (lambda text: text.upper(), "exact"),
        (lambda text: text.replace(". ", ".\n\n").replace("a", "á"), "exact"),
        (lambda text: words_changed(text, 0.05), "near"),
        (lambda text: words_changed(text, 0.12), "near"),
        (lambda text: "\n".join(sorted(text.split("\n"))), "near"),
        (lambda text: text + "\n" + article(99, 50), "near"),
        (lambda text: "\n".join(text.split("\n")[:12]), "excerpt"),
        (lambda text: " ".join(text.split()[:160]), "excerpt"),
        (lambda text: " ".join(text.split()[120:280]), "excerpt"),
        (lambda text: " ".join(text.split()[200:255]), "excerpt"),
    ],
)
def test_an_article_is_found_again(change, kind):
    full = article(1, 400)
    fuller, other = sorted([full, change(full)], key=len, reverse=True)
    assert duplicates(fuller, article(2, 350), other) == {2: (0, kind)}


def shared(whole, n):
    """Returns two articles of `whole` words, of which `n` are one paragraph that both have."""
    background = article(7, n)
    return article(8, whole - n) + "\n" + background, background + "\n" + article(9, whole - n)


@pytest.mark.parametrize(("whole", "n"), [(300, 60), (300, 120), (120, 50), (60, 25)])
def test_a_paragraph_in_common_makes_no_duplicate(whole, n):
    assert duplicates(*shared(whole, n)) == {}


def test_a_short_note_that_quotes_a_long_article_is_not_an_excerpt_of_it():
    long = article(1, 900)
    assert duplicates(long, " ".join(long.split()[300:350]) + "\n" + article(2, 40)) == {}


def test_a_paragraph_that_everybody_repeats_leads_to_nobody():
    background = article(7, 90)
    pages = [article(seed, 120) + "\n" + background for seed in range(20, 90)]
    assert duplicates(*pages, background) == {}


def weather(pick):
    number, name = (lambda a, b: pick.randint(a, b)), (lambda: pick.choice(NAMES))
    return (
        f"The weather in {name()} will be dry at first, with a temperature of {number(1, 30)} degrees at seven o'clock. "
        f"Later the wind blows from the west at {number(5, 60)} kilometres an hour, with gusts of {number(61, 120)} near "
        f"{name()}. The chance of rain is {number(0, 99)} per cent. Sunrise is at {number(4, 8)}.{number(10, 59)} and "
        f"sunset at {number(16, 22)}.{number(10, 59)}. Drivers should take care in the valleys, said {name()} {name()}."
    )


def obituary(pick):
    name = lambda: pick.choice(NAMES)  # noqa: E731
    return (
        f"{name()} {name()} of {name()} died on Monday at home after a long illness. Born in {name()}, the deceased "
        f"worked for many years at the mill of {name()} and sang in the choir. Survivors include a daughter, {name()} "
        f"of {name()}; a son, {name()} of {name()}; and several grandchildren. A funeral service will be held in the "
        f"chapel of {name()}. In lieu of flowers the family asks for gifts to the hospice of {name()}."
    )


@pytest.mark.parametrize("template", [weather, obituary])
def test_the_same_form_with_other_names_and_numbers_is_another_article(template):
    pick = random.Random(3)
    assert duplicates(*[template(pick) for _ in range(40)]) == {}


def test_parts_of_a_series_that_repeat_some_of_the_last_are_kept():
    parts = [article(seed, 100) for seed in range(22)]
    assert duplicates(*["\n".join(parts[day : day + 4]) for day in range(0, 20, 2)]) == {}


def test_excerpts_point_at_the_article_kept_whatever_lies_between():
    full = article(1, 600).split()
    texts = [" ".join(full[:n]) for n in (600, 400, 250, 150, 60)]
    assert duplicates(*texts) == dict.fromkeys((1, 2, 3, 4), (0, "excerpt"))
    assert duplicates(texts[0], texts[2], texts[2]) == {1: (0, "excerpt"), 2: (0, "excerpt")}


def test_of_two_that_match_the_closer_is_kept():
    full = article(1, 400)
    other = "\n".join(full.split("\n")[:8]) + "\n" + article(2, 300)
    assert duplicates(other, full, full.upper() + "\n" + article(3, 10))[2] == (1, "near")


@pytest.mark.parametrize(
    "text",
    [
        "嵐で二基のクレーンが損傷し、港は火曜日に閉鎖された。市長は再開の時期を明らかにしなかった。漁師たちは怒っている。"
        "修理には数週間かかる見込みで、組合は補償を求めて市役所の前に集まった。船は隣の町へ回されている。",
        "暴风雨损坏了两台起重机后，港口于星期二关闭。市长没有透露重新开放的时间。渔民们感到愤怒，要求市政府赔偿他们的损失。"
        "维修工作预计需要几个星期，期间货船将改停邻近城镇的码头。",
        "พายุทำให้ปั้นจั่นสองตัวเสียหายและท่าเรือถูกปิดเมื่อวันอังคาร นายกเทศมนตรีไม่ได้บอกว่าจะเปิดอีกครั้งเมื่อใด ชาวประมงโกรธมากและเรียกร้องค่าชดเชย",
    ],
)
def test_scripts_without_spaces_are_compared_by_characters(text):
    half = text[: int(0.6 * len(text))]
    assert duplicates(text + "。", text) == {1: (0, "exact")}
    assert duplicates(text, half)[1][0] == 0
    other = "明日の会議では新しい予算案が話し合われる予定であり、議員たちは長い夜になると考えている。結果は翌朝に発表される。"
    assert duplicates(text, other * 2) == {}


@pytest.mark.parametrize("text", ["", "\n\n", "The harbour is closed.", "!" * 500, "a " * 15, "港は閉鎖された。"])
def test_short_notes_are_never_duplicates(text):
    assert sketch(clean_page(text)).text_key == 0
    assert duplicates(text, text) == {}


def test_a_sketch_is_the_same_in_every_process():
    found = sketch(clean_page(" ".join(WORDS[:24])))
    assert found.text_key == 3752738266016169508
    assert found.hashes == (268851388, 3049058908, 3413612676, 3982367888)


def test_nothing_is_compared_without_articles():
    assert compared([]) == {}


def test_many_articles_stay_near_linear():
    pick = np.random.default_rng(4)
    different = [(n + 1, np.unique(pick.integers(0, 2**30, 125) * 4).tolist()) for n in range(3_000)]
    copies = [(n + 10_000, different[0][1]) for n in range(3_000)]
    phrases = np.unique(pick.integers(0, 2**30, 60) * 4).tolist()
    alike = [(n + 20_000, sorted({*phrases, *(pick.integers(0, 2**30, 125) * 4).tolist()})) for n in range(3_000)]
    found = compared(different + copies + alike)
    assert set(found) == set(range(3_000, 6_000))
    assert {kept for kept, _ in found.values()} == {0}

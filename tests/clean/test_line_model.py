import json
from importlib.resources import files

import numpy as np
import pytest

from dateline.clean import clean_page
from dateline.clean.context import with_context
from dateline.clean.features import line_features
from dateline.clean.gold_lines import gold_lines
from dateline.clean.line_model import Trees, article_log_odds
from dateline.clean.lines import measure
from dateline.clean.wording import terms, unknown, weights, wording

PROSE = {
    "en": "The bridge over the narrow river was opened again on Monday, and the first lorries crossed it before noon.",
    "de": "Die Brücke über den schmalen Fluss wurde am Montag wieder geöffnet, und die ersten Lastwagen fuhren noch vor Mittag darüber.",
    "ru": "Мост через узкую реку снова открыли в понедельник, и первые грузовики проехали по нему еще до полудня.",
    "ar": "أعيد فتح الجسر فوق النهر الضيق يوم الاثنين وعبرت أولى الشاحنات قبل الظهر كما قال رئيس البلدية للصحفيين.",
    "he": "הגשר מעל הנהר הצר נפתח שוב ביום שני והמשאיות הראשונות חצו אותו עוד לפני הצהריים, כך אמר ראש העיר.",
    "zh": "这座横跨小河的大桥于星期一重新开放，第一批卡车在中午之前通过了大桥，市长对记者这样说。",
}  # fmt: skip
POEM = "The river took the bridge away\nand left us on the other shore\nwith bread enough for half a day\nand nothing that was ours before"


def features_of(text):
    lines = measure(text)
    return with_context(line_features(lines, [""] * len(lines)) | wording([line.text for line in lines], weights()))


def test_model_asks_only_for_features_that_there_are():
    model = json.loads((files("dateline.clean") / "data" / "line_model.json").read_text(encoding="utf-8"))
    assert set(model["trees"]["names"]) <= features_of("One line.\nAnother line.").keys()
    assert model["about"].keys() >= {"sources", "licence", "seed", "made_by"}


def test_trees_add_the_leaf_that_the_answers_number():
    trees = Trees.of(
        {"names": ["a", "b"], "bias": 0.5, "features": [[0, 1]], "borders": [[1, 2]], "leaves": [[1, 2, 4, 8]]}
    )
    values = trees.log_odds({"a": np.array([0.0, 2.0, 0.0, 2.0, 1.0]), "b": np.array([0.0, 0.0, 3.0, 3.0, 2.0])})
    assert values.tolist() == [1.5, 2.5, 4.5, 8.5, 1.5]


@pytest.mark.parametrize("language", PROSE)
@pytest.mark.parametrize("paragraphs", [1, 2, 8])
def test_article_without_furniture_loses_nothing(language, paragraphs):
    said, stop = PROSE[language][:-1], PROSE[language][-1]
    page = clean_page("\n".join(said[3 * number :] + " " + said[: 3 * number] + stop for number in range(paragraphs)))
    assert [line.section for line in page.lines].count("boilerplate") == 0


@pytest.mark.parametrize(
    "raw",
    [
        POEM,
        "Dear Anna,\nthe bridge is open again, and I shall come on Sunday.\nBring the children.\nYours,\nOla",
        f"(Wire) - {PROSE['en']}\n{PROSE['en'][:-1]} again.\nThe mayor was not there.",
    ],
)
def test_poem_letter_and_wire_lose_nothing(raw):
    assert "boilerplate" not in [line.section for line in clean_page(raw).lines]


def test_features_are_finite_whatever_the_page():
    for raw in ("a", "?!.,", "\ud800\udfff", "中文", "1\n2\n3", "word " * 5000, "\n".join(["Menu"] * 300)):
        assert all(np.isfinite(column).all() for column in features_of(raw).values())


def test_terms_are_words_pairs_and_beginnings():
    assert terms("Don’t miss 12 offers") == {
        "don’t", "miss", "0", "offers", "don’t miss", "miss 0", "0 offers", "^ don’t", "^ don’t miss",
    }  # fmt: skip
    assert terms("Menu") == {"menu", "^ menu"}
    assert terms("…") == frozenset()


def test_wording_sums_what_terms_weigh():
    columns = wording(["Sign up now", "Sign", "Brücke"], {"sign": -2.0, "sign up": -1.0, "now": 0.5})
    assert columns["wording"].tolist() == [-1.25, -1.0, 0.0]
    assert columns["worst word"].tolist() == [-2.0, -2.0, 0.0]


def test_words_of_sites_weigh_against_a_line_and_unknown_languages_weigh_nothing():
    said = ["We use cookies to improve your experience on this site.", PROSE["en"], PROSE["ar"]]
    cookies, prose, arabic = wording(said, weights())["wording"].tolist()
    assert cookies < prose
    assert arabic == unknown(1)["wording"][0]


def test_long_pages_are_judged_in_parts_that_agree():
    lines = measure("\n".join([PROSE["en"], "Menu"] * 3000))
    odds = article_log_odds(lines, [""] * len(lines))
    assert len(odds) == 6000
    assert odds[3000] > odds[3001]


def test_gold_lines_are_found_in_order_and_reworded():
    lines = ["Menu", "Bridge", "The bridge", PROSE["en"], "A bridge too far", "Menu", "More about cranes and ships"]
    article = f"The bridge\n{PROSE['en'].replace('noon', 'midday')}\n- A bridge too far"
    assert gold_lines(lines, article) == [False, False, True, True, True, False, False]

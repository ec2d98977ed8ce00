"""Slovnet: Russian text in, the characters of names out, as slovnet itself finds them and as sure as they are."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from dateline.article import Passage
from dateline.entities import catalog, checksums, find_names, locations, models
from dateline.entities.locations import folder
from dateline.entities.slovnet_tagger import slovnet_pipeline
from dateline.entities.tagged import DETAILS
from dateline.errors import ModelError

NEWS = [
    "Мэр Вологды Андрей Накрошаев открыл мост через реку Сухону.",
    "Завод в Монголии продан, сообщил вице-президент Лариса Зелькова.",
    "ПРЕМЬЕР ВЫЛЕТЕЛ В АСТАНУ",
    "В Ростове-на-Дону задержали двоих, в Нью-Йорке — троих.",
    "Лидер партии Сыдыков-Ооржак прибыл из Кызыла; его встречала Анна-Мария Шульц.",
    "Завтра дождь, +7 °C, ветер северный.",
    "",
    "По словам Ж.-К. Рамоса, «Спартак» уступил со счётом 0:2.",
]


@pytest.fixture(scope="module")
def nlp():
    return slovnet_pipeline(folder("ru-slovnet"))


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(doc.text[entity.start_char : entity.end_char], entity.label_) for entity in doc.ents]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NEWS[0], [("Вологды", "LOC"), ("Андрей Накрошаев", "PER"), ("Сухону", "LOC")]),
        (NEWS[1], [("Монголии", "LOC"), ("Лариса Зелькова", "PER")]),
        (NEWS[3], [("Ростове-на-Дону", "LOC"), ("Нью-Йорке", "LOC")]),
        (NEWS[5], []),
        ("  \tВ  Туле\u00a0\u00a0живёт\n\nИгорь \u00a0Дёмин . ", [("Туле", "LOC"), ("Игорь \u00a0Дёмин", "PER")]),
        ("Глава МИД Сергей Лавров в «Газпроме»", [("МИД", "ORG"), ("Сергей Лавров", "PER"), ("Газпроме", "ORG")]),
    ],
)
def test_names(nlp, text, expected):
    assert names(nlp(text)) == expected


@pytest.mark.parametrize("union", ["ЕС", "Евросоюза", "Европейским союзом", "Европейский Союз"])
def test_the_european_union_is_an_organisation(nlp, union):
    found = names(nlp(f"Министр иностранных дел Румынии обсудил пошлины с главами стран: {union} против."))
    assert ("Румынии", "LOC") in found
    assert (union, "LOC") not in found


def test_slovnet_itself_finds_the_same_names(nlp):
    from navec import Navec
    from slovnet import NER

    data = folder("ru-slovnet")
    original = NER.load(str(data / "model" / "slovnet_ner_news_v1.tar"))
    original.navec(Navec.load(str(data / "emb" / "navec_news_v1_1B_250K_300d_100q.tar")))
    texts = [text for text in NEWS if text]
    for doc, markup in zip(nlp.pipe(texts), original.map(texts), strict=True):
        theirs = [(span.start, span.stop, span.type) for span in markup.spans]
        assert [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents] == theirs


def test_what_else_is_in_the_batch_changes_nothing(nlp):
    for doc, text in zip(nlp.pipe(NEWS, batch_size=3), NEWS, strict=True):
        alone = nlp(text)
        assert names(doc) == names(alone)
        assert [start for start, _ in doc.user_data.get(DETAILS, [])] == [entity.start_char for entity in doc.ents]
        probabilities = [probability for _, probability in doc.user_data.get(DETAILS, [])]
        assert probabilities == pytest.approx([p for _, p in alone.user_data.get(DETAILS, [])], abs=1e-4)
        assert all(0.5 <= probability <= 1 for probability in probabilities)


def test_a_clear_name_is_sure(nlp):
    details = nlp("Президент Владимир Путин прибыл в Москву.").user_data[DETAILS]
    assert [start for start, _ in details] == [10, 34]
    assert min(probability for _, probability in details) > 0.9


@pytest.mark.parametrize(
    "text", ["-" * 5000, "." * 5000, "а" * 5000, "«" * 999, "😀🇷🇺\u200b\u0301й", "\ud7ff\u2028\x1c\x85", "№ №…%"]
)
def test_nasty_texts_keep_their_characters_and_have_no_names(nlp, text):
    doc = nlp(text)
    assert doc.text == text
    assert not names(doc)


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \t\n\u00a0АбЁ-.,!«»_=)1")))
)
def test_the_tokens_of_any_text_are_the_text(text):
    from spacy.vocab import Vocab

    from dateline.entities.slovnet_tagger import Razdel

    assert Razdel(Vocab())(text).text == text


def test_the_names_of_an_article_come_from_it_without_natasha_being_imported():
    text = "Вчера Ольга Голодец приехала в Саратов. Голодец пробудет там до пятницы."
    found = find_names([[Passage("text", 0, text, "body", "ru")]], chosen={"ru": "ru-slovnet"})[0]
    assert [(text[span.start : span.end], span.label) for span in found] == [
        ("Ольга Голодец", "PERSON"), ("Саратов", "PLACE"), ("Голодец", "PERSON"),
    ]  # fmt: skip
    assert not {"natasha", "pymorphy2"} & sys.modules.keys()


@pytest.mark.parametrize(
    ("harm", "says"), [(b"x", "is damaged"), (None, "is incomplete"), ("all", r"damaged \(no data\)")]
)
def test_weights_that_are_not_the_pinned_ones_are_refused(harm, says, tmp_path: Path, monkeypatch):
    data = tmp_path / "somewhere" / "data"
    (data / "model").mkdir(parents=True)
    (data / "model" / "weights.tar").write_bytes(b"weights")
    entry: Mapping[str, Any] = {
        "source": "package", "package": "natasha", "version": "1.6.0", "module": "somewhere", "folder": "data",
        "licence": "MIT", "format": "slovnet", "needs": "slovnet==0.6.0", "files": checksums.checksums(data),
    }  # fmt: skip
    tiers = {tier: ["s1"] for tier in ("fast", "default", "best")}
    parsed = catalog.parse({"languages": {"ru": tiers}, "labels": {"PER": "PERSON"}, "models": {"s1": entry}})
    for module in (locations, models):
        monkeypatch.setattr(module, "model_catalog", lambda: parsed)
    monkeypatch.setattr(locations, "_module", lambda name: tmp_path / name)
    assert locations.folder("s1") == data
    (data / "model" / "weights.tar").unlink()
    if harm == "all":
        (data / "model").rmdir()
        data.rmdir()
    elif harm is not None:
        (data / "model" / "weights.tar").write_bytes(harm)
    with pytest.raises(ModelError, match=rf"{says}.*: pip install .*natasha==1\.6\.0 and pip install slovnet==0\.6\.0"):
        models.members("ru")

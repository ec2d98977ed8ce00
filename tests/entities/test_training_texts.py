"""Marked sentences in, texts with names out; and the files that we ship."""

from pathlib import Path
from random import Random

import pytest

from dateline.entities.training_texts import Annotated, joined, own_articles, passages

SENTENCES = Path(__file__).parents[2] / "models" / "train" / "sentences"


def _written(tmp_path, text):
    (tmp_path / "en.txt").write_text(text, encoding="utf-8")
    return own_articles(tmp_path)


def test_marks_become_offsets_and_blank_lines_end_articles(tmp_path):
    articles = _written(tmp_path, "# politics\n[PER Ada Roe] saw [LOC Lyon].\nNo name.\n\n([ORG AFP]) Rain.\n")
    assert [[line.text for line in article] for article in articles] == [
        ["Ada Roe saw Lyon.", "No name."],
        ["(AFP) Rain."],
    ]
    first = articles[0][0]
    assert [(first.text[a:b], label) for a, b, label in first.names] == [("Ada Roe", "PERSON"), ("Lyon", "LOC")]


@pytest.mark.parametrize("line", ["[PER Ada Roe saw Lyon.", "Ada] saw", "[GPE Lyon] slept", "[PER [LOC Lyon]]"])
def test_a_wrong_mark_is_named_with_its_line(tmp_path, line):
    with pytest.raises(ValueError, match=r"en\.txt, line 2"):
        _written(tmp_path, f"Fine.\n{line}\n")


def test_passages_hold_every_line_once_with_its_names():
    lines = [Annotated(f"Ada{n} slept.", ((0, len(f"Ada{n}"), "PERSON"),), "en") for n in range(40)]
    found = list(passages([lines], Random(3)))
    assert " ".join(passage.text for passage in found) == " ".join(line.text for line in lines)
    assert max(len(passage.names) for passage in found) <= 4
    assert [passage.text[a:b] for passage in found for a, b, _ in passage.names] == [f"Ada{n}" for n in range(40)]
    assert joined(lines[:2]).text == "Ada0 slept. Ada1 slept."


#: Lines per language that the name model was promised.
LINES = {
    "ar": 1500,
    "es": 1500,
    "fr": 1500,
    "he": 1500,
    "it": 1500,
    "nl": 1500,
    "de": 600,
    "en": 600,
    "pt": 600,
    "ru": 600,
}


@pytest.mark.parametrize(("language", "least"), LINES.items())
def test_our_own_sentences_are_many_and_varied(language, least):
    lines = [line for article in own_articles(SENTENCES) for line in article if line.language == language]
    names = [(line.text[a:b], label) for line in lines for a, b, label in line.names]
    assert len(lines) >= least
    assert len({line.text for line in lines}) == len(lines)
    assert {label for _, label in names} == {"PERSON", "LOC", "ORG"}
    assert len(set(names)) > 0.75 * len(names)
    assert 0.1 < sum(not line.names for line in lines) / len(lines) < 0.3

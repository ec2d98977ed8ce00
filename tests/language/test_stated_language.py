"""What a record says of its language, beside what the detector finds."""

import pytest

from dateline.stages.detect import detect_row

PT = "O ministro disse na quarta-feira que os dois países concordaram em fazer exercícios conjuntos."


def row(text, stated, forced="", engine="langdetect"):
    line = {"section": "body", "start": 0, "end": len(text)}
    page = {"cleaned": text, "lines": [line], "given_language": stated}
    return detect_row(page, "key", forced, engine=engine)


def test_sure_detector_is_believed_over_the_record():
    found = row(" ".join([PT] * 5), "es")
    assert (found["language"], found["lines"]) == ("pt", ["pt"])
    assert found["confidence"] >= 0.9


def test_a_sentence_does_not_overrule_the_record_but_makes_it_doubtful():
    found = row(PT, "es")
    assert (found["language"], found["lines"]) == ("es", ["es"])
    assert found["confidence"] < 0.1


def test_doubtful_detector_yields_to_the_record_with_a_confidence_of_its_own():
    doubtful = row("Que triste figura!", "")
    assert doubtful["confidence"] < 0.9
    stated = row("Que triste figura!", "pt")
    assert (stated["language"], stated["lines"]) == ("pt", ["pt"])
    assert stated["confidence"] > doubtful["confidence"] or doubtful["language"] == "pt"


@pytest.mark.parametrize("text", ["", "1961", "Haftar"])
def test_record_decides_where_nothing_can_be_read(text):
    found = row(text, "he")
    assert (found["language"], found["confidence"], found["lines"]) == ("he", 0.9, ["he"])


def test_forced_language_is_certain():
    assert row(PT, "es", forced="fr") == {
        "key": "key", "language": "fr", "confidence": 1.0, "others": [], "lines": ["fr"],
    }  # fmt: skip


def test_engine_is_chosen():
    assert row(PT, "", engine="py3langid")["language"] == "pt"

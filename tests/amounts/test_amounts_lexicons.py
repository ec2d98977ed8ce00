"""Generated word lists: those kept are those made; an overlay adds to them, takes words off, and writes endings out."""

from importlib.metadata import version
from importlib.util import find_spec

import pytest

from dateline.amounts.build_lexicons import DATA, LANGUAGES, cldr_text, numbers_text, tender_text
from dateline.amounts.words import words_of

MADE_WITH = f"CLDR (Babel {version('babel')}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_cldr_are_up_to_date(language: str) -> None:
    kept = (DATA / "cldr" / f"{language}.toml").read_text(encoding="utf-8")
    if MADE_WITH not in kept:
        pytest.skip("made with another version of Babel")
    assert cldr_text(language) == kept


def test_currencies_by_territory_are_up_to_date() -> None:
    kept = (DATA / "cldr" / "tender.toml").read_text(encoding="utf-8")
    if MADE_WITH not in kept:
        pytest.skip("made with another version of Babel")
    assert tender_text() == kept


@pytest.mark.skipif(find_spec("icu") is None, reason="number words are made with PyICU")
@pytest.mark.parametrize("language", LANGUAGES)
def test_number_words_are_up_to_date(language: str) -> None:
    kept = (DATA / "numbers" / f"{language}.toml").read_text(encoding="utf-8")
    assert numbers_text(language).splitlines()[1:] == kept.splitlines()[1:]  # the first line names the version of ICU


def test_overlay_has_the_last_word() -> None:
    words = words_of("en")
    assert words["money"]["rial"] == "?rial"
    assert words["cardinals"]["seventeen"] == "17"

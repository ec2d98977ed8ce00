"""The words of rates: `per head`, `a year`, `annually`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.amounts.phrases import Phrases, phrase_set


@dataclass(frozen=True, slots=True)
class RateWords:
    """The table `per` of a language file."""

    words: frozenset[str]
    articles: frozenset[str]
    of_article: frozenset[str]
    not_before: frozenset[str]
    pairs: Phrases[bool]
    canonical: Mapping[str, str]
    alone: Phrases[str]
    ucum: Mapping[str, str]
    cased: bool  # a noun keeps its capital: pro Kopf


def rate_words(data: Mapping[str, Any]) -> RateWords:
    """The words of rates in the data of a language."""
    per = data["per"]
    return RateWords(
        words=frozenset(per["words"]),
        articles=frozenset(per["articles"]),
        of_article=frozenset(per["of_article"]),
        not_before=frozenset(per["not_before"]),
        pairs=phrase_set(per["pairs"], hyphens=True),
        canonical=per["canonical"],
        alone=Phrases(per["alone"]),
        ucum=per["ucum"],
        cased=data["nouns"].get("told_by") == "capital",
    )

"""The words of one language as the grammar wants them, and the tables of symbols that all languages share."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from dateline.amounts.currencies import Family, Takeover, money_patterns
from dateline.amounts.noun_words import Nouns, noun_words
from dateline.amounts.number_words import NumberWords, number_words
from dateline.amounts.qualifier_words import Qualifiers, qualifier_words
from dateline.amounts.tokens import token_pattern
from dateline.amounts.unit_words import Units, unit_words
from dateline.amounts.words import read, words_of


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the grammar knows of one language."""

    token: re.Pattern[str]
    numbers: NumberWords
    units: Units
    qualifiers: Qualifiers
    nouns: Nouns
    families: Mapping[str, Family]
    money_before: re.Pattern[str]
    money_after: re.Pattern[str]
    money_symbols: Mapping[str, str]


@cache
def families() -> Mapping[str, Family]:
    """The names that several currencies share, by family."""
    return {name: Family.read(entry) for name, entry in read("currencies")["families"].items()}


@cache
def predecessors() -> Mapping[str, Takeover]:
    """Currency -> since when it bears its name, and which ones bore it before."""
    return {code: Takeover.read(entry) for code, entry in (read("cldr/tender") | read("currencies")["before"]).items()}


@cache
def lexicon(language: str) -> Lexicon:
    """The words and patterns of a language that has a grammar (`words.has_grammar`)."""
    data, shared = words_of(language), read("currencies")
    before, after, symbols = money_patterns(shared, data.get("symbols", {}))
    return Lexicon(
        token=token_pattern(space_groups=data["space_groups"]),
        numbers=number_words(data),
        units=unit_words(data, read("units")),
        qualifiers=qualifier_words(data),
        nouns=noun_words(data),
        families=families(),
        money_before=before,
        money_after=after,
        money_symbols=symbols,
    )


@cache
def with_decimal(language: str, mark: str) -> Lexicon:
    """The lexicon of a language with another decimal sign than its usual one."""
    lex = lexicon(language)
    return replace(lex, numbers=replace(lex.numbers, decimal=mark))

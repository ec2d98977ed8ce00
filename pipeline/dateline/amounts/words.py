"""The words of a language: its own file over what `build_lexicons` made of public tables, word endings written out."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

from dateline.amounts.tokens import NO_BREAK, letters

_DATA = files("dateline.amounts") / "data"
#: The tables of generated files, where a value lists its words, and of overlays, where a word has its value.
_MERGED = ("cardinals", "scales", "abbreviations", "units", "money", "countries")


@cache
def read(name: str) -> dict[str, Any]:
    """A data file: `en`, `cldr/en`, `currencies`."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def has_grammar(language: str) -> bool:
    """Whether amounts are extracted from text in this language (ISO 639-1)."""
    return len(language) == 2 and language.isalpha() and (_DATA / f"{language}.toml").is_file()


def words_of(language: str) -> dict[str, Any]:
    """All the words of a language that `has_grammar`, with each word as `tokens.letters` folds it."""
    own, cldr, numbers = read(language), read(f"cldr/{language}"), read(f"numbers/{language}")
    merged = {"decimal": cldr["decimal"], "space_groups": cldr["group"] == NO_BREAK} | own
    for table in _MERGED:
        made = {**cldr, **numbers}.get(table, {})
        merged[table] = {word: value for value, words in made.items() for word in words}
    endings = own.get("endings", {})
    written: dict[str, Any] = _written(merged, endings)
    for table in _MERGED:
        written[table] |= _written(own.get(table, {}), endings)
        written[table] = {word: value for word, value in written[table].items() if value != ""}
    return written


def _written(entry: Any, endings: Mapping[str, list[str]]) -> Any:
    """The keys of tables and the items of lists, each in all its forms."""
    if isinstance(entry, Mapping):
        return {form: _written(value, endings) for word, value in entry.items() for form in _forms(word, endings)}
    if isinstance(entry, list) and all(isinstance(word, str) for word in entry):
        return [form for word in entry for form in _forms(word, endings)]
    return entry


def _forms(phrase: str, endings: Mapping[str, list[str]]) -> list[str]:
    """A phrase with every ending that the marks at the end of its words stand for: `dollar*` is dollar, dollars."""
    parts = [
        [letters(word[:-1] + ending) for ending in endings[word[-1]]]
        if len(word) > 1 and word[-1] in endings
        else [letters(word)]
        for word in phrase.split(" ")
    ]
    return [" ".join(forms) for forms in product(*parts)]

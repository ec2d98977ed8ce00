"""Lexicon: the words, word orders and contexts of one language, read once from its TOML file.

`data/any.toml` holds what every language shares, the dates in digits; a language's own file adds to it. What each
table means is written at the head of `data/en.toml`. A language without a file of its own has the words of
`data/cldr/<language>.toml` under the rules of `data/generic.toml`.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from dateline.dates.folding import LETTERS
from dateline.dates.forms import Edges, edges

SHARED, GENERIC = "any", "generic"
SLOT = re.compile(r"\{(\w+)")


@dataclass(frozen=True, slots=True)
class Rule:
    """Forms that build the same kind of meaning under the same conditions.

    Attributes:
        means: the builder in `meaning.BUILDERS`.
        forms: word orders, in the language of `forms.py`.
        constants: slots that the forms imply (`sign`, `base`, `n` …).
        preceded_by: words of which one must stand before the match; empty for no such condition.
        not_preceded_by: words none of which may stand before it.
        not_followed_by: regular expressions none of which may follow it.
        guard: a further check of `guards.GUARDS`, or empty.
        modifiers: whether `early`, `more than` and the like beside it belong to it.
        article: whether an article before it and its modifiers does: `the late 1970s`.
    """

    means: str
    forms: tuple[str, ...]
    constants: dict[str, str]
    preceded_by: tuple[str, ...]
    not_preceded_by: tuple[str, ...]
    not_followed_by: tuple[str, ...]
    guard: str
    modifiers: bool
    article: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language; see the head of `data/en.toml`."""

    language: str
    slots: dict[str, dict[str, str]]
    numbers: dict[str, Any]
    rules: tuple[Rule, ...]
    spelling: dict[str, Any]
    edges: Edges
    modifiers: dict[str, dict[str, list[str]]]
    join: dict[str, list[str]]
    tense: dict[str, list[str]]
    context: dict[str, list[str]]


@cache
def languages() -> frozenset[str]:
    """The languages that have a lexicon, their own or a generic one."""
    return _files("data") | _files("data/cldr")


def has_own(language: str) -> bool:
    """Whether a language has a file of its own, with the phrases of its news; else it has the generic rules."""
    return language in _files("data")


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (ISO 639-1).

    Raises:
        FileNotFoundError: if there is none; ask `languages()` first.
    """
    shared, own = _read(SHARED), _read(language) if has_own(language) else _generic(language)
    endings = own["spelling"].get("endings", [""])
    return Lexicon(
        language=language,
        slots={name: _by_word(table) for name, table in _inflected(own["slot"], endings).items()},
        numbers=own["numbers"],
        rules=tuple(_rule(entry, endings) for entry in [*shared["rule"], *own["rule"]]),
        spelling=own["spelling"],
        edges=edges(own["spelling"].get("proclitics", [])),
        modifiers=_inflected(own["modifiers"], endings),
        join=own["join"],
        tense=own["tense"],
        context=_inflected(own["context"], endings),
    )


@cache
def _files(folder: str) -> frozenset[str]:
    names = (entry.name for entry in resources.files(__package__).joinpath(folder).iterdir())
    return frozenset(name.removesuffix(".toml") for name in names if name.endswith(".toml")) - {SHARED, GENERIC}


def _generic(language: str) -> dict[str, Any]:
    """The generic tables with the words and orders that CLDR has for a language."""
    tables, words = _read(GENERIC), _read(f"cldr/{language}")
    slots = words["slot"]
    orders = [{"means": "calendar", "forms": words["dates"], "not_followed_by": ["[.,]? ?\\d"]}]
    ago = [
        {"means": "shift", "forms": forms, "with": {"sign": "-1", "unit": unit}} for unit, forms in words["ago"].items()
    ]
    named = {"weekday", "month", "day_name", "week_name", "month_name", "year_name"} - slots.keys()
    return {
        **tables,
        "slot": {"day_word": {}, **slots},
        "spelling": {
            **tables["spelling"],
            "capital": ["weekday"] if words["capital"] else [],
            "day_first": words["day_first"],
        },
        "rule": [
            {**rule, "forms": forms}
            for rule in [*orders, *ago, *tables["rule"]]
            if (forms := [form for form in rule["forms"] if not named & set(SLOT.findall(form))])
        ],
    }


def _read(name: str) -> dict[str, Any]:
    text = resources.files(__package__).joinpath(f"data/{name}.toml").read_text("utf-8")
    return tomllib.loads(text.translate(LETTERS))


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: value for value, words in table.items() for word in words}


def _inflected(table: Any, endings: list[str]) -> Any:
    """A table with each word that has a `*` in every ending of the language: `nächst*`."""
    if isinstance(table, dict):
        return {name: _inflected(inner, endings) for name, inner in table.items()}
    return [text.replace("*", ending) for text in table for ending in (endings if "*" in text else [""])]


def _rule(entry: dict[str, Any], endings: list[str]) -> Rule:
    return Rule(
        means=entry["means"],
        forms=tuple(entry["forms"]),
        constants=entry.get("with", {}),
        preceded_by=tuple(_inflected(entry.get("preceded_by", ()), endings)),
        not_preceded_by=tuple(_inflected(entry.get("not_preceded_by", ()), endings)),
        not_followed_by=tuple(entry.get("not_followed_by", ())),
        guard=entry.get("guard", ""),
        modifiers=entry.get("modifiers", True),
        article=entry.get("article", False),
    )

"""The words around a place name: is it part of another name, a language, a government that acts?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from dateline.places.data_files import load_toml

_NEXT_WORD = re.compile(r"[ \u00a0]?(-?[^\W\d_]+(?:-[^\W\d_]+)*)")
_NEXT_WORDS = re.compile(r"[ \u00a0]([^\W\d_]+)(?:[ \u00a0]([^\W\d_]+))?(?:[ \u00a0]([^\W\d_]+))?")
_LAST_WORD = re.compile(r"([^\W\d_]+)[ \u00a0]\Z")
_WINDOW = 24  # characters before a name in which a phrase such as `University of` is looked for
_SENTENCE_START = re.compile(r"(?:\A|[.!?:;—–\"“”«»…])[\s\"“”«»'’)]*\Z")


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The words of one language that decide about a place name next to them; see data/context/en.toml."""

    after: frozenset[str]
    before: tuple[str, ...]
    language_before: frozenset[str]
    language_after: frozenset[str]
    acts: frozenset[str]
    participles: frozenset[str]
    helpers: frozenset[str]
    openers: frozenset[str]
    heads: frozenset[str]
    first_heads: frozenset[str]
    modifiers: tuple[str, ...]
    suffixes: tuple[str, ...]
    locatives: frozenset[str]
    articles: frozenset[str]
    contractions: Mapping[str, str]
    ships: frozenset[str]
    ship_verbs: tuple[str, ...]
    capitals: frozenset[str]


@cache
def context(language: str) -> Context:
    """Return the context words of a language, those of English for one without a file."""
    name = f"context/{language}.toml"
    if not files("dateline.places").joinpath("data", name).is_file():
        name = "context/en.toml"
    table = load_toml(name)
    ordered = ("before", "modifiers", "suffixes", "ship_verbs")
    values: dict[str, Any] = {
        key: tuple(table.get(key, ())) if key in ordered else frozenset(table.get(key, ())) for key in Context.__slots__
    }
    return Context(**{**values, "contractions": table.get("contractions", {})})


def in_other_name(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a place name is but a part of another name: `Oslo Accords`, `University of Oslo`."""
    words = context(language)
    follows = _NEXT_WORD.match(text, end)
    if follows is not None and _in_case(follows.group(1)) in words.after:
        return True
    left = text[max(0, start - _WINDOW) : start].replace("’", "'")
    before = words.before
    if left.isupper() and text[start:end].isupper():  # a masthead: `LE COURRIER DU MAROC`
        left, before = left.lower(), _lower(before)
    if left.endswith("'"):
        return left.endswith(before)
    left = left.rstrip()
    return left.endswith(before) and _is_whole(left, before)


def _in_case(word: str) -> str:
    return word.capitalize() if word.isupper() and len(word) > 2 else word


@lru_cache(maxsize=64)
def _lower(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(phrase.lower() for phrase in phrases)


def is_located(text: str, start: int, language: str) -> bool:
    """Return whether a preposition of place stands before: `in`, `near`, `outside`."""
    before = _LAST_WORD.search(text, max(0, start - _WINDOW), start)
    return before is not None and before.group(1).lower() in context(language).locatives


def contracted_article(text: str, start: int, language: str) -> str:
    """Return the article that the word before has swallowed (`au Caire`: `le`), empty when it has none."""
    contractions = context(language).contractions
    before = _LAST_WORD.search(text, max(0, start - _WINDOW), start) if contractions else None
    return "" if before is None else contractions.get(before.group(1).lower(), "")


def _is_whole(left: str, phrases: tuple[str, ...]) -> bool:
    """Does one of the phrases that end the text begin where a word does?"""
    for phrase in phrases:
        if left.endswith(phrase):
            before = left[: -len(phrase)][-1:]
            if not before.isalpha():
                return True
    return False


def is_language(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a demonym stands for a language: `in French`, `Spanish lessons`."""
    words = context(language)
    follows = _NEXT_WORD.match(text, end)
    if follows is not None and follows.group(1) in words.language_after:
        return True
    before = _LAST_WORD.search(text, max(0, start - _WINDOW), start)
    if before is None or before.group(1) not in words.language_before:
        return False
    return follows is None or follows.start(1) == end  # `in French cities` is no language


def acts(text: str, start: int, end: int, language: str) -> bool:
    """Return whether a name is the subject of what only a government does: `Rabat said`, `Paris has refused`.

    Sure cases only: the name opens a clause and the verb follows it at once or after a helper word.
    """
    words = context(language)
    match = _NEXT_WORDS.match(text, end)
    if match is None or not _opens_clause(text, start, words):
        return False
    first, second, third = match.groups()
    if first in words.acts:
        return True
    if first not in words.helpers:
        return False
    verbs = words.acts | words.participles
    return second in verbs or (second in words.helpers and third in verbs)


def _opens_clause(text: str, start: int, words: Context) -> bool:
    left = text[max(0, start - _WINDOW) : start]
    if start <= _WINDOW and not left.strip():
        return True
    if _SENTENCE_START.search(left):
        return True
    before = _LAST_WORD.search(left)
    return before is not None and before.group(1).lower() in words.openers

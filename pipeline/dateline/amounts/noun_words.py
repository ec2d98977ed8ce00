"""The words that tell what is counted, and what a number names instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.amounts.phrases import Phrases, phrase_set


@dataclass(frozen=True, slots=True)
class Nouns:
    """What the counted noun phrase is told by, and the words that make a number something else."""

    head_first: bool
    told_by: str  # what a noun stands out by: `plural` ending, `capital` letter, or `position` after the number
    adjectives: tuple[str, ...]
    not_starts: tuple[str, ...]  # particles that begin no noun, unless `plurals` has it
    definite: str  # an article that only nouns after vague numbers have
    plural: tuple[str, ...]
    not_plural: tuple[str, ...]
    plurals: frozenset[str]
    apostrophe_plural: bool  # Dutch auto's
    attributive: frozenset[str]
    after_one: bool
    not_before_one: frozenset[str]
    not_one: frozenset[str]
    no_singular: tuple[str, ...]
    joins: frozenset[str]
    modifiers: int
    run: int
    extra: Phrases[bool]
    of: frozenset[str]
    ordinals: frozenset[str]
    suffixes: frozenset[str]
    closed: frozenset[str]
    stops: frozenset[str]
    time: frozenset[str]
    time_adjectives: frozenset[str]
    naming: Phrases[bool]
    naming_bare: Phrases[bool]
    named: frozenset[str]
    identifiers: frozenset[str]
    transparent: frozenset[str]
    listed: frozenset[str]  # people counted together: men, women and children
    wholes: Phrases[bool]  # before a whole whose parts follow without a noun: of the 1,200 detainees


def noun_words(data: Mapping[str, Any]) -> Nouns:
    """The words of the counted noun phrase in the data of a language."""
    nouns, context, one = data["nouns"], data["context"], data.get("one", {})
    return Nouns(
        head_first=nouns["head"] == "first",
        told_by=nouns.get("told_by", "plural"),
        adjectives=tuple(nouns.get("adjective_endings", ())),
        not_starts=tuple(nouns.get("not_starts", ())),
        definite=nouns.get("definite", ""),
        plural=tuple(nouns["plural_endings"]),
        not_plural=tuple(nouns["not_plural_endings"]),
        plurals=frozenset(nouns["plurals"]),
        apostrophe_plural=nouns.get("apostrophe_plural", False),
        attributive=frozenset(nouns["attributive"]),
        joins=frozenset(nouns["joins"]),
        after_one="one" in data,
        not_before_one=frozenset(one.get("not_after", ())),
        not_one=frozenset(one.get("never", ())),
        no_singular=tuple(one.get("not_endings", ())),
        modifiers=nouns["modifiers"],
        run=nouns["run"],
        extra=phrase_set(nouns["extra"]),
        of=frozenset(nouns["of"]),
        ordinals=frozenset(nouns["ordinals"]),
        suffixes=frozenset(nouns["suffixes"]),
        closed=frozenset(nouns["closed"]),
        stops=frozenset(nouns["stops"]),
        time=frozenset(nouns["time"]),
        time_adjectives=frozenset(nouns["time_adjectives"]),
        naming=phrase_set(context["naming"]),
        naming_bare=phrase_set(context["naming_bare"]),
        named=frozenset(context["named"]),
        identifiers=frozenset(context["identifiers"]),
        transparent=frozenset(context["transparent"]),
        listed=frozenset(nouns.get("listed", ())),
        wholes=phrase_set(nouns.get("wholes", ())),
    )

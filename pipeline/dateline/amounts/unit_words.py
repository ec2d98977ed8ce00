"""The words of units: of measure, of money, of age, percent signs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.amounts.particles import all_with_particles
from dateline.amounts.phrases import Phrases, phrase_set


@dataclass(frozen=True, slots=True)
class Units:
    """Percent signs, units of measure, ages, names of money."""

    percent: Phrases[str]
    names: Phrases[str]
    symbols: Phrases[str]
    glued_only: frozenset[str]
    spaced: frozenset[str]  # of these, units also after a blank in running text
    money: Phrases[str]
    minor: Phrases[str]
    needs_scale: frozenset[str]
    by_country: frozenset[str]
    by_price: frozenset[str]  # of these, only after a word of `prices`
    prices: frozenset[str]
    exchange: frozenset[str]
    weights: Mapping[str, str]
    weight_cues: frozenset[str]
    countries: Phrases[str]
    of: frozenset[str]
    age: Phrases[int]
    sure_age: Phrases[bool]  # units that make an age of any number: 52enne
    before_age: Phrases[bool]
    before_bare_age: Phrases[bool]
    after_age: frozenset[str]
    at_age: frozenset[str]
    aged: frozenset[str]
    people: frozenset[str]
    before_apposed: Phrases[bool]
    after_name: Phrases[int]
    lone_age: frozenset[str]  # years that are an age after `weak_age` where no date row holds them
    weak_age: Phrases[bool]
    age_bracketed: bool  # Marta Klein (67) führt
    angles: frozenset[str]  # words near degrees that are none of temperature; empty where that is not asked
    points: Phrases[str]  # percentage points, if a word of `polls` is near
    polls: frozenset[str]
    age_needs_word: bool  # "52 ans" is a duration unless a word or a name says it is an age


def unit_words(data: Mapping[str, Any], shared: Mapping[str, Any]) -> Units:
    """The units in the data of a language and in `units.toml`, which all languages share."""
    ambiguous, age, points = data["ambiguous"], data["age"], data.get("points", {})
    return Units(
        percent=Phrases(data["percent"], hyphens=True),
        names=Phrases(_with_duals(data["units"], data), hyphens=True),
        symbols=Phrases(shared["symbols"], cased=True),
        glued_only=frozenset(shared["glued"]["only"].split()),
        spaced=frozenset(shared["glued"]["spaced"].split()),
        money=Phrases(_with_duals(data["money"], data), hyphens=True),
        minor=Phrases(data["minor"]),
        needs_scale=frozenset(ambiguous["money"]),
        by_country=frozenset(ambiguous["by_country"]),
        by_price=frozenset(ambiguous.get("by_price", ())),
        prices=frozenset(ambiguous["prices"]),
        exchange=frozenset(ambiguous["exchange"]),
        weights=ambiguous["weights"],
        weight_cues=frozenset(ambiguous["weight_cues"]),
        countries=Phrases(data["countries"], hyphens=True),
        of=frozenset(data["vague"]["of"]),
        age=Phrases(age["units"], hyphens=True),
        sure_age=phrase_set(age.get("sure", ())),
        before_age=phrase_set(age["before"]),
        before_bare_age=phrase_set(age["before_end"]),
        after_age=frozenset(age["followed"]),
        at_age=frozenset(age["at"]),
        aged=frozenset(age["pronouns"]),
        people=frozenset(age["people"]),
        before_apposed=phrase_set(age["between"]),
        lone_age=frozenset(age.get("lone", ())),
        weak_age=phrase_set(age.get("weak", ())),
        age_bracketed=age.get("bracketed", False),
        angles=frozenset(data.get("angles", ())),
        points=Phrases(points.get("names", {})),
        polls=frozenset(points.get("cues", ())),
        after_name=Phrases(dict.fromkeys(age["after_name"], 1)),
        age_needs_word=age.get("needs_word", False),
    )


def _with_duals(entries: dict[str, str], data: Mapping[str, Any]) -> dict[str, str]:
    """The entries, duals among them also with the particles that are written onto numbers: `بدولارين`."""
    duals = {word: entries[word] for word in data.get("duals", ()) if word in entries}
    return entries | all_with_particles(duals, data.get("prefixes", ()))

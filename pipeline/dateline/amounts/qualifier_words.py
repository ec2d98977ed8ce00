"""The words around quantities: of ranges, bounds, rates, directions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dateline.amounts.particles import all_with_particles, with_particles
from dateline.amounts.phrases import Phrases, split
from dateline.amounts.rate_words import RateWords, rate_words


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What joins, bounds, rates and directs quantities."""

    to: frozenset[str]
    led: frozenset[str]  # only from where a change began to where it led: German `auf`
    dash: frozenset[str]
    definite: frozenset[str]  # articles before a number: el 30 %, i 20
    and_words: frozenset[str]
    or_words: frozenset[str]
    between: frozenset[str]
    start: frozenset[str]
    by: frozenset[str]
    moves: frozenset[str]
    series: frozenset[str]
    then: frozenset[str]  # between the numbers of a list: 12, puis 20 gares
    updated: frozenset[str]
    before: Phrases[str]
    after: Phrases[str]
    stops: frozenset[str]  # what ends a noun phrase
    rates: RateWords
    up: frozenset[str]
    down: frozenset[str]
    after_up: frozenset[str]
    after_down: frozenset[str]
    fillers: frozenset[str]
    subject: int  # words that may stand between a verb and its change: Arabic has the verb first
    by_only: bool  # whether a change always has a `by`: Hebrew "rise" is also "cost"
    transitive: frozenset[str]  # verbs that tell a change only before `by` or a percentage: raised $5m
    points: frozenset[str]  # counted nouns that a verb of change moves by: points
    target: frozenset[str]  # before where a change led: sank auf 2 %
    separable: Mapping[str, Mapping[str, str]]  # verb -> the particle that ends its clause -> `up` or `down`
    particles: Mapping[str, str]  # a word that opens an amount, with a particle written onto it -> the particle
    by_particle: Mapping[str, str]  # particle -> the bound it is


def qualifier_words(data: Mapping[str, Any]) -> Qualifiers:
    """The qualifiers in the data of a language."""
    span, way = data["range"], data["direction"]
    return Qualifiers(
        to=frozenset(span["to"]),
        led=frozenset(span.get("led", ())),
        dash=frozenset(span["dash"]),
        definite=frozenset(data.get("definite", ())),
        and_words=frozenset(span["and_words"]),
        or_words=frozenset(span["or_words"]),
        between=frozenset(span["between"]),
        start=frozenset(span["from"]),
        by=frozenset(span["by"]),
        moves=frozenset(span.get("moves", ())),
        series=frozenset(span["series"]),
        then=frozenset(span.get("then", ())),
        updated=frozenset(span["updated"]),
        before=Phrases(all_with_particles(data["bounds"], data.get("prefixes", ()))),
        after=Phrases(data["bounds_after"]),
        stops=frozenset(data["nouns"]["stops"]),
        rates=rate_words(data),
        up=frozenset(way["up"]),
        down=frozenset(way["down"]),
        after_up=frozenset(way["after_up"]),
        after_down=frozenset(way["after_down"]),
        fillers=frozenset(way["between"]),
        subject=way.get("subject", 0),
        by_only=way.get("by_only", False),
        transitive=frozenset(way.get("transitive", ())),
        points=frozenset(way.get("points", ())),
        target=frozenset(way.get("target", ())),
        separable=way.get("separable", {}),
        particles=_particles(data),
        by_particle=data.get("particle_bounds", {}),
    )


def _particles(data: Mapping[str, Any]) -> dict[str, str]:
    """The words that open an amount, with a particle written onto them -> the particle."""
    parts = (*data["half_words"], *data["quarters"], *data["ratio"]["any"])
    vague = (*data["vague"]["words"], *data["vague"]["few"], *data["vague"]["exact"])
    opening = (*data["cardinals"], *data["scales"], *data.get("duals", ()), *data["bounds"], *parts, *vague)
    onto = with_particles((split(phrase)[0] for phrase in opening), data.get("prefixes", ()))
    return {word: particle for word, particle in onto.items() if particle}

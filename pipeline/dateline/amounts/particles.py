"""Particles written onto a word or a number (`بخمسة`, `ב-500`): they are no part of the amount, but some bound it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from dateline.amounts.tokens import Tokens

if TYPE_CHECKING:
    from dateline.amounts.lexicon import Lexicon
    from dateline.amounts.quantity import Quantity

V = TypeVar("V")


def with_particles(words: Iterable[str], particles: Iterable[str]) -> dict[str, str]:
    """Each word as it is and with each particle written onto it -> that particle, empty for the bare word."""
    bare = dict.fromkeys(words, "")
    return {particle + word: particle for particle in particles for word in bare if word[0].isalpha()} | bare


def all_with_particles(entries: Mapping[str, V], particles: Iterable[str]) -> dict[str, V]:
    """The entries, and each with every particle written onto it."""
    return {particle + phrase: value for particle in particles for phrase, value in entries.items()} | dict(entries)


def without_particle(quantity: "Quantity", tokens: Tokens, lex: "Lexicon") -> "Quantity":
    """The quantity without the particle before it: `[500] איש` of `כ-500 איש`, approximate as that says."""
    if not lex.numbers.prefixes:
        return quantity
    word = tokens.words[quantity.first]
    particle = lex.qualifiers.particles.get(tokens.lows[quantity.first], "")
    start = quantity.start + len(particle) if word.startswith(particle) else quantity.start
    particle = particle or lex.numbers.prefixed(tokens, quantity.first)
    bound = quantity.bound
    if bound == "exact":
        bound = lex.qualifiers.by_particle.get(particle, bound)
    dual = quantity.number.first == quantity.number.last
    unit = quantity.unit.removeprefix(particle) if dual else quantity.unit
    return replace(quantity, start=start, bound=bound, unit=unit)

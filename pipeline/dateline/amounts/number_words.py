"""The words that numbers are written in, in one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from dateline.amounts.fused import FusedCardinals
from dateline.amounts.number import decimals
from dateline.amounts.particles import all_with_particles, with_particles
from dateline.amounts.phrases import Phrases, phrase_set
from dateline.amounts.ratio_words import RatioWords, ratio_words
from dateline.amounts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What the grammar of numbers needs; see the comments in the language files."""

    starters: frozenset[str]  # what a number in words can begin with
    decimal: str
    articles: frozenset[str]
    joins: frozenset[str]
    joins_after: frozenset[str]
    cardinals: Mapping[str, Decimal] | FusedCardinals
    compounds: Phrases[Decimal]
    glued: Mapping[str, tuple[str, bool]]  # word with a particle -> the word, whether the particle is `and`
    prefixes: frozenset[str]
    duals: frozenset[str]  # a unit and its two in one word
    teens_after: frozenset[int]
    scales: Mapping[str, Decimal]
    implicit: frozenset[str]
    doubled: frozenset[str]  # scales that are twice themselves right before a noun
    spelled_only: frozenset[str]
    mixed: bool  # whether scales stand between digits: 2 mil 500 millones
    abbreviations: Mapping[str, Decimal]
    dotted: frozenset[str]  # abbreviations never written without their dot, even before a capital
    attached: Mapping[str, Decimal]
    halves: Phrases[bool]
    fractions: Phrases[tuple[Decimal, Decimal]]
    minus: frozenset[str]
    ordinal_suffixes: frozenset[str]
    ordinal_after: frozenset[str]  # words before digits that a dot makes an ordinal: am 24., zum 100. Mal
    pronouns: frozenset[str]
    vague: Mapping[str, Decimal]
    few: Phrases[bool]
    nearly: Phrases[Decimal]
    of: frozenset[str]
    stops: frozenset[str]
    ratio: RatioWords

    def is_fused(self, word: str) -> bool:
        """Whether a word is a number put together of several: `zweihundertfünfzig`."""
        return isinstance(self.cardinals, FusedCardinals) and word in self.cardinals

    def prefixed(self, tokens: Tokens, first: int) -> str:
        """The particle that a token is written onto, empty where it is none: Hebrew `כ-500`, Arabic `ب500`."""
        at = first - 1
        if tokens.low(at) == "-" and tokens.glued(at):
            at -= 1
        written_on = tokens.glued(at) and tokens.word(at - 1)[-1:].isalnum()
        return tokens.low(at) if tokens.low(at) in self.prefixes and not written_on else ""


def number_words(data: Mapping[str, Any]) -> NumberWords:
    """The number words in the data of a language (`words.words_of`)."""
    vague, prefixes = data["vague"], data.get("prefixes", {})
    scales, numbers = decimals(data["scales"]), decimals(data["cardinals"])
    cardinals = {word: value for word, value in numbers.items() if " " not in word}
    compounds = {phrase: value for phrase, value in numbers.items() if " " in phrase}
    words = NumberWords(
        starters=frozenset(),
        decimal=data["decimal"],
        articles=frozenset(data["articles"]),
        joins=frozenset(data["joins"]),
        joins_after=frozenset(data.get("joins_after", ())),
        cardinals=FusedCardinals(cardinals, data["fused"]) if "fused" in data else cardinals,
        compounds=Phrases(all_with_particles(compounds, prefixes), hyphens=True),
        glued=_glued(data, cardinals, scales),
        prefixes=frozenset(prefixes),
        duals=frozenset(with_particles(data.get("duals", ()), prefixes)),
        teens_after=frozenset(data.get("teens_after", ())),
        scales=scales,
        implicit=frozenset(data.get("implicit", ())),
        doubled=frozenset(data.get("doubled", ())),
        spelled_only=frozenset(data.get("spelled_only", ())),
        mixed=data.get("mixed", False),
        abbreviations=decimals(data["abbreviations"]),
        dotted=frozenset(data.get("dotted", ())),
        attached=decimals(data["attached"]),
        halves=phrase_set(data["halves"]),
        fractions=Phrases(all_with_particles(_fractions(data, scales), prefixes), hyphens=True),
        minus=frozenset(data["minus"]),
        ordinal_suffixes=frozenset(data["ordinal_suffixes"]),
        ordinal_after=frozenset(data.get("ordinal_after", ())),
        pronouns=frozenset(data["pronouns"]),
        vague=all_with_particles(decimals(vague["words"]), prefixes),
        few=Phrases(all_with_particles(dict.fromkeys(vague["few"], True), prefixes)),
        nearly=Phrases(all_with_particles(decimals(vague["exact"]), prefixes)),
        of=frozenset(vague["of"]),
        stops=frozenset(data["nouns"]["stops"]),
        ratio=ratio_words(data),
    )
    return replace(words, starters=_starters(words, cardinals))


def _glued(data: Mapping[str, Any], cardinals: Iterable[str], scales: Iterable[str]) -> dict[str, tuple[str, bool]]:
    """The number words with each particle written onto them, but for ordinals: השני is the second."""
    prefixes: dict[str, bool] = data.get("prefixes", {})
    glued = {particle + word: (word, joins) for particle, joins in prefixes.items() for word in (*cardinals, *scales)}
    return {word: entry for word, entry in glued.items() if word not in data["nouns"]["ordinals"]}


def _fractions(data: Mapping[str, Any], scales: Mapping[str, Decimal]) -> dict[str, tuple[Decimal, Decimal]]:
    """`half a million` and the like -> the share and the scale."""
    shares = dict.fromkeys(data["half_words"], "0.5") | data["quarters"]
    return {
        f"{part} {word}": (Decimal(share), scale) for part, share in shares.items() for word, scale in scales.items()
    }


def _starters(words: NumberWords, cardinals: Iterable[str]) -> frozenset[str]:
    """The words that a number in words can begin with."""
    phrases = (words.compounds, words.fractions, words.few, words.nearly, words.ratio.wholes)
    bare = words.implicit.union(cardinals)
    openers = (written for written, (word, _) in words.glued.items() if word in bare)
    sets = (words.articles, words.vague, words.duals, bare, openers)
    return frozenset().union(*sets, *(phrase.firsts for phrase in phrases))

"""The words of ratios: parts, wholes and what joins the two (`ratios` reads them)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dateline.amounts.number import decimals
from dateline.amounts.particles import all_with_particles
from dateline.amounts.phrases import Phrases


@dataclass(frozen=True, slots=True)
class RatioWords:
    """The table `ratio` of a language file."""

    out_of: Phrases[bool]  # value: whether it is loose, no ratio unless it starts with one
    nouns_between: bool
    parts: Mapping[str, int]
    portions: Phrases[int]  # parts of two words: una quinta parte
    wholes: Phrases[Decimal]
    determiners: frozenset[str]
    not_after: frozenset[str]
    compared: frozenset[str]
    stand_alone: bool


def ratio_words(data: Mapping[str, Any]) -> RatioWords:
    """The words of ratios in the data of a language."""
    ratio = data["ratio"]
    return RatioWords(
        out_of=Phrases(ratio["out_of"]),
        nouns_between=ratio.get("nouns_between", False),
        parts=ratio["parts"],
        portions=Phrases(ratio.get("portions", {})),
        wholes=Phrases(all_with_particles(decimals(ratio["any"]), data.get("prefixes", ()))),
        determiners=frozenset(ratio["determiners"]),
        not_after=frozenset(ratio["not_after"]),
        compared=frozenset(ratio["compared"]),
        stand_alone=ratio.get("stand_alone", False),
    )

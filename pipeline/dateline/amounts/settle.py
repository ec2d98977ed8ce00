"""Currencies that the rest of the article tells: `pounds` after `Egyptian pounds`, the roubles of 1958."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.amounts.currencies import Takeover
from dateline.amounts.lexicon import families, predecessors
from dateline.amounts.quantity import Quantity

YEAR = re.compile(r"(?<![\w.,])(?:1[5-9]|20)\d\d(?!\w|[.,]\d)")
OF_ITS_TIME = 0.75  # share of an article's years before a currency changed that make it a text about the old one


def settle(
    found: Mapping[int, Sequence[Quantity]], texts: Sequence[str], countries: Mapping[str, int]
) -> dict[int, list[Quantity]]:
    """The quantities of each passage with their currencies as the whole article has them.

    Args:
        found: by the index of its passage.
        texts: all passages.
        countries: how often the article names each country.
    """
    told = {quantity.unit for row in found.values() for quantity in row if quantity.basis == "adjective"}
    settled = {
        index: [_as_told(quantity, texts[index], told, countries) for quantity in row] for index, row in found.items()
    }
    before = predecessors()
    if not any(quantity.unit in before for row in settled.values() for quantity in row):
        return settled
    years = [int(year) for text in texts for year in YEAR.findall(text)]
    return {
        index: [_of_its_time(quantity, texts[index], years, before) for quantity in row]
        for index, row in settled.items()
    }


def _as_told(quantity: Quantity, text: str, told: set[str], countries: Mapping[str, int]) -> Quantity:
    """The quantity in the one currency of its family that the article spells out, unless others are likelier."""
    if quantity.name[:1] != "?" or quantity.basis == "adjective" or "$" in text[quantity.start : quantity.end]:
        return quantity
    family = families()[quantity.name[1:]]
    homes = family.homes
    codes = told.intersection(homes.values())
    if len(codes) != 1:
        return quantity
    code = codes.pop()

    def votes(currency: str) -> int:
        return sum(countries.get(home, 0) for home, its in homes.items() if its == currency)

    if quantity.unit not in ("", code) and votes(code) < max(1, votes(quantity.unit)):
        return quantity
    return replace(quantity, unit=code, candidates=(), basis="adjective")


def _of_its_time(quantity: Quantity, text: str, article: Sequence[int], before: Mapping[str, Takeover]) -> Quantity:
    """The quantity in the currency that bore the name in the year told next to it, or in most years of the article."""
    if quantity.kind != "money" or quantity.unit not in before or quantity.basis == "code":
        return quantity
    takeover = before[quantity.unit]
    near = [
        (min(abs(year.start() - quantity.end), abs(year.end() - quantity.start)), int(year[0]))
        for year in YEAR.finditer(text)
        if year.end() <= quantity.start or year.start() >= quantity.end
    ]
    years = [min(near)[1]] if near else article
    past = sorted(year for year in years if year < takeover.since)
    if years and len(past) >= OF_ITS_TIME * len(years):
        return replace(quantity, unit=takeover.code(past[len(past) // 2]), candidates=())
    return quantity

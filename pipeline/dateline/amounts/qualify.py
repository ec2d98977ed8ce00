"""Words around a quantity: bounds (`nearly`, `up to`) and rates (`per head`, `a year`); directions in `direction`."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.amounts.direction import LOOK_BACK, directed
from dateline.amounts.qualifier_words import Qualifiers
from dateline.amounts.quantity import Quantity
from dateline.amounts.tokens import Tokens

RATED = ("money", "measure", "count", "percent")
MODIFIERS = 2  # bounds that may stand before a number: `at least some 200`


def qualify_all(quantities: Sequence[Quantity], tokens: Tokens, words: Qualifiers) -> list[Quantity]:
    """The quantities with their rate, bound and direction, spans grown over the words that say so, none overlapping."""
    qualified: list[Quantity] = []
    floor = 0
    for index, quantity in enumerate(quantities):
        ceiling = quantities[index + 1].first if index + 1 < len(quantities) else len(tokens)
        quantity = _bounded(_rated(quantity, tokens, words, ceiling), tokens, words, floor, ceiling)
        if not quantity.per and quantity.kind == "money" and index + 1 < len(quantities):
            quantity = _rated_after(quantity, quantities[index + 1], tokens, words)
        quantity = directed(quantity, qualified[-1] if qualified else None, tokens, words, floor)
        floor = quantity.last
        qualified.append(quantity)
    return qualified


def _bounded(quantity: Quantity, tokens: Tokens, words: Qualifiers, floor: int, ceiling: int) -> Quantity:
    bound = quantity.bound
    found = words.after.after(tokens, quantity.last)
    if found is not None and found[0] <= ceiling and (tokens.low(quantity.last) != "+" or tokens.glued(quantity.last)):
        quantity = quantity.reaching(found[0], tokens)
        bound = found[1]
    for _ in range(MODIFIERS):
        before = words.before.before(tokens, quantity.first)
        if before is None:
            before = words.before.before(tokens, tokens.without(quantity.first, words.definite))
        if before is None or before[0] < floor or tokens.taken[before[0]] or _leads(*before, tokens, words):
            break
        quantity = quantity.starting(before[0], tokens)
        bound = before[1]
    if quantity.bound == "range" or quantity.number.form == "vague":
        bound = "range"
    elif bound == "exact" and quantity.number.form == "nearly":
        bound = "approx"
    return replace(quantity, bound=bound) if bound != quantity.bound else quantity


def _leads(at: int, bound: str, tokens: Tokens, words: Qualifiers) -> bool:
    """Whether `up to` only says where a change led: вырос на 5 % до 100, subió hasta 100."""
    if bound != "at_most" or tokens.lows[at] not in words.to:
        return False
    return any(low in words.up or low in words.down for low in tokens.lows[max(0, at - LOOK_BACK) : at])


def _rated(quantity: Quantity, tokens: Tokens, words: Qualifiers, ceiling: int) -> Quantity:
    found = rate(quantity.last, tokens, words) if quantity.kind in RATED else None
    return _with_rate(quantity, *found, tokens, words) if found is not None and found[0] <= ceiling else quantity


def _rated_after(quantity: Quantity, bracketed: Quantity, tokens: Tokens, words: Qualifiers) -> Quantity:
    """A sum with the rate that follows its conversion: `9 billion shekels ($2.4bn) a year`; the span ends before."""
    if tokens.lows[quantity.last : bracketed.first] != ["("] or tokens.low(bracketed.last) != ")":
        return quantity
    found = rate(bracketed.last + 1, tokens, words)
    return replace(quantity, per=found[1]) if found is not None else quantity


def rate(at: int, tokens: Tokens, words: Qualifiers) -> tuple[int, str] | None:
    """Where a rate that starts at a token ends, and what it is per."""
    alone = words.rates.alone.after(tokens, at)
    if alone is not None:
        return alone if alone[1] else None  # в день, but в день выборов
    at = tokens.unit_at(at)
    mark = tokens.low(at)
    article, slash = mark in words.rates.articles, mark == "/" and tokens.glued(at)
    if mark not in words.rates.words and not article and not slash:
        return None
    at += 2 if tokens.low(at + 1) in ("-", "'") else 1
    if not tokens.low(at)[:1].isalpha() or tokens.low(at) in words.stops or (slash and not tokens.glued(at)):
        return None
    pair = words.rates.pairs.after(tokens, at)
    end = pair[0] if pair is not None else at + 1
    if article and pair is None and tokens.lows[at] not in words.rates.of_article:
        return None
    written = " ".join(word for word in tokens.lows[at:end] if word != "-")
    if article and written in words.rates.ucum and tokens.low(end) in words.rates.not_before:  # $450 a year earlier
        return None
    noun = " ".join(tokens.words[at:end]) if words.rates.cased else written
    return end, words.rates.canonical.get(written, noun)


def _with_rate(quantity: Quantity, end: int, per: str, tokens: Tokens, words: Qualifiers) -> Quantity:
    quantity = quantity.reaching(end, tokens)
    if quantity.kind == "measure" and per.lower() in words.rates.ucum:  # the rate is part of a UCUM code
        return replace(quantity, unit=f"{quantity.unit}/{words.rates.ucum[per.lower()]}")
    return replace(quantity, per=per)

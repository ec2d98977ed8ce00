"""Words around a quantity: bounds (`nearly`, `up to`), rates (`per head`, `a year`) and directions (`fell 3 %`)."""

from dataclasses import replace

from dateline.amounts.lexicon import Qualifiers
from dateline.amounts.quantity import Quantity
from dateline.amounts.tokens import Tokens

MODIFIERS = 2  # bounds that may stand before a number: `at least some 200`
LOOK_BACK = 7  # tokens between a verb and its change: `rose by as much as 3 %`


def qualify(quantity: Quantity, tokens: Tokens, words: Qualifiers) -> Quantity:
    """The quantity with its rate, bound and direction, the span grown over the words that say so."""
    return _directed(_bounded(_rated(quantity, tokens, words), tokens, words), tokens, words)


def _bounded(quantity: Quantity, tokens: Tokens, words: Qualifiers) -> Quantity:
    bound = quantity.bound
    found = words.after.after(tokens, quantity.last)
    if found is not None and (tokens.low(quantity.last) != "+" or tokens.glued(quantity.last)):
        quantity = quantity.reaching(found[0], tokens)
        bound = found[1]
    for _ in range(MODIFIERS):
        before = words.before.before(tokens, quantity.first)
        if before is None or tokens.taken[before[0]]:
            break
        quantity = quantity.starting(before[0], tokens)
        bound = before[1]
    if quantity.bound == "range" or quantity.number.form == "vague":
        bound = "range"
    elif bound == "exact" and quantity.number.form == "nearly":
        bound = "approx"
    return replace(quantity, bound=bound)


def _rated(quantity: Quantity, tokens: Tokens, words: Qualifiers) -> Quantity:
    at = quantity.last
    if tokens.low(at) in words.per_alone:
        return _with_rate(quantity, at + 1, words.per_alone[tokens.low(at)], tokens, words)
    if tokens.low(at) == "-" and tokens.glued(at):
        at += 1
    mark = tokens.low(at)
    if mark not in words.per and mark not in words.per_articles and not (mark == "/" and tokens.glued(at)):
        return quantity
    at += 1
    if tokens.low(at) in ("-", "'"):
        at += 1
    if not tokens.low(at)[:1].isalpha() or (mark == "/" and not tokens.glued(at)):
        return quantity
    pair = words.per_pairs.after(tokens, at)
    end = pair[0] if pair is not None else at + 1
    if mark in words.per_articles and pair is None and tokens.lows[at] not in words.per_of_article:
        return quantity
    if mark in words.per_articles and tokens.low(end) in words.per_not_before:
        return quantity
    written = " ".join(word for word in tokens.lows[at:end] if word != "-")
    return _with_rate(quantity, end, words.per_canonical.get(written, written), tokens, words)


def _with_rate(quantity: Quantity, end: int, per: str, tokens: Tokens, words: Qualifiers) -> Quantity:
    if quantity.kind not in ("money", "measure", "count", "percent"):
        return quantity
    quantity = quantity.reaching(end, tokens)
    if quantity.kind == "measure" and per in words.per_ucum:  # the rate is part of a UCUM code
        return replace(quantity, unit=f"{quantity.unit}/{words.per_ucum[per]}")
    return replace(quantity, per=per)


def _directed(quantity: Quantity, tokens: Tokens, words: Qualifiers) -> Quantity:
    if quantity.kind in ("age", "ratio"):
        return quantity
    following = tokens.low(quantity.last)
    if following in words.after_up or following in words.after_down:
        return replace(quantity, direction="up" if following in words.after_up else "down")
    by = False
    for at in range(quantity.first - 1, max(-1, quantity.first - 1 - LOOK_BACK), -1):
        word = tokens.lows[at]
        by = by or word in words.by
        way = "up" if word in words.up else "down" if word in words.down else ""
        if word == "+":
            return replace(quantity.starting(at, tokens), direction="up") if at == quantity.first - 1 else quantity
        if way and not (word == "up" and tokens.low(at + 1) == "to"):
            return replace(quantity, direction=way) if by or quantity.kind != "count" else quantity
        if word not in words.fillers:
            break
    return quantity

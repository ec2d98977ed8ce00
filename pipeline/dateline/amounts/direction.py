"""Directions of change: `fell 3 %`, `up $3bn`, `rose by as much as 5 points`, `a 3 % drop`, and what carries one on."""

from dataclasses import replace

from dateline.amounts.qualifier_words import Qualifiers
from dateline.amounts.quantity import Quantity
from dateline.amounts.tokens import Tokens

OBJECT = 2  # other words between a verb and `by` or a percentage: `grow its sales by 35 %`
LOOK_BACK = 7  # tokens between a verb and its change: `rose by as much as 3 %`
LOOK_AHEAD = 8  # tokens between a change and the rest of its verb: `gab um 1,8 Prozent nach`
CLAUSE_ENDS = frozenset(".,;:!?()")
NAMES = 6  # tokens between two changes of one verb: `Urban Outfitters was down 2.3 %, Foot Locker by 2.6 %`


def directed(quantity: Quantity, before: Quantity | None, tokens: Tokens, words: Qualifiers, floor: int) -> Quantity:
    """The quantity with the direction of the change that it is, if it is one.

    Args:
        quantity: with its bounds and rate.
        before: the quantity before it, directions told.
        tokens: their passage.
        words: of its language.
        floor: one past the last token of the quantity before it.
    """
    if quantity.kind == "age" or _where_it_led(quantity, tokens, words):
        return quantity
    following = tokens.low(quantity.last)
    if following in words.after_up or following in words.after_down:
        return replace(quantity, direction="up" if following in words.after_up else "down")
    if before is not None and before.direction and _carried_on(before, quantity, tokens, words):
        return replace(quantity, direction=before.direction)
    if tokens.low(quantity.first - 1) == "+" and quantity.first > floor:
        return replace(quantity.starting(quantity.first - 1, tokens), direction="up")
    way = _way(quantity, tokens, words, floor)
    return replace(quantity, direction=way) if way else quantity


def _way(quantity: Quantity, tokens: Tokens, words: Qualifiers, floor: int) -> str:
    """`up` or `down`, after the verb before the quantity; empty where none is there or it has another object."""
    by, objects = words.particles.get(tokens.low(quantity.first), "") in words.by, 0
    for at in range(quantity.first - 1, max(floor, quantity.first - LOOK_BACK) - 1, -1):
        word = tokens.lows[at]
        by = by or word in words.by
        way = _leads(word, quantity, tokens, words)
        if way and not (word == "up" and tokens.low(at + 1) == "to"):
            return way if by or _is_change(quantity, word, objects, tokens, words) else ""
        if word in words.fillers:
            continue
        objects += 1
        named = by or quantity.kind == "percent"  # grow its sales by 35 %, lifted interest rates 25 basis points
        far = objects > (max(OBJECT, words.subject) if named else words.subject)
        if far or not word[0].isalpha() or (not by and word in words.stops):
            break
    return ""


def _leads(word: str, quantity: Quantity, tokens: Tokens, words: Qualifiers) -> str:
    """`up` or `down` for a word of change; a separable verb is one with its particle: `nahm um 3 Prozent zu`."""
    particles = words.separable.get(word)
    if particles is None:
        return "up" if word in words.up else "down" if word in words.down else ""
    ahead = tokens.lows[quantity.last : quantity.last + LOOK_AHEAD]
    end = next((at for at, low in enumerate(ahead) if low in CLAUSE_ENDS), len(ahead))
    return next((particles[low] for low in reversed(ahead[:end]) if low in particles), "")


def _where_it_led(quantity: Quantity, tokens: Tokens, words: Qualifiers) -> bool:
    """Whether a quantity is where a change led, or began: `sank auf 2,4 %`, `von 2 auf 3 Millionen`."""
    before = tokens.low(tokens.without(quantity.first, words.definite) - 1)
    return before in words.target or (before in words.start and tokens.low(quantity.last) in words.led)


def _is_change(quantity: Quantity, verb: str, objects: int, tokens: Tokens, words: Qualifiers) -> bool:
    """Whether what follows a verb without `by` is how far something moved, not what it moved: `lost 300 men`."""
    if quantity.kind == "ratio":
        return False
    if quantity.kind == "percent" or words.by_only or verb in words.transitive:
        return quantity.kind == "percent" and not words.by_only
    following = tokens.low(quantity.last)
    before_noun = following[:1].isalpha() and following not in words.stops and not tokens.is_taken(quantity.last)
    if quantity.kind == "count":
        return not objects and (quantity.unit in words.points if quantity.unit else not before_noun)
    attributive = quantity.kind == "measure" or tokens.low(quantity.first - 1) in words.rates.articles
    return not (attributive and before_noun)  # added a 30 degree homer, lost a $5m contract


def _carried_on(a: Quantity, b: Quantity, tokens: Tokens, words: Qualifiers) -> bool:
    """Whether the direction of a change holds for the next: `fell 12 points, or 3 %`, `was down 3 %, Ford by 2 %`."""
    gap = tokens.lows[a.last : b.first]
    link = [word for word in gap if word != ","]
    if b.kind == "percent" != a.kind and len(link) == 1 and (link[0] == "(" or link[0] in words.or_words):
        return True
    if not gap or len(gap) > NAMES or gap[-1] not in words.by or a.kind != b.kind:
        return False
    names = tokens.words[a.last : b.first - 1]
    return all(name[0].isupper() or name == "," or name.lower() in words.and_words for name in names)

"""Joining quantities: ranges with what flows through them, dollars and cents, conversions in brackets."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dateline.amounts.attach import OLDEST
from dateline.amounts.lexicon import Lexicon
from dateline.amounts.money import CENT
from dateline.amounts.number import HUNDRED, ONE
from dateline.amounts.qualifier_words import Qualifiers
from dateline.amounts.quantity import Quantity
from dateline.amounts.tokens import Tokens

SCORE = "score"  # the kind of `93 to 83`, which is no amount
HANGING_GAP = 3  # tokens from one number to the next in `four-, five- and`: hyphen, comma, and
UPDATED_WITHIN = 5  # tokens after a sum that may say whose money it is: `$9m in today's money`
INCHES = 12  # in a foot
LARGEST_MANTISSA = Decimal(1000)  # in `5-20 million` the 5 takes the scale, in `200,000 to 4 million` it does not


def join(quantities: Sequence[Quantity], tokens: Tokens, lex: Lexicon) -> list[Quantity]:
    """The quantities with ranges and `3 dollars 50` each made one, from left to right."""
    joined: list[Quantity] = []
    for quantity in _close(_shared(quantities, tokens), tokens, lex):
        while joined:
            merged = _range(joined[-1], quantity, tokens, lex.qualifiers)
            if merged is None:
                break
            joined.pop()
            quantity = merged
        if joined and _moved(joined[-1], quantity, tokens, lex.qualifiers):
            joined[-1], quantity = _flow(joined[-1], quantity) or (joined[-1], quantity)
        joined.append(_listed_age(joined[-1], quantity, tokens, lex) if joined else quantity)
    return joined


def _close(quantities: Sequence[Quantity], tokens: Tokens, lex: Lexicon) -> list[Quantity]:
    """The quantities with those joined that bind closer than a word does: by a dash, as cents, as inches."""
    joined: list[Quantity] = []
    for quantity in quantities:
        merged = None
        if joined:
            before = joined[-1]
            merged = _with_inches(before, quantity, tokens, lex) or _with_cents(before, quantity, tokens, lex)
            if merged is None and _connector(before, quantity, tokens, lex.qualifiers) == "dash":
                merged = _range(before, quantity, tokens, lex.qualifiers)
        if merged is not None:
            joined.pop()
        joined.append(merged or quantity)
    return joined


def _listed_age(a: Quantity, b: Quantity, tokens: Tokens, lex: Lexicon) -> Quantity:
    """A bare number after an age in a list is one too: `aged 25, 29 and 40`."""
    gap = [word for word in tokens.lows[a.last : b.first] if word != ","]
    listed = not gap or (len(gap) == 1 and gap[0] in lex.qualifiers.and_words)
    if a.kind != "age" or not listed or a.last == b.first or not _is_bare(b) or b.high > OLDEST:
        return b
    return replace(b, kind="age", unit=a.unit)


def _shared(quantities: Sequence[Quantity], tokens: Tokens) -> list[Quantity]:
    """The quantities, a hanging hyphen given the unit of the next one: `four-, five- and six-cylinder`."""
    shared: list[Quantity] = []
    for quantity in reversed(quantities):
        if shared and _is_bare(quantity) and _hangs(tokens, quantity.last):
            following = shared[-1]
            near = following.first - quantity.last <= HANGING_GAP and following.kind in ("count", "measure")
            if near and (following.unit or _hangs(tokens, following.last)):
                quantity = replace(quantity, kind=following.kind, unit=following.unit)
        shared.append(quantity)
    return shared[::-1]


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "count" and not quantity.unit


def _hangs(tokens: Tokens, at: int) -> bool:
    """Whether a token is a hyphen that only its left side is written onto."""
    return tokens.low(at) == "-" and tokens.glued(at) and not tokens.glued(at + 1 + (tokens.low(at + 1) == ","))


def _with_cents(a: Quantity, b: Quantity, tokens: Tokens, lex: Lexicon) -> Quantity | None:
    """`13 dollars and 45 cents`, `15 € 50`."""
    if a.kind != "money" or a.minor or a.low != a.high or a.low != int(a.low) or b.low != b.high or a.bound == "range":
        return None
    gap = tokens.lows[a.last : b.first]
    if b.minor and (not gap or (len(gap) == 1 and gap[0] in lex.numbers.joins)):
        cents = b.low
    elif (
        not gap
        and _is_bare(b)
        and 10 <= b.low < 100
        and (
            not tokens.low(b.last)[:1].isalpha() or (tokens.low(b.last) in lex.nouns.stops and not tokens.glued(b.last))
        )
        and a.number.last < a.last
    ):
        cents = b.low * CENT
    else:
        return None
    if not 0 < cents < ONE or a.number.scale > ONE:
        return None
    return replace(a, last=b.last, end=b.end, low=a.low + cents, high=a.high + cents)


def _with_inches(a: Quantity, b: Quantity, tokens: Tokens, lex: Lexicon) -> Quantity | None:
    """`6 feet 2 inches`, `5 ft 10 in`, `5-foot-11`, in inches."""
    if a.unit != "[ft_i]" or a.low != a.high or tokens.lows[a.last : b.first] not in ([], ["-"]):
        return None
    if _is_bare(b) and b.number.scale == ONE and b.high < INCHES:
        b = replace(b, kind="measure", unit="[in_i]")
        inches = lex.units.symbols.after(tokens, b.last) or (b.last + 1, tokens.low(b.last))
        b = b.reaching(inches[0], tokens) if inches[1] in ("in", "[in_i]") else b
    if b.unit != "[in_i]":
        return None
    return replace(b, first=a.first, start=a.start, low=INCHES * a.low + b.low, high=INCHES * a.high + b.high)


def _range(a: Quantity, b: Quantity, tokens: Tokens, words: Qualifiers) -> Quantity | None:
    """`5 to 20 million`, `between $50 and $200`, `3-5 %`, `three or four`; a score is one of kind `SCORE`."""
    if "range" in (a.bound, b.bound) or a.number.form in ("vague", "ratio") or b.number.form in ("vague", "ratio"):
        return None
    link_word = _connector(a, b, tokens, words)
    if not link_word:
        return None
    if link_word == "to" and _is_bare(a) and _is_bare(b) and a.low >= b.low:
        if tokens.low(_before(tokens, a, words)) not in words.start:  # from 208 to 193, but lost 93 to 83
            a, b = replace(a, kind=SCORE), replace(b, kind=SCORE)
    elif link_word == "to" and (_is_bare(b) or not _is_bare(a)) and _changes(tokens, a, words):
        return None
    told = a.kind == b.kind == "percent" and a.low > b.low
    if link_word == "to" and told and tokens.low(_before(tokens, a, words)) not in words.start:
        return None  # won 56 percent to 44 percent
    if _moved(a, b, tokens, words):
        return None
    flowed = _flow(a, b)
    if flowed is None:
        return None
    a, b = flowed
    steps = (b.number.scale, HUNDRED) if b.number.form == "words" else (b.number.scale,)  # two or three hundred
    if link_word == "or" and not (b.low - a.low in steps and a.number.last == a.last):
        return None
    if link_word == "dash" and a.low >= b.low:
        return None
    first = _before(tokens, a, words) if link_word == "and" else a.first
    if link_word == "and" and f"{tokens.low(first - 1)} {tokens.low(first)}" in words.between:  # ما بين
        first -= 1
    begin = tokens.starts[first] if link_word == "and" else a.start
    return replace(b, first=first, start=begin, low=min(a.low, b.low), high=max(a.high, b.high), bound="range")


def _moved(a: Quantity, b: Quantity, tokens: Tokens, words: Qualifiers) -> bool:
    """Whether two amounts are where a change began and where it led, each one of its own: `up from $2bn to 3bn`."""
    link_word = _connector(a, b, tokens, words)
    if link_word != "to" or SCORE in (a.kind, b.kind):
        return link_word == "led"
    first = _before(tokens, a, words)
    verbs = tokens.lows[max(0, first - 1 - words.subject) : first]
    counted = not (_is_bare(a) and _is_bare(b))
    started = counted and tokens.low(first) in words.start
    led = not (words.up | words.down | words.moves).isdisjoint(verbs)
    if started and tokens.low(first) in words.by and words.moves.isdisjoint(verbs):  # augmenter de 3 à 4 %
        started = a.low >= b.low
    return b.bound == "range" or (started and led)


def _connector(a: Quantity, b: Quantity, tokens: Tokens, words: Qualifiers) -> str:
    """What joins two quantities: `to`, `led`, `dash`, `or`, `and` (after `between`), or nothing."""
    begin, until = a.last + _hangs(tokens, a.last), tokens.without(b.first, words.definite)
    until = until if until > begin else b.first  # the a of 3 a 5 is no article
    gap = tokens.lows[begin:until] or [words.particles.get(tokens.low(b.first), "")]
    if len(gap) == 2 and gap[0] not in words.dash and (gap[1] in words.dash or gap[1] == "'"):
        gap.pop()  # "200,000 to-260,000", ל-10, dal 3 all'8
    if len(gap) != 1:
        return ""
    if gap[0] in words.dash:
        return "dash" if tokens.glued(a.last) == tokens.glued(b.first) else ""
    if gap[0] in words.and_words and tokens.low(_before(tokens, a, words)) in words.between:
        return "and"
    if gap[0] in words.led:
        return "led"
    return "to" if gap[0] in words.to else "or" if gap[0] in words.or_words else ""


def _before(tokens: Tokens, quantity: Quantity, words: Qualifiers) -> int:
    """The token before a quantity, over words like `about`."""
    modifier = words.before.before(tokens, quantity.first)
    return tokens.without(modifier[0] if modifier is not None else quantity.first, words.definite) - 1


def _changes(tokens: Tokens, quantity: Quantity, words: Qualifiers) -> bool:
    """Whether a quantity is a change, so that what follows `to` is where it led: `rose 18 sen to`, `by $3bn to`."""
    before = tokens.low(_before(tokens, quantity, words))
    by = before in words.by and before not in words.start  # de 500 à 2000 is a range
    return by or before in words.up or before in words.down


def _flow(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both ends with the unit and scale of the other where they have none; `None` where they are different things."""
    if _is_bare(a) and b.kind != "ratio":
        factor = CENT if b.minor else ONE
        a = replace(a, kind=b.kind, unit=b.unit, name=b.name, minor=b.minor, low=a.low * factor, high=a.high * factor)
    elif b.kind == "count" and not b.unit and a.kind in ("money", "measure", "count", "age"):
        b = replace(
            b, kind=a.kind, unit=a.unit, name=a.name, candidates=a.candidates, basis=a.basis, minor=a.minor,
            low=b.low * (CENT if a.minor else ONE), high=b.high * (CENT if a.minor else ONE),
        )  # fmt: skip
    same = a.unit == b.unit or (a.name and a.name.lstrip("?") == b.name.lstrip("?"))
    if a.kind != b.kind or not same:
        return None
    scale, number = b.number.scale, a.number
    if number.scale == ONE and scale > ONE and a.low < LARGEST_MANTISSA and a.low <= b.low / scale:
        a = replace(a, low=a.low * scale, high=a.high * scale)
    elif number.form == b.number.form == "words" and b.low % HUNDRED == 0 and a.low < b.low / HUNDRED < 10:
        a = replace(a, low=a.low * HUNDRED, high=a.high * HUNDRED)  # five to six hundred
    return a, b


def link(quantities: Sequence[Quantity], tokens: Tokens, words: Qualifiers) -> list[Quantity]:
    """The quantities, conversions in brackets pointing at what they convert: `£20 ($30; €28)`."""
    linked: list[Quantity] = []
    for index, quantity in enumerate(quantities):
        if linked and quantity.kind in ("money", "measure") and linked[-1].kind == quantity.kind:
            before = linked[-1]
            gap = tokens.lows[before.last : quantity.first]
            opened = gap[:1] == ["("] and words.by_particle.keys() | {"-"} >= set(gap[1:])  # (כ-70
            if opened and _converts(before, quantity, tokens, words):
                quantity = _converted(before, replace(quantity, same_as=index - 1))
            elif before.same_as is not None and gap in ([";"], [","], ["/"]):
                quantity = _converted(before, replace(quantity, same_as=before.same_as))
        linked.append(quantity)
    return linked


def _converted(a: Quantity, b: Quantity) -> Quantity:
    """A conversion with the bound and direction of what it converts: `over 7.5 million crowns ($1.1 million)`."""
    bound = a.bound if b.bound == "exact" and a.bound != "range" else b.bound
    return replace(b, bound=bound, direction=b.direction or a.direction)


def _converts(a: Quantity, b: Quantity, tokens: Tokens, words: Qualifiers) -> bool:
    """Whether a quantity in brackets is the one before in another unit or in today's money, not a part of it."""
    return a.unit != b.unit or not words.updated.isdisjoint(tokens.lows[b.last : b.last + UPDATED_WITHIN])

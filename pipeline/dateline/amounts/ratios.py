"""Ratios in words: `two-thirds`, `half of`, `one in five`, `3 out of 10`, `trois Français sur quatre`."""

from decimal import Decimal

from dateline.amounts.number import ONE, PLACES, Number, read_digits, single
from dateline.amounts.number_words import NumberWords
from dateline.amounts.tokens import Tokens

MAX_WHOLE = Decimal(100_000)  # `one in 100,000`; what is larger counts something else
TEN = Decimal(10)
MAX_NOUN = 2  # words of `trois jeunes Français sur quatre` between the two numbers


def ratio(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """The ratio that starts at a token, if any."""
    return _whole(tokens, index, words) or _part(tokens, index, words) or _out_of(tokens, index, words)


def _whole(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """`half of the ...`, not the second half or half a million."""
    found = words.ratio.wholes.after(tokens, index)
    if found is None or not _opens(tokens, index, words):
        return None
    following = tokens.low(found[0])
    sure = words.ratio.stand_alone or following in words.ratio.determiners
    if not sure or tokens.low(found[0] + 1) in words.scales:
        return None
    return single(index, found[0], found[1], form="ratio")


def _part(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """`two-thirds`, `a fifth of`, `un tiers`."""
    low = tokens.lows[index]
    article = low in words.articles
    top = ONE if article else _small(tokens, index, words)
    if top is None or not _opens(tokens, index, words):
        return None
    at = index + 1 + (tokens.low(index + 1) == "-" and tokens.glued(index + 1))
    portion = words.ratio.portions.after(tokens, at)
    if portion is not None and top < portion[1]:
        return single(index, portion[0], (top / portion[1]).quantize(PLACES), form="ratio")
    bottom = words.ratio.parts.get(tokens.low(at))
    if bottom is None or not 0 < top < bottom:
        return None
    sure = tokens.low(at - 1) == "-" or (words.ratio.stand_alone and bottom in (2, 3, 4))
    several = top > 1 and bottom not in (2, 4) and tokens.word(at).endswith("s")  # but "two quarters" are half a year
    following = tokens.low(at + 1)
    part_of = following in words.ratio.determiners or (following in words.of and not words.ratio.stand_alone)
    if not (sure or several or part_of or _bare_part(tokens, index, following, words)):
        return None
    return single(index, at + 1, (top / bottom).quantize(PLACES), form="ratio")


def _bare_part(tokens: Tokens, index: int, following: str, words: NumberWords) -> bool:
    """Whether a part compared stands without its whole: `less than a tenth.`, `cut by a fifth in May`."""
    if tokens.low(index - 1) not in words.ratio.compared:
        return False
    return not following[:1].isalpha() or (following in words.stops and following not in words.joins)


def _opens(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a part can begin at a token: not in `the second half`, `time-and-a-half`."""
    before = tokens.low(index - 1)
    return before not in words.ratio.not_after and not (before == "-" and tokens.glued(index))


def _out_of(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """`one in five`, `3 out of 10`, `une personne sur dix`."""
    top = _small(tokens, index, words)
    apart = tokens.low(index - 1) == "." and tokens.low(index).isdecimal()  # 4 . 8 of 10
    if top is None or tokens.glued(index) or apart:
        return None
    at = index + 1
    found = words.ratio.out_of.after(tokens, at)
    while found is None and words.ratio.nouns_between and at - index <= MAX_NOUN and tokens.low(at)[:1].isalpha():
        at += 1
        found = words.ratio.out_of.after(tokens, at)
    if found is None or tokens.taken[index]:
        return None
    end, loose = found
    bottom = _small(tokens, end, words)
    if bottom is None or not top < bottom <= MAX_WHOLE or tokens.taken[end] or tokens.low(end + 1) in words.scales:
        return None
    sure = top == ONE or tokens.low(end + 1) in words.of  # `two in five years` is no ratio, `two in five of` is
    opens = index == 0 or tokens.low(index - 1) in (".", *words.ratio.compared)
    sure = sure or (bottom == TEN and opens)  # Seven in ten nurses
    if loose and (not sure or tokens.low(end + 1) == "%"):
        return None
    return single(index, end + 1, (top / bottom).quantize(PLACES), form="ratio")


def _small(tokens: Tokens, index: int, words: NumberWords) -> Decimal | None:
    """The whole number that one token writes."""
    low = tokens.low(index)
    if low[:1].isdecimal():
        value = read_digits(low, words.decimal)
        return value if value is not None and value == value.to_integral_value() else None
    cardinal = words.cardinals.get(low)
    return Decimal(cardinal) if cardinal is not None else None

"""All numbers of a passage, in digits (with the scale that follows them) and in words."""

from decimal import Decimal
from fractions import Fraction

from dateline.amounts.lexicon import Lexicon
from dateline.amounts.nouns import is_plural
from dateline.amounts.number import (
    HALF,
    HUNDRED,
    LARGEST,
    MAX_DIGITS,
    ONE,
    PLACES,
    THOUSAND,
    Number,
    read_digits,
    single,
)
from dateline.amounts.number_words import NumberWords
from dateline.amounts.ratios import ratio
from dateline.amounts.spelled import fixed, vague, words_number
from dateline.amounts.tokens import Tokens

VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333333333", "⅔": "0.6666666667", "⅛": "0.125"}
TWO = Decimal(2)
FIGURES = frozenset((".", *VULGAR))  # what a number in figures begins with, besides digits
# What people write fractions with; `9/11` and `24/7` are none.
BOTTOMS = frozenset({"2", "3", "4", "5", "8", "10", "16", "32", "64", "100", "128"})


def find_numbers(tokens: Tokens, lex: Lexicon) -> list[Number]:
    """Every number of the passage from left to right; what they count is for later steps."""
    words, past = lex.numbers, 0
    found: list[Number] = []
    for index, low in enumerate(tokens.lows):
        if index >= past and (low in words.starters or low[0] in FIGURES or low[0].isdecimal() or words.is_fused(low)):
            number = _number_at(tokens, index, words) or _article(tokens, index, lex)
            if number is not None:
                found.append(number)
                past = number.last
    return found


def _number_at(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    low = tokens.lows[index]
    if low[0].isdecimal() or (low[0] == "." and len(low) > 1):
        return ratio(tokens, index, words) or _digits(tokens, index, words)
    if low in VULGAR:
        return single(index, *_scaled(tokens, index + 1, Decimal(VULGAR[low]), words))
    if not low[0].isalpha():
        return None
    return (
        fixed(tokens, index, words)
        or ratio(tokens, index, words)
        or vague(tokens, index, words)
        or _spelled(tokens, index, words)
    )


def _spelled(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """A number in words, which digits may go on with (`مليون و200 ألف`); a dual (`دولارين`) is the two of its unit."""
    if tokens.lows[index] in words.duals:
        return single(index, index, TWO, form="words")
    number = words_number(tokens, index, words)
    if number is None or not words.mixed or number.scale == ONE:
        return number
    last, value, scale = _mixed(tokens, number.last, number.low / number.scale, number.scale, words)
    return single(index, last, value * scale, scale, "words")


def _article(tokens: Tokens, index: int, lex: Lexicon) -> Number | None:
    """The one of `a dollar`: an article before the name of a currency."""
    if tokens.lows[index] not in lex.numbers.articles or is_plural(tokens.low(index + 1), lex.nouns):
        return None
    if lex.units.money.after(tokens, index + 1) is None:
        return None
    return single(index, index + 1, ONE, form="words")


def _digits(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    value = read_digits(tokens.words[index], words.decimal)
    if value is None:
        return None
    if _is_ordinal(tokens, index, words):
        return None
    apart = _apart(tokens, index, value, words)
    if apart is not None:
        return single(index, *_scaled(tokens, *apart, words))
    if tokens.low(index + 1) == "000" and tokens.low(index).isdecimal() and 0 < value < THOUSAND:  # 200 000, in English
        return single(index, *_scaled(tokens, index + 2, value * THOUSAND, words))
    last, share = _fraction(tokens, index, value)
    if share is not None:
        return single(index, *_scaled(tokens, last, share, words))
    return single(index, *_scaled(tokens, index + 1, value, words))


def _is_ordinal(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a number counts places: `23rd`, `23.ª`; where a dot alone does it, `am 24.`, `23. bei`."""
    at = index + 1
    dotted = tokens.low(at) == "." and tokens.glued(at) and tokens.low(index).isdecimal()
    at += dotted
    if tokens.glued(at) and tokens.low(at) in words.ordinal_suffixes:
        return True
    if not (dotted and words.ordinal_after) or tokens.glued(at):
        return False
    return tokens.low(index - 1) in words.ordinal_after or tokens.word(at)[:1].islower()


def _apart(tokens: Tokens, index: int, value: Decimal, words: NumberWords) -> tuple[int, Decimal] | None:
    """A number whose separator stands apart, as tokenised text has it: `4 . 8 %`, `1 . 6 billion`, `80 , 000`."""
    mark, part, following = (tokens.low(index + step) for step in (1, 2, 3))
    if mark not in (".", ",") or not part.isdecimal() or tokens.glued(index + 2) or value != value.to_integral_value():
        return None
    if part == "000" and 0 < value < THOUSAND:
        return index + 3, value * THOUSAND
    spaced = mark == words.decimal and not tokens.glued(index + 1) and len(part) < MAX_DIGITS
    if not spaced or not (value == 0 or following == "%" or following in words.scales):
        return None
    return index + 3, value + Decimal(f"0.{part}")


def _fraction(tokens: Tokens, index: int, value: Decimal) -> tuple[int, Decimal | None]:
    """The value with a fraction after it: `2½`, `3 1/2`, `1/16`."""
    mark = tokens.low(index + 1)
    if mark in VULGAR:
        return index + 2, value + Decimal(VULGAR[mark])
    for at, whole in ((index + 1, value), (index, Decimal(0))):
        top, slash, bottom = tokens.low(at), tokens.low(at + 1), tokens.low(at + 2)
        if slash == "/" and tokens.glued(at + 1) and tokens.glued(at + 2) and _simple(top, bottom):
            part = Fraction(int(top), int(bottom))
            return at + 3, whole + (Decimal(part.numerator) / part.denominator).quantize(PLACES)
    return index, None


def _simple(top: str, bottom: str) -> bool:
    """Whether two tokens make a fraction people write (`3/4`), not a date or a ratio (`9/11`, `24/7`)."""
    if not (top.isascii() and top.isdigit() and bottom.isascii() and bottom.isdigit() and len(top) + len(bottom) < 6):
        return False
    return 0 < int(top) < int(bottom) and bottom in BOTTOMS


def _scaled(tokens: Tokens, index: int, value: Decimal, words: NumberWords) -> tuple[int, Decimal, Decimal]:
    """Where the scale words after a number in digits end, the value and the scale."""
    half = words.halves.after(tokens, index)
    if half is not None and tokens.low(half[0]) in words.scales:
        index, value = half[0], value + HALF
    index, scale = _scales(tokens, index, ONE, words)
    if words.mixed and scale > ONE:
        index, value, scale = _mixed(tokens, index, value, scale, words)
    half = words.halves.after(tokens, index) if scale > ONE else None
    if half is not None:  # "3 millions et demi"
        index, value = half[0] + (words.scales.get(tokens.low(half[0])) == scale), value + HALF
    if scale > ONE and tokens.low(index - 1) in words.abbreviations:
        index += _abbreviated(tokens, index, dotted=tokens.low(index - 1) in words.dotted)
    return index, value * scale, scale


def _scales(tokens: Tokens, index: int, scale: Decimal, words: NumberWords) -> tuple[int, Decimal]:
    """Where the scale words at `index` end, and the scale with theirs."""
    while index < len(tokens):
        at = tokens.unit_at(index)
        factor = _factor(tokens.low(at), scale, words)
        if factor is None or tokens.taken[at] or scale * factor > LARGEST:
            break
        scale, index = scale * factor, at + 1
    return index, scale


def _mixed(
    tokens: Tokens, index: int, value: Decimal, scale: Decimal, words: NumberWords
) -> tuple[int, Decimal, Decimal]:
    """The number with the digits that go on after its scale: `2 mil 500 millones`, `3 ملايين و500 ألف`."""
    if tokens.low(index) in words.joins:
        return *_joined(tokens, index + 1, value, scale, words), scale
    at = index
    if words.glued and tokens.low(at) in words.prefixes and tokens.glued(at + 1):
        at += 2 if tokens.low(at + 1) == "-" and tokens.glued(at + 2) else 1  # ו-500
    digits = tokens.low(at)
    if not digits.isdecimal() or len(digits) > 3 or tokens.taken[at] or value != value.to_integral_value():
        return index, value, scale
    end, below = _scales(tokens, at + 1, ONE, words)
    if below > scale:  # mil and 500 are both counted in millions
        return end, (value * scale + Decimal(digits)), below
    if below == scale or scale <= Decimal(digits) * below:
        return index, value, scale
    return end, value + Decimal(digits) * below / scale, scale


def _joined(tokens: Tokens, at: int, value: Decimal, scale: Decimal, words: NumberWords) -> tuple[int, Decimal]:
    """The number with what an `and` adds to it, thousands at least: `2 milhões e 300 mil`, `un milione e 250.000`."""
    digits = tokens.low(at)
    rest = read_digits(digits, words.decimal) if digits[:1].isdecimal() and not tokens.taken[at] else None
    if rest is None or rest != rest.to_integral_value() or value != value.to_integral_value():
        return at - 1, value
    end, below = _scales(tokens, at + 1, ONE, words)
    if not THOUSAND <= rest * below < scale:
        return at - 1, value
    return end, value + rest * below / scale


def _factor(word: str, scale: Decimal, words: NumberWords) -> Decimal | None:
    """What a scale word multiplies digits by; `12 cents` is money and `bn` never follows another scale."""
    factor = words.scales.get(word)
    if factor is None:
        return words.abbreviations.get(word) if scale == ONE else None
    return None if factor == HUNDRED and (scale > ONE or word in words.spelled_only) else factor


def _abbreviated(tokens: Tokens, index: int, *, dotted: bool) -> bool:
    """Whether a dot at `index` belongs to the abbreviation before it: the sentence goes on, as a rule in lower case."""
    if tokens.low(index) != "." or not tokens.glued(index):
        return False
    following = tokens.word(index + 1)
    return dotted or (bool(following) and not (following[0].isupper() or following[0].isdigit()))

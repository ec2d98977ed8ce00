"""Numbers in words: `two and a half million`, `quatre-vingt-dix`, `half a million`, `tens of thousands`."""

from collections.abc import Mapping
from decimal import Decimal

from dateline.amounts.lexicon import NumberWords
from dateline.amounts.number import HALF, HUNDRED, ONE, THOUSAND, Number, single
from dateline.amounts.phrases import Phrases
from dateline.amounts.tokens import Tokens


def fixed(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """`half a million`, `a quarter of a million`, `a couple of`, `une centaine de`."""
    found = words.fractions.after(tokens, index)
    if found is not None:
        share, scale = found[1]
        return single(index, found[0], share * scale, scale, "words")
    nearly = words.nearly.after(tokens, index)
    return single(index, nearly[0], nearly[1], form="nearly") if nearly is not None else None


def vague(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """`dozens`, `tens of millions`, `a few thousand`, `plusieurs centaines de milliers`."""
    few = words.few.after(tokens, index)
    at = few[0] if few is not None else index
    low = tokens.low(at)
    base = words.vague.get(low) or (words.scales.get(low) if few is not None else None)
    if base is None:
        return None
    scale, last = ONE, at + 1
    while True:
        step = last + 1 if tokens.low(last) in words.of or (few is not None and tokens.low(last) == "-") else last
        factor = _vague_scale(tokens.low(step), words)
        if factor is None:
            break
        scale, last = scale * factor, step + 1
    start = base * (3 if few is not None else 1)
    return Number(index, last, start * scale, base * 10 * scale, scale, "vague")


def _vague_scale(word: str, words: NumberWords) -> Decimal | None:
    factor = words.vague.get(word) or words.scales.get(word)
    return factor if factor is not None and factor >= HUNDRED else None


def words_number(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """A number in words, read left to right: units and tens add up, scales multiply what stands before them."""
    total, current = Decimal(0), None
    at = last = index
    scale = ONE
    if tokens.lows[index] in words.articles:
        if tokens.low(index + 1) in words.scales:
            current, at = ONE, index + 1
        elif tokens.lows[index] not in words.cardinals:
            return None
    while at < len(tokens):
        word = tokens.lows[at]
        step, value = _cardinal(tokens, at, words.cardinals, words.compounds)
        factor = words.scales.get(word)
        if factor is not None and (current is not None or total or word in words.implicit):
            current = ONE if current is None and not total else current
            if current is None:
                if factor < scale:
                    break
                total *= factor
            elif factor > HUNDRED:
                total, current = total + current * factor, None
            else:
                current *= factor
            scale, step = factor, at + 1
        elif value is not None and _fits(current, value, words.teens_after):
            current = (current or Decimal(0)) + value
        elif word in words.joins and at == last and at > index and _joinable(tokens, at, current, total, words):
            at += 1
            continue
        else:
            break
        at = last = step
        if tokens.low(at) == "-" and tokens.glued(at) and tokens.glued(at + 1) and _is_word(tokens.low(at + 1), words):
            at = last = at + 1
    if last == index:
        return None
    if tokens.low(last - 1) == "-":
        last -= 1
    return _finish(tokens, index, last, total + (current or Decimal(0)), scale, words)


def _finish(tokens: Tokens, index: int, last: int, value: Decimal, scale: Decimal, words: NumberWords) -> Number:
    """The number in words with a half after it: `two and a half million`, `deux millions et demi`."""
    half = words.halves.after(tokens, last)
    factor = words.scales.get(tokens.low(half[0])) if half is not None else None
    if half is not None and factor is not None:
        scale = factor
        return single(index, half[0] + 1, (value + HALF) * factor, scale, "words")
    if half is not None:
        value += scale / 2 if scale >= THOUSAND else HALF
        last = half[0]
    return single(index, last, value, scale if scale >= THOUSAND else ONE, "words")


def _cardinal(
    tokens: Tokens, index: int, cardinals: Mapping[str, int], compounds: Phrases[int]
) -> tuple[int, int | None]:
    found = compounds.after(tokens, index)
    return found if found is not None else (index + 1, cardinals.get(tokens.lows[index]))


def _fits(current: Decimal | None, value: int, teens_after: frozenset[int]) -> bool:
    """Whether a unit or ten can follow what was read: `forty` + `five`, `hundred` + `twenty`, never `five` + `six`."""
    if current is None:
        return True
    rest = int(current) % 100
    if rest == 0:
        return current >= HUNDRED and value < 100
    return (rest >= 20 and rest % 10 == 0 and 0 < value < 10) or (rest in teens_after and 0 < value < 20)


def _joinable(tokens: Tokens, at: int, current: Decimal | None, total: Decimal, words: NumberWords) -> bool:
    """Whether `and` goes on with the number: after hundreds and thousands, or as in `vingt et un`."""
    following = words.cardinals.get(tokens.low(at + 1))
    if following is None:
        return False
    if words.teens_after and current is not None and int(current) % 100 in (20, 30, 40, 50, 60, 70):
        return following in (1, 11)
    return (current is not None and current >= HUNDRED) or (current is None and total > 0)


def _is_word(word: str, words: NumberWords) -> bool:
    return word in words.cardinals or word in words.scales

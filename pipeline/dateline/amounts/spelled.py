"""Numbers in words: `two and a half million`, `quatre-vingt-dix`, `half a million`, `tens of thousands`."""

from decimal import Decimal

from dateline.amounts.number import HALF, HUNDRED, LARGEST, ONE, THOUSAND, Number, single
from dateline.amounts.number_words import NumberWords
from dateline.amounts.tokens import Tokens

TENS = frozenset(map(Decimal, range(20, 100, 10)))
JOINED_TENS, JOINED_UNITS = (20, 30, 40, 50, 60, 70), (1, 11)  # vingt et un, soixante et onze; but vingt-deux


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
    base = words.vague.get(low)
    if base is None and few is not None:
        cardinal = words.cardinals.get(low)  # einige hundert
        base = words.scales.get(low) or (cardinal if cardinal in (HUNDRED, THOUSAND) else None)
    if base is None:
        return None
    scale, last = ONE, at + 1
    while True:
        step = last + 1 if tokens.low(last) in words.of or (few is not None and tokens.low(last) == "-") else last
        factor = _vague_scale(tokens.low(step), words)
        if factor is None or scale * factor > LARGEST:
            break
        scale, last = scale * factor, step + 1
    start = base * (3 if few is not None else 1)
    return Number(index, last, start * scale, base * 10 * scale, scale, "vague")


def _vague_scale(word: str, words: NumberWords) -> Decimal | None:
    factor = words.vague.get(word) or words.scales.get(word)
    return factor if factor is not None and factor >= HUNDRED else None


def words_number(tokens: Tokens, index: int, words: NumberWords) -> Number | None:
    """A number in words, read left to right: units and tens add up, scales multiply what stands before them."""
    tally = _Tally(words)
    at = last = index
    if tokens.lows[index] in words.articles:
        if tokens.low(index + 1) in words.scales:
            tally.current, at = ONE, index + 1
        elif tokens.lows[index] not in words.cardinals:
            return None
    while at < len(tokens):
        if tally.outgrown(tokens.lows[at]):  # between one million and two million
            return _finish(tokens, index, *tally.before_join, words)
        step = tally.read(tokens, at)
        if step:
            at = last = step
            hyphen = tokens.low(at) == "-" and tokens.glued(at) and tokens.glued(at + 1)
            at += hyphen and _is_word(tokens.low(at + 1), words)
        elif index < at == last and tokens.lows[at] in words.joins and tally.joins(tokens.low(at + 1)):
            if tally.current is None:
                tally.before_join = (at, tally.total, tally.scale)
            at += 1
        else:
            break
    return (
        _finish(tokens, index, last, tally.total + (tally.current or 0), tally.scale, words) if last > index else None
    )


class _Tally:
    """A number in words while it is read: what is summed up, what still waits for a scale, the last scale."""

    def __init__(self, words: NumberWords) -> None:
        self._words = words
        self.total = Decimal(0)
        self.current: Decimal | None = None
        self.scale = ONE
        self._summed = ONE  # the last scale of what is summed up
        self.before_join = (0, Decimal(0), ONE)  # where an `and` last joined something onto a sum: its end and scale
        self._joined = False  # whether an `and` stands before the word to come

    def read(self, tokens: Tokens, at: int) -> int:
        """One past the word or words that go on with the number at a token, 0 where none does."""
        word, joined = self._bare(tokens.lows[at])
        factor = self._words.scales.get(word)
        if factor is not None and (self.current is not None or self.total or word in self._words.implicit):
            factor *= 1 + self._doubles(word, tokens.low(at + 1))
            return at + 1 if self._multiply(factor, joined=joined) else 0
        compound = self._words.compounds.after(tokens, at)
        step, value = compound if compound is not None else (at + 1, self._words.cardinals.get(word))
        if value is None or not self._fits(value, joined=joined or self._joined):
            return 0
        if value >= THOUSAND:  # ألفين: a scale and its two in one word; dreitausend
            half = value / 2
            self.total, self.scale = self.total + value, half if half in self._words.scales.values() else THOUSAND
            return step
        self.current, self._joined = (self.current or Decimal(0)) + value, False
        return step

    def outgrown(self, word: str) -> bool:
        """Whether a scale would multiply what an `and` joined to as much as stands before it or more.

        But `mil e quinhentos milhões` are a thousand and five hundred, all millions.
        """
        factor = self._words.scales.get(word)
        end, _, scale = self.before_join
        if factor is None or not end or self.current is None:
            return False
        return factor == scale or (factor > scale and (scale > THOUSAND or self.current < HUNDRED))

    def joins(self, following: str) -> bool:
        """Whether `and` and the next word go on with the number: after hundreds, or as in `vingt et un`."""
        value, current, after = self._words.cardinals.get(following), self.current, self._words.joins_after
        if value is None:
            return False
        if current is None:
            return self.total > 0
        rest = int(current) % 100
        if self._words.teens_after and rest in JOINED_TENS:
            return value in JOINED_UNITS
        self._joined = "units" in after and 0 < rest < 10 and value in TENS
        return self._joined or (current >= HUNDRED if rest == 0 or "tens" not in after else 0 < value < 10)

    def _bare(self, word: str) -> tuple[str, bool]:
        """A word without the particle written onto it, and whether that is an `and` inside the number: Arabic wa-."""
        if word in self._words.cardinals or word in self._words.scales:
            return word, False
        bare, joins = self._words.glued.get(word, (word, False))
        started = self.current is not None or self.total > 0
        return (bare, started) if joins or not started else (word, False)

    def _doubles(self, word: str, following: str) -> bool:
        """Whether a scale word is a dual: `ألفا شخص` are 2,000, but `خمسون ألفا`, `ألفا وخمسمئة` are none."""
        words = self._words
        alone = self.current is None and not self.total and word in words.doubled
        return alone and following[:1].isalpha() and following[:1] not in words.joins and following not in words.stops

    def _multiply(self, factor: Decimal, *, joined: bool) -> bool:
        if self.current is None and joined:  # a million and a thousand
            if factor >= self.scale:
                return False
            self.total += factor
        elif self.current is None and self.total:
            if factor < self.scale or self.total * factor > LARGEST:
                return False
            self.total *= factor
        elif factor > self._summed > ONE:  # dos mil quinientos millones
            if self.total * factor > LARGEST:
                return False
            self.total, self.current, self._summed = (self.total + (self.current or 0)) * factor, None, factor
        elif factor > HUNDRED:
            self.total, self.current, self._summed = self.total + (self.current or ONE) * factor, None, factor
        else:
            self.current = (self.current or ONE) * factor
            if self.current > LARGEST:
                return False
        self.scale = factor
        return True

    def _fits(self, value: Decimal, *, joined: bool) -> bool:
        """Whether a unit or ten can follow: `forty` + `five`, `hundred` + `twenty`, never `five` + `six`."""
        if value >= THOUSAND:
            return self.current is None and (not self.total or value < self.scale)
        if self.current is None:
            return True
        rest = int(self.current) % 100
        if joined and 0 < rest < 10 and value in TENS:  # Arabic five and twenty
            return True
        if rest == 0:
            return self.current >= HUNDRED and value < 100
        return (rest >= 20 and rest % 10 == 0 and 0 < value < 10) or (
            rest in self._words.teens_after and 0 < value < 20
        )


def _finish(tokens: Tokens, index: int, last: int, value: Decimal, scale: Decimal, words: NumberWords) -> Number:
    """The number in words with a half after it: `two and a half million`, `deux millions et demi`."""
    half = words.halves.after(tokens, last)
    factor = words.scales.get(tokens.low(half[0])) if half is not None else None
    if half is not None and factor is not None and scale < THOUSAND:
        scale = factor
        return single(index, half[0] + 1, (value + HALF) * factor, scale, "words")
    if half is not None:
        value += scale / 2 if scale >= THOUSAND else HALF
        last = half[0] + (factor == scale)  # two million and half a million
    return single(index, last, value, scale if scale >= THOUSAND else ONE, "words")


def _is_word(word: str, words: NumberWords) -> bool:
    return word in words.cardinals or word in words.scales

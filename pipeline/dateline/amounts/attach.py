"""What a number counts: money, percent, a unit of measure, an age. Counted nouns are left to `nouns`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dateline.amounts.currencies import resolve
from dateline.amounts.lexicon import Lexicon
from dateline.amounts.number import ONE, Number
from dateline.amounts.tokens import Tokens

CENT = Decimal("0.01")
MILLION = Decimal("1e6")
BEFORE = 12  # characters a currency before a number can take: `U.S. $ -`
CUE_WINDOW = 6  # words before `pounds` searched for weighing


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts; `kind` is empty until that is known.

    Attributes:
        number: as read.
        start: first character of the span.
        end: one past its last character.
        first: first token of the span.
        last: one past its last token.
        low, high: the value with scale, sign and minor unit applied.
        kind, unit, per, bound, direction: as in the row.
        candidates, basis: `unit_candidates` and `unit_from` of the row.
        name: the currency as written (`?dollar`, `EUR`), empty when not money.
        minor: whether it is written in hundredths (cents).
        same_as: position of the quantity that this one converts.
    """

    number: Number
    start: int
    end: int
    first: int
    last: int
    low: Decimal
    high: Decimal
    kind: str = ""
    unit: str = ""
    candidates: tuple[str, ...] = ()
    basis: str = ""
    name: str = ""
    minor: bool = False
    per: str = ""
    bound: str = "exact"
    direction: str = ""
    same_as: int | None = None


class Attacher:
    """Finds the unit of each number of one passage.

    Args:
        tokens: the passage.
        lex: its language.
        countries: how often the article names each country.
    """

    def __init__(self, tokens: Tokens, lex: Lexicon, countries: Mapping[str, int]) -> None:
        self._tokens = tokens
        self._lex = lex
        self._countries = countries

    def quantity(self, number: Number, *, floor: int) -> Quantity:
        """The number with its currency, percent sign, unit or age, if it has one.

        Args:
            number: as read.
            floor: where the quantity before it ends; a symbol before that is not this number's.
        """
        tokens = self._tokens
        bare = Quantity(
            number=number,
            start=tokens.starts[number.first],
            end=tokens.ends[number.last - 1],
            first=number.first,
            last=number.last,
            low=number.low,
            high=number.high,
        )
        if number.form == "ratio":
            return replace(bare, kind="ratio")
        bare = self._signed(bare)
        return (
            self._money_before(bare, floor)
            or self._age(bare)
            or self._percent(bare)
            or self._money_after(bare)
            or self._measure(bare)
            or self._attached_scale(bare)
        )

    def _signed(self, quantity: Quantity) -> Quantity:
        """The quantity with a minus before it applied: `minus 5`, `-3`, never a hyphen or a range."""
        tokens, at = self._tokens, quantity.first - 1
        word = tokens.low(at)
        if word == "-" and tokens.glued(at + 1) and tokens.low(at - 1) in self._lex.numbers.minus:
            at, word = at - 1, tokens.low(at - 1)
        dash = word == "-" and tokens.glued(at + 1) and not tokens.glued(at)
        if not (word in self._lex.numbers.minus or dash) or quantity.number.form != "digits":
            return quantity
        return replace(
            quantity, first=at, start=tokens.starts[at], low=-quantity.high, high=-quantity.low
        )

    def _currency(self, quantity: Quantity, name: str, *, basis: str, country: str = "") -> Quantity:
        currency = resolve(
            name, basis=basis, country=country, families=self._lex.families, countries=self._countries
        )
        return replace(
            quantity,
            kind="money",
            unit=currency.code,
            candidates=currency.candidates,
            basis=currency.basis,
            name=name if currency.basis not in ("adjective", "code") else currency.code,
        )

    def _money_before(self, quantity: Quantity, floor: int) -> Quantity | None:
        """`$5`, `US $5`, `MEUR 60`, `Rs 20 lakh`, and a code or country after it: `$5 US`, `$15 CAD`."""
        text, start = self._tokens.text, self._tokens.starts[quantity.number.first]
        match = self._lex.money_before.search(text, max(floor, start - BEFORE), start)
        if match is None:
            return self._word_before(quantity)
        code = match["code"] or match["strict"] or (match["lower"] or "").upper()
        symbol = match["symbol"] or match["glued"]
        if match["strict"] is not None and match.end() != start:
            return None
        quantity = self._scale_on_digits(quantity)
        sign = -ONE if match["minus"] and quantity.low > 0 else ONE
        factor = sign * (MILLION if match["mega"] else ONE)
        first = quantity.first
        while first > 0 and self._tokens.starts[first] > match.start():
            first -= 1
        quantity = replace(
            quantity,
            first=first,
            start=min(match.start(), quantity.start),
            low=quantity.low * factor,
            high=quantity.high * factor,
        )
        name, basis = (code, "code") if code else (self._lex.money_symbols[symbol], "symbol")
        after = self._lex.money_after.match(text, quantity.end) if name.startswith("?") else None
        second = self._code_in(after)
        if after is not None and second:
            quantity = replace(quantity, last=self._token_after(after.end()), end=after.end())
            return self._currency(quantity, second, basis="code")
        country = self._lex.units.countries.after(self._tokens, quantity.last)
        if country is not None and name.startswith("?") and self._tokens.word(quantity.last).isupper():
            quantity = replace(quantity, last=country[0], end=self._tokens.ends[country[0] - 1])
            return self._currency(quantity, name, basis=basis, country=country[1])
        return self._currency(quantity, name, basis=basis)

    def _code_in(self, match: re.Match[str] | None) -> str:
        """The ISO code a match is, in capitals or not (`$5 USD`, `5 $ usd`), else an empty string."""
        if match is None or match["scale"]:
            return ""
        symbol = match["symbol"] or ""
        return match["code"] or (self._lex.money_symbols[symbol] if len(symbol) == 3 and symbol.isalpha() else "")

    def _word_before(self, quantity: Quantity) -> Quantity | None:
        """`dollar 22.5 million`, `sen 100,000`: rare, and only before digits with a separator or a scale."""
        units, at = self._lex.units, quantity.first - 1
        name = units.money.before(self._tokens, quantity.first)
        if name is None or self._tokens.low(at) in units.needs_scale or quantity.number.form != "digits":
            return None
        written = self._tokens.word(quantity.number.first)
        if quantity.number.scale == ONE and not any(mark in written for mark in ".,"):
            return None
        quantity = replace(quantity, first=name[0], start=self._tokens.starts[name[0]])
        return self._currency(quantity, name[1], basis="symbol")

    def _token_after(self, position: int) -> int:
        """The first token that starts at or after a character."""
        low, high = 0, len(self._tokens)
        while low < high:
            middle = (low + high) // 2
            if self._tokens.starts[middle] < position:
                low = middle + 1
            else:
                high = middle
        return low

    def _scale_on_digits(self, quantity: Quantity) -> Quantity:
        """`$5m`, `$100m.`: a letter written onto the digits of money."""
        number, tokens = quantity.number, self._tokens
        factor = self._lex.numbers.attached.get(tokens.low(number.last))
        if factor is None or number.form != "digits" or not tokens.glued(number.last):
            return quantity
        last = number.last + 1
        following = tokens.word(last + 1)
        if tokens.low(last) == "." and tokens.glued(last) and following and not following[0].isupper():
            last += 1
        return self._rescaled(quantity, factor, last)

    def _rescaled(self, quantity: Quantity, factor: Decimal, last: int) -> Quantity:
        number = quantity.number
        scaled = replace(number, last=last, scale=number.scale * factor, low=number.low * factor, high=number.high * factor)
        return replace(
            quantity,
            number=scaled,
            last=last,
            end=self._tokens.ends[last - 1],
            low=quantity.low * factor,
            high=quantity.high * factor,
        )

    def _attached_scale(self, quantity: Quantity) -> Quantity:
        """`30k users`, `4.3M sales`: without money before it only capitals, k and millions of something."""
        tokens, at = self._tokens, quantity.number.last
        word = tokens.word(at)
        factor = self._lex.numbers.attached.get(word.lower())
        if factor is None or not tokens.glued(at) or quantity.number.form != "digits" or word not in ("k", "K", "M", "m"):
            return quantity
        return self._rescaled(quantity, factor, at + 1)

    def _suffix(self, quantity: Quantity) -> int:
        """The token where a unit may start: after a glued hyphen (`5-mile`)."""
        tokens, at = self._tokens, quantity.last
        return at + 1 if tokens.low(at) == "-" and tokens.glued(at) and tokens.glued(at + 1) else at

    def _extended(self, quantity: Quantity, last: int, kind: str, unit: str) -> Quantity:
        return replace(quantity, last=last, end=self._tokens.ends[last - 1], kind=kind, unit=unit)

    def _age(self, quantity: Quantity) -> Quantity | None:
        """`52-year-old`, `aged 52`, `âgé de 52 ans`: in years, whatever unit it is told in."""
        units, tokens = self._lex.units, self._tokens
        before = units.before_age.before(tokens, quantity.first)
        found = units.age.after(tokens, self._suffix(quantity))
        named = units.after_name.after(tokens, quantity.last)
        if found is not None and (before is not None or not units.age_needs_word or found[1] < 0):
            aged = self._extended(quantity, found[0], "age", "a")
            parts = Decimal(abs(found[1]))
            return replace(aged, low=round(aged.low / parts, 4), high=round(aged.high / parts, 4))
        if self._apposition(quantity, named[0] if named is not None else quantity.last) and (
            named is not None or not units.age_needs_word
        ):
            return self._extended(quantity, named[0] if named is not None else quantity.last, "age", "a")
        if before is None or quantity.high > 120 or units.age_needs_word:
            return None
        if tokens.low(quantity.last) in self._lex.nouns.time or quantity.number.scale != ONE:
            return None
        return self._extended(quantity, quantity.last, "age", "a")

    def _apposition(self, quantity: Quantity, last: int) -> bool:
        """`Jane Doe, 45, said`: a whole number between commas after a capitalised name."""
        tokens, at = self._tokens, quantity.first - 1
        if tokens.low(at) != "," or tokens.low(last) not in (",", ".", ")") or quantity.number.form != "digits":
            return False
        plain, name = tokens.word(quantity.first), tokens.word(at - 1)
        if not (plain.isdigit() and name[:1].isupper() and name.isalpha() and name.lower() not in self._lex.nouns.time):
            return False
        full = tokens.word(at - 2)[:1].isupper()
        return (full and 1 <= quantity.low <= 110) or (tokens.low(last) == "," and 16 <= quantity.low <= 110)

    def _percent(self, quantity: Quantity) -> Quantity | None:
        found = self._lex.units.percent.after(self._tokens, self._suffix(quantity))
        return self._extended(quantity, found[0], "percent", found[1]) if found is not None else None

    def _money_after(self, quantity: Quantity) -> Quantity | None:
        """`5 €`, `20 usd`, `3 million Danish crowns`, `75 millions de dollars canadiens`, `12 cents`."""
        text, tokens = self._tokens.text, self._tokens
        match = self._lex.money_after.match(text, quantity.end)
        if match is not None and not self._belongs_to_next(match.end()):
            quantity = replace(quantity, last=self._token_after(match.end()), end=match.end())
            if match["scale"]:
                factor = self._lex.numbers.attached.get(match["scale"].lower(), MILLION)
                quantity = self._rescaled(quantity, factor, quantity.last)
            quantity = self._scale_after_code(quantity)
            code = match["code"] or match["strict"]
            name = code or self._lex.money_symbols[match["symbol"]]
            following = self._lex.money_after.match(text, quantity.end)
            second = self._code_in(following)
            if following is not None and second and name.startswith("?"):
                quantity = replace(quantity, last=self._token_after(following.end()), end=following.end())
                return self._currency(quantity, second, basis="code")
            return self._currency(quantity, name, basis="code" if code else "symbol")
        at = self._suffix(quantity)
        if tokens.low(at) in self._lex.units.of:
            at += 1 + (tokens.low(at + 1) == "'")
        country = self._lex.units.countries.after(tokens, at)
        place, at = (country[1], country[0]) if country is not None else ("", at)
        if tokens.low(at) in ("-",) and place:
            at += 1
        return self._minor(quantity, at) or self._named(quantity, at, place)

    def _scale_after_code(self, quantity: Quantity) -> Quantity:
        """`75 USD million`."""
        factor = self._lex.numbers.scales.get(self._tokens.low(quantity.last))
        if factor is None or quantity.number.scale != ONE:
            return quantity
        return self._rescaled(quantity, factor, quantity.last + 1)

    def _belongs_to_next(self, end: int) -> bool:
        """Whether a symbol is the next number's: it is written onto digits that follow (`20 $30`)."""
        text = self._tokens.text
        return text[end : end + 1].isdigit()

    def _minor(self, quantity: Quantity, at: int) -> Quantity | None:
        units, tokens = self._lex.units, self._tokens
        found = units.minor.after(tokens, at)
        if found is None or (tokens.low(at) in units.needs_scale and quantity.number.form != "digits"):
            return None
        extended = self._extended(quantity, found[0], "money", "")
        hundredth = replace(extended, low=extended.low * CENT, high=extended.high * CENT, minor=True)
        return self._currency(hundredth, found[1], basis="symbol")

    def _named(self, quantity: Quantity, at: int, place: str) -> Quantity | None:
        units, tokens = self._lex.units, self._tokens
        found = units.money.after(tokens, at)
        if found is None:
            return None
        word = tokens.low(at)
        if word in units.needs_scale and quantity.number.scale == ONE and not place:
            return None
        longer = units.names.after(tokens, at)
        if longer is not None and longer[0] > found[0]:  # pound-feet
            return None
        if word in units.weights and not place and quantity.number.scale == ONE and self._is_weight(quantity, found[0]):
            unit = units.weights[word]
            return self._extended(quantity, found[0], "measure", unit) if unit else None
        last = found[0]
        if not place:
            last, place = self._country_after(last)
        extended = self._extended(quantity, last, "money", "")
        return self._currency(extended, found[1], basis="symbol", country=place)

    def _country_after(self, last: int) -> tuple[int, str]:
        """`dollars canadiens`, `dollars de Hong Kong`: where the adjective ends and its country."""
        at = last + 1 if self._tokens.low(last) in self._lex.units.of else last
        country = self._lex.units.countries.after(self._tokens, at) if self._lex.nouns.head_first else None
        return country if country is not None else (last, "")

    def _is_weight(self, quantity: Quantity, last: int) -> bool:
        """Whether `pounds` weigh: a word of weighing before, `of` something after, or no Britain in the article."""
        tokens, units = self._tokens, self._lex.units
        before = tokens.lows[max(0, quantity.first - CUE_WINDOW) : quantity.first]
        if any(word in units.weight_cues for word in before) or tokens.low(last) in units.of:
            return True
        if tokens.low(last - 2) == "-":  # a 50-pound bag
            return True
        sterling = self._countries.get("GB", 0) or "£" in tokens.text
        return not sterling

    def _measure(self, quantity: Quantity) -> Quantity | None:
        units, tokens, at = self._lex.units, self._tokens, self._suffix(quantity)
        if tokens.low(at) in units.of and quantity.number.scale != ONE:
            at += 1 + (tokens.low(at + 1) == "'")
        found = units.names.after(tokens, at)
        if found is not None:
            return self._extended(quantity, found[0], "measure", found[1])
        symbol = units.symbols.after(tokens, at)
        if symbol is None or quantity.number.form not in ("digits", "vague"):
            return None
        word = tokens.word(at)
        spaced = not tokens.glued(at) or tokens.word(quantity.last) == "-"
        if word in units.glued_only and spaced and symbol[0] == at + 1:
            return None
        if word == "m" and not spaced and self._counts_millions(at + 1):
            return None
        return self._extended(quantity, symbol[0], "measure", symbol[1])

    def _counts_millions(self, at: int) -> bool:
        """Whether the m in `5m people` is million: a plural follows."""
        word, nouns = self._tokens.low(at), self._lex.nouns
        return word in nouns.plurals or (len(word) > 3 and word.endswith(nouns.plural) and word not in nouns.stops)

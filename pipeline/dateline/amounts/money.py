"""Money: a symbol, code or name before or after a number, with the scale and nationality written among them."""

import re
from dataclasses import replace
from decimal import Decimal

from dateline.amounts.currencies import resolve
from dateline.amounts.nouns import is_plural
from dateline.amounts.number import ONE, is_year
from dateline.amounts.quantity import Quantity, Scope

CENT = Decimal("0.01")
MILLION = Decimal("1e6")
BEFORE = 12  # characters a currency before a number can take: `U.S. $ -`
CUE_WINDOW = 6  # words before `pounds` that are searched for weighing
YEARS = range(1400, 2100)  # dollars 1994
SURELY_MONEY = 10_000  # after the singular, which headings have too: dollar 22500000
DECIMALS, DASHES = (",", "."), ("-", "–", "—")  # no cents: 99,- Euro
MINUS_AHEAD = ("-", " -", "(-")  # what stands before the symbol of a negative sum


def money_before(quantity: Quantity, scope: Scope, floor: int) -> Quantity | None:
    """`$5`, `US $5`, `MEUR 60`, `Rs 20 lakh`, `$5 US`, `$15 CAD`; `None` where no currency stands before.

    Args:
        quantity: the number.
        scope: its passage.
        floor: one past the last token of the quantity before it; a symbol before that is not this number's.
    """
    text, start = scope.tokens.text, scope.tokens.starts[quantity.number.first]
    after_last = scope.tokens.ends[floor - 1] if floor else 0
    match = scope.lex.money_before.search(text, max(after_last, start - BEFORE), start)
    if match is None or (match["strict"] is not None and match.end() != start):
        return _word_before(quantity, scope, floor)
    ahead = match.start() > after_last and text[max(0, match.start() - 2) : match.start()] in MINUS_AHEAD
    quantity = _scale_on_digits(quantity, scope).times(MILLION if match["mega"] else ONE)
    start, first = match.start() - ahead, quantity.first
    while first > 0 and scope.tokens.starts[first] > start:
        first -= 1
    quantity = replace(quantity, first=first, start=min(start, quantity.start))
    if (ahead or match["minus"]) and quantity.low > 0:
        quantity = replace(quantity, low=-quantity.high, high=-quantity.low)
    code = match["code"] or match["strict"] or (match["lower"] or "").upper()
    if code:
        return _as_money(quantity, code, scope, basis="code")
    return _completed(quantity, scope.lex.money_symbols[match["symbol"] or match["glued"]], scope)


def _completed(quantity: Quantity, name: str, scope: Scope) -> Quantity:
    """Money with a symbol, and what after it tells which one is meant: `$5 CAD`, `$76 US`, `5 $ usd`."""
    if name.startswith("?"):
        after = scope.lex.money_after.match(scope.tokens.text, quantity.end)
        code = _code_in(after, scope)
        if after is not None and code:
            quantity = replace(quantity, last=_token_after(after.end(), scope), end=after.end())
            return _as_money(quantity, code, scope, basis="code")
        country = scope.lex.units.countries.after(scope.tokens, quantity.last)
        if country is not None and scope.tokens.word(quantity.last).isupper():
            quantity = quantity.reaching(country[0], scope.tokens)
            return _as_money(quantity, name, scope, basis="symbol", country=country[1])
    return _as_money(quantity, name, scope, basis="symbol")


def _as_money(quantity: Quantity, name: str, scope: Scope, *, basis: str, country: str = "") -> Quantity:
    currency = resolve(name, basis=basis, country=country, families=scope.lex.families, countries=scope.countries)
    return replace(
        quantity,
        kind="money",
        unit=currency.code,
        candidates=currency.candidates,
        basis=currency.basis,
        name=currency.code if currency.basis in ("adjective", "code") else name,
    )


def _code_in(match: re.Match[str] | None, scope: Scope) -> str:
    """The ISO code a match is, in capitals or not (`$5 USD`, `5 $ usd`), else an empty string."""
    if match is None or match["scale"]:
        return ""
    symbol = match["symbol"] or ""
    return match["code"] or (scope.lex.money_symbols[symbol] if len(symbol) == 3 and symbol.isalpha() else "")


def _token_after(position: int, scope: Scope) -> int:
    """The first token that starts at or after a character."""
    starts = scope.tokens.starts
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if starts[middle] < position else (low, middle)
    return low


def _word_before(quantity: Quantity, scope: Scope, floor: int) -> Quantity | None:
    """`dollar 22.5 million`, `euro 500`: only before digits that no noun follows, or with a separator or a scale."""
    units, tokens = scope.lex.units, scope.tokens
    name = units.money.before(tokens, quantity.first)
    if (
        name is None
        or name[0] < floor
        or tokens.low(quantity.first - 1) in units.needs_scale
        or quantity.number.form != "digits"
    ):
        return None
    written = tokens.word(quantity.number.first)
    if quantity.number.scale == ONE and not any(mark in written for mark in ".,"):
        following, nouns = tokens.low(quantity.last), scope.lex.nouns
        ends = not following[:1].isalnum() or following in nouns.stops
        sum_of_money = is_plural(tokens.low(quantity.first - 1), nouns) and not is_year(quantity.low, YEARS)
        if not ends or not (sum_of_money or quantity.low >= SURELY_MONEY):
            return None
    return _as_money(quantity.starting(name[0], tokens), name[1], scope, basis="symbol")


def _scale_on_digits(quantity: Quantity, scope: Scope) -> Quantity:
    """`$5m`, `$100m.`: a letter written onto the digits of money."""
    tokens, at = scope.tokens, quantity.number.last
    factor = scope.lex.numbers.attached.get(tokens.low(at))
    if factor is None or quantity.number.form != "digits" or not tokens.glued(at):
        return quantity
    following = tokens.word(at + 2)
    dotted = tokens.low(at + 1) == "." and tokens.glued(at + 1) and following and not following[0].isupper()
    return quantity.scaled(factor, at + 2 if dotted else at + 1, tokens)


def money_after(quantity: Quantity, scope: Scope) -> Quantity | None:
    """`5 €`, `20 usd`, `3 million Danish crowns`, `75 millions de dollars canadiens`, `12 cents`."""
    text, tokens, units = scope.tokens.text, scope.tokens, scope.lex.units
    match = scope.lex.money_after.match(text, quantity.end)
    if match is not None and not text[match.end() : match.end() + 1].isdecimal():  # "20 $30"
        return _symbol_after(quantity, match, scope)
    at = scope.tokens.unit_at(quantity.last)
    if tokens.low(at) in units.of:
        at += 1 + (tokens.low(at + 1) == "'")
    elif tokens.low(at) in DECIMALS and tokens.low(at + 1) in DASHES and tokens.glued(at) and tokens.glued(at + 1):
        at += 2
    country = units.countries.after(tokens, at)
    at, place = country if country is not None else (at, "")
    at += bool(place) and tokens.low(at) == "-"
    packed = quantity.number.scale > ONE and not place  # 900 mdd, the millions and the dollars in one
    return (
        _minor(quantity, at, place, scope)
        or _named(quantity, at, place, scope)
        or (_named(quantity, quantity.number.last - 1, "", scope) if packed else None)
    )


def _symbol_after(quantity: Quantity, match: re.Match[str], scope: Scope) -> Quantity:
    """The number with the symbol or code that follows, and a scale before or after it: `3 Md€`, `75 USD million`."""
    last = _token_after(match.end(), scope)
    quantity = replace(quantity, last=last, end=match.end())
    if match["scale"]:
        quantity = quantity.scaled(scope.lex.numbers.attached.get(match["scale"].lower(), MILLION), last, scope.tokens)
    factor = scope.lex.numbers.scales.get(scope.tokens.low(last))
    if factor is not None and quantity.number.scale == ONE:
        quantity = quantity.scaled(factor, last + 1, scope.tokens)
    code = match["code"] or match["strict"]
    if code:
        return _as_money(quantity, code, scope, basis="code")
    return _completed(quantity, scope.lex.money_symbols[match["symbol"]], scope)


def _minor(quantity: Quantity, at: int, place: str, scope: Scope) -> Quantity | None:
    """`12 cents`, `118.5p`, `eight Canadian cents`: a hundredth of the currency."""
    units, tokens = scope.lex.units, scope.tokens
    found = units.minor.after(tokens, at)
    if found is None or (tokens.low(at) in units.needs_scale and quantity.number.form != "digits"):
        return None
    longer = units.names.after(tokens, at)
    if longer is not None and longer[0] > found[0]:  # centesimi di secondo
        return None
    quantity = replace(quantity.reaching(found[0], tokens).times(CENT), minor=True)
    return _as_money(quantity, found[1], scope, basis="symbol", country=place)


def _named(quantity: Quantity, at: int, place: str, scope: Scope) -> Quantity | None:
    """`5 million yen`, `three hundred Swiss francs`; words that are also other things need a scale or a country."""
    units, tokens = scope.lex.units, scope.tokens
    found = units.money.after(tokens, at)
    if found is None:
        return None
    last, word = found[0], tokens.low(at)
    if not place:
        last, place = _country_after(last, scope)
    bare = quantity.number.scale == ONE and not place
    longer = units.names.after(tokens, at)
    if (bare and _needs_scale(quantity, at, found[1], scope)) or (
        longer is not None and longer[0] > last
    ):  # pound-feet
        return None
    if bare and last == at + 1 and word in units.weights and _is_weight(quantity, last, scope):
        return replace(quantity.reaching(last, tokens), kind="measure", unit=units.weights[word])
    return _as_money(quantity.reaching(last, tokens), found[1], scope, basis="symbol", country=place)


def named_last(quantity: Quantity, last: int, scope: Scope) -> Quantity | None:
    """`90 million gold francs`, `300 extra euros`: money where the noun phrase ends in the name of a currency."""
    units, tokens = scope.lex.units, scope.tokens
    name, word = units.money.before(tokens, last), tokens.low(last - 1)
    if name is None or name[0] < quantity.last or scope.lex.nouns.head_first:
        return None
    if word in units.needs_scale or word in units.weights:
        return None
    return _as_money(quantity.reaching(last, tokens), name[1], scope, basis="symbol")


def _needs_scale(quantity: Quantity, at: int, name: str, scope: Scope) -> bool:
    """Whether a bare number before this word is no money: `10 marks`, but `10 marks` in an article on Germany is."""
    word = scope.tokens.low(at)
    if word not in scope.lex.units.needs_scale:
        return False
    nouns, units = scope.lex.nouns, scope.lex.units
    if word not in units.by_country or (nouns.told_by != "capital" and scope.tokens.word(at) != word):
        return True
    plural = nouns.told_by != "plural" or is_plural(word, nouns)
    if quantity.number.form == "digits" and not plural and quantity.low % 1 == 0:  # a threshold: the 50 mark
        return True
    if word in units.by_price and units.prices.isdisjoint(_words_before(quantity, scope)):
        return True
    homes = scope.lex.families[name[1:]].members if name[0] == "?" else (name[:2],)  # ISO 4217 begins with the country
    return not any(scope.countries.get(code) for code in homes)


def _words_before(quantity: Quantity, scope: Scope) -> list[str]:
    return scope.tokens.lows[max(0, quantity.first - CUE_WINDOW) : quantity.first]


def _country_after(last: int, scope: Scope) -> tuple[int, str]:
    """`dollars canadiens`, `dollars de Hong Kong`: where the adjective ends and its country."""
    if not scope.lex.nouns.head_first:
        return last, ""
    at = last + 1 if scope.tokens.low(last) in scope.lex.units.of else last
    return scope.lex.units.countries.after(scope.tokens, at) or (last, "")


def _is_weight(quantity: Quantity, last: int, scope: Scope) -> bool:
    """Whether `pounds` weigh: a word of weighing before, `of` something or a hyphen beside, no Britain around."""
    tokens, units = scope.tokens, scope.lex.units
    if (
        not units.weight_cues.isdisjoint(_words_before(quantity, scope))
        or tokens.low(last) in units.of
        or tokens.low(last - 2) == "-"
    ):
        return True
    modifier = scope.lex.qualifiers.before.before(tokens, quantity.first)
    if tokens.low((modifier[0] if modifier is not None else quantity.first) - 1) in units.prices:
        return False
    homes = scope.lex.families["pound"].homes
    return not any(scope.countries.get(code) for code in homes) and "£" not in tokens.text

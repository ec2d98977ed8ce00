"""What a number counts: money, percent, a unit of measure, an age. Counted nouns are left to `nouns`."""

from dataclasses import replace
from decimal import Decimal

from dateline.amounts.money import money_after, money_before
from dateline.amounts.nouns import is_plural
from dateline.amounts.number import HALF, HUNDRED, ONE, Number
from dateline.amounts.quantity import Quantity, Scope
from dateline.amounts.tokens import Tokens

OLDEST = 120  # years a person can be; `aged` before more than that is no age
NEAR = 10  # words before and after that tell degrees of an angle, points of a poll
WARMEST = 60  # degrees that are of weather, and of Celsius, where no angle is told
UNIT_MARKS = ("%", "-", "$", "€", "£", "°", "/")
DEGREE, CELSIUS = "deg", "Cel"
APART = frozenset(("", ".", "(", "/", ","))  # besides words in small letters, before a number whose unit is a letter
SENTENCE_ENDS = ("", ".", "!", "?", "«", "“", '"')
ADULT = 16  # a surname alone before a number between commas is followed by an age from here on


def attach(number: Number, scope: Scope, floor: int) -> Quantity:
    """The number with its currency, percent sign, unit or age, if it has one.

    Args:
        number: as read.
        scope: its passage.
        floor: one past the last token of the quantity before it.
    """
    low, high = number.low, number.high
    start, end = scope.tokens.starts[number.first], scope.tokens.ends[number.last - 1]
    quantity = Quantity(number, start, end, number.first, number.last, low, high)
    if number.form == "ratio":
        return _part_of_unit(quantity, scope) or replace(quantity, kind="ratio")
    quantity = _signed(quantity, scope, floor)
    return _with_half(
        money_before(quantity, scope, floor)
        or _age(quantity, scope)
        or _percent(quantity, scope)
        or money_after(quantity, scope)
        or _measure(quantity, scope)
        or _attached_scale(quantity, scope),
        scope,
    )


def _with_half(quantity: Quantity, scope: Scope) -> Quantity:
    """The quantity with the half after its unit: `tres kilómetros y medio`, not `3 km y media hora`."""
    tokens, nouns = scope.tokens, scope.lex.nouns
    half = scope.lex.numbers.halves.after(tokens, quantity.last)
    if half is None or quantity.kind not in ("money", "measure") or quantity.number.scale != ONE or quantity.minor:
        return quantity
    following = tokens.low(half[0])
    if following[:1].isalpha() and following not in nouns.stops:
        return quantity
    return replace(quantity.reaching(half[0], tokens), low=quantity.low + HALF, high=quantity.high + HALF)


def _signed(quantity: Quantity, scope: Scope, floor: int) -> Quantity:
    """The quantity with a minus before it applied: `minus 5`, `minus-5`, `-3`, never a hyphen or a dash of a range."""
    tokens, at, minus = scope.tokens, quantity.first - 1, scope.lex.numbers.minus
    if quantity.number.form != "digits":
        return quantity
    word = tokens.low(at)
    if word == "-" and tokens.glued(at + 1) and tokens.low(at - 1) in minus:
        at, word = at - 1, tokens.low(at - 1)
    dash = word == "-" and tokens.glued(at + 1) and not tokens.glued(at)
    spelled = word in minus and scope.lex.qualifiers.before.before(tokens, quantity.first) is None  # not "au moins 3"
    if at < floor or not (dash or spelled):
        return quantity
    return replace(quantity.starting(at, tokens), low=-quantity.high, high=-quantity.low)


def _percent(quantity: Quantity, scope: Scope) -> Quantity | None:
    found = scope.lex.units.percent.after(scope.tokens, scope.tokens.unit_at(quantity.last))
    if found is None and quantity.high <= HUNDRED:
        found = scope.lex.units.points.after(scope.tokens, quantity.last)
        if found is not None and scope.lex.units.polls.isdisjoint(_around(quantity, scope.tokens)):
            return None
    return _of_kind(quantity, "percent", found, scope) if found is not None else None


def _around(quantity: Quantity, tokens: Tokens) -> list[str]:
    return tokens.lows[max(0, quantity.first - NEAR) : quantity.last + NEAR]


def _of_kind(quantity: Quantity, kind: str, found: tuple[int, str], scope: Scope) -> Quantity:
    return replace(quantity.reaching(found[0], scope.tokens), kind=kind, unit=found[1])


def _age(quantity: Quantity, scope: Scope) -> Quantity | None:
    """`52-year-old`, `aged 52`, `Jane Doe, 52,`, `âgé de 52 ans`: in years, whatever unit it is told in."""
    units, tokens = scope.lex.units, scope.tokens
    found = units.age.after(tokens, tokens.unit_at(quantity.last))
    if _lone_age(quantity, scope):
        return _of_kind(quantity, "age", (found[0] if found is not None else quantity.last + 1, "a"), scope)
    if units.age_bracketed and _bracketed(quantity, scope):
        return _of_kind(quantity, "age", (quantity.last, "a"), scope)
    told = units.before_age.before(tokens, quantity.first) is not None
    told = told or _age_by_context(quantity, found[0] if found is not None else quantity.last, scope)
    sure = not units.age_needs_word or units.sure_age.after(tokens, tokens.unit_at(quantity.last)) is not None
    if found is not None and (told or sure):
        aged = _of_kind(quantity, "age", (found[0], "a"), scope)
        return replace(aged, low=round(aged.low / found[1], 4), high=round(aged.high / found[1], 4))
    named = units.after_name.after(tokens, quantity.last)
    last = named[0] if named is not None else quantity.last
    if (named is not None or not units.age_needs_word) and _apposition(quantity, last, scope):
        return _of_kind(quantity, "age", (last, "a"), scope)
    plain = quantity.number.scale == ONE and quantity.high <= OLDEST
    ends = not tokens.low(last)[:1].isalnum() and tokens.low(last) not in UNIT_MARKS  # "he was 79."
    dated = not units.age_needs_word and quantity.low >= ADULT and _goes_on(last, scope)  # she was 31 when
    if not told and (ends or dated):
        told = _age_is_told(quantity, scope)
    elif tokens.low(last) in scope.lex.qualifiers.and_words and quantity.low >= ADULT:  # he was about eighty and
        told = told or (_age_is_told(quantity, scope) and not tokens.low(last + 1)[:1].isdecimal())
    counts = units.age_needs_word and tokens.low(last)[:1].isalpha() and tokens.low(last) not in scope.lex.nouns.stops
    if told and plain and not counts and tokens.low(last) not in scope.lex.nouns.time:
        return _of_kind(quantity, "age", (last, "a"), scope)
    return None


def _lone_age(quantity: Quantity, scope: Scope) -> bool:
    """Whether years are an age by a word before them, no date row having taken them: `un pêcheur de 52 ans`."""
    units, tokens, first, last = scope.lex.units, scope.tokens, quantity.first, quantity.last
    if tokens.low(last) not in units.lone_age or any(tokens.taken[first : last + 1]) or not _is_plain(quantity.number):
        return False
    if scope.lex.nouns.told_by == "capital" and tokens.word(last + 1)[:1].isupper():  # mit 25 Jahren Erfahrung
        return False
    if tokens.low(first - 2)[:1].isdecimal() and tokens.low(first - 1).isalpha():  # de 18 à 25 ans
        first -= 2
    return units.weak_age.before(tokens, first) is not None


def _is_plain(number: Number) -> bool:
    return number.form in ("digits", "words") and number.scale == ONE and number.high <= OLDEST


def _bracketed(quantity: Quantity, scope: Scope) -> bool:
    """`Marta Klein (67) führt`: a whole number of a grown-up's years between a full name and a clause that goes on."""
    tokens, first, last = scope.tokens, quantity.first, quantity.last
    if tokens.low(first - 1) != "(" or tokens.low(last) != ")" or not tokens.low(first).isdecimal():
        return False
    names = tokens.words[max(0, first - 3) : first - 1]
    stops = scope.lex.nouns.stops  # das Bündnis (67)
    full = len(names) > 1 and all(name.istitle() and name.isalpha() and name.lower() not in stops for name in names)
    return full and ADULT <= quantity.low < OLDEST and not tokens.word(last + 1)[:1].isupper()


def _goes_on(last: int, scope: Scope) -> bool:
    """Whether what follows a bare age is when that was: `when`, a date, a preposition and a date."""
    tokens = scope.tokens
    dated = tokens.is_taken(last) or (tokens.is_taken(last + 1) and tokens.low(last) in scope.lex.nouns.stops)
    return dated or tokens.low(last) in scope.lex.units.after_age


def _age_is_told(quantity: Quantity, scope: Scope) -> bool:
    """Whether words like `he was`, `he was about` stand before the number."""
    modifier = scope.lex.qualifiers.before.before(scope.tokens, quantity.first)
    first = modifier[0] if modifier is not None else quantity.first
    return scope.lex.units.before_bare_age.before(scope.tokens, first) is not None


def _age_by_context(quantity: Quantity, last: int, scope: Scope) -> bool:
    """Whether weaker signs tell an age that no date row holds: `elle avait 33 ans.`, `…, à 96 ans.`, `At 33 he`."""
    units, tokens, number = scope.lex.units, scope.tokens, quantity.number
    if not _is_plain(number) or any(tokens.taken[number.first : number.last]):
        return False
    following = tokens.low(last)
    if last > number.last and units.before_bare_age.before(tokens, quantity.first) is not None:
        return not following[:1].isalpha() or following in units.after_age or tokens.taken[last]
    at = quantity.first - 1
    if tokens.low(at) not in units.at_age or quantity.low < ADULT or quantity.low % 1 != 0:
        return False
    if tokens.low(at - 1) == "," and last > number.last:
        return following in (",", ".", ";")
    return tokens.low(at - 1) in SENTENCE_ENDS and tokens.low(last + (following == ",")) in units.aged


def _apposition(quantity: Quantity, last: int, scope: Scope) -> bool:
    """Whether a whole number stands between commas after a capitalised name or a word for a person."""
    tokens = scope.tokens
    between = scope.lex.units.before_apposed.before(tokens, quantity.first)
    at = (between[0] if between is not None else quantity.first) - 1
    if tokens.low(at) != "," or tokens.low(last) not in (",", ".", ";") or quantity.low % 1 != 0:
        return False
    written, name = tokens.word(quantity.first), tokens.word(at - 1)
    grown = quantity.low >= ADULT or name in scope.lex.units.people
    spelled = quantity.number.form == "words" and grown  # Jane Doe, ninety-four,
    if not (written.isdecimal() or spelled) or not name.isalpha() or name.lower() in scope.lex.nouns.time:
        return False
    person = name in scope.lex.units.people
    full = person or tokens.word(at - 2)[:1].isupper()
    if not (person or name[:1].isupper()):
        return False
    return (0 if full else ADULT) < quantity.low < OLDEST and (full or tokens.low(last) == ",")


def _measure(quantity: Quantity, scope: Scope) -> Quantity | None:
    """`5 miles`, `60 km/h`, `2 millions de tonnes`, `36V`."""
    units, tokens = scope.lex.units, scope.tokens
    at = tokens.unit_at(quantity.last)
    if tokens.low(at) in units.of and (quantity.number.scale != ONE or quantity.number.form in ("vague", "nearly")):
        at += 1 + (tokens.low(at + 1) == "'")
    if quantity.number.form == "digits" and 0 < quantity.low < ONE and tokens.low(at) in units.of:
        return _part_of_unit(quantity, scope)
    found = units.names.after(tokens, at)
    if found is not None and found[1] == DEGREE and _is_warmth(quantity, scope):
        found = found[0], CELSIUS
    if found is not None and not (scope.lex.nouns.head_first and _hyphened(found[0], tokens)):
        return _of_kind(quantity, "measure", found, scope)  # but "un million de pieds-noirs"
    symbol = units.symbols.after(tokens, at)
    if symbol is None or quantity.number.form not in ("digits", "vague"):
        return None
    word, spaced = tokens.word(at), not tokens.glued(at) or tokens.word(quantity.last) == "-"
    if word in units.glued_only and spaced and symbol[0] == at + 1 and not _stands_apart(quantity, at, scope):
        return None
    if word == "m" and not spaced and is_plural(tokens.low(at + 1), scope.lex.nouns):  # 5m people
        return None
    return _of_kind(quantity, "measure", symbol, scope)


def _is_warmth(quantity: Quantity, scope: Scope) -> bool:
    """Whether degrees are of weather, not of an angle: `35 Grad in Karlsruhe`."""
    angles = scope.lex.units.angles
    return bool(angles) and abs(quantity.high) <= WARMEST and angles.isdisjoint(_around(quantity, scope.tokens))


def _stands_apart(quantity: Quantity, at: int, scope: Scope) -> bool:
    """Whether a letter after a blank is a unit: `a 60 W bulb`, `300 PS)`, no part of a name or a list (`5 W's`)."""
    tokens, before = scope.tokens, scope.tokens.word(quantity.first - 1)
    if tokens.words[at] not in scope.lex.units.spaced or not (before.islower() or before in APART):
        return False
    following = tokens.word(at + 1)
    return following in (".", ",", ";", ")") or following.islower()


def _part_of_unit(quantity: Quantity, scope: Scope) -> Quantity | None:
    """A part of a unit of measure: `two thirds of a mile`, `1/16 of a US pint`, `half an acre`."""
    tokens, at = scope.tokens, quantity.last
    at += tokens.low(at) in scope.lex.units.of
    if tokens.low(at) not in scope.lex.numbers.articles or scope.lex.nouns.head_first:
        return None
    country = scope.lex.units.countries.after(tokens, at + 1)
    found = scope.lex.units.names.after(tokens, country[0] if country is not None else at + 1)
    return _of_kind(quantity, "measure", found, scope) if found is not None else None


def _hyphened(at: int, tokens: Tokens) -> bool:
    return tokens.low(at) == "-" and tokens.glued(at)


def _attached_scale(quantity: Quantity, scope: Scope) -> Quantity:
    """`30k users`, `4.3M sales`: where no money is around, thousands and millions only."""
    tokens, at = scope.tokens, quantity.number.last
    factor = scope.lex.numbers.attached.get(tokens.low(at))
    if factor not in (Decimal("1e3"), Decimal("1e6")) or not tokens.glued(at) or len(tokens.word(at)) > 1:
        return quantity
    if quantity.number.form != "digits":
        return quantity
    quantity = quantity.scaled(factor, at + 1, tokens)
    return _measure(quantity, scope) or quantity  # 5m tonnes

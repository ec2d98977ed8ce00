"""Numbers that are no amounts: names, dates, scores, addresses, ordinals, identifiers."""

from dateline.amounts.lexicon import Lexicon
from dateline.amounts.noun_words import Nouns
from dateline.amounts.number import ONE, is_year
from dateline.amounts.quantity import Quantity
from dateline.amounts.ranges import SCORE
from dateline.amounts.tokens import Tokens

STREET_NAME = 5  # words of `avenida Nove de Julho`
YEARS = range(1000, 2201)  # a bare number of four digits here is a year
SMALL = 13  # below it a bare number without a noun is a list mark, a score or a pronoun more often than an amount
MARKS_BEFORE = frozenset("#@=_&/\\:*^~|№×")  # written onto the number they make an identifier, a clock time, a link
OPENERS = frozenset('.!?:…"“«—–•')  # what a sentence or clause starts after
SERIES = 3  # groups of two digits that make a telephone number
SEPARATORS = frozenset(".-/")
COMPASS = frozenset("NSEWO")
COMPASS = frozenset("NSEWO")  # after a degree or a number with decimals: coordinates
MARKS_AFTER = frozenset("/\\_@:=*^×")


def is_amount(quantity: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a number that counts something, or nothing known, is an amount rather than a name or a mark."""
    number = quantity.number
    if quantity.kind in ("money", "percent", "age", "ratio"):
        return True
    if (
        quantity.kind == SCORE
        or _is_degree(quantity, tokens)
        or (_in_word(quantity, tokens) and not lex.numbers.prefixed(tokens, quantity.first))
    ):
        return False
    cut = quantity.unit == "deg" or (not quantity.unit and number.low % 1 != 0)
    if cut and tokens.word(quantity.last) in COMPASS:  # 41.7325 N, 49.9469° W
        return False
    if quantity.kind == "measure":
        return True
    if _in_series(quantity, tokens) or _named(quantity, tokens, lex):
        return False
    if tokens.low(number.first) in lex.numbers.pronouns and number.last == number.first + 1:
        return bool(quantity.unit) and lex.nouns.after_one
    if number.high == 0 and (number.form == "words" or number.scale > ONE):  # zero-click searches
        return False
    if number.form == "words" and lex.units.percent.before(tokens, number.last) is not None:  # a bare "pour cent"
        return False
    return bool(quantity.unit) or _stands_alone(quantity, tokens, lex)


def _is_degree(quantity: Quantity, tokens: Tokens) -> bool:
    """`41.73 N, 49.95 W`: a latitude, a longitude."""
    number = quantity.number
    return tokens.word(number.last) in COMPASS and number.scale == ONE and number.low % 1 != 0


def _in_word(quantity: Quantity, tokens: Tokens) -> bool:
    """`G7`, `COVID-19`, `787s`, `16:30`, `[12]`, `2-1`, `555-1234`."""
    number = quantity.number
    first, last = quantity.first, quantity.last
    before, after = tokens.word(first - 1), tokens.word(last)
    if tokens.glued(first) and (before[-1:].isalnum() or before in MARKS_BEFORE):
        return True
    if tokens.glued(first) and before == "'" and not tokens.glued(first - 1):  # the '67 war, but d'11 hommes
        return True
    if tokens.glued(last) and (after[:1].isalpha() or (after in MARKS_AFTER and tokens.glued(last + 1))):
        return True
    if tokens.glued(first) and before in "-–." and tokens.glued(first - 1) and tokens.word(first - 2)[-1:].isalnum():
        return True
    if after in ("-", "–") and tokens.glued(last) and tokens.glued(last + 1):
        joined = tokens.word(last + 1)
        if joined[:1].isdigit() or (len(joined) == 1 and joined.isupper()):  # 2-1, 15-M
            return True
    return before in ("[", "(") and after in ("]", ")") and not quantity.unit and number.scale == ONE


def _in_series(quantity: Quantity, tokens: Tokens) -> bool:
    """Whether a number is one of three or more groups of two digits, as in `03 29 88 43 12` or `03. 29. 88`."""
    if len(tokens.word(quantity.first)) != 2 or quantity.last != quantity.first + 1:
        return False
    groups = 1
    for step in (-1, 1):
        at = quantity.first + step
        while groups < SERIES:
            at += step if tokens.word(at) in SEPARATORS else 0
            if not (tokens.word(at).isdigit() and len(tokens.word(at)) == 2):
                break
            groups, at = groups + 1, at + step
    return groups >= SERIES


def _named(quantity: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """`Channel 12`, `Galaxy 20 Ultra`, `11 Downing Street`, `Group of Seven`: only plain numbers name things."""
    number, nouns, first = quantity.number, lex.nouns, quantity.first
    written = tokens.word(number.first)
    if number.scale > ONE or quantity.bound != "exact" or number.form not in ("digits", "words"):
        return False
    if nouns.naming.before(tokens, first) is not None:
        return True
    if "." in written or "," in written:
        return False
    if written in nouns.identifiers:
        return True
    if not quantity.unit and nouns.naming_bare.before(tokens, first) is not None:
        return True
    if number.form == "words":
        return written[0].isupper() and not _sentence_start(tokens, first)
    return _after_name(quantity, tokens, nouns) or _address(quantity, tokens, nouns)


def _after_name(quantity: Quantity, tokens: Tokens, nouns: Nouns) -> bool:
    """Whether a capitalised word inside the sentence stands right before: `Boeing 747`, not `In April 20 people`."""
    before = tokens.word(quantity.first - 1)
    if not before[:1].isupper() or before.lower() in nouns.transparent or _sentence_start(tokens, quantity.first - 1):
        return False
    counts = bool(quantity.unit) and tokens.word(quantity.number.last).islower()
    if nouns.told_by == "capital" and quantity.unit:  # wurden in Bergen 300 Autos
        counts = tokens.low(quantity.first - 2) in nouns.transparent
    return not (counts and quantity.low >= SMALL)  # numbers below are spelled out in running text: Apollo 11 crews


def _address(quantity: Quantity, tokens: Tokens, nouns: Nouns) -> bool:
    """Whether a street or another capitalised name follows: `11 Downing Street`, `37, rue de la Paix`."""
    if tokens.low(quantity.first - 1) == "," and not quantity.unit and _in_street(tokens, quantity.first - 1, nouns):
        return True
    following = tokens.word(quantity.number.last)
    if following == ",":
        return tokens.low(quantity.number.last + 1) in nouns.named
    return following.lower() in nouns.named or (following[:1].isupper() and not quantity.unit)


def _in_street(tokens: Tokens, at: int, nouns: Nouns) -> bool:
    """Whether the name of a street ends at a token: `rua Augusta, 45`."""
    return any(low in nouns.named for low in tokens.lows[max(0, at - STREET_NAME) : at])


def _sentence_start(tokens: Tokens, index: int) -> bool:
    return index == 0 or tokens.low(index - 1) in OPENERS


def _stands_alone(quantity: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a number with nothing to count is still an amount: it is large, exact or qualified enough."""
    number = quantity.number
    if number.form in ("vague", "nearly") or number.scale > ONE:
        return True
    if quantity.bound == "range":  # 16-18 is an address or a score, 240 to 273 is not
        dashed = any(word in lex.qualifiers.dash for word in tokens.lows[quantity.first : quantity.last])
        round_ends = quantity.low % 10 == 0 == quantity.high % 10  # 200-300 were hurt
        return (round_ends or not dashed) and not (is_year(quantity.low, YEARS) and is_year(quantity.high, YEARS))
    written = tokens.word(number.first)
    if quantity.bound == "exact" and len(written) == 4 and written.isdigit() and is_year(number.low, YEARS):
        return False
    if tokens.low(quantity.last) in lex.nouns.ordinals:
        return False
    if any(_is_number(tokens, at, lex) for at in (quantity.first - 1, quantity.last)):
        return False  # a table, a telephone number, "nineteen ninety-four"
    list_mark = quantity.first == 0 and tokens.low(quantity.last) in ("", ".", ")", "-", ":")
    exact = number.form == "digits" and (lex.numbers.decimal in written or number.low % 1 != 0)
    return (number.low >= SMALL or exact) and not list_mark


def _is_number(tokens: Tokens, at: int, lex: Lexicon) -> bool:
    word = tokens.low(at)
    return (word[:1].isdecimal() and not tokens.taken[at]) or word in lex.numbers.cardinals

"""Articles before a currency: `a dollar a day` and `for a euro` are sums, `a dollar` alone is a word of the text."""

from dateline.amounts.lexicon import Lexicon
from dateline.amounts.number import ONE
from dateline.amounts.qualify import rate
from dateline.amounts.quantity import Quantity
from dateline.amounts.tokens import Tokens


def is_article(quantity: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether the number is an article (`un franc succès`) rather than a one (`un kilomètre`, `a dollar a day`)."""
    number, words = quantity.number, lex.numbers
    written = tokens.low(number.first)
    if number.form != "words" or number.low != ONE or number.last != number.first + 1 or written not in words.articles:
        return False
    if quantity.kind == "money":
        return not _is_price(quantity, tokens, lex)
    return quantity.kind not in ("measure", "percent", "age") or written not in words.cardinals


def _is_price(quantity: Quantity, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a rate follows, a rate of exchange, or a price word stands before and nothing goes on after."""
    at, units, bounds = quantity.last, lex.units, lex.qualifiers.before
    if rate(at, tokens, lex.qualifiers) is not None:
        return True
    if tokens.low(at) in units.exchange and tokens.low(at + 1)[:1].isdecimal():
        return True
    following = tokens.low(at)
    if following in ("-", "'") or (following[:1].isalpha() and following not in lex.qualifiers.and_words):
        return False
    return tokens.low(quantity.first - 1) in units.prices or bounds.before(tokens, quantity.first) is not None

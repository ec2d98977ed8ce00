"""Passages -> rows: fold, numbers, attach, nouns, ranges, qualifiers, context, rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dateline.amounts.articles import is_article
from dateline.amounts.attach import attach
from dateline.amounts.context import is_amount
from dateline.amounts.lexicon import Lexicon, lexicon, with_decimal
from dateline.amounts.mention import AmountMention
from dateline.amounts.money import named_last
from dateline.amounts.nouns import counted_noun, single_noun
from dateline.amounts.number import ONE, Number
from dateline.amounts.number_words import NumberWords
from dateline.amounts.particles import without_particle
from dateline.amounts.qualify import qualify_all
from dateline.amounts.quantity import Quantity, Scope
from dateline.amounts.ranges import join, link
from dateline.amounts.scan import find_numbers
from dateline.amounts.separators import voted_decimal
from dateline.amounts.series import share_units
from dateline.amounts.settle import settle
from dateline.amounts.tokens import Tokens, fold, tokenize
from dateline.amounts.windows import Counted
from dateline.amounts.words import has_grammar
from dateline.article import Passage

# The share of rows with the right value on NewsQuant's news sentences, rounded down; lower where these were few.
CONFIDENCE = {"money": 0.95, "percent": 0.98, "measure": 0.95, "age": 0.9, "ratio": 0.9, "count": 0.95}
UNSURE_CURRENCY = 0.85  # the sum is right, but which dollar or franc it is in was only assumed
NO_NOUN = 0.6  # 0.9 there, but about half on local news: house numbers, scores, ages told in passing
LINKS = 2  # tokens between the numbers of a list: `5, 10, or 15`
SMALL_WORD = 0.8  # `two countries`: right, but seldom what a reader looks for


def extract_amounts(
    passages: Sequence[Passage],
    *,
    taken: Sequence[tuple[int, int, int]],
    countries: Mapping[str, int] = {},
) -> list[AmountMention]:
    """The amounts of an article, passage by passage, from left to right.

    Args:
        passages: the article's passages; those in a language without a grammar give no rows.
        taken: sorted (passage, start, end) of its date and duration rows: numbers inside them are no amounts.
        countries: how often the article names each country (ISO 3166-1 alpha-2), for `$`, `dirham`, `franc`.
    """
    spans: dict[int, list[tuple[int, int]]] = {}
    for index, start, end in taken:
        spans.setdefault(index, []).append((start, end))
    folded = {index: fold(passage.text) for index, passage in enumerate(passages) if has_grammar(passage.language)}
    found: dict[int, list[Quantity]] = {}
    for language in dict.fromkeys(passages[index].language for index in folded):
        texts = {index: text for index, text in folded.items() if passages[index].language == language}
        lex = with_decimal(language, voted_decimal(texts.values(), usual=lexicon(language).numbers.decimal))
        for index, text in texts.items():
            found[index] = _amounts(Scope(tokenize(text, lex.token, spans.get(index, ())), lex, countries))
    rows: list[AmountMention] = []
    found = {index: found[index] for index in folded}  # in the order of reading
    for index, quantities in settle(found, [passage.text for passage in passages], countries).items():
        offset = len(rows)
        rows.extend(_row(quantity, index, offset) for quantity in quantities)
    return rows


def _amounts(scope: Scope) -> list[Quantity]:
    """The amounts of one passage, all steps done."""
    tokens, lex = scope.tokens, scope.lex
    found = _quantities(find_numbers(tokens, lex), scope)
    joined = share_units(join(found, tokens, lex), tokens, lex)
    qualified = [without_particle(each, tokens, lex) for each in qualify_all(joined, tokens, lex.qualifiers)]
    return link([quantity for quantity in qualified if is_amount(quantity, tokens, lex)], tokens, lex.qualifiers)


def _quantities(numbers: Iterable[Number], scope: Scope) -> list[Quantity]:
    """The numbers with what they count, without durations, dates, and digits inside words and units (`G7`, `m2`)."""
    found: list[Quantity] = []
    for number in numbers:
        floor = found[-1].last if found else 0
        if number.first < floor or _in_table(number, scope.tokens):
            continue
        quantity = _count(attach(number, scope, floor), scope)
        if quantity is None and scope.tokens.low(number.first) not in scope.lex.numbers.articles:
            _drop_listed(found, number, scope)
        elif quantity is not None and _is_free(quantity, scope.tokens, scope.lex.numbers):
            found.append(quantity)
    return found


def _in_table(number: Number, tokens: Tokens) -> bool:
    """Whether a number of one token stands between two others: nothing says what it counts."""
    if number.last != number.first + 1 or number.form != "digits":
        return False
    return tokens.low(number.first - 1).isdecimal() and tokens.low(number.last).isdecimal()


def _drop_listed(found: list[Quantity], number: Number, scope: Scope) -> None:
    """Take off the bare numbers that share the unit of a duration: the 5 and 10 of `5, 10 or 15 years`."""
    words, first = scope.lex.qualifiers, number.first
    links = {",", *words.to, *words.dash, *words.and_words, *words.or_words}
    while found and found[-1].kind == "count" and not found[-1].unit and found[-1].number.scale == ONE:
        gap = scope.tokens.lows[found[-1].last : first]
        if not gap or len(gap) > LINKS or not links.issuperset(gap):
            break
        first = found.pop().first


def _is_free(quantity: Quantity, tokens: Tokens, words: NumberWords) -> bool:
    """Whether the number is neither the end of a word nor a date; an age (`52-year-old`) never is a date."""
    number = quantity.number
    written_on = quantity.first == number.first and tokens.glued(number.first)
    if written_on and tokens.word(number.first - 1)[-1:].isalnum() and not words.prefixed(tokens, number.first):
        return False
    if quantity.kind == "age" or not any(tokens.taken[number.first : number.last]):
        return True
    alone = not (tokens.is_taken(number.first - 1) or tokens.is_taken(number.last))
    return alone and quantity.kind in ("money", "measure", "percent")  # a bare year is none before a unit: 1520 sq m


def _count(quantity: Quantity, scope: Scope) -> Quantity | None:
    """The quantity with its counted noun, `None` for a duration or a clock time."""
    tokens, lex = scope.tokens, scope.lex
    if is_article(quantity, tokens, lex):
        return None
    if quantity.kind == "ratio" and _of_time(quantity.last, tokens, lex):
        return None
    if quantity.kind:
        return quantity
    noun = _noun(quantity, scope)
    more = lex.qualifiers.after.after(tokens, quantity.last)
    if noun is None and more is not None:  # 500 or more people
        noun, quantity = counted_noun(tokens, quantity.number, more[0], lex), replace(quantity, bound=more[1])
    if noun is None:
        letter = tokens.low(quantity.last - 1)[0].isalpha() and tokens.glued(quantity.last - 1)
        letter = letter and quantity.number.form == "digits"
        letter = letter and quantity.last - 1 > quantity.number.first
        return None if letter else replace(quantity, kind="count", bound="exact")
    if noun.time:
        return None
    return named_last(quantity, noun.last, scope) or _with_noun(quantity, noun, tokens)


def _noun(quantity: Quantity, scope: Scope) -> Counted | None:
    """What a number counts; after `one` a singular, where it is no article and no pronoun."""
    tokens, lex, number = scope.tokens, scope.lex, quantity.number
    if number.last == number.first + 1 and tokens.low(number.first) in lex.numbers.pronouns and lex.nouns.after_one:
        return single_noun(tokens, quantity.last, lex.nouns)
    return counted_noun(tokens, number, quantity.last, lex)


def _of_time(at: int, tokens: Tokens, lex: Lexicon) -> bool:
    """Whether a ratio is one of a unit of time: `half a day`, `un quart d'heure`."""
    while tokens.low(at) == "'" or tokens.low(at) in lex.numbers.ratio.determiners:
        at += 1
    return tokens.low(at) in lex.nouns.time


def _with_noun(quantity: Quantity, noun: Counted, tokens: Tokens) -> Quantity:
    counted = quantity.reaching(noun.last, tokens)
    unit = tokens.text[tokens.starts[noun.first] : counted.end]
    return replace(counted, kind="count", unit=" ".join(unit.split()))


def _row(quantity: Quantity, passage: int, offset: int) -> AmountMention:
    bound = quantity.bound
    return AmountMention(
        passage=passage,
        start=quantity.start,
        end=quantity.end,
        confidence=_confidence(quantity),
        kind=quantity.kind,
        low=None if bound in ("at_most", "less_than") else _plain(quantity.low),
        high=None if bound in ("at_least", "more_than") else _plain(quantity.high),
        unit=quantity.unit,
        unit_candidates=quantity.candidates,
        unit_from=quantity.basis,
        bound=bound,
        per=quantity.per,
        direction=quantity.direction,
        vague=quantity.number.form == "vague",
        same_as=quantity.same_as + offset if quantity.same_as is not None else None,
    )


def _plain(value: Decimal) -> Decimal:
    """The number without exponent or trailing zeros: 5000000, not 5E+6."""
    return Decimal(f"{value.normalize():f}")


def _confidence(quantity: Quantity) -> float:
    if quantity.kind == "money" and quantity.basis == "default":
        return UNSURE_CURRENCY
    if quantity.kind != "count":
        return CONFIDENCE[quantity.kind]
    if not quantity.unit:
        return NO_NOUN
    small = quantity.number.form == "words" and quantity.high <= 12
    return SMALL_WORD if small else CONFIDENCE["count"]

"""The counted noun phrase after a number, told without a parser by closed classes and plural endings.

`530 Jewish children`, `1.2 million lightning strikes in`, `44 émigrants juifs marocains`. Where the words give no clear
head the noun stays empty: a wrong unit is worse than none.
"""

from dataclasses import replace

from dateline.amounts.lexicon import Lexicon
from dateline.amounts.noun_words import Nouns
from dateline.amounts.number import Number
from dateline.amounts.tokens import Tokens
from dateline.amounts.windows import Counted, noun_in_window

SINGLE = 3  # words of a singular noun phrase: `one big problem`


def is_plural(word: str, nouns: Nouns) -> bool:
    """Whether a lower-case word looks like the plural of a noun (or of an adjective that agrees with one)."""
    if word in nouns.plurals:
        return True
    return (
        len(word) > 3
        and word.endswith(nouns.plural)
        and not word.endswith(nouns.not_plural)
        and word not in nouns.stops
    )


def counted_noun(tokens: Tokens, number: Number, at: int, lex: Lexicon) -> Counted | None:
    """What the number that ends before token `at` counts.

    Args:
        tokens: the passage.
        number: the number; vague ones and large scales take an `of` (`dozens of`, `2 millions de`).
        at: the first token after the number.
        lex: the language.
    """
    nouns = lex.nouns
    if tokens.low(at) == "-":
        return _attributive(tokens, at, nouns) if tokens.glued(at) and tokens.glued(at + 1) else None
    if tokens.glued(at) and tokens.low(at)[:1].isalpha():
        return None
    if tokens.low(at) in lex.numbers.glued:  # חמישה לעשרה, five to ten
        return None
    definite = bool(nouns.definite) and tokens.low(at).startswith(nouns.definite)
    if definite and number.form != "vague" and tokens.low(at) not in nouns.plurals:  # القناة 12 الإخبارية
        return None
    several = number.form in ("vague", "nearly") or number.scale > 1
    if tokens.low(at) in nouns.of and (several or tokens.low(at - 1) in lex.numbers.vague):  # deux douzaines de
        at += 1 + (tokens.low(at + 1) == "'")
    extra = nouns.extra.after(tokens, at)
    if extra is not None:
        at = extra[0]
        if tokens.low(at) in nouns.of and number.form == "vague":
            at += 1
    found = _phrase(tokens, at, nouns) if nouns.told_by == "plural" else noun_in_window(tokens, at, nouns)
    return _with_listed(found, tokens, lex) if found is not None else None


def _with_listed(counted: Counted, tokens: Tokens, lex: Lexicon) -> Counted:
    """The noun phrase with what is counted together with it: `42 men, women and children`."""
    people, at = lex.nouns.listed, counted.last
    if tokens.low(at - 1) not in people:
        return counted
    while tokens.low(at) == "," and tokens.low(at + 1) in people:
        at += 2
    at += tokens.low(at) == ","
    if tokens.low(at) not in lex.qualifiers.and_words or tokens.low(at + 1) not in people:
        return counted
    return replace(counted, last=at + 2)


def single_noun(tokens: Tokens, at: int, nouns: Nouns) -> Counted | None:
    """What `one` before token `at` counts: up to three words that a stop word ends; `None` where it is a pronoun."""
    if not nouns.after_one or tokens.low(at - 2) in nouns.not_before_one:
        return None
    last = at
    while last - at <= SINGLE and tokens.low(last)[:1].isalpha() and not _ends(tokens, last, nouns):
        last += 1
    while last - at > 1 and tokens.low(last - 1).endswith(nouns.no_singular):  # one woman injured
        last -= 1
    word = tokens.low(last - 1)
    if not 0 < last - at <= SINGLE or tokens.glued(at) or any(low in nouns.not_one for low in tokens.lows[at:last]):
        return None
    if word.endswith(nouns.no_singular) or tokens.low(last) == "'" or is_plural(word, nouns):
        return None
    return Counted(at, last, word in nouns.time)


def _attributive(tokens: Tokens, at: int, nouns: Nouns) -> Counted | None:
    """`11-member`: the one word after the hyphen."""
    word = tokens.low(at + 1)
    if not word[:1].isalpha() or len(word) == 1 or word in nouns.stops or word in nouns.suffixes:
        return None
    return Counted(at + 1, at + 2, word in nouns.time or word in nouns.ordinals)


def _phrase(tokens: Tokens, at: int, nouns: Nouns) -> Counted | None:
    """The words from `at` up to the first plural, and the plurals that follow it."""
    first, modifiers = at, 0
    while at < len(tokens):
        word = tokens.lows[at]
        hyphened = _hyphened(tokens, at, nouns) if nouns.head_first else 0
        if hyphened:
            return Counted(first, _run(tokens, hyphened, nouns), tokens.lows[hyphened - 1] in nouns.time)
        if word in nouns.time and (at == first or tokens.lows[at - 1] in nouns.time_adjectives):
            return Counted(first, at + 1, True)
        if tokens.taken[at] or (word in nouns.stops and word not in nouns.joins):
            return None
        linked = tokens.low(at + 1) == "-" and tokens.glued(at + 1) and tokens.glued(at + 2)
        if word in nouns.joins and (at == first or tokens.low(at + 1) in nouns.stops):
            return None
        joined = tokens.low(at - 1) == "-" and tokens.glued(at)  # 500 Covid-19 tests
        model = at > first and word.isdecimal() and (joined or tokens.word(at + 1)[:1].isupper())  # new 737 Max jets
        if not (word[0].isalpha() or model) or (at == first and tokens.glued(at) and tokens.low(at - 1) != "'"):
            return None
        if nouns.apostrophe_plural and tokens.lows[at + 1 : at + 3] == ["'", "s"] and tokens.glued(at + 2):
            return Counted(first, at + 3, False)
        if linked or tokens.low(at + 1) == "'":
            at, modifiers = _compound(tokens, at), modifiers + 1
        elif is_plural(word, nouns) and (word not in nouns.attributive or _ends(tokens, at + 1, nouns)):
            last = at + 1 if word in nouns.closed else _run(tokens, at + 1, nouns)
            adjectives = tokens.lows[last - 1] in nouns.time_adjectives and tokens.low(last) in nouns.time
            return Counted(first, last, adjectives or tokens.lows[last - 1] in nouns.time)
        else:
            at, modifiers = at + 1, modifiers + 1
        if modifiers > nouns.modifiers:
            return None
    return None


def _hyphened(tokens: Tokens, at: int, nouns: Nouns) -> int:
    """One past a plural with hyphens (`pieds-noirs`, `porte-avions`, `chefs-d'œuvre`), 0 where there is none."""
    end = at + 1
    while tokens.low(end) == "-" and tokens.glued(end) and tokens.glued(end + 1) and tokens.low(end + 1)[:1].isalpha():
        end += 2
    if end == at + 1 or tokens.taken[at]:
        return 0
    if tokens.low(end) == "'" and tokens.glued(end + 1):
        end += 2
    return end if is_plural(tokens.lows[at], nouns) or is_plural(tokens.lows[end - 1], nouns) else 0


def _ends(tokens: Tokens, at: int, nouns: Nouns) -> bool:
    """Whether the noun phrase cannot go on at a token."""
    word = tokens.low(at)
    return not word[:1].isalpha() or word in nouns.stops or tokens.taken[at]


def _compound(tokens: Tokens, at: int) -> int:
    """The token after the joint of a compound (`first-team`) or after a possessive (`women's`, `players'`)."""
    if tokens.low(at + 1) == "'":
        return at + 3 if tokens.low(at + 2) == "s" and tokens.glued(at + 2) else at + 2
    return at + 2


def _run(tokens: Tokens, at: int, nouns: Nouns) -> int:
    """One past the plurals that follow the first: `sales offices`, `enfants juifs marocains`."""
    for _ in range(nouns.run):
        word = tokens.low(at)
        if not is_plural(word, nouns) or word in nouns.plurals or tokens.taken[at] or tokens.glued(at):
            break
        if word in nouns.time and nouns.head_first:
            break
        at += 1
    return at

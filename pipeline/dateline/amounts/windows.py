"""The counted noun where no plural ending tells it: by its place after the number, or by its capital letter.

`500 новых домов`, `٥٠٠ شخص`: the word after the number, past adjectives. `12 neue Häuser`: the first capital word.
"""

from dataclasses import dataclass

from dateline.amounts.noun_words import Nouns
from dateline.amounts.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Counted:
    """A noun phrase after a number.

    Attributes:
        first: its first token.
        last: one past its last token.
        time: whether its head is a unit of time, so that the whole is a duration, or it makes an ordinal of the number
            (`twenty-first`): no amount.
    """

    first: int
    last: int
    time: bool


def noun_in_window(tokens: Tokens, at: int, nouns: Nouns) -> Counted | None:
    """The noun phrase that starts at a token, in a language whose nouns stand out by place or by capital."""
    first = at
    while at < len(tokens) and at - first <= nouns.modifiers:
        word = tokens.lows[at]
        if word in nouns.time:
            return Counted(first, at + 1, True)
        if tokens.taken[at] or not word[0].isalpha() or word in nouns.stops:
            return None
        if word.startswith(nouns.not_starts) and word not in nouns.plurals:
            return None
        if at == first and tokens.glued(at) and tokens.low(at - 1) != "'":
            return None
        if _is_noun(tokens, at, nouns):
            return Counted(first, _end(tokens, at, nouns), False)
        if not word.endswith(nouns.adjectives):
            return None
        at += 1
    return None


def _is_noun(tokens: Tokens, at: int, nouns: Nouns) -> bool:
    """Whether the head stands here: a capital word, or one that is no adjective before another word."""
    if nouns.told_by == "capital":
        return tokens.words[at][0].isupper()
    if nouns.head_first or not tokens.lows[at].endswith(nouns.adjectives):
        return len(tokens.words[at]) > 1
    following = tokens.low(at + 1)
    return not following[:1].isalpha() or following in nouns.stops or tokens.taken[at + 1]


def _end(tokens: Tokens, at: int, nouns: Nouns) -> int:
    """One past the noun, with what a hyphen joins to it and, where adjectives follow, those that agree."""
    at += 1
    while tokens.low(at) == "-" and tokens.glued(at) and tokens.glued(at + 1) and tokens.low(at + 1)[:1].isalpha():
        at += 2
    for _ in range(nouns.run if nouns.head_first else 0):
        word = tokens.low(at)
        if not word.endswith(nouns.adjectives) or word in nouns.stops or at >= len(tokens) or tokens.taken[at]:
            break
        at += 1
    return at

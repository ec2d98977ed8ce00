"""Are two names one person's? Token by token, with hard conflicts that no likeness outweighs."""

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from dateline.persons.parsing import Name, Token
from dateline.persons.scripts import CACHE
from dateline.persons.tokens import Likeness, Match, match_tokens
from dateline.persons.words import inflection


class Verdict(IntEnum):
    """How two names stand to each other, worst to best."""

    CONFLICT = -1
    UNKNOWN = 0
    SUBSET = 1  # one has parts that the other leaves out
    VARIANT = 2
    SAME = 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """Verdict on two names and how alike their parts are on average, 0-1."""

    verdict: Verdict
    score: float


#: Least score of a token, and of the mean, by how far apart two names are written. Tuned on the dev halves of AIDA
#: (English) and SlavicNER (six languages), and on Wikidata names for the scripts.
_SAME_LANGUAGE = (0.80, 0.90)
_INFLECTED = (0.66, 0.84)
_OTHER_LANGUAGE = (0.64, 0.80)
_OTHER_SCRIPT = (0.66, 0.86)  # the mean .86: `Nuri al-Said` and `أنور السادات` have .855

#: With one family name, given names less alike than this are two persons, not two spellings.
_CLEARLY_DIFFERENT = 0.45
_SAME_FAMILY = 0.85

#: A token that is alike at least this much takes part in a name with initials.
_STRONG = 0.6

#: What initials and left-out parts take from the mean, so that a closer form of the name wins.
_INITIALS_PENALTY, _SUBSET_PENALTY, _SHORT_SUBSET_PENALTY = 0.05, 0.03, 0.08

#: Costs of another place in the name when tokens compete.
_MOVED = 0.02


def thresholds(one: Name, other: Name) -> tuple[float, float]:
    """Returns the least token score and the least mean score for two names to be spellings of one."""
    if one.script != other.script:
        return _OTHER_SCRIPT
    if one.language != other.language:
        return _OTHER_LANGUAGE
    return _INFLECTED if one.language in inflection().languages else _SAME_LANGUAGE


@lru_cache(CACHE)
def compare(one: Name, other: Name) -> Comparison:
    """Returns how two names stand to each other; symmetric."""
    if _differ(one, other):
        return Comparison(Verdict.CONFLICT, 0.0)
    if not one.tokens or not other.tokens:
        return Comparison(Verdict.UNKNOWN, 0.0)
    short, long = sorted((one, other), key=lambda name: (len(name.tokens), name.key, name.language))
    if len(short.tokens) == len(long.tokens) == 1 and (one.ordinal is None) != (other.ordinal is None):
        return Comparison(Verdict.UNKNOWN, 0.0)  # `Hassan` and `Hassan II`
    matches, places = _align(short, long)
    return _judge(short, long, matches, places)


def _differ(one: Name, other: Name) -> bool:
    """Tells whether ordinals, generations or middle initials forbid one person."""
    if None not in (one.ordinal, other.ordinal) and one.ordinal != other.ordinal:
        return True
    if one.generation and other.generation and one.generation != other.generation:
        return True
    return one.script == other.script and _middles_differ(one.tokens[1:-1], other.tokens[1:-1])


def _middles_differ(one: tuple[Token, ...], other: tuple[Token, ...]) -> bool:
    if not one or not other or not any(token.initial for token in (*one, *other)):
        return False
    return one[0].roman[:1] != other[0].roman[:1]


def _align(short: Name, long: Name) -> tuple[list[Match], list[int]]:
    """Returns the best match of each token of the shorter name in the longer, and where; family names choose first."""
    taken: set[int] = set()
    matches: list[Match] = []
    places: list[int] = []
    for at in reversed(range(len(short.tokens))):
        from_end = len(short.tokens) - at
        free = [place for place in reversed(range(len(long.tokens))) if place not in taken]
        found = [match_tokens(short.tokens[at], long.tokens[place], short, long) for place in free]
        moved = [_MOVED * (len(long.tokens) - place != from_end) for place in free]
        best = max(range(len(free)), key=lambda index: found[index].score - moved[index])
        taken.add(free[best])
        matches.append(found[best])
        places.append(free[best])
    return matches[::-1], places[::-1]


def _judge(short: Name, long: Name, matches: list[Match], places: list[int]) -> Comparison:
    scores = [match.score for match in matches]
    words = [match.score for match in matches if match.why is not Likeness.INITIAL]
    initials = len(words) < len(matches)
    if not words:
        return Comparison(Verdict.UNKNOWN, 0.0)
    mean = sum(words) / len(words)
    family_last = places[-1] == len(long.tokens) - 1
    if initials and 0.0 in scores:
        return Comparison(Verdict.CONFLICT, mean)
    least_token, least_mean = thresholds(short, long)
    if min(words) < least_token or mean < least_mean:
        clash = len(matches) > 1 and scores[-1] >= _SAME_FAMILY and family_last and min(words) < _CLEARLY_DIFFERENT
        return Comparison(Verdict.CONFLICT if clash else Verdict.UNKNOWN, mean)
    if places != sorted(places) and min(scores) < 0.96:
        return Comparison(Verdict.UNKNOWN, mean)  # turned round (`Xi Jinping`) only when spelled alike
    if initials and scores[-1] <= _STRONG:
        return Comparison(Verdict.UNKNOWN, mean)
    if len(short.tokens) == len(long.tokens):
        exact = all(match.why is Likeness.EQUAL for match in matches)
        penalty = _INITIALS_PENALTY if initials else 0.0
        return Comparison(Verdict.SAME if exact else Verdict.VARIANT, mean - penalty)
    if len(matches) == 1 or (initials and not family_last):
        return Comparison(Verdict.UNKNOWN, mean)
    return Comparison(Verdict.SUBSET, mean - (_SHORT_SUBSET_PENALTY if initials else _SUBSET_PENALTY))

"""How alike two name tokens sound: edit costs by hand within a script, learned ones across scripts."""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from dateline.persons.scripts import CACHE, sounds

_VOWELS = frozenset("aeiou'")

#: Sounds that languages write for each other; a sound may be in several.
_NEAR = (
    "bpfv",
    "vw",
    "dDtT",
    "kqgGXcC",
    "hXG",
    "szcSZCJjT",
    "jyJZGg",
    "lr",
    "mn",
    "yi",
    "wuo",
    "DzZ",
    "Cck",
    "Gg",
    "DTs",
)


@cache
def _substitution(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if (one in _VOWELS) != (other in _VOWELS):
        consonant = one if other in _VOWELS else other
        return 0.3 if consonant in "yw" else 0.5 if consonant in "hj" else 1.0
    if one in _VOWELS:
        return 0.12
    return 0.25 if any(one in near and other in near for near in _NEAR) else 1.0


def _omission(sound: str) -> float:
    if sound in _VOWELS:
        return 0.12
    return {"y": 0.25, "w": 0.25, "h": 0.35, "j": 0.45}.get(sound, 1.0)


@lru_cache(CACHE)
def sound_similarity(one: str, other: str) -> float:
    """Returns how alike two romanised tokens sound, 0-1; vowels count little, related consonants some."""
    left, right = sounds(one), sounds(other)
    if left == right:
        return 1.0
    if not left or not right:
        return 0.0
    row = [0.0]
    for sound in right:
        row.append(row[-1] + _omission(sound))
    for sound in left:
        omit = _omission(sound)
        previous, row = row, [row[0] + omit]
        for at, other_sound in enumerate(right):
            change = previous[at] + _substitution(sound, other_sound)
            row.append(min(change, previous[at + 1] + omit, row[at] + _omission(other_sound)))
    return max(0.0, 1 - row[-1] / max(_weight(left), _weight(right), 1.0))


def _weight(spoken: str) -> float:
    return sum(max(_omission(sound), 0.3) for sound in spoken)


#: Mean log-odds from which a pair of tokens is one name at 2 % false positives, by script (Wikidata tokens held out).
_THRESHOLDS = {"Hebr": 1.06, "Arab": 0.93, "Cyrl": 0.65}

#: What the threshold is on our scale, and the slopes to both sides of it.
_AT_THRESHOLD, _SLOPE_ABOVE, _SLOPE_BELOW = 0.82, 0.1, 0.45

#: Log-odds of what the tables leave out: a letter for none, and a letter for another.
_RARE_GAP, _RARE_PAIR = -4.0, -5.0

_UNITS = re.compile("sch|tch|[sckgptdz]h|ts|tz|ou|oo|ee|ck|qu|a[iyu]|e[iy]|[a-z']")

Costs = Mapping[tuple[str, str], float]


@cache
def _tables() -> Mapping[str, Costs]:
    source = files("dateline.persons") / "data" / "edit_costs.json"
    data = json.loads(source.read_text(encoding="utf-8"))
    return {
        script: {(key.partition("\t")[0], key.partition("\t")[2]): cost for key, cost in table.items()}
        for script, table in data.items()
        if script != "about"
    }


def has_learned_costs(script: str) -> bool:
    """Tells whether `learned_similarity` knows a script."""
    return script in _THRESHOLDS


@lru_cache(CACHE)
def learned_similarity(foreign: str, latin: str, script: str) -> float:
    """Returns how likely a token in another script (`Hebr`, `Arab`, `Cyrl`) and a Latin one are one name, 0-0.99."""
    excess = _log_odds(foreign.lower(), _latin_units(latin), _tables()[script]) - _THRESHOLDS[script]
    return max(0.0, min(0.99, _AT_THRESHOLD + excess * (_SLOPE_ABOVE if excess > 0 else _SLOPE_BELOW)))


@lru_cache(CACHE)
def _latin_units(token: str) -> tuple[str, ...]:
    """Returns the letters and digraphs of a token; the tables were learned on units without doubles."""
    units: list[str] = []
    for unit in _UNITS.findall(anyascii(token).lower()):
        if not (units and len(unit) == 1 and units[-1] == unit):
            units.append(unit)
    return tuple(units)


def _log_odds(foreign: str, latin: tuple[str, ...], costs: Costs) -> float:
    """Returns the best alignment's sum of log-odds, per letter of the mean length."""
    if not foreign or not latin:
        return _RARE_PAIR
    gaps = [costs.get(("", unit), _RARE_GAP) for unit in latin]
    row = [0.0]
    for gap in gaps:
        row.append(row[-1] + gap)
    for letter in foreign:
        skip = costs.get((letter, ""), _RARE_GAP)
        previous, row = row, [row[0] + skip]
        for at, unit in enumerate(latin):
            pair = previous[at] + costs.get((letter, unit), _RARE_PAIR)
            row.append(max(pair, previous[at + 1] + skip, row[at] + gaps[at]))
    return row[-1] / (0.5 * (len(foreign) + len(latin)))

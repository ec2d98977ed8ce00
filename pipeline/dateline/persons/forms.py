"""What persons.csv says of a person, from the forms of the name: best form, its parts, other scripts, aliases."""

import re
from collections import Counter
from collections.abc import Mapping

from dateline.entities.words import particles
from dateline.persons.parsing import Name, parse
from dateline.persons.words import name_words

_SPACES = re.compile(r"\s+")


def best_form(forms: Mapping[Name, int]) -> Name:
    """Returns the form that names the person best: full, in Latin letters, without initials, frequent, long."""
    return min(forms, key=lambda name: _rank(name, forms[name]))


def _rank(name: Name, count: int) -> tuple[bool, bool, int, int, int, str, str]:
    initials = sum(token.initial for token in name.tokens[:1])
    return (not name.is_full, name.script != "Latn", initials, -count, -len(name.tokens), name.clean, name.language)


def parts_of(best: Name, forms: Mapping[Name, int]) -> tuple[str, str]:
    """Returns (given name, family name), each '' when unknown; rulers and single names have no family name.

    The family name starts at the last part, with its particles; earlier where a lone form says so
    (`Sánchez` for Pedro Sánchez Castejón), and it is the first part where lone forms only ever repeat that (`Xi`).
    """
    words = _SPACES.split(best.clean)
    if not best.is_full:
        return "", ""
    if best.ordinal is not None:
        return " ".join(words[:-1]), ""
    while len(words) > 1 and parse(f"x {words[-1]}", best.language).generation:
        words = words[:-1]  # Jr
    lone = Counter({name.clean.lower(): count for name, count in forms.items() if not name.is_full})
    first = _family_start(words)
    if (
        lone[words[0].lower()] > lone[" ".join(words[first:]).lower()]
        and len(words) <= 3
        and _looks_family_first(words)
    ):
        return " ".join(words[1:]), words[0]
    for start in range(1, first):
        if lone[words[start].lower()] > lone[" ".join(words[first:]).lower()]:
            first = start
            break
    return " ".join(words[:first]), " ".join(words[first:])


#: Letters of the family names that stand first in Chinese and Korean names, at most (`Zhang`, `Jiang`; `Huang`).
_LONGEST_FIRST_FAMILY = 6


def _looks_family_first(words: list[str]) -> bool:
    return len(words[0]) <= _LONGEST_FIRST_FAMILY and (
        len(words) == 3 or "-" in words[-1] or words[0].lower() in name_words().family_first
    )


def _family_start(words: list[str]) -> int:
    first = len(words) - 1
    while first > 1 and words[first - 1].lower().strip("'") in particles():
        first -= 1
    return first


def aliases_of(forms: Mapping[Name, int]) -> tuple[str, ...]:
    """Returns every distinct form, most frequent first."""
    counts: Counter[str] = Counter()
    for name, count in forms.items():
        counts[name.clean] += count
    return tuple(sorted(counts, key=lambda form: (-counts[form], form)))


def native_forms(forms: Mapping[Name, int]) -> tuple[str, ...]:
    """Returns the most frequent full form of each script other than Latin, scripts in order."""
    scripts = sorted({name.script for name in forms} - {"Latn"})
    return tuple(best_form({name: n for name, n in forms.items() if name.script == script}).clean for script in scripts)

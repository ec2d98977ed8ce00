"""Grammar: a lexicon compiled, and the scan that finds its expressions in a passage.

A text is read once, word by word. The forms that can begin with a word are tried there, the longest match that its
context allows wins, and the modifiers to its left and right are taken in. What comes out are atoms; `compose` joins
them into ranges and dated times.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache

from dateline.dates.calendars import of_letters
from dateline.dates.forms import (
    NUMBER,
    RUN_ON,
    SHORT,
    TOKEN,
    YEAR,
    Edges,
    Form,
    Slot,
    alternatives,
    compile_form,
    key,
    runs_on,
)
from dateline.dates.guards import GUARDS, Site
from dateline.dates.lexicon import Lexicon, Rule, lexicon
from dateline.dates.meaning import BUILDERS, Meaning, Slots
from dateline.dates.modifiers import Modifiers, make_modifiers, modified
from dateline.dates.numbers import Numbers, make_numbers

SCAN = re.compile(rf"(?:https?://|www\.)\S+|{TOKEN.pattern}")
WINDOW = 40  # characters to the left that a condition or a modifier may look at: the longest are under 30
PROCLITIC = 6  # characters; the longest proclitics with their hyphen are under it
AND = "_and"  # the ending of a slot that repeats another for the second date of a list
GLUED = frozenset("$£€¥#@_/\\")  # 1984 in `$1984`, `#1984`, `/1984/` is no year

_YEAR = r"(?:1\d\d\d|20\d\d|2100)(?!\d|%|[.,]\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
NUMERIC = {
    "year": _YEAR,
    "hijri_year": r"1[34]\d\d(?!\d)",  # of the Islamic calendar, in news
    "hebrew_year": r"(?:ה')?ת[א-ת]{0,2}[\"”][א-ת]",
    "hebrew_day": r"(?:[א-טיכל]'|י[\"”][א-דזחט]|ט[\"”][וז]|כ[\"”][א-ט])",
    "year3": r"[1-9]\d\d(?!\d|%|[.,]\d)",
    "plain_year": r"(?:19\d[1-9]|19[1-9]0|200[1-9]|20[123]\d)(?!\d|%|[.,]\d)",
    "era_year": r"\d{1,4}(?!\d|[.,]\d)",
    "yy": r"\d\d(?!\d)",
    "yy19": r"[4-9]\d(?!\d)",
    "year0": r"(?:1\d|20)\d0",
    "yy0": r"[2-9]0",
    "mm": r"(?:1[0-2]|0[1-9])(?!\d)",
    "dd": r"(?:3[01]|[12]\d|0[1-9])(?!\d)",
    "m": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "d": rf"{_DAY}(?!\d)",
    "a": rf"{_DAY}(?!\d)",
    "b": rf"{_DAY}(?!\d)",
    "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
}
SHORTS = frozenset({SHORT})
LENGTHS = {  # the other numbers have two digits at most
    "year": frozenset({YEAR}),
    "plain_year": frozenset({YEAR}),
    "year0": frozenset({YEAR}),
    "year3": NUMBER,
    "era_year": NUMBER,
    "hijri_year": frozenset({YEAR}),
    "hebrew_day": frozenset("אבגדהוזחטיכל"),
}
LETTERED = frozenset({"hebrew_day", "hebrew_year"})  # numbers in Hebrew letters


@dataclass(frozen=True, slots=True)
class Atom:
    """An expression found in a passage, before ranges are joined and dates are anchored."""

    start: int
    end: int
    meaning: Meaning
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled grammar of one language."""

    words: Lexicon
    numbers: Numbers
    by_first: dict[str, tuple[tuple[Form, Rule], ...]]
    any_form: dict[str, re.Pattern[str]]
    contexts: dict[tuple[str, ...], re.Pattern[str]]
    modifiers: Modifiers
    capital: frozenset[str]
    weak: frozenset[str]
    cue: re.Pattern[str]
    soft_cue: re.Pattern[str]
    proclitics: tuple[str, ...]
    hung: re.Pattern[str]


@cache
def grammar(language: str) -> Grammar:
    """The compiled grammar of a language that `lexicon.languages()` names."""
    words = lexicon(language)
    numbers = make_numbers(**words.numbers)
    slots = _slots(words, numbers)
    filed: dict[str, list[tuple[Form, Rule]]] = defaultdict(list)
    for rule in words.rules:
        after = "|".join(rule.not_followed_by)
        for form in (compile_form(text, slots, after) for text in rule.forms):
            for first in form.first:
                filed[first].append((form, rule))
    conditions = {tuple(c) for rule in words.rules for c in (rule.preceded_by, rule.not_preceded_by) if c}
    return Grammar(
        words=words,
        numbers=numbers,
        by_first={first: tuple(forms) for first, forms in filed.items()},
        any_form={first: _any(forms) for first, forms in filed.items()},
        contexts={condition: left_context(condition, words.edges) for condition in conditions},
        modifiers=make_modifiers(words.modifiers, words.edges),
        capital=frozenset(words.spelling["capital"]),
        weak=frozenset(words.spelling["weak"]),
        cue=left_context(tuple(words.context["cue"]), words.edges),
        soft_cue=left_context(tuple(words.context["soft_cue"]), words.edges),
        proclitics=tuple(words.spelling.get("proclitics", ())),
        hung=re.compile(words.edges.proclitic),
    )


def left_context(texts: tuple[str, ...], edges: Edges) -> re.Pattern[str]:
    """A pattern that finds one of the words at the end of a window, with what stands around words there."""
    if not texts:
        return re.compile(r"(?!)")
    return re.compile(f"{edges.before}{alternatives(list(texts)).pattern}{edges.after}$")


def atoms(language: str, text: str, low: str) -> list[Atom]:
    """All expressions of a passage in reading order, none overlapping; `low` is `fold(text)`."""
    rules, found, at = grammar(language), list[Atom](), 0
    by_first, any_form = rules.by_first, rules.any_form
    for token in SCAN.finditer(low):
        for start in _starts(rules.proclitics, token):
            first = key(low[start : token.end()])
            if start < at or first not in by_first or not any_form[first].match(low, start):
                continue
            best = _best(rules, text, low, start, at, first)
            if best:
                at = best[-1].end
                found += [atom for atom in best if not atom.meaning.is_no_date]
                break
    return found


def _starts(proclitics: tuple[str, ...], token: re.Match[str]) -> list[int]:
    """Where a date can begin in a word: at its first letter, and behind what is written on it."""
    start, word = token.start(), token[0]
    return [start, *(start + len(one) for one in proclitics if word.startswith(one) and len(word) > len(one))]


def _best(rules: Grammar, text: str, low: str, start: int, floor: int, first: str) -> list[Atom]:
    """The longest match at a word that its context allows: one atom, or the two of a list (`June 5 and 10`)."""
    matches = [(form.pattern.match(low, start), form, rule) for form, rule in rules.by_first[first]]
    longest = sorted(((m.end(), m, form, rule) for m, form, rule in matches if m), key=lambda found: -found[0])
    for end, match, form, rule in longest:
        site = Site(text, low, start, end, floor, rules.words)
        if not _allowed(rules, rule, match, form, site):
            continue
        values = _values(rules, match, form, rule)
        meaning = BUILDERS[rule.means](values)
        if meaning is None:
            continue
        begin = start
        if rule.modifiers:
            begin, meaning = modified(rules.modifiers, meaning, low, start, end, floor, article=rule.article)
        hyphened = rules.modifiers.outside.search(low, max(floor, start - WINDOW), start)  # pre-1967
        hung = rules.hung.search(low, max(0, start - PROCLITIC), start)
        if begin == start and hyphened is None and hung is None and _glued(low, start, floor):
            continue
        site = site if begin == start else replace(site, start=begin)
        sure = GUARDS[rule.guard](site, meaning.modifiers) if rule.guard else 1.0
        if sure:
            return _listed(Atom(begin, end, meaning, sure), match, form, rule, values)
    return []


def _listed(atom: Atom, match: re.Match[str], form: Form, rule: Rule, values: Slots) -> list[Atom]:
    """The atom, cut in two where its form has a slot `…_and`: what follows it belongs to both dates."""
    names = [name for name, _ in form.groups]
    twins = [name for name in names if name.endswith(AND) and name in values]
    if not twins:
        return [atom]
    own = [name.removesuffix(AND) for name in twins]
    other = BUILDERS[rule.means]({**values, **dict(zip(own, map(values.__getitem__, twins), strict=True))})
    one = replace(atom, end=max(match.end(names.index(name) + 1) for name in own))
    start = min(match.start(names.index(name) + 1) for name in twins)
    return [one] if other is None else [one, Atom(start, atom.end, other, atom.sure)]


def _allowed(rules: Grammar, rule: Rule, match: re.Match[str], form: Form, site: Site) -> bool:
    left = site.left(WINDOW)
    if rule.preceded_by and not rules.contexts[rule.preceded_by].search(left):
        return False
    if rule.not_preceded_by and rules.contexts[rule.not_preceded_by].search(left):
        return False
    for group, (_, slot) in enumerate(form.groups, 1):
        if slot in rules.capital and match[group] is not None and site.text[slice(*match.span(group))].islower():
            return False
    listed = site.floor > 0 and site.low[site.floor : site.start] == ", "  # March, April and May
    if match[0] not in rules.weak or (rules.cue.search(left) and not listed):
        return True
    return (listed or bool(rules.soft_cue.search(left))) and not site.text[site.end + 1 : site.end + 2].isupper()


def _values(rules: Grammar, match: re.Match[str], form: Form, rule: Rule) -> Slots:
    values = dict(rule.constants)
    for text, (group, slot) in zip(match.groups(), form.groups, strict=True):
        if text is None:
            continue
        if slot == "n":
            values[group] = f"{rules.numbers.value(text):g}"
        elif slot == "day":
            values[group] = _digits(text) or rules.words.slots["day_word"][" ".join(text.split())]
        elif slot in LETTERED:
            values[group] = str(of_letters(text))
        elif slot in NUMERIC:
            values[group] = text
        else:
            values[group] = rules.words.slots[slot][" ".join(text.replace("- ", "-").split())]
    return values


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def _any(forms: list[tuple[Form, Rule]]) -> re.Pattern[str]:
    """Whether one of the forms matches: one test for the many words that begin no date after all."""
    return re.compile("|".join(form.pattern.pattern for form, _ in forms))


def _glued(low: str, start: int, floor: int) -> bool:
    """Whether the match hangs on what stands before it: `$1984`, `A-1984`, `3.1984`, but not the end of a range."""
    before = low[start - 1] if start else " "
    if before in GLUED or (before.isalnum() and not runs_on(before)):
        return True
    if before in ".,-–" and start > 1 and low[start - 2].isalnum():
        return start - 1 != floor and (before in "-–" or low[start - 2].isdigit())
    return False


def _slots(words: Lexicon, numbers: Numbers) -> dict[str, Slot]:
    slots = {name: Slot(pattern, LENGTHS.get(name, SHORTS)) for name, pattern in NUMERIC.items()}
    slots.update({name: alternatives(list(table)) for name, table in words.slots.items()})
    suffix = "|".join(map(re.escape, words.spelling["day_suffix"]))
    spelled = alternatives(list(words.slots["day_word"]))
    letter = rf"[^\W{RUN_ON}]" if runs_on("".join(words.slots["weekday"])) else r"\w"
    digits = rf"{_DAY}(?:{suffix})?(?!{letter}|[:/]\d|[.,]\d|%)"
    slots["day"] = Slot(f"(?:{digits}|{spelled.pattern})", spelled.first | SHORTS)
    slots["n"] = numbers.slot
    return slots

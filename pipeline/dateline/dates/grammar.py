"""Grammar: a lexicon compiled, and the scan that finds its expressions in a passage.

A text is read once, word by word. The forms that can begin with a word are tried there, the longest match that its
context allows wins, and the modifiers to its left and right are taken in. What comes out are atoms; `compose` joins
them into ranges and dated times.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import zip_longest

from dateline.dates.calendars import of_letters
from dateline.dates.forms import (
    ANY,
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

# Words, and in a group of their own addresses and numbers joined by more signs than a date has: 1/1/1/1, 192.168.0.1.
SCAN = re.compile(rf"((?:https?://|www\.)\S+|\d++([/.:-])\d++(?:\2\d++){{2,}})|{TOKEN.pattern}")
WINDOW = 40  # characters to the left that a condition or a modifier may look at: the longest are under 30
PROCLITIC = 6  # characters; the longest proclitics with their hyphen are under it
MEANINGS = 16_384  # what so many matches say is kept: newswire says the same over and over
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


@dataclass(frozen=True, slots=True, eq=False)
class Filed:
    """A form with the rule it belongs to.

    Attributes:
        form: the form.
        rule: the rule.
        preceded_by: what must stand before a match, `None` for no such condition.
        not_preceded_by: what must not.
        capital: the groups that count only with a capital.
        twins: the slots that name a second date of a list.
    """

    form: Form
    rule: Rule
    preceded_by: re.Pattern[str] | None
    not_preceded_by: re.Pattern[str] | None
    capital: tuple[int, ...]
    twins: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The forms that can begin with one word: by the word after it, and those that any word can follow."""

    by_second: dict[str, tuple[Filed, ...]]
    others: tuple[Filed, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The compiled grammar of one language."""

    words: Lexicon
    numbers: Numbers
    by_first: dict[str, Candidates]
    modifiers: Modifiers
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
    by_first: dict[str, list[Filed]] = defaultdict(list)
    for rule in words.rules:
        for form in _filed(rule, words, slots):
            for first in form.form.first:
                by_first[first].append(form)
    return Grammar(
        words=words,
        numbers=numbers,
        by_first={first: _candidates(forms) for first, forms in by_first.items()},
        modifiers=make_modifiers(words.modifiers, words.edges),
        weak=frozenset(words.spelling["weak"]),
        cue=left_context(tuple(words.context["cue"]), words.edges),
        soft_cue=left_context(tuple(words.context["soft_cue"]), words.edges),
        proclitics=tuple(words.spelling.get("proclitics", ())),
        hung=re.compile(words.edges.proclitic),
    )


def _filed(rule: Rule, words: Lexicon, slots: dict[str, Slot]) -> list[Filed]:
    after, capital = "|".join(rule.not_followed_by), words.spelling["capital"]
    before = left_context(rule.preceded_by, words.edges) if rule.preceded_by else None
    not_before = left_context(rule.not_preceded_by, words.edges) if rule.not_preceded_by else None
    filed = []
    for form in (compile_form(text, slots, after) for text in rule.forms):
        capitals = tuple(at for at, (_, slot) in enumerate(form.groups, 1) if slot in capital)
        twins = tuple(name for name, _ in form.groups if name.endswith(AND))
        filed.append(Filed(form, rule, before, not_before, capitals, twins))
    return filed


def left_context(texts: tuple[str, ...], edges: Edges) -> re.Pattern[str]:
    """A pattern that finds one of the words at the end of a window, with what stands around words there."""
    if not texts:
        return re.compile(r"(?!)")
    return re.compile(f"{edges.before}{alternatives(list(texts)).pattern}{edges.after}$")


def atoms(language: str, text: str, low: str) -> list[Atom]:
    """All expressions of a passage in reading order, none overlapping; `low` is `fold(text)`."""
    rules, found, at = grammar(language), list[Atom](), 0
    by_first, proclitics = rules.by_first, rules.proclitics
    tokens = list(SCAN.finditer(low))
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.lastindex is not None:
            continue
        word = token[0]
        for start in _starts(proclitics, token.start(), word) if proclitics else (token.start(),):
            tried = by_first.get(key(word[start - token.end() :] if proclitics else word))
            if tried is None or start < at:
                continue
            second = ANY if following is None else key(following[0])
            best = _best(rules, tried.by_second.get(second, tried.others), text, low, start, at)
            if best:
                at = best[-1].end
                found += [atom for atom in best if not atom.meaning.is_no_date]
                break
    return found


def _starts(proclitics: tuple[str, ...], start: int, word: str) -> list[int]:
    """Where a date can begin in a word: at its first letter, and behind what is written on it."""
    return [start, *(start + len(one) for one in proclitics if word.startswith(one) and len(word) > len(one))]


def _best(rules: Grammar, tried: tuple[Filed, ...], text: str, low: str, start: int, floor: int) -> list[Atom]:
    """The longest match at a word that its context allows: one atom, or the two of a list (`June 5 and 10`)."""
    matches = [(match, form) for form in tried if (match := form.form.pattern.match(low, start)) is not None]
    if len(matches) > 1:
        matches.sort(key=_length, reverse=True)
    for match, form in matches:
        site = Site(text, low, start, match.end(), floor, rules.words)
        atom = _atom(rules, form, match, site) if _allowed(rules, form, match, site) else None
        if atom is not None:
            return _listed(rules, atom, match, form)
    return []


def _length(found: tuple[re.Match[str], Filed]) -> int:
    return found[0].end()


def _atom(rules: Grammar, form: Filed, match: re.Match[str], site: Site) -> Atom | None:
    """The match with what it says and the modifiers around it; `None` where it is no date after all."""
    rule, start, low = form.rule, site.start, site.low
    _, meaning = _read(rules, form, match.groups())
    if meaning is None:
        return None
    begin = start
    if rule.modifiers:
        begin, meaning = modified(rules.modifiers, meaning, low, start, site.end, site.floor, article=rule.article)
    if begin == start and _glued(low, start, site.floor) and not _hung(rules, low, start, site.floor):
        return None
    sure = 1.0
    if rule.guard:
        site = site if begin == start else replace(site, start=begin)
        sure = GUARDS[rule.guard](site, meaning.modifiers)
    return Atom(begin, site.end, meaning, sure) if sure else None


def _hung(rules: Grammar, low: str, start: int, floor: int) -> bool:
    """Whether what the match hangs on may stand there: pre-1967, or a proclitic."""
    hyphened = rules.modifiers.outside.search(low, max(floor, start - WINDOW), start)
    return hyphened is not None or rules.hung.search(low, max(0, start - PROCLITIC), start) is not None


@lru_cache(maxsize=MEANINGS)
def _read(rules: Grammar, form: Filed, texts: tuple[str | None, ...]) -> tuple[Slots, Meaning | None]:
    """The values of the slots of a form, and what they mean."""
    values = _values(rules, texts, form)
    return values, BUILDERS[form.rule.means](values)


def _listed(rules: Grammar, atom: Atom, match: re.Match[str], form: Filed) -> list[Atom]:
    """The atom, cut in two where its form has a slot `…_and`: what follows it belongs to both dates."""
    if not form.twins:
        return [atom]
    names = [name for name, _ in form.form.groups]
    values, _ = _read(rules, form, match.groups())
    twins = [name for name in form.twins if name in values]
    if not twins:
        return [atom]
    own = [name.removesuffix(AND) for name in twins]
    twin = {**values, **dict(zip(own, map(values.__getitem__, twins), strict=True))}
    other = BUILDERS[form.rule.means](twin)
    one = replace(atom, end=max(match.end(names.index(name) + 1) for name in own))
    start = min(match.start(names.index(name) + 1) for name in twins)
    return [one] if other is None else [one, Atom(start, atom.end, other, atom.sure)]


def _allowed(rules: Grammar, form: Filed, match: re.Match[str], site: Site) -> bool:
    low, start = site.low, site.start
    left = max(0, start - WINDOW)
    if form.preceded_by is not None and not form.preceded_by.search(low, left, start):
        return False
    if form.not_preceded_by is not None and form.not_preceded_by.search(low, left, start):
        return False
    for group in form.capital:
        if match[group] is not None and site.text[slice(*match.span(group))].islower():
            return False
    if match[0] not in rules.weak:
        return True
    listed = site.floor > 0 and low[site.floor : start] == ", "  # March, April and May
    if rules.cue.search(low, left, start) and not listed:
        return True
    soft = listed or rules.soft_cue.search(low, left, start) is not None
    return soft and not site.text[site.end + 1 : site.end + 2].isupper()


def _values(rules: Grammar, texts: tuple[str | None, ...], form: Filed) -> Slots:
    values = dict(form.rule.constants)
    for text, (group, slot) in zip(texts, form.form.groups, strict=True):
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


def _candidates(forms: list[Filed]) -> Candidates:
    seconds = frozenset().union(*(form.form.second for form in forms))
    return Candidates(
        {second: tuple(f for f in forms if f.form.second & {second, ANY}) for second in seconds},
        tuple(form for form in forms if ANY in form.form.second),
    )


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
    slots.update({name: replace(slots[name], second=frozenset({ANY})) for name in LETTERED})
    slots.update({name: alternatives(list(table)) for name, table in words.slots.items()})
    suffix = "|".join(map(re.escape, words.spelling["day_suffix"]))
    spelled = alternatives(list(words.slots["day_word"]))
    letter = rf"[^\W{RUN_ON}]" if runs_on("".join(words.slots["weekday"])) else r"\w"
    digits = rf"{_DAY}(?:{suffix})?(?!{letter}|[:/]\d|[.,]\d|%)"
    suffixes = frozenset(TOKEN.findall(" ".join(words.spelling["day_suffix"])))
    slots["day"] = Slot(f"(?:{digits}|{spelled.pattern})", spelled.first | SHORTS, spelled.second | suffixes)
    slots["n"] = numbers.slot
    return slots

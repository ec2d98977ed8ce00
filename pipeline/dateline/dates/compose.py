"""Compose: neighbouring atoms that are one expression become one: ranges, dated times, years lent to what lacks one."""

import re
from dataclasses import dataclass, replace
from functools import cache

from dateline.dates.forms import alternatives
from dateline.dates.grammar import Atom
from dateline.dates.lexicon import lexicon
from dateline.dates.meaning import Meaning
from dateline.dates.periods import finer

DASH = r"[-–—]"
OPEN = frozenset({"since", "until"})  # `since 1961` becomes an end of `since 1961 until 1967`
WINDOW = 20  # characters that `between the ` or `from ` may take


@dataclass(frozen=True, slots=True)
class Joints:
    """What joins two atoms in one language, from the table `join` of its lexicon."""

    to: re.Pattern[str]
    opening: re.Pattern[str]
    pair: re.Pattern[str]
    pair_opening: re.Pattern[str]
    at: re.Pattern[str]
    listed: re.Pattern[str]


@cache
def joints(language: str) -> Joints:
    """The joints of a language."""
    words = {name: alternatives(texts).pattern for name, texts in lexicon(language).join.items()}
    before, after = lexicon(language).edges.before, lexicon(language).edges.after
    return Joints(
        to=re.compile(rf" {{0,2}}{DASH} {{0,2}}| {{1,2}}{words['to']}{after}"),
        opening=re.compile(rf"{before}({words['opening']}){after}$"),
        pair=re.compile(rf" {{1,2}}{words['pair']}{after}"),
        pair_opening=re.compile(rf"{before}({words['pair_opening']}){after}$"),
        at=re.compile(rf",? {{1,2}}(?:{words['at']}{after})?"),
        listed=re.compile(rf",? {{1,2}}{words['listed']}{after}"),
    )


def compose(language: str, low: str, atoms: list[Atom]) -> list[Atom]:
    """The atoms of a passage with ranges and dated times joined, in reading order."""
    words, done = joints(language), list[Atom]()
    for atom in atoms:
        floor = done[-2].end if len(done) > 1 else 0
        joined = _joined(words, low, done[-1], atom, floor) if done else None
        if joined is None:
            done.append(atom)
        else:
            done[-1] = joined
    return _listed(words, low, done)


def lend_year(to: Meaning, source: Meaning) -> Meaning:
    """`to` with the year of `source` if it names none and lies earlier in the year: `March and May 1961`."""
    lacks = to.year is None and to.index is not None and to.steps is None and to.which is None
    if lacks and source.index is not None and source.end is None:
        before = (to.index or 0, to.day or 0) <= (source.index, source.day or 0)
        if source.year is not None:
            return replace(to, year=source.year if before else source.year - 1)
        if source.steps is not None and before:
            return replace(to, steps=source.steps, base=source.base)
    return to


def _listed(words: Joints, low: str, atoms: list[Atom]) -> list[Atom]:
    """The atoms with month and year of the last of a list lent to those before it: `in March, April and May 1961`."""
    done, listing = list(atoms), False
    for at in range(len(done) - 1, 0, -1):
        one, other = done[at - 1], done[at]
        ends = words.listed.fullmatch(low, one.end, other.start) is not None
        listing = ends or (listing and low[one.end : other.start] == ", ")
        if listing and one.meaning.monthless and (other.meaning.day or 0) > (one.meaning.day or 0):  # 3. und 5. Mai
            lender = other.meaning
            done[at - 1] = replace(
                one, meaning=replace(one.meaning, index=lender.index, year=lender.year, base=lender.base)
            )
        elif listing and one.meaning.grain == other.meaning.grain:
            done[at - 1] = replace(one, meaning=lend_year(one.meaning, other.meaning))
    return done


def _joined(words: Joints, low: str, one: Atom, other: Atom, floor: int) -> Atom | None:
    if one.meaning.monthless or other.meaning.monthless:
        return None
    if other.start - one.end > WINDOW or one.meaning.fixed or other.meaning.fixed or one.meaning.end is not None:
        return None
    dated = _dated_time(one, other) if words.at.fullmatch(low, one.end, other.start) else None
    if dated is not None:
        return dated
    left = max(floor, one.start - WINDOW)
    if words.to.fullmatch(low, one.end, other.start):
        opening = words.opening.search(low, left, one.start)
    elif words.pair.fullmatch(low, one.end, other.start):
        opening = words.pair_opening.search(low, left, one.start)
        if opening is None:
            return None
    else:
        return None
    if one.meaning.grain is None or other.meaning.grain is None or other.meaning.end is not None:
        return None
    if one.meaning.clock and not other.meaning.clock:  # to 10 p.m. Monday through Friday
        return None
    if opening is None and one.meaning.grain != other.meaning.grain:
        return None
    start = one.start if opening is None else opening.start(1)
    return replace(one, start=start, end=other.end, meaning=_range(one.meaning, other.meaning))


def _range(one: Meaning, other: Meaning) -> Meaning:
    one, end = (replace(side, modifiers=tuple(m for m in side.modifiers if m not in OPEN)) for side in (one, other))
    if end.year is None and one.year is not None and end.index is not None and end.steps is None:
        later = (end.index, end.day or 0) >= (one.index or 0, one.day or 0)
        end = replace(end, year=one.year if later else one.year + 1)
    return replace(lend_year(one, end), end=end)


def _dated_time(one: Atom, other: Atom) -> Atom | None:
    """`Friday` and `3 p.m.`, in either order, as one time; a part of the day yields to the hour."""
    day, time = (one, other) if other.meaning.grain is None else (other, one)
    if time.meaning.grain is not None or day.meaning.grain is None or finer("D", day.meaning.grain):
        return None
    if day.meaning.clock[1:2].isdigit() or day.meaning.end is not None:
        return None
    meaning = replace(day.meaning, type="time", clock=time.meaning.clock)
    if time.meaning.end is not None:
        meaning = replace(meaning, end=replace(meaning, clock=time.meaning.end.clock))
    return Atom(one.start, other.end, meaning, min(one.sure, other.sure))

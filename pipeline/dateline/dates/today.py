"""Today: whether `heute` is the day of publication or nowadays, where a language uses one word for both."""

from dataclasses import replace

from dateline.dates.grammar import Atom
from dateline.dates.meaning import Meaning

BASE = "today"
# Characters of an article for each other day near its publication that it names: a report tells of yesterday and of
# Friday where an essay of that length tells of its times. Daily papers stay below it, weeklies are far above.
ROOM = 1500


def settled(passages: list[list[Atom]], size: int) -> list[list[Atom]]:
    """The atoms of an article of `size` characters, each `today` that may be either now one of the two."""
    everything = [atom.meaning for some in passages for atom in some]
    if not any(meaning.base == BASE for meaning in everything):
        return passages
    nowadays = size > ROOM * (1 + sum(map(_near, everything)))
    return [[_settle(atom, nowadays) for atom in some] for some in passages]


def _settle(atom: Atom, nowadays: bool) -> Atom:
    if atom.meaning.base != BASE:
        return atom
    meaning = Meaning(fixed="PRESENT_REF") if nowadays else replace(atom.meaning, base="published")
    return replace(atom, meaning=meaning)


def _near(meaning: Meaning) -> bool:
    """Whether it is a day told from the day of publication, or an hour."""
    if meaning.clock[1:2].isdigit():
        return True
    told = meaning.steps is not None and meaning.base == "published"
    return meaning.grain == "D" and meaning.index is None and (told or meaning.weekday is not None)

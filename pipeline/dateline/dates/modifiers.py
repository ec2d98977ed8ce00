"""Modifiers: what stands beside an expression and narrows it: `early`, `about`, `more than`, `before`, `onward`."""

import re
from dataclasses import dataclass, replace

from dateline.dates.forms import Edges, alternatives
from dateline.dates.meaning import Meaning

LEFT = ("date", "duration", "outside")
WINDOW = 30  # characters; the longest modifier is `toward the beginning of the `


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The modifiers of one language.

    Attributes:
        inside: to the left, part of the span, by what they modify (`date`, `duration`).
        article: to the left of those, part of the span of what asks for it.
        outside: prepositions to the left, not part of the span.
        after: to the right, part of no span either.
    """

    inside: dict[str, re.Pattern[str]]
    article: re.Pattern[str]
    outside: re.Pattern[str]
    after: re.Pattern[str]


def make_modifiers(tables: dict[str, dict[str, list[str]]], edges: Edges) -> Modifiers:
    """Compiles the `modifiers` tables of a lexicon."""
    left = {kind: re.compile(rf"{edges.before}(?:{_choice(tables[kind])})(?:{edges.after}|-)$") for kind in LEFT}
    return Modifiers(
        inside={kind: left[kind] for kind in ("date", "duration")},
        article=re.compile(rf"{edges.before}(?:{_choice(tables.get('article', {}))})(?:{edges.after})$"),
        outside=left["outside"],
        after=re.compile(rf",? {{0,2}}(?:{_choice(tables['after'])})(?!\w)"),
    )


def modified(
    words: Modifiers, meaning: Meaning, low: str, start: int, end: int, floor: int, *, article: bool
) -> tuple[int, Meaning]:
    """The start and meaning with the modifiers around `low[start:end]` taken in, none reaching left of `floor`."""
    if meaning.type == "set" or (meaning.fixed and meaning.type == "date"):
        return start, meaning
    kind = "duration" if meaning.type == "duration" or meaning.counted else "date"
    found = list(meaning.modifiers)
    while match := words.inside[kind].search(low, max(floor, start - WINDOW), start):
        found[:0] = _names(match)
        start = match.start(match.lastgroup or 0)
    opening = words.article.search(low, max(floor, start - WINDOW), start) if article else None
    start = start if opening is None else opening.start()
    if meaning.type != "duration" and not low.startswith("'s", end):  # `after Friday's vote` is not after Friday
        beside = words.outside.search(low, max(floor, start - WINDOW), start) or words.after.match(low, end)
        found += [] if beside is None else _names(beside)
    return start, replace(meaning, modifiers=tuple(dict.fromkeys(found))) if found else meaning


def _choice(table: dict[str, list[str]]) -> str:
    """Alternatives with the modifier as group name; the longest words first across modifiers."""
    ordered = sorted(table.items(), key=lambda entry: -max(map(len, entry[1])))
    return "|".join(f"(?P<{name}>{alternatives(texts).pattern})" for name, texts in ordered) or "(?!)"


def _names(match: re.Match[str]) -> list[str]:
    name = match.lastgroup or ""
    return [] if name == "none" else name.split("_to_")

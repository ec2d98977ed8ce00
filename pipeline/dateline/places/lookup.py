"""From a span to the places it may stand for, trying the span as it is and then what is left without its trimmings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.places.context import Context, context
from dateline.places.gazetteer import CODE, DEMONYM, Candidate, gazetteer, strong_names
from dateline.places.model import Kind
from dateline.places.names import fold
from dateline.places.scan import Hit, is_demonym, scan, starts

_PARTS = re.compile(r"\s*[,،/;]\s*|[-‑–]|\s+(?:and|et|und|y)\s+")
_FIRST_WORD = re.compile(r"[^\W\d_]+\.?[ \u00a0]+")
_EDGE = " \t\u00a0.,;:!?\"“”«»()[]"


@dataclass(frozen=True, slots=True)
class Found:
    """What a look-up gave: the folded name, the places of that name (likeliest first), whether it is a demonym."""

    key: str
    candidates: tuple[Candidate, ...]
    demonym: bool


def strong_candidates(text: str, hit: Hit) -> Found:
    """Return the places of a name that the scan found."""
    surface = text[hit.start : hit.end]
    return Found(hit.key, _suitable(hit.key, surface, text[hit.end : hit.end + 1], hit.demonym), hit.demonym)


def look_up(text: str, start: int, end: int, people: bool, language: str) -> Iterator[tuple[int, int, Found]]:
    """Yield the names in a span that NER saw, each with where it is and its places.

    One as a rule; two for `Paris, France` or `Israel-Morocco` when the whole is in no list. A name in no list comes
    back without candidates; a people in no list does not come back.
    """
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE.replace(".", ""):
        end -= 1
    found = _trimmed(text, start, end, people, language)
    if found is not None:
        yield found
        return
    hits = scan(text[start:end], language)
    parts = list(_parts(text, start, end))
    if len(parts) > 1:
        whole = [_trimmed(text, a, b, people, language) for a, b in parts]
        known = [part for part in whole if part is not None]
        if known:
            yield from known
            return
    if hits:
        yield from ((start + h.start, start + h.end, strong_candidates(text[start:end], h)) for h in hits)
    elif not people and start < end:
        yield start, end, Found(fold(text[start:end]), (), False)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for match in _PARTS.finditer(text, start, end):
        if match.start() > left:
            yield left, match.start()
        left = match.end()
    if left < end:
        yield left, end


def _trimmed(text: str, start: int, end: int, people: bool, language: str) -> tuple[int, int, Found] | None:
    """Return the span as a known name, less what stands before it or behind it; None when nothing fits."""
    follows = text[end : end + 1]
    for begin in starts(text, start, start, end, language):
        found = _known(text[begin:end], follows, people, language)
        if found is not None:
            return begin, end, found
    words = context(language)
    begin = _after_modifiers(text, start, end, words)
    if begin > start:
        found = _known(text[begin:end], follows, people, language)
        if found is not None:
            return begin, end, found
    shorter = _before_suffix(text[begin:end], words)
    found = _known(shorter, "", people, language) if shorter else None
    if found is not None:
        return begin, begin + len(shorter), found
    return None


def _after_modifiers(text: str, start: int, end: int, words: Context) -> int:
    begin = start
    while True:
        rest = text[begin:end].lower()
        longest = max((m for m in words.modifiers if rest.startswith(m) and rest[len(m) : len(m) + 1] in (" ", "-")), key=len, default="")
        if not longest:
            return begin
        begin += len(longest) + 1


def _before_suffix(name: str, words: Context) -> str:
    lowered = name.lower()
    for suffix in words.suffixes:
        if lowered.endswith(" " + suffix):
            return name[: -len(suffix) - 1]
    return ""


def _known(surface: str, follows: str, people: bool, language: str) -> Found | None:
    key = fold(surface)
    candidates = _suitable(key, surface, follows, people)
    if not candidates:
        return None
    return Found(key, candidates, candidates[0].role == DEMONYM or (people and is_demonym(key, language)))


@lru_cache(maxsize=1 << 14)
def _suitable(key: str, surface: str, follows: str, people: bool) -> tuple[Candidate, ...]:
    """Return the places of a name that fit how it is written.

    A people needs a demonym or a strong name, a place prefers what is no demonym; codes need capitals or a full stop.
    """
    named = gazetteer().named(key)
    if not _like_code(surface, follows):
        named = tuple(c for c in named if c.role != CODE)
    demonyms = tuple(c for c in named if c.role == DEMONYM)
    others = tuple(c for c in named if c.role != DEMONYM)
    if not people:
        return others or demonyms
    return demonyms or (others if key in strong_names()[0] else ())


def _like_code(surface: str, follows: str) -> bool:
    letters = surface.replace(".", "").replace(" ", "")
    return letters.isupper() or (surface[:1].isupper() and (surface.endswith(".") or follows == "."))


def unlisted(name: str, heads: frozenset[str]) -> bool:
    """Return whether a name in no list is surely a place: a feature or building by its own words (`Ridge Avenue`)."""
    words = name.split()
    return len(words) > 1 and (words[-1] in heads or words[0] in heads) and any(w[:1].isupper() for w in words)


def kind_of_unlisted(name: str) -> Kind:
    """Return the kind of a place that only its own words describe."""
    return Kind.FACILITY if name else Kind.REGION

"""From a span to the places it may stand for, trying the span as it is and then what is left without its trimmings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.places.context import Context, context, contracted_article
from dateline.places.features import Feature
from dateline.places.gazetteer import CODE, DEMONYM, Candidate, gazetteer, strong_names
from dateline.places.inflection import nominatives
from dateline.places.model import Kind
from dateline.places.names import fold
from dateline.places.scan import Hit, is_demonym, is_strong, scan, starts

# What stands between two places in one span; not the hyphen of an Arabic article: `Maaten al-Sarra` is no `Sarra`.
_PARTS = re.compile(r"\s*[,،/;]\s*|\s*(?<!\b[AaEe][lrsdntz])[-‑–]\s*|\s+(?:and|et|und|y|e|en|и)\s+")
_HYPHEN = re.compile("[-‑–]")
_SPACE_OR_COMMA = re.compile(r"[\s,/]")
_KNOWN_TOWN = 50_000  # people: a feature of that name lies there, and not by another place of the name
_LONGEST_FEATURE = 4  # words: longer spans are rarely one name
_EDGE = ' \t\u00a0.,;:!?"“”«»()[]'


@dataclass(frozen=True, slots=True)
class Found:
    """What a look-up gave: the folded name, the places of that name (likeliest first), whether it is a demonym."""

    key: str
    candidates: tuple[Candidate, ...]
    demonym: bool


def strong_candidates(text: str, hit: Hit, language: str) -> Found:
    """Return the places of a name that the scan found."""
    found = _suitable(hit.key, _as_code(text, hit.start, hit.end), hit.demonym)
    return Found(hit.key, _capitals(hit.key, found, language), hit.demonym)


def _capitals(key: str, candidates: tuple[Candidate, ...], language: str) -> tuple[Candidate, ...]:
    """Return the candidates without the country, where the language keeps its name apart from the capital's."""
    if key not in context(language).capitals:
        return candidates
    return tuple(c for c in candidates if c.kind == Kind.CAPITAL) or candidates


def look_up(text: str, start: int, end: int, people: bool, language: str) -> Iterator[tuple[int, int, Found]]:
    """Yield the names in a span that NER saw, each with where it is and its places.

    One as a rule; two for `Paris, France` or `Israel-Morocco` when the whole is in no list. A name in no list comes
    back without candidates; a people in no list does not come back.
    """
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE.replace(".", ""):
        end -= 1
    if start == end:
        return
    found = _trimmed(text, start, end, people, language)
    if found is not None:
        yield found
        return
    hits = scan(text[start:end], language)
    parts = list(_parts(text, start, end))
    if len(parts) > 1:
        whole = [_trimmed(text, a, b, people, language) for a, b in parts if b - a > 1]
        known = [part for part in whole if part is not None]
        if known and not _is_one(text[start:end], language):
            yield from known
            return
    if hits and not _is_one(text[start:end], language):
        yield from ((start + h.start, start + h.end, strong_candidates(text[start:end], h, language)) for h in hits)
    elif not people:
        yield start, end, Found(fold(text[start:end]), (), False)


def _is_one(name: str, language: str) -> bool:
    """Tells one name with hyphens in it, `Main-Kinzig-Kreis`, from two well-known places, `Israel-Morocco`."""
    parts = _HYPHEN.split(name)
    return len(parts) > 1 and not _SPACE_OR_COMMA.search(name) and not all(is_strong(part, language) for part in parts)


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
    for begin in starts(text, start, start, end, language):
        found = _known(text, begin, end, people, language)
        if found is not None:
            return begin, end, found
    words = context(language)
    begin = _after_modifiers(text, start, end, words)
    if begin > start:
        found = _known(text, begin, end, people, language)
        if found is not None:
            return begin, end, found
    shorter = begin + len(_before_suffix(text[begin:end], words))
    found = _known(text, begin, shorter, people, language) if shorter > begin else None
    return None if found is None else (begin, shorter, found)


def _after_modifiers(text: str, start: int, end: int, words: Context) -> int:
    begin = start
    while True:
        rest = text[begin:end].lower()
        longest = max(
            (m for m in words.modifiers if rest.startswith(m) and rest[len(m) : len(m) + 1] in (" ", "-")),
            key=len,
            default="",
        )
        if not longest:
            return begin
        begin += len(longest) + 1


def _before_suffix(name: str, words: Context) -> str:
    lowered = name.lower()
    for suffix in words.suffixes:
        if lowered.endswith(" " + suffix):
            return name[: -len(suffix) - 1]
    return ""


def _known(text: str, start: int, end: int, people: bool, language: str) -> Found | None:
    surface = text[start:end]
    code = _as_code(text, start, end)
    if (surface[0].islower() and not is_strong(surface, language)) or (
        len(surface) < 3 and surface.isupper() and not code
    ):
        return None
    article = contracted_article(text, start, language)
    for key in (f"{article} {fold(surface)}", fold(surface)) if article else (fold(surface),):
        candidates = _capitals(key, _suitable(key, code, people), language)
        if candidates:
            break
    if not candidates:
        key, candidates = _inflected(surface, people, language)
    if not candidates:
        return None
    return Found(key, candidates, candidates[0].role == DEMONYM or (people and is_demonym(key, language)))


@lru_cache(maxsize=1 << 14)
def _inflected(surface: str, people: bool, language: str) -> tuple[str, tuple[Candidate, ...]]:
    """Return the folded nominative of a name in another case and its places; of several readings the best known one."""
    found = [(key, _suitable(key, False, people)) for key in map(fold, nominatives(language, surface))]
    return max((reading for reading in found if reading[1]), key=lambda r: (r[1][0].prior, r[0]), default=("", ()))


@lru_cache(maxsize=1 << 14)
def _suitable(key: str, code: bool, people: bool) -> tuple[Candidate, ...]:
    """Return the places of a name that fit how it is written.

    A people needs a demonym or a strong name, a place prefers what is no demonym; a code needs to be written as one.
    """
    named = gazetteer().named(key)
    if not code:
        named = tuple(c for c in named if c.role != CODE)
    demonyms = tuple(c for c in named if c.role == DEMONYM)
    others = tuple(c for c in named if c.role != DEMONYM)
    if not people:
        return others or demonyms
    return demonyms or (others if key in strong_names()[0] else ())


def _as_code(text: str, start: int, end: int) -> bool:
    """Is a name written as an abbreviation: `Calif.`, `U.S.`, `UAE`; two bare letters only behind a comma or known?"""
    surface = text[start:end]
    if surface.endswith(".") or text[end : end + 1] == ".":
        return surface[:1].isupper()
    if not surface.isupper():
        return False
    return len(surface) > 2 or text[max(0, start - 2) : start] == ", " or fold(surface) in strong_names()[0]


def feature_candidates(text: str, feature: Feature, language: str) -> Found:
    """Return the places of a name with its head; else those of the name alone, where it is well enough known."""
    key = fold(text[feature.start : feature.end])
    whole = _suitable(key, False, False)
    if whole or feature.kind is None:
        return Found(key, tuple(c for c in whole if c.role != DEMONYM), False)
    start, end = feature.inner
    name = text[start:end]
    places = tuple(c for c in _suitable(fold(name), False, False) if c.role != DEMONYM)
    if places and (is_strong(name, language) or places[0].population >= _KNOWN_TOWN):
        return Found(fold(name), places, False)
    return Found(key, (), False)


def is_feature(name: str, language: str) -> bool:
    """Return whether a name in no list is a place by its own words: `Ridge Avenue`, `Lake Winnipesaukee`."""
    words, around = name.split(), context(language)
    if not 1 < len(words) <= _LONGEST_FEATURE or not words[-1][:1].isupper():
        return False
    return words[-1] in around.heads or words[0] in around.first_heads

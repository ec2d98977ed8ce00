"""Tells names that are no persons, though a model took them for such: accords, operations, firms, weekdays."""

import re
from dataclasses import replace

from dateline.entities.tagged import Tagged
from dateline.entities.words import Words

_NEXT = re.compile(r"[ \u00a0]([^\W\d_][\w.]*)")
_PREVIOUS = re.compile(r"(?:^|[\s(«“\"'‘])([\w'’-]+)[ \u00a0][«“\"'‘]?[ \u00a0]?\Z")
_ENDING = re.compile(r"\s*(?:[.,;:!?»”\")]|\Z)")
_UNLIKELY = re.compile(r"[\d@#%$€£_=+<>{}\\^~]|https?:|www\.|\.(?:com|org|net)\b", re.IGNORECASE)
_SPACES = re.compile(r"\s+")

#: Words of a person's name at most, particles counted; longer spans are headlines and lists.
_MOST_WORDS = 7


def sift(text: str, span: Tagged, known: Words) -> Tagged | None:
    """Returns the span, as OTHER when cues say that it names no person, or None when it is no name at all."""
    start, end = span.start, span.end
    if span.label != "PERSON":
        return span
    name = text[start:end]
    if _UNLIKELY.search(name) or not _has_capital(name) or len(_SPACES.split(name)) > _MOST_WORDS:
        return None
    if _is_cued(text, start, end, known) or _is_work(text, start, end, known):
        return replace(span, label="OTHER")
    return span


def _has_capital(name: str) -> bool:
    """Scripts without case pass: nothing in them `islower`."""
    return not name.islower() and len(name) > 1


def _is_cued(text: str, start: int, end: int, known: Words) -> bool:
    after = _NEXT.match(text, end)
    if after and after.group(1)[0].isupper() and after.group(1).rstrip(".").lower() in known.cues_after:
        return True
    words = _SPACES.split(text[start:end])
    if len(words) > 1 and (_is_before(words[0], known) or words[-1].rstrip(".").lower() in known.cues_after):
        return True
    before = _PREVIOUS.search(text, max(0, start - 40), start)
    return before is not None and _is_before(before.group(1), known)


def _is_work(text: str, start: int, end: int, known: Words) -> bool:
    """Tells `The Volunteer`, a book, from a name: single names have no article, but `the Biden visit` has."""
    before = _PREVIOUS.search(text, max(0, start - 40), start)
    return before is not None and before.group(1).lower() in known.articles and _ENDING.match(text, end) is not None


def _is_before(word: str, known: Words) -> bool:
    """A cue written with a capital (`Fort`) must have it in the text, another one may have it (`rue`, `Rue`)."""
    return word in known.cues_before or word.lower() in known.cues_before

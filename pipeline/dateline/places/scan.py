"""Finds strong names - countries, capitals, big cities, regions, demonyms - by longest match, in any language.

It works without NER, so that languages that have none still get them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.places.context import context, contracted_article
from dateline.places.gazetteer import Strong, strong_names
from dateline.places.names import fold

# Initials with full stops, or a word with its inner apostrophes, geresh and gershayim.
_WORD = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W\d_]+(?:['’׳״\"ʼ][^\W\d_]+)*")
_ELISION = re.compile(r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|dall|sull|un)['’]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’][sS]$")
# What may stand between two words of one name: a space, a hyphen, the stop of `St.`, the comma of `Washington, D.C.`,
# an elided article.
_GAP = re.compile(r",?[ \u00a0]|[-‑–־]|\.[ \u00a0]|[ \u00a0][dDlL]['’]")
# Proclitics are written onto the word and stay outside the name.
_PROCLITICS = {
    "he": re.compile(r"ו?(?:כש|מש|לכש|ש)?[בכלמ]?ה?"),
    "ar": re.compile(r"[وف]?(?:لل|[بكل])?"),
}
_GENITIVE_S = frozenset(("de",))  # `Frankreichs`: the ending is part of the span
_SHORTEST_AFTER_PROCLITIC = 3  # letters left: with fewer, half the words of the language are a country


@dataclass(frozen=True, slots=True)
class Hit:
    """A strong name in a text: where it is, its folded form, and whether it is a demonym."""

    start: int
    end: int
    key: str
    demonym: bool


def scan(text: str, language: str) -> list[Hit]:
    """Return the strong names of a text in a language, leftmost longest, without overlaps."""
    bit = strong_names()[2].get(language, 0)
    words = list(_words(text))
    joined = [_GAP.fullmatch(text, a[2], b[0]) is not None for a, b in pairwise(words)] + [False]
    contracts = bool(context(language).contractions)
    hits: list[Hit] = []
    free = 0
    for number, (whole, start, end) in enumerate(words):
        if whole < free:
            continue
        hit = _contracted(text, number, words, joined, bit, language) if contracts else None
        hit = hit or _at(text, number, words, joined, bit, language)
        if hit is None and language in _GENITIVE_S and end - whole > 3 and text[end - 1] == "s":
            words[number] = whole, start, end - 1
            bare = _at(text, number, words, joined, bit, language)
            hit = bare and replace(bare, end=max(bare.end, end))
        if hit is not None:
            hits.append(hit)
            free = hit.end
    return hits


def _contracted(
    text: str, number: int, words: list[tuple[int, int, int]], joined: list[bool], bit: int, language: str
) -> Hit | None:
    """Return the name that begins in a word and whose article the word before has swallowed: `au [Caire]`."""
    start = words[number][1]
    article = contracted_article(text, start, language) if text[start].isupper() else ""
    most = strong_names()[1].get(article, 0) - 1
    return _longest(text, start, number, most, words, joined, bit, article + " ") if most > 0 else None


def _at(
    text: str, number: int, words: list[tuple[int, int, int]], joined: list[bool], bit: int, language: str
) -> Hit | None:
    """Return the strong name that begins in a word, if one does."""
    longest = strong_names()[1]
    whole, start, end = words[number]
    for begin in starts(text, whole, start, end, language):
        most = longest.get(fold(text[begin:end]), 0)
        hit = _longest(text, begin, number, most, words, joined, bit) if most else None
        if hit is not None and (begin in (whole, start) or hit.end - begin >= _SHORTEST_AFTER_PROCLITIC):
            return hit
    return None


def _words(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield each word: where it begins, where it begins without an elided article, where it ends without `'s`."""
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        if word.isalpha():
            yield start, start, end
            continue
        possessive = _POSSESSIVE.search(word)
        elision = _ELISION.match(word)
        yield start, start + elision.end() if elision else start, start + possessive.start() if possessive else end


def starts(text: str, whole: int, start: int, end: int, language: str) -> Iterator[int]:
    """Yield where a name may begin in a word: at it, after an elided article, after each run of proclitics."""
    yield whole
    if start != whole:
        yield start
    pattern = _PROCLITICS.get(language)
    if pattern is not None:
        match = pattern.match(text, whole, end)
        furthest = match.end() if match else whole
        yield from range(whole + 1, min(furthest, end - 1) + 1)


def _longest(
    text: str,
    begin: int,
    number: int,
    most: int,
    words: list[tuple[int, int, int]],
    joined: list[bool],
    bit: int,
    article: str = "",
) -> Hit | None:
    last = number
    while last + 1 < min(number + most, len(words)) and joined[last]:
        last += 1
    names = strong_names()[0]
    for stop in range(last, number - 1, -1):
        end = words[stop][2]
        key = article + fold(text[begin:end])
        strong = names.get(key)
        if strong is not None and (strong.names | strong.demonyms) & bit and _written(text[begin:end], strong):
            return Hit(begin, end, key, _is_people(text[begin], strong, bit))
    return None


def _is_people(first: str, strong: Strong, bit: int) -> bool:
    return bool(strong.demonyms & bit) and (first.islower() or not strong.names & bit)


def _written(surface: str, strong: Strong) -> bool:
    """Is the name written as such: codes in capitals, names with one, unless the language has them without?"""
    if strong.code:
        return surface.isupper()
    return strong.lower or not surface[0].islower()


def has_names(language: str) -> bool:
    """Return whether place names are known in a language."""
    return language in strong_names()[2]


def is_strong_place(name: str, language: str) -> bool:
    """Return whether a name in a language is a place without further proof, and so wins over a person of that name.

    True for countries, capitals, first-level divisions, continents, big cities and curated regions that are not also
    common first names, surnames or words; demonyms are no places.
    """
    names, _, bits = strong_names()
    strong = names.get(fold(name))
    return strong is not None and bool(strong.names & bits.get(language, 0)) and _written(name, strong)


def is_strong(name: str, language: str) -> bool:
    """Return whether a name is a place or demonym that the scan would find in a language."""
    names, _, bits = strong_names()
    strong = names.get(fold(name))
    bit = bits.get(language, 0)
    return strong is not None and bool((strong.names | strong.demonyms) & bit) and _written(name, strong)


def is_demonym(key: str, language: str) -> bool:
    """Return whether a folded name is a demonym in a language, and no place."""
    names, _, bits = strong_names()
    strong = names.get(key)
    return strong is not None and _is_people("x", strong, bits.get(language, 0))

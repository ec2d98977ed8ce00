"""Words that Arabic and Hebrew write as letters of the next one: `والقاهرة` (and Cairo), `בירושלים` (in Jerusalem)."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.article import NameSpan
from dateline.entities.given_names import is_given_name

_ARABIC = re.compile(r"(?=[\u0621-\u064a])(?:[وف])?(?:[بكل])?(?=\w{3})")
_SEMITIC = re.compile(r"[\u05d0-\u05ea\u0621-\u064a]")
_ARTICLE = "ال"

#: Letters that are words of their own before a Hebrew word: and, the, in, to, from, like, that.
_HEBREW = re.compile("[והבלמכש]{1,3}(?=[\u05d0-\u05ea]{2})")

#: Letters that are left of a name at least: with fewer, too many words have one inside.
_SHORTEST_NAME = 3


def is_semitic(word: str) -> bool:
    """Tells whether a word is in a script that writes small words together with the one after them."""
    return _SEMITIC.match(word) is not None


def holds_semitic(text: str) -> bool:
    """Tells whether a text has letters of such a script anywhere."""
    return _SEMITIC.search(text) is not None


def bare_forms(word: str) -> list[str]:
    """Returns an Arabic word and what is left of it without each reading of its first letters; else the word alone.

    Of `ولليبيا` those are `ولليبيا`, `لليبيا`, `ليبيا`, `الليبيا`: which one is meant, the caller must know.
    """
    match = _ARABIC.match(word)
    if match is None or not match.group():
        return [word]
    forms = [word] + [word[cut:] for cut in range(1, match.end() + 1) if len(word) - cut >= len(_ARTICLE) + 1]
    return forms + [
        _ARTICLE + form[1:] for form in forms[1:] if form.startswith("ل") and word.startswith(("ل", "ول", "فل"))
    ]


def cuts(word: str) -> range:
    """Returns after how many letters of a word another may begin: 0, and in Arabic and Hebrew those of clitics."""
    match = _HEBREW.match(word) or _ARABIC.match(word)
    return range(match.end() + 1 if match else 1)


def without_clitics(
    texts: Sequence[str], spans: Sequence[NameSpan], *, is_place: Callable[[str], bool]
) -> list[NameSpan]:
    """Returns the spans of one article, Arabic and Hebrew names without the clitics that the models left on them.

    A letter is a clitic where the article has the name without it, too, or where without it only a place is known or
    the first word of a full name is a given name.
    """
    names = [texts[span.passage][span.start : span.end] for span in spans]
    if not any(map(is_semitic, names)):
        return list(spans)
    seen = frozenset(names)
    return [
        replace(span, start=span.start + _clitics(name, span.label, seen, is_place))
        for span, name in zip(spans, names, strict=True)
    ]


def _clitics(name: str, label: str, seen: frozenset[str], is_place: Callable[[str], bool]) -> int:
    """Returns how many letters of a name are clitics, by what else the article and the lists of names have."""
    if not is_semitic(name) or (label == "PLACE" and is_place(name)):
        return 0
    for cut in cuts(name)[1:]:
        if len(name) - cut >= _SHORTEST_NAME and (name[cut:] in seen or (label == "PLACE" and is_place(name[cut:]))):
            return cut
    return _before_given_name(name) if label == "PERSON" else 0


def _before_given_name(person: str) -> int:
    """Returns how many letters stand before the given name that a full name begins with: 0 if they may be part of it.

    A lone word is too often a surname like `לבני`, whose end is a given name, too.
    """
    first, *others = person.split()
    if not others or is_given_name(first):
        return 0
    found = (cut for cut in cuts(first)[1:] if len(first) - cut >= _SHORTEST_NAME and is_given_name(first[cut:]))
    return next(found, 0)

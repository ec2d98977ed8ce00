"""The honorific or role just before or after a name: `King`, `Defense Minister`, `Minister of Labor`."""

import re
from collections.abc import Iterable

from dateline.entities.clitics import bare_forms, cuts, is_semitic
from dateline.entities.words import Titles, words

_BEFORE = re.compile(r"([^\W\d_](?:[\w.'’/׳-]|[\"״](?=\w))*)[ \u00a0]+\Z")
_AFTER = re.compile(r",[ \u00a0](?:(?:the|a|an|le|la|l['’]|un|une|el|der|die)[ \u00a0])?")
_NEXT = re.compile(r"([^\W\d_][\w'’-]*)[ \u00a0]?")

_OVER = re.compile(r"(([^\W\d_]+)(?: [^\W\d_]+){1,3})(?=[,.;)]|\Z)")

#: The articles of Arabic and Hebrew, written as the first letters of a word.
_ARTICLES = ("ال", "ה")

#: Characters before a name in which its title is looked for: five long words.
_REACH = 80

#: Words after a comma in which the head of a role is looked for: `, the Moroccan foreign minister`.
_WORDS_AFTER = 4

#: Words that a title can have after its linker: `minister of national security`, `ministre des Affaires étrangères`.
_LINKED = 3


def title_around(text: str, start: int, end: int, *, language: str) -> str:
    """Returns the title just before the span `start:end`, else the one after it; '' when there is none.

    Words are capitalised and abbreviations spelled out: `foreign minister` is `Foreign Minister`, `Gen.` is `General`.
    """
    titles = words(language).titles
    if not titles.heads:
        return ""
    found = _before(text, start, titles) or _after(text, end, titles)
    small = titles.linkers | titles.over | words(language).articles
    return " ".join(word.lower() if word.lower() in small else _capitalised(word, titles) for word in found)


def is_ruler(titles: Iterable[str], language: str) -> bool:
    """Tells whether one of these titles is a ruler's, who goes by the given name: `King`, `Crown Prince`."""
    ruler = words(language).titles.ruler
    return any(word.lower() in ruler for title in titles for word in title.split())


def _before(text: str, start: int, titles: Titles) -> list[str]:
    found = _words_before(text, start, titles)
    if titles.adjective_after and len(found) > 1 and found[-1].islower() and _is_head(found[-2], titles):
        found.pop()  # `le président français Emmanuel Macron`
    for linked in range(max(min(_LINKED, len(found) - 2), 0) + 1):
        head = len(found) - 1 - (linked + 1 if linked else 0)
        if head < 0 or not _is_head(found[head], titles):
            continue
        if linked and not _is_linked(found[head + 1 :], titles):
            continue
        first = head
        while first and _extends(found[first - 1], titles):
            first -= 1
        return found[first:]
    return _with_genitive(found, titles) if titles.genitive else []


def _with_genitive(found: list[str], titles: Titles) -> list[str]:
    """Returns the title that ends in what it is over, in languages that put nothing between: `президент России`."""
    for head in range(len(found) - 2, max(len(found) - 2 - _LINKED, -1), -1):
        if not _is_over(found[head + 1], titles):
            return []
        if _is_head(found[head], titles):
            first = head
            while first and _extends(found[first - 1], titles):
                first -= 1
            return found[first:]
    return []


def _is_over(word: str, titles: Titles) -> bool:
    return word[0].isupper() or word.lower() in titles.over or (is_semitic(word) and word.startswith(_ARTICLES))


def _is_linked(phrase: list[str], titles: Titles) -> bool:
    """Tells whether words continue a title: a linker and what the title is over."""
    return _plain(phrase[0]) in titles.linkers and not any(_is_head(word, titles) for word in phrase[1:])


def _words_before(text: str, start: int, titles: Titles) -> list[str]:
    """Returns the words before a position that nothing but spaces part, in order; not over the end of a sentence."""
    found: list[str] = []
    floor = max(0, start - _REACH)
    while len(found) <= _LINKED + 3 and (match := _BEFORE.search(text, floor, start)):
        if match.group(1).endswith(".") and _plain(match.group(1)) not in titles.short:
            break  # `He met the leader. [Keller] left.`
        found.append(_without_clitics(match.group(1), titles))
        start = match.start()
    return found[::-1]


def _without_clitics(word: str, titles: Titles) -> str:
    """Returns an Arabic or Hebrew title without the letters that are words of their own: `ולנשיא`."""
    if not is_semitic(word):
        return word
    readings = [word[cut:] for cut in cuts(word)] + bare_forms(word)  # `للرئيس` has its article swallowed
    return next((reading for reading in readings if _extends(reading, titles)), word)


def _after(text: str, end: int, titles: Titles) -> list[str]:
    opening = _AFTER.match(text, end)
    if opening is None:
        return []
    found: list[str] = []
    at = opening.end()
    while len(found) < _WORDS_AFTER and (match := _NEXT.match(text, at)):
        word = match.group(1)
        found.append(word)
        at = match.end()
        if _is_head(word, titles) and text[at : at + 1] != "-":
            first = len(found) - 1
            while first and _extends(found[first - 1], titles):
                first -= 1
            return found[first:] + _over(text, at, titles)
        if not (_extends(word, titles) or word[0].isupper()):
            break
    return []


def _over(text: str, at: int, titles: Titles) -> list[str]:
    """Returns what a role after a name is over, where the phrase is short and ends there: `minister of labor,`."""
    match = _OVER.match(text, at)
    return match.group(1).split() if match and match.group(2) in titles.linkers else []


def _plain(word: str) -> str:
    return word.rstrip(".").lower()


def _is_head(word: str, titles: Titles) -> bool:
    return _plain(word) in titles.heads or _plain(word) in titles.short


def _extends(word: str, titles: Titles) -> bool:
    return _plain(word) in titles.modifiers or _is_head(word, titles)


def _capitalised(word: str, titles: Titles) -> str:
    plain = _plain(word)
    if plain in titles.short:
        return titles.short[plain]
    return word.capitalize() if word.isupper() else word[:1].upper() + word[1:]

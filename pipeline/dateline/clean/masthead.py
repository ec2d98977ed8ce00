"""The name of the newspaper at the head of a page."""

import re
from collections.abc import Sequence
from functools import cache

from dateline.clean.lines import Measured, bare
from dateline.clean.phrases import is_entry
from dateline.clean.rows import is_menu, row_reason
from dateline.clean.words import words_of

#: A masthead stands in one of so many first lines, and is no longer than so many words.
_FIRST_LINES, _LONGEST = 4, 6
#: Above a longer line only; names in several languages take that many.
_PROSE = 30
#: The name of the outlet ends a page: in its copyright notice, its imprint, its address.
_LAST_LINES = 12
#: A name that has less letters proves nothing when it is found again.
_LEAST_LETTERS = 6
#: So many lines below a name, of which one is a menu, make it the head of a page.
_MENU_WITHIN = 3
#: Rows that stand below the name of a site and above the title of an article.
MENUS = frozenset({"languages", "breadcrumb", "controls"})
#: Rows that can hold the name: none, or one that gives it in several languages.
_NAMED = frozenset({"", "languages"})
_DASH = re.compile(r"\s+[—–|•·-]\s+|\s*[|•]\s*")
_HOST = re.compile(r"(?:https?://|www\.|@)([\w.-]+)")
_SYMBOLS = re.compile(r"^(?:©|\(c\)|copyright|[12]\d{3}|[\W\d])+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
#: What may follow the name in an imprint; a headline goes on with a word.
_IMPRINT = ",.;:–—|(-©/0"


def masthead(lines: Sequence[Measured], publisher: str, url: str) -> tuple[int, str]:
    """The index of the line with the name of the outlet and that name; -1 and an empty string if there is none.

    It is a name by its words (`The Harbour Ledger`), or because the outlet is known by it: the publisher that metadata
    give, the imprint at the end of the page, a host in its addresses. Headlines can have the same words: by these alone
    a line is one only if a menu follows, or if its words have capitals and no paragraph follows.
    """
    endings = [line.folded for line in lines[max(_FIRST_LINES, len(lines) - _LAST_LINES) :] if line.words <= _PROSE]
    hosts = {label for found in _HOST.findall(" ".join((url.lower(), *endings))) for label in found.split(".")}
    for index, line in enumerate(lines[:_FIRST_LINES]):
        if line.words > _PROSE:
            break
        parts = [part.strip(" .[]") for part in _DASH.split(line.text)]
        name = parts[0]
        row = row_reason(line)
        if not name[:1].isalpha() or len(name.split()) > _LONGEST or line.text[-1] in "?!,;:" or row not in _NAMED:
            continue
        again = any(is_outlet(part) for part in parts[1:])  # in another language
        alone = name == line.text or row == "languages" or again
        known = alone and _is_known(name, publisher, endings, hosts)
        above_menu = any(map(_is_navigation, lines[index + 1 : index + 1 + _MENU_WITHIN]))
        followed = index + 1 < len(lines) and lines[index + 1].words <= _PROSE // 2
        named = alone and (is_outlet(name, weak=True) if above_menu else followed and _is_titled(name))
        if known or named:
            return index, name
    return -1, ""


def _is_navigation(line: Measured) -> bool:
    """Whether a line is a menu, or the section of the site that the article is in."""
    return is_menu(line) or row_reason(line) in MENUS or is_entry(line.text)


def _is_known(name: str, publisher: str, endings: Sequence[str], hosts: set[str]) -> bool:
    key = bare(" ".join(name.lower().split()))
    squeezed = "".join(_WORD.findall(key))
    if len(squeezed) < _LEAST_LETTERS:
        return False
    if publisher and "".join(_WORD.findall(publisher.lower())) == squeezed:
        return True
    without = "".join(word for i, word in enumerate(_WORD.findall(key)) if i or word not in _words("articles"))
    return bool(hosts & {squeezed, without}) or any(_is_imprint(ending, key) for ending in endings)


def _is_imprint(ending: str, key: str) -> bool:
    """Whether a last line of a page starts with a name and goes on as imprints do, or is a notice of rights."""
    start = _SYMBOLS.sub("", ending)
    if not start.startswith(key):
        return False
    rest = start[len(key) :].lstrip()
    return start != ending or (bool(rest) and rest[0] in _IMPRINT)


def is_outlet(name: str, *, weak: bool = False) -> bool:
    """Whether a name has a word of newspapers' names where they have it; `weak`: or one that headlines share."""
    words = _WORD.findall(name.lower())
    while len(words) > 1 and words[0] in _words("articles"):
        del words[0]
    if not words or (len(words) < 2 and name == name.lower() != name.upper()):
        return False
    return (
        words[0] in _words("first")
        or _ends_name(words[-1])
        or (weak and words[-1] in _words("weak") and len(words) > 1)
    )


def _ends_name(word: str) -> bool:
    """Whether a word is one that newspapers' names end with, or is composed with one."""
    known = _words("last")
    return word in known or any(len(last) > _LEAST_LETTERS and word.endswith(last) for last in known)


def _is_titled(name: str) -> bool:
    """Whether a name is an outlet's by its words alone: all but short ones have capitals, if their script has any."""
    capitals = all(word[0] != word[0].lower() or len(word) <= 3 for word in _WORD.findall(name))
    return capitals and name != name.lower() and is_outlet(name)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of("outlets")[name])

"""Where a page says it is from: its address, and the outlet that owns it."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from dateline.clean.lines import Measured
from dateline.clean.masthead import is_outlet
from dateline.clean.phrases import is_entry, is_phrase
from dateline.clean.words import words_of
from dateline.unspaced import UNSPACED

#: A line with nothing but an address is the article's within so many lines of the title; with a label, a few further.
_BESIDE, _LABELLED = 3, 10
#: The same at the end of the page: so many last lines hold addresses and notices of rights.
_LAST_LINES = 12
#: Words of an outlet's name at most, of a paragraph at least.
_MOST_WORDS, _PARAGRAPH = 6, 17
#: Letters of a name at least, of a small word in it at most.
_LEAST_LETTERS, _SMALL = 3, 3
_URL = re.compile(r"https?://(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?::\d+)?/[^\s<>\"]*[^\s<>\".,;)\]/][/)]?", re.I)
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?:[:/]|$)", re.I)
_MARK = re.compile(r"©|\(c\)(?=\s)", re.I)
#: Pictures and the like are not the article.
_MEDIA = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|pdf|mp[34])$", re.I)
_UNSPACED = re.compile(f"[{UNSPACED}]")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[-–—/,]\s?(?:19|20)?\d\d)?(?!\d)")
_ENDS = re.compile(r"\s*(?:[|•·;]|\.\s|[.,]$|\s[-–—]\s)\s*")


def address(lines: Sequence[Measured], title: int) -> str:
    """The address of the article as its page gives it; empty where none or several are given.

    It stands alone beside the title, or behind a label (`Permalink:`, `المصدر:`) near it or at the end of the page.

    Args:
        lines: the lines of the page.
        title: index of its title, -1 if it has none.
    """
    head = [] if title < 0 else _head(lines, title)
    last = range(max(0, len(lines) - _LAST_LINES), len(lines))
    beside = [i for i in head if abs(i - title) <= _BESIDE]
    for places, labelled in ((beside, False), (head, True), (last, True)):
        found = {_address_in(lines[i].text, labelled) for i in places} - {""}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""


def owner(lines: Sequence[Measured]) -> str:
    """The outlet that the notice of rights at the end of a page names; empty where none or several are named."""
    found = {_owner_in(line.text) for line in lines[-_LAST_LINES:]} - {""}
    return found.pop() if len(found) == 1 else ""


def host(url: str) -> str:
    """The host in an address, without `www`; empty if there is none."""
    match = _HOST.match(url)
    return match[1].lower() if match else ""


def _head(lines: Sequence[Measured], title: int) -> list[int]:
    """The lines around the title, down to the first paragraph."""
    above = range(max(0, title - _LABELLED), title + 1)
    below = range(title + 1, min(len(lines), title + _LABELLED + 1))
    return [*above, *takewhile(lambda i: lines[i].words < _PARAGRAPH, below)]


def _address_in(text: str, labelled: bool) -> str:
    """The address that is all of a text, but for its label if it needs one."""
    match = _URL.search(text)
    if match is None or match.end() < len(text.rstrip(" .")) or _MEDIA.search(match[0]):
        return ""
    label = text[: match.start()].strip(" :：-–—>[(").lower()
    return match[0] if label in (_words("address") if labelled else {""}) else ""


def _owner_in(text: str) -> str:
    """The name in a notice of rights, without its years and what it says of the rights."""
    if _MARK.search(text) is None:
        return ""
    rest = _rights().sub(" ; ", _MARK.sub(" ", _YEARS.sub(" ", text)))
    parts = [part.strip(" ,.:-–—()[]") for part in _ENDS.split(" ".join(rest.split()))]
    names = (part.removeprefix("by ") for part in parts)
    return next((name for name in names if _is_name(name)), "")


def _is_name(text: str) -> bool:
    """Whether a part of a notice can be an outlet's name: by its words, or all but the small ones have capitals."""
    words = text.split()
    if len(text) < _LEAST_LETTERS or len(words) > _MOST_WORDS or is_phrase(text):
        return False
    if not text[0].isalpha() or text[0].islower():
        return False
    if any(character.isdigit() or character in ":：@" for character in text):
        return False
    capitals = all(word[0] != word[0].lower() or word[0] == word[0].upper() or len(word) <= _SMALL for word in words)
    return not is_entry(text) and (capitals or is_outlet(text))


@cache
def _rights() -> re.Pattern[str]:
    ordered = sorted(_words("rights"), key=lambda words: (-len(words), words))
    spaced = "|".join(re.escape(words) for words in ordered if _UNSPACED.match(words) is None)
    unspaced = "|".join(words for words in ordered if _UNSPACED.match(words))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)|{unspaced}", re.I)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of("origins")[name])

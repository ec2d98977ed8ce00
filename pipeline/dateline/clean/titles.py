"""Which line of a page is its title."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from dateline.clean.bylines import names_in
from dateline.clean.headlines import LONGEST, PROSE, SEPARATOR, WITHIN, headline, is_prose, key
from dateline.clean.lines import Measured
from dateline.clean.masthead import MENUS
from dateline.clean.phrases import is_entry
from dateline.clean.publication import label_of
from dateline.clean.rows import is_menu, row_reason

#: A title has at least so many words, if anything else has.
_SHORTEST = 3
#: Where the head of a page without long menus ends.
_FIRST_LINES = 14
_BAR = re.compile(r"\s+[|•]+\s+")
#: A site's name has at most so many words.
_LONGEST_NAME = 4
#: What stands above a menu can be a slogan of the site if it has at most so many words, or the name above it.
_LONGEST_SLOGAN = 6
#: A line with a day above the title has at most so many words.
_LONGEST_DAY = 5


class Title(NamedTuple):
    """The title of a page.

    Attributes:
        text: the title, without the name of the site; empty if there is none.
        line: index of its line; -1 if it is none of the page.
        head: index of the line that the head of the article stands around: the title, if that does not stand apart.
    """

    text: str
    line: int
    head: int


def title_line(lines: Sequence[Measured], furniture: Sequence[bool], given: str, masthead: int) -> Title:
    """The title of a page and where it is.

    Args:
        lines: the lines of the page.
        furniture: which of them certainly are page furniture.
        given: the title that metadata give; it wins, and is only looked for.
        masthead: index of the line with the name of the outlet, -1 if there is none.
    """
    index = head = usual_line(lines, furniture, masthead)
    top = index
    if index < 0 or given or masthead < 0 or not _has_short_head(lines):
        index, head = headline(lines, furniture, masthead, index, given)
    if top == 0 and index == 1 and lines[index].is_closed and _has_short_head(lines):
        index = head = top  # a sentence right below the first line sums it up
    if given:
        wanted = key(given)
        if index < 0 or key(lines[index].text) != wanted:
            near = enumerate(lines[:WITHIN])
            index = next((i for i, line in near if line.words <= 2 * LONGEST and key(line.text) == wanted), -1)
        return Title(given, index, index)
    text = lines[index].text if index >= 0 else ""
    return Title(without_site(text) if index >= 0 and lines[index].words >= _SHORTEST else text, index, head)


def _has_short_head(lines: Sequence[Measured]) -> bool:
    """Whether the article begins in the first lines of a page; below a masthead, its title is the first that can be."""
    return any(line.words > LONGEST and line.is_closed for line in lines[:_FIRST_LINES])


def usual_line(lines: Sequence[Measured], furniture: Sequence[bool], masthead: int) -> int:
    """The index of the line that heads the article, -1 if none does.

    It is the first line that can, below the name of the outlet and the last of the menus, above who wrote it and when.
    What comes before a menu is the headline only if nothing that can be one comes after, or if it is too long for a
    slogan.
    """
    above = best = menu = -1
    for index, line in enumerate(lines[:_FIRST_LINES]):
        if is_prose(line) and not furniture[index]:
            break
        if is_menu(line) or row_reason(line) in MENUS:
            tools = menu >= 0 and row_reason(line) == "controls"
            slogan = not tools and (0 <= masthead < best or lines[best].words <= _LONGEST_SLOGAN)
            if best >= 0 and not _is_short(lines[best]) and not slogan:
                break
            above, best, menu = best if above < 0 else above, -1, index
        elif furniture[index] or index == masthead:
            if best >= 0 and not _is_short(lines[best]):
                break
        elif _is_signature(lines, index, best >= 0):
            if best >= 0 or above >= 0:
                break
        elif best < 0 or (_is_short(lines[best]) and _is_better(lines, best, index)):
            best = index
    return best if best >= 0 else above


def _is_signature(lines: Sequence[Measured], index: int, below: bool) -> bool:
    """Whether a line says who wrote and when; above the title, only the shortest ones do, for titles can have days."""
    line = lines[index]
    if label_of(line):
        return below or line.words <= _LONGEST_DAY
    return bool(names_in(line, lines[index - 1] if index else None))


def _is_short(line: Measured) -> bool:
    """Whether a line has less words than a title; signs are none (`Sea & Harbour`)."""
    return line.words < _SHORTEST or sum(any(map(str.isalnum, word)) for word in line.text.split()) < _SHORTEST


def _is_better(lines: Sequence[Measured], short: int, index: int) -> bool:
    """Whether a line below a short one reads like a title: a section is above it, or the article below."""
    line, kicker = lines[index], lines[short].text
    if _is_short(line) or line.is_closed:
        return False
    if is_entry(kicker) or (kicker.isupper() and not line.text.isupper()):
        return True
    following = lines[index + 1 : index + 2]
    return bool(following) and (following[0].words >= PROSE or _is_signature(lines, index + 1, True))


def without_site(text: str) -> str:
    """A title without the name of the site, where enough is left."""
    parts = [part.strip() for part in _BAR.split(text)]
    if len(parts) > 1:
        return next((part for part in parts if len(part.split()) >= _SHORTEST), text)
    separators = [match for match in SEPARATOR.finditer(text) if match[0].strip() != ":"]
    if not separators:
        return text
    name, rest = text[separators[-1].end() :].split(), text[: separators[-1].start()]
    is_name = len(name) <= _LONGEST_NAME and all(
        word[0].isupper() or not word[0].isalpha() or len(word) < 4 for word in name
    )
    return rest if is_name and len(rest.split()) > len(name) and len(rest.split()) >= _SHORTEST else text

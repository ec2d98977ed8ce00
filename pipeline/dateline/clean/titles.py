"""Which line of a page is its title."""

import re
from collections.abc import Sequence

from dateline.clean.bylines import names_in
from dateline.clean.lines import Measured, bare
from dateline.clean.masthead import MENUS
from dateline.clean.phrases import is_entry
from dateline.clean.publication import label_of
from dateline.clean.rows import is_menu, row_reason

#: A title has at most so many words, and is the first thing of a page to have so few.
_LONGEST, _SHORTEST = 30, 3
#: A sentence of so many words at the top is the article itself, which then has no title.
_PROSE = 12
#: Where the title of a page is looked for, and, when it stands in the first line too, where it is said again.
_FIRST_LINES, _REPEATED_WITHIN = 14, 400
#: What sites put between a title and their own name.
_SEPARATOR = re.compile(r"\s+[|•·:»]+\s+|\s+[-–—]\s+|(?<=\S)[-|]\s+")
_BAR = re.compile(r"\s+[|•]+\s+")
#: Share of the words of the shorter of two titles that the longer one must have to be the same, reworded.
_ALIKE = 0.7
#: A site's name has at most so many words.
_LONGEST_NAME = 4
#: What stands above a menu can be a slogan of the site if it has at most so many words, or the name above it.
_LONGEST_SLOGAN = 6
#: A line with a day above the title has at most so many words.
_LONGEST_DAY = 5


def title_line(lines: Sequence[Measured], furniture: Sequence[bool], given: str, masthead: int) -> tuple[int, str]:
    """The index of the title among the lines of a page, -1 if it is not there, and the title, without the site's name.

    Args:
        lines: the lines of the page.
        furniture: which of them certainly are page furniture.
        given: the title that metadata give; it wins, and is only looked for.
        masthead: index of the line with the name of the outlet, -1 if there is none.
    """
    if given:
        wanted = _key(given)
        same = (
            i
            for i, line in enumerate(lines[:_REPEATED_WITHIN])
            if line.words <= 2 * _LONGEST and _key(line.text) == wanted
        )
        return next(same, -1), given
    first = next((i for i, _ in enumerate(lines[:_FIRST_LINES]) if not furniture[i] and i != masthead), -1)
    if first >= 0 and not _ends_head(lines[first]):
        repeated = _repeated(lines, furniture, first)
        if repeated is not None:
            return repeated, lines[repeated].text
    index = _headline(lines, furniture, masthead)
    if index < 0 or lines[index].words < _SHORTEST:
        return index, lines[index].text if index >= 0 else ""
    return index, _without_site(lines[index].text)


def _headline(lines: Sequence[Measured], furniture: Sequence[bool], masthead: int) -> int:
    """The index of the line that heads the article, -1 if none does.

    It is the first line that can, below the name of the outlet and the last of the menus, above who wrote it and when.
    What comes before a menu is the headline only if nothing that can be one comes after, or if it is too long for a
    slogan.
    """
    above = best = menu = -1
    for index, line in enumerate(lines[:_FIRST_LINES]):
        if _ends_head(line) and not furniture[index]:
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


def _ends_head(line: Measured) -> bool:
    """Whether a line is prose of the article: what comes after it is not its title."""
    return line.words > _LONGEST or (line.words >= _PROSE and line.is_closed and line.text[-1] not in "?!")


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
    return bool(following) and (following[0].words >= _PROSE or _is_signature(lines, index + 1, True))


def _repeated(lines: Sequence[Measured], furniture: Sequence[bool], index: int) -> int | None:
    """Where the page says a title again that its first line holds, alone or before the name of the site.

    The same words anywhere; nearly the same ones (sites shorten their titles) only above the first paragraph.
    """
    first = lines[index].text
    wanted = {_key(first), *(_key(first[: match.start()]) for match in _SEPARATOR.finditer(first))}
    words = set(_key(_without_site(first)).split())
    alike = None
    above = True
    for later in range(index + 1, min(len(lines), _REPEATED_WITHIN)):
        line = lines[later]
        above = above and not (line.words >= _PROSE and line.is_closed)
        if furniture[later] or not _SHORTEST <= line.words <= _LONGEST:
            continue
        key = _key(line.text)
        if key in wanted:
            return later
        common = words & set(key.split()) if above and not line.is_closed else set()
        if len(common) >= max(_SHORTEST, _ALIKE * min(len(words), len(key.split()))):
            alike = later
    return alike


def _without_site(text: str) -> str:
    """A title without the name of the site, where enough is left."""
    parts = [part.strip() for part in _BAR.split(text)]
    if len(parts) > 1:
        return next((part for part in parts if len(part.split()) >= _SHORTEST), text)
    separators = [match for match in _SEPARATOR.finditer(text) if match[0].strip() != ":"]
    if not separators:
        return text
    name, rest = text[separators[-1].end() :].split(), text[: separators[-1].start()]
    is_name = len(name) <= _LONGEST_NAME and all(
        word[0].isupper() or not word[0].isalpha() or len(word) < 4 for word in name
    )
    return rest if is_name and len(rest.split()) > len(name) and len(rest.split()) >= _SHORTEST else text


def _key(text: str) -> str:
    return bare(re.sub(r"\W+", " ", text.lower()))

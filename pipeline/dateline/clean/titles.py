"""Which line of a page is its title."""

import re
from collections.abc import Sequence

from dateline.clean.lines import Measured, bare

#: A title has at most so many words, and is the first thing of a page to have so few.
_LONGEST, _SHORTEST = 30, 3
#: A sentence of so many words at the top is the article itself, which then has no title.
_PROSE = 12
#: Where the title of a page is looked for, and, when it stands in the first line too, where it is said again.
_FIRST_LINES, _REPEATED_WITHIN = 8, 400
#: What sites put between a title and their own name.
_SEPARATOR = re.compile(r"\s+[|•·:»]+\s+|\s+[-–—]\s+|(?<=\S)[-|]\s+")
_BAR = re.compile(r"\s+[|•]+\s+")
#: Share of the words of the shorter of two titles that the longer one must have to be the same, reworded.
_ALIKE = 0.7
#: A site's name has at most so many words.
_LONGEST_NAME = 4


def title_line(lines: Sequence[Measured], furniture: Sequence[bool], given: str) -> tuple[int, str]:
    """The index of the title among the lines of a page, -1 if it is not there, and the title, without the site's name.

    Args:
        lines: the lines of the page.
        furniture: which of them certainly are page furniture.
        given: the title that metadata give; it wins, and is only looked for.
    """
    if given:
        wanted = _key(given)
        same = (
            i
            for i, line in enumerate(lines[:_REPEATED_WITHIN])
            if line.words <= 2 * _LONGEST and _key(line.text) == wanted
        )
        return next(same, -1), given
    for index, line in enumerate(lines[:_FIRST_LINES]):
        if furniture[index]:
            continue
        if line.words > _LONGEST or (line.words >= _PROSE and line.is_closed and line.text[-1] not in "?!"):
            break
        repeated = _repeated(lines, furniture, index)
        if repeated is not None:
            return repeated, lines[repeated].text
        if line.words >= _SHORTEST or index == 0:
            shorter = _without_site(line.text)
            return (index, shorter) if line.words >= _SHORTEST else _after_name(lines, furniture, index)
    return -1, ""


def _after_name(lines: Sequence[Measured], furniture: Sequence[bool], index: int) -> tuple[int, str]:
    """The title of a page whose first line is short: the next line if that reads like one, else the first itself."""
    for later in range(index + 1, min(index + 3, len(lines))):
        line = lines[later]
        if not furniture[later] and _SHORTEST <= line.words <= _LONGEST and not line.is_closed:
            followed = later + 1 < len(lines) and lines[later + 1].words >= _PROSE
            return (later, line.text) if followed else (index, lines[index].text)
    return index, lines[index].text


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

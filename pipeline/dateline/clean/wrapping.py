"""Undoes typesetting to a fixed width: words hyphenated at line ends, paragraphs broken into lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dateline.text import Replacement

_END = r"(?:\r\n|\n|\r)"
#: A hyphen, plain or soft, between letters at a line end.
_HYPHENATED = re.compile(rf"[-\xad](?<=[^\W\d_]{{2}}.)[ \t]*{_END}[ \t]*(?=[^\W\d_]{{2}})")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LINE_END = re.compile(_END)
_STOP = re.compile(r"""[.!?:;…؟。！？]["'”’»)\]]*$""")
_ITEM = re.compile(r"\s|[-*•–>|]|\[?\d{1,3}[.)\]]\s")

#: Widths that typewriters, mailers and terminals wrap at.
_NARROWEST, _WIDEST = 40, 110
#: Share of line ends that must fall where the next word would not have fitted; on pages that are not wrapped, lines
#: end anywhere and hardly one in five does.
_SHARE = 0.75
#: So many line ends inside paragraphs are needed to judge by.
_LEAST_ENDS = 4
#: How far back and forth a hyphenated word is looked at.
_LONGEST_PART = 30


def hyphenations(text: str) -> Iterator[Replacement]:
    """Deletions that make words whole that were hyphenated at a line end.

    Words that the text elsewhere writes with their hyphen keep it and lose the line end only.
    """
    compounds: frozenset[str] | None = None
    for match in _HYPHENATED.finditer(text):
        left = text[max(0, match.start() - _LONGEST_PART) : match.start()]
        right = _LETTERS.match(text, match.end(), match.end() + _LONGEST_PART)
        part = _LETTERS.findall(left)[-1]
        if right is None or not part[1:].islower() or not right[0].islower():
            continue
        if compounds is None:
            compounds = frozenset(_COMPOUND.findall(text))
        yield match.start() + (f"{part}-{right[0]}" in compounds), match.end(), ""


def joins(text: str) -> Iterator[Replacement]:
    """Line ends to be replaced by a space, because the text is wrapped at a fixed width; none if it is not."""
    ends = list(_LINE_END.finditer(text))
    if len(ends) < _LEAST_ENDS:
        return
    bounds = [0, *(end.end() for end in ends)]
    lines = [text[start : end.start()].rstrip() for start, end in zip(bounds, ends, strict=False)]
    lines.append(text[bounds[-1] :].rstrip())
    width = _width(lines)
    if not width:
        return
    for end, (line, following) in zip(ends, pairwise(lines), strict=True):
        if _is_broken(line, following, width):
            yield *end.span(), " "


def _width(lines: Sequence[str]) -> int:
    """The width that lines are wrapped at, 0 if they are not."""
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and not _ITEM.match(b)]
    open_ended = [(a, b) for a, b in pairs if not _STOP.search(a)]
    full = sum(_is_broken(a, b, width) for a, b in open_ended)
    enough = len(open_ended) >= _LEAST_ENDS and full >= _SHARE * len(open_ended)
    return width if enough else 0


def _is_broken(line: str, following: str, width: int) -> bool:
    """Whether a line ends only because the first word of the next one did not fit."""
    if not line or not following or _ITEM.match(following):
        return False
    return len(line) + 1 + len(following.split(None, 1)[0]) > width

"""Undoes typesetting to a fixed width: words hyphenated at line ends, paragraphs broken into lines."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from dateline.clean.words import words_of
from dateline.text import Replacement

_END = r"(?:\r\n|\n|\r)"
#: A hyphen between letters at a line end.
_HYPHENATED = re.compile(rf"-(?<=[^\W\d_]{{2}}-)[ \t]*{_END}[ \t]*(?=[^\W\d_]{{2}})")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
#: A hyphen that ties the end of a line to the next; a soft one does so anywhere.
_TIED = re.compile(r"(?:\w-|\w\xad)$")
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

    What the text elsewhere writes as one word becomes one. What it writes with a hyphen keeps it and loses the line
    end only, and so do two words that it also has apart (`peace-` `maker`), or a first part that is no syllable
    (`self-`). What nothing is known of becomes one.
    Capitals are compounds (`Franco-` `German`): they are left alone but for those that the text has elsewhere.
    """
    broken = list(_broken_words(text))
    if not broken:
        return
    words, compounds = _words_outside(text, broken), frozenset(_COMPOUND.findall(text.lower()))
    for match, left, right in broken:
        one_word = left[1:].islower() and right.islower()
        left, right = left.lower(), right.lower()
        compound = f"{left}-{right}" in compounds
        if one_word or compound:
            apart = left in _first_parts() or (left in words and right in words)
            keeps_hyphen = f"{left}{right}" not in words and (compound or apart)
            yield match.start() + (keeps_hyphen or not one_word), match.end(), ""


def _broken_words(text: str) -> Iterator[tuple[re.Match[str], str, str]]:
    """The hyphens at line ends, each with the letters before and after it."""
    for match in _HYPHENATED.finditer(text):
        right = _LETTERS.match(text, match.end(), match.end() + _LONGEST_PART)
        if right is not None:
            yield match, _LETTERS.findall(text[max(0, match.start() - _LONGEST_PART) : match.start()])[-1], right[0]


def _words_outside(text: str, broken: Sequence[tuple[re.Match[str], str, str]]) -> frozenset[str]:
    """The words of a text in lower case, without the parts of those that a line end broke."""
    pieces, done = [], 0
    for match, left, right in broken:
        pieces.append(text[done : max(done, match.start() - len(left))])
        done = match.end() + len(right)
    return frozenset(_LETTERS.findall(" ".join((*pieces, text[done:])).lower()))


@cache
def _first_parts() -> frozenset[str]:
    return frozenset(words_of("compounds")["first_parts"])


def joins(text: str) -> Iterator[Replacement]:
    """Line ends to be replaced by a space, because the text is wrapped at a fixed width; none if it is not.

    After a hyphen that ties two words (`Franco-` `German`, `1948-` `1955`) nothing replaces them; broken words are left
    to `hyphenations`, which comes after this: the width of lines shows while they are whole.
    """
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
            tied = _TIED.search(line)
            if tied is None or not (line[-2].islower() and following[0].islower()):
                yield *end.span(), " " if tied is None else ""


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

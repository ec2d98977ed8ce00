"""Which lines of a page its article is: the blocks that an extractor returns, found again in the page's text.

The extractor changes white space, leaves out parts of blocks, joins blocks and moves some; it changes no letters. So
blocks are looked for without their white space, each from where the last one ended, and what was left out of one only
interrupts it. A line belongs to the article when most of its characters were found.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate

from lxml.etree import _Element, iterwalk

from dateline.article import Section

#: Elements of trafilatura's trees that start and end a block, and what the block is.
_BLOCKS: dict[str, Section] = {
    **dict.fromkeys(("body", "p", "list", "item", "table", "row", "cell", "lb", "code", "div", "fw"), "body"),
    "head": "heading",
    "quote": "quote",
}
#: Share of a line's characters that must be found.
_MOST = 0.5
#: So many characters are looked for at a time: enough to be found once only, nearly always.
_PIECE = 24
#: How far ahead, in characters, the next piece is looked for. It bounds the search: pages have a few thousand.
_AHEAD = 20_000
#: Pieces of fewer characters are found everywhere; they are only looked for in the rest of the line.
_SHORT = 8
_KEY = 12


def blocks(body: _Element) -> Iterator[tuple[str, Section]]:
    """Yields the text and section of each block of an extracted body, in order."""
    pieces: list[str] = []
    inside: list[Section] = []
    for event, element in iterwalk(body, events=("start", "end")):
        section = _BLOCKS.get(element.tag)
        if section is not None:
            text, pieces = "".join(pieces), []
            if text.strip():
                yield text, _innermost(inside)
            if event == "start":
                inside.append(section)
            else:
                inside.pop()
        pieces.append((element.text if event == "start" else element.tail) or "")


def _innermost(inside: Sequence[Section]) -> Section:
    return next((section for section in reversed(inside) if section != "body"), "body")


def sections_of_lines(lines: Sequence[str], body: _Element) -> tuple[list[Section | None], float]:
    """For each line, its section in the article, None where it is not part of it; and what share of the body was found.

    Linear in the length of page and body.
    """
    page = _Page(lines)
    votes: dict[int, Counter[Section]] = defaultdict(Counter)
    n_found = n_all = 0
    for text, section in blocks(body):
        squeezed = _squeezed(text)
        n_all += len(squeezed)
        for start, end in page.spans(squeezed):
            n_found += end - start
            for line, n in page.lines(start, end):
                votes[line][section] += n
    found = [_winner(votes[line], page.length(line)) if line in votes else None for line in range(len(lines))]
    return found, n_found / n_all if n_all else 1.0


def _winner(vote: Counter[Section], length: int) -> Section | None:
    if vote.total() < _MOST * length:
        return None
    return max(vote, key=lambda section: vote[section])


def _squeezed(text: str) -> str:
    return "".join(text.split())


class _Page:
    """The lines of a page without white space, and how far the article was found in them."""

    def __init__(self, lines: Sequence[str]) -> None:
        squeezed = [_squeezed(line) for line in lines]
        self._text = "".join(squeezed)
        self._starts = [0, *accumulate(map(len, squeezed))]
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._begun: dict[str, list[int]] = defaultdict(list)
        for start, line in zip(self._starts, squeezed, strict=False):
            self._whole[line].append(start)
            self._begun[line[:_KEY]].append(start)
        self._cursor = 0

    def length(self, line: int) -> int:
        """How many characters a line has, white space not counted."""
        return self._starts[line + 1] - self._starts[line]

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yields the lines that a span touches, with the number of its characters in each."""
        line = bisect_right(self._starts, start) - 1
        while start < end:
            stop = min(end, self._starts[line + 1])
            yield line, stop - start
            start, line = stop, line + 1

    def spans(self, block: str) -> Iterator[tuple[int, int]]:
        """Yields where the characters of a block are, one span for each part that nothing interrupts."""
        done = 0
        while done < len(block):
            rest = block[done:] if done else block
            start = self._find(rest, begun=done > 0)
            if start < 0:
                done += _PIECE
                continue
            n = _common(self._text, start, rest)
            self._cursor = start + n
            done += n
            yield start, start + n

    def _find(self, block: str, *, begun: bool) -> int:
        """Where a block, or what is left of one, begins; -1 if it is nowhere."""
        if not begun and (found := self._nearest(self._whole.get(block, ()))) >= 0:
            return found
        piece = block[:_PIECE]
        far = self._cursor + _AHEAD
        if len(piece) < _SHORT:
            far = self._starts[bisect_right(self._starts, self._cursor)] if self._cursor < len(self._text) else far
        found = self._text.find(piece, self._cursor, far)
        if found >= 0 or len(piece) < _SHORT:
            return found
        begun_so = self._begun.get(piece[:_KEY], ())
        return self._nearest([start for start in begun_so if self._text.startswith(piece, start)])

    def _nearest(self, starts: Sequence[int]) -> int:
        """The first of some places from here on; where there is none, the first; -1 if there are none at all."""
        after = bisect_right(starts, self._cursor - 1)
        return starts[after] if after < len(starts) else starts[0] if starts else -1


def _common(text: str, start: int, block: str) -> int:
    """How many characters two texts have in common from there on; one at least."""
    if text.startswith(block, start):
        return len(block)
    low, high = 1, len(block)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text.startswith(block[:middle], start) else (low, middle - 1)
    return low

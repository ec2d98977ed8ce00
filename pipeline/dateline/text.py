"""Cleaned text that knows its raw offsets.

An `AlignedText` is a cleaned string and the list of *blocks* where the raw one was rewritten into it.
Outside the blocks the two differ at most character by character, so that offsets only shift; a block is atomic:
whatever touches one character of it maps to the whole run it replaced. Repairs are thus free to change the length of a
text and every span found in the result still points at exact raw characters.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import itemgetter, ne
from typing import Self

Replacement = tuple[int, int, str]
_Span = tuple[int, int]
_Piece = tuple[int, int, str | None, _Span | None]  # an edit: span and new text; a block of earlier: span and raw span


@dataclass(frozen=True, slots=True)
class AlignedText:
    """A cleaned text and, per rewritten block, where it lies in the cleaned and in the raw string.

    Attributes:
        text: the cleaned string; what offsets count in unless they say raw.
        starts: first cleaned character of each block, ascending.
        ends: one past the last cleaned character of each block; equal to the start where the run was deleted.
        raw_starts: first raw character of each block.
        raw_ends: one past the last raw character of each block.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    raw_starts: tuple[int, ...] = ()
    raw_ends: tuple[int, ...] = ()

    @classmethod
    def of(cls, raw: str) -> Self:
        """The text that is its own raw string."""
        return cls(raw)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where the cleaned characters `start` to `end` come from: a half-open span of the raw string, in O(log n).

        A run deleted just before or just after the span stays outside of it; one inside is covered.

        Raises:
            IndexError: the span does not lie within the cleaned text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"span {start}-{end} outside a text of {len(self.text)} characters")
        if start == end:
            first = self._raw_start(start)
            return first, first
        return self._raw_start(start), self._raw_end(end)

    def _raw_start(self, position: int) -> int:
        block = bisect_right(self.ends, position)
        if block < len(self.starts) and self.starts[block] <= position:
            return self.raw_starts[block]
        return position if block == 0 else position - self.ends[block - 1] + self.raw_ends[block - 1]

    def _raw_end(self, position: int) -> int:
        block = bisect_right(self.ends, position - 1)
        if block < len(self.starts) and self.starts[block] < position:
            return self.raw_ends[block]
        return position if block == 0 else position - self.ends[block - 1] + self.raw_ends[block - 1]

    def exchange(self, text: str) -> Self:
        """The same alignment over a text that differs from this one character by character: no offset moves.

        Raises:
            ValueError: the text has another length.
        """
        if len(text) != len(self.text):
            raise ValueError("an exchange must put a single character in the place of each single character")
        return type(self)(text, self.starts, self.ends, self.raw_starts, self.raw_ends)

    def edit(self, replacements: Iterable[Replacement]) -> Self:
        """The text after replacements `(start, end, new text)`, given in offsets of the current text.

        Each becomes one atomic block, together with the blocks of earlier edits that it touches. Linear in the length
        of the text and the number of blocks (plus a sort).

        Raises:
            ValueError: two replacements overlap, or one lies outside the text.
        """
        edits = sorted((r for r in replacements if r[0] != r[1] or r[2]), key=itemgetter(0, 1))
        if not edits:
            return self
        _check(edits, len(self.text))
        pieces: list[_Piece] = [
            (start, end, None, (raw_start, raw_end)) for start, end, raw_start, raw_end in self._blocks()
        ]
        pieces += [(start, end, new, None) for start, end, new in edits]
        pieces.sort(key=itemgetter(0, 1))  # stable: a deletion comes before an insertion behind it
        out: list[str] = []
        blocks: list[tuple[int, int, int, int]] = []
        done = length = 0
        for cluster in _clusters(pieces):
            start, end, new, raw = cluster[0]
            if len(cluster) > 1:
                end = max(piece[1] for piece in cluster)
                new, raw = _apply(self.text, start, end, cluster), None
            elif new is None:  # a block that no edit touches
                new = self.text[start:end]
            out += (self.text[done:start], new)
            length += start - done
            raw_start, raw_end = raw or self.raw_span(start, end)
            blocks.append((length, length + len(new), raw_start, raw_end))
            length, done = length + len(new), end
        out.append(self.text[done:])
        return type(self)("".join(out), *_columns(blocks))

    def count_repairs(self, raw: str) -> int:
        """How many blocks were rewritten and, outside of them, characters exchanged, on the way from `raw`."""
        done, raw_done, exchanged = 0, 0, 0
        for start, end, raw_start, raw_end in (*self._blocks(), (len(self.text),) * 2 + (len(raw),) * 2):
            kept, original = self.text[done:start], raw[raw_done:raw_start]
            if kept != original:
                exchanged += sum(map(ne, kept, original))
            done, raw_done = end, raw_end
        return len(self.starts) + exchanged

    def _blocks(self) -> Iterator[tuple[int, int, int, int]]:
        return zip(self.starts, self.ends, self.raw_starts, self.raw_ends, strict=True)

    def to_blocks(self) -> list[int]:
        """The alignment as numbers, four a block: clean gap since the last block, clean length, raw gap, raw length.

        Empty where no offset moves.
        """
        numbers: list[int] = []
        last = raw_last = 0
        for start, end, raw_start, raw_end in self._blocks():
            numbers += (start - last, end - start, raw_start - raw_last, raw_end - raw_start)
            last, raw_last = end, raw_end
        return numbers

    @classmethod
    def from_blocks(cls, text: str, numbers: Sequence[int]) -> Self:
        """The aligned text that `to_blocks` described.

        Raises:
            ValueError: the numbers do not come in fours.
        """
        if len(numbers) % 4:
            raise ValueError("an alignment is four numbers a block")
        clean = tuple(accumulate(n for i, n in enumerate(numbers) if i % 4 < 2))
        original = tuple(accumulate(n for i, n in enumerate(numbers) if i % 4 >= 2))
        return cls(text, clean[::2], clean[1::2], original[::2], original[1::2])


def _check(edits: Sequence[Replacement], length: int) -> None:
    """Raises ValueError unless the sorted edits lie in a text of that length and none overlaps the next."""
    last = 0
    for start, end, _ in edits:
        if not last <= start <= end <= length:
            raise ValueError(f"replacement {start}-{end} overlaps another or lies outside the text")
        last = end


def _clusters(pieces: Iterable[_Piece]) -> Iterable[list[_Piece]]:
    """Sorted pieces, those that overlap together."""
    cluster: list[_Piece] = []
    end = 0
    for piece in pieces:
        if cluster and piece[0] >= end:
            yield cluster
            cluster = []
        cluster.append(piece)
        end = max(end, piece[1]) if len(cluster) > 1 else piece[1]
    if cluster:
        yield cluster


def _apply(text: str, start: int, end: int, cluster: Iterable[_Piece]) -> str:
    """`text[start:end]` with the replacements of a cluster made in it."""
    parts: list[str] = []
    done = start
    for first, last, new, _ in cluster:
        if new is not None:
            parts += (text[done:first], new)
            done = last
    return "".join((*parts, text[done:end]))


def _columns(blocks: Sequence[tuple[int, int, int, int]]) -> tuple[tuple[int, ...], ...]:
    """Blocks as four columns: neighbouring deletions as one, those that change no offset (one for one) left out."""
    kept: list[tuple[int, int, int, int]] = []
    for block in blocks:
        start, end, raw_start, raw_end = block
        if kept and kept[-1][0] == end:  # both are deletions, in the same place
            kept[-1] = (start, end, kept[-1][2], raw_end)
        elif (end - start, raw_end - raw_start) != (1, 1):
            kept.append(block)
    return tuple(zip(*kept, strict=True)) or ((), (), (), ())

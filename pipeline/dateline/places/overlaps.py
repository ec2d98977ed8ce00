"""Which of many stretches of a text overlap a given one, without looking at all of them."""

from collections import defaultdict
from typing import Generic, TypeVar

T = TypeVar("T")
_BLOCK = 64  # characters: longer than most names, so that a name lies in one block or two


class Overlaps(Generic[T]):
    """Stretches of a text with an item each, found by position."""

    def __init__(self) -> None:
        self._blocks: dict[int, list[tuple[int, int, T]]] = defaultdict(list)

    def add(self, start: int, end: int, item: T) -> None:
        """File an item under a stretch."""
        for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1):
            self._blocks[block].append((start, end, item))

    def remove(self, start: int, end: int, item: T) -> None:
        """Forget an item that was filed under a stretch."""
        for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1):
            self._blocks[block].remove((start, end, item))

    def at(self, start: int, end: int) -> list[T]:
        """Return the items whose stretch overlaps one, each once, in the order of their filing within a block."""
        found: dict[int, T] = {}
        for block in range(start // _BLOCK, (end - 1) // _BLOCK + 1):
            for a, b, item in self._blocks.get(block, ()):
                if a < end and start < b:
                    found[id(item)] = item
        return list(found.values())

"""Which names are worth comparing: those that share coarse sounds in two of their parts."""

from collections import defaultdict
from collections.abc import Hashable, Iterator
from itertools import combinations

from dateline.persons.parsing import Name, Token
from dateline.persons.scripts import sounds
from dateline.persons.tokens import block_keys, stems
from dateline.persons.words import inflection, name_words

#: Scripts without vowels: there one part in common is enough, or a sixth of the pairs is never compared.
_CONSONANTAL = frozenset({"Hebr", "Arab"})

#: Consonant classes of a part that have to agree; fewer where one side writes no vowels.
_WIDTH, _WIDTH_ACROSS = 3, 2

#: Parts of a name that take part in blocking; more are not names.
_MOST_TOKENS = 6


class Parts:
    """An index of names by each of their parts; `width` says how closely the parts have to agree, 1-3."""

    def __init__(self, *, width: int = 3) -> None:
        self._width = width
        self._numbers: dict[str, set[int]] = defaultdict(set)

    def add(self, name: Name, number: int) -> None:
        """Files a number under every part of a name."""
        for key in _part_keys(name, self._width):
            self._numbers[key].add(number)

    def find(self, name: Name) -> list[int]:
        """Returns the numbers of the names that share a part with this one, ascending."""
        return sorted(set().union(*(self._numbers.get(key, ()) for key in _part_keys(name, self._width))))


class Blocks:
    """An index of full names by pairs of their parts."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, set[int]] = defaultdict(set)
        self._parts = {True: Parts(width=_WIDTH_ACROSS), False: Parts(width=_WIDTH_ACROSS)}

    def add(self, name: Name, number: int) -> None:
        """Files a number under the keys of a name."""
        for key in _keys(name):
            self._numbers[key].add(number)
        self._parts[name.script in _CONSONANTAL].add(name, number)

    def find(self, name: Name) -> list[int]:
        """Returns the numbers of the names that may be the same person's, ascending."""
        across = self._parts[name.script not in _CONSONANTAL].find(name)
        return sorted(set(across).union(*(self._numbers.get(key, ()) for key in _keys(name))))


def _token_keys(token: Token, language: str, width: int) -> frozenset[str]:
    """Returns the blocking keys of a token, of its stems too in languages that inflect names."""
    known = name_words()  # `Bob` and `Robert` sound like nothing in common
    names = known.nicknames.get(token.roman, frozenset()) | known.spellings.get(token.roman, frozenset())
    listed = frozenset(f"={name}" for name in names)
    readings = stems(token.roman) if language in inflection().languages else (token.roman,)
    return listed.union(*(block_keys(reading, width) for reading in readings))


def _part_keys(name: Name, width: int) -> Iterator[str]:
    for token in name.tokens[:_MOST_TOKENS]:
        if not token.initial:
            yield from _token_keys(token, name.language, width)


def _keys(name: Name) -> Iterator[Hashable]:
    """Yields pairs of keys: of two parts, and of a part and the first sound of another, all that an initial has."""
    tokens = name.tokens[-_MOST_TOKENS:]
    if len(tokens) == 1:
        yield from ((key, name.ordinal) for key in _token_keys(tokens[0], name.language, _WIDTH))
    spelled = [(token, _token_keys(token, name.language, _WIDTH)) for token in tokens]
    for (one, keys), (other, other_keys) in combinations(spelled, 2):
        if not one.initial and not other.initial:
            yield from (tuple(sorted((key, other_key))) for key in keys for other_key in other_keys)
        if not other.initial:
            yield from (("initial", sounds(one.roman)[:1].lower(), key) for key in other_keys)

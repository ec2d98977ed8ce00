"""What sites write around articles, as data: one file of phrases per language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.clean.lines import Measured, bare, fold

#: Longest line that the beginning can give away; what starts alike and goes on is a paragraph.
_LONGEST = 30
#: The same for beginnings of one or two words without a colon (`Powered by`, `Copyright`), which also start sentences.
_LONGEST_AFTER_FEW = 10
#: Beginnings are looked up by so many of their first characters.
_INDEXED = 2


def is_furniture(line: Measured) -> bool:
    """Whether a line is, or starts with, a phrase that sites write around articles."""
    if line.words > _LONGEST:
        return False
    whole, starts = _phrases()
    folded = line.folded
    if bare(folded) in whole:
        return True
    key = folded.lstrip("»›>•·|-–—*← →↑#©@[(")
    return any(
        key.startswith(phrase) and line.words <= longest and _ends_word(key, phrase)
        for phrase, longest in starts.get(key[:_INDEXED], ())
    )


def _ends_word(key: str, phrase: str) -> bool:
    """Whether a beginning ends where a word ends; unspaced scripts and closing colons always do."""
    rest = key[len(phrase) : len(phrase) + 1]
    return not (rest.isalpha() and phrase[-1].isalpha() and rest.isascii())


@cache
def _phrases() -> tuple[frozenset[str], Mapping[str, list[tuple[str, int]]]]:
    """All phrases that are whole lines; and all beginnings, with the longest line they decide, by first characters."""
    whole: set[str] = set()
    starts: dict[str, list[tuple[str, int]]] = {}
    for path in sorted((files("dateline.clean") / "data").iterdir(), key=lambda path: path.name):
        if path.name.startswith("ui."):
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            whole.update(bare(fold(phrase)) for phrase in data["whole"])
            for phrase in map(fold, data["starts"]):
                few = len(phrase) < 20 and phrase.count(" ") < 2 and ":" not in phrase
                starts.setdefault(phrase[:_INDEXED], []).append((phrase, _LONGEST_AFTER_FEW if few else _LONGEST))
    return frozenset(whole - {""}), starts


@cache
def words_of(topic: str) -> Mapping[str, list[str]]:
    """The lists of a data file (`bylines`, `publication`) by name."""
    path = files("dateline.clean") / "data" / f"{topic}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))

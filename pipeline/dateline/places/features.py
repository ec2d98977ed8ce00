"""Names that their head word proves to be places: `Lake Nasser`, `golfe d’Akaba`, `the Roseires dam`.

The head words of a language are in data/features.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.letters import CAPITAL
from dateline.places.data_files import load_toml
from dateline.places.model import Kind

_CAPITAL = rf"[{CAPITAL}]\w*(?:(?:['’](?!s\b)|-)\w+)*+(?!['’]s\b)"
# Small words inside names: `Wadi el-Jarrah`, `palais de la Zarzuela`; articles are followed by a capital.
_SMALL = r"(?:(?:al|el|an|as|ash|bin|ibn|bou|de|la|del|du|des|of|the)[ -])?"
_NAME = rf"{_CAPITAL}(?:[ ]{_SMALL}{_CAPITAL}){{0,2}}"
# What links a head to the name behind it, by language; English and German write it into the head.
_LINKS = {
    "fr": r"[ ](?:de[ ]la[ ]|de[ ]l['’]|du[ ]|des[ ]|de[ ]|d['’])?",
    "es": r"[ ](?:de[ ]la[ ]|de[ ]los[ ]|de[ ]las[ ]|del[ ]|de[ ])?",
}
_NAME_BEFORE = re.compile(rf"(?<![\w'’-])(?P<name>{_NAME})[ ]\Z")
_WINDOW = 48  # characters before a head in which its name is looked for
_KINDS = {"water": Kind.WATER, "wide": Kind.WATER, "landform": Kind.LANDFORM, "facility": Kind.FACILITY}


@dataclass(frozen=True, slots=True)
class Feature:
    """A name with its head word.

    Attributes:
        start: where it begins, head included.
        end: one past its end, head included unless that only proves the name.
        inner: start and end of the name without the head, which may be a place of its own (`Gulf of [Suez]`).
        kind: what the head makes of it; None where the head stays outside and the name keeps its own kind.
        wide: whether such features lie between countries.
    """

    start: int
    end: int
    inner: tuple[int, int]
    kind: Kind | None
    wide: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The head words of a language as patterns, and what they make of a name."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    kinds: dict[str, str]
    skipped: frozenset[str]
    firms: frozenset[str]
    fillers: frozenset[str]


@cache
def _grammar(language: str) -> _Grammar | None:
    name = f"features/{language}.toml"
    if not files("dateline.places").joinpath("data", name).is_file():
        return None
    table = load_toml(name)
    before = [(word, group) for group, words in table["before"].items() for word in words]
    after = [(word, group) for group, words in table["after"].items() for word in words]
    link = _LINKS.get(language, "[ ]")
    return _Grammar(
        before=re.compile(rf"(?<![\w-])(?P<head>{_alternatives(before)}){link}(?P<name>{_NAME})"),
        after=re.compile(rf"(?<=[\w'’] )(?P<head>{_alternatives(after)})(?!\w)"),
        kinds=dict((*before, *after)),
        **{key: frozenset(table["not"].get(key, ())) for key in ("skipped", "firms", "fillers")},
    )


def _alternatives(heads: Iterable[tuple[str, str]]) -> str:
    return "|".join(re.escape(word) for word, _ in sorted(heads, key=lambda head: (-len(head[0]), head))) or r"\b\B"


def features(text: str, language: str) -> Iterator[Feature]:
    """Yield the features of a text in a language, none in a language without head words; they may overlap."""
    grammar = _grammar(language)
    if grammar is None:
        return
    for match in grammar.before.finditer(text):
        yield from _feature(grammar, text, match, match)
    for match in grammar.after.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, match.start() - _WINDOW), match.start())
        if name is not None:
            yield from _feature(grammar, text, match, name)


def _feature(grammar: _Grammar, text: str, head: re.Match[str], name: re.Match[str]) -> Iterator[Feature]:
    start, end = _without(grammar.skipped, text, *name.span("name"))
    words = text[start:end].split()
    if not words or not grammar.firms.isdisjoint(words):
        return
    inner = end - len(words[-1]) - 1 if len(words) > 1 and words[-1] in grammar.fillers else end
    group = grammar.kinds[head["head"]]
    if group == "proof":
        yield Feature(start, end, (start, inner), None, False)
    else:
        span = min(start, head.start("head")), max(end, head.end("head"))
        yield Feature(*span, (start, inner), _KINDS[group], group == "wide")


def _without(skipped: frozenset[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Return the name less the words at its start that are no part of names."""
    while start < end:
        word = text[start:end].split(" ", 1)[0]
        if word not in skipped and not word.islower():
            break
        start = min(end, start + len(word) + 1)
    return start, end

"""The words inside names, of all languages together: a name keeps its particles wherever it is written about."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("dateline.persons") / "data"
_LANGUAGES = ("ar", "de", "en", "es", "fr", "he")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words inside names, lower case.

    Attributes:
        juniors: marks of the younger of two.
        seniors: marks of the elder.
        ordinals: written-out ordinals of rulers -> number.
        nicknames: given name -> names that may stand for it.
        male: given names of men.
        female: given names of women.
        family_first: family names that stand before the given name (`xi`).
        introducing: words before a given name that is not one of those named in full (`another`, `brother`).
        spellings: name -> other spellings of it that sound too little alike to be measured (`gaddafi`: `kadhafi`).
    """

    juniors: frozenset[str]
    seniors: frozenset[str]
    ordinals: Mapping[str, int]
    nicknames: Mapping[str, frozenset[str]]
    male: frozenset[str]
    female: frozenset[str]
    family_first: frozenset[str]
    introducing: frozenset[str]
    spellings: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Inflection:
    """The languages that inflect names, and their endings (romanised), longest first."""

    languages: frozenset[str]
    endings: tuple[str, ...]


@cache
def name_words() -> NameWords:
    """Returns the words inside names."""
    data = [_read(language) for language in _LANGUAGES]
    inflection = _read("inflection")
    return NameWords(
        juniors=_union([*data, inflection], "juniors"),
        seniors=_union(data, "seniors"),
        ordinals={word: number for entry in data for word, number in entry.get("ordinals", {}).items()},
        nicknames=_groups(line for entry in data for line in entry.get("nicknames", "").splitlines()),
        male=_union(data, "male"),
        female=_union(data, "female"),
        family_first=_union([_read("family_first")], "family_first"),
        introducing=_union(data, "introducing"),
        spellings=_groups(_read("spellings")["spellings"].splitlines()),
    )


@cache
def inflection() -> Inflection:
    """Returns the languages that inflect names and their endings."""
    data = _read("inflection")
    endings = sorted(data["endings"].split(), key=lambda ending: (-len(ending), ending))
    return Inflection(frozenset(data["languages"].split()), tuple(endings))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _union(data: list[dict[str, Any]], name: str) -> frozenset[str]:
    return frozenset(word for entry in data for word in entry.get(name, "").split())


def _groups(lines: Iterable[str]) -> Mapping[str, frozenset[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for line in lines:
        for name in line.split():
            names[name].update(line.split())
    return {name: frozenset(group) for name, group in names.items()}

"""The words that stand around names, by language: `data/<language>.toml`, read once per process."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("dateline.entities") / "data"


@dataclass(frozen=True, slots=True)
class Titles:
    """Honorifics and roles of one language, in lower case and without dots.

    Attributes:
        heads: words a title can end with (`minister`).
        modifiers: words that may come before a head (`defense`).
        linkers: words that join a head to what it is over (`of`).
        ruler: heads that are followed by a name and an ordinal (`king`).
        genitive: whether what a head is over follows it with nothing between (`президент России`).
        over: words of such a phrase; other ones have a capital or an article on them.
        adjective_after: whether an adjective stands between a head and the name.
        short: abbreviation -> title.
        male: titles of men.
        female: titles of women.
    """

    heads: frozenset[str]
    modifiers: frozenset[str]
    linkers: frozenset[str]
    ruler: frozenset[str]
    genitive: bool
    over: frozenset[str]
    adjective_after: bool
    short: Mapping[str, str]
    male: frozenset[str]
    female: frozenset[str]


@dataclass(frozen=True, slots=True)
class Humans:
    """Words that say of the name beside them that it is a person's, in lower case; all empty where a language has none.

    Attributes:
        nouns: what only persons are (`graduate`), after a name, a comma and a determiner.
        determiners: words before such a noun (`his`).
        verbs: what only persons do or suffer (`married`, `hanged`).
        doings: what persons and organisations do, but places seldom (`met`).
        helpers: words between a name and such a verb (`did not`).
        objects: verbs whose object is a person (`arrested`).
        titles: titles that no place or organisation starts with (`colonel`).
        bodies: words in the names of organisations and things.
        links: words before a name that is no place (`and`, `while`).
    """

    nouns: frozenset[str]
    determiners: frozenset[str]
    verbs: frozenset[str]
    doings: frozenset[str]
    helpers: frozenset[str]
    objects: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    links: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Words around the names of one language, in lower case unless said otherwise.

    Attributes:
        particles: belong to the name after them (`ben`, `von`).
        articles: trimmed from the start of a span, in the case in which they are listed (`La Haya` keeps its own).
        lower: words that stay lower case when a line in capitals gets its case back.
        cues_before: words after which a name is no person (`Operation`); one in lower case counts in any case.
        cues_after: capitalised words before which a name is no person (`Accords`).
        never_person: names that models take for persons.
        particle_names: surnames with a particle that is also a word of the language (`de gaulle`).
        before_particle: words before such a particle that leave it to the name (`pour de Lesseps`).
        vessels: kinds of ships, storms and operations: what is named after one is no person.
        built: kinds of buildings, after a name that is no person (`the Drakkar building`).
        locatives: prepositions after which a name of a town is the town.
        over_places: titles whose linker leads to a place (`governor`).
        after_participle: words after a participle that opens a sentence.
        before_month: words before a month that make it a date.
        after_month: words after a month that make it a verb (`May the`).
        month: months that are surnames, too, capitalised.
        presided: words after the name of a person who leads what they say (`the Truman administration`).
        capital_nouns: whether all nouns have a capital, so that one before a surname need be no given name.
        titles: honorifics and roles.
        humans: words that only persons have beside them.
    """

    particles: frozenset[str]
    articles: frozenset[str]
    lower: frozenset[str]
    cues_before: frozenset[str]
    cues_after: frozenset[str]
    never_person: frozenset[str]
    particle_names: frozenset[str]
    before_particle: frozenset[str]
    vessels: frozenset[str]
    built: frozenset[str]
    locatives: frozenset[str]
    over_places: frozenset[str]
    after_participle: frozenset[str]
    before_month: frozenset[str]
    after_month: frozenset[str]
    month: re.Pattern[str] | None
    presided: frozenset[str]
    capital_nouns: bool
    titles: Titles
    humans: Humans


#: Languages with a file; titles and particles of all of them count in every text.
LANGUAGES = ("ar", "de", "en", "es", "fr", "he", "it", "nl", "pt", "ru")


@cache
def particles() -> frozenset[str]:
    """Returns the particles of all languages: names keep theirs wherever they are written about."""
    return frozenset().union(*(words(language).particles for language in LANGUAGES))


@cache
def words(language: str) -> Words:
    """Returns the words of a language; all sets are empty for a language without a file."""
    source = _DATA / f"{language}.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else {}
    return Words(
        particles=_set(data, "particles"),
        articles=_set(data, "articles"),
        lower=_set(data, "lower"),
        cues_before=_set(data, "cues_before"),
        cues_after=_set(data, "cues_after"),
        never_person=_set(data, "never_person"),
        particle_names=frozenset(data.get("particle_names", ())),
        before_particle=_set(data, "before_particle"),
        vessels=_set(data, "vessels"),
        built=_set(data, "built"),
        locatives=_set(data, "locatives"),
        over_places=_set(data, "over_places"),
        after_participle=_set(data, "after_participle"),
        before_month=_set(data, "before_month"),
        after_month=_set(data, "after_month"),
        month=_month(data.get("months", "").split()),
        presided=_set(data, "presided"),
        capital_nouns=bool(data.get("capital_nouns", False)),
        titles=_titles(data.get("titles", {})),
        humans=_humans(data.get("humans", {})),
    )


def _titles(data: Mapping[str, Any]) -> Titles:
    gender = data.get("gender", {})
    return Titles(
        heads=_set(data, "heads"),
        modifiers=_set(data, "modifiers"),
        linkers=_set(data, "linkers"),
        ruler=_set(data, "ruler"),
        genitive=bool(data.get("genitive", False)),
        over=_set(data, "over"),
        adjective_after=bool(data.get("adjective_after", False)),
        short=dict(data.get("short", {})),
        male=_set(gender, "male"),
        female=_set(gender, "female"),
    )


def _humans(data: Mapping[str, Any]) -> Humans:
    return Humans(**{field.name: _set(data, field.name) for field in fields(Humans)})


def _month(months: list[str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?:{'|'.join(months)})(?!\w)") if months else None


def _set(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(data.get(name, "").split())

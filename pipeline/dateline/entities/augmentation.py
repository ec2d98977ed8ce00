"""Other names in the same sentences: a person becomes another one, from open lists of given and family names.

The lists are those of the package Faker (MIT), by language; names in scripts and languages without one stay.
"""

import re
from dataclasses import replace
from functools import cache
from importlib import import_module
from random import Random

from dateline.entities.training_texts import Annotated

#: Lists of Faker by language. Inflected languages are left out: a nominative in their sentences would teach nonsense.
_LISTS = {
    "ar": ("ar_AA", "ar_SA", "ar_PS"),
    "de": ("de_DE", "de_AT", "de_CH"),
    "en": ("en_US", "en_GB", "en_IN", "en_NG", "en_KE"),
    "es": ("es_ES", "es_MX", "es_AR", "es_CO"),
    "fr": ("fr_FR", "fr_BE", "fr_CH", "fr_DZ", "fr_CA"),
    "he": ("he_IL",),
    "it": ("it_IT",),
    "nl": ("nl_NL", "nl_BE"),
    "pt": ("pt_BR", "pt_PT"),
    "da": ("da_DK",),
    "sv": ("sv_SE",),
}  # fmt: skip
_FOREIGN = ("en_US", "de_DE", "fr_FR", "it_IT", "es_ES", "tr_TR", "cs_CZ", "vi_VN", "id_ID", "hr_HR", "ro_RO", "sw")

#: Share of the names of people in languages of the Latin script that become foreign ones.
_FOREIGN_SHARE = 0.2

_PARTICLE = re.compile(r"[^\W\d_]+\Z")


@cache
def _names(listed: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Returns the given and the family names of a list."""
    provider = import_module(f"faker.providers.person.{listed}").Provider
    given = [*_all(provider, "first_names"), *_all(provider, "first_names_female"), *_all(provider, "first_names_male")]
    family = _all(provider, "last_names")
    return tuple(sorted(set(given))), tuple(sorted(set(family)))


def _all(provider: type, name: str) -> list[str]:
    return [part for part in getattr(provider, name, ()) if isinstance(part, str) and part]


def with_other_people(annotated: Annotated, random: Random) -> Annotated:
    """Returns the text with each person of one or two words under another name, the same one every time."""
    if annotated.language not in _LISTS:
        return annotated
    known: dict[str, str] = {}
    text, names, at = "", [], 0
    for start, end, label in annotated.names:
        name = annotated.text[start:end]
        if label == "PERSON":
            name = _other(name, annotated.language, known, random)
        text += annotated.text[at:start]
        names.append((len(text), len(text) + len(name), label))
        text += name
        at = end
    return replace(annotated, text=text + annotated.text[at:], names=tuple(names))


def _other(name: str, language: str, known: dict[str, str], random: Random) -> str:
    words = name.split(" ")
    if len(words) > 2 or not all(_caseless(word) or not (word.isupper() or word.islower()) for word in words):
        return name
    if not all(map(_PARTICLE.match, words)):
        return name
    lists = _LISTS[language]
    if language not in ("ar", "he") and random.random() < _FOREIGN_SHARE:
        lists = _FOREIGN
    given, family = _names(random.choice(lists))
    for word in words[:-1]:
        known.setdefault(word, random.choice(given))
    known.setdefault(words[-1], random.choice(family or given))
    return " ".join(known[word] for word in words)


def _caseless(word: str) -> bool:
    return word.lower() == word.upper()

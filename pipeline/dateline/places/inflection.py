"""Forms of words: all of a demonym from the one that its data file lists, and the nominatives that a name may have."""

import re
from collections.abc import Callable
from itertools import islice, product


def inflect(language: str, word: str) -> tuple[str, ...]:
    """Return the distinct forms of a demonym in a language, its own first; only itself in a language without a rule."""
    rule = _RULES.get(language)
    return (word,) if rule is None else tuple(dict.fromkeys((word, *rule(word))))


def _english(word: str) -> list[str]:
    if word.endswith(("sh", "ch", "ese", "z", "x", "s", "ss")):
        return []
    if word.endswith("man"):
        return [word[:-2] + "en"]
    return [word + "s"]


def _french(word: str) -> list[str]:
    if word.endswith(("en", "on")):
        feminine = word + "ne"
    elif word.endswith("e"):
        feminine = word
    elif word.endswith("c"):
        feminine = word + "que" if word.endswith("ec") else word[:-1] + "que"  # grecque, turque
    else:
        feminine = word + "e"
    plural = word if word.endswith(("s", "x")) else word + "s"
    return [feminine, plural, feminine + "s"]


_SPANISH_ACCENTED = {"és": "es", "án": "an", "ín": "in", "ón": "on"}


def _spanish(word: str) -> list[str]:
    if word.endswith("o"):
        return [word[:-1] + "a", word + "s", word[:-1] + "as"]
    if word[-2:] in _SPANISH_ACCENTED:
        stem = word[:-2] + _SPANISH_ACCENTED[word[-2:]]
        return [stem + "a", stem + "es", stem + "as"]
    if word.endswith(("l", "z", "r")):
        plural = word[:-1] + "ces" if word.endswith("z") else word + "es"
        return [plural, word + "a", word + "as"]
    if word.endswith(("í", "ú")):
        return [word + "es", word + "s"]
    return [word + "s"]


def _german(word: str) -> list[str]:
    if word.endswith(("isch", "sch")):
        return [word + ending for ending in ("e", "er", "en", "es", "em")]
    if word.endswith("er"):
        return [word + ending for ending in ("n", "s", "in", "innen")]
    if word.endswith("e"):
        return [word + "n", word[:-1] + "in", word[:-1] + "innen"]
    return [word + ending for ending in ("s", "en", "in", "innen")]


def _arabic(word: str) -> list[str]:
    return [word + ending for ending in ("ة", "ون", "ين", "ات", "ان", "تين")] if word.endswith("ي") else []


def _hebrew(word: str) -> list[str]:
    return [word + ending for ending in ("ת", "ם", "ים", "ות", "יות")] if word.endswith("י") else []


_RULES: dict[str, Callable[[str], list[str]]] = {
    "en": _english,
    "fr": _french,
    "es": _spanish,
    "de": _german,
    "ar": _arabic,
    "he": _hebrew,
}


#: Endings of Russian names and what the nominative has for them, longest first: adjectives, then nouns.
_RUSSIAN = tuple(
    (ending, tuple(nominative.replace("-", "") for nominative in nominatives.split()))
    for ending, nominatives in (
        ("ого", "ий ый ой ое"),
        ("его", "ий ее"),
        ("ому", "ий ый ой ое"),
        ("ему", "ий ее"),
        ("ими", "ие"),
        ("ыми", "ые"),
        ("ией", "ия"),
        ("ием", "ие ий"),
        ("ами", "ы и а"),
        ("ями", "и"),
        ("ой", "а ая"),
        ("ей", "я ь а ая"),
        ("ую", "ая"),
        ("юю", "яя"),
        ("ых", "ые"),
        ("их", "ие"),
        ("ым", "ый ое ые"),
        ("им", "ий ое ие"),
        ("ом", "- о ый ой ий ое"),
        ("ем", "й ь ий е ее"),
        ("ии", "ия ий"),
        ("ию", "ия"),
        ("ах", "ы и а"),
        ("ях", "и"),
        ("ам", "ы и а"),
        ("ям", "и"),
        ("ов", "ы"),
        ("ев", "и"),
        ("а", "- о"),
        ("я", "й ь е"),
        ("у", "- а о"),
        ("ю", "й ь я"),
        ("е", "- а я й о ь"),
        ("ы", "а"),
        ("и", "а я ь"),
        ("", "ы и"),
    )
)
_SHORTEST_STEM = 2
_CONSONANT = re.compile("[бвгджзклмнпрстфхцчшщ]\\Z")
_PARTS = re.compile(r"([ \u00a0-]+)")

#: Readings of one name that are tried at most: three words of five.
_MOST_READINGS = 125


def nominatives(language: str, name: str) -> tuple[str, ...]:
    """Return what a name may be in the nominative, itself left out (`Нижнем Новгороде`); most are none."""
    if language == "de":
        return (name[:-1],) if name.endswith("s") and len(name) > 3 else ()
    if language != "ru":
        return ()
    parts = _PARTS.split(name)
    readings = product(*([part] if at % 2 else [part, *_russian(part)] for at, part in enumerate(parts)))
    return tuple("".join(reading) for reading in islice(readings, 1, _MOST_READINGS))


def _russian(word: str) -> list[str]:
    found: list[str] = []
    for ending, nominatives in _RUSSIAN:
        stem = word[: len(word) - len(ending)]
        if word.endswith(ending) and len(stem) >= _SHORTEST_STEM:
            hard = _CONSONANT.search(stem.lower()) is not None
            found += [stem + nominative for nominative in nominatives if hard or nominative == "й"]  # `Китай`
    return found

"""All forms of a demonym from the one that its data file lists (masculine singular where gender exists)."""

from collections.abc import Callable


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

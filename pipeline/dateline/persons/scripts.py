"""Scripts of names, and their letters as plain lower-case Latin: the ground that names are compared on."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

#: Distinct name tokens kept in the caches below; a million articles have about as many frequent ones.
CACHE = 1 << 18

_ARABIC_MARKS = re.compile("[\u064b-\u065f\u0670\u0640]")

#: First and last code point of the scripts that are not Latin.
_RANGES = (
    (0x0370, 0x0400, "Grek"), (0x0400, 0x0530, "Cyrl"), (0x0590, 0x0600, "Hebr"), (0x0600, 0x0780, "Arab"),
    (0x3040, 0x3100, "Hani"), (0x4E00, 0xA000, "Hani"), (0xAC00, 0xD7B0, "Hang"), (0xFB50, 0xFF00, "Arab"),
)  # fmt: skip


def script(name: str) -> str:
    """Returns the ISO 15924 code of the script of a name: that of its first letter from outside Latin, else `Latn`."""
    if name.isascii():
        return "Latn"
    for char in name:
        code = ord(char)
        if code >= 0x370:
            for first, last, found in _RANGES:
                if first <= code < last:
                    return found
    return "Latn"


@cache
def _letters() -> Mapping[str, Mapping[str, str]]:
    source = files("dateline.persons") / "data" / "letters.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@lru_cache(CACHE)
def romanise(token: str) -> str:
    """Returns a token in lower-case ASCII letters and apostrophes; Hebrew and Arabic have no vowels to give."""
    kind = script(token)
    if kind == "Hebr":
        for pair, sound in _letters()["hebrew_pairs"].items():
            token = token.replace(pair, sound)
        return "".join(_letters()[kind].get(char, char if char.isascii() else "") for char in token)
    if kind == "Arab":
        plain = _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", token))
        return "".join(_letters()[kind].get(char, "") for char in plain)
    return anyascii(unicodedata.normalize("NFKC", token)).lower().replace("`", "'")


#: Digraphs that spell one sound -> one letter for it; longest first.
_SOUNDS = {
    "tsch": "C", "shch": "S", "dzh": "J", "dzs": "J", "sch": "S", "tch": "C", "tsh": "C", "sz": "S", "cz": "C",
    "sh": "S", "ch": "C", "zh": "Z", "kh": "X", "gh": "G", "ph": "f", "th": "T", "dh": "D", "tz": "c", "ts": "c",
    "ck": "k", "qu": "k", "ou": "u", "oo": "u", "ee": "i", "ie": "i", "ei": "e", "ey": "e", "ay": "e", "ai": "e",
    "aw": "o", "au": "o", "x": "ks",
}  # fmt: skip
_SOUND = re.compile("|".join(_SOUNDS))
_NO_SOUND = re.compile(r"[^a-zA-Z']")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(CACHE)
def sounds(roman: str) -> str:
    """Returns a romanised token with one letter a sound and no doubled letters: `schmidt` is `Smidt`."""
    return _DOUBLED.sub(r"\1", _NO_SOUND.sub("", _SOUND.sub(lambda match: _SOUNDS[match.group()], roman)))


_CONSONANTS = {"P": "bpf", "T": "dDtT", "K": "kqgGX", "S": "szcSZCJj", "L": "lr", "M": "mn"}
_CLASSES = {char: name for name, chars in _CONSONANTS.items() for char in chars}


@lru_cache(CACHE)
def skeleton(roman: str) -> str:
    """Returns at most three consonant classes of a romanised token, equal for most spellings in any script."""
    spoken = sounds(roman)
    classes = _DOUBLED.sub(r"\1", "".join(_CLASSES.get(char, "") for char in spoken))
    return classes[:3] or "V" + spoken[:1]

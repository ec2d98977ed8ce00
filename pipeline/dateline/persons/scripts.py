"""Scripts of names, and their letters as plain lower-case Latin: the ground that names are compared on."""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

#: Distinct name tokens kept in the caches below; a million articles have about as many frequent ones.
CACHE = 1 << 18

_HEBREW = {
    "א": "'", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "w", "ז": "z", "ח": "h", "ט": "t", "י": "y", "כ": "k", "ך": "k",
    "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "ע": "'", "פ": "p", "ף": "p", "צ": "ts", "ץ": "ts", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_ARABIC = {
    "ا": "'", "أ": "'", "إ": "'", "آ": "'", "ء": "'", "ئ": "y", "ؤ": "w", "ى": "'", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z",
    "ع": "'", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ک": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "ة": "'", "و": "w",
    "ي": "y", "ی": "y", "گ": "g", "چ": "ch", "پ": "p", "ژ": "zh", "ڤ": "v",
}  # fmt: skip
_GERESH = {"ג'": "j", "צ'": "ch", "ץ'": "ch", "ז'": "zh", "וו": "v"}
_GERESH_PATTERN = re.compile("|".join(_GERESH))
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


@lru_cache(CACHE)
def romanise(token: str) -> str:
    """Returns a token in lower-case ASCII letters and apostrophes; Hebrew and Arabic have no vowels to give."""
    kind = script(token)
    if kind == "Hebr":
        swapped = _GERESH_PATTERN.sub(lambda match: _GERESH[match.group()], token)
        return "".join(_HEBREW.get(char, char if char.isascii() else "") for char in swapped)
    if kind == "Arab":
        plain = _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", token))
        return "".join(_ARABIC.get(char, "") for char in plain)
    return anyascii(unicodedata.normalize("NFKC", token)).lower().replace("`", "'")


#: Digraphs that spell one sound -> one letter for it; longest first.
_SOUNDS = {
    "tsch": "C", "shch": "S", "dzh": "J", "dzs": "J", "sch": "S", "tch": "C", "tsh": "C", "sz": "S", "cz": "C", "sh": "S",
    "ch": "C", "zh": "Z", "kh": "X", "gh": "G", "ph": "f", "th": "T", "dh": "D", "tz": "c", "ts": "c", "ck": "k", "qu": "k",
    "ou": "u", "oo": "u", "ee": "i", "ie": "i", "ei": "e", "ey": "e", "ay": "e", "ai": "e", "aw": "o", "au": "o", "x": "ks",
}  # fmt: skip
_SOUND = re.compile("|".join(_SOUNDS))
_NO_SOUND = re.compile(r"[^a-zA-Z']")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(CACHE)
def sounds(roman: str) -> str:
    """Returns a romanised token with one letter a sound and no doubled letters: `schmidt` is `Smidt`."""
    return _DOUBLED.sub(r"\1", _NO_SOUND.sub("", _SOUND.sub(lambda match: _SOUNDS[match.group()], roman)))


_CLASSES = {char: name for name, chars in dict(P="bpf", T="dDtT", K="kqgGX", S="szcSZCJj", L="lr", M="mn").items() for char in chars}


@lru_cache(CACHE)
def skeleton(roman: str) -> str:
    """Returns at most three consonant classes of a romanised token; equal for most spellings of one name in any script."""
    spoken = sounds(roman)
    classes = _DOUBLED.sub(r"\1", "".join(_CLASSES.get(char, "") for char in spoken))
    return classes[:3] or "V" + spoken[:1]

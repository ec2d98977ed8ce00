"""Words that Arabic and Hebrew write as letters of the next one: `والقاهرة` (and Cairo), `בירושלים` (in Jerusalem)."""

import re

_ARABIC = re.compile(r"(?=[\u0621-\u064a])(?:[وف])?(?:[بكل])?(?=\w{3})")
_SEMITIC = re.compile(r"[\u05d0-\u05ea\u0621-\u064a]")
_ARTICLE = "ال"

#: Letters that are words of their own before a Hebrew word: and, the, in, to, from, like, that.
_HEBREW = re.compile("[והבלמכש]{1,3}(?=[\u05d0-\u05ea]{2})")


def is_semitic(word: str) -> bool:
    """Tells whether a word is in a script that writes small words together with the one after them."""
    return _SEMITIC.match(word) is not None


def bare_forms(word: str) -> list[str]:
    """Returns an Arabic word and what is left of it without each reading of its first letters; else the word alone.

    Of `ولليبيا` those are `ولليبيا`, `لليبيا`, `ليبيا`, `الليبيا`: which one is meant, the caller must know.
    """
    match = _ARABIC.match(word)
    if match is None or not match.group():
        return [word]
    forms = [word] + [word[cut:] for cut in range(1, match.end() + 1) if len(word) - cut >= len(_ARTICLE) + 1]
    return forms + [
        _ARTICLE + form[1:] for form in forms[1:] if form.startswith("ل") and word.startswith(("ل", "ول", "فل"))
    ]


def cuts(word: str) -> range:
    """Returns after how many letters of a word another may begin: 0, and in Arabic and Hebrew those of clitics."""
    match = _HEBREW.match(word) or _ARABIC.match(word)
    return range(match.end() + 1 if match else 1)

"""Names of authors in metadata and in the lines around a title."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from dateline.clean.days import weekdays
from dateline.clean.lines import Measured
from dateline.clean.words import words_of

#: A line with authors is no longer than this; one that introduces an author can be a sentence or two.
_LONGEST_BYLINE, _LONGEST_INTRODUCTION = 20, 40
#: A line that starts with `by` is about an author if it has no more words than this, else a headline can.
_LONGEST_ANNOUNCED = 8
#: Words of a name; more are a headline.
_MOST_WORDS = 5
#: The same for a name that no `by` announces.
_MOST_BARE = 3
_CUT = re.compile(
    r"\s[|•·/]\s|\s[-–—]\s|[(\[<@\d]|\s(?:on|for|at|in|pour|para|für)\s|https?:|\bUpdated\b|\bPublished\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s[-–—|]\s")
_BAR = re.compile(r"\s*[|•·●]\s*")
_INTRODUCTION = re.compile(
    r"^([^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}) (?:is|was|est|es|ist|è|é) (.{3,80})", re.DOTALL
)
_CREDIT = re.compile(r"^(.{3,80}?)(?:,\s*|\s*[|/]\s*|\s+-\s+)([^,|/]{2,40})$")


def given_names(byline: Iterable[str]) -> tuple[str, ...]:
    """The authors that metadata give, one each, without `By`; what is no name (`admin`) is left out."""
    found = [name for entry in byline for name in _split(_without_by(entry.strip())[0])]
    return tuple(
        dict.fromkeys(name for name in found if name and not _is_nobody(name) and "@" not in name and "://" not in name)
    )


def names_in(line: Measured, previous: Measured | None) -> tuple[str, ...]:
    """The authors that a line names as such; empty if it is not about authors.

    `By X and Y`; `X, Reuters`; `X, Staff Writer`; a name beside a day or below `Posted by`; `X is the paper's Rabat
    correspondent.`
    """
    if line.words > _LONGEST_INTRODUCTION:
        return ()
    introduced = _INTRODUCTION.match(line.text)
    if introduced and is_name(introduced[1]) and _names_role(introduced[2]):
        return (introduced[1],)
    if line.words > _LONGEST_BYLINE or line.is_closed:
        return ()
    text = _without_days(line)
    below_by = previous is not None and _is_by(previous.text)
    for part in _BAR.split(text):
        rest, marked = _without_by(part.strip())
        names = _leading_names(rest) if marked or below_by else _bare_names(rest) if line.days else ()
        if names:
            return names
    credited = _CREDIT.match(line.text)
    if credited and (credited[2].strip().lower() in _words("agencies") or _names_role(credited[2])):
        return _leading_names(credited[1])
    return ()


def is_announced(line: Measured, previous: Measured | None) -> bool:
    """Whether a short line starts with `by`, or stands below one that is nothing else: an author, name or not."""
    if line.words > _LONGEST_ANNOUNCED:
        return False
    return _without_by(line.text)[1] or (previous is not None and _is_by(previous.text))


def bare_name(line: Measured) -> str:
    """The name of one person that is all of a line, or has a place behind it; that alone makes nobody an author."""
    name = _PLACE.split(line.text, maxsplit=1)[0]
    alone = line.words <= _MOST_BARE or (name != line.text and line.words <= 2 * _MOST_BARE)
    return name if alone and not line.is_closed and len(_bare_names(name)) == 1 else ""


def _bare_names(text: str) -> tuple[str, ...]:
    """The names that a text consists of; empty if anything else is in it."""
    parts = [part for part in _split(text) if part]
    return tuple(parts) if all(is_name(part) and len(part.split()) <= _MOST_BARE for part in parts) else ()


def _without_days(line: Measured) -> str:
    """A line with a bar in place of the days in it."""
    text = line.text
    for day in reversed(line.days):
        text = f"{text[: day.start]} | {text[day.end :]}"
    return text


def _leading_names(text: str) -> tuple[str, ...]:
    """The names a text starts with, up to the first part that is none."""
    names: list[str] = []
    for part in _split(_CUT.split(text, maxsplit=1)[0]):
        if not is_name(part) or (names and _names_role(part)):
            break
        names.append(part)
    return tuple(dict.fromkeys(names))


def _without_by(text: str) -> tuple[str, bool]:
    """A text without the `by` it starts with, and whether there was one."""
    found = _by_pattern().match(text)
    return (text[found.end() :].strip(), True) if found else (text, False)


def _is_by(text: str) -> bool:
    return text.strip(" :").lower() in _words("by")


def _split(text: str) -> list[str]:
    parts = _joiner_pattern().split(text)
    return [
        part.strip(' \t.,;:|*_-–—"') if not re.search(r"\b[A-Z]\.$", part) else part.strip(" ,;:|")
        for part in parts
        if part
    ]


def is_name(text: str) -> bool:
    """Whether a text can be a person's name: two to five words with capitals, small words between them, no nobody."""
    words = text.split()
    if not 2 <= len(words) <= _MOST_WORDS or len(text) > 60 or _is_nobody(text) or text.lower() in _words("agencies"):
        return False
    if text.lower() in _day_labels():
        return False
    own = [word for word in words if word.lower() not in _words("particles")]
    return bool(own) and all(_is_name_word(word) and word.lower() not in weekdays() for word in own)


def _is_name_word(word: str) -> bool:
    bare = word.strip(".'’\"-")
    letters = bare.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    caseless = letters.upper() == letters.lower()
    return letters.isalpha() and (bare[:1].isupper() or caseless or "'" in bare or "-" in bare)


def _is_nobody(text: str) -> bool:
    return text.lower() in _words("nobody")


def _names_role(text: str) -> bool:
    words = re.findall(r"[\w-]+", text.lower())
    return any(word in _words("roles") for word in words)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of("bylines")[name])


@cache
def _day_labels() -> frozenset[str]:
    """Words before a day of publication, which look like names in scripts without capitals (`نشر في`)."""
    return frozenset(label for labels in words_of("publication").values() for label in labels)


@cache
def _by_pattern() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,2}}(?:{_alternatives(_words('by'))})(?:\s*[:：]\s*|\s+|(?<=[／/]))", re.IGNORECASE)


@cache
def _joiner_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s*[,;、،]\s*|\s+(?:{_alternatives(_words('joiners'))})\s+", re.IGNORECASE)


def _alternatives(words: Iterable[str]) -> str:
    ordered: Sequence[str] = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))

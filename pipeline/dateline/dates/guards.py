"""Guards: whether a number is a year or a length of time, or counts or ages something; whether a word is in a name."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dateline.dates.folding import fold
from dateline.dates.lexicon import Lexicon

LEFT = re.compile(r"([^\W\d_]+\.?|\d+|[^\w\s])\s{0,2}$")
RIGHT = re.compile(r"\s{0,2}([^\W\d_]+|\d+|[^\w\s])(?: ([^\W\d_]+))?")
WORD = re.compile(r"[^\W\d_]+")
CAPITAL = "[A-ZÀ-ÞĞİŁŚŞŠŹŻŽΑ-ΩЀ-ЯҐ]"
AFTER_NUMBER = re.compile(rf"$|\s?[,.;:!?)»”\"–—]|\s{CAPITAL}")
NUMBERED = 40  # characters in which its sentence may say what is counted: `on the 15th, then the 16th parallel`
FOUR = re.compile(r"\d{4}")
RANGE = re.compile(r"\d{4}\s?[-–/]\s?\d")
NAMED = re.compile(rf"['’]?\s{CAPITAL}")
MODERN = 1900  # a bare number below it is a year only after a word that asks for one
PRINT = 1500  # news hardly names a single year before it without a word like `in`
SURE, LIKELY = 1.0, 0.8
NARROWING = {"early", "mid", "late", "before", "after", "since", "until"}  # nobody writes `early 1984 soldiers`
AGES = re.compile(r"(?<=\D)\d{1,2} \w{1,3} $")  # the first of two ages: `de 19 et 23 ans`
AGED = re.compile(r"$|[,.;)]")  # what stands after an age that is said in passing
STOP = frozenset("([{:;,.!?،؛؟«»\"“”'–—-|*•")


@dataclass(frozen=True, slots=True)
class Site:
    """Where a match stands: the passage, its folded form, the span, and where the match before it ended."""

    text: str
    low: str
    start: int
    end: int
    floor: int
    words: Lexicon

    def left(self, size: int) -> str:
        """Up to `size` folded characters before the match."""
        return self.low[max(0, self.start - size) : self.start]


def year(site: Site, modifiers: tuple[str, ...]) -> float:
    """How sure a bare four-digit number is a year; 0 when it counts, measures or names something."""
    context = site.words.context
    right = RIGHT.match(site.low, site.end)
    following = right[1] if right else ""
    phrase = f"{following} {right[2]}" if right else ""  # per cent
    if following in context["counted"] or phrase in context["counted"] or site.low.startswith(("%", "°"), site.end):
        return 0
    match = LEFT.search(site.text, max(0, site.start - 30), site.start)
    before = match[1] if match else ""
    low = fold(before).rstrip(".")
    opening = site.low[site.start : site.end].partition(" ")[0]  # of the modifier in the span: hacia 1890
    if low in context["year_cue"] or opening in context["year_cue"] or set(modifiers) & NARROWING:
        return SURE
    if before.isdigit() or low in context["names"] or before in ("$", "€", "£", "#", "°", "№"):
        return 0
    if RANGE.search(site.low, site.start, site.end):
        return SURE
    if before == "(" and following == ")":
        return SURE
    nouns = site.words.spelling.get("noun_capital", False)  # Menschen, not wurden
    plural = following.isalpha() and following.endswith(tuple(context["plural"]))
    plural = plural and right is not None and (not nouns or site.text[right.start(1)].isupper())
    many = plural and following not in context["not_plural"]
    number = int(FOUR.findall(site.low, site.start, site.end)[0])
    early = nouns and number >= PRINT and number % 100 != 0 and following.isalpha()  # wurde 1890 gegründet
    modern = number >= MODERN or (early and right is not None and site.text[right.start(1)].islower())
    if low in context["article"]:
        return LIKELY if modern or not many else 0  # the 1967 borders; the 1200 soldiers
    if low in context["determiner"]:  # the War of 1812; an army of 1200 or of 2000 men
        return LIKELY if (modern or (number >= PRINT and number % 100)) and not many else 0
    if many or not modern:
        return 0
    if not before or before[-1] in STOP:
        return SURE
    return 0 if before[0].isupper() and not nouns else LIKELY  # Vision 2030, Windows 2000 are names


def length(site: Site, modifiers: tuple[str, ...]) -> float:
    """How sure a number with a unit of time is a duration; 0 when it is an age."""
    if any(site.low.startswith(text, site.end) for text in site.words.context["age_after"]):
        return 0
    nouns = site.words.spelling.get("noun_capital", False)
    if not nouns and site.text[site.start : site.end].istitle() and NAMED.match(site.text, site.end):
        return 0  # the Six Day War
    left = AGES.sub("", f" {site.left(30)}")
    if left.endswith(tuple(site.words.context["age_before"])):
        return 0
    apposed = tuple(site.words.context["age_apposed"])  # `Jean Dupont, 35 ans,`
    years = site.low.endswith(apposed, site.start, site.end)
    closed = AGED.match(site.low, site.end) is not None
    if years and closed and left.endswith(tuple(site.words.context["age_have"])):
        return 0
    for of in site.words.context["age_of"] if years else ():
        if left.endswith(of) and not left.removesuffix(of).endswith(tuple(site.words.context["measured"])):
            return 0
    number = years and site.low[site.start].isdigit()
    return 0 if number and closed and not modifiers and left.endswith((", ", "(")) else SURE


def proper(site: Site, modifiers: tuple[str, ...]) -> float:
    """How sure a capitalised season is one; 0 at the end of a name: `the Arab Spring of 2011`."""
    known = bool(modifiers) or not site.text[site.start].isupper()
    return SURE if known or not _capital_before(site) else 0


def small(site: Site, modifiers: tuple[str, ...]) -> float:
    """How sure a month or weekday of a language that writes them small is one; 0 for a capital beside another."""
    named = _capital_before(site) or NAMED.match(site.text, site.end) is not None
    return 0 if site.text[site.start].isupper() and not modifiers and named else SURE


def numbered(site: Site, modifiers: tuple[str, ...]) -> float:
    """How sure a number alone is a day of the month; 0 where it numbers something else: `on the 16th floor`."""
    context, ahead = site.words.context, re.split(r"[.;!?]\s", site.low[site.end : site.end + NUMBERED])[0]
    words = WORD.findall(ahead)
    if any(word in context["numbered"] or word in site.words.slots["month"] for word in words):
        return 0
    closed = AFTER_NUMBER.match(site.text, site.end) is not None
    return SURE if closed or (words and ahead.startswith(f" {words[0]}") and words[0] in context["clause"]) else 0


def adverb(site: Site, modifiers: tuple[str, ...]) -> float:
    """How sure `daily` says how often; 0 where it is the name of a newspaper or stands beside one."""
    named = NAMED.match(site.text, site.end) is not None
    return 0 if named or (not modifiers and _capital_before(site)) else SURE


def _capital_before(site: Site) -> bool:
    match = LEFT.search(site.text, max(0, site.start - 30), site.start)
    return match is not None and match[1][0].isupper() and match[1].lower() not in site.words.context["year_cue"]


GUARDS: dict[str, Callable[[Site, tuple[str, ...]], float]] = {
    "year": year,
    "length": length,
    "proper": proper,
    "small": small,
    "adverb": adverb,
    "numbered": numbered,
}

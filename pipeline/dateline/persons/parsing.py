"""A name as the parts it is compared by: tokens without particles, ordinal of a ruler, junior or senior, titles."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.entities.words import LANGUAGES, particles, words
from dateline.persons.scripts import CACHE, romanise, script
from dateline.persons.words import name_words

_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff]")
_APOSTROPHES = str.maketrans({"’": "'", "`": "'", "´": "'", "‘": "'", "ʼ": "'", "׳": "'", "״": '"'})
_POSSESSIVE = re.compile(r"'s\b")
_QUOTES = re.compile(r"[\"“”„«»()\[\]]")
_SPACES = re.compile(r"\s+")
_GLUED = re.compile(r"\b(al|el|ul|ash|az|ad|an|ar|as|at|ben|bin|abu|abd)[-–]", re.IGNORECASE)
_ROMAN = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})\Z")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_NUMERAL = re.compile(r"(\d{1,2})(?:er|e|\.)?\Z|1er\Z")

#: Longest name that is parsed; what is longer is no name, and costs are quadratic in tokens.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a name: its letters in Latin, whether it is an initial, and as written."""

    roman: str
    initial: bool
    written: str

    def __hash__(self) -> int:  # a string keeps its hash, a tuple does not: names are hashed for every comparison
        return hash(self.written)


@dataclass(frozen=True, slots=True)
class Name:
    """A parsed name.

    Attributes:
        clean: the name without marks, quotes and titles, white space folded.
        script: ISO 15924 code.
        language: ISO 639-1 code of the text it is from.
        tokens: its parts without particles, given name first.
        ordinal: number of a ruler (`Hassan II`: 2), or None.
        generation: `junior`, `senior` or ''.
        titles: the titles inside the string, lower case.
    """

    clean: str
    script: str
    language: str
    tokens: tuple[Token, ...]
    ordinal: int | None
    generation: str
    titles: tuple[str, ...]

    def __hash__(self) -> int:
        return hash(self.clean)

    @property
    def is_full(self) -> bool:
        """Whether the name can stand for a person by itself: two parts, or one and an ordinal."""
        return len(self.tokens) > 1 or (self.ordinal is not None and bool(self.tokens))

    @property
    def n_initials(self) -> int:
        """How many of its parts are initials."""
        return sum(token.initial for token in self.tokens)

    @property
    def key(self) -> str:
        """The name as registries know it: case, accents, particles and titles do not count, script does."""
        tokens = " ".join(fold(token.written) for token in self.tokens)
        ordinal = "" if self.ordinal is None else f" {self.ordinal}"
        return f"{tokens}{ordinal}{' ' + self.generation if self.generation else ''}"


@lru_cache(CACHE)
def fold(word: str) -> str:
    """Returns a word in lower case without accents, in its own script."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def cleaned(text: str) -> str:
    """Returns a name without invisible marks, quotes and possessive, white space folded."""
    text = _MARKS.sub("", unicodedata.normalize("NFKC", text[:_LONGEST])).translate(_APOSTROPHES)
    return _SPACES.sub(" ", _QUOTES.sub(" ", _POSSESSIVE.sub("", text))).strip(" ,.;:'-–")


@lru_cache(CACHE)
def parse(text: str, language: str) -> Name:
    """Returns the parts of a name; a string that is nothing but titles keeps its last word as the name."""
    clean = _forwards(cleaned(text))
    parser = _Parser(_GLUED.sub(r"\1 ", clean).split(" "), script(clean), _title_words(language))
    for at in range(len(parser.written)):
        parser.take(at)
    if not parser.tokens and parser.titles:
        parser.titles.pop()
        parser.tokens.append(Token(romanise(parser.written[-1].strip(".")), False, parser.written[-1]))
    return Name(
        clean=" ".join(parser.written[parser.first :]) if parser.titles else clean,
        script=parser.script,
        language=language,
        tokens=tuple(parser.tokens),
        ordinal=parser.ordinal,
        generation=parser.generation,
        titles=tuple(parser.titles),
    )


class _Parser:
    """The words of one name on their way into its parts."""

    def __init__(self, written: list[str], kind: str, titles_known: frozenset[str]) -> None:
        self.titles_known = titles_known
        self.written = written
        self.script = kind
        self.tokens: list[Token] = []
        self.titles: list[str] = []
        self.ordinal: int | None = None
        self.generation = ""
        self.first = 0

    def take(self, at: int) -> None:
        word = self.written[at]
        bare = word.strip(".,'")
        lower = bare.lower()
        if self.tokens and (number := _ordinal(bare, at == len(self.written) - 1)) is not None:
            self.ordinal = number
        elif self.tokens and (generation := _generation(fold(bare))):
            self.generation = generation
        elif not self.tokens and len(self.written) > 1 and lower in self.titles_known:
            self.titles.append(lower)
            self.first = at + 1
        elif len(self.written) > 1 and (fold(bare) in particles() or lower in particles()):
            pass
        else:
            self._add(bare, word.endswith("."))

    def _add(self, bare: str, dotted: bool) -> None:
        if self.script == "Arab" and bare.startswith("ال") and len(bare) > 4:
            bare = bare[2:]
        for part in re.split(r"[-–]", bare):
            roman = romanise(part)
            if self.tokens and fold(part) in name_words().juniors:
                self.generation = "junior"
            elif roman:
                self.tokens.append(Token(roman, len(roman) == 1 or (dotted and len(roman) <= 2), part))


@cache
def _title_words(language: str) -> frozenset[str]:
    """Returns the title words of a language; English ones where it has none. `Don` is a title in Spanish alone."""
    sources = {language if language in LANGUAGES else "en", "ar", "he"}  # no other language has words in these scripts
    titles = [words(source).titles for source in sources]
    return frozenset().union(*(known.heads | known.short.keys() for known in titles))


def _forwards(clean: str) -> str:
    """Turns `Last, First` round; a comma before `Jr` stays out of it."""
    last, comma, first = clean.partition(",")
    first = first.strip()
    if not comma:
        return clean
    if first and len(last.split()) <= 3 and not _generation(fold(first.strip("."))):
        return f"{first} {last}".replace(",", "")
    return f"{last} {first}".replace(",", "").strip()


def _generation(word: str) -> str:
    known = name_words()
    return "junior" if word in known.juniors else "senior" if word in known.seniors else ""


def _ordinal(word: str, is_last: bool) -> int | None:
    """Returns the number of a ruler that a word writes, or None; `V` and `I` only where the name ends."""
    if word in name_words().ordinals:
        return name_words().ordinals[word]
    if number := _NUMERAL.match(word):
        return int(number.group(1) or 1)
    if _ROMAN.match(word) and (len(word) > 1 or is_last):
        values = [_ROMAN_VALUES[char] for char in word]
        return sum(-value if value < later else value for value, later in zip(values, [*values[1:], 0], strict=True))
    return None

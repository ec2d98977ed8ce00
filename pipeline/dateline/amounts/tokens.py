"""Text -> tokens: length-preserving folding, then one linear pass. Every later step works on token positions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

NO_BREAK = "\u00a0"
# Digits of other scripts are folded by translate(): one character to one character, so offsets stay those of the text.
_DIGITS = {base + digit: str(digit) for base in (0x660, 0x6F0, 0x966) for digit in range(10)}
_FOLD = {
    **_DIGITS,
    **{ord(blank): NO_BREAK for blank in "\u2007\u2009\u202f"},
    **{ord(mark): "'" for mark in "’‘ʼ´"},
    **{ord(mark): "-" for mark in "‐‑−"},
    ord("٪"): "%",
    ord("٫"): ".",
    ord("٬"): ",",
    ord("⁄"): "/",
    ord("＄"): "$",
    ord("￥"): "¥",
    ord("￡"): "£",
    **dict.fromkeys(
        map(ord, "\t\n\u200e\u200f\u061c\u202a\u202b\u202c\u2066\u2067\u2068\u2069"), " "
    ),  # and marks of direction
}
# Spellings of one letter, and the vowel signs that hardly anyone writes: words are compared without the difference.
_LETTERS = {
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    ord("ى"): "ي",
    ord("ё"): "е",
    **dict.fromkeys((0x640, *range(0x591, 0x5BE), *range(0x5BF, 0x5C8), *range(0x64B, 0x660), 0x670)),
}
_MARKS = "\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670"
_VARIANTS = re.compile(rf"[أإآٱىё\u0640{_MARKS}]")
_GROUPED = r"\d{{1,3}}(?:[{blanks}]\d{{3}})+(?![\d{blanks}]*\d)(?:[.,]\d+)?"
_TOKEN = r"(?<![\w.])\.\d+|{grouped}|\d+(?:[.,']\d+)*|(?:[A-Za-z]\.){{2,}}|{word}|[^\s]"
_WORD = rf"[^\W\d_½¼¾⅓⅔⅛]+(?:[{_MARKS}]+[^\W\d_½¼¾⅓⅔⅛]*)*"


def fold(text: str) -> str:
    """The text with digits, blanks, quotes and minus signs of one kind; same length, same offsets."""
    return text.translate(_FOLD)


def letters(word: str) -> str:
    """The lower-case word without vowel signs and with one spelling for each letter."""
    return (word.translate(_LETTERS) or word) if _VARIANTS.search(word) else word


def token_pattern(*, space_groups: bool) -> re.Pattern[str]:
    """The tokenizer of a language: numbers with separators, dotted abbreviations, words, single symbols.

    Args:
        space_groups: whether a plain blank groups thousands (`1 234` in French); a no-break one always does.
    """
    blanks = f"{NO_BREAK} " if space_groups else NO_BREAK
    grouped = _GROUPED.format(blanks=blanks)
    return re.compile(_TOKEN.format(grouped=grouped, word=_WORD))


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a folded passage, as parallel lists.

    Attributes:
        text: the folded passage.
        starts: first character of each token.
        ends: one past the last character of each token.
        words: each token as written.
        lows: each token in lower case, as `letters` folds it.
        taken: whether a date or duration row already holds the token.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lows: list[str]
    taken: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, index: int) -> bool:
        """Whether the token is written onto the one before it."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def low(self, index: int) -> str:
        """The token in lower case, an empty string past either end."""
        return self.lows[index] if 0 <= index < len(self.lows) else ""

    def word(self, index: int) -> str:
        """The token as written, an empty string past either end."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def without(self, index: int, articles: frozenset[str]) -> int:
        """Where what ends before `index` ends when an article right there is left out: `oltre l'80`, `entre los 20`."""
        at = index - 1 - (self.low(index - 1) == "'")
        return at if self.low(at) in articles else index

    def is_taken(self, index: int) -> bool:
        """Whether a date or duration row holds the token, false past either end."""
        return 0 <= index < len(self.taken) and self.taken[index]

    def unit_at(self, index: int) -> int:
        """Where the unit of a number that ends at `index` may start: over a glued hyphen, as in `5-mile`."""
        return index + 1 if self.low(index) == "-" and self.glued(index) and self.glued(index + 1) else index


def tokenize(text: str, pattern: re.Pattern[str], taken: Sequence[tuple[int, int]] = ()) -> Tokens:
    """The tokens of a folded passage, those inside the sorted `taken` spans marked."""
    starts: list[int] = []
    ends: list[int] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    marks = [False] * len(words)
    position = 0
    for first, last in taken:
        while position < len(words) and ends[position] <= first:
            position += 1
        while position < len(words) and starts[position] < last:
            marks[position] = True
            position += 1
    lows = [word.lower() for word in words]
    if _VARIANTS.search(text):
        lows = [letters(low) for low in lows]
    return Tokens(text, starts, ends, words, lows, marks)

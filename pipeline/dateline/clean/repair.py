"""Repairs a raw string and keeps the way back: encoding damage, entities, composition, invisible characters, quotes."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from html.entities import html5

import ftfy
from ftfy.badness import is_bad

from dateline.clean.wrapping import hyphenations, joins
from dateline.text import AlignedText, Replacement

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,30}));")
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
#: Damage shows within so many characters.
_BESIDE = 4
_PIECE = re.compile(r"[^ \t]+|[ \t]+")

#: Invisible characters that only stand between letters: zero-width space, word joiner, byte-order mark, soft hyphen,
#: direction marks and isolates, interlinear annotation. The joiners U+200C, U+200D stay: Persian and Hindi need them.
_INVISIBLE = re.compile(
    "[\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)

#: One character for one. Guillemets and low quotes stay, they say which way they face; a prime is a measure.
_ALIKE = {
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
    **dict.fromkeys((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " "),
    **dict.fromkeys((0x2018, 0x2019, 0x201B, 0x02BC), "'"),
    **dict.fromkeys((0x201C, 0x201D, 0x201F), '"'),
    **dict.fromkeys((0x2010, 0x2011), "-"),
}
#: Hangul vowels and finals, which join the letter before them without being marks.
_JAMO = range(0x1160, 0x1200)
#: A stretch without white space longer than this holds no mojibake worth the cost of looking for it.
_LONGEST_LINE = 200_000


def repair(raw: str) -> AlignedText:
    """The repaired text of a raw string, aligned with it: in NFC, with plain quotes and spaces, nothing invisible.

    Lines wrapped at a fixed width come back as paragraphs (their line ends become spaces) and words hyphenated there
    become whole. Linear in the length of the string.
    """
    text = AlignedText.of(raw)
    for edits in (_mojibake, _entities, _composition, _invisible, hyphenations):
        text = text.edit(edits(text.text))
    text = text.translate(_ALIKE)
    return text.edit(joins(text.text))


def clean_title(raw: str) -> AlignedText:
    """The repaired text of a title that came apart from its article; a line end in it is a space."""
    text = AlignedText.of(raw)
    for edits in (_mojibake, _entities, _composition, _invisible):
        text = text.edit(edits(text.text))
    return text.translate({**_ALIKE, 0x0A: " ", 0x0D: " "})


def as_printed(raw: str, text: AlignedText, start: int, end: int) -> str:
    """The cleaned characters `start` to `end` with the quotes and hyphens that the raw string has in their place."""
    return "".join(_printed(raw, text, position) for position in range(start, end))


def _printed(raw: str, text: AlignedText, position: int) -> str:
    clean, (start, end) = text.text[position], text.raw_span(position, position + 1)
    quoted = end - start == 1 and not clean.isspace() and _ALIKE.get(ord(raw[start])) == clean
    return raw[start] if quoted else clean


def _mojibake(text: str) -> Iterator[Replacement]:
    """UTF-8 read as a one-byte encoding, line by line, in blocks of words."""
    if text.isascii() or not is_bad(_beside_foreign(text)):
        return
    for line in _LINE.finditer(text):
        if len(line[0]) > _LONGEST_LINE or line[0].isascii() or not is_bad(line[0]):
            continue
        fixed = ftfy.fix_encoding(line[0])
        if fixed != line[0]:
            yield from _differences(line[0], fixed, line.start())


def _beside_foreign(text: str) -> str:
    """What stands at and beside the characters of a text that are not ASCII; there alone it can be damaged.

    Ten times faster to look at than the whole text of most languages.
    """
    return "\n".join(text[max(0, m.start() - _BESIDE) : m.end() + _BESIDE] for m in _FOREIGN.finditer(text))


def _differences(old: str, new: str, start: int) -> Iterator[Replacement]:
    """The words in which two lines differ; one replacement where their words cannot be paired."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if len(before) != len(after):
        yield start, start + len(old), new
        return
    for piece, fixed in zip(before, after, strict=True):
        if piece != fixed:
            head = _common_ascii(piece, fixed)
            tail = _common_ascii(piece[head:][::-1], fixed[head:][::-1])
            yield start + head, start + len(piece) - tail, fixed[head : len(fixed) - tail]
        start += len(piece)


def _common_ascii(one: str, other: str) -> int:
    """How many ASCII characters two strings share at their beginning; damage never starts with one."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isascii():
            break
        count += 1
    return count


def _entities(text: str) -> Iterator[Replacement]:
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        if match[1] is None or f"{match[1]};" in html5:
            character = html.unescape(match[0])
            yield *match.span(), " " if character in "\r\n" else character


def _composition(text: str) -> Iterator[Replacement]:
    """Letters whose accents stand apart (NFD), each with its accents."""
    if unicodedata.is_normalized("NFC", text):
        return
    for word in _WORD.finditer(text):
        if not unicodedata.is_normalized("NFC", word[0]):
            for start, end in _graphemes(word[0]):
                composed = unicodedata.normalize("NFC", word[0][start:end])
                if composed != word[0][start:end]:
                    yield word.start() + start, word.start() + end, composed


def _graphemes(word: str) -> Iterable[tuple[int, int]]:
    """Spans of base letters with the marks that follow them."""
    starts = [i for i, c in enumerate(word) if i == 0 or not (unicodedata.combining(c) or ord(c) in _JAMO)]
    return zip(starts, [*starts[1:], len(word)], strict=True)


def _invisible(text: str) -> Iterator[Replacement]:
    """Invisible characters; a soft hyphen before a line end takes the line end along."""
    if text.isascii():
        return
    for match in _INVISIBLE.finditer(text):
        if not (match[0][-1] == "\xad" and text[match.end() : match.end() + 1] in ("\r", "\n")):
            yield *match.span(), ""

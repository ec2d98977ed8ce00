"""Single characters: entities, compatibility forms, composition, what cannot be seen, quotes and spaces."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from html.entities import html5

from dateline.text import Replacement

#: Named ones with their semicolon (`AT&T;` is none), the commonest and numbers also without, but not in addresses.
_ENTITY = re.compile(
    r"&(?:#[0-9]{2,7}(?:;|(?![0-9]))|#[xX][0-9a-fA-F]{2,6};|(?:nbsp|amp|quot|lt|gt)(?![\w;=])"
    r"|([A-Za-z][A-Za-z0-9]{1,30});)"
)
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
_WORD = re.compile(r"\S+")

#: What only stands between letters: zero-width space, word joiner, byte-order mark, soft hyphen, grapheme joiner,
#: direction marks, isolates and overrides, interlinear annotation. A soft hyphen takes the line end after it along.
#: The joiners U+200C, U+200D are letters' business in Persian and Hindi, and join emoji: they go between Latin letters
#: only. So does the tatweel, which stretches an Arabic word; at a word's end it can be an abbreviation's (`هـ`).
_INVISIBLE = re.compile(
    "[\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
    r"|(?<=[^\W\d_])\xad+[ \t]*(?:\r\n|\n|\r)[ \t]*(?=[^\W\d_])|\xad+"
    "|(?<![^\n-\u024f])[\u200c\u200d]+(?![^\n-\u024f])"
    "|(?<=[\u0620-\u063f\u0641-\u0652\u066e-\u06d3])\u0640+(?=[\u0620-\u063f\u0641-\u064a\u066e-\u06d3])"
)

#: Any of them: what most texts have none of.
_UNSEEN = re.compile(
    "[\xad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)

#: Letters in the shape of their place or run together: Latin and Armenian ligatures, Dutch and Croatian digraphs,
#: Hebrew wide letters, Arabic presentation forms (but for whole phrases and ornaments), half-width katakana.
_COMPATIBILITY = re.compile(
    "[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\ufb13-\ufb17\ufb20-\ufb28\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d"
    "\ufd50-\ufdf9\ufdfc\ufe70-\ufefc]|[\uff66-\uff9d][\uff9e\uff9f]?"
)

#: One character for one. Guillemets and low quotes stay, they say which way they face; a prime is a measure.
QUOTES = {
    **dict.fromkeys((0x2018, 0x2019, 0x201B, 0x02BC), "'"),
    **dict.fromkeys((0x201C, 0x201D, 0x201F), '"'),
    **dict.fromkeys((0x2010, 0x2011), "-"),
}
_SPACES = (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x2800, 0x3000, 0x3164, 0xFFA0, 0xFFFC)
_CONTROLS = (*range(9), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
#: Full-width digits and letters, but not the punctuation: that is how Chinese is written.
_FULL_WIDTH = {
    code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_ALIKE = {**QUOTES, **_FULL_WIDTH, **dict.fromkeys((*_SPACES, *_CONTROLS), " ")}

_EXCHANGED = re.compile(f"[{''.join(map(chr, _ALIKE))}]")

#: Hangul vowels and finals, which join the letter before them without being marks.
_JAMO = range(0x1160, 0x1200)


def alike(text: str) -> str:
    """A text of the same length with plain quotes, hyphens, spaces, digits and letters."""
    return _EXCHANGED.sub(lambda match: _ALIKE[ord(match[0])], text)


def surrogates(text: str) -> Iterator[Replacement]:
    """Halves of characters: two that fit become one, one alone the sign for what cannot be read."""
    try:
        text.encode("utf-8")  # the fastest way to look for them
    except UnicodeEncodeError:
        yield from _joined_halves(text)


def _joined_halves(text: str) -> Iterator[Replacement]:
    for match in _SURROGATES.finditer(text):
        character = match[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        yield *match.span(), character


def entities(text: str) -> Iterator[Replacement]:
    """Characters written as in HTML."""
    if "&" not in text:
        return
    for match in _ENTITY.finditer(text):
        if match[1] is None or f"{match[1]};" in html5:
            character = html.unescape(match[0])
            yield *match.span(), " " if character in "\r\n" else character


def compatibility(text: str) -> Iterator[Replacement]:
    """Letters in a shape that only typesetting gives them."""
    if text.isascii():
        return
    for match in _COMPATIBILITY.finditer(text):
        yield *match.span(), unicodedata.normalize("NFKC", match[0]).strip()


def invisible(text: str) -> Iterator[Replacement]:
    """What cannot be seen and is not needed to read."""
    if _UNSEEN.search(text):
        yield from ((*match.span(), "") for match in _INVISIBLE.finditer(text))


def composition(text: str) -> Iterator[Replacement]:
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
    starts = [i for i, c in enumerate(word) if i == 0 or not (unicodedata.category(c)[0] == "M" or ord(c) in _JAMO)]
    return zip(starts, [*starts[1:], len(word)], strict=True)

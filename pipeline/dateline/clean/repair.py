"""Repairs a raw string and keeps the way back: one table of repairs, each a function from a text to its edits."""

import re
from collections.abc import Callable, Iterable

from dateline.clean import characters
from dateline.clean.glued import glued_words
from dateline.clean.mojibake import mojibake
from dateline.clean.wrapping import hyphenations, joins
from dateline.text import AlignedText, Replacement

_LINE_END = re.compile(r"[\r\n]")
_Repair = Callable[[str], Iterable[Replacement]]

#: Entities can hide in entities, and damaged text behind them; controls can be part of damaged text.
_DECODING: tuple[_Repair, ...] = (characters.surrogates, characters.entities, characters.entities, mojibake)
#: Accents are joined to their letters when nothing stands between them any more.
_LETTERS: tuple[_Repair, ...] = (characters.compatibility, characters.invisible, characters.composition)


def repair(raw: str) -> AlignedText:
    """The repaired text of a raw string, aligned with it: in NFC, with plain quotes and spaces, nothing invisible.

    Lines wrapped at a fixed width come back as paragraphs (their line ends become spaces), words hyphenated there
    become whole and words run together come apart. Linear in the length of the string.
    """
    return _repaired(raw, (joins, *_LETTERS, hyphenations, glued_words))


def clean_title(raw: str) -> AlignedText:
    """The repaired text of a title that came apart from its article; a line end in it is a space."""
    text = _repaired(raw, (*_LETTERS, glued_words))
    return text.exchange(_LINE_END.sub(" ", text.text))


def _repaired(raw: str, repairs: Iterable[_Repair]) -> AlignedText:
    text = AlignedText.of(raw)
    for edits in _DECODING:
        text = text.edit(edits(text.text))
    text = text.exchange(characters.alike(text.text))
    for edits in repairs:
        text = text.edit(edits(text.text))
    return text


def as_printed(raw: str, text: AlignedText, start: int, end: int) -> str:
    """The cleaned characters `start` to `end` with the quotes and hyphens that the raw string has in their place."""
    return "".join(_printed(raw, text, position) for position in range(start, end))


def _printed(raw: str, text: AlignedText, position: int) -> str:
    clean, (start, end) = text.text[position], text.raw_span(position, position + 1)
    quoted = end - start == 1 and characters.QUOTES.get(ord(raw[start])) == clean
    return raw[start] if quoted else clean

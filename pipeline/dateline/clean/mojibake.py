"""UTF-8 that was read as a one-byte encoding, once or twice: found and undone by ftfy, aligned here."""

import re
from collections.abc import Iterator
from functools import lru_cache

import ftfy
from ftfy.badness import is_bad
from ftfy.chardata import CHARMAP_ENCODINGS

from dateline.text import Replacement

_LINE = re.compile(r"[^\r\n]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]+")
_PIECE = re.compile(r"[^ \t]+|[ \t]+")
#: Damage shows within so many characters.
_BESIDE = 4
#: Lines are looked at in stretches of at most so many characters.
_STRETCH = 20_000
#: The two encodings that nearly all damage comes from; the second time, only these are tried.
_USUAL = ("latin-1", "sloppy-windows-1252")
#: Characters whose damaged forms are remembered: those of a text or two.
_REMEMBERED = 4096


def mojibake(text: str) -> Iterator[Replacement]:
    """What undoes the damage, one replacement for each character that was torn into several."""
    if text.isascii() or not is_bad(_beside_foreign(text)):
        return
    for start, end in _stretches(text):
        old = text[start:end]
        if not old.isascii() and is_bad(old):
            fixed = ftfy.fix_encoding(old)
            if fixed != old:
                yield from _differences(old, fixed, start)


def _beside_foreign(text: str) -> str:
    """What stands at and beside the characters of a text that are not ASCII; there alone it can be damaged.

    Ten times faster to look at than the whole text of most languages.
    """
    return "\n".join(text[max(0, m.start() - _BESIDE) : m.end() + _BESIDE] for m in _FOREIGN.finditer(text))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text, long ones cut at spaces where they have any."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while end - start > _STRETCH:
            space = text.rfind(" ", start + 1, start + _STRETCH)
            cut = space if space > 0 else start + _STRETCH
            yield start, cut
            start = cut
        yield start, end


def _differences(old: str, new: str, start: int) -> Iterator[Replacement]:
    """What makes one stretch the other, word by word; one replacement where their words cannot be paired."""
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if len(before) != len(after):
        yield start, start + len(old), new
        return
    for piece, fixed in zip(before, after, strict=True):
        if piece != fixed:
            for first, last, character in _by_character(piece, fixed) or _by_trimming(piece, fixed):
                yield start + first, start + last, character
        start += len(piece)


def _by_character(old: str, new: str) -> list[Replacement]:
    """Which characters of a damaged word each character of the mended one comes from; empty if that is unclear."""
    edits: list[Replacement] = []
    position = 0
    for character in new:
        form = next((form for form in _damaged(character) if old.startswith(form, position)), character)
        if not old.startswith(form, position):
            return []
        if form != character:
            edits.append((position, position + len(form), character))
        position += len(form)
    return edits if position == len(old) else []


@lru_cache(maxsize=_REMEMBERED)
def _damaged(character: str) -> tuple[str, ...]:
    """What a character can have become, longest first; an ASCII character survives all that happens here."""
    if character.isascii():
        return ()
    once = {_misread(character, codec) for codec in CHARMAP_ENCODINGS}
    twice = {_misread(form, codec) for form in once for codec in _USUAL}
    #: `fix_encoding` also takes C1 controls for what Windows means by them.
    control = character.encode("sloppy-windows-1252", "ignore").decode("latin-1")
    return tuple(sorted((once | twice | {control}) - {"", character}, key=lambda form: (-len(form), form)))


def _misread(text: str, codec: str) -> str:
    """A text encoded as UTF-8 and decoded as something else; empty where that has no character for a byte."""
    try:
        return text.encode("utf-8", "ignore").decode(codec)
    except UnicodeDecodeError:
        return ""


def _by_trimming(old: str, new: str) -> list[Replacement]:
    """One replacement for a word, but for the ASCII characters that it keeps at its ends; damage never starts so."""
    head = _common_ascii(old, new)
    tail = _common_ascii(old[head:][::-1], new[head:][::-1])
    return [(head, len(old) - tail, new[head : len(new) - tail])]


def _common_ascii(one: str, other: str) -> int:
    """How many ASCII characters two strings share at their beginning."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b or not a.isascii():
            break
        count += 1
    return count

"""Runs the models over passages: raw spans, as the model gives them, per passage."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise

from dateline.entities.models import LONGEST_TEXT, Member
from dateline.entities.tagged import DETAILS, Tagged
from dateline.entities.voting import vote
from dateline.entities.words import words

#: Texts that go through the model together. 32-256 paragraphs differ by less than the noise (11,500 words a
#: second on one core, the model alone); whole articles as one text are 5 % slower.
_BATCH = 64

#: Rules, bullets and starred-out words, which starve the names beside them of context: the model sees a comma instead.
#: Person recall on the masked Reuters texts of AIDA dev rose from 84 to 90 %.
_DECORATION = re.compile(r"(?<!\S)[*_=~•]+(?!\S)")

#: How sure a name is whose model does not say how sure it is.
_UNSCORED = 0.85

_BREAK = re.compile(r"\s\S*\Z")

#: Where words may run together: `May1952Konrad`, `ofKonrad`.
_GLUED = re.compile(r"[a-zà-ÿ\d](?=(?:[12]\d{3})?[A-Z][a-zà-ÿ]{2})")
_SMALL_WORD = re.compile(r"(?<!\w)[a-zà-ÿ]{2,10}\Z")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a text that one call of the model sees, and where it has spaces that the text has not."""

    text: int
    start: int
    content: str
    spaces: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Returns where in the text an offset of the content is."""
        return self.start + offset - bisect_left(self.spaces, offset)


def tag(texts: Sequence[str], *, language: str, members: Sequence[Member]) -> list[list[Tagged]]:
    """Returns the names that the models of the language find in each text, in order, with our labels."""
    pieces = [piece for number, text in enumerate(texts) for piece in _pieces(number, text, words(language).lower)]
    found: dict[int, list[Tagged]] = defaultdict(list)
    for piece, spans in zip(pieces, _voted([list(_spans(pieces, member)) for member in members]), strict=True):
        found[piece.text] += [replace(span, start=piece.place(span.start), end=piece.place(span.end)) for span in spans]
    return [found[number] for number in range(len(texts))]


def _voted(by_member: Sequence[Sequence[list[Tagged]]]) -> Iterator[list[Tagged]]:
    """Yields the spans that all models find together, piece by piece."""
    return (reduce(vote, views) for views in zip(*by_member, strict=True))


def _spans(pieces: Sequence[_Piece], member: Member) -> Iterator[list[Tagged]]:
    """Yields what one model finds in each piece, offsets in the content of the piece."""
    model, labels = member.pipeline, member.labels
    with model.memory_zone():  # or the words of every article seen would stay in memory
        for document in model.pipe((piece.content for piece in pieces), batch_size=_BATCH):
            details = document.user_data.get(DETAILS) or [(entity.start_char, _UNSCORED) for entity in document.ents]
            yield [
                Tagged(start, entity.end_char, labels[entity.label_], confidence)
                for entity, (start, confidence) in zip(document.ents, details, strict=True)
                if entity.label_ in labels
            ]


def _pieces(number: int, text: str, small: Set[str]) -> Iterator[_Piece]:
    """Yields the text whole, or cut at spaces where it is longer than a model should see; nothing of a blank one."""
    start = 0
    while start < len(text):
        content = text[start : start + LONGEST_TEXT]
        if start + LONGEST_TEXT < len(text) and (last := _BREAK.search(content, LONGEST_TEXT // 2)):
            content = content[: last.start() + 1]
        if content.strip():
            spaced, spaces = _unglued(_DECORATION.sub(_as_comma, content), small)
            yield _Piece(number, start, spaced, spaces)
        start += len(content)


def _unglued(text: str, small: Set[str]) -> tuple[str, tuple[int, ...]]:
    """Returns the text with a space before each capital that follows a number or a small word, and where they are."""
    cuts = [match.end() for match in _GLUED.finditer(text) if _is_glued(text, match.end(), small)]
    if not cuts:
        return text, ()
    edges = [0, *cuts, len(text)]
    return " ".join(text[a:b] for a, b in pairwise(edges)), tuple(cut + at for at, cut in enumerate(cuts))


def _is_glued(text: str, cut: int, small: Set[str]) -> bool:
    if text[cut - 1].isdigit() != text[cut].isdigit():
        return True
    word = _SMALL_WORD.search(text, max(0, cut - 11), cut)
    return word is not None and word.group() in small


def _as_comma(match: re.Match[str]) -> str:
    return ",".ljust(len(match.group()))

"""Runs the models of a language over passages, one after the other: the names that they find, per passage."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.entities.models import LONGEST_TEXT, Member
from dateline.entities.tagged import DETAILS, HINTS, Tagged, rounded
from dateline.entities.words import Words, words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Texts that go through the model together. 32-256 paragraphs differ by less than the noise (11,500 words a
#: second on one core, the model alone); whole articles as one text are 5 % slower.
_BATCH = 64

#: Rules, bullets and starred-out words, which starve the names beside them of context: the model sees a comma instead.
#: Person recall on the masked Reuters texts of AIDA dev rose from 84 to 90 %.
_DECORATION = re.compile(r"(?<!\S)[*_=~•]+(?!\S)")

#: How sure a name is whose model does not say how sure it is.
_UNSCORED = 0.7

#: How sure a name is that a later model does not see. Peoples and names of other things stay, for which it has no
#: label, and places, which the gazetteer has the last word on: with them, located F1 on LGL is 70.9 instead of
#: 69.3. With persons as such, F1 of persons on EWT is .8 lower.
_UNCONFIRMED = 0.5

_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+) \Z")
_LONGEST_WORD = 25

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
    for piece, spans in zip(pieces, _read(pieces, members, words(language)), strict=True):
        found[piece.text] += [replace(span, start=piece.place(span.start), end=piece.place(span.end)) for span in spans]
    return [found[number] for number in range(len(texts))]


def _read(pieces: Sequence[_Piece], members: Sequence[Member], known: Words) -> list[list[Tagged]]:
    """Returns the names in each piece; a later model sees what the one before it found, and the last one decides."""
    names: list[list[Tagged]] = [[] for _ in pieces]
    hints: list[list[Tagged]] = names
    for member in members:
        hints = list(_spans(pieces, hints, member.pipeline))
        own = [[replace(s, label=member.labels[s.label]) for s in spans if s.label in member.labels] for spans in hints]
        kept = [_kept(piece.content, spans, known) for piece, spans in zip(pieces, names, strict=True)]
        names = [_joined(*views) for views in zip(kept, own, strict=True)]
    return names


def _kept(text: str, names: Sequence[Tagged], known: Words) -> Iterator[Tagged]:
    """Yields the names of an earlier model that stay where a later one sees none, with the labels that they stay with.

    Of persons, those who lead what comes after; and what a word before says to be something else, as that.
    """
    for name in names:
        label = _person_kept_as(text, name, known) if name.label == "PERSON" else name.label
        if label not in ("", "ORG"):
            yield replace(name, label=label, confidence=_UNCONFIRMED)


def _person_kept_as(text: str, name: Tagged, known: Words) -> str:
    after = _WORD_AFTER.match(text, name.end)
    if after is not None and after.group(1) in known.presided:
        return "PERSON"
    before = _WORD_BEFORE.search(text, max(0, name.start - _LONGEST_WORD), name.start)
    return "OTHER" if before is not None and before.group(1) in known.cues_before else ""


def _joined(before: Iterable[Tagged], after: Sequence[Tagged]) -> list[Tagged]:
    """Returns the names of the later model, and those of the earlier one where there is room."""
    free = (name for name in before if not any(other.start < name.end and name.start < other.end for other in after))
    return sorted([*after, *free])


def _spans(pieces: Sequence[_Piece], hints: Sequence[Sequence[Tagged]], model: "Language") -> Iterator[list[Tagged]]:
    """Yields what one model finds in each piece, with its own labels; offsets in the content of the piece."""
    with model.memory_zone():  # or the words of every article seen would stay in memory
        for document in model.pipe(_documents(pieces, hints, model), batch_size=_BATCH):
            details = document.user_data.get(DETAILS) or [(entity.start_char, _UNSCORED) for entity in document.ents]
            yield [
                Tagged(start, entity.end_char, entity.label_, rounded(confidence))
                for entity, (start, confidence) in zip(document.ents, details, strict=True)
            ]


def _documents(pieces: Sequence[_Piece], hints: Sequence[Sequence[Tagged]], model: "Language") -> Iterator["Doc"]:
    for piece, names in zip(pieces, hints, strict=True):
        document = model.make_doc(piece.content)
        document.user_data[HINTS] = [(name.start, name.end, name.label) for name in names]
        yield document


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

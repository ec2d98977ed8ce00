"""Name spans of one article -> person mentions, linked within the article."""

import re
from collections.abc import Sequence

from dateline.article import NameSpan, Passage
from dateline.persons.linking import Naming, link
from dateline.persons.parsing import parse
from dateline.persons.rows import PersonMention
from dateline.persons.titles import title_around
from dateline.persons.words import name_words

_SPACES = re.compile(r"\s+")
_WORD = re.compile(r"[^\W\d_]+")
_ROMAN = re.compile(r"[IVX]+\Z")
_WORD_BEFORE = re.compile(r"([^\W\d_]+),? [«“\"‘]? ?\Z")
_LONGEST_WORD = 25

#: How sure models are of the persons that the shares of right rows by reason of the link were counted on.
_USUAL = 0.75

#: Words in capitals up to this long are initials or generation marks (`JFK`, `PJ`), not shouted names.
_LONGEST_INITIALS = 3


def extract_persons(passages: Sequence[Passage], names: Sequence[NameSpan]) -> list[PersonMention]:
    """Returns the person mentions of one article, in reading order, with the person within the article each goes to.

    Pure: looks at nothing but its arguments, so articles can be done in any order and process.
    """
    spans = sorted((span for span in names if span.label == "PERSON"), key=lambda span: (span.passage, span.start))
    namings = [_naming(passages[span.passage], span) for span in spans]
    links = link([naming for _, naming in namings])
    return [
        PersonMention(
            passage=span.passage,
            start=span.start,
            end=span.end,
            confidence=linked.confidence * min(1.0, span.confidence / _USUAL),
            name=name,
            title=naming.title,
            local_person=linked.cluster,
            link_reason=linked.reason,
        )
        for span, (name, naming), linked in zip(spans, namings, links, strict=True)
    ]


def _naming(passage: Passage, span: NameSpan) -> tuple[str, Naming]:
    name = _repaired(_SPACES.sub(" ", passage.text[span.start : span.end]).strip())
    title = title_around(passage.text, span.start, span.end, language=passage.language)
    return name, Naming(parse(name, passage.language), title, span.passage, _is_other(passage.text, span.start))


def _is_other(text: str, start: int) -> bool:
    """Tells `another [Pierre]` and `his brother [Amin]` from names of those already spoken of."""
    before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return before is not None and before.group(1).lower() in name_words().introducing


def _repaired(name: str) -> str:
    """Returns a name with words in capitals given their case back: `Fadel SENNA`, `MEHDI BEN BARKA`; `JFK` stays."""
    shortest = 2 if name.isupper() and " " in name else _LONGEST_INITIALS + 1
    return _WORD.sub(lambda word: _lowered(word.group(), shortest), name)


def _lowered(word: str, shortest: int) -> str:
    shouted = word.isupper() and len(word) >= shortest and not _ROMAN.match(word)
    return word.capitalize() if shouted else word

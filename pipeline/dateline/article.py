"""What the stages hand to each other: a Record from ingest, an Article from clean, Mentions from the extractors.

Offsets inside a passage count code points of its *cleaned* text. Only the pipeline maps them back to the raw string
(`text.AlignedText`), so an extractor is a pure function of strings and can be tested alone.
"""

from dataclasses import dataclass
from typing import Literal

Field = Literal["text", "title"]
Section = Literal[
    "title", "dek", "byline", "dateline", "heading", "body", "caption", "quote", "reference", "boilerplate"
]


@dataclass(frozen=True, slots=True)
class Passage:
    """One line or paragraph of an article in one language; never boilerplate.

    Attributes:
        field: which raw string of the record it comes from.
        start: where it begins in that field's cleaned text.
        text: its cleaned text, without surrounding white space.
        section: what part of the article it is.
        language: ISO 639-1 code of the passage, `und` when undecided.
    """

    field: Field
    start: int
    text: str
    section: Section
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span found in a passage; each extractor's row type extends it with the columns of its table.

    Attributes:
        passage: index of the passage in the sequence given to the extractor.
        start: first character of the span in `Passage.text`.
        end: one past the last character of the span.
        confidence: 0-1, how sure the extractor is that span and normalization are right.
    """

    passage: int
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One name in a passage, without article, title or possessive ending: what NER hands to persons and places.

    Attributes:
        passage: index of the passage in the sequence given to the extractor.
        start: first character of the span in `Passage.text`.
        end: one past the last character of the span.
        label: `PERSON`, `PLACE`, `NORP` (peoples and adjectives of nationality), `ORG` or `OTHER`.
        confidence: 0-1, how sure the models are; what a rule found without them has the default, which does not
            overrule the gazetteer (`places.spans`).
    """

    passage: int
    start: int
    end: int
    label: str
    confidence: float = 0.75

"""A name found in a passage: what NER hands to the persons and the places."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One name in a passage, without article, title or possessive ending.

    Attributes:
        passage: index of the passage in the sequence given to the extractor.
        start: first character of the span in `Passage.text`.
        end: one past the last character of the span.
        label: `PERSON`, `PLACE`, `NORP` (peoples and adjectives of nationality), `ORG` or `OTHER`.
    """

    passage: int
    start: int
    end: int
    label: str

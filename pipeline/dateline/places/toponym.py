"""A place name found in a document, not yet resolved."""

from dataclasses import dataclass

from dateline.places.features import Feature
from dateline.places.lookup import Found


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a passage with the places it may stand for (none when it is in no list).

    Attributes:
        passage: index of the passage.
        start: first character of the name.
        end: one past its last character.
        found: its folded form and candidates.
        seen: `ner`, `scan` or `both`, what found it.
        sure: how sure the models are that the name is a place, 0-1; 0 where only the scan found it.
        feature: what its head word makes of it, when no list holds the name with its head; `found` is then about the
            name without it.
    """

    passage: int
    start: int
    end: int
    found: Found
    seen: str
    sure: float = 0.0
    feature: Feature | None = None

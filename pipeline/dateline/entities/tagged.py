"""A name as a model sees it, before any rule."""

from dataclasses import dataclass

#: Key of a document's `user_data` under which our own model says more of each of `doc.ents`: where it starts in
#: characters, without clitics, and its probability.
DETAILS = "dateline_names"


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """A stretch of a text, our label for it, and how sure the model is (0-1)."""

    start: int
    end: int
    label: str
    confidence: float

"""A name as a model sees it, before any rule; and what the components have in common that find names."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BATCH = 64

#: Key of a document's `user_data` under which our own model says more of each of `doc.ents`: where it starts in
#: characters, without clitics, and its probability.
DETAILS = "dateline_names"

#: Key under which are the names that another model found in the document before: start and end in characters, label.
HINTS = "dateline_hints"


@dataclass(frozen=True, slots=True, order=True)
class Tagged:
    """A stretch of a text, our label for it, and how sure the model is (0-1)."""

    start: int
    end: int
    label: str
    confidence: float


def rounded(probability: float) -> float:
    """Returns a probability without the digits that depend on which texts went through the model together."""
    return round(probability, 2)


class BatchTagger(ABC):
    """A spaCy component that finds the names of many documents at once."""

    @abstractmethod
    def set_names(self, documents: Sequence["Doc"]) -> None:
        """Sets `doc.ents` and `doc.user_data[DETAILS]` of each document, of which at least one has a word."""

    def __call__(self, doc: "Doc") -> "Doc":
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable["Doc"], *, batch_size: int = _BATCH) -> Iterator["Doc"]:
        """Yields the documents with their names."""
        left = iter(stream)
        while documents := list(islice(left, batch_size)):
            if any(not token.is_space for document in documents for token in document):
                self.set_names(documents)
            yield from documents

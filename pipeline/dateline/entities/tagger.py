"""The spaCy component that finds names with our own model, `dateline_names`: sets `doc.ents`, says how sure it is.

The model (`dateline.NameTagger.v1`): hashed spellings and the cross-lingual vector of each word, mixed, go through
residual convolutions over the words beside it into scores of BILOU tags for a conditional random field, and of how many
letters at the start of an Arabic or Hebrew name are words of their own.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.tokens import Doc, Span
from spacy.util import registry
from thinc.api import HashEmbed, Linear, Maxout, Model, chain, with_array

from dateline.entities import crf
from dateline.entities.clitics import is_semitic
from dateline.entities.subwords import WIDTH
from dateline.entities.tagged import DETAILS, BatchTagger, rounded
from dateline.entities.word_features import COLUMNS, WordFeatures

#: Documents -> a matrix each. The layers inside are thinc's, whose array types say less than numpy's.
Network = Model[list[Doc], list[Any]]

LABELS = ("PERSON", "LOC", "ORG")
TAGS = len(crf.tags(LABELS))

#: Letters before a name that can be words of their own, at most: `ושבירושלים`.
MOST_CLITICS = 3

#: How sure the model has to be of a name. On the development corpora of eight languages F1 is 73.2 with all names,
#: 73.8 from .5, 74.2 from .6, 74.3 from .7, 73.8 from .8; of names between .6 and .7 every third is right.
_LEAST = 0.6

#: Share of the words whose identity is hidden in training, and the columns that give it away.
_UNKNOWN = 0.1
_IDENTITY = np.isin(COLUMNS, ("norm", "longer beginning", "longer ending"))


@registry.architectures("dateline.NameTagger.v1")  # type: ignore[untyped-decorator]
def build_model(width: int, depth: int, rows: list[int]) -> Network:
    """Returns the untrained network: documents -> scores, a row per token, `TAGS` and 1 + `MOST_CLITICS` wide.

    Args:
        width: of the inner layers.
        depth: convolutions, so tokens that are seen to the left and to the right.
        rows: of the table of hashes, for each column of `word_features`.
    """
    mix: Model[Any, Any] = Maxout(width, (len(COLUMNS) + 1) * width, nP=3, dropout=0.0, normalize=True)
    network: Network = chain(
        _embedding(width, rows),
        with_array(mix),
        MaxoutWindowEncoder(width=width, window_size=1, maxout_pieces=3, depth=depth),
        with_array(Linear(TAGS + 1 + MOST_CLITICS, width)),
    )
    transitions: Any = np.zeros((TAGS + 1, TAGS + 1), dtype=np.float32)
    network.set_param("transitions", transitions)
    return network


def _embedding(width: int, rows: list[int]) -> Network:
    """Returns the layer that makes a row per token: a vector of `width` for each column, and the projected vector."""
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=column, seed=7 + column) for column, size in enumerate(rows)
    ]
    projection: Any = np.random.default_rng(0).normal(size=(width, WIDTH)).astype(np.float32) / np.float32(WIDTH**0.5)
    return Model(
        "word_embedding",
        _embed,
        init=_initialize,
        layers=tables,
        params={"projection": projection},
        attrs={"features": WordFeatures()},
        dims={"nO": (len(rows) + 1) * width},
    )


def _initialize(model: Network, **_: object) -> None:
    for table in model.layers:
        table.initialize()


def _embed(model: Network, documents: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[list[Any]], list[Doc]]]:
    hashes, vectors = model.attrs["features"].of(documents)
    if is_train:  # as if the word were new: context and form must do
        unknown = np.random.random(len(hashes)) < _UNKNOWN
        hashes[unknown[:, None] & _IDENTITY] = 0
    projection = model.get_param("projection")
    looked_up = [table(hashes, is_train) for table in model.layers]
    rows = np.concatenate([*(found for found, _ in looked_up), vectors @ projection.T], axis=1)
    ends = np.cumsum([len(document) for document in documents])
    width = len(projection)

    def backprop(gradients: list[Any]) -> list[Doc]:
        gradient = np.concatenate(gradients)
        for at, (_, back) in enumerate(looked_up):
            back(np.ascontiguousarray(gradient[:, at * width : (at + 1) * width]))
        model.inc_grad("projection", gradient[:, -width:].T @ vectors)
        return []

    return np.split(rows, ends[:-1]), backprop


@Language.factory(
    "dateline_names", assigns=["doc.ents"], default_config={"model": {"@architectures": "dateline.NameTagger.v1"}}
)
def make_tagger(nlp: Language, name: str, model: Network) -> "NameTagger":
    """Returns the component, for `nlp.add_pipe` and for loading a saved pipeline."""
    return NameTagger(model)


class NameTagger(BatchTagger):
    """Finds persons, places and organisations; `doc.user_data[DETAILS]` says more of each of `doc.ents`."""

    def __init__(self, model: Network) -> None:
        self.model = model

    def initialize(self, get_examples: object = None, *, nlp: Language | None = None) -> None:
        """Gives the network random weights, the same each time."""
        self.model.initialize()

    def remember(self, words: int) -> None:
        """Keeps the features of so many distinct words instead of the usual number, for training."""
        for node in self.model.walk():
            if "features" in node.attrs:
                node.attrs["features"] = WordFeatures(most_rows=words)

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """Saves the weights."""
        path.mkdir(parents=True, exist_ok=True)
        (path / "model").write_bytes(self.model.to_bytes())

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> "NameTagger":
        """Loads the weights."""
        self.model.initialize()
        self.model.from_bytes((path / "model").read_bytes())
        return self

    def set_names(self, documents: Sequence[Doc]) -> None:
        """Sets the names that the likeliest tags make, unless the model is too unsure of one."""
        scores = np.concatenate(self.model.predict(list(documents)))
        batch = crf.Batch(scores[:, :TAGS], [len(document) for document in documents])
        transitions: Any = self.model.get_param("transitions")
        tags = crf.best_tags(batch, transitions)
        probabilities = crf.marginals(batch, transitions)[0][np.arange(len(tags)), tags]
        clitics = scores[:, TAGS:].argmax(axis=1)
        first = 0
        for document in documents:
            names = []
            for start, end, label in crf.decode(tags[first : first + len(document)].tolist()):
                probability = rounded(float(probabilities[first + start : first + end].min()))
                if probability >= _LEAST:
                    name = Span(document, start, end, label=LABELS[label])
                    names.append(
                        (name, name.start_char + _clitics(name[0].text, int(clitics[first + start])), probability)
                    )
            document.ents = tuple(name for name, _, _ in names)
            document.user_data[DETAILS] = [details for _, *details in names]
            first += len(document)


def _clitics(word: str, number: int) -> int:
    return number if is_semitic(word) and len(word) - number >= 2 else 0

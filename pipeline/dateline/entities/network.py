"""The network of our own model, `dateline.NameTagger.v1`: documents -> a row of scores per token.

Hashed spellings and the cross-lingual vector of each word, places of several words and what another model found, mixed,
go through residual convolutions over the words beside it into scores of BILOU tags for a conditional random field, and
of how many letters at the start of an Arabic or Hebrew name are words of their own. Some copies of this, each trained
by itself, are averaged.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.ml.models.tok2vec import MaxoutWindowEncoder
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Linear, Maxout, Model, chain, with_array

from dateline.entities import crf, text_features, word_features
from dateline.entities.subwords import WIDTH, Vectors
from dateline.entities.word_features import Hashes, WordFeatures

#: Documents -> a matrix each. The layers inside are thinc's, whose array types say less than numpy's.
Network = Model[list[Doc], list[Any]]

LABELS = ("PERSON", "LOC", "ORG")
TAGS = len(crf.tags(LABELS))

#: Letters before a name that can be words of their own, at most: `ושבירושלים`.
MOST_CLITICS = 3

COLUMNS = word_features.COLUMNS + text_features.COLUMNS

#: Between the seeds of two copies' tables, so that other words share a row.
_SEEDS = 100

#: Share of the words whose identity is hidden in training, and the columns that give it away.
_UNKNOWN = 0.1
_IDENTITY = np.isin(COLUMNS, ("norm", "longer beginning", "longer ending"))


@registry.architectures("dateline.NameTagger.v1")  # type: ignore[untyped-decorator]
def build_model(width: int, depth: int, rows: list[int], copies: int) -> Network:
    """Returns the untrained network: documents -> scores, a row per token, `TAGS` and 1 + `MOST_CLITICS` wide.

    Args:
        width: of the inner layers.
        depth: convolutions, so tokens that are seen to the left and to the right.
        rows: of the table of hashes, for each of `COLUMNS`.
        copies: networks, each trained by itself, whose scores are averaged.
    """
    layers: list[Model[Any, Any]] = [_copy(width, depth, rows, number) for number in range(copies)]
    return Model("mean_of_copies", _mean, init=_initialize, layers=layers, attrs={"features": WordFeatures()})


def one_copy(network: Network, number: int) -> Network:
    """Returns the network with one of its copies alone, which it shares: to be trained."""
    return Model("mean_of_copies", _mean, layers=[network.layers[number]], attrs=dict(network.attrs))


def transitions(network: Network) -> npt.NDArray[np.float32]:
    """Returns the scores of a tag after another, the mean of the copies'."""
    each: list[Any] = [copy.get_param("transitions") for copy in network.layers]
    mean: npt.NDArray[np.float32] = np.mean(each, axis=0)
    return mean


def _mean(network: Network, documents: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[list[Any]], list[Doc]]]:
    hashes, vectors, openings = network.attrs["features"].of(documents)
    hashes = np.concatenate([hashes, text_features.of(documents, openings)], axis=1)
    features = Features(hashes, vectors, [len(document) for document in documents])
    seen = [copy(features, is_train) for copy in network.layers]

    def backprop(gradients: list[Any]) -> list[Doc]:
        for _, back in seen:
            back([gradient / len(seen) for gradient in gradients])
        return []

    means = [np.mean(scores, axis=0) for scores in zip(*(found for found, _ in seen), strict=True)]
    return means, backprop


def _initialize(model: Model[Any, Any], **_: object) -> None:
    for layer in model.layers:
        layer.initialize()


class Features(NamedTuple):
    """What is known of the tokens of some documents, a row each, and the number of tokens of each document."""

    hashes: Hashes
    vectors: Vectors
    lengths: list[int]


def _copy(width: int, depth: int, rows: list[int], number: int) -> Model[Any, Any]:
    """Returns one of the networks: `Features` -> scores."""
    mix: Model[Any, Any] = Maxout(width, (len(COLUMNS) + 1) * width, nP=3, dropout=0.0, normalize=True)
    network: Model[Any, Any] = chain(
        _embedding(width, rows, number),
        with_array(mix),
        MaxoutWindowEncoder(width=width, window_size=1, maxout_pieces=3, depth=depth),
        with_array(Linear(TAGS + 1 + MOST_CLITICS, width)),
    )
    transitions: Any = np.zeros((TAGS + 1, TAGS + 1), dtype=np.float32)
    network.set_param("transitions", transitions)
    return network


def _embedding(width: int, rows: list[int], number: int) -> Model[Any, Any]:
    """Returns the layer that makes a row per token: a vector of `width` for each column, and the projected vector."""
    tables: list[Model[Any, Any]] = [
        HashEmbed(width, size, column=column, seed=_SEEDS * number + 7 + column) for column, size in enumerate(rows)
    ]
    random = np.random.default_rng(number)
    projection: Any = random.normal(size=(width, WIDTH)).astype(np.float32) / np.float32(WIDTH**0.5)
    return Model(
        "word_embedding",
        _embed,
        init=_initialize,
        layers=tables,
        params={"projection": projection},
        dims={"nO": (len(rows) + 1) * width},
    )


def _embed(
    model: Model[Any, Any], features: Features, is_train: bool
) -> tuple[list[Any], Callable[[list[Any]], list[Any]]]:
    hashes, vectors, lengths = features
    if is_train:  # as if the word were new: context and form must do
        hashes = hashes.copy()
        unknown = np.random.random(len(hashes)) < _UNKNOWN
        hashes[unknown[:, None] & _IDENTITY] = 0
    projection = model.get_param("projection")
    looked_up = [table(hashes, is_train) for table in model.layers]
    rows = np.concatenate([*(found for found, _ in looked_up), vectors @ projection.T], axis=1)
    width = len(projection)

    def backprop(gradients: list[Any]) -> list[Any]:
        gradient = np.concatenate(gradients)
        for at, (_, back) in enumerate(looked_up):
            back(np.ascontiguousarray(gradient[:, at * width : (at + 1) * width]))
        change: Any = gradient[:, -width:].T @ vectors
        model.inc_grad("projection", change)
        return []

    return np.split(rows, np.cumsum(lengths)[:-1]), backprop


def remember(network: Network, words: int) -> None:
    """Keeps the features of so many distinct words instead of the usual number, for training."""
    network.attrs["features"] = WordFeatures(most_rows=words)


def parameters(network: Network) -> Iterator[tuple[Model[Any, Any], str, Any]]:
    """Yields the weights of a network with the node and the name they go by, always in the same order."""
    for node in network.walk():
        for name in node.param_names:
            yield node, name, node.get_param(name)

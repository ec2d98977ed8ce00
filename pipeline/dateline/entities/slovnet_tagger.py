"""The spaCy component that finds Russian names with slovnet, `dateline_slovnet`: sets `doc.ents`, says how sure it is.

Slovnet (natasha.github.io/ner, MIT) is the model. Its weights and the word vectors it reads, navec, come as data in the
package `natasha`, which is never imported: it stands on pymorphy2, which does not run on Python 3.11. The words are
razdel's, as in its training. The texts of a batch lie end to end, with a zero between them, and not side by side, each
as long as the longest: that finds the same names at three times the speed.
"""

import re
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import spacy
from razdel import tokenize
from slovnet import NER
from slovnet.exec.model import CNNEncoderLayer
from slovnet.shape import word_shape
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import get_words_and_spaces
from spacy.vocab import Vocab
from threadpoolctl import threadpool_limits

from dateline.entities import crf
from dateline.entities.tagged import DETAILS, BatchTagger

Rows = npt.NDArray[np.float32]

LABELS = ("PER", "LOC", "ORG")

_WEIGHTS = Path("model", "slovnet_ner_news_v1.tar")
_VECTORS = Path("emb", "navec_news_v1_1B_250K_300d_100q.tar")

#: Slovnet's tag (padding, O, B and I of each label) that scores each of `crf.tags`: a B begins a name or is all of it.
#: Sequences of whole names are the same under both, and as likely.
_COLUMNS = np.array([1, *(2 + 2 * label + inside for label in range(len(LABELS)) for inside in (0, 1, 1, 0))])

#: How sure a name has to be. Of the few that are less sure on BSNLP 2019, one in six is right, and on our own Russian
#: sentences precision of persons and places rises by 1.6 points for .9 points of recall.
_LEAST = 0.5

#: The European Union, a place to slovnet: an organisation, as our other models have it.
_UNION = re.compile(r"ЕС|Евросоюз(?:а|у|ом|е)?|Европейск(?:ий|ого|ому|им|ом) [Сс]оюз(?:а|у|ом|е)?")


def slovnet_pipeline(folder: Path) -> Language:
    """Returns a pipeline of slovnet alone, from the folder `data` of the package `natasha`."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Razdel(nlp.vocab)
    nlp.add_pipe("dateline_slovnet", config={"folder": str(folder)})
    return nlp


class Razdel:
    """The tokenizer: razdel's words, with white space as spaCy wants it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        words, spaces = get_words_and_spaces([token.text for token in tokenize(text)], text)
        return Doc(self.vocab, words=words, spaces=spaces)


@Language.factory("dateline_slovnet", assigns=["doc.ents"])
def make_tagger(nlp: Language, name: str, folder: str) -> "SlovnetTagger":
    """Returns the component, for `nlp.add_pipe`."""
    return SlovnetTagger(Path(folder))


class SlovnetTagger(BatchTagger):
    """Finds persons, places and organisations; `doc.user_data[DETAILS]` says more of each of `doc.ents`."""

    def __init__(self, folder: Path) -> None:
        threadpool_limits(1, user_api="blas")  # as `matrices` does for the networks of thinc
        loaded = NER.load(str(folder / _WEIGHTS)).infer
        self._words, self._shapes = loaded.encoder.words_vocab, loaded.encoder.shapes_vocab
        self._word_vectors = _WordVectors(folder / _VECTORS)
        self._shape_vectors: Rows = loaded.model.emb.shape.weight.array
        self._layers = [_Convolution(layer) for layer in loaded.model.encoder.layers]
        head = loaded.model.head
        self._weight: Rows = head.proj.weight.array[:, _COLUMNS]
        self._bias: Rows = head.proj.bias.array[_COLUMNS]
        # Slovnet scores neither what a text begins with nor what it ends with.
        self._transitions: Rows = np.pad(head.crf.transitions.array[np.ix_(_COLUMNS, _COLUMNS)], ((0, 1), (0, 1)))

    def set_names(self, documents: Sequence[Doc]) -> None:
        """Sets the names that the likeliest tags make, unless the model is too unsure of one."""
        texts = [[token for token in document if not token.is_space] for document in documents]
        batch = crf.Batch(self._scores(texts), [len(text) for text in texts])
        tags = crf.best_tags(batch, self._transitions)
        sure = crf.marginals(batch, self._transitions)[0][np.arange(len(tags)), tags]
        first = 0
        for document, text in zip(documents, texts, strict=True):
            own = slice(first, first + len(text))
            names = list(_names(document, text, tags[own], sure[own]))
            document.ents = tuple(name for name, _ in names)
            document.user_data[DETAILS] = [(name.start_char, probability) for name, probability in names]
            first += len(text)

    def _scores(self, texts: Sequence[Sequence[Token]]) -> Rows:
        """Returns the scores of the tags, a row per word of all texts."""
        words = [token.text for text in texts for token in text]
        inside = np.arange(len(words)) + np.repeat(np.arange(len(texts)), [len(text) for text in texts])
        rows = np.zeros((len(words) + len(texts), self._word_vectors.width + self._shape_vectors.shape[1]), np.float32)
        rows[inside] = self._embedded(words)
        between = np.delete(np.arange(len(rows)), inside)
        for layer in self._layers:
            rows = layer(rows)
            rows[between] = 0
        scores: Rows = rows[inside] @ self._weight + self._bias
        return scores

    def _embedded(self, words: Sequence[str]) -> Rows:
        known = self._word_vectors.of([self._words.encode(word.lower()) for word in words])
        shapes = self._shape_vectors[[self._shapes.encode(word_shape(word)) for word in words]]
        return np.concatenate([known, shapes], axis=1)


def _names(document: Doc, text: Sequence[Token], tags: crf.Integers, sure: crf.Floats) -> Iterator[tuple[Span, float]]:
    """Yields the names of a document, and how sure each is, given the tag of each word and its probability."""
    for start, end, label in crf.decode(tags.tolist()):
        probability = float(sure[start:end].min())
        if probability >= _LEAST:
            first, last = text[start].i, text[end - 1].i + 1
            is_union = _UNION.fullmatch(document[first:last].text)
            yield Span(document, first, last, label="ORG" if is_union else LABELS[label]), probability


class _WordVectors:
    """The table of word vectors: a hundred bytes to a word, each of which stands for three numbers.

    The bytes stay in the file, so that processes beside each other have them in memory once.
    """

    def __init__(self, path: Path) -> None:
        with tarfile.open(path) as packed:
            at = packed.getmember("pq.bin").offset_data
        words, self.width, parts, codes = np.fromfile(path, np.uint32, 4, offset=at).tolist()
        self._bytes = np.memmap(path, np.uint8, "r", at + 4 * 4, (words, parts))
        numbers = np.fromfile(path, np.float32, codes * self.width, offset=at + 4 * 4 + words * parts)
        self._codes = numbers.reshape(parts, codes, -1)

    def of(self, numbers: Sequence[int]) -> Rows:
        """Returns a row for each word, given its number in the vocabulary."""
        vectors: Rows = self._codes[np.arange(len(self._codes)), self._bytes[numbers]]
        return vectors.reshape(len(numbers), self.width)


class _Convolution:
    """A layer: each row with the rows before and after it, weighed; what is negative is cut, the rest normalised."""

    def __init__(self, layer: CNNEncoderLayer) -> None:
        self._before, self._at, self._after = np.ascontiguousarray(layer.conv.weight.array.transpose(2, 1, 0))
        self._bias = layer.conv.bias.array
        self._scale = layer.norm.weight.array / layer.norm.std.array
        self._shift = layer.norm.bias.array - layer.norm.mean.array * self._scale

    def __call__(self, rows: Rows) -> Rows:
        weighed = rows @ self._at + self._bias
        weighed[1:] += rows[:-1] @ self._before
        weighed[:-1] += rows[1:] @ self._after
        result: Rows = np.maximum(weighed, 0) * self._scale + self._shift
        return result

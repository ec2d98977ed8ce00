"""Trains our name model: `python -m dateline.entities.train_names SENTENCES DATA OUT`, or `make model DATA=folder`.

models/train/README.md says what goes in. The same texts give the same weights on the same machine.
"""

import logging
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.util import compile_infix_regex
from thinc.api import Adam, Optimizer, fix_random_seed, set_dropout_rate

from dateline.entities import crf
from dateline.entities.augmentation import with_other_people
from dateline.entities.calibration import fit
from dateline.entities.clitics import is_semitic
from dateline.entities.matrices import use_openblas
from dateline.entities.models import members
from dateline.entities.network import LABELS, MOST_CLITICS, TAGS, Network, one_copy, remember
from dateline.entities.tagged import DETAILS, HINTS
from dateline.entities.tagger import SCRIPTS, NameTagger, script
from dateline.entities.training_texts import Annotated, gold_articles, own_articles, passages, sample

_SEED = 1
_COPIES = 2
_MODEL = {
    "@architectures": "dateline.NameTagger.v1",
    "width": 96,
    "depth": 4,
    "rows": [10000, 500, 5000, 5000, 2000, 7000, 7000, 200, 100, 200, 300],
    "copies": _COPIES,
}
_log = logging.getLogger(__name__)

_RATE, _WARM_UP, _DROPOUT, _BATCH_WORDS, _EPOCHS = 0.001, 100, 0.2, 1200, 5

#: Languages in which another model reads first, and the share of their texts in which ours has to do without.
_HINTED = ("en", "fr", "ru")
_UNHINTED = 0.15
#: How often our own sentences count, in each epoch.
_OWN_TIMES = 2
#: The share that is taken of other gold: little of scanned newspapers of the 19th century, half of languages that are
#: not among our ten.
_SHARES = {
    "ddt.da": 0.5,
    "europeana.fr": 0.2,
    "europeana.nl": 0.15,
    "set.hr": 0.4,
    "snk.sk": 0.5,
    "talbanken.sv": 0.5,
}
#: Development corpora that mark each spelling of a name once, so that right names look wrong.
_ONCE = ("bsnlp-val.ru",)
#: Characters by which a border of a name may differ from the gold's and still be right: `the `, `Mr. `; `Inc.`, `'s`.
_ARTICLE, _FULL_STOP = 4, 2
#: Licence of each file of gold; models/train/README.md names the publications.
_LICENCES = {
    "bosque.pt": "CC BY-SA 4.0",
    "ddt.da": "CC BY-SA 4.0",
    "europeana.fr": "CC0",
    "europeana.nl": "CC0",
    "ewt-dev.en": "CC BY-SA 4.0",
    "germeval.de": "CC BY 4.0",
    "set.hr": "CC BY-SA 4.0",
    "snk.sk": "CC BY-SA 4.0",
    "talbanken.sv": "CC BY-SA 4.0",
    "wikigold.en": "CC BY 4.0",
}
_ABOUT = {
    "name": "news_ner",
    "version": "2.0.0",
    "description": "Persons, places and organisations in news of many languages",
    "author": "The Dateline authors",
    "license": "CC BY-SA 4.0",
}
#: Distinct words whose features are kept while training.
_MOST_WORDS = 400_000
_UPPER, _LOWER, _OTHER_PEOPLE = 0.04, 0.01, 0.3
_INFIXES = (r"(?<=[^\W\d_]['’])(?=[^\W\d_]{2})", "־")


def blank() -> Language:
    """Returns an untrained pipeline: the tokens of `xx`, cut after elided articles and at the hyphen of Hebrew."""
    nlp = spacy.blank("xx")
    assert isinstance(nlp.tokenizer, Tokenizer)
    nlp.tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or ()), *_INFIXES]).finditer
    nlp.add_pipe("dateline_names", config={"model": _MODEL})
    _tagger(nlp).initialize()
    return nlp


def _tagger(nlp: Language) -> NameTagger:
    tagger = nlp.get_pipe("dateline_names")
    assert isinstance(tagger, NameTagger)
    return tagger


class Example:
    """A tokenized text, the tag of each token, and which tokens begin with how many clitics (-1: not asked)."""

    def __init__(self, annotated: Annotated, document: Doc) -> None:
        self.document, self.language = document, annotated.language
        spans: list[tuple[int, int, int]] = []
        self.clitics = np.full(len(document), -1)
        for start, end, label in annotated.names:
            span = document.char_span(start, end, alignment_mode="expand")
            if span is None or (spans and span.start < spans[-1][1]):
                continue
            spans.append((span.start, span.end, LABELS.index(label)))
            if is_semitic(span[0].text):
                self.clitics[span.start] = min(start - span.start_char, MOST_CLITICS)
        self.tags = crf.encode(spans, len(document))


def train(articles: Sequence[Sequence[Annotated]], *, epochs: int) -> Language:
    """Returns a pipeline whose copies have each seen the articles so many times, cut and varied anew each time."""
    fix_random_seed(_SEED)
    nlp = blank()
    tagger = _tagger(nlp)
    use_openblas(tagger.model)
    remember(tagger.model, _MOST_WORDS)
    set_dropout_rate(tagger.model, _DROPOUT)
    for number in range(_COPIES):
        _train_copy(nlp, one_copy(tagger.model, number), articles, epochs=epochs, seed=_SEED + number)
    return nlp


def _train_copy(
    nlp: Language, network: Network, articles: Sequence[Sequence[Annotated]], *, epochs: int, seed: int
) -> None:
    """Trains one copy; leaves in it the mean of its weights over the last steps."""
    fix_random_seed(seed)
    random = Random(seed)
    optimizer = Adam(_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True)
    step, start = 0, time.process_time()
    for epoch in range(epochs):
        batches = list(_batches(nlp, articles, random))
        loss = 0.0
        for number, batch in enumerate(batches):
            done = (epoch + number / len(batches)) / epochs
            optimizer.learn_rate = _RATE * min(1, (step + 5) / _WARM_UP) * min(1, max(0.02, 1.5 * (1 - done)))
            loss += _update(network, batch, optimizer) / len(batches)
            step += 1
        minutes = (time.process_time() - start) / 60
        _log.info("copy %d, epoch %d of %d: loss %.3f, %.1f minutes", seed, epoch + 1, epochs, loss, minutes)
    with network.use_params(optimizer.averages or {}):
        weights = network.to_bytes()
    network.from_bytes(weights)


def _batches(nlp: Language, articles: Sequence[Sequence[Annotated]], random: Random) -> Iterator[list[Example]]:
    texts = list(passages(articles, random))
    random.shuffle(texts)
    batch: list[Example] = []
    size = 0
    for text in texts:
        if random.random() < _OTHER_PEOPLE:
            text = with_other_people(text, random)
        text = _recased(text, random)
        batch.append(Example(text, nlp.make_doc(text.text)))
        size += len(batch[-1].document)
        if size >= _BATCH_WORDS:
            _hint(batch, random)
            yield batch
            batch, size = [], 0


def _hint(examples: Sequence[Example], random: Random) -> None:
    """Tells the documents of the examples, but for some, what the first model of their language finds."""
    for language in _HINTED:
        told = [e.document for e in examples if e.language == language and random.random() >= _UNHINTED]
        _tell(told, language)


def _tell(documents: Sequence[Doc], language: str) -> None:
    reader = members(language, "fast")[0].pipeline
    with reader.memory_zone():
        for document, read in zip(documents, reader.pipe(document.text for document in documents), strict=True):
            document.user_data[HINTS] = [(name.start_char, name.end_char, name.label_) for name in read.ents]


def _recased(annotated: Annotated, random: Random) -> Annotated:
    draw = random.random()
    text = annotated.text
    if draw < _UPPER:
        text = text.upper()
    elif draw < _UPPER + _LOWER:
        text = text.lower()
    return Annotated(text, annotated.names, annotated.language) if len(text) == len(annotated.text) else annotated


def _update(network: Network, examples: Sequence[Example], optimizer: Optimizer) -> float:
    scores, backprop = network.begin_update([example.document for example in examples])
    lengths = [len(example.document) for example in examples]
    rows: npt.NDArray[np.float32] = np.concatenate(scores)
    (copy,) = network.layers
    between: Any = copy.get_param("transitions")
    batch = crf.Batch(rows[:, :TAGS], lengths)
    gold = np.concatenate([example.tags for example in examples])
    probabilities, expected = crf.marginals(batch, between)
    loss = -np.log(probabilities[np.arange(len(gold)), gold] + 1e-9).mean()
    gradient = np.zeros_like(rows)
    gradient[:, :TAGS] = probabilities
    gradient[np.arange(len(gold)), gold] -= 1
    clitics = np.concatenate([example.clitics for example in examples])
    asked = np.flatnonzero(clitics >= 0)
    if len(asked):
        chances = np.exp(rows[asked, TAGS:] - rows[asked, TAGS:].max(axis=1, keepdims=True))
        chances /= chances.sum(axis=1, keepdims=True)
        chances[np.arange(len(asked)), clitics[asked]] -= 1
        gradient[asked, TAGS:] = chances
    scale = 1 / len(examples)
    change: Any = ((expected - crf.observed(batch, gold)) * scale).astype(np.float32)
    copy.inc_grad("transitions", change)
    backprop(np.split(gradient * np.float32(scale), np.cumsum(lengths)[:-1]))
    network.finish_update(optimizer)
    return float(loss)


def read(nlp: Language, lines: Sequence[Annotated]) -> list[Doc]:
    """Returns the lines with the names that the pipeline finds, after the first model of their language."""
    documents = [nlp.make_doc(line.text) for line in lines]
    for language in _HINTED:
        _tell([d for d, line in zip(documents, lines, strict=True) if line.language == language], language)
    return list(nlp.pipe(documents))


def score(lines: Sequence[Annotated], documents: Sequence[Doc]) -> dict[str, float]:
    """Returns the F1 of persons and of places, in per cent; of lines alone, spans of whole words, clitics or not."""
    counts: Counter[tuple[str, str]] = Counter()
    for line, document in zip(lines, documents, strict=True):
        found = {(name.start_char, name.end_char, name.label_) for name in document.ents}
        for kind, names in (("gold", set(line.names)), ("found", found), ("right", found & set(line.names))):
            counts.update((kind, label) for _, _, label in names)
    return {
        label: round(200 * counts["right", label] / max(1, counts["gold", label] + counts["found", label]), 1)
        for label in LABELS[:2]
    }


def _calibrate(nlp: Language, lines: Sequence[Annotated]) -> None:
    """Makes how sure the component says it is agree with how many of the names that it finds in the lines are right."""
    tagger = _tagger(nlp)
    least, tagger.least = tagger.least, 0.0
    found: dict[str, list[tuple[float, bool]]] = {kind: [] for kind in SCRIPTS}
    for line, document in zip(lines, read(nlp, lines), strict=True):
        for name, (_, probability) in zip(document.ents, document.user_data.get(DETAILS, ()), strict=True):
            found[script(name[0].text)].append((probability, _is_right(name, line)))
    tagger.calibrations = {kind: fit(*zip(*names, strict=True)) for kind, names in found.items()}
    tagger.least = least


def _is_right(name: Span, line: Annotated) -> bool:
    """Tells whether a name is annotated, with its kind; guidelines differ about articles, titles and full stops."""
    return any(
        label == name.label_ and abs(start - name.start_char) <= _ARTICLE and abs(end - name.end_char) <= _FULL_STOP
        for start, end, label in line.names
    )


def main(arguments: Sequence[str]) -> None:
    """Trains on SENTENCES/*.txt and DATA/*.jsonl, calibrates and scores on DATA/dev/*.jsonl, writes to OUT."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    sentences, data, out = map(Path, arguments)
    own = own_articles(sentences)
    gold = {source.stem: gold_articles(source) for source in sorted(data.glob("*.jsonl"))}
    shares = [sample(articles, _SHARES.get(name, 1.0), seed=_SEED) for name, articles in gold.items()]
    nlp = train([*chain(own * _OWN_TIMES, *shares)], epochs=_EPOCHS)
    dev = {source.stem: list(chain(*gold_articles(source))) for source in sorted((data / "dev").glob("*.jsonl"))}
    _calibrate(nlp, [line for name, lines in dev.items() if name not in _ONCE for line in lines])
    nlp.meta.update(_ABOUT)
    nlp.meta["sources"] = [{"name": f"Dateline, models/train/sentences ({_lines(own)} lines)", "license": "MIT"}] + [
        {"name": f"{name} ({_lines(articles)} lines)", "license": _LICENCES.get(name, "unknown")}
        for name, articles in gold.items()
    ]
    nlp.meta["performance"] = {name: score(lines, read(nlp, lines)) for name, lines in dev.items()}
    nlp.to_disk(out, exclude=["vocab"])


def _lines(articles: Sequence[Sequence[Annotated]]) -> int:
    return sum(map(len, articles))


if __name__ == "__main__":
    main(sys.argv[1:])

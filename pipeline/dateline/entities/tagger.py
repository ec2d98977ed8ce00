"""The spaCy component that finds names with our own model, `dateline_names`: sets `doc.ents`, says how sure it is."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from dateline.entities import crf
from dateline.entities.calibration import UNCALIBRATED, Calibration
from dateline.entities.clitics import is_semitic
from dateline.entities.network import LABELS, TAGS, Network, parameters, transitions
from dateline.entities.tagged import DETAILS, BatchTagger

#: Scripts that the model is not equally good at, so that it can be told how sure it should be.
SCRIPTS = ("semitic", "other")

#: How likely a name has to be right: more likely than not. Through the pipeline F1 of persons and places is within a
#: point of this from .4 on in eight of nine development languages (Arabic gains 1.7), and .5 is the most careful.
_LEAST = 0.5


@Language.factory(
    "dateline_names", assigns=["doc.ents"], default_config={"model": {"@architectures": "dateline.NameTagger.v1"}}
)
def make_tagger(nlp: Language, name: str, model: Network) -> "NameTagger":
    """Returns the component, for `nlp.add_pipe` and for loading a saved pipeline."""
    return NameTagger(model)


class NameTagger(BatchTagger):
    """Finds persons, places and organisations; `doc.user_data[DETAILS]` says more of each of `doc.ents`.

    Where another model has read the document before, `doc.user_data[HINTS]` says what it found.

    Attributes:
        calibrations: from the probability that the network gives a name to how often such names are right, by script.
        least: how likely a name has to be right.
    """

    def __init__(self, model: Network) -> None:
        self.model = model
        self.calibrations = dict.fromkeys(SCRIPTS, UNCALIBRATED)
        self.least = _LEAST

    def initialize(self, get_examples: object = None, *, nlp: Language | None = None) -> None:
        """Gives the network random weights, the same each time."""
        self.model.initialize()

    def to_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> None:
        """Saves the weights, at half the precision that they are trained with."""
        path.mkdir(parents=True, exist_ok=True)
        np.concatenate([part.ravel() for _, _, part in parameters(self.model)]).astype("<f2").tofile(path / "weights")
        lines = {kind: asdict(line) for kind, line in self.calibrations.items()}
        (path / "calibration.json").write_text(json.dumps(lines, indent=2) + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: Sequence[str] = ()) -> "NameTagger":
        """Loads the weights."""
        self.model.initialize()
        weights: Any = np.fromfile(path / "weights", "<f2").astype(np.float32)
        parts = list(parameters(self.model))
        ends = np.cumsum([part.size for _, _, part in parts])
        if ends[-1] != len(weights):
            raise ValueError(f"{len(weights):,} weights where config.cfg wants {ends[-1]:,}")
        pieces: list[Any] = np.split(weights, ends[:-1])
        for (node, name, part), piece in zip(parts, pieces, strict=True):
            node.set_param(name, piece.reshape(part.shape))
        lines = json.loads((path / "calibration.json").read_text(encoding="utf-8"))
        self.calibrations = {kind: Calibration(**lines[kind]) for kind in SCRIPTS}
        return self

    def set_names(self, documents: Sequence[Doc]) -> None:
        """Sets the names that the likeliest tags make, unless the model is too unsure of one."""
        scores = np.concatenate(self.model.predict(list(documents)))
        batch = crf.Batch(scores[:, :TAGS], [len(document) for document in documents])
        between = transitions(self.model)
        tags = crf.best_tags(batch, between)
        probabilities = crf.marginals(batch, between)[0][np.arange(len(tags)), tags]
        clitics = scores[:, TAGS:].argmax(axis=1)
        first = 0
        for document in documents:
            names = []
            for start, end, label in crf.decode(tags[first : first + len(document)].tolist()):
                sure = self.calibrations[script(document[start].text)]
                probability = sure(float(probabilities[first + start : first + end].min()))
                if probability >= self.least:
                    name = Span(document, start, end, label=LABELS[label])
                    names.append(
                        (name, name.start_char + _clitics(name[0].text, int(clitics[first + start])), probability)
                    )
            document.ents = tuple(name for name, _, _ in names)
            document.user_data[DETAILS] = [details for _, *details in names]
            first += len(document)


def script(word: str) -> str:
    """Returns which of `SCRIPTS` a word is in."""
    return SCRIPTS[0] if is_semitic(word) else SCRIPTS[1]


def _clitics(word: str, number: int) -> int:
    return number if is_semitic(word) and len(word) - number >= 2 else 0

"""The models of a language, loaded: spaCy pipelines with nothing in them but what finds names."""

import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from dateline.entities.catalog import model_catalog
from dateline.entities.locations import components, folder, references, remedy
from dateline.errors import ModelError
from dateline.settings import Tier

if TYPE_CHECKING:
    from spacy.language import Language

#: Longest text a model is given, in characters: far above any paragraph, and a bound on what an endless line takes.
LONGEST_TEXT = 20_000

#: No language has a model that its user chose.
NONE_CHOSEN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Member:
    """A loaded model.

    Attributes:
        id: of `models.toml`, or as the user named it.
        pipeline: with NER alone.
        labels: the model's label -> ours; other labels yield no span.
    """

    id: str
    pipeline: "Language"
    labels: Mapping[str, str]


def members(language: str, tier: Tier = "default", chosen: Mapping[str, str] = NONE_CHOSEN) -> tuple[Member, ...]:
    """Returns the models that read a language, one after the other, each loaded once per process; the last decides.

    Args:
        language: one that `models.toml` or `chosen` has.
        tier: how much time the names are worth.
        chosen: language -> the one model to use in its stead: an id of `models.toml`, a folder, a package.

    Raises:
        ModelError: a model is missing, damaged or in another version; the message says what to do.
    """
    return tuple(_load(name) for name in references(language, tier, chosen))


@cache
def _load(reference: str) -> Member:
    at = folder(reference)
    entry = model_catalog().models.get(reference)
    try:
        pipeline = _slovnet(at) if entry is not None and entry.format == "slovnet" else _with_ner_alone(at)
    except (ImportError, OSError, ValueError, KeyError) as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(f"the model {reference} cannot be loaded ({reason}): {remedy(reference)}") from error
    labels = model_catalog().labels
    known = [label for component in pipeline.component_names for label in pipeline.pipe_labels.get(component, ())]
    if entry is None and known and labels.keys().isdisjoint(known):
        raise ModelError(f"{reference}: none of its labels ({', '.join(sorted(known))}) is one of {', '.join(labels)}")
    return Member(reference, pipeline, labels)


def _slovnet(at: Path) -> "Language":
    from dateline.entities.slovnet_tagger import slovnet_pipeline  # only where it is needed: it loads slovnet

    return slovnet_pipeline(at)


def _with_ner_alone(at: Path) -> "Language":
    import spacy

    from dateline.entities import tagger  # noqa: F401 - registers the component of our own models
    from dateline.entities.matrices import use_openblas

    wanted = components(at)
    with warnings.catch_warnings():
        # W095, `trained with spaCy v3.7`: models.toml pins what the accuracy gate runs on.
        warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
        pipeline = spacy.load(
            at, exclude=[name for name in spacy.util.get_model_meta(at)["components"] if name not in wanted]
        )
    for _, component in pipeline.components:
        use_openblas(component.model)  # type: ignore[attr-defined]
    return pipeline

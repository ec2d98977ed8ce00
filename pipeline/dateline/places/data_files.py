"""The package's own tables, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_toml(name: str) -> dict[str, Any]:
    """Return a TOML file of `data/`, by its path below that folder."""
    return tomllib.loads(files("dateline.places").joinpath("data", name).read_text("utf-8"))


def load_folder(folder: str) -> list[dict[str, Any]]:
    """Return all TOML files of a folder of `data/`, by name."""
    names = sorted(path.name for path in files("dateline.places").joinpath("data", folder).iterdir())
    return [load_toml(f"{folder}/{name}") for name in names if name.endswith(".toml")]

"""The lists of words of this package, as data."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def words_of(topic: str) -> Mapping[str, list[str]]:
    """The lists of a data file (`bylines`, `publication`) by name."""
    path = files("dateline.clean") / "data" / f"{topic}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))

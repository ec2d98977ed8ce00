"""Dateline: dumps of raw news articles in, tables of persons, places, dates and amounts out.

dateline.run("some/dump", "outputs")     # what `dateline run` does
tables = dateline.load("outputs")        # typed DataFrames
rows = dateline.extract("On 9 November 1989 …", published="1999-11-09")
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["extract", "load", "run"]

if TYPE_CHECKING:
    from dateline.loading import load
    from dateline.single import extract
    from dateline.stages.run import run

_HOMES = {"run": "dateline.stages.run", "load": "dateline.loading", "extract": "dateline.single"}


def __getattr__(name: str) -> Any:
    """Imports a public function when it is first used, so that `dateline --help` loads no models and no pandas."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)

"""The public surface: what a notebook may import, and nothing heavy before it is used."""

import subprocess
import sys

import dateline


def test_public_names_are_these() -> None:
    assert dateline.__all__ == ["extract", "load", "run"]
    assert all(callable(getattr(dateline, name)) for name in dateline.__all__)


def test_importing_costs_nothing() -> None:
    code = "import sys, dateline; print([name for name in ('spacy', 'pandas', 'pyarrow') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_help_loads_no_library_of_the_stages() -> None:
    code = "import sys, dateline.cli; print([name for name in ('spacy', 'pandas', 'pyarrow') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"

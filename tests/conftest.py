"""One run over the sample corpus, shared by all tests that only read tables."""

from pathlib import Path

import pytest

import dateline

CORPUS = Path(__file__).parent.parent / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    return CORPUS


@pytest.fixture(scope="session")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample corpus, in both formats."""
    folder = tmp_path_factory.mktemp("sample") / "outputs"
    dateline.run(CORPUS, folder, jobs=1, formats="csv,parquet")
    return folder

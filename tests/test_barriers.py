"""A fault in one article costs that article its rows, and nothing else."""

import sys
from pathlib import Path
from typing import Any

import pytest

import dateline
import dateline.stages.run  # registers the stage modules patched below

GOOD = "A visit\n\nAnwar Sadat flew to Jerusalem on 19 November 1977, and Cairo held its breath.\n"
BAD = "A fault\n\nGolda Meir spoke in Haifa on 3 March 1970, which some bug in a rule cannot bear.\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    folder = tmp_path / "dump"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    (folder / "bad.txt").write_text(BAD)
    return folder


@pytest.mark.parametrize(("stage", "name"), [("clean", "clean_page"), ("extract", "extract_articles")])
def test_an_unforeseen_error_is_a_failed_source(
    dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str, name: str
) -> None:
    module = sys.modules[f"dateline.stages.{stage}"]
    real = getattr(module, name)

    def faulty(given: Any, **options: Any) -> Any:
        texts = [given] if isinstance(given, str) else [article.texts["text"][0] for article in given]
        if any("Golda" in text for text in texts):
            raise ZeroDivisionError("a bug")
        return real(given, **options)

    monkeypatch.setattr(module, name, faulty)
    summary = dateline.run(dump, tmp_path / "out", jobs=1)
    tables = dateline.load(tmp_path / "out")
    sources = tables.sources.set_index("source")
    assert sources.loc["bad.txt", "status"] == "failed"
    assert "ZeroDivisionError: a bug" in sources.loc["bad.txt", "error"]
    assert sources.loc["good.txt", "status"] == "ok"
    assert tables.dates["timex"].tolist() == ["1977-11-19"]
    assert len(summary.report.problems) == 1

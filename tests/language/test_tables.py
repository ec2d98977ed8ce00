"""The committed tables of the second opinion are those of the installed sources."""

import json
from importlib.resources import files

import pytest

from dateline.language.build_tables import PACKAGES, inputs
from dateline.language.ngrams import score_ngrams
from dateline.language.scripts import scripts
from dateline.language.tables import load_table

TEXT = "Der Hafen wurde am Dienstag geschlossen, nachdem der Sturm zwei Kräne beschädigt hatte."


def test_tables_are_up_to_date():
    for package in PACKAGES:
        pytest.importorskip(package)
    committed = files("dateline.language").joinpath("data", "tables", "inputs.json").read_text(encoding="utf-8")
    assert json.loads(committed) == json.loads(json.dumps(inputs()))


@pytest.mark.parametrize("name", ["Latn", "Cyrl", "Arab", "Deva"])
@pytest.mark.parametrize("kind", ["ngrams", "words"])
def test_table_has_a_row_per_key_and_a_column_per_language(kind, name):
    table = load_table(f"{kind}.{name}")
    assert table.distances.shape == (len(table.rows), len(scripts()[name].all_languages))


def test_scores_are_those_of_py3langid():
    langid = pytest.importorskip("py3langid.langid")
    script = scripts()["Latn"]
    model = langid.LanguageIdentifier.from_model_file("data/model.npz.xz")
    theirs = dict(zip(model.nb_classes, model._decide(TEXT) - model.nb_pc, strict=True))
    ours = dict(zip(script.all_languages, score_ngrams(TEXT, script), strict=True))
    for language in ("en", "fr", "nl", "sv", "eu"):
        assert ours["de"] - ours[language] == pytest.approx(theirs["de"] - theirs[language], abs=1.0)

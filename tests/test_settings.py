from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.settings import load_settings


def test_defaults_serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_settings().formats == ("csv",)


def test_the_file_of_the_working_directory_is_read_and_flags_win(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dateline.toml").write_text('jobs = 3\nformats = ["parquet"]\nkeep_duplicates = true\n')
    settings = load_settings(jobs=2, formats=None)
    assert (settings.jobs, settings.formats, settings.keep_duplicates) == (2, ("parquet",), True)


def test_formats_are_a_set_whatever_their_order() -> None:
    assert load_settings(formats="parquet, csv,csv").formats == ("csv", "parquet")


def test_models_are_named_by_language_in_a_flag_or_a_table(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('model_tier = "fast"\n[models]\nes = "es-lg"\nde = "/my models/a=b"\n')
    assert dict(load_settings(file).models) == {"de": "/my models/a=b", "es": "es-lg"}
    assert dict(load_settings(file, models="es=other, pt=pt-md,").models) == {"es": "other", "pt": "pt-md"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("job = 3\n", "job: no such option"),
        ("jobs = -1\n", "jobs: "),
        ("jobs = \n", "not valid TOML"),
        ('formats = "xls"\n', "formats"),
        ('formats = ""\n', "at least one of csv, parquet"),
        ('model_tier = "slow"\n', "'fast', 'default' or 'best'"),
        ('models = "es"\n', "not LANGUAGE=MODEL"),
        ('[models]\nes = ""\n', "not LANGUAGE=MODEL"),
        ("models = 3\n", "models"),
    ],
)
def test_a_wrong_file_is_one_line_that_names_it(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text)
    with pytest.raises(UsageError) as error:
        load_settings(file)
    assert says in str(error.value)
    assert "mine.toml" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"absent\.toml"):
        load_settings(tmp_path / "absent.toml")


def test_settings_are_frozen() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_settings().jobs = 4

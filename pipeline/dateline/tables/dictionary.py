"""The data dictionary: `outputs/README.md`, generated from the schema."""

from dateline.schema import TABLES, TEXTS, Column

_HEAD = """# Data dictionary

Generated from `dateline/schema.py`; the tables lie beside this page after `dateline run`.

- CSV is UTF-8 with a byte order mark (Excel needs it for accents), RFC 4180, `\\n` line ends. An empty cell is the only
  missing value: `NA` is Namibia. In pandas use `dateline.load("outputs")`, or
  `pandas.read_csv(path, keep_default_na=False, na_values=[""])`.
- Lists have ` | ` between their values. Booleans are `true` and `false`. Dates are ISO 8601, proleptic Gregorian.
- Cells marked *text* hold words of the input; one that a spreadsheet would take for a formula starts with `'`, which
  `dateline.load()` takes off again.
- `char_start` and `char_end` count Unicode code points in the raw string of `doc_id` and `field`; `texts.parquet` keeps
  it.
- `persons_registry.csv` remembers which person has which id: keep it with the tables.
- `.dateline/` holds the results by article, so that the next run does only what is new. It may be deleted.
"""


def data_dictionary() -> str:
    """Returns the page in Markdown."""
    parts = [_HEAD]
    for table in TABLES:
        parts.append(
            f"\n## {table.name}\n\n{table.description} Key: `{table.key}`.\n\n"
            "| column | type | meaning |\n|---|---|---|\n"
        )
        parts += [f"| `{column.name}` | {_type(column)} | {_meaning(column)} |\n" for column in table]
    parts.append("\n## texts.parquet\n\nThe strings that offsets count in.\n\n| column | type |\n|---|---|\n")
    parts += [f"| `{name}` | string |\n" for name in TEXTS.names]
    return "".join(parts)


def _type(column: Column) -> str:
    return f"{column.type}, text" if column.free_text else column.type


def _meaning(column: Column) -> str:
    if not column.values:
        return column.description
    return f"{column.description} One of {', '.join(f'`{value}`' for value in column.values)}."


if __name__ == "__main__":
    import sys

    sys.stdout.write(data_dictionary())

"""Why a row is as it is: the row, its sentence, its line in the source, and the reasons of each decision."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from dateline import schema
from dateline.errors import UsageError
from dateline.loading import Tables, load
from dateline.tables.csv import number

#: Mentions shown of a person or place.
_EXAMPLES = 8

#: Characters shown on each side of a span in its source line.
_CONTEXT = 200

#: Columns that the explanation shows in other ways.
_SHOWN_ELSEWHERE = ("sentence", "surface", "char_start", "char_end")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What to show: a heading, the filled columns, and headed lists of lines."""

    heading: str
    facts: Mapping[str, str]
    sections: Mapping[str, list[str]]


def explain(folder: Path, identifier: str) -> Explanation:
    """Returns the explanation of a mention, person or place id.

    Raises:
        UsageError: no table of the folder has this id.
    """
    tables = load(folder)
    for table in (schema.PERSONS, schema.PLACES, *schema.MENTION_TABLES):
        frame = tables[table.name]
        found = frame[frame[table.key] == identifier]
        if len(found):
            row = found.iloc[0]
            return _mention(tables, table, row) if table in schema.MENTION_TABLES else _entity(tables, table, row)
    raise UsageError(f"{folder}: no row has the id {identifier!r}; ids stand in mention_id, person_id and place_id")


def _facts(row: "pd.Series[Any]") -> dict[str, str]:
    shown = {str(name): _cell(value) for name, value in row.items() if name not in _SHOWN_ELSEWHERE}
    return {name: text for name, text in shown.items() if text}


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return schema.LIST_SEPARATOR.join(value)
    if pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat()
    return number(float(value)) if isinstance(value, float) else str(value)


def _mention(tables: Tables, table: schema.Table, row: "pd.Series[Any]") -> Explanation:
    documents = tables["documents"].set_index("doc_id")
    document = documents.loc[row["doc_id"]]
    raw = tables.text(row["doc_id"], row["field"])
    start, end = int(row["char_start"]), int(row["char_end"])
    number = raw.count("\n", 0, start) + 1
    where = f"{document['source']}, {row['field']}, line {number}, characters {start}-{end}"
    article = [part for part in (document["title"], document["publisher"], document["url"]) if not pd.isna(part)]
    return Explanation(
        heading=f"{row['surface']}  ({table.name})",
        facts=_facts(row),
        sections={
            "Sentence": [str(row["sentence"])],
            "Source": [where, " · ".join(article), _source_line(raw, start, end)],
            "Why": _reasons(tables, table, row),
        },
    )


def _source_line(raw: str, start: int, end: int) -> str:
    left = max(raw.rfind("\n", 0, start) + 1, start - _CONTEXT)
    stop = raw.find("\n", end)
    right = min(stop if stop >= 0 else len(raw), end + _CONTEXT)
    return " ".join(f"{raw[left:start]}⟦{raw[start:end]}⟧{raw[end:right]}".split())


def _reasons(tables: Tables, table: schema.Table, row: "pd.Series[Any]") -> list[str]:
    lines = []
    if "link_reason" in row:
        lines.append(_said(str(row["link_reason"])))
    for column in ("usage", "unit_from", "anchor_from"):
        if column in row and not pd.isna(row[column]):
            lines.append(_said(str(row[column]), topic=column))
    if table is schema.PERSON_MENTIONS:
        lines.append(f"The person is {_name(tables, schema.PERSONS, row['person_id'])}.")
    if table is schema.PLACE_MENTIONS:
        lines.append(
            f"{row['candidates']} places bear the name; the one is {_name(tables, schema.PLACES, row['place_id'])}."
        )
    lines.append(_line_reason(tables.folder, row))
    lines.append(f"Confidence {row['confidence']}.")
    return [line for line in lines if line]


def _name(tables: Tables, table: schema.Table, identifier: str) -> str:
    frame = tables[table.name]
    return f"{frame.loc[frame[table.key] == identifier, 'name'].iloc[0]} ({identifier})"


def _line_reason(folder: Path, row: "pd.Series[Any]") -> str:
    """Returns why the line was taken for its section, from what the clean stage left; empty when that is gone."""
    state = folder / ".dateline"
    if row["field"] != "text" or not (state / "documents.parquet").is_file():
        return ""
    kept = pq.read_table(state / "documents.parquet", filters=[("doc_id", "==", row["doc_id"])]).to_pylist()
    for path in sorted((state / "clean").glob("*.parquet")) if kept else ():
        for page in pq.read_table(path, filters=[("key", "==", kept[0]["clean_key"])]).to_pylist():
            text = page["cleaned"]
            for line in page["lines"]:
                if str(row["sentence"])[:40] in " ".join(text[line["start"] : line["end"]].split()):
                    return f"The line is {line['section']}: {line['reason']} (probability {line['probability']:.2f})."
    return ""


def _entity(tables: Tables, table: schema.Table, row: "pd.Series[Any]") -> Explanation:
    name = "person_mentions" if table is schema.PERSONS else "place_mentions"
    mentions = tables[name][tables[name][table.key] == row[table.key]]
    reasons = Counter(mentions["link_reason"].tolist())
    return Explanation(
        heading=f"{row['name']}  ({table.name})",
        facts=_facts(row),
        sections={
            "Why": [f"{count} × {_said(str(reason))}" for reason, count in reasons.most_common()],
            "Mentions": [
                f"{one['mention_id']}  {tables.in_place(one)}" for _, one in mentions.head(_EXAMPLES).iterrows()
            ],
        },
    )


def _said(code: str, *, topic: str = "link_reason") -> str:
    sentence = _sentences().get(topic, {}).get(code)
    return f"{code}: {sentence}" if sentence else code


@cache
def _sentences() -> dict[str, dict[str, str]]:
    """Returns what each reason code means, by column."""
    return tomllib.loads(resources.files("dateline").joinpath("data/reasons.toml").read_text(encoding="utf-8"))

"""The accuracy gate: our gold articles through the public command, scored table by table, against floors that only rise.

A predicted and a gold row pair up one to one by overlap, the longest first. Optional gold rows and spans are neither
rewarded nor punished. `make accuracy` prints the scores; `floors.toml` holds the floors.
"""

import csv
import json
import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

import dateline

_HERE = Path(__file__).parent
_CORPUS = _HERE.parent / "corpus"
_FLOORS = tomllib.loads((_HERE / "gold" / "floors.toml").read_text(encoding="utf-8"))["articles"]
_TABLES = ("documents", "persons", "person_mentions", "places", "place_mentions", "dates", "amounts")

#: A place is right within this distance of the gold point.
_NEAR_KM = 60.0

#: Modifiers that change what a date means, so a value without them is wrong.
_TELLING = {"early", "mid", "late", "more_than", "approx"}

Row = dict[str, Any]


class Counts:
    """True positives, false positives and false negatives of one measure."""

    def __init__(self) -> None:
        self.hit = self.spurious = self.missed = 0

    def add(self, *, hit: int, spurious: int, missed: int) -> None:
        self.hit, self.spurious, self.missed = self.hit + hit, self.spurious + spurious, self.missed + missed

    def f1(self) -> float:
        return 2 * self.hit / max(2 * self.hit + self.spurious + self.missed, 1)


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    output = tmp_path_factory.mktemp("outputs")
    dateline.run(_CORPUS, output, jobs=1)
    tables = {name: _read(output / f"{name}.csv") for name in _TABLES}
    gold = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((_HERE / "gold").glob("*.json"))]
    assert len(gold) >= 10
    found = _score(tables, gold)
    for name, value in found.items():
        print(f"{name:28s} {value:.3f}  (floor {_FLOORS.get(name, 0):.3f})")
    return found


@pytest.mark.parametrize("measure", sorted(_FLOORS))
def test_no_measure_falls_under_its_floor(scores: dict[str, float], measure: str) -> None:
    assert scores[measure] >= _FLOORS[measure]


def test_every_measure_has_a_floor(scores: dict[str, float]) -> None:
    assert scores.keys() == _FLOORS.keys()


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _score(tables: dict[str, list[Row]], gold: Sequence[Row]) -> dict[str, float]:
    documents = {Path(row["source"]).name: row for row in tables["documents"]}
    pairs = [(article, documents[article["file"]]) for article in gold]
    found = _score_documents(pairs)
    mentions = {name: _by_document(tables[name]) for name in ("person_mentions", "place_mentions", "dates", "amounts")}
    found["no boilerplate rows"] = float(not any(
        _in_dropped_line(row, article)
        for rows in mentions.values() for article, document in pairs for row in rows[document["doc_id"]]
    ))  # fmt: skip
    found |= _score_persons(pairs, mentions["person_mentions"])
    found |= _score_places(pairs, mentions["place_mentions"], {row["place_id"]: row for row in tables["places"]})
    found |= _score_values("dates", pairs, mentions["dates"], _date_right, _no_excuse)
    found |= _score_values("amounts", pairs, mentions["amounts"], _amount_right, _small_count)
    return found


def _score_documents(pairs: Sequence[tuple[Row, Row]]) -> dict[str, float]:
    share = lambda right: sum(right) / len(right)  # noqa: E731
    return {
        "language": share([document["language"] == article["language"] for article, document in pairs]),
        "title": share([document["title"].strip() == article["title"].strip() for article, document in pairs]),
        "published": share([document["published"] in article["published"] for article, document in pairs]),
    }


def _by_document(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["field"] == "text":
            found[row["doc_id"]].append(row | {"start": int(row["char_start"]), "end": int(row["char_end"])})
    return found


def _in_dropped_line(row: Row, article: Row) -> bool:
    dropped = (article["line_offsets"][number - 1] for number in article["drop_lines"])
    return any(start <= row["start"] < end for start, end in dropped)


def _pair(rows: Sequence[Row], gold: Sequence[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """Returns pairs by greatest overlap, then what is left of rows and of gold."""
    overlaps = sorted(
        (
            (min(row["end"], one["end"]) - max(row["start"], one["start"]), -i, -j)
            for i, row in enumerate(rows)
            for j, one in enumerate(gold)
            if row["start"] < one["end"] and one["start"] < row["end"]
        ),
        reverse=True,
    )
    used_rows: set[int] = set()
    used_gold: set[int] = set()
    pairs = []
    for _, i, j in overlaps:
        if -i not in used_rows and -j not in used_gold:
            used_rows.add(-i)
            used_gold.add(-j)
            pairs.append((rows[-i], gold[-j]))
    return (
        pairs,
        [row for i, row in enumerate(rows) if i not in used_rows],
        [one for j, one in enumerate(gold) if j not in used_gold],
    )


def _score_names(
    pairs: Sequence[tuple[Row, Row]], rows: dict[str, list[Row]], kind: str
) -> tuple[Counts, list[tuple[Row, Row]]]:
    counts, linked = Counts(), []
    for article, document in pairs:
        named = [row for row in rows[document["doc_id"]] if row.get("usage") != "demonym"]
        matched, spurious, missed = _pair(named, article[kind])
        firm = [(row, one) for row, one in matched if not one["optional"]]
        counts.add(hit=len(firm), spurious=len(spurious), missed=sum(not one["optional"] for one in missed))
        linked += firm
    return counts, linked


def _score_persons(pairs: Sequence[tuple[Row, Row]], rows: dict[str, list[Row]]) -> dict[str, float]:
    counts, linked = _score_names(pairs, rows, "persons")
    return {
        "persons mention": counts.f1(),
        "persons B3": _b_cubed([(row["person_id"], one["key"]) for row, one in linked]),
    }


def _b_cubed(pairs: Sequence[tuple[str, str]]) -> float:
    """Returns B-cubed F1 of (predicted, gold) cluster names."""
    rows, keys, both = Counter(row for row, _ in pairs), Counter(key for _, key in pairs), Counter(pairs)
    precision = sum(both[row, key] / rows[row] for row, key in pairs) / len(pairs)
    recall = sum(both[row, key] / keys[key] for row, key in pairs) / len(pairs)
    return 2 * precision * recall / (precision + recall)


def _score_places(
    pairs: Sequence[tuple[Row, Row]], rows: dict[str, list[Row]], places: dict[str, Row]
) -> dict[str, float]:
    counts, linked = _score_names(pairs, rows, "places")
    right = [_place_right(places[row["place_id"]], one) for row, one in linked]
    return {"places mention": counts.f1(), "places resolved": sum(right) / len(right)}


def _place_right(place: Row, gold: Row) -> bool:
    if not gold["country"]:
        return not place["country_code"]
    if place["country_code"] != gold["country"]:
        return False
    if gold["lat"] is None:
        return place["kind"] in ("country", "territory", "region")
    return bool(place["latitude"]) and _km(gold, place) <= _NEAR_KM


def _km(gold: Row, place: Row) -> float:
    a, b, c, d = (math.radians(float(x)) for x in (gold["lat"], gold["lon"], place["latitude"], place["longitude"]))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def _score_values(
    kind: str,
    pairs: Sequence[tuple[Row, Row]],
    rows: dict[str, list[Row]],
    is_right: Callable[[Row, Row], bool],
    excused: Callable[[Row], bool],
) -> dict[str, float]:
    found, valued = Counts(), Counts()
    for article, document in pairs:
        matched, spurious, missed = _pair(rows[document["doc_id"]], article[kind])
        free = article.get(f"{kind}_optional", [])
        spurious = [row for row in spurious if not excused(row) and not _overlaps(row, free)]
        right = sum(is_right(row, one) for row, one in matched)
        wrong = len(matched) - right
        found.add(hit=len(matched), spurious=len(spurious), missed=len(missed))
        valued.add(hit=right, spurious=len(spurious) + wrong, missed=len(missed) + wrong)
    return {f"{kind} found": found.f1(), f"{kind} value": valued.f1()}


def _overlaps(row: Row, spans: Iterable[Sequence[int]]) -> bool:
    return any(row["start"] < end and start < row["end"] for start, end in spans)


def _date_right(row: Row, gold: Row) -> bool:
    if row["timex"] in gold["values"]:
        return True
    same_days = bool(gold["date_start"]) and (row["date_start"], row["date_end"]) == (
        gold["date_start"],
        gold["date_end"],
    )
    return same_days and gold["mod"] not in _TELLING


def _no_excuse(row: Row) -> bool:
    return False


def _amount_right(row: Row, gold: Row) -> bool:
    same = _number(row["low"]) == gold["low"] and _number(row["high"]) == gold["high"] and row["kind"] == gold["kind"]
    return same and (gold["kind"] != "money" or row["unit"] == gold["unit"])


def _small_count(row: Row) -> bool:
    """Bare counts to a dozen are judged by nobody: `three ministers` may be annotated or not."""
    return row["kind"] == "count" and (_number(row["high"]) or math.inf) <= 12


def _number(cell: str) -> float | None:
    return float(cell) if cell else None

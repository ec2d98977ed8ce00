"""Our gold expressions, one file per language, against floors that only rise; `gold/dates/README.md` says how to read one.

A row and a gold expression pair up by overlap, the longest first. The pair is right when TIMEX3 value, type, modifiers
and the bounds that the gold gives are. `pytest -s` prints the scores and, one a line, what is wrong.
"""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dateline.article import Passage
from dateline.dates import DateMention, extract_dates

GOLD = Path(__file__).parents[1] / "gold"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))["date expressions"]
LANGUAGES = sorted(path.stem for path in (GOLD / "dates").glob("*.toml"))
ENOUGH = 200  # expressions
FEWER = {"en-history": 80, "tr": 80, "uk": 80}  # those whose grammar follows that of another which has enough

Expected = dict[str, Any]


@dataclass
class Score:
    """What came of the expressions of a language."""

    right: int = 0
    exact: int = 0
    paired: int = 0
    gold: int = 0
    rows: int = 0
    wrong: list[str] = field(default_factory=list)

    def f1(self, hits: int) -> float:
        return 2 * hits / max(self.gold + self.rows, 1)


def entries(language: str) -> list[dict[str, Any]]:
    text = (GOLD / "dates" / f"{language}.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["entry"]
    return found


def spans(text: str, expected: list[Expected]) -> list[tuple[int, int]]:
    """The place of each expected surface, looked for in reading order."""
    found, at = [], 0
    for one in expected:
        start = text.index(one["surface"], at)
        at = start + len(one["surface"])
        found.append((start, at))
    return found


def is_right(row: DateMention, one: Expected) -> bool:
    if (row.timex, row.type) != (one["timex"], one["type"]):
        return False
    if " | ".join(sorted(row.modifier)) != " | ".join(sorted(one.get("modifier", "").split(" | "))):
        return False
    bounds = {"start": row.date_start, "end": row.date_end}
    return all(one.get(side, day) == day for side, day in bounds.items())


def count(score: Score, text: str, rows: list[DateMention], expected: list[Expected]) -> None:
    """Adds one entry to a score."""
    gold = spans(text, expected)
    overlaps = sorted(
        (start - end, at, to)
        for at, row in enumerate(rows)
        for to, place in enumerate(gold)
        if (start := max(row.start, place[0])) < (end := min(row.end, place[1]))
    )
    partner: dict[int, int] = {}
    for _, at, to in overlaps:
        if at not in partner and to not in partner.values():
            partner[at] = to
    right = [at for at, to in partner.items() if is_right(rows[at], expected[to])]
    score.right += len(right)
    score.exact += sum((rows[at].start, rows[at].end) == gold[to] for at, to in partner.items())
    score.paired += len(partner)
    score.gold += len(gold)
    score.rows += len(rows)
    seen = [
        f"{text[row.start : row.end]} = {row.type} {row.timex} {' | '.join(row.modifier)} {row.date_start}..{row.date_end}"
        for at, row in enumerate(rows)
        if at not in right
    ]
    asked = [str(one) for to, one in enumerate(expected) if to not in {partner[at] for at in right}]
    if seen or asked:
        score.wrong.append(f"{text}\n    asked: {asked}\n    found: {seen}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_falls_under_its_floor(language: str) -> None:
    score = Score()
    for entry in entries(language):
        published = entry.get("published")
        rows = extract_dates(
            [Passage("text", 0, entry["text"], "body", language.partition("-")[0])], published=published
        )
        count(score, entry["text"], rows, entry.get("expected", []))
    print("\n".join(score.wrong))
    print(
        f"{language}: span {score.f1(score.exact):.3f}  found {score.f1(score.paired):.3f}  "
        f"value {score.f1(score.right):.3f}  (floor {FLOORS[language]:.3f})  {score.gold} expressions"
    )
    assert score.f1(score.right) >= FLOORS[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gold_is_large_enough_and_well_formed(language: str) -> None:
    asked = [one for entry in entries(language) for one in entry.get("expected", [])]
    assert len(asked) >= FEWER.get(language, ENOUGH)
    assert all({"surface", "type", "timex"} <= one.keys() for one in asked)
    assert all(isinstance(one.get(side, date.min), date) for one in asked for side in ("start", "end"))
    assert all(spans(entry["text"], entry.get("expected", [])) is not None for entry in entries(language))


def test_every_language_has_a_floor() -> None:
    assert set(LANGUAGES) == FLOORS.keys()

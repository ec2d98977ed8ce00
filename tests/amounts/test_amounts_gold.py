"""Our gold amounts, one file per language, against floors that only rise; `gold/README.md` says how to read one.

A row and a gold amount pair up by overlap, the longest first. The value of a pair is right when its numbers are, whichever
side is open; with the unit, when kind and unit are too; as a whole, when bound, rate, direction and vagueness are as well.
`pytest -s` prints precision, recall and F1 of each, and of the spans, and, one a line, what is wrong.
"""

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from dateline.amounts import AmountMention, extract_amounts
from dateline.article import Passage
from dateline.dates import extract_dates

GOLD = Path(__file__).parents[1] / "gold"
FLOORS = tomllib.loads((GOLD / "floors.toml").read_text(encoding="utf-8"))["amounts"]
LANGUAGES = sorted(path.stem for path in (GOLD / "amounts").glob("*.toml"))
ENOUGH, MANY = 100, 200  # sentences
MOST_READ = frozenset({"ar", "de", "en", "es", "fr"})  # have many
WITHOUT = 0.1  # the share of them at least that hold no amount
KEYS = {"surface", "kind", "value", "low", "high", "unit", "bound", "per", "direction", "vague", "same_as", "optional"}
MEASURES = ("value", "value+unit", "span", "row")
TOLERANCE = 1e-5  # two thirds are written with six digits

Expected = dict[str, Any]


@dataclass
class Score:
    """What came of the amounts of a language."""

    right: Counter[str] = field(default_factory=Counter)
    gold: int = 0
    rows: int = 0
    wrong: list[str] = field(default_factory=list)

    def told(self, measure: str) -> str:
        hits = self.right[measure]
        precision, recall = hits / max(self.rows, 1), hits / max(self.gold, 1)
        return f"{measure} {precision:.3f} {recall:.3f} {self.f1(measure):.3f}"

    def f1(self, measure: str) -> float:
        return 2 * self.right[measure] / max(self.gold + self.rows, 1)


def entries(language: str) -> list[dict[str, Any]]:
    text = (GOLD / "amounts" / f"{language}.toml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = tomllib.loads(text)["entry"]
    return found


def amounts(entry: dict[str, Any], language: str) -> list[AmountMention]:
    """The rows of a sentence, its dates taken out as in an article."""
    passages = [Passage("text", 0, entry["text"], "body", language)]
    taken = sorted((row.passage, row.start, row.end) for row in extract_dates(passages, published=None))
    return extract_amounts(passages, taken=taken, countries=entry.get("countries", {}))


def spans(text: str, expected: list[Expected]) -> list[tuple[int, int]]:
    """The place of each expected surface, looked for in reading order."""
    found, at = [], 0
    for one in expected:
        start = text.index(one["surface"], at)
        at = start + len(one["surface"])
        found.append((start, at))
    return found


def numbers(one: Expected) -> tuple[float, ...]:
    return (one["value"],) if "value" in one else (one["low"], one["high"])


def same_value(row: AmountMention, one: Expected) -> bool:
    ends = [float(end) for end in (row.low, row.high) if end is not None]
    found = ends[:1] if len(ends) == 2 and ends[0] == ends[1] else ends
    return found == pytest.approx(list(numbers(one)), rel=TOLERANCE)


def same_unit(row: AmountMention, one: Expected) -> bool:
    return (row.kind, row.unit) == (one["kind"], one.get("unit", ""))


def same_rest(row: AmountMention, one: Expected) -> bool:
    bound = one.get("bound", "exact" if "value" in one else "range")
    asked = (bound, one.get("per", ""), one.get("direction", ""), one.get("vague", False), one.get("same_as"))
    return (row.bound, row.per, row.direction, row.vague, row.same_as) == asked


def judged(row: AmountMention, one: Expected, place: tuple[int, int]) -> dict[str, bool]:
    value = same_value(row, one)
    unit = value and same_unit(row, one)
    spot = (row.start, row.end) == place
    return {"value": value, "value+unit": unit, "span": spot, "row": unit and spot and same_rest(row, one)}


def partners(rows: list[AmountMention], places: list[tuple[int, int]]) -> dict[int, int]:
    """The gold amount of each row that has one."""
    overlaps = sorted(
        (start - end, at, to)
        for at, row in enumerate(rows)
        for to, place in enumerate(places)
        if (start := max(row.start, place[0])) < (end := min(row.end, place[1]))
    )
    found: dict[int, int] = {}
    for _, at, to in overlaps:
        if at not in found and to not in found.values():
            found[at] = to
    return found


def count(score: Score, text: str, rows: list[AmountMention], expected: list[Expected]) -> None:
    """Adds one sentence to a score."""
    places = spans(text, expected)
    partner = partners(rows, places)
    asked = {to for to, one in enumerate(expected) if not one.get("optional")}
    verdicts = {at: judged(rows[at], expected[to], places[to]) for at, to in partner.items() if to in asked}
    for verdict in verdicts.values():
        score.right.update(measure for measure in MEASURES if verdict[measure])
    score.gold += len(asked)
    score.rows += len(rows) - len(partner) + len(verdicts)
    seen = {at for at in range(len(rows)) if at not in partner or (at in verdicts and not verdicts[at]["row"])}
    met = {partner[at] for at, verdict in verdicts.items() if verdict["row"]}
    if seen or asked - met:
        found = [told(rows[at], text, verdicts.get(at, {})) for at in sorted(seen)]
        score.wrong.append(f"{text}\n    asked: {[str(expected[to]) for to in asked - met]}\n    found: {found}")


def told(row: AmountMention, text: str, verdict: dict[str, bool]) -> str:
    """A row in a line, with the first measure that it fails."""
    fails = next((measure for measure in MEASURES if not verdict.get(measure)), "")
    rest = " ".join(filter(None, (row.bound, row.per, row.direction, "vague" * row.vague)))
    return f"({fails}) {text[row.start : row.end]} = {row.kind} {row.low}..{row.high} {row.unit} {rest} {row.same_as}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_falls_under_its_floors(language: str) -> None:
    score = Score()
    for entry in entries(language):
        count(score, entry["text"], amounts(entry, language), entry.get("expected", []))
    print("\n".join(score.wrong))
    print(f"{language} (P R F1): {'  '.join(map(score.told, MEASURES))}  {score.gold} amounts")
    reached = {measure: score.f1(measure) for measure in FLOORS[language]}
    assert {measure: f1 for measure, f1 in reached.items() if f1 < FLOORS[language][measure]} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gold_is_large_enough_and_well_formed(language: str) -> None:
    gold = entries(language)
    asked = [one for entry in gold for one in entry.get("expected", [])]
    assert len({entry["text"] for entry in gold}) == len(gold) >= (MANY if language in MOST_READ else ENOUGH)
    assert sum("expected" not in entry for entry in gold) >= WITHOUT * len(gold)
    assert all({"surface", "kind"} <= one.keys() <= KEYS and numbers(one) for one in asked)
    assert all(numbers(one) == tuple(sorted(numbers(one))) for one in asked)
    assert all(one.get("unit") for one in asked if one["kind"] not in ("count", "ratio"))
    assert all(spans(entry["text"], entry.get("expected", [])) is not None for entry in gold)


def test_every_language_has_its_floors() -> None:
    assert set(LANGUAGES) == FLOORS.keys()
    assert all(floors.keys() == set(MEASURES) for floors in FLOORS.values())

"""The accuracy gate of the clean stage: captured pages in sixteen languages, annotated line by line.

`gold/pages` may be looked at when rules are written; of `gold/pages-heldout` only the figures may. Each page is cleaned
alone, so nothing that recurs across pages helps. `gold/floors.toml` holds the floors. With `-s` the figures are
printed, by language too.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple, get_args

import pytest

from dateline.article import Section
from dateline.clean import Page, clean_page

_GOLD = Path(__file__).parents[1] / "gold"
_SETS = ("pages", "pages-heldout")
_FLOORS = tomllib.loads((_GOLD / "floors.toml").read_text(encoding="utf-8"))
_MEASURES = ("article F1", "body kept", "boilerplate dropped", "sections", "title", "published", "byline")

#: The article as read. The other sections are neither asked for nor punished when the article is compared.
_ARTICLE = {"dek", "heading", "body", "quote"}
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
_NOT_WORD = re.compile(r"\W+")


class Gold(NamedTuple):
    """A captured page: what it is about, and its lines, blank ones too, with their sections."""

    name: str
    head: Mapping[str, str]
    sections: tuple[str, ...]
    lines: tuple[str, ...]


class Outcome(NamedTuple):
    """What became of one page: for each measure, what was reached of what there was."""

    language: str
    reached: Mapping[str, tuple[float, float]]


@pytest.mark.parametrize("kind", _SETS)
def test_gold_is_well_formed(kind: str) -> None:
    pages = _read(kind)
    assert len({page.head["language"] for page in pages}) == 16
    for page in pages:
        kinds = Counter(page.sections)
        assert kinds.keys() <= {*get_args(Section), ""}, page.name
        assert kinds["title"] == 1, page.name
        assert page.head["title"] == page.lines[page.sections.index("title")], page.name
        assert kinds["body"] >= 6, page.name
        assert not page.head["published"] or date.fromisoformat(page.head["published"]), page.name


@pytest.mark.parametrize("measure", _MEASURES)
@pytest.mark.parametrize("kind", _SETS)
def test_no_measure_of_pages_falls_under_its_floor(kind: str, measure: str) -> None:
    assert _figures(_outcomes(kind))[measure] >= _FLOORS[kind][measure]


@pytest.mark.parametrize("kind", _SETS)
def test_figures_of_pages_are_printed(kind: str) -> None:
    outcomes = _outcomes(kind)
    languages = sorted({outcome.language for outcome in outcomes})
    print(f"\n{kind:20s}", *_MEASURES, sep="  ")
    for language in languages:
        _print(language, _figures([outcome for outcome in outcomes if outcome.language == language]))
    _print(f"all {len(outcomes)}", _figures(outcomes))
    _print("floor", _FLOORS[kind])
    assert _FLOORS[kind].keys() == set(_MEASURES)


def _print(name: str, figures: Mapping[str, float]) -> None:
    print(f"{name:20s}", *(f"{figures[measure]:{len(measure)}.3f}" for measure in _MEASURES), sep="  ")


@cache
def _read(kind: str) -> tuple[Gold, ...]:
    return tuple(_parse(path.name, path.read_text(encoding="utf-8")) for path in sorted((_GOLD / kind).glob("*.tsv")))


def _parse(name: str, text: str) -> Gold:
    rows = text.removesuffix("\n").split("\n")
    head = [row.removeprefix("# ").partition(":") for row in rows[:4]]
    lines = [row.partition("\t") for row in rows[4:]]
    return Gold(
        name,
        {key: value.strip() for key, _, value in head},
        sections=tuple(section for section, _, _ in lines),
        lines=tuple(line for _, _, line in lines),
    )


@cache
def _outcomes(kind: str) -> tuple[Outcome, ...]:
    return tuple(_outcome(page) for page in _read(kind))


def _outcome(gold: Gold) -> Outcome:
    page = clean_page("\n".join(gold.lines))
    rows = [row for row in zip(gold.sections, _sections(page, gold.lines), gold.lines, strict=True) if row[0]]
    expected = _grams(text for section, _, text in rows if section in _ARTICLE)
    kept = _grams(
        text for section, found, text in rows if section in {*_ARTICLE, "boilerplate"} and found != "boilerplate"
    )
    common = (expected & kept).total()
    both = [(section, found) for section, found, _ in rows if "boilerplate" not in (section, found)]
    body = [(len(text), found != "boilerplate") for section, found, text in rows if section in _ARTICLE]
    junk = [(len(text), found == "boilerplate") for section, found, text in rows if section == "boilerplate"]
    authors = {_bare(name) for name in gold.head["byline"].split(";")} - {""}
    day = page.published.isoformat() if page.published is not None else ""
    return Outcome(gold.head["language"], {
        "precision": (common / max(kept.total(), 1), 1),
        "recall": (common / expected.total(), 1),
        "body kept": _share(body),
        "boilerplate dropped": _share(junk),
        "sections": (sum(section == found for section, found in both), len(both)),
        "title": (_bare(page.title) == _bare(gold.head["title"]), 1),
        "published": (day == gold.head["published"], 1),
        "byline": ({_bare(name) for name in page.byline} == authors, 1),
    })  # fmt: skip


def _sections(page: Page, lines: Sequence[str]) -> list[str]:
    """What the page takes each line for: what it takes most of its characters for; boilerplate where it has none."""
    ends = list(accumulate(len(line) + 1 for line in lines))
    spans = [(*page.text.raw_span(line.start, line.end), line.section) for line in page.lines]
    found = []
    first = 0
    for line, end in zip(lines, ends, strict=True):
        shares: Counter[str] = Counter()
        while first < len(spans) and spans[first][1] <= end - 1 - len(line):
            first += 1
        for start, stop, section in spans[first:]:
            if start >= end:
                break
            shares[section] += min(stop, end) - max(start, end - 1 - len(line))
        found.append(max(shares, key=lambda section: shares[section], default="boilerplate"))
    return found


def _grams(texts: Iterable[str]) -> Counter[tuple[str, ...]]:
    words = _WORD.findall("\n".join(texts))
    return Counter(zip(*(words[i:] for i in range(4)), strict=False))


def _share(rows: Sequence[tuple[int, bool]]) -> tuple[float, float]:
    return sum(length for length, right in rows if right), sum(length for length, _ in rows)


def _bare(text: str) -> str:
    return _NOT_WORD.sub("", text).casefold()


def _figures(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """The share reached of each measure; article F1 from the mean precision and recall of the pages."""
    reached: dict[str, float] = defaultdict(float)
    asked: dict[str, float] = defaultdict(float)
    for outcome in outcomes:
        for measure, (part, whole) in outcome.reached.items():
            reached[measure] += part
            asked[measure] += whole
    shares = {measure: reached[measure] / max(asked[measure], 1) for measure in asked}
    precision, recall = shares.pop("precision"), shares.pop("recall")
    return shares | {"article F1": 2 * precision * recall / max(precision + recall, 1e-9)}

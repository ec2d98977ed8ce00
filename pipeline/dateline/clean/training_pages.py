"""Pages with known articles, for training the line model."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing import Pool
from multiprocessing import TimeoutError as TookTooLong
from pathlib import Path

import numpy as np

from dateline.clean.context import MENU_TO, run_lengths
from dateline.clean.features import PARAGRAPH_FROM
from dateline.clean.gold_lines import gold_lines
from dateline.clean.lines import measure
from dateline.clean.repair import repair

#: An extraction of fewer characters is no article.
_SHORTEST = 250
#: Pages whose extractor, asked for precision, keeps less than this of what it keeps by default have no sure gold; so
#: have pages with more prose outside of what was extracted, for each word of it, than this.
_AGREE, _OUTSIDE = 0.5, 1.5
#: Seconds that a page may take: one extractor hangs on absurdly nested pages.
_PATIENCE = 30
#: Of a page cut down to lines near its article: how far those reach, and which share of them is left.
_REACH, _LEFT = (2, 4, 8), 0.8
#: Of a thinned page: which share of its furniture is left, at most how much for each line of its article or how many
#: lines, and the longest menu.
_THIN, _PER_LINE, _FEW, _SHORT_MENU = (0.2, 0.4), 0.8, 3, 5


@dataclass(frozen=True, slots=True)
class Example:
    """A page of which is known what is article.

    Attributes:
        kind: `gold`, as annotated; `silver`, as extracted from HTML; `light`, of which an extractor has left the main
            part; `near`, with only the furniture near the article; `pure`, without any; `thin`, with some of it;
            `blind`, whole but to be read as if no word were known.
        group: where it is from: pages of one group are never on both sides of an evaluation.
        lines: its lines.
        gold: which of them are part of the article.
        article: the article.
    """

    kind: str
    group: str
    lines: tuple[str, ...]
    gold: tuple[bool, ...]
    article: str


def examples(data: Path, seed: int) -> list[Example]:
    """The pages of a folder: `wcxb/*.jsonl` with `text`, `body` and `domain`, `html/**` with pages of any site."""
    pages = [_example("gold", row["domain"], row["text"], row["body"]) for row in _rows(data / "wcxb")]
    pages += _silver(sorted(path for path in (data / "html").rglob("*") if path.is_file()))
    chance = random.Random(seed)
    cut = [_cut(page, chance) for page in pages if page.kind != "light"]
    chance = random.Random(seed)
    thin = [_thin(page, chance) for page in pages if page.kind == "gold" and any(page.gold)]
    blind = [replace(page, kind="blind") for page in pages if page.kind != "light"]
    return [*pages, *(page for pair in cut for page in pair), *thin, *blind]


def _rows(folder: Path) -> Iterator[dict[str, str]]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def _example(kind: str, group: str, text: str, article: str) -> Example:
    lines = tuple(line.text for line in measure(repair(text).text))
    return Example(kind, group, lines, tuple(gold_lines(lines, article)), article)


def _silver(paths: Sequence[Path]) -> list[Example]:
    """Pages as flattened text and as an extractor leaves them, labelled by what a better one finds in the HTML."""
    pages: dict[tuple[str, ...], Example] = {}
    with Pool(1, maxtasksperchild=50) as pool:
        for path in paths:
            try:
                found = pool.apply_async(_extract, (path,)).get(_PATIENCE)
            except TookTooLong:
                pool.terminate()
                return [*pages.values(), *_silver(paths[paths.index(path) + 1 :])]
            pages.update({page.lines: page for page in found if _is_sure(page)})
    return list(pages.values())


def _extract(path: Path) -> list[Example]:
    trafilatura = import_module("trafilatura")
    flat = import_module("html_text").extract_text
    main = import_module("resiliparse.extract.html2text").extract_plain_text
    html = import_module("trafilatura.utils").decode_file(path.read_bytes())
    article = trafilatura.extract(html, include_comments=False) or ""
    precise = trafilatura.extract(html, include_comments=False, favor_precision=True) or ""
    if len(article) < _SHORTEST or len(precise) < _AGREE * len(article):
        return []
    group = trafilatura.extract_metadata(html).hostname or path.stem
    return [
        _example("silver", group, flat(html), article),
        _example("light", group, main(html, main_content=True), article),
    ]


def _is_sure(page: Example) -> bool:
    prose = {False: 0, True: 0}
    for line, gold in zip(measure("\n".join(page.lines)), page.gold, strict=True):
        prose[gold] += line.words if line.words >= PARAGRAPH_FROM else 0
    return any(page.gold) and prose[False] <= _OUTSIDE * max(prose[True], 1)


def _cut(page: Example, chance: random.Random) -> Iterator[Example]:
    """The page with only the furniture near its article, and without any."""
    gold = [i for i, is_gold in enumerate(page.gold) if is_gold]
    reach = chance.choice(_REACH)
    if gold:
        near = range(gold[0] - reach, gold[-1] + reach + 1)
        yield _only(page, "near", [i for i, g in enumerate(page.gold) if g or (i in near and chance.random() < _LEFT)])
        yield _only(page, "pure", gold)


def _thin(page: Example, chance: random.Random) -> Example:
    """The page with some of its furniture, mostly from near its article, and no long menu."""
    body = [i for i, is_gold in enumerate(page.gold) if is_gold]
    lines = measure("\n".join(page.lines))
    menus = run_lengths(np.array([line.words <= MENU_TO and not line.is_closed for line in lines]))
    junk = [i for i, is_gold in enumerate(page.gold) if not is_gold]
    most = min(round(chance.uniform(*_THIN) * len(junk)), max(_FEW, round(_PER_LINE * len(body))))
    near = {i: min(abs(i - at) for at in body) * chance.expovariate(1) for i in junk if menus[i] <= _SHORT_MENU}
    left = {*body, *sorted(near, key=near.__getitem__)[:most]}
    return _only(page, "thin", sorted(left))


def _only(page: Example, kind: str, indices: Sequence[int]) -> Example:
    lines, gold = tuple(page.lines[i] for i in indices), tuple(page.gold[i] for i in indices)
    return replace(page, kind=kind, lines=lines, gold=gold)

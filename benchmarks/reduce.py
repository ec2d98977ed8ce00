"""Seconds and memory of what a dump as a whole decides: duplicates and recurring lines of many articles.

    python benchmarks/reduce.py [--articles 200000]

The results of `clean` and `detect` are made up: articles of 500 words as frequent as in English, one in five a copy, an
excerpt or an edited version of another, on a thousand outlets with page furniture. Timed is the reduce alone, in a
process of its own: `documents()` over the shards, as many as `dateline run` would leave.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq

from dateline.settings import Settings
from dateline.shards import SHARD_ARTICLES, digest
from dateline.stages.clean import PAGES, SOURCES
from dateline.stages.detect import LANGUAGES, detect_key
from dateline.stages.documents import documents
from dateline.workspace import Workspace

_WORDS, _VOCABULARY, _FACTS = 500, 60_000, 60
_OUTLETS, _LINES = 1000, 20
#: Every fifth article repeats the one before it.
_REPEATED = 5


def make_workspace(work: Workspace, articles: int) -> None:
    """Leaves what `clean` and `detect` would of so many articles."""
    chance = np.random.default_rng(1)
    pages, languages = work.store("clean", PAGES), work.store("detect", LANGUAGES)
    sources: list[dict[str, Any]] = []
    words = np.zeros(0, dtype=np.uint64)
    for begin in range(0, articles, SHARD_ARTICLES):
        rows = []
        for number in range(begin, min(begin + SHARD_ARTICLES, articles)):
            words = _varied(words, number, chance) if number % _REPEATED == _REPEATED - 1 else _article(chance)
            rows.append(_page(number, words, chance))
            source = f"{number % 97:02}/{number}.txt"
            sources.append({"source": source, "key": rows[-1]["key"], "doc_id": f"d{digest(str(number))[:16]}"})
        pages.write(rows)
        languages.write([_language(row["key"]) for row in rows])
    work.save("sources", [{"error": "", "bytes": 3000, "encoding": "utf-8", **row} for row in sources], SOURCES)


def _article(chance: np.random.Generator) -> Any:
    """Returns words as numbers, as frequent as Zipf's law has it."""
    return (_VOCABULARY ** chance.random(_WORDS)).astype(np.uint64)


def _varied(words: Any, number: int, chance: np.random.Generator) -> Any:
    """Returns a copy, an excerpt of 40 % or the words with one in twenty changed."""
    kind = number // _REPEATED % 3
    if kind == 0:
        return words
    if kind == 1:
        return words[: len(words) * 2 // 5]
    return np.where(chance.random(len(words)) < 0.05, _article(chance), words)


def _page(number: int, words: Any, chance: np.random.Generator) -> dict[str, Any]:
    factors = np.array([0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB], dtype=np.uint64)
    shingles = np.lib.stride_tricks.sliding_window_view(words, 3) * factors
    mixed = (shingles[:, 0] ^ shingles[:, 1] >> np.uint64(7) ^ shingles[:, 2] >> np.uint64(13)) * factors[1]
    sampled = mixed[mixed >> np.uint64(62) == 0] >> np.uint64(30) & np.uint64(0xFFFFFFFC)
    facts = words[:_FACTS] * factors[2] >> np.uint64(32) | np.uint64(3)
    outlet = number * 31 % _OUTLETS
    keys = [outlet * 8 + line if line < 8 else int(chance.integers(1 << 62)) for line in range(_LINES)]
    return {
        "key": digest("page", str(number)), "raw": "", "cleaned": "", "blocks": [], "lines": [], "raw_title": "",
        "title": f"Headline {number}", "byline": ["Jane Doe"], "publisher": f"Outlet {outlet}",
        "url": f"https://outlet{outlet}.example/{number}", "published": None, "published_from": "",
        "given_language": "", "text_key": int(digest(words.tobytes())[:15], 16),
        "line_keys": [{"line": line, "key": key, "words": 4} for line, key in enumerate(keys)],
        "sketch": np.unique(np.concatenate([sampled, facts])).tolist(),
        "n_characters": 6 * len(words), "n_kept": 6 * len(words), "n_words": len(words), "n_boilerplate_lines": 3,
    }  # fmt: skip


def _language(key: str) -> dict[str, Any]:
    return {"key": detect_key(key, Settings()), "language": "en", "confidence": 1.0, "others": [], "lines": []}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder is not None:
        documents(Workspace(options.folder), Settings())
        return
    with tempfile.TemporaryDirectory() as folder:
        work = Workspace(Path(folder))
        work.prepare()
        make_workspace(work, options.articles)
        begin = time.perf_counter()
        subprocess.run([sys.executable, __file__, "--folder", folder], check=True)
        seconds = time.perf_counter() - begin
        kinds = pq.read_table(work.state_file("documents"), columns=["duplicate_kind"]).to_pandas().value_counts()
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20
    print(f"{options.articles:,} articles: {seconds:.1f} s, at most {memory:.2f} GB; {dict(kinds)}")


if __name__ == "__main__":
    main()

"""Words per second of a whole run against `nlp.pipe` with NER alone, on the same texts with as many processes.

    python benchmarks/throughput.py [--articles 2000] [--jobs 2]

The sample corpus is repeated with sentences and numbers varied; duplicates are kept, so both sides read every article.
Both sides are timed from the start of their processes to the end, imports and models included; `nlp.pipe` gets its
texts sorted by language for nothing. Also printed: `nlp.pipe` without its start, what one article alone takes, memory.
"""

import argparse
import itertools
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from dateline.entities import languages
from dateline.entities.models import members
from dateline.ingest import IngestOptions, read_dump
from dateline.language import detect

_CORPUS = Path(__file__).parent.parent / "corpus"

#: Without these, NumPy starts a thread per core in every process.
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def make_dump(path: Path, articles: int) -> None:
    """Writes a JSONL dump of so many varied articles in the languages that have a model."""
    known = [(record.text, detect(record.text)[0]) for record in read_dump([_CORPUS], IngestOptions())]
    texts = [(text, language) for text, language in known if language in languages()]
    chance = random.Random(1)
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            text, language = texts[number % len(texts)]
            record = {"id": f"a{number}", "text": vary(text, chance), "date": "2020-06-15", "peer_language": language}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def vary(text: str, chance: random.Random) -> str:
    """Returns the text with the sentences of each line in another order and its longer numbers changed."""
    lines = []
    for line in text.split("\n"):
        sentences = re.split(r"(?<=[a-zé][.!?]) (?=[A-ZÉ])", line)
        chance.shuffle(sentences)
        varied = re.sub(
            r"\b[1-9]\d{2,4}\b(?!\s?\d{3})", lambda found: _number(len(found[0]), chance), " ".join(sentences)
        )
        lines.append(varied)
    return "\n".join(lines)


def _number(digits: int, chance: random.Random) -> str:
    return str(chance.randint(10 ** (digits - 1), 10**digits - 1))


def time_peer(dump: Path, part: int, parts: int) -> float:
    """Returns the seconds that NER alone takes on every `parts`-th text, models being loaded."""
    by_language: dict[str, list[str]] = defaultdict(list)
    for line in itertools.islice(dump.open(encoding="utf-8"), part, None, parts):
        record = json.loads(line)
        by_language[record["peer_language"]].append(record["text"])
    models = {language: members(language, "fast")[0].pipeline for language in by_language}
    begin = time.perf_counter()
    for language, some in by_language.items():
        for _ in models[language].pipe(some):
            pass
    return time.perf_counter() - begin


def time_dateline(dump: Path, output: Path, jobs: int) -> float:
    """Returns the seconds of the command `dateline run`."""
    command = [sys.executable, "-m", "dateline", "run", dump, "-o", output, "-j", str(jobs), "--keep-duplicates", "-q"]
    begin = time.perf_counter()
    subprocess.run(command, check=True)
    return time.perf_counter() - begin


def main() -> None:
    """Prints both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    os.environ.update(_ONE_THREAD)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        dump, single = folder / "dump.jsonl", folder / "single.jsonl"
        make_dump(dump, given.articles)
        make_dump(single, 1)
        one = time_dateline(single, folder / "one", 1)
        ours = time_dateline(dump, folder / "all", given.jobs)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        begin = time.perf_counter()
        with ProcessPoolExecutor(given.jobs, mp_context=get_context("spawn")) as pool:
            warm = max(pool.map(time_peer, [dump] * given.jobs, range(given.jobs), [given.jobs] * given.jobs))
        peer = time.perf_counter() - begin
        words = sum(len(json.loads(line)["text"].split()) for line in dump.open(encoding="utf-8"))
    print(f"{given.articles} articles, {words:,} words, {given.jobs} processes")
    print(f"nlp.pipe, NER alone  {words / peer:8,.0f} words/s  {peer:6.1f} s  ({warm:.1f} s without start and models)")
    print(f"dateline run         {words / ours:8,.0f} words/s  {ours:6.1f} s")
    print(f"ratio {peer / ours:.2f} ({warm / ours:.2f} against nlp.pipe without its start)")
    print(f"one article alone {one:.1f} s; peak memory of a process {peak:.0f} MB")


if __name__ == "__main__":
    main()

"""Words per second of a whole run against `nlp.pipe` with NER alone, on the same texts with as many processes.

    python benchmarks/throughput.py [--articles 2000] [--jobs 2]

The sample corpus is repeated with names and numbers varied, so that no two articles are near-duplicates; duplicates are
kept all the same, so both sides read every article. Prints both rates, their ratio, the time to the first article and
the peak memory of a worker.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from dateline.ingest import IngestOptions, read_dump
from dateline.settings import Settings

_CORPUS = Path(__file__).parent.parent / "corpus"

#: Languages with a model: nlp.pipe has nothing to do in the others, so they would flatter neither side fairly.
_LANGUAGES = ("en", "fr")


def make_dump(folder: Path, articles: int) -> Path:
    """Writes a JSONL dump of so many varied articles and returns its path."""
    settings = Settings()
    fields = IngestOptions.__dataclass_fields__.keys() & Settings.model_fields.keys()
    options = IngestOptions(**{name: getattr(settings, name) for name in fields})
    records = [record for record in read_dump([_CORPUS], options) if record.text.strip() and not record.error]
    texts = [record.text for record in records if dateline_language(record.text) in _LANGUAGES]
    chance = random.Random(1)
    path = folder / "dump.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(articles):
            text = vary(texts[number % len(texts)], chance)
            file.write(json.dumps({"id": f"a{number}", "text": text, "date": "2020-06-15"}, ensure_ascii=False) + "\n")
    return path


def dateline_language(text: str) -> str:
    """Returns the language of a text."""
    from dateline.language import detect

    return detect(text)[0]


def vary(text: str, chance: random.Random) -> str:
    """Returns the text with its sentences in another order within paragraphs and its longer numbers changed."""
    number = lambda match: str(chance.randint(10 ** (len(match[0]) - 1), 10 ** len(match[0]) - 1))  # noqa: E731
    lines = []
    for line in text.split("\n"):
        sentences = re.split(r"(?<=[a-zé][.!?]) (?=[A-ZÉ])", line)
        chance.shuffle(sentences)
        lines.append(re.sub(r"\b[1-9]\d{2,4}\b(?!\s?\d{3})", number, " ".join(sentences)))
    return "\n".join(lines)


def run_dateline(dump: Path, output: Path, jobs: int) -> dict[str, float]:
    """Runs the whole pipeline in a process of its own; returns its seconds, time to the first article and memory."""
    code = (
        "import sys, time, json, resource\n"
        "from pathlib import Path\n"
        "if __name__ == '__main__':\n"
        "    begin = time.time()\n"
        "    import dateline\n"
        "    first = []\n"
        "    class Watch:\n"
        "        def stage(self, name, total): self.name = name\n"
        "        def advance(self, articles):\n"
        "            if not first: first.append(time.time() - begin)\n"
        "        def note(self, line): pass\n"
        f"    dateline.run({str(dump)!r}, {str(output)!r}, jobs={jobs}, keep_duplicates=True, reporter=Watch())\n"
        "    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024\n"
        "    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024\n"
        "    print(json.dumps({'seconds': time.time() - begin, 'first': first[0], 'worker_mb': peak, 'parent_mb': own}))\n"
    )
    script = output.parent / "run.py"
    script.write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def run_peer(dump: Path, jobs: int) -> float:
    """Returns the seconds that NER alone takes on the same texts, split over as many processes, models loaded before."""
    worker = (
        "import json, sys, time, spacy, warnings\n"
        "warnings.filterwarnings('ignore')\n"
        "from dateline.language import detect\n"
        "from dateline.entities.models import load\n"
        "texts = [json.loads(line)['text'] for line in open(sys.argv[1], encoding='utf-8')]\n"
        "part = texts[int(sys.argv[2])::int(sys.argv[3])]\n"
        "by = {}\n"
        "for text in part: by.setdefault(detect(text)[0], []).append(text)\n"
        "pipelines = {code: load(code) for code in by}\n"
        "begin = time.time()\n"
        "for code, some in by.items():\n"
        "    for doc in pipelines[code].pipe(some): pass\n"
        "print(time.time() - begin)\n"
    )
    environment = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    running = [
        subprocess.Popen([sys.executable, "-c", worker, str(dump), str(i), str(jobs)], stdout=subprocess.PIPE, text=True, env=environment)
        for i in range(jobs)
    ]  # fmt: skip
    return max(float(process.communicate()[0].splitlines()[-1]) for process in running)


def main() -> None:
    """Prints both rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        dump = make_dump(Path(folder), given.articles)
        words = sum(len(json.loads(line)["text"].split()) for line in dump.open(encoding="utf-8"))
        peer = run_peer(dump, given.jobs)
        ours = run_dateline(dump, Path(folder) / "outputs", given.jobs)
    print(f"{given.articles} articles, {words:,} words, {given.jobs} processes")
    print(f"nlp.pipe, NER alone   {words / peer:10,.0f} words/s   {peer:7.1f} s, models loaded before the clock starts")
    print(f"dateline run          {words / ours['seconds']:10,.0f} words/s   {ours['seconds']:7.1f} s, start and models included")
    print(f"ratio                 {peer / ours['seconds']:10.2f}")
    print(f"first shard after {ours['first']:.1f} s, peak memory of a worker {ours['worker_mb']:.0f} MB, of the parent {ours['parent_mb']:.0f} MB")


if __name__ == "__main__":
    main()

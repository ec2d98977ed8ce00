"""Characters per CPU second of `extract_dates`, for every language that has gold expressions.

    python benchmarks/dates.py [--characters 200000]

The gold texts of a language, one passage each, are repeated up to so many characters: a date every fifty characters, so
newswire runs faster. The grammar is compiled before the clock starts; the best of three rounds counts.
"""

import argparse
import time
import tomllib
from datetime import date
from pathlib import Path

from dateline.article import Passage
from dateline.dates import extract_dates

GOLD = Path(__file__).parent.parent / "tests" / "gold" / "dates"
PUBLISHED = date(2021, 11, 24)
ROUNDS = 3
ARTICLE = 40  # passages


def passages(path: Path) -> list[Passage]:
    """Returns the gold texts of a file as passages of its language."""
    texts = [entry["text"] for entry in tomllib.loads(path.read_text(encoding="utf-8"))["entry"]]
    return [Passage("text", 0, text, "body", path.stem.partition("-")[0]) for text in texts]


def speed(article: list[Passage], characters: int) -> float:
    """Returns characters per CPU second over so many characters of the article's passages."""
    size = sum(len(passage.text) for passage in article)
    pieces = [article[at : at + ARTICLE] for at in range(0, len(article), ARTICLE)]
    times = max(1, characters // size)
    extract_dates(article, published=PUBLISHED)
    best = 0.0
    for _ in range(ROUNDS):
        begin = time.process_time()
        for _ in range(times):
            for piece in pieces:
                extract_dates(piece, published=PUBLISHED)
        best = max(best, times * size / (time.process_time() - begin))
    return best


def main() -> None:
    """Prints a line for each language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--characters", type=int, default=200_000)
    asked = parser.parse_args()
    for path in sorted(GOLD.glob("*.toml")):
        print(f"{path.stem:12} {speed(passages(path), asked.characters):12,.0f} characters per CPU second")


if __name__ == "__main__":
    main()

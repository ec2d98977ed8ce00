"""Annotated texts that the name model learns from: our own sentences, and gold of others as JSON lines."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

_MARK = re.compile(r"\[(PER|LOC|ORG) ([^\[\]]+)\]")

#: Kinds as annotated -> labels of the model.
_LABELS = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}

#: Where a text is cut into lines: at line breaks, and at the ends of sentences in lines that have none for long.
_SENTENCE = re.compile(r"\n|(?<=[a-zà-ÿ]{2}[.?!]) (?=[A-Z])")

#: Lines that the model sees together, at most: news has paragraphs of one to four sentences.
_MOST_LINES = 4

#: Lines of an article that are kept together when only a share of it is taken.
_NEIGHBOURS = 30

Spans = tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text and its names: start, end, label."""

    text: str
    names: Spans
    language: str


def own_articles(folder: Path) -> list[list[Annotated]]:
    """Returns our own sentences, `<language>.txt` each, as articles of lines; their README says how they are marked.

    Raises:
        ValueError: a mark that is not closed or not known; the message names the file and the line.
    """
    return [article for source in sorted(folder.glob("*.txt")) for article in _articles(source)]


def gold_articles(source: Path) -> list[list[Annotated]]:
    """Returns the documents of a file of JSON lines: `text`, `language`, `entities` with `start`, `end`, `label`."""
    articles = []
    for row in map(json.loads, source.read_text(encoding="utf-8").splitlines()):
        names = [(name["start"], name["end"], _LABELS[name["label"]]) for name in row["entities"]]
        articles.append(list(_lines(row["text"], names, row["language"])))
    return articles


def sample(articles: Sequence[Sequence[Annotated]], share: float, *, seed: int) -> list[Sequence[Annotated]]:
    """Returns about this share of the lines of the articles, thirty neighbours at a time."""
    random = Random(seed)
    pieces = [article[at : at + _NEIGHBOURS] for article in articles for at in range(0, len(article), _NEIGHBOURS)]
    return [piece for piece in pieces if random.random() < share]


def passages(articles: Sequence[Sequence[Annotated]], random: Random) -> Iterator[Annotated]:
    """Yields the lines of the articles, one to four together, cut anew each time."""
    for article in articles:
        at = 0
        while at < len(article):
            size = random.choice((1, 1, 2, 3, _MOST_LINES))
            yield joined(article[at : at + size])
            at += size


def joined(lines: Sequence[Annotated]) -> Annotated:
    """Returns the lines as one text, with a space between them."""
    names: list[tuple[int, int, str]] = []
    start = 0
    for line in lines:
        names += [(start + a, start + b, label) for a, b, label in line.names]
        start += len(line.text) + 1
    return Annotated(" ".join(line.text for line in lines), tuple(names), lines[0].language)


def _articles(source: Path) -> Iterator[list[Annotated]]:
    article: list[Annotated] = []
    for number, line in enumerate([*source.read_text(encoding="utf-8").splitlines(), ""], start=1):
        if line.strip() and not line.startswith("# "):
            article.append(_unmarked(line.strip(), source.stem, f"{source.name}, line {number}"))
        elif article:
            yield article
            article = []


def _unmarked(line: str, language: str, where: str) -> Annotated:
    pieces, names, length, at = [], [], 0, 0
    for mark in _MARK.finditer(line):
        before, name = line[at : mark.start()], mark.group(2)
        length += len(before)
        names.append((length, length + len(name), _LABELS[mark.group(1)]))
        length += len(name)
        pieces += [before, name]
        at = mark.end()
    text = "".join(pieces) + line[at:]
    if "[" in text or "]" in text:
        raise ValueError(f"{where}: a bracket that marks no name: write [PER Ada Lovelace], [LOC Lyon] or [ORG Ajax]")
    return Annotated(text, tuple(names), language)


def _lines(text: str, names: Sequence[tuple[int, int, str]], language: str) -> Iterator[Annotated]:
    start = 0
    for line in _SENTENCE.split(text):
        end = start + len(line)
        own = tuple((a - start, b - start, label) for a, b, label in names if start <= a and b <= end)
        if line.strip():
            yield Annotated(line, own, language)
        start = end + 1


def _counts(folder: Path) -> Iterator[str]:
    """Yields a line per language: lines, names by label, share of different names."""
    by_language: dict[str, list[Annotated]] = {}
    for article in own_articles(folder):
        by_language.setdefault(article[0].language, []).extend(article)
    for language, lines in by_language.items():
        names = [(label, line.text[start:end]) for line in lines for start, end, label in line.names]
        counts = ", ".join(f"{sum(label == kind for label, _ in names):,} {kind}" for kind in _LABELS.values())
        yield f"{language}: {len(lines):,} lines, {counts}, {len(set(names)) / len(names):.0%} different"


if __name__ == "__main__":
    sys.stdout.writelines(f"{count}\n" for count in _counts(Path(sys.argv[1])))

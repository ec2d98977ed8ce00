"""The language of an article and of each of its lines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.detection import ENOUGH, UNDECIDED, detect, detect_among
from dateline.language.scripts import dominant_script

#: Shorter lines do not vote, they inherit: page furniture of ten letters is "Italian" as soon as not.
_VOTES = 20
#: From here on a line is a paragraph and can bring another language into the article.
_PARAGRAPH = 60
#: How sure a paragraph in another language must be.
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class ArticleLanguages:
    """The languages of an article.

    Attributes:
        language: of most of its text; ISO 639-1, `und` when undecided.
        confidence: 0-1; the share of the text in that language enters it.
        lines: the language of each line given.
        others: other languages that whole paragraphs are in, most text first.
    """

    language: str
    confidence: float
    lines: tuple[str, ...]
    others: tuple[str, ...]


def detect_article(lines: Sequence[str]) -> ArticleLanguages:
    """The language of an article given as its lines, and of each line; empty lines take the article's.

    A pure function of the lines. Lines vote by their letters; one of under 20 letters inherits the article's language
    unless its script rules that out.
    """
    letters = [dominant_script(line[:ENOUGH])[2] for line in lines]
    language, confidence = _of_article(lines, letters)
    each = tuple(_of_line(line[:ENOUGH], count, language) for line, count in zip(lines, letters, strict=True))
    text_in: Counter[str] = Counter()
    for code, count in zip(each, letters, strict=True):
        if count >= _PARAGRAPH and code not in (language, UNDECIDED):
            text_in[code] += count
    others = sorted(text_in, key=lambda code: (-text_in[code], code))
    return ArticleLanguages(language, confidence, each, tuple(others))


def _of_article(lines: Sequence[str], letters: Sequence[int]) -> tuple[str, float]:
    voters = [(line, count) for line, count in zip(lines, letters, strict=True) if count >= _VOTES]
    if not voters:
        return detect("\n".join(lines))
    votes: Counter[str] = Counter()
    samples: dict[str, str] = {}
    for line, count in voters:
        code, _ = detect(line)
        votes[code] += count
        if len(samples.get(code, "")) < ENOUGH:
            samples[code] = f"{samples.get(code, '')}\n{line}"
    ranked = sorted(votes, key=lambda code: (code == UNDECIDED, -votes[code], code))
    best = ranked[0]
    code, confidence = detect(samples[best])
    share = votes[best] / max(votes.total() - votes[UNDECIDED], 1)
    return (best, round(confidence * share, 4)) if code == best else (UNDECIDED, 0.0)


def _of_line(line: str, letters: int, language: str) -> str:
    if not letters:
        return language
    if letters >= _VOTES:
        code, _ = detect(line)
        if code == language:
            return language
        code, confidence = detect_among(line, language)
        return code if confidence >= _SURE else language
    script, _, _ = dominant_script(line)
    fits = script is None or language == UNDECIDED or language in script.languages
    return language if fits else detect(line)[0]

"""Which stretches of a page are the article: prose attracts its short neighbours, menus attract theirs.

A two-state Viterbi over the lines. Each line has some evidence for being part of the article, and changing between
article and furniture costs: a heading between paragraphs stays, a menu of twenty lines goes. The weights are rules of
thumb, tuned on 160 flattened pages; a trained model can take the place of `evidence` and nothing else changes.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dateline.clean.lines import Measured
from dateline.clean.rows import is_links

#: Evidence for the article, in nats. A line of many words is prose, even more so when it ends as a sentence does.
#: With the weights below: a random search for article F1 at 98 % of the article's words kept, then made kinder to short
#: articles (paragraphs count from 17 words, furniture pulls less) for 0.006 of F1.
_PARAGRAPH, _LONG = 4.3, 3.6
_PROSE_SENTENCE, _PROSE = 1.0, 0.25
_SHORT_SENTENCE = 1.5
_MIDDLING, _SHORT, _TINY = 0.1, 0.3, -0.5
#: Titles of other articles come in capitals; so do menus.
_TITLE_CASE = -0.5
#: A line that the page says again is a menu, or a teaser.
_REPEATED = -0.5
#: Open lines of so few words, so many in a row, are a menu in any language; each then has this against it. No effect on
#: English pages, whose menus show by their capitals.
_LINK_WORDS, _LONGEST_LIST = 4, 12
_RUN = -1.0
#: What certainly is furniture speaks for its neighbours being so too; a line of asterisks does not.
_CERTAIN = -4.0
_SYMBOLS = 0.0
#: A row of links, unless it is one of a table.
_LINKS = -2.5
#: What it costs to pass from article to furniture or back.
_SWITCH = 4.1
#: Words from which a line is long, and prose.
_LONG_FROM, _PROSE_FROM, _MIDDLING_FROM, _TINY_TO = 25, 12, 7, 2
_MOSTLY = 0.7
#: A paragraph of so many words that ends as a sentence does is kept wherever it stands, unless the page has it twice.
_PARAGRAPH_FROM = 17
#: Probability of what is kept by that rule, or for want of evidence.
_KEPT = 0.6


def evidence(line: Measured, count: int, reason: str) -> float:
    """How much speaks for a line being part of the article, in nats; negative: against.

    Args:
        line: the line.
        count: how often the page has it.
        reason: why it certainly is furniture; empty if it is not certain.
    """
    if reason:
        return _SYMBOLS if reason == "symbols" else _CERTAIN
    if is_links(line):
        return _LINKS
    score = _by_length(line)
    if line.words < _PROSE_FROM and line.words > 1 and line.capitals > _MOSTLY and not line.is_closed:
        score += _TITLE_CASE
    return score + (_REPEATED if count > 1 else 0.0)


def _by_length(line: Measured) -> float:
    if line.words >= _PARAGRAPH_FROM and line.is_closed:
        return _PARAGRAPH
    if line.words >= _LONG_FROM:
        return _LONG
    if line.words >= _PROSE_FROM:
        return _PROSE_SENTENCE if line.is_closed else _PROSE
    if line.is_closed and line.words > _TINY_TO:
        return _SHORT_SENTENCE
    if line.words >= _MIDDLING_FROM:
        return _MIDDLING
    return _SHORT if line.words > _TINY_TO else _TINY


def article_probabilities(lines: Sequence[Measured], reasons: Sequence[str]) -> list[float]:
    """For each line, whether it lies in the article, as a probability; beside 0.5 lies the decision.

    A page without a line of prose has no zones: all of it is as likely as not the article, and is kept.
    """
    counts = Counter(line.folded for line in lines)
    scores = [evidence(line, counts[line.folded], why) for line, why in zip(lines, reasons, strict=True)]
    for start, end in _runs(lines):
        scores[start:end] = [score + _RUN for score in scores[start:end]]
    if max(scores, default=0.0) < _PROSE_SENTENCE:
        return [_KEPT] * len(lines)
    return [
        max(_sigmoid(margin), _KEPT if line.words >= _PARAGRAPH_FROM and _is_own_sentence(line, counts) else 0.0)
        for line, margin in zip(lines, _margins(scores), strict=True)
    ]


def _runs(lines: Sequence[Measured]) -> Iterator[tuple[int, int]]:
    """Spans of so many short open lines in a row that they are a menu rather than a list."""
    start = 0
    for end in range(len(lines) + 1):
        if end == len(lines) or lines[end].is_closed or lines[end].words > _LINK_WORDS:
            if end - start >= _LONGEST_LIST:
                yield start, end
            start = end + 1


def _is_own_sentence(line: Measured, counts: Mapping[str, int]) -> bool:
    return line.is_closed and counts[line.folded] == 1


def _sigmoid(margin: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, margin))))


def _margins(scores: Sequence[float]) -> list[float]:
    """By how much the best path through each line as article beats the best one through it as furniture."""
    forward = _best(scores)
    backward = _best(scores[::-1])[::-1]
    return [f[1] + b[1] - score - f[0] - b[0] for f, b, score in zip(forward, backward, scores, strict=True)]


def _best(scores: Sequence[float]) -> list[tuple[float, float]]:
    """The value of the best path that ends in each line, as furniture and as article."""
    furniture = article = 0.0
    out = []
    for score in scores:
        furniture, article = max(furniture, article - _SWITCH), max(article, furniture - _SWITCH) + score
        out.append((furniture, article))
    return out

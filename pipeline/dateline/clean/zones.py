"""Which lines of a page are its article, as probabilities: what the line model says, smoothed over neighbours.

Smoothing is a two-state Viterbi: changing between article and furniture costs, so a line goes with its neighbours where
the model hardly knows.
"""

import math
from collections.abc import Sequence

import numpy as np

from dateline.clean.context import MENU_TO, run_lengths
from dateline.clean.features import PARAGRAPH_FROM, Column
from dateline.clean.line_model import article_log_odds
from dateline.clean.lines import Measured

#: What is added to the log-odds on pages of menus, and how much more on pages without any: a line too much does less
#: harm than a line of the article lost, above all where captures hold little else. On whole pages article F1 is the
#: same, to 0.001, from 0.5 to 1.5; where furniture is thinned out, 2 keeps 99.3 % of the article, 1 keeps 98.1 %.
_LEANING, _LIGHT = 1.1, 0.9
#: Of so many short open lines in a row is a menu; a page with such a share of its lines in menus is a whole one.
_SHORTEST_MENU, _WHOLE = 4, 0.3
#: What is added where so many short open lines stand in a row: an article alone above a menu looks like one with a
#: list to the model, which has seen few of the kind.
_LONGEST_LIST, _MENU = 12, -4.0
#: What it costs to pass from article to furniture or back. From 0.5 up, article F1 falls; the model knows neighbours.
_SWITCH = 0.3
#: What certainly is furniture has at most these log-odds.
_CERTAIN = -5.0
#: Beyond these log-odds nothing is surer.
_SUREST = 6.0
#: Probability of what is kept for want of evidence: where no line is a sentence of so many words, or nothing looks like
#: an article, nothing tells article from furniture.
_KEPT = 0.6
_SENTENCE_FROM = 3


def article_probabilities(lines: Sequence[Measured], reasons: Sequence[str]) -> list[float]:
    """For each line, whether it lies in the article, as a probability; beside 0.5 lies the decision.

    Args:
        lines: the lines of a page.
        reasons: why each certainly is furniture; empty if it is not certain.
    """
    return probabilities(lines, reasons, article_log_odds(lines, reasons)) if lines else []


def probabilities(lines: Sequence[Measured], reasons: Sequence[str], log_odds: Column) -> list[float]:
    """The same, from the log-odds of a model."""
    certain = np.array([bool(reason) for reason in reasons])
    menus = run_lengths(np.array([line.words <= MENU_TO and not line.is_closed for line in lines]))
    light = max(0.0, 1 - float((menus >= _SHORTEST_MENU).mean()) / _WHOLE)
    leaning = _LEANING + _LIGHT * light + _MENU * (menus >= _LONGEST_LIST)
    evidence = np.where(certain, _CERTAIN, np.clip(log_odds + leaning, -_SUREST, _SUREST))
    if evidence.max() <= 0 or not any(map(_says, lines)):
        return [_KEPT] * len(lines)
    return [1 / (1 + math.exp(-margin)) for margin in _margins(evidence.tolist())]


def _says(line: Measured) -> bool:
    """Whether a line is a sentence, or as long as one."""
    return line.words >= PARAGRAPH_FROM or (line.is_closed and line.words >= _SENTENCE_FROM)


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

"""Tense: whether the words around `Friday` or `in March` look forward or back."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.dates.lexicon import lexicon

LEFT, RIGHT = 90, 60  # characters of the same sentence that are looked at; the verb is nearly always within them
SENTENCE = re.compile(r"[.;!?]\s")


@dataclass(frozen=True, slots=True)
class Tense:
    """The cues of one language, from the table `tense` of its lexicon; each is a regular expression.

    Attributes:
        future: what looks forward (`will`, `is expected to`).
        past: what looks back (`said`, `went`).
        due: what looks forward when it stands right before the date (`until`, `by`).
        behind: what looks back when it stands there (`since`).
        settled: what looks back when it follows all the same (`by 4 August they had`).
        planned: past forms that look forward after all (`was expected`, `were scheduled`).
    """

    future: re.Pattern[str]
    past: re.Pattern[str]
    due: re.Pattern[str]
    behind: re.Pattern[str]
    settled: re.Pattern[str]
    planned: re.Pattern[str]


@cache
def tense(language: str) -> Tense:
    """The tense cues of a language."""
    cues = {name: "|".join(texts) for name, texts in lexicon(language).tense.items()}
    return Tense(
        future=re.compile(rf"\b(?:{cues['future']})\b"),
        past=re.compile(rf"\b(?:{cues['past']})\b"),
        due=re.compile(rf"\b(?:{cues['due']}) {{1,2}}$"),
        behind=re.compile(rf"\b(?:{cues['behind']}) {{0,2}}$"),
        settled=re.compile(rf"^[^,.;]{{0,30}}\b(?:{cues['settled']})\b"),
        planned=re.compile(rf"\b(?:{cues['planned']})$"),
    )


def looks_forward(cues: Tense, low: str, start: int, end: int) -> bool:
    """Whether the sentence around `low[start:end]` speaks of the future: the nearest cue to the left decides."""
    left = SENTENCE.split(low[max(0, start - LEFT) : start])[-1]
    right = SENTENCE.split(low[end : end + RIGHT])[0]
    if cues.behind.search(left) or (cues.due.search(left) and cues.settled.search(right)):
        return False  # By 4 August the men had left
    if cues.due.search(left):
        return True
    ahead, back = _last(cues.future, left), _last(cues.past, left)
    if ahead >= 0 and back >= ahead and cues.planned.search(left[:back]):
        return True
    if ahead >= 0 or back >= 0:
        return ahead > back
    first, other = cues.future.search(right), cues.past.search(right)
    return first is not None and (other is None or first.start() < other.start())


def _last(cue: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in cue.finditer(text)), default=-1)

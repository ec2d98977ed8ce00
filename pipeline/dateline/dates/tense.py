"""Tense: whether the words around `Friday` or `in March` look forward or back."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.dates.lexicon import lexicon

LEFT, RIGHT = 90, 75  # characters of the same sentence that are looked at; the verb is nearly always within them
SENTENCE = re.compile(r"[.;!?؛؟]\s")
CLAUSE = re.compile(r"(?:^|[,–] )[^\W\d]* ?$")  # nothing but a preposition before the date


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
        placed: what stands before the date of an event (`on`, `in`), not before one in a notice (`payable Nov. 10`).
        reported: past forms that what is still to come may follow (`said`, `announced`).
        owned: what has happened when it stands right behind the date (`Wednesday's ruling`).
    """

    future: re.Pattern[str]
    past: re.Pattern[str]
    due: re.Pattern[str]
    behind: re.Pattern[str]
    settled: re.Pattern[str]
    planned: re.Pattern[str]
    placed: re.Pattern[str]
    reported: re.Pattern[str]
    owned: re.Pattern[str]


@cache
def tense(language: str) -> Tense:
    """The tense cues of a language."""
    cues = {name: "|".join(texts) for name, texts in lexicon(language).tense.items()}
    return Tense(
        future=re.compile(rf"\b(?:{cues['future']})\b"),
        past=re.compile(rf"\b(?:{cues['past']})\b"),
        due=re.compile(rf"\b(?:{cues['due']}) {{1,2}}$"),
        behind=re.compile(rf"\b(?:{cues['behind']}) {{0,2}}$"),
        settled=re.compile(rf"^,?[^,.;]{{0,30}}\b(?:{cues['settled']})\b"),
        planned=re.compile(rf"\b(?:{cues['planned']})$"),
        placed=re.compile(rf"(?:^|[^\w'])(?:{cues['placed']}) {{0,2}}$"),
        reported=re.compile(rf"\b(?:{cues['reported']})\b"),
        owned=re.compile(rf"(?:{cues.get('owned', '(?!)')})\b"),
    )


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where the sentence around `low[start:end]` looks."""

    cues: Tense
    low: str
    start: int
    end: int

    def forward(self) -> bool:
        """Whether it speaks of the future: the nearest cue to the left decides."""
        cues, (left, right) = self.cues, self._around()
        if cues.behind.search(left) or (cues.due.search(left) and cues.settled.search(right)):
            return False  # By 4 August the men had left
        if cues.owned.match(right):
            return False
        if cues.due.search(left):
            return True
        verb = CLAUSE.search(left) and right.lstrip()  # right behind a date that opens its clause: , im Mai wird …
        if verb and (cues.future.match(verb) or cues.past.match(verb)):
            return cues.future.match(verb) is not None
        ahead, back = _last(cues.future, left), _last(cues.past, left)
        if ahead >= 0 and back >= ahead and cues.planned.search(left[:back]):
            return True
        if ahead >= 0 or back >= 0:
            return ahead >= back  # `will be signed` ends in a past form
        first, other = cues.future.search(right), cues.past.search(right)
        return first is not None and (other is None or first.start() < other.start())

    def back(self) -> bool:
        """Whether it does not look forward and tells what happened then: `had met on 3 May`, `In May they met`.

        Past forms alone do not tell: newswire names days to come beside them, without a word that looks forward
        (`declared a dividend payable Nov. 10`, `said the issue expires on Nov. 10`).
        """
        cues, (left, right) = self.cues, self._around()
        if cues.behind.search(left):
            return True
        if not left.strip() and cues.past.match(right.lstrip()):  # Christmas was quiet
            return True
        opening = self.low[self.start : self.end].partition(" ")[0]  # `from` is in the span: from 3 to 5 May
        placed = cues.placed.search(left) or cues.placed.search(opening)
        if not placed or cues.reported.search(left) or self.forward():
            return False
        return cues.past.search(left) is not None or cues.past.search(right) is not None

    def _around(self) -> tuple[str, str]:
        """What the sentence says before and after, as far as it is looked at."""
        low, start, end = self.low, self.start, self.end
        return SENTENCE.split(low[max(0, start - LEFT) : start])[-1], SENTENCE.split(low[end : end + RIGHT])[0]


def _last(cue: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in cue.finditer(text)), default=-1)

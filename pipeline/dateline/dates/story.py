"""Story: the thread of an article that tells of other years than its own, and where it leaves it and comes back."""

from collections import Counter, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.dates.periods import Period, finer

EXACT = 2  # how much more a day or month of a year says about the year of a story than the bare year
ASTRAY = 2  # years: an aside is farther than that from the thread; a nearer year is the next chapter

MEMORY = 50  # dates: no story leaves its thread for longer, and an almanac is read in linear time


@dataclass(frozen=True, slots=True)
class Landmark:
    """A year that the article names: `12 March 1921`, `in 1921`, `a hundred years ago`.

    Attributes:
        passage: index of its passage.
        start: where it begins there.
        year: the year.
        exact: whether it names a part of the year.
    """

    passage: int
    start: int
    year: int
    exact: bool


@dataclass(frozen=True, slots=True)
class _Told:
    period: Period
    year: int
    passage: int
    sentence: int
    exact: bool


@dataclass(slots=True)
class Story:
    """The years an article names, and the dates of it read so far; `thread` is the one it goes on from.

    A story steps aside (`the company, founded in 1869, …`; a paragraph on what led up to it) and comes back without
    saying so. The next year that it names tells: where that is back at the thread left before, the story has gone back
    there by the next paragraph, and at once if the aside was but a bare year.
    """

    landmarks: tuple[Landmark, ...]
    support: Counter[int] = field(default_factory=Counter)
    trail: deque[_Told] = field(default_factory=lambda: deque(maxlen=MEMORY))
    ahead: int = 0

    @property
    def year(self) -> int | None:
        """The year that it has come to."""
        return self.trail[-1].year if self.trail else None

    def remember(self, period: Period, passage: int, sentence: int, *, exact: bool) -> None:
        """Moves the story on to a date."""
        self.trail.append(_Told(period, period.year, passage, sentence, exact))

    def next_year(self, passage: int, start: int) -> int | None:
        """The year that the article names next; to be asked in reading order."""
        while self.ahead < len(self.landmarks):
            landmark = self.landmarks[self.ahead]
            if (landmark.passage, landmark.start) > (passage, start):
                return landmark.year
            self.ahead += 1
        return None

    def thread(self, passage: int, sentence: int, following: int | None) -> Period | None:
        """The date that a date without a year in that sentence goes on from; `following` is the year named next."""
        if not self.trail:
            return None
        last = self.trail[-1]
        if last.passage == passage and (last.exact or last.sentence == sentence):
            return last.period
        for left in reversed(self.trail):
            if left.exact and self._back(last, left, following):
                return left.period
        return last.period

    def next_is_better(self, year: int) -> bool:
        """Whether the article speaks more of the year after than of this one."""
        return self.support[year + 1] > self.support[year]

    def _back(self, last: _Told, left: _Told, following: int | None) -> bool:
        there, here = left.year, last.year
        if abs(there - here) <= ASTRAY:
            return False
        if following is None:
            return here < there and self.support[there] > self.support[here]
        return following >= there if here < there else following <= there + 1


def make_story(landmarks: Iterable[Landmark]) -> Story:
    """The story of an article whose years are named in that order, nothing of it read yet."""
    story = Story(tuple(landmarks))
    for landmark in story.landmarks:
        story.support[landmark.year] += EXACT if landmark.exact else 1
    return story


def is_exact(period: Period) -> bool:
    """Whether a period is a part of a year."""
    return finer(period.grain, "Y")

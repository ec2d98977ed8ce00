"""Telling: whether an article, or a paragraph of it, tells history or of the days it is published in."""

from dataclasses import dataclass
from datetime import MAXYEAR, date

from dateline.dates.grammar import Atom
from dateline.dates.meaning import Meaning
from dateline.dates.tense import SENTENCE

# An article tells history when it names its years: at least so many dates with a year, of another year than that of
# publication, and so many times more than those that count from publication. Set on newswire (where the last year
# named is right for a month alone in one case of ten) against encyclopedic history (where it nearly always is).
STORY, STORY_SHARE = 3, 4
STORYTELLING = 2  # dates of a paragraph of history that the next goes on from; one alone is a look back from the news
PAST = 3  # years before publication from which on a year opens a story that goes on, and is no look back
OPENING = 12  # characters before the date that opens a sentence: `By the end of `
LONG_AGO = 5  # years: who counts as many back tells of an anniversary, not of the news


@dataclass(slots=True)
class Telling:
    """What is told, paragraph by paragraph.

    Attributes:
        published: the day of publication.
        history: whether the article tells history throughout.
        timeless: whether it speaks of these days nowhere.
        narrative: whether the paragraph being read tells history.
        inherited: whether only the paragraphs before it say so.
        doubtful: whether it may be either: the one before looked back from the news with a single date.
    """

    published: date | None
    history: bool
    timeless: bool
    narrative: bool = False
    inherited: bool = False
    doubtful: bool = False
    _going_on: bool = False
    _was: bool = False

    def read(self, some: list[Atom], low: str, thread: int | None, *, aside: bool) -> None:
        """Moves on to a paragraph; `thread` is the year of the story so far, an `aside` is not gone on from."""
        here = self._here(some, low)
        past = thread is not None and thread <= self._long_past
        self.inherited = not self.history and not here and self._going_on and past and not _deictic(some)
        self.narrative = self.history or here or self.inherited
        self.doubtful = not self.narrative and self._was and past and not _deictic(some)
        if some and not aside:
            self._was = here
            told = sum(not atom.meaning.fixed for atom in some)
            self._going_on = self.inherited or (here and (self.timeless or told >= STORYTELLING))

    @property
    def _long_past(self) -> int:
        return MAXYEAR if self.published is None else self.published.year - PAST

    def _here(self, some: list[Atom], low: str) -> bool:
        """Whether the paragraph gives a day or month of an earlier year, and nothing of these days.

        One that opens with a year long past does so too, or has one in an article that speaks of these days nowhere.
        """
        if _deictic(some):
            return False
        years = [(atom, year) for atom in some if (year := story_year(atom.meaning, self.published)) is not None]
        if any(atom.meaning.grain in ("D", "M") for atom, _ in years):
            return True
        return any(year <= self._long_past and (self.timeless or opens(low, atom.start)) for atom, year in years)


def make_telling(everything: list[Atom], published: date | None) -> Telling:
    """What an article of these dates tells, no paragraph of it read yet."""
    told, deictic = sum(story_year(atom.meaning, published) is not None for atom in everything), _deictic(everything)
    return Telling(published, history=told >= STORY and told >= STORY_SHARE * deictic, timeless=deictic == 0)


def story_year(meaning: Meaning, published: date | None) -> int | None:
    """The year before that of publication which it names, or counts back to from far away; `None` for all else."""
    now, year = MAXYEAR if published is None else published.year, meaning.year
    if published is not None and _long_ago(meaning):
        return now + (meaning.steps or 0)
    return None if year is None or meaning.grain in ("CE", "DE") or year >= now else year


def opens(low: str, start: int) -> bool:
    """Whether the date opens its sentence, as the year of a new chapter does: `In 1957, …`."""
    return len(SENTENCE.split(low[max(0, start - OPENING - 2) : start])[-1]) <= OPENING


def _long_ago(meaning: Meaning) -> bool:
    counts = meaning.of_years or meaning.grain == "Y"
    return counts and meaning.base == "published" and (meaning.steps or 0) <= -LONG_AGO


def _deictic(some: list[Atom]) -> int:
    """How many of them count from the publication as news does."""
    return sum(_counts_from_now(atom.meaning) for atom in some if not _long_ago(atom.meaning))


def _counts_from_now(meaning: Meaning) -> bool:
    if meaning.steps is not None:
        return meaning.base == "published"
    return meaning.weekday is not None and meaning.index is None and meaning.base != "none"

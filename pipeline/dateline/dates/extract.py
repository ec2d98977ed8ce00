"""extract_dates: the passages of an article in, the rows of `dates.csv` out."""

from bisect import bisect
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date

from dateline.article import Passage
from dateline.dates import render
from dateline.dates.anchoring import Anchored, Context, anchored
from dateline.dates.compose import compose
from dateline.dates.grammar import Atom, atoms, fold
from dateline.dates.lexicon import languages, lexicon
from dateline.dates.meaning import Meaning
from dateline.dates.mention import DateMention
from dateline.dates.periods import Period, finer
from dateline.dates.story import Landmark, Story, is_exact, make_story
from dateline.dates.tense import SENTENCE, looks_forward, tense

# Dates of captions and credits are those of the picture: what the body says next does not go on from there.
ASIDE = frozenset({"caption", "byline", "dateline", "reference"})
CREDITS = frozenset({"byline", "dateline"})
# An article tells history when it names its years: at least so many dates with a year, of another year than that of
# publication, and so many times more than those that count from publication. Set on newswire (where the last year
# named is right for a month alone in one case of ten) against encyclopedic history (where it nearly always is).
STORY, STORY_SHARE = 3, 4
STORYTELLING = 2  # dates of a paragraph of history that the next goes on from; one alone is a look back from the news
PAST = 3  # years before publication from which on a year opens a story that goes on, and is no look back
OPENING = 12  # characters before the date that opens a sentence: `By the end of `
LONG_AGO = 5  # years: who counts as many back tells of an anniversary, not of the news


def has_grammar(language: str) -> bool:
    """Whether dates are found in passages of that language (ISO 639-1)."""
    return language in languages()


def extract_dates(passages: Sequence[Passage], *, published: date | None) -> list[DateMention]:
    """Every temporal expression of an article, in reading order.

    Args:
        passages: the article; passages of a language without a grammar give no rows.
        published: the day of publication; without it what is relative to it stays unanchored. Never today.
    """
    found: list[tuple[int, str, list[Atom]]] = []
    for at, passage in enumerate(passages):
        if has_grammar(passage.language):
            low = fold(passage.text)
            found.append((at, low, compose(passage.language, low, atoms(passage.language, passage.text, low))))
    everything = [atom for _, _, some in found for atom in some]
    published, source = _published(passages, found, published)
    context = Context(published=published, source=source, day_first=_day_first(everything))
    history = _tells_history(everything, published)
    story = make_story(
        Landmark(at, atom.start, year, finer(atom.meaning.grain or "Y", "Y"))
        for at, _, some in found
        if passages[at].section not in ASIDE
        for atom in some
        if (year := _story_year(atom.meaning, published)) is not None
    )
    rows: list[DateMention] = []
    long_past = MAXYEAR if published is None else published.year - PAST
    timeless, going_on = _deictic(everything) == 0, False
    for at, low, some in found:
        context.today = None
        here = _tells_history_here(some, low, published, long_past, timeless=timeless)
        past = story.trail[-1].year <= long_past if story.trail else False
        context.inherited = not history and not here and going_on and past and not _deictic(some)
        context.narrative = history or here or context.inherited
        if passages[at].section not in ASIDE and some:
            told = sum(not atom.meaning.fixed for atom in some)
            going_on = context.inherited or (here and (timeless or told >= STORYTELLING))
        ends = [match.end() for match in SENTENCE.finditer(low)]
        for atom in some:
            row = _row(context, story, passages[at], (at, bisect(ends, atom.start)), low, atom)
            rows += [] if row is None else [row]
    return rows


def _published(
    passages: Sequence[Passage], found: list[tuple[int, str, list[Atom]]], published: date | None
) -> tuple[date | None, str]:
    """The day of publication and how it is known: given, or the one day that byline and dateline name in full."""
    if published is not None:
        return published, "published"
    named = {
        (meaning.year or 0, (meaning.index or 0) + 1, meaning.day or 0)
        for at, _, some in found
        if passages[at].section in CREDITS
        for meaning in (atom.meaning for atom in some)
        if meaning.explicit and meaning.day is not None and meaning.numeric is None and meaning.end is None
    }
    if len(named) != 1 or not MINYEAR < min(named)[0] < MAXYEAR:
        return None, ""
    return date(*named.pop()), "text"


def _row(
    context: Context, story: Story, passage: Passage, where: tuple[int, int], low: str, atom: Atom
) -> DateMention | None:
    meaning, cues, (at, sentence) = atom.meaning, tense(passage.language), where
    context.default_day_first = lexicon(passage.language).spelling["day_first"]
    context.following = story.next_year(at, atom.start)
    context.named = story.thread(at, sentence, context.following)
    context.moving_on = context.named is not None and story.next_is_better(context.named.year)
    result = anchored(meaning, context, lambda: looks_forward(cues, low, atom.start, atom.end))
    if meaning.numeric is not None and result.period is None:  # 31/02/2021
        return None
    start, end = render.bounds(meaning, result)
    if result.period is not None:
        last = _remember(context, meaning, result, aside=passage.section in ASIDE)
        if last is not None:
            story.remember(last, at, sentence, exact=is_exact(last) or _opens(low, atom.start))
    return DateMention(
        passage=at,
        start=atom.start,
        end=atom.end,
        confidence=round(atom.sure * result.sure, 3),
        type=meaning.type,
        timex=render.timex(meaning, result),
        edtf=render.edtf(meaning, result),
        date_start=start,
        date_end=end,
        modifier=render.modifiers(meaning),
        relative=not meaning.fixed and not meaning.explicit,
        anchor=result.anchor if result.period is not None else None,
        anchor_from=result.anchor_from if result.period is not None else "",
    )


def _remember(context: Context, meaning: Meaning, result: Anchored, *, aside: bool) -> Period | None:
    """Moves the article on to the date just read, which comes back if the story moves on to it too."""
    last = result.end or result.period
    if last is None:
        return None
    context.today = last if last.grain == "D" else context.today
    if aside:
        return None
    context.previous = last
    if last.grain == "Q" and result.anchor_from != "previous-date":
        context.quarter = last
    told = result.anchor_from == "previous-date" or _story_year(meaning, context.published) is not None
    return last if told else None


def _day_first(everything: list[Atom]) -> bool | None:
    """Whether numeric dates put the day first, if any of the article can only be read one way."""
    pairs = [atom.meaning.numeric for atom in everything if atom.meaning.numeric is not None]
    if any(one > 12 for one, _ in pairs):
        return True
    return False if any(other > 12 for _, other in pairs) else None


def _tells_history(everything: list[Atom], published: date | None) -> bool:
    told = sum(_story_year(atom.meaning, published) is not None for atom in everything)
    return told >= STORY and told >= STORY_SHARE * _deictic(everything)


def _tells_history_here(some: list[Atom], low: str, published: date | None, long_past: int, *, timeless: bool) -> bool:
    """Whether one passage tells history: it gives a day or month of an earlier year, and nothing of these days.

    One that opens with a year long past does so too, or has one in an article that speaks of these days nowhere.
    """
    if _deictic(some):
        return False
    years = [(atom, year) for atom in some if (year := _story_year(atom.meaning, published)) is not None]
    if any(atom.meaning.grain in ("D", "M") for atom, _ in years):
        return True
    return any(year <= long_past and (timeless or _opens(low, atom.start)) for atom, year in years)


def _opens(low: str, start: int) -> bool:
    """Whether the date opens its sentence, as the year of a new chapter does: `In 1957, …`."""
    return len(SENTENCE.split(low[max(0, start - OPENING - 2) : start])[-1]) <= OPENING


def _story_year(meaning: Meaning, published: date | None) -> int | None:
    """The year before that of publication which it names, or counts back to from far away; `None` for all else."""
    now, year = MAXYEAR if published is None else published.year, meaning.year
    if published is not None and _long_ago(meaning):
        return now + (meaning.steps or 0)
    return None if year is None or meaning.grain in ("CE", "DE") or year >= now else year


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

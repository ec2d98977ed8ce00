"""Anchoring: what a meaning comes to in its article: the day it was published, the dates named before, the tense."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from dateline.dates.feasts import feast
from dateline.dates.meaning import Meaning
from dateline.dates.periods import Period, finer, of_day, of_year
from dateline.dates.tense import Outlook

# How sure an anchored row is, by how it was anchored: about the share of right values on newswire and history.
EXPLICIT, DEICTIC, TENSED, NARRATED, CARRIED, AMBIGUOUS, UNANCHORED = 0.97, 0.92, 0.85, 0.75, 0.6, 0.5, 0.8
# How much farther away a date of the right tense may lie than one of the wrong tense and still be meant; by grain.
WRONG_WAY = {"D": 45, "M": 7, "Q": 2, "S": 2, "H": 1}
NEW_YEAR = 10  # months: a story that steps back farther has gone on to the next year (`in December … in January`)
NEXT_YEAR = 3  # months: enough where it names the next year more often anyway
# Days around the publication in which a paragraph that looks back from the news means the news again once it looks
# forward or the story would step back: on 27 February, `invited in July 1997, they will join on March 12`.
AT_HAND = 90


@dataclass(slots=True)
class Context:
    """What has been read so far of an article.

    Attributes:
        published: the day of publication.
        source: what `anchor_from` calls it: `text` where only the article's own credits tell it.
        day_first: whether `06/12/2021` is 6 December; `None` when nothing in the article says.
        default_day_first: what it is then in this language.
        narrative: whether a month without a year belongs to the year last named rather than to that of publication.
        inherited: whether only the paragraphs before say so.
        history: whether the whole article does.
        doubtful: whether nothing tells the story from the news.
        previous: the last date, however anchored.
        named: the date that the story goes on from.
        following: the year that the article names next.
        moving_on: whether the article speaks more of the year after `named` than of that year.
        quarter: the last quarter that was not named for comparison; one that is over, if any was.
        by_quarter: whether what is compared with a year before is that quarter.
        today: the last day spoken of, in this passage or just before.
        today_at: where that was, in characters of the article.
        today_here: whether it was in the sentence being read.
        month: the month or day named with its year right before, which `the 16th` goes on from.
        of_the_news: month and day of the dates without a year that the article meant by its publication before.
    """

    published: date | None
    source: str = "published"
    day_first: bool | None = None
    default_day_first: bool = True
    narrative: bool = False
    inherited: bool = False
    history: bool = False
    doubtful: bool = False
    previous: Period | None = None
    named: Period | None = None
    following: int | None = None
    moving_on: bool = False
    quarter: Period | None = None
    by_quarter: bool = False
    today: Period | None = None
    today_at: int = 0
    today_here: bool = False
    month: Period | None = None
    of_the_news: set[tuple[int | None, int | None]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Anchored:
    """What a meaning comes to; `period` is `None` when it cannot be anchored."""

    period: Period | None = None
    end: Period | None = None
    anchor: date | None = None
    anchor_from: str = ""
    sure: float = UNANCHORED


def anchored(meaning: Meaning, context: Context, outlook: Outlook) -> Anchored:
    """Anchors a meaning; `outlook` tells, when asked, whether its sentence looks forward or back."""
    result = _anchored(meaning, context, outlook)
    if meaning.days > 1 and result.period is not None:
        return replace(result, end=result.period.shifted(meaning.days - 1))
    if meaning.widened is None or result.period is None:
        return result
    day = result.period.days()[0]
    return result if day is None else replace(result, period=of_day(meaning.widened, day))


def _anchored(meaning: Meaning, context: Context, outlook: Outlook) -> Anchored:
    if meaning.fixed:
        return Anchored(sure=EXPLICIT if meaning.type != "date" else DEICTIC)
    if meaning.end is not None:
        return _range(meaning, meaning.end, context, outlook)
    if meaning.explicit:
        return _explicit(meaning, context)
    if meaning.monthless:
        return _numbered(meaning, context, outlook)
    if meaning.grain is None:
        return _hour(context, outlook)
    if meaning.steps is not None:
        return _stepped(meaning, context)
    if meaning.weekday is not None and meaning.index is None:
        return _weekday(meaning, context, outlook)
    if meaning.base == "previous":
        day = None if context.previous is None else context.previous.days()[0]
        return Anchored() if day is None else replace(_near(meaning, day, outlook), anchor_from="previous-date")
    if context.named is not None and meaning.which is None and context.narrative:
        told = _narrated(meaning, context.named, context)
        at_odds = context.inherited and outlook.forward()  # the story is over: `It ends on 10 February`
        at_odds = at_odds or (_to_come(told.period, context.published) and outlook.back())
        at_odds = at_odds or (meaning.index, meaning.day) in context.of_the_news
        if not context.history and _is_at_hand(meaning, context.published):
            at_odds = at_odds or outlook.forward() or _steps_back(context.named, told.period)
        if told.period is not None and _on_its_weekday(meaning, told.period) and not at_odds:
            return replace(told, sure=CARRIED) if context.inherited else told
    if context.published is None or (context.doubtful and meaning.which is None and not outlook.forward()):
        return Anchored(sure=AMBIGUOUS)
    if meaning.day is not None and meaning.index is not None:
        context.of_the_news.add((meaning.index, meaning.day))
    return replace(_near(meaning, context.published, outlook), anchor_from=context.source)


def named(meaning: Meaning, year: int) -> Period | None:
    """The period that a calendar meaning names in a year; `None` for 30 February."""
    if meaning.grain is None or meaning.grain in ("CE", "DE"):
        return None if meaning.grain is None else Period(meaning.grain, year)
    if meaning.grain == "D":
        day = feast(meaning.feast, year) if meaning.feast else _day(year, (meaning.index or 0) + 1, meaning.day or 0)
        return None if day is None else of_day("D", day)
    return of_year(meaning.grain, year, meaning.index or 0)


def _explicit(meaning: Meaning, context: Context) -> Anchored:
    if meaning.base == "quarter" and context.quarter is not None:  # the 1988 quarter
        return Anchored(of_year("Q", meaning.year or 0, context.quarter.number % 4), sure=NARRATED)
    if meaning.numeric is None:
        return Anchored(named(meaning, meaning.year or 0), sure=EXPLICIT)
    one, other = meaning.numeric
    day_first = context.default_day_first if context.day_first is None else context.day_first
    if max(one, other) > 12:
        day_first = one > 12
    day, month = (one, other) if day_first else (other, one)
    sure = EXPLICIT if max(one, other) > 12 or one == other or context.day_first is not None else AMBIGUOUS
    return Anchored(named(replace(meaning, index=month - 1, day=day), meaning.year or 0), sure=sure)


def _numbered(meaning: Meaning, context: Context, outlook: Outlook) -> Anchored:
    """A day by its number alone: later in the month named before it, or near another date."""
    if meaning.base == "none":  # the first of a list whose last names no month: the 15th and 16th round
        return Anchored()
    if context.month is None and meaning.base == "nearest":
        return _nearest_numbered(meaning, context, outlook)
    before = None if context.month is None else context.month.days()[0]
    day = None if before is None else _day(before.year, before.month, meaning.day or 0)
    if context.month is None or before is None or day is None or (context.month.grain == "D" and day <= before):
        return Anchored()
    return Anchored(of_day("D", day), None, before, "previous-date", CARRIED)


def _nearest_numbered(meaning: Meaning, context: Context, outlook: Outlook) -> Anchored:
    """The day of that number of the month of its anchor or, where its tense says so, of the month beside it."""
    base, source = _base(meaning, context)
    if base is not None and base.grain not in ("D", "M"):
        base, source = None if context.published is None else of_day("D", context.published), context.source
    day, number = None if base is None else base.days()[0], meaning.day or 0
    if day is None:
        return Anchored()
    ahead = outlook.forward() if meaning.which is None else meaning.which > 0
    back = outlook.back() if meaning.which is None else meaning.which < 0
    steps = 1 if ahead and number < day.day else -1 if back and number > day.day else 0
    same = _day(day.year, day.month, number)
    if steps < 0 and context.published is not None and same is not None and day < same <= context.published:
        steps = 0  # the story went on between the day just named and the news
    first = of_day("M", day).shifted(steps).days()[0]
    found = None if first is None else _day(first.year, first.month, number)
    return Anchored() if found is None else Anchored(of_day("D", found), None, day, source, CARRIED)


def _hour(context: Context, outlook: Outlook) -> Anchored:
    """The day of an hour or a part of a day that names none: the one spoken of, unless what is planned comes after."""
    day = None if context.today is None else context.today.days()[0]
    if day is None or (context.published is not None and day < context.published and outlook.forward()):
        return Anchored()
    return Anchored(context.today, None, day, "previous-date", NARRATED)


def _range(meaning: Meaning, end: Meaning, context: Context, outlook: Outlook) -> Anchored:
    first = anchored(replace(meaning, end=None), context, outlook)
    if first.period is None:
        return replace(first, period=None)
    day = first.period.days()[0]
    last = anchored(end, context, outlook)
    floats = not end.explicit and end.steps is None  # `from Sept. 14 to Thursday`: the next one after the start
    if floats and day is not None and not _ordered(first.period, last.period):
        last = _near(replace(end, which=1), day, outlook)
    if not _ordered(first.period, last.period):
        return Anchored(sure=AMBIGUOUS)
    return replace(first, end=last.period, sure=min(first.sure, last.sure))


def _ordered(first: Period, last: Period | None) -> bool:
    start, end = first.days()[0], None if last is None else last.days()[1]
    return last is not None and (start is None or end is None or start <= end)


def _stepped(meaning: Meaning, context: Context) -> Anchored:
    base, source = _base(meaning, context)
    day = None if base is None else base.days()[0]
    if base is None or day is None or meaning.grain is None:
        return Anchored()
    steps, sure = meaning.steps or 0, NARRATED if source == "previous-date" else DEICTIC
    if meaning.index is not None:
        return Anchored(named(meaning, day.year + steps), None, day, source, sure)
    if meaning.weekday is not None:  # Monday last week
        week = of_day("W", day).shifted(steps).days()[0]
        return Anchored(None if week is None else of_day("D", week).shifted(meaning.weekday), None, day, source, sure)
    if base.grain == "Q" and meaning.grain == "Y" and context.by_quarter and meaning.base != "published":
        return Anchored(base.shifted(4 * steps), None, day, source, sure)  # `a year earlier`: the same quarter
    if meaning.of_years:  # sixty years ago today
        then = _day(day.year + steps, day.month, day.day)
        return Anchored(None if then is None else of_day(meaning.grain, then), None, day, source, sure)
    if finer(meaning.grain, base.grain):  # "two months later" than 1961 is no month one could name
        return Anchored()
    if base.grain == "D" and meaning.grain == "W" and meaning.counted and source == "previous-date":
        return Anchored(base.shifted(7 * steps), None, day, source, sure)  # a week later than a day is a day
    return Anchored(of_day(meaning.grain, day).shifted(steps), None, day, source, sure)


def _base(meaning: Meaning, context: Context) -> tuple[Period | None, str]:
    """What the steps of a meaning count from, and what `anchor_from` calls it."""
    published = None if context.published is None else of_day("D", context.published)
    previous = context.previous
    by_quarter = context.by_quarter and meaning.grain == "Y" and meaning.base in ("nearest", "compared")
    if context.quarter is not None and (by_quarter or meaning.base == "quarter"):
        return context.quarter, "previous-date"
    if meaning.base == "quarter":  # none was named: the last that is over
        return None if context.published is None else of_day("Q", context.published).shifted(-1), context.source
    if meaning.base in ("previous", "nearest") and previous is not None:
        return previous, "previous-date"
    if meaning.base == "previous":
        return None, ""
    if meaning.base == "story" and context.named is not None and (published is None or context.narrative):
        return context.named, "previous-date"
    return published, context.source


def _weekday(meaning: Meaning, context: Context, outlook: Outlook) -> Anchored:
    day, source = context.published, context.source
    if meaning.base == "previous":
        day = None if context.today is None else context.today.days()[0]
        source = "previous-date"
    if meaning.which is None and (context.narrative or context.today_here) and _is_that_day(meaning, context):
        return _hour(context, outlook)
    if day is None or meaning.weekday is None or meaning.base == "none":
        return Anchored()
    ahead = (meaning.weekday - day.weekday()) % 7
    if meaning.which is None:
        steps = ahead if outlook.forward() else -((day.weekday() - meaning.weekday) % 7)
    elif meaning.which < 0:
        steps = ahead - 7
    else:
        steps = ahead or 7 * meaning.which
    sure = TENSED if meaning.which is None else DEICTIC
    return Anchored(of_day(meaning.grain or "D", day + timedelta(steps)), None, day, source, sure)


def _is_that_day(meaning: Meaning, context: Context) -> bool:
    """Whether a weekday is that of the day just named, long ago: `twenty years ago today, on a Thursday`."""
    day = None if context.today is None else context.today.days()[0]
    return day is not None and day.weekday() == meaning.weekday and _is_long_ago(context)


def _is_long_ago(context: Context) -> bool:
    """Whether the day spoken of lies more than a week before the news."""
    day = None if context.today is None else context.today.days()[0]
    return day is not None and (context.published is None or context.published - day > timedelta(7))


def _narrated(meaning: Meaning, previous: Period, context: Context) -> Anchored:
    """A date without a year in a story that has named one: that year, or the next where the story would step back."""
    period, day = named(meaning, previous.year), previous.days()[0]
    if period is None or day is None:
        return Anchored()
    end = period.days()[1]
    if not finer("M", previous.grain) and previous.grain != "M":
        return Anchored(period, None, day, "previous-date", NARRATED)
    back = timedelta(30 * (NEXT_YEAR if context.moving_on or previous.grain == "S" else NEW_YEAR))
    if end is not None and end < day - back and context.following != previous.year:
        period = named(meaning, previous.year + 1)
    return Anchored(period, None, day, "previous-date", NARRATED)


def _near(meaning: Meaning, day: date, outlook: Outlook) -> Anchored:
    """A date without a year near a day: before, after or around it, as its words or its tense say."""
    here = of_day(meaning.grain or "D", day)
    years = [named(meaning, year) for year in (day.year - 1, day.year, day.year + 1)]
    around = [period for period in years if period is not None]
    if meaning.weekday is not None and meaning.index is not None:  # `Wednesday, Nov. 24`: the weekday knows its year
        around = [period for period in around if _on_its_weekday(meaning, period)] or around
    if meaning.weekday is not None and meaning.index is None:
        around = [here.shifted((meaning.weekday - day.weekday()) % 7 or 7)]
    sure = DEICTIC
    if meaning.which is None:
        sure = TENSED
        ahead = outlook.forward()
        if not ahead and outlook.back():
            around = [period for period in around if period.number <= here.number] or around
        slack = WRONG_WAY[here.grain]
        around.sort(key=lambda period: abs(period.number - here.number) + slack * _wrong_way(period, here, ahead))
    elif meaning.which < 0:
        around = [period for period in reversed(around) if period.number < here.number]
    elif meaning.which > 0:
        around = [period for period in around if period.number > here.number]
    else:
        around = [period for period in around if period.year == here.year] or around
    return Anchored(around[0], None, day, "published", sure) if around else Anchored()


def _on_its_weekday(meaning: Meaning, period: Period) -> bool:
    return meaning.weekday is None or period.grain != "D" or (period.number - 1) % 7 == meaning.weekday


def _steps_back(before: Period, period: Period | None) -> bool:
    """Whether a date lies months before the day or month that the story had come to."""
    start, end = before.days()[0], None if period is None else period.days()[1]
    if start is None or end is None or not finer(before.grain, "Y"):
        return False
    return end < start - timedelta(30 * NEXT_YEAR)


def _is_at_hand(meaning: Meaning, published: date | None) -> bool:
    """Whether a day or month without a year comes around close to the publication."""
    if published is None or meaning.grain not in ("D", "M"):
        return False
    periods = (named(meaning, published.year + step) for step in (-1, 0, 1))
    starts = (None if period is None else period.days()[0] for period in periods)
    return any(start is not None and abs((start - published).days) <= AT_HAND for start in starts)


def _to_come(period: Period | None, published: date | None) -> bool:
    start = None if period is None else period.days()[0]
    return published is not None and start is not None and start > published


def _wrong_way(period: Period, here: Period, ahead: bool) -> bool:
    return period.number != here.number and (period.number > here.number) != ahead


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""extract_dates: the passages of an article in, the rows of `dates.csv` out."""

import re
from bisect import bisect
from collections.abc import Sequence
from dataclasses import replace
from datetime import MAXYEAR, MINYEAR, date

from dateline.article import Passage
from dateline.dates.anchoring import Anchored, Context, anchored
from dateline.dates.compose import compose
from dateline.dates.folding import Bare, bare, fold
from dateline.dates.grammar import Atom, atoms
from dateline.dates.lexicon import languages, lexicon
from dateline.dates.meaning import Meaning
from dateline.dates.mention import DateMention
from dateline.dates.periods import Period, finer
from dateline.dates.render import rendered
from dateline.dates.story import Landmark, Story, is_exact, make_story
from dateline.dates.telling import make_telling, opens, story_year
from dateline.dates.tense import SENTENCE, Outlook, tense
from dateline.dates.today import settled

# Dates of captions and credits are those of the picture: what the body says next does not go on from there.
ASIDE = frozenset({"caption", "byline", "dateline", "reference"})
# Characters for which a clock time in a later passage still belongs to the day spoken of: a short paragraph.
LINGERS = 400
COMPARED = ("quarter", "compared")  # what is only held against the news: no date goes on from there
MONTHS_LONG = re.compile(r"P\d+M")
CREDITS = frozenset({"byline", "dateline"})


def has_grammar(language: str) -> bool:
    """Whether dates are found in passages of that language (ISO 639-1)."""
    return language in languages()


def extract_dates(passages: Sequence[Passage], *, published: date | None) -> list[DateMention]:
    """Every temporal expression of an article, in reading order.

    Args:
        passages: the article; passages of a language without a grammar give no rows.
        published: the day of publication; without it, the one day that byline or dateline name; without that, what is
            relative to it stays unanchored. Never today.
    """
    texts = [bare(passage.text) for passage in passages]
    plain = [
        passage if text.offsets is None else replace(passage, text=text.text)
        for passage, text in zip(passages, texts, strict=True)
    ]
    return [_placed(row, texts[row.passage]) for row in _rows(plain, published)]


def _placed(row: DateMention, text: Bare) -> DateMention:
    """The row where its words stand in the text with its marks."""
    if text.offsets is None:
        return row
    start, end = text.span(row.start, row.end)
    return replace(row, start=start, end=end)


def _rows(passages: Sequence[Passage], published: date | None) -> list[DateMention]:
    found: list[tuple[int, str, list[Atom]]] = []
    for at, passage in enumerate(passages):
        if has_grammar(passage.language):
            low = fold(passage.text)
            found.append((at, low, compose(passage.language, low, atoms(passage.language, passage.text, low))))
    kept = settled([some for _, _, some in found], sum(len(low) for _, low, _ in found))
    found = [(at, low, some) for (at, low, _), some in zip(found, kept, strict=True)]
    everything = [atom for _, _, some in found for atom in some]
    published, source = _published(passages, found, published)
    context = Context(published=published, source=source, day_first=_day_first(everything))
    story = make_story(
        Landmark(at, atom.start, year, finer(atom.meaning.grain or "Y", "Y"))
        for at, _, some in found
        if passages[at].section not in ASIDE
        for atom in some
        if (year := story_year(atom.meaning, published)) is not None
    )
    telling = make_telling(everything, published)
    rows: list[DateMention] = []
    for at, low, some in found:
        telling.read(some, low, story.year, aside=passages[at].section in ASIDE)
        context.narrative, context.inherited, context.history = telling.narrative, telling.inherited, telling.history
        if passages[at].start - context.today_at > LINGERS:
            context.today = None
        context.month, month_at = None, 0
        context.doubtful = telling.doubtful
        ends = [match.end() for match in SENTENCE.finditer(low)]
        before = -1
        for atom in some:
            sentence = bisect(ends, atom.start)
            context.month = context.month if sentence <= month_at + 1 else None
            context.today_here = context.today_here and sentence == before
            row = _row(context, story, passages[at], (at, sentence), low, atom)
            rows += [] if row is None else [row]
            month_at = before = sentence
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
    meaning, (at, sentence) = atom.meaning, where
    outlook = Outlook(tense(passage.language), low, atom.start, atom.end)
    context.default_day_first = lexicon(passage.language).spelling["day_first"]
    context.following = story.next_year(at, atom.start)
    context.named = story.thread(at, sentence, context.following)
    context.moving_on = context.named is not None and story.next_is_better(context.named.year)
    result = anchored(meaning, context, outlook)
    if MONTHS_LONG.fullmatch(meaning.fixed):  # in the first nine months: the quarter is not what is compared
        context.by_quarter = False
    if (meaning.numeric is not None or meaning.monthless) and result.period is None:  # 31/02/2021, on the 16th
        return None
    _remember_month(context, meaning, result)
    said = rendered(meaning, result.period, result.end)
    if result.period is not None:
        told = result.anchor_from == "previous-date" and meaning.steps is None
        planned = told and outlook.forward()  # the story does not wait for it to come
        last = _remember(
            context, meaning, result, passage.start + atom.start, aside=passage.section in ASIDE or planned
        )
        if last is not None:
            story.remember(last, at, sentence, exact=is_exact(last) or opens(low, atom.start))
    return DateMention(
        passage=at,
        start=atom.start,
        end=atom.end,
        confidence=round(atom.sure * result.sure, 3),
        type=meaning.type,
        timex=said.timex,
        edtf=said.edtf,
        date_start=said.date_start,
        date_end=said.date_end,
        modifier=said.modifier,
        relative=not meaning.fixed and not meaning.explicit,
        anchor=result.anchor if result.period is not None else None,
        anchor_from=result.anchor_from if result.period is not None else "",
    )


def _remember(context: Context, meaning: Meaning, result: Anchored, place: int, *, aside: bool) -> Period | None:
    """Moves the article on to the date just read, which comes back if the story moves on to it too.

    `place` is where it stands in the article.
    """
    last = result.end or result.period
    if last is None:
        return None
    if last.grain == "D" and meaning.grain is not None and "until" not in meaning.modifiers:
        context.today, context.today_at, context.today_here = last, place, True
    if aside or (meaning.base in COMPARED and (meaning.steps or meaning.explicit)):
        return None
    context.previous = last
    _remember_quarter(context, meaning, result, last)
    told = result.anchor_from == "previous-date" or story_year(meaning, context.published) is not None
    return last if told else None


def _remember_quarter(context: Context, meaning: Meaning, result: Anchored, last: Period) -> None:
    """Keeps the quarter that is reported on; a `fourth-quarter charge` to come leaves it, if one is over."""
    if last.grain != "Q":
        context.by_quarter = context.by_quarter and not (last.grain == "Y" and meaning.explicit)
        return
    context.by_quarter = True
    end = last.days()[1]
    over = context.published is None or (end is not None and end < context.published)
    if result.anchor_from != "previous-date" and (over or context.quarter is None):
        context.quarter = last


def _remember_month(context: Context, meaning: Meaning, result: Anchored) -> None:
    """Keeps the month that the date just read names with its year; one that names another time ends it."""
    last = result.end or result.period
    if (meaning.explicit or meaning.monthless) and last is not None and last.grain in ("D", "M"):
        context.month = last
    elif not meaning.fixed and not (meaning.steps is not None and meaning.base == "previous"):  # the next day
        context.month = None


def _day_first(everything: list[Atom]) -> bool | None:
    """Whether numeric dates put the day first, if any of the article can only be read one way."""
    pairs = [atom.meaning.numeric for atom in everything if atom.meaning.numeric is not None]
    if any(one > 12 for one, _ in pairs):
        return True
    return False if any(other > 12 for _, other in pairs) else None

"""Surnames that are months: `Theresa May` and `May said` are a person, `in May` and `24 May` are not."""

import re
from collections.abc import Iterator, Sequence

from dateline.article import NameSpan
from dateline.entities.borders import surface
from dateline.entities.words import Words

_BEFORE = re.compile(r"(?:([^\W\d_]+)\.? |(\d[\w.]*,? |[-–—]))\Z")
_AFTER = re.compile(r"(?: ([^\W\d_]+)|,? ?\d|,? the \d|[-–—])")
_LONGEST_WORD = 16


def with_months(texts: Sequence[str], spans: Sequence[NameSpan], *, known: Words) -> list[NameSpan]:
    """Returns the spans of one article, a month a person exactly where it is the surname of one, and no name else.

    It is a surname when a full name of the article ends with it, or where a title stands before it.
    """
    found = list(_outside_dates(texts, known))
    if not found:
        return list(spans)
    ends = {(span.passage, span.end): span for span in spans if span.label == "PERSON"}
    given = {(number, end + 1): span for (number, end), span in ends.items() if " " not in surface(texts, span)}
    full = [(n, a, b) for n, a, b, title in found if ((n, b) in ends and ends[n, b].start < a) or (n, a) in given]
    people = {texts[n][a:b] for n, a, b in full} | {texts[n][a:b] for n, a, b, title in found if title}
    persons = [
        NameSpan(number, given[number, start].start if (number, start) in given else start, end, "PERSON")
        for number, start, end, _ in found
        if texts[number][start:end] in people and not ((number, end) in ends and ends[number, end].start < start)
    ]
    taken = {(span.passage, span.start) for span in persons}
    others = [span for span in spans if (span.passage, span.start) not in taken and surface(texts, span) not in people]
    return sorted([*others, *persons], key=lambda span: (span.passage, span.start))


def _outside_dates(texts: Sequence[str], known: Words) -> Iterator[tuple[int, int, int, bool]]:
    """Yields where capitalised months stand that no date holds: passage, start, end, whether a title is before them."""
    if known.month is None:
        return
    for number, text in enumerate(texts):
        for match in known.month.finditer(text):
            before = _BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
            word = (before.group(1) or "") if before else ""
            after = _AFTER.match(text, match.end())
            if text[max(0, match.start() - 1) : match.start()].isalpha():
                continue
            if (before and before.group(2)) or (after and not after.group(1)):
                continue
            if word.lower() in known.before_month or (after and after.group(1) in known.after_month):
                continue
            titles = known.titles
            yield number, match.start(), match.end(), word.lower() in titles.heads or word.lower() in titles.short

"""What the lines of a page are where its markup tells."""

from collections.abc import Sequence

from dateline.article import Section
from dateline.clean.lines import Measured
from dateline.text import AlignedText

#: A span of the raw string, half-open, and its section.
Span = tuple[int, int, Section]
#: Share of a line that must be told to be in the article.
_MOST = 0.5


def told_sections(text: AlignedText, lines: Sequence[Measured], spans: Sequence[Span]) -> list[Section | None]:
    """For each line, the section that most of it is told to be in; None where that is none.

    Args:
        text: the cleaned text, aligned with the raw one.
        lines: its lines.
        spans: what is told, in order, without overlaps.
    """
    told: list[Section | None] = []
    at = 0
    for line in lines:
        start, end = text.raw_span(line.start, line.end)
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        covered, most, best, i = 0, 0, None, at
        while i < len(spans) and spans[i][0] < end:
            n = min(end, spans[i][1]) - max(start, spans[i][0])
            covered += n
            if n > most:
                most, best = n, spans[i][2]
            i += 1
        told.append(best if covered >= _MOST * (end - start) else None)
    return told

"""What every line of a page is: the rules that tell an article from the page around it, one after the other."""

from collections.abc import Sequence
from itertools import pairwise

from dateline.article import Section
from dateline.clean import publication
from dateline.clean.bylines import bare_name, names_in
from dateline.clean.furniture import certain_reason, is_note
from dateline.clean.lines import Measured
from dateline.clean.masthead import MENUS
from dateline.clean.rows import is_menu, row_reason
from dateline.clean.sections import is_caption, is_dateline, is_dek, is_heading, is_quote
from dateline.clean.zones import article_probabilities

#: How far from the title authors and the day of publication stand, in lines.
HEAD_BEFORE, HEAD_AFTER = 3, 10
#: A name alone stands as author in one of so many lines below the title, and its day as near.
_NAME_BELOW = 3
#: How many of the last kept lines can introduce the author.
_TAIL = 6
#: Probability that a line found by a certain rule is what the rule says: whole-line phrases were 96 times of 100
#: on unseen pages.
_CERTAIN = 0.96
#: Probability that a line is in the article if trafilatura says so: its precision, by lines, on news pages.
_TOLD = 0.95
#: Kept lines have at least this to be in the article.
_DECISION = 0.5
#: A title below so many lines stands too deep in its page for all above it to be its head.
_HEAD_LINES = 14
#: A paragraph near the title has more words than this. Above it a word alone can be an entry of a menu (with lines of
#: one word kept, 0.001 of article F1 is lost on 160 flattened pages; with two, nothing).
_LEAD_FROM, _SAID_FROM = 25, 2
#: A caption without a credit has at least so many words; what has less is a heading.
_CAPTION_FROM = 7
#: A title of fewer words can stand in a line above it that is no copy of it (a place, in its dateline).
_COPY_FROM = 3
#: A line below the title sums the article up if it has so many words.
_DEK_FROM = 10
#: An imprint is no longer than so many words.
_IMPRINT_LONGEST = 24
#: Two lines of so many words that are the same, one after the other, are one line captured twice.
_TWICE = 6


class Labels:
    """The labels of a page's lines while they are worked out; later rules overrule earlier ones."""

    def __init__(self, lines: Sequence[Measured], told: Sequence[Section | None] | None = None) -> None:
        self._lines = lines
        self._told = told
        reasons = [certain_reason(line) for line in lines]
        self.certain = [bool(reason) for reason in reasons]
        self.of_lines: list[tuple[Section, str, float]] = []
        if told is not None:
            self.of_lines = [_told(section, reason) for section, reason in zip(told, reasons, strict=True)]
            return
        probabilities = article_probabilities(lines, reasons)
        for line, reason, probability in zip(lines, reasons, probabilities, strict=True):
            if is_note(line):
                self.of_lines.append(("reference", "note", _CERTAIN))
            elif reason:
                self.of_lines.append(("boilerplate", reason, _CERTAIN))
            elif probability <= _DECISION:
                self.of_lines.append(("boilerplate", "zone", 1 - probability))
            else:
                self.of_lines.append(("body", "prose", probability))

    def top(self, title: int) -> int:
        """The index of the line that the head of the article stands around: its title, else its first line."""
        if title >= 0:
            return title
        return next((i for i, section in enumerate(self._told or ()) if section is not None), 0)

    def set_title(self, index: int) -> None:
        """Labels the title and, above it, copies of it that carry the name of the site."""
        if index < 0:
            return
        self.of_lines[index] = ("title", "title", _CERTAIN)
        own = self._lines[index].folded
        for i in range(index if self._lines[index].words >= _COPY_FROM else 0):
            if self.of_lines[i][0] == "body" and own in self._lines[i].folded:
                self.of_lines[i] = ("boilerplate", "masthead", _CERTAIN)

    def set_head(self, title: int, name_at: int, name: str) -> None:
        """Labels the lines around the title: menus and names above it are furniture, what is said below it is not."""
        if name_at >= 0 and name_at != title:
            self.of_lines[name_at] = ("boilerplate", "masthead", _CERTAIN)
            self._set_imprint(name.lower())
        if title < 0:
            return
        above = range(title if title < _HEAD_LINES else 0)
        site = name_at in above or any(row_reason(self._lines[i]) in MENUS or is_menu(self._lines[i]) for i in above)
        for i in above:
            if site and self.of_lines[i][0] == "body" and not self._lines[i].is_closed:
                self.of_lines[i] = ("boilerplate", "above", _CERTAIN)
        for i in range(title + 1, max(self._lead(title), self._dek(title))):
            if self.of_lines[i][1] == "zone" and _is_said(self._lines[i]):
                self.of_lines[i] = ("body", "head", _CERTAIN)

    def _set_imprint(self, name: str) -> None:
        """Labels the short lines after the last paragraph that start with the name of the outlet."""
        for i in reversed(range(len(self._lines))):
            line = self._lines[i]
            if line.words > _IMPRINT_LONGEST:
                break
            if self.of_lines[i][0] == "body" and line.folded.startswith(name):
                self.of_lines[i] = ("boilerplate", "masthead", _CERTAIN)

    def _dek(self, title: int) -> int:
        """One past the line below the title, if that has words enough to sum the article up."""
        below = self._lines[title + 1 : title + 2]
        return title + 2 if below and below[0].words >= _DEK_FROM else title + 1

    def _lead(self, title: int) -> int:
        """The index of the first paragraph, if it stands near the title; else that of the line below the title."""
        near = range(title + 1, min(title + 1 + HEAD_AFTER, len(self._lines)))
        return next((i for i in near if self.of_lines[i][0] == "body" and self._lines[i].words > _LEAD_FROM), title + 1)

    def set_bylines(self, index: int) -> tuple[str, ...]:
        """Labels the lines around the title, and at the end, that are about authors or the day; returns the authors."""
        top = self.top(index)
        head = list(range(max(0, top - HEAD_BEFORE), min(len(self._lines), top + HEAD_AFTER)))
        tail = [i for i in range(len(self._lines)) if self.of_lines[i][0] == "body"][-_TAIL:]
        authors: dict[str, None] = {}
        for i in dict.fromkeys((*head, *tail)):
            names = () if i == index or self.certain[i] else self._names_in(i, index)
            if names and (i in head or not authors):
                self.of_lines[i] = ("byline", "byline", _CERTAIN)
                authors.update(dict.fromkeys(names))
            elif i in head and i != index and publication.label_of(self._lines[i]):
                self.of_lines[i] = ("dateline", "day", _CERTAIN)
        return tuple(authors)

    def _names_in(self, i: int, title: int) -> tuple[str, ...]:
        """The authors a line names; a name alone right below the title is one if a day stands beside it."""
        line = self._lines[i]
        names = names_in(line, self._lines[i - 1] if i else None)
        name = bare_name(line)
        if names or not name or not 0 <= title < i <= title + _NAME_BELOW:
            return names
        beside = self._lines[title + 1 : i + _NAME_BELOW]
        return (name,) if any(publication.label_of(other) for other in beside) else ()

    def set_sections(self, index: int) -> None:
        """Labels datelines, captions, the dek, headings and quotes among the body lines."""
        seen: set[str] = set()
        previous = ""
        for i in [i for i, label in enumerate(self.of_lines) if label[0] == "body"]:
            line = self._lines[i]
            again = line.words >= _TWICE and (line.folded == previous or (line.folded in seen and is_caption(line)))
            if again:
                self.of_lines[i] = ("boilerplate", "repeats", _CERTAIN)
                continue
            previous = line.folded
            if is_dateline(line):
                self._relabel(i, "dateline")
            elif is_caption(line):
                seen.add(line.folded)
                self._relabel(i, "caption")
            elif is_quote(line):
                self._relabel(i, "quote")
        self._set_captions(index)
        self._set_dek(index)
        self._set_headings()

    def _set_captions(self, title: int) -> None:
        """Open lines above the first paragraph are captions where authors, day or buttons part them from the title."""
        apart = False
        for i in range(title + 1, self._lead(title)) if title >= 0 else ():
            line, section = self._lines[i], self.of_lines[i][0]
            apart = apart or section in ("byline", "dateline", "boilerplate")
            if apart and section == "body" and line.words >= _CAPTION_FROM and not line.is_closed:
                self._relabel(i, "caption")

    def _set_dek(self, index: int) -> None:
        """The first body line below the title may sum the article up."""
        below = [
            i for i in range(index + 1, min(index + HEAD_AFTER, len(self._lines))) if self.of_lines[i][0] == "body"
        ]
        if index < 0 or not below:
            return
        following = next((self._lines[i] for i in below[1:]), None)
        if is_dek(self._lines[below[0]], following):
            self._relabel(below[0], "dek")

    def _set_headings(self) -> None:
        """Short open lines right above a paragraph."""
        kept = [i for i, label in enumerate(self.of_lines) if label[0] != "boilerplate"]
        for i, following in pairwise(kept):
            paragraph = self.of_lines[following][0] == "body" and not is_heading(self._lines[following])
            if self.of_lines[i][0] == "body" and paragraph and is_heading(self._lines[i]):
                self._relabel(i, "heading")

    def _relabel(self, index: int, section: Section) -> None:
        self.of_lines[index] = (section, section, self.of_lines[index][2])

    def kept(self) -> list[Measured]:
        """The lines that are part of the article."""
        return [line for line, label in zip(self._lines, self.of_lines, strict=True) if label[0] != "boilerplate"]


def _is_said(line: Measured) -> bool:
    """Whether a line below a title says something: a name, a day, a caption; not one word, and no row of links."""
    return not is_menu(line) and (line.words >= _SAID_FROM or line.text[0].isdigit())


def _told(section: Section | None, reason: str) -> tuple[Section, str, float]:
    """What a line is whose markup tells whether it is in the article; furniture inside an article is furniture."""
    if section is None or reason:
        return ("boilerplate", reason or "markup", _CERTAIN)
    return (section, "trafilatura", _TOLD)

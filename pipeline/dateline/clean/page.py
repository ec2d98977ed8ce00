"""A captured page as labelled lines; nothing is deleted, only named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateline.article import Section
from dateline.clean import publication
from dateline.clean.bylines import given_names, is_bare_name, names_in
from dateline.clean.furniture import certain_reason, is_note
from dateline.clean.lines import Measured, measure
from dateline.clean.masthead import MENUS, masthead
from dateline.clean.repair import as_printed, clean_title, repair
from dateline.clean.rows import is_menu, row_reason
from dateline.clean.sections import is_caption, is_dek, is_heading, is_quote
from dateline.clean.titles import title_line
from dateline.clean.zones import article_probabilities
from dateline.text import AlignedText

#: How far from the title authors and the day of publication stand, in lines.
_HEAD_BEFORE, _HEAD_AFTER = 3, 10
#: A name alone stands as author in one of so many lines below the title, and its day as near.
_NAME_BELOW = 3
#: How many of the last kept lines can introduce the author.
_TAIL = 6
#: Probability that a line found by a certain rule is what the rule says: whole-line phrases were 96 times of 100
#: on unseen pages.
_CERTAIN = 0.96
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
#: An imprint is no longer than so many words.
_IMPRINT_LONGEST = 24
#: Two lines of so many words that are the same, one after the other, are one line captured twice.
_TWICE = 6


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and what it is.

    Attributes:
        start: where it begins in the cleaned text, after any white space.
        end: one past its last character.
        section: what part of the article it is; `boilerplate` if none.
        reason: what decided that: a rule's name.
        probability: 0-1, how sure that is.
    """

    start: int
    end: int
    section: Section
    reason: str
    probability: float


@dataclass(frozen=True, slots=True)
class Page:
    """A cleaned page.

    Attributes:
        text: the cleaned text, aligned with the raw one.
        lines: every line that is not blank, in order.
        title: given, else found, as printed: with its own quotes and hyphens; empty if there is none.
        byline: the authors.
        publisher: given, else the name at the head of the page.
        url: given.
        published: day of publication; None if nothing says.
        published_from: `metadata`, `text`, `url`, `filename`, `inferred`; empty if unknown.
    """

    text: AlignedText
    lines: tuple[Line, ...]
    title: str
    byline: tuple[str, ...]
    publisher: str
    url: str
    published: date | None
    published_from: str


def clean_page(
    raw: str,
    *,
    title: str = "",
    byline: Sequence[str] = (),
    publisher: str = "",
    url: str = "",
    published: str = "",
    filename: str = "",
) -> Page:
    """The page that a raw string holds: its text repaired, its lines labelled, its metadata found.

    What metadata give wins over what the text shows, if it can be what it says it is. What looks like the name of the
    outlet is the title if there is no other. Linear in the length of `raw`.

    Args:
        raw: the record's text as decoded; any string.
        title: given title; empty if the text holds it.
        byline: given authors.
        publisher: given name of the outlet.
        url: where the article was.
        published: given day of publication, in any usual notation.
        filename: path of the file within the dump.
    """
    text = repair(raw)
    lines = measure(text.text)
    labels = _Labels(lines)
    given = clean_title(title)
    name_at, name = masthead(lines, publisher, url)
    index, found_title = title_line(lines, labels.certain, given.text.strip(), name_at)
    if not found_title and name:
        name_at, name, index, found_title = -1, "", name_at, name
    labels.set_title(index)
    labels.set_head(index, name_at, name)
    authors = labels.set_bylines(index)
    labels.set_sections(index)
    top = max(index, 0)
    day, origin = publication.publication(
        lines[top : top + _HEAD_AFTER],
        lines[max(0, top - _HEAD_BEFORE) : top],
        labels.kept(),
        published=published,
        url=url,
        filename=filename,
    )
    return Page(
        text=text,
        lines=labels.lines(),
        title=_printed(title, given, found_title) or _printed(raw, text, found_title),
        byline=given_names(byline) or authors,
        publisher=publisher or _printed(raw, text, name),
        url=url,
        published=day,
        published_from=origin,
    )


def _is_said(line: Measured) -> bool:
    """Whether a line below a title says something: a name, a day, a caption; not one word, and no row of links."""
    return not is_menu(line) and (line.words >= _SAID_FROM or line.text[0].isdigit())


def _printed(raw: str, text: AlignedText, found: str) -> str:
    """A title or name as the raw string has it where it first stands, quotes and all; empty if it is not there."""
    start = text.text.find(found)
    return as_printed(raw, text, start, start + len(found)) if start >= 0 else ""


class _Labels:
    """The labels of a page's lines while they are worked out; later rules overrule earlier ones."""

    def __init__(self, lines: Sequence[Measured]) -> None:
        self._lines = lines
        reasons = [certain_reason(line) for line in lines]
        self.certain = [bool(reason) for reason in reasons]
        self._labels: list[tuple[Section, str, float]] = []
        probabilities = article_probabilities(lines, reasons)
        for line, reason, probability in zip(lines, reasons, probabilities, strict=True):
            if is_note(line):
                self._labels.append(("reference", "note", _CERTAIN))
            elif reason:
                self._labels.append(("boilerplate", reason, _CERTAIN))
            elif probability <= _DECISION:
                self._labels.append(("boilerplate", "zone", 1 - probability))
            else:
                self._labels.append(("body", "prose", probability))

    def set_title(self, index: int) -> None:
        """Labels the title and, above it, copies of it that carry the name of the site."""
        if index < 0:
            return
        self._labels[index] = ("title", "title", _CERTAIN)
        own = self._lines[index].folded
        for i in range(index if self._lines[index].words >= _COPY_FROM else 0):
            if self._labels[i][0] == "body" and own in self._lines[i].folded:
                self._labels[i] = ("boilerplate", "masthead", _CERTAIN)

    def set_head(self, title: int, name_at: int, name: str) -> None:
        """Labels the lines around the title: menus and names above it are furniture, what is said below it is not."""
        if name_at >= 0 and name_at != title:
            self._labels[name_at] = ("boilerplate", "masthead", _CERTAIN)
            self._set_imprint(name.lower())
        if title < 0:
            return
        above = range(title if title < _HEAD_LINES else 0)
        site = name_at in above or any(row_reason(self._lines[i]) in MENUS or is_menu(self._lines[i]) for i in above)
        for i in above:
            if site and self._labels[i][0] == "body" and not self._lines[i].is_closed:
                self._labels[i] = ("boilerplate", "above", _CERTAIN)
        for i in range(title + 1, self._lead(title)):
            if self._labels[i][1] == "zone" and _is_said(self._lines[i]):
                self._labels[i] = ("body", "head", _CERTAIN)

    def _set_imprint(self, name: str) -> None:
        """Labels the short lines after the last paragraph that start with the name of the outlet."""
        for i in reversed(range(len(self._lines))):
            line = self._lines[i]
            if line.words > _IMPRINT_LONGEST:
                break
            if self._labels[i][0] == "body" and line.folded.startswith(name):
                self._labels[i] = ("boilerplate", "masthead", _CERTAIN)

    def _lead(self, title: int) -> int:
        """The index of the first paragraph, if it stands near the title; else that of the line below the title."""
        near = range(title + 1, min(title + 1 + _HEAD_AFTER, len(self._lines)))
        return next((i for i in near if self._labels[i][0] == "body" and self._lines[i].words > _LEAD_FROM), title + 1)

    def set_bylines(self, index: int) -> tuple[str, ...]:
        """Labels the lines around the title, and at the end, that are about authors or the day; returns the authors."""
        top = max(index, 0)
        head = list(range(max(0, top - _HEAD_BEFORE), min(len(self._lines), top + _HEAD_AFTER)))
        tail = [i for i in range(len(self._lines)) if self._labels[i][0] == "body"][-_TAIL:]
        authors: dict[str, None] = {}
        for i in dict.fromkeys((*head, *tail)):
            names = () if i == index or self.certain[i] else self._names_in(i, index)
            if names and (i in head or not authors):
                self._labels[i] = ("byline", "byline", _CERTAIN)
                authors.update(dict.fromkeys(names))
            elif i in head and i != index and publication.label_of(self._lines[i]):
                self._labels[i] = ("dateline", "day", _CERTAIN)
        return tuple(authors)

    def _names_in(self, i: int, title: int) -> tuple[str, ...]:
        """The authors a line names; a name alone right below the title is one if a day stands beside it."""
        line = self._lines[i]
        names = names_in(line, self._lines[i - 1] if i else None)
        if names or not 0 <= title < i <= title + _NAME_BELOW or not is_bare_name(line):
            return names
        beside = self._lines[title + 1 : i + _NAME_BELOW]
        return (line.text,) if any(publication.label_of(other) for other in beside) else ()

    def set_sections(self, index: int) -> None:
        """Labels captions, the dek, headings and quotes among the body lines."""
        seen: set[str] = set()
        previous = ""
        for i in [i for i, label in enumerate(self._labels) if label[0] == "body"]:
            line = self._lines[i]
            again = line.words >= _TWICE and (line.folded == previous or (line.folded in seen and is_caption(line)))
            if again:
                self._labels[i] = ("boilerplate", "repeats", _CERTAIN)
                continue
            previous = line.folded
            if is_caption(line):
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
            line, section = self._lines[i], self._labels[i][0]
            apart = apart or section in ("byline", "dateline", "boilerplate")
            if apart and section == "body" and line.words >= _CAPTION_FROM and not line.is_closed:
                self._relabel(i, "caption")

    def _set_dek(self, index: int) -> None:
        """The first body line below the title may sum the article up."""
        below = [
            i for i in range(index + 1, min(index + _HEAD_AFTER, len(self._lines))) if self._labels[i][0] == "body"
        ]
        if index < 0 or not below:
            return
        following = next((self._lines[i] for i in below[1:]), None)
        if is_dek(self._lines[below[0]], following):
            self._relabel(below[0], "dek")

    def _set_headings(self) -> None:
        """Short open lines right above a paragraph."""
        kept = [i for i, label in enumerate(self._labels) if label[0] != "boilerplate"]
        for i, following in pairwise(kept):
            paragraph = self._labels[following][0] == "body" and not is_heading(self._lines[following])
            if self._labels[i][0] == "body" and paragraph and is_heading(self._lines[i]):
                self._relabel(i, "heading")

    def _relabel(self, index: int, section: Section) -> None:
        self._labels[index] = (section, section, self._labels[index][2])

    def kept(self) -> list[Measured]:
        """The lines that are part of the article."""
        return [line for line, label in zip(self._lines, self._labels, strict=True) if label[0] != "boilerplate"]

    def lines(self) -> tuple[Line, ...]:
        """The labelled lines."""
        return tuple(
            Line(line.start, line.end, section, reason, round(probability, 3))
            for line, (section, reason, probability) in zip(self._lines, self._labels, strict=True)
        )

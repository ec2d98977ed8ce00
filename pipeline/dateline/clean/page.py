"""A captured page as labelled lines; nothing is deleted, only named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.article import Section
from dateline.clean import publication
from dateline.clean.bylines import given_names
from dateline.clean.labels import Labels
from dateline.clean.lines import Measured, measure
from dateline.clean.masthead import masthead
from dateline.clean.origins import address, host, owner
from dateline.clean.repair import as_printed, clean_title, repair
from dateline.clean.titles import Title, title_line
from dateline.clean.told import Span, told_sections
from dateline.text import AlignedText


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
        publisher: given, else the name at the head of the page, in its notice of rights, or the host of its address.
        publisher_from: `metadata`, `text`, `rights`, `url`; empty if unknown.
        url: given, else as the page has it.
        url_from: `metadata`, `text`; empty if unknown.
        published: day of publication; None if nothing says.
        published_from: `metadata`, `text`, `url`, `filename`, `inferred`; empty if unknown.
    """

    text: AlignedText
    lines: tuple[Line, ...]
    title: str
    byline: tuple[str, ...]
    publisher: str
    publisher_from: str
    url: str
    url_from: str
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
    sections: Sequence[Span] = (),
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
        sections: what of `raw` is the article, where markup tells, in order; the rest then is not. Else lines decide.
    """
    text = repair(raw)
    lines = measure(text.text)
    told = told_sections(text, lines, sections)
    labels = Labels(lines, told if sections else None)
    given = clean_title(title)
    name_at, name = masthead(lines, publisher, url)
    if sections:
        index = told.index("title") if "title" in told else -1
        title_at = Title(lines[index].text if index >= 0 else given.text.strip(), index, index)
    else:
        title_at = title_line(lines, labels.certain, given.text.strip(), name_at)
    if not title_at.text and name and not sections:
        name_at, name, title_at = -1, "", Title(name, name_at, name_at)
    labels.set_title(title_at.line)
    labels.set_head(title_at.head, name_at, name)
    authors = labels.set_bylines(title_at.head)
    labels.set_sections(title_at.head)
    top = labels.top(title_at.head)
    own_url = url or address(lines, title_at.line)
    outlet, outlet_from = _outlet(publisher, _printed(raw, text, name), lines, own_url)
    day, origin = publication.publication(
        lines,
        top,
        labels.kept(),
        published=published,
        url=own_url,
        filename=filename,
    )
    return Page(
        text=text,
        lines=tuple(
            Line(line.start, line.end, section, reason, round(probability, 3))
            for line, (section, reason, probability) in zip(lines, labels.of_lines, strict=True)
        ),
        title=_printed(title, given, title_at.text) or _printed(raw, text, title_at.text),
        byline=given_names(byline) or authors,
        publisher=outlet,
        publisher_from=outlet_from,
        url=own_url,
        url_from="metadata" if url else "text" if own_url else "",
        published=day,
        published_from=origin,
    )


def _outlet(given: str, masthead_name: str, lines: Sequence[Measured], url: str) -> tuple[str, str]:
    """The name of the outlet, and where it is from, in the order of trust."""
    candidates = ((given, "metadata"), (masthead_name, "text"), (owner(lines), "rights"), (host(url), "url"))
    return next(((name, origin) for name, origin in candidates if name), ("", ""))


def _printed(raw: str, text: AlignedText, found: str) -> str:
    """A title or name as the raw string has it where it first stands, quotes and all; empty if it is not there."""
    start = text.text.find(found)
    return as_printed(raw, text, start, start + len(found)) if start >= 0 else ""

"""An HTML page to a record: its visible text, and in it the sections that trafilatura takes for the article."""

import re
from collections.abc import Callable, Sequence
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import ElementDefaultClassLookup, LxmlError, ParserError, strip_elements
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.article import Section
from dateline.ingest.blocks import blocks, sections_of_lines
from dateline.ingest.fields import folded, language_code
from dateline.ingest.record import Metadata, Record, SectionSpan
from dateline.ingest.visible import CAPTION, TITLES, Visible, visible

#: What trafilatura throws away itself, element by element.
_NEVER_ARTICLE = ("nav", "footer", "svg", "style", "noscript", "iframe", "template", "button", "select")
#: Sum of the depths of all elements, which the time of trafilatura grows with: 2-4 s at worst for so many. Of 287 news
#: pages the median has 7,000, the largest 113,000.
_MOST_WORK = 500_000
#: libxml2 goes no deeper and drops what is there; half of it is no page.
_DEEPEST = 2_000
#: Share of the extracted text that must be found in the visible one; what is not there comes from scripts' data.
_LEAST_FOUND = 0.5
#: Less text than this is a note of the page rather than its article (trafilatura's own bound), unless there is no more.
_SHORT, _MUCH_MORE = 250, 10
_NOT_FOUND = "no article found in its markup: its lines decide"
#: The picture of an article stands so many lines above its text at most.
_CAPTION_ABOVE = 8
#: Share of the longer of two titles, one of which begins with the other: sites add their name.
_SAME_TITLE = 0.5

# Only dates in the page's metadata, markup and address: dates in its prose are for the date extractor. The bounds are
# fixed because htmldate's own end today.
_DATE_OPTIONS = {"original_date": True, "extensive_search": False, "min_date": "1600-01-01", "max_date": "2199-12-31"}

_WHOLE = re.compile(r"<(?:html|body)\b", re.I)
#: lxml asks a Python function for the class of each element, 7,000 times a page, only because forms have their own.
_ONE_CLASS = ElementDefaultClassLookup(element=HtmlElement)
_INVALID = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def article_of(page: str) -> Record:
    """Returns the record of an HTML page or fragment: visible text, sections of its article, metadata; no source.

    Without sections in it, what the article is remains open. What trafilatura may not be asked, because it would take
    minutes, is said in the warnings, or in the error if nothing else can be done.
    """
    if _WHOLE.search(page) is None:
        page = f"<html><body><article>{page}</article></body></html>"
    tree = _parsed(page)
    if tree is None:
        return Record(source="", warnings=("no text found in its markup",))
    shown = visible(tree)
    if shown.deepest >= _DEEPEST:
        return Record(source="", error=f"elements nested over {_DEEPEST:,} deep: save its article as text")
    if shown.depths > _MOST_WORK:
        warning = "too much markup to look for the article in it: its lines decide"
        return Record(source="", text=shown.text, warnings=(warning,))
    metadata = _metadata(tree)
    strip_elements(tree, *_NEVER_ARTICLE, with_tail=False)
    body = _extracted(tree)
    if body is None:
        return Record(source="", text=shown.text, metadata=metadata, warnings=(_NOT_FOUND,))
    return _record(shown, body, metadata)


def _record(shown: Visible, body: Any, metadata: Metadata) -> Record:
    found, share = sections_of_lines(shown.lines, body)
    warnings: tuple[str, ...] = ()
    if share < _LEAST_FOUND:
        parts = [(folded(text), section) for text, section in blocks(body)]
        if sum(len(text) for text, _ in parts) < _SHORT:
            return Record(source="", text=shown.text, metadata=metadata, warnings=(_NOT_FOUND,))
        shown = Visible(tuple(text for text, _ in parts), ("",) * len(parts))
        found = [section for _, section in parts]
        warnings = ("its article is not in the text it shows but in data for scripts, which is taken",)
    _set_title(shown, found, metadata.title)
    _set_caption(shown, found)
    return Record(source="", text=shown.text, metadata=metadata, sections=_spans(shown.lines, found), warnings=warnings)


def _spans(lines: Sequence[str], sections: Sequence[Section | None]) -> tuple[SectionSpan, ...]:
    spans, start = [], 0
    for line, section in zip(lines, sections, strict=True):
        if section is not None:
            spans.append(SectionSpan(start, start + len(line), section))
        start += len(line) + 1
    return tuple(spans)


def _set_title(shown: Visible, sections: list[Section | None], title: str) -> None:
    """Marks the line that holds the title: a heading of the page rather than another line, the highest one first."""
    wanted = _key(title)
    last = max((i for i, section in enumerate(sections) if section), default=-1)
    same = [i for i in range(last + 1) if _is_title(_key(shown.lines[i]), wanted, in_heading=shown.tags[i] in TITLES)]
    if wanted and same:
        sections[min(same, key=lambda i: (shown.tags[i] not in TITLES, shown.tags[i], i))] = "title"


def _is_title(key: str, wanted: str, *, in_heading: bool) -> bool:
    if key == wanted:
        return True
    shorter, longer = sorted((key, wanted), key=len)
    return in_heading and longer.startswith(shorter) and len(shorter) > _SAME_TITLE * len(longer)


def _set_caption(shown: Visible, sections: list[Section | None]) -> None:
    """Marks the caption of the main picture, which is the first one in the article or right above it."""
    kept = [i for i, section in enumerate(sections) if section not in (None, "title")]
    if not kept:
        return
    near = range(max(0, kept[0] - _CAPTION_ABOVE), kept[-1])
    first = next((i for i in near if shown.tags[i] == CAPTION), None)
    if first is not None and sections[first] in (None, "body"):
        sections[first] = "caption"


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _parsed(page: str) -> HtmlElement | None:
    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
    )
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        return document_fromstring(_INVALID.sub("", page).encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ParserError):  # nothing but white space and comments
        return None


def _extracted(tree: HtmlElement) -> Any:
    """The body that trafilatura extracts, None where it finds none.

    It is asked for precision (F1 0.964 on the pages of article-extraction-benchmark, 0.960 by default); where that
    finds next to nothing, for anything, data for scripts included.
    """
    from trafilatura import bare_extraction  # imported late: it costs 0.2 s, and many dumps hold no HTML

    precise = _answer(bare_extraction, tree, include_comments=False, favor_precision=True)
    size = len(precise.text) if precise is not None else 0
    if size >= _SHORT:
        return precise.body
    rough = _answer(bare_extraction, tree, include_comments=False, fast=True)
    if rough is not None and len(rough.text) > _MUCH_MORE * size:
        return rough.body
    return precise.body if precise is not None else None


def _metadata(tree: HtmlElement) -> Metadata:
    """What trafilatura and htmldate find: `extract_metadata` without tags, categories and licence, a third of it."""
    from htmldate import find_date
    from trafilatura import metadata as finder

    examined = finder.examine_meta(tree)
    found = _answer(finder.extract_meta_json, tree, examined) or examined
    author = found.author if found.author and " " in found.author else _answer(finder.extract_author, tree)
    url = found.url or _answer(finder.extract_url, tree) or ""
    site = found.sitename or finder.extract_sitename(tree) or urlsplit(url).netloc.removeprefix("www.")
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return Metadata(
        title=_plain(found.title or _answer(finder.extract_title, tree)),
        byline=tuple(name for name in map(_plain, (author or "").split(";")) if name),
        published=_answer(find_date, tree, url=url or None, **_DATE_OPTIONS) or "",
        url=url,
        publisher=_plain(site).lstrip("@"),
        language=language_code(language),
    )


def _plain(text: str | None) -> str:
    return folded(unescape(text or ""))


def _answer(ask: Callable[..., Any], *given: Any, **options: Any) -> Any:
    """What a library finds in a page; None where the page is too much for it, which costs the page this answer."""
    try:
        return ask(*given, **options)
    except Exception:  # noqa: BLE001 - data in pages make it fail in ways of its own: recursion, lookups, dates
        return None

"""`dateline clean --show`: a page in the terminal, every line with what it is, and why it was kept or dropped."""

from collections.abc import Iterator

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.stages.articles import CleanedArticle
from dateline.terminal import printable

_STYLES = {
    "title": "bold",
    "dek": "bold cyan",
    "heading": "bold blue",
    "byline": "green",
    "dateline": "yellow",
    "caption": "magenta",
    "quote": "italic",
    "reference": "blue",
    "boilerplate": "dim strike",
}
#: Columns of the gutter: the longest section, a reason (longer ones push the text to the right) and a probability.
_SECTION, _REASON = 11, 12


#: What is said of where a publisher or an address is from, if not the line.
_FROM = {"metadata": "given", "url": "from url"}

_console = Console(highlight=False)


def show_article(article: CleanedArticle, console: Console = _console) -> None:
    """Prints what was found of an article, its lines in order, and the sums; wrapped only on a terminal."""
    heading = Text(printable(article.source), style="bold")
    console.print(Rule(heading, align="left") if console.is_terminal else heading, soft_wrap=not console.is_terminal)
    for name, value in _facts(article):
        console.print(Text.assemble((f"{name:<{_SECTION}}", "dim"), " ", printable(value)), soft_wrap=True)
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for index, line in enumerate(article.lines):
        gutter, text = _gutter(article, index), Text(printable(line.text), style=_STYLES.get(line.section, ""))
        if console.is_terminal:
            grid.add_row(gutter, text)
        else:
            console.print(Text.assemble(gutter, " ", text), soft_wrap=True)
    if console.is_terminal:
        console.print(grid)
    console.print(Text(_sums(article), style="dim"), soft_wrap=True)
    console.print()


def _facts(article: CleanedArticle) -> Iterator[tuple[str, str]]:
    """What is known of an article, and where from: given with the record, or a line counted as they are shown."""
    yield "title", f"{article.title} ({_origin(article, '' if article.given_title else article.title, 'title')})"
    if article.byline:
        yield "byline", f"{', '.join(article.byline)} ({_origin(article, article.byline[0], 'byline')})"
    for name, value, origin in (
        ("publisher", article.publisher, article.publisher_from),
        ("url", article.url, article.url_from),
    ):
        if value:
            yield name, f"{value} ({_FROM.get(origin) or _origin(article, value)})"
    if article.published:
        yield "published", f"{article.published} (from {article.published_from})"
    yield "language", ", ".join((article.language, *(f"also {code}" for code in article.other_languages)))
    if article.duplicate_of:
        yield "duplicate", f"of {article.duplicate_of}, which is kept"


def _origin(article: CleanedArticle, value: str, section: str = "") -> str:
    lines = [number for number, line in enumerate(article.lines, 1) if value and line.section == section]
    lines += [number for number, line in enumerate(article.lines, 1) if value and value in line.text]
    return f"line {lines[0]}" if lines else "given"


def _gutter(article: CleanedArticle, index: int) -> Text:
    """What a line is; unless it is plain body, why and how sure; its language if that is another."""
    line = article.lines[index]
    pages = article.pages_with.get(index, 0)
    why, sure = f"{line.reason} ×{pages}" if pages else line.reason, f"{line.probability:.2f}"
    if line.section == "body":
        why = sure = ""
    foreign = line.section != "boilerplate" and line.language not in (article.language, "")
    told = f"{line.section:<{_SECTION}} {why:<{_REASON}} {sure:<4} {line.language if foreign else '':<3}│"
    return Text(told, style="dim")


def _sums(article: CleanedArticle) -> str:
    kept = article.kept()
    kept_characters = sum(len(line.text) for line in kept)
    dropped_characters = sum(len(line.text) for line in article.lines) - kept_characters
    dropped = len(article.lines) - len(kept)
    return (
        f"kept {len(kept):,} lines ({kept_characters:,} characters), dropped {dropped:,} ({dropped_characters:,}); "
        f"{article.repairs:,} repairs"
    )

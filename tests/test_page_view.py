"""A page as the terminal shows it."""

import io

from rich.console import Console

from dateline.page_view import show_article
from dateline.stages.articles import ArticleLine, CleanedArticle

LONG = " ".join(["The harbour was closed after the storm."] * 6)
LINES = (
    ArticleLine(0, 4, "boilerplate", "controls", 0.96, "en", "Menu"),
    ArticleLine(6, 10, "title", "title", 0.97, "en", "Head"),
    ArticleLine(12, 252, "body", "prose", 0.9, "en", LONG),
    ArticleLine(254, 258, "boilerplate", "recurs", 0.987, "en", "Join"),
)


def article(**changes: object) -> CleanedArticle:
    values: dict[str, object] = {
        "source": "a.txt", "title": "Head", "given_title": False, "byline": (), "publisher": "", "publisher_from": "", "url": "",
        "url_from": "",
        "published": None, "published_from": "", "language": "en", "other_languages": (), "duplicate_of": "",
        "lines": LINES, "pages_with": {3: 4}, "repairs": 2,
    }  # fmt: skip
    return CleanedArticle(**{**values, **changes})  # type: ignore[arg-type]


def shown(*, terminal: bool, color: bool = True, **changes: object) -> str:
    file = io.StringIO()
    system = "standard" if terminal and color else None
    console = Console(file=file, force_terminal=terminal, width=70, color_system=system, highlight=False)  # type: ignore[arg-type]
    show_article(article(**changes), console)
    return file.getvalue()


def test_a_terminal_gets_colours_and_lines_that_fit() -> None:
    output = shown(terminal=True)
    assert "\x1b[2;9mMenu" in output
    assert "\x1b[1mHead" in output
    plain = shown(terminal=True, color=False)
    assert max(map(len, plain.splitlines())) <= 70
    assert " ".join(line[35:].strip() for line in plain.splitlines() if line[35:]).count("storm.") == 6


def test_a_pipe_gets_one_line_a_line() -> None:
    output = shown(terminal=False)
    assert "\x1b" not in output
    assert f"│ {LONG}\n" in output


def test_what_recurs_says_on_how_many_pages() -> None:
    assert "boilerplate recurs ×4    0.99    │ Join" in shown(terminal=False)


def test_duplicates_say_of_what() -> None:
    assert "duplicate   of b.txt" in shown(terminal=False, duplicate_of="b.txt")


def test_right_to_left_text_is_left_to_the_terminal() -> None:
    line = ArticleLine(0, 10, "body", "prose", 0.9, "he", "שלום לכולם")
    assert "he │ שלום לכולם" in shown(terminal=False, lines=(line,), pages_with={})


def test_publisher_and_address_say_where_from() -> None:
    given = shown(terminal=False, publisher="P", publisher_from="metadata", url="https://a.example/b", url_from="text")
    assert "P (given)" in given
    assert "a.example (from url)" in shown(terminal=False, publisher="a.example", publisher_from="url")
    assert "Join (line 4)" in shown(terminal=False, publisher="Join", publisher_from="rights")

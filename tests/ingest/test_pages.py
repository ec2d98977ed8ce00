"""HTML in, visible text and the sections of its article out."""

import time

import pytest

from dateline.clean import clean_page
from dateline.ingest.pages import article_of

LEAD = "The ferry Amal ran aground off Tarifa on the night of 10 January, and all ninety of her passengers were landed."
MORE = (
    "The harbour master said that the <a href='/wind'>wind</a> had turned, <b>with no warning</b>, shortly before dawn."
)
SAID = "“I have never seen the strait like this, not in thirty years at sea,” said the captain of a ship that stood by."
PAGE = f"""<!doctype html><html lang="en"><head><title>Ferry runs aground off Tarifa | Strait Post</title>
<meta property="og:site_name" content="Strait Post"><meta name="author" content="Ann Lee; Bo Ek">
<meta property="article:published_time" content="1974-01-11T08:00:00Z">
<link rel="canonical" href="https://strait.example/ferry"><script>var menu = "Not shown";</script><style>p {{}}</style>
</head><body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav></header>
<main><article><h1>Ferry runs aground off&nbsp;Tarifa</h1><div class="byline">By Ann Lee and Bo Ek</div>
<figure><img src="a.jpg"><figcaption>The Amal on the rocks at first light.</figcaption></figure>
<p>{LEAD}</p><p>{MORE}</p><h2>A bad night</h2><blockquote><p>{SAID}</p></blockquote>
<ul><li>Ninety passengers from Tangier were on board.</li><li>Nobody was hurt in the end, the line said.</li></ul>
<p>The line has run ferries from Tangier to Tarifa and to Algeciras since the spring of the year 1961, it says.</p>
</article></main><aside><a href="/x">Most read</a></aside><footer>© 1974 Strait Post</footer></body></html>"""


def plain(markup: str) -> str:
    return markup.replace("<a href='/wind'>", "").replace("</a>", "").replace("<b>", "").replace("</b>", "")


def test_sections_of_a_page(article):
    record = article_of(PAGE)
    assert article(record) == [
        ("title", "Ferry runs aground off Tarifa"),
        ("caption", "The Amal on the rocks at first light."),
        ("body", LEAD),
        ("body", plain(MORE)),
        ("heading", "A bad night"),
        ("quote", SAID),
        ("body", "Ninety passengers from Tangier were on board."),
        ("body", "Nobody was hurt in the end, the line said."),
        ("body", "The line has run ferries from Tangier to Tarifa and to Algeciras since the spring of the year 1961, it says."),
    ]  # fmt: skip
    assert record.text.split("\n")[:3] == ["Home", "World", "Ferry runs aground off Tarifa"]
    assert record.text.endswith("Most read\n© 1974 Strait Post")
    assert "Not shown" not in record.text
    assert (record.metadata.byline, record.metadata.publisher) == (("Ann Lee", "Bo Ek"), "Strait Post")
    assert (record.metadata.url, record.metadata.published) == ("https://strait.example/ferry", "1974-01-11")


def test_a_page_when_cleaned():
    record = article_of(PAGE)
    spans = [(span.start, span.end, span.section) for span in record.sections]
    page = clean_page(record.text, title=record.metadata.title, sections=spans)
    assert page.title == "Ferry runs aground off Tarifa"
    labels = {page.text.text[line.start : line.end]: (line.section, line.reason) for line in page.lines}
    assert {labels[text][0] for text in ("Home", "World", "Most read", "© 1974 Strait Post")} == {"boilerplate"}
    assert labels["By Ann Lee and Bo Ek"] == ("byline", "byline")
    assert labels[LEAD] == ("body", "trafilatura")
    assert labels["The Amal on the rocks at first light."][0] == "caption"
    for line in page.lines:
        start, end = page.text.raw_span(line.start, line.end)
        assert "".join(record.text[start:end].split()) != ""


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One<br>two <i>th</i>ree</p>four", "One\ntwo three\nfour"),
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("<table><tr><td>a</td><td>b c</td></tr></table>", "a\nb c"),
        ("<p>Hyper<b>link</b>ed &amp; &eacute;t&eacute;&nbsp;1974</p><p> \n </p>", "Hyperlinked & été 1974"),
        ("<pre>Rabat, 10 January\n  Two  lines</pre><p>a\nb</p>", "Rabat, 10 January\nTwo lines\na b"),
        ("<p>a</p><script>b</script><style>c</style><template>d</template><p hidden>e</p><noscript>f</noscript>", "a"),
        ("<p>a<!-- b -->c</p><svg><text>d</text></svg>", "ac"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "a\nb"),
    ],
)
def test_visible_text(markup, text):
    assert article_of(f"<html><body>{markup}</body></html>").text == text


def test_the_same_words_twice_and_out_of_order(article):
    """A teaser with the words of the lead comes first; the article is where all of it stands."""
    page = PAGE.replace("<main>", f"<div class='teaser'><a href='/f'>{LEAD[:60]}</a></div><main>")
    record = article_of(page)
    assert [text for section, text in article(record) if section == "body"][:2] == [LEAD, plain(MORE)]


def test_what_is_left_out_inside_a_paragraph_does_not_end_it(article):
    page = PAGE.replace("had turned,", "had turned, <script>ad()</script><noscript>Advertisement</noscript>")
    assert ("body", plain(MORE)) in article(article_of(page))


def test_without_an_article_the_lines_decide():
    record = article_of("<html><body><ul><li><a href='/a'>A</a></li><li><a href='/b'>B</a></li></ul></body></html>")
    assert (record.text, record.sections) == ("A\nB", ())
    assert record.warnings == ("no article found in its markup: its lines decide",)


def test_an_article_that_only_scripts_hold(article):
    body = " ".join([LEAD, plain(MORE), LEAD])
    data = f'{{"@type": "NewsArticle", "articleBody": "{body}"}}'
    record = article_of(
        f'<html><head><script type="application/ld+json">{data}</script></head><body><p>Wait.</p></body></html>'
    )
    assert article(record) == [("body", body)]
    assert "data for scripts" in record.warnings[0]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="1974-01-11T23:30:00+01:00">', "1974-01-11"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2003-03-20"}</script>',
            "2003-03-20",
        ),
        ('<meta name="dcterms.created" content="1989-11-10">', "1989-11-10"),
        ("", ""),
        ('<script type="application/ld+json">{"@type": ' + "[" * 100_000 + "</script>", ""),
    ],
)
def test_the_day_a_page_gives(head, published):
    body = f"<p>{LEAD}</p><p>It happened on 3 March 1970, and again on 4 April 1971.</p>"
    page = f"<html><head>{head}</head><body><article>{body}</article></body></html>"
    assert article_of(page).metadata.published == published


def test_a_caption_of_another_article_is_none(article):
    page = PAGE.replace("<aside>", "<aside><figure><figcaption>Not this one.</figcaption></figure>")
    assert ("caption", "Not this one.") not in article(article_of(page))


@pytest.mark.parametrize("depth", [300, 1500])
def test_elements_that_nobody_closed(depth):
    record = article_of("<html><body>" + "<div>" * depth + f"<p>{LEAD}</p>")
    assert LEAD in record.text


def test_too_much_markup_is_not_waited_for():
    page = "<html><body>" + ("<div>text <a href=x>yes</a>" * 200 + "</div>" * 200) * 60 + "</body></html>"
    start = time.monotonic()
    record = article_of(page)
    assert time.monotonic() - start < 5
    assert record.warnings == ("too much markup to look for the article in it: its lines decide",)
    assert record.text.startswith("text yes\ntext yes")

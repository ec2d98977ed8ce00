"""NewsML and the markup that feeds hold, in; records out."""

import pytest

from dateline.ingest import Metadata

XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body><h2>Head</h2><ul><li><p>One.</p></li></ul><p>Two <b>b</b>.</p></body></html>'
NITF = "<nitf><body><body.content><hl2>Head</hl2><block><p>One.</p></block><p>Two <em>b</em>.</p></body.content></body></nitf>"


def g2(*contents: str) -> bytes:
    items = "".join(
        f"""<newsItem guid="urn:x:{n}" xml:lang="fr-FR"><itemMeta><versionCreated>1974-01-12T08:00:00Z</versionCreated>
        <firstCreated>1974-01-11T08:00:00Z</firstCreated><provider literal="Strait Press"/></itemMeta>
        <contentMeta><headline> Ferry\n aground </headline><by>By Ann Lee</by></contentMeta>
        <contentSet>{content}</contentSet></newsItem>"""
        for n, content in enumerate(contents, 1)
    )
    root = '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
    return f'<?xml version="1.0"?>{root}<itemSet>{items}</itemSet></newsMessage>'.encode()


@pytest.mark.parametrize("content", [NITF, XHTML])
def test_newsml_g2(dump, content):
    first, second = dump({"a.xml": g2(f"<inlineXML>{content}</inlineXML>", "<inlineData>Plain.</inlineData>")})
    assert (first.source, first.text) == ("a.xml#urn:x:1", "Head\nOne.\nTwo b.")
    assert first.metadata == Metadata(
        id="urn:x:1", title="Ferry aground", byline=("By Ann Lee",), published="1974-01-11T08:00:00Z",
        publisher="Strait Press", language="fr",
    )  # fmt: skip
    assert (second.source, second.text) == ("a.xml#urn:x:2", "Plain.")


def test_newsml_1(dump):
    data = f"""<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry</HeadLine></NewsLines>
    <ContentItem><DataContent>{NITF}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""
    (record,) = dump({"a.xml": data.encode()})
    assert (record.source, record.text, record.metadata.title) == ("a.xml#1", "Head\nOne.\nTwo b.", "Ferry")


def test_newsml_of_pictures_only(dump):
    (record,) = dump({"a.xml": g2('<remoteContent href="a.jpg"/>')})
    assert record.error == "a.xml: no text inside its items, only links to files: get those"


def test_markup_in_feeds(dump, article):
    inner = '<div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two <b>b</b>.</p></div>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>e</id><content type="xhtml">{inner}</content></entry></feed>'
    encoded = "<content:encoded><![CDATA[<p>One of them.</p><p>Two &amp; more.</p><p>Three.</p>]]></content:encoded>"
    rss = f'<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item><guid>g</guid>{encoded}</item></channel></rss>'
    entry, item = dump({"a.atom": atom.encode(), "b.rss": rss.encode()})
    assert entry.text == "One.\nTwo b."
    assert article(item) == [("body", "One of them."), ("body", "Two & more."), ("body", "Three.")]

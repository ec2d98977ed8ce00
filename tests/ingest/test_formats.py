"""Every format, bare and in every packing: bytes in, records out."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

import pytest
import zstandard

from dateline.ingest import Metadata

PROSE = "﻿Rabat, 10 January 1961.\r\nThe ship sank off Al Hoceima.\r\n\tForty-four were lost — 44 עולים.\n"
PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>The ship</title>
<meta name="author" content="Ann Lee; Bo Ek"><meta property="og:site_name" content="The Gazette">
<meta property="article:published_time" content="1961-01-11"><link rel="canonical" href="https://gazette.example/ship"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>The ship</h1>
<p>The ship sank off Al Hoceima on the night of 10 January, the harbour master of the town told this newspaper.</p>
<p>Forty-four people were lost, and the captain was found alive on the beach the next morning by two fishermen.</p>
</article><footer>Copyright 2021</footer></body></html>"""
ROWS = [
    {
        "id": "a1",
        "title": "One",
        "date": "1961-01-10",
        "author": ["Ann Lee", "Bo Ek"],
        "lang": "en",
        "body": 'First, text;\n"two" lines.',
    },
    {
        "id": "a2",
        "title": "Two",
        "date": "1961-01-11",
        "author": "Bo Ek",
        "lang": "fr-CA",
        "body": "Deuxième texte — été.",
    },
]


def jsonl(rows: list[dict]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def table(rows: list[dict], delimiter: str = ",") -> bytes:
    def cell(value: object) -> str:
        text = "; ".join(value) if isinstance(value, list) else str(value)
        return '"' + text.replace('"', '""') + '"'

    lines = [delimiter.join(rows[0])] + [delimiter.join(map(cell, row.values())) for row in rows]
    return ("\r\n".join(lines) + "\r\n").encode()


def tar(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(data)


FILES = {
    "a.txt": PROSE.encode(),
    "a.html": PAGE.encode(),
    "a.jsonl": jsonl(ROWS),
    "a.ndjson": jsonl(ROWS),
    "a.json": json.dumps(ROWS).encode(),
    "a.csv": table(ROWS),
    "a.tsv": table(ROWS, "\t"),
}
PACKINGS = {
    "bare": ("{}", lambda name, data: data),
    "gz": ("{}.gz", lambda name, data: gzip.compress(data)),
    "zst": ("{}.zst", lambda name, data: zstd(data)),
    "bz2": ("{}.bz2", lambda name, data: bz2.compress(data)),
    "xz": ("{}.xz", lambda name, data: lzma.compress(data)),
    "zip": ("d.zip", lambda name, data: zipped({f"in/{name}": data})),
    "gz in zip": ("d.zip", lambda name, data: zipped({f"in/{name}": gzip.compress(data)})),
    "tar": ("d.tar", lambda name, data: tar({f"in/{name}": data})),
    "tgz": ("d.tgz", lambda name, data: gzip.compress(tar({f"in/{name}": data}))),
    "tar.zst": ("d.tar.zst", lambda name, data: zstd(tar({f"in/{name}": data}))),
}


@pytest.mark.parametrize("packing", PACKINGS)
@pytest.mark.parametrize("name", FILES)
def test_every_format_in_every_packing(dump, article, name, packing):
    outer, pack = PACKINGS[packing]
    records = dump({outer.format(name): pack(name, FILES[name])})
    source = outer.format(name) + (f"/in/{name}" if outer.startswith("d.") else "")
    assert [record.error for record in records] == [""] * len(records)
    assert [record.warnings for record in records] == [()] * len(records)
    if name == "a.txt":
        (record,) = records
        assert (record.source, record.text, record.encoding) == (source, PROSE, "utf-8")
        assert record.n_bytes == len(PROSE.encode())
        assert record.metadata == Metadata()
    elif name == "a.html":
        (record,) = records
        assert record.source == source
        assert [section for section, _ in article(record)] == ["title", "body", "body"]
        assert record.text.split("\n") == ["Home News", *(text for _, text in article(record)), "Copyright 2021"]
        assert "harbour master" in record.text
        assert record.metadata == Metadata(
            title="The ship", byline=("Ann Lee", "Bo Ek"), published="1961-01-11", url="https://gazette.example/ship",
            publisher="The Gazette", language="en",
        )  # fmt: skip
    else:
        assert [record.source for record in records] == [f"{source}#a1", f"{source}#a2"]
        assert [record.text for record in records] == [row["body"] for row in ROWS]
        assert records[0].metadata == Metadata(
            id="a1", title="One", byline=("Ann Lee", "Bo Ek"), published="1961-01-10", language="en"
        )
        assert records[1].metadata.language == "fr"


@pytest.mark.parametrize(
    ("name", "data", "sources"),
    [
        pytest.param("a.txt", FILES["a.jsonl"], ["a.txt#a1", "a.txt#a2"], id="JSON lines called .txt"),
        pytest.param("a.json", FILES["a.jsonl"], ["a.json#a1", "a.json#a2"], id="JSON lines called .json"),
        pytest.param("a.jsonl", FILES["a.json"], ["a.jsonl#a1", "a.jsonl#a2"], id="a list called .jsonl"),
        pytest.param("export", FILES["a.csv"], ["export#a1", "export#a2"], id="CSV without a suffix"),
        pytest.param("a.txt", FILES["a.html"], ["a.txt"], id="a page called .txt"),
        pytest.param("a.gz", FILES["a.txt"], ["a.gz"], id="text called .gz"),
        pytest.param("a.txt", gzip.compress(FILES["a.txt"]), ["a.txt"], id="gzip called .txt"),
        pytest.param("a.json", b'{"text": "Alone."}', ["a.json"], id="one object"),
        pytest.param("a.jsonl", b'{"text": "Alone."}', ["a.jsonl#L1"], id="one line"),
        pytest.param("a.json", b'[{"text": "A."}, {"text": "B."}]', ["a.json#1", "a.json#2"], id="list without ids"),
        pytest.param(
            "a.json", b'{"status": "ok", "articles": [{"text": "A."}]}', ["a.json#1"], id="object with a list"
        ),
        pytest.param("a.json", b'{"response": {"docs": [{"text": "A."}]}}', ["a.json#1"], id="list two levels down"),
        pytest.param(
            "a.json", b'{"hits": {"hits": [{"_id": "x", "_source": {"text": "A."}}]}}', ["a.json#x"], id="search engine"
        ),
        pytest.param("a.csv", b"text\nA.\nB.\n", ["a.csv#L2", "a.csv#L3"], id="one column"),
        pytest.param(
            "a.csv", b'id;text\n;"A\nb"\n;C.\n', ["a.csv#L2", "a.csv#L4"], id="rows are called by their first line"
        ),
        pytest.param("a.csv", b"sep=;\r\nid;text\r\nx;A.\r\n", ["a.csv#x"], id="Excel says its separator"),
        pytest.param(
            "a.jsonl", b'\n{"text": "A."}\r\n\n{"text": "B."}', ["a.jsonl#L2", "a.jsonl#L4"], id="blank lines count"
        ),
        pytest.param("notes", b"[Photo: AFP] Rabat, 1961.", ["notes"], id="prose that opens with a bracket"),
    ],
)
def test_content_decides_before_the_suffix(dump, name, data, sources):
    records = dump({name: data})
    assert [(record.source, record.error) for record in records] == [(source, "") for source in sources]
    assert all(record.text for record in records)


def test_feed_and_nitf(dump):
    rss = """<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>The Gazette</title><language>en-us</language>
    <item><title>One</title><link>https://g.example/1</link><guid>g1</guid><dc:creator>Ann Lee</dc:creator>
    <pubDate>Tue, 10 Jan 1961 08:00:00 GMT</pubDate><description>Teaser.</description><content:encoded>The whole text.</content:encoded></item>
    <item><title>Two</title><description>Only a teaser.</description></item></channel></rss>"""
    nitf = """<nitf><head><title>t</title><docdata><doc-id id-string="n7"/><date.issue norm="19610110"/></docdata></head>
    <body><body.head><hedline><hl1>Ship lost</hl1></hedline><byline>By Ann Lee</byline></body.head>
    <body.content><p>First.</p><p>Second <em>one</em>.</p></body.content></body></nitf>"""
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>e1</id><title>T</title><published>1961-01-10</published>
    <link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><author><name>Ann Lee</name></author>
    <content type="html">&lt;p&gt;Hello.&lt;/p&gt;&lt;p&gt;There.&lt;/p&gt;&lt;p&gt;Friend.&lt;/p&gt;</content></entry></feed>"""
    one, two, ship, entry = dump({"1.xml": rss.encode(), "2.xml": nitf.encode(), "3.atom": atom.encode()})
    assert (one.source, one.text) == ("1.xml#g1", "The whole text.")
    assert one.metadata == Metadata(
        id="g1", title="One", byline=("Ann Lee",), published="Tue, 10 Jan 1961 08:00:00 GMT", url="https://g.example/1",
        publisher="The Gazette", language="en",
    )  # fmt: skip
    assert (two.source, two.text) == ("1.xml#2", "Only a teaser.")
    assert two.warnings == ("1.xml#2: the feed has no full text; its description is taken",)
    assert (ship.source, ship.text) == ("2.xml", "First.\nSecond one.")
    assert ship.metadata == Metadata(id="n7", title="Ship lost", byline=("By Ann Lee",), published="19610110")
    assert (entry.source, entry.text) == ("3.atom#e1", "Hello.\nThere.\nFriend.")
    assert (entry.metadata.url, entry.metadata.byline) == ("https://a.example/1", ("Ann Lee",))


def test_markup_in_a_text_value_is_extracted(dump):
    body = "<p>The ship sank.</p>\n<ul><li>44 lost</li></ul><p>One was <b>found</b>.</p>"
    (record,) = dump({"a.json": json.dumps({"title": {"rendered": "T"}, "content": {"rendered": body}}).encode()})
    assert record.text == "The ship sank.\n44 lost\nOne was found."
    assert record.metadata.title == "T"


def test_prose_that_quotes_a_tag_stays_as_it_is(dump):
    text = "<b>The</b> tag that <i> never closes"
    (record,) = dump({"a.jsonl": json.dumps({"text": text}).encode()})
    assert record.text == text


def test_a_page_dates_itself_by_its_metadata_only(dump):
    page = PAGE.replace("1961-01-11", "").replace('property="article:published_time"', 'name="x"')
    (record,) = dump({"a.html": page.encode()})
    assert record.metadata.published == ""

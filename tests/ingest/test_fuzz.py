"""Whatever the bytes and whatever they are called: records come out, none raises, none shares its source."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ingest import IngestOptions, read_dump

NASTY = [path.read_bytes() for path in sorted((Path(__file__).parent.parent / "nasty" / "ingest").iterdir())]
SUFFIXES = ["", ".txt", ".html", ".jsonl", ".json", ".csv", ".tsv", ".xml", ".warc", ".gz", ".zip", ".tar", ".zst"]
FRAGMENTS = [
    b"{", b"}", b"[", b"]", b'"', b'"text"', b":", b",", b";", b"\n", b"\r\n", b"\0", b"\xff", b"\xef\xbb\xbf", "é".encode(), b"text,title,id",
    b"<html>", b"<p>", b"</p>", b"<!--", b"-->", b"<div class=content>", b"</div>", b"<a href=x>", b"<table><tr><td>", b"<?xml version='1.0'?>",
    b"<rss>", b"<item>", b"<title>", b"</title>", b"&amp;", b"&nope;", b"WARC/1.0\r\nContent-Length: 9\r\n\r\n", b"\x1f\x8b", b"PK\x03\x04", b"A word.",
]  # fmt: skip


@st.composite
def mangled(draw):
    data = bytearray(draw(st.sampled_from(NASTY)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        data[at : at + draw(st.integers(0, 3))] = draw(st.sampled_from(FRAGMENTS) | st.binary(max_size=3))
    return bytes(data)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=40).map(b"".join) | mangled(), st.sampled_from(SUFFIXES))
def test_records_come_out(data, suffix):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / f"a{suffix}").write_bytes(data)
        records = list(read_dump([folder], IngestOptions()))
        again = list(read_dump([folder], IngestOptions()))
    assert records == again
    assert len({record.source for record in records}) == len(records)
    for record in records:
        assert record.source.startswith(f"a{suffix}")
        assert not (record.error and record.text)
        assert "\n" not in record.source + record.error
        (record.text + record.metadata.title + record.metadata.id).encode()
    assert records

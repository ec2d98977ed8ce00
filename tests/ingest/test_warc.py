"""Web archives: pages and texts in, everything else passed over, damage told."""

import gzip

import pytest

PAGE = "<html lang='fr'><head><title>Le navire</title></head><body><nav><a href='/'>Accueil</a></nav><article><p>Le navire a sombré à l’été 1961, selon le capitaine du port.</p></article></body></html>"
BODY = "Le navire a sombré à l’été 1961, selon le capitaine du port."


def record(kind: str, uri: str, content: bytes, content_type: str = "application/http; msgtype=response") -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Type: {content_type}\r\nContent-Length: {len(content)}\r\n\r\n"
    return head.encode() + content + b"\r\n\r\n"


def response(
    uri: str, body: bytes, content_type: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    return record("response", uri, f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}\r\n".encode() + body)


ARCHIVE = b"".join(
    [
        record("warcinfo", "", b"software: x", "application/warc-fields"),
        response("http://a.example/1", PAGE.encode()),
        response("http://a.example/2", gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n"),
        response(
            "http://a.example/3",
            b"%x\r\n" % len(PAGE.encode()) + PAGE.encode() + b"\r\n0\r\n\r\n",
            more="Transfer-Encoding: chunked\r\n",
        ),
        response("http://a.example/4", PAGE.encode("cp1252"), "text/html; charset=iso-8859-1"),
        response("http://a.example/5", b"\x89PNG" + bytes(range(256)) * 20, "image/png"),
        response("http://a.example/6", PAGE.encode(), status="404 Not Found"),
        response("http://a.example/7", PAGE.encode(), more="Content-Encoding: br\r\n"),
        record("conversion", "http://a.example/8", BODY.encode(), "text/plain"),
    ]
)


@pytest.mark.parametrize(("name", "pack"), [("a.warc", bytes), ("a.warc.gz", gzip.compress), ("a", bytes)])
def test_pages_and_texts(dump, article, name, pack):
    records = dump({name: pack(ARCHIVE)})
    assert [record.source for record in records] == [f"{name}#{n}" for n in (2, 3, 4, 5, 8, 9)]
    assert [article(record) for record in records[:4]] == [[("body", BODY)]] * 4
    assert [record.text for record in records[4:]] == ["", BODY]
    assert [record.metadata.url[-1] for record in records] == ["1", "2", "3", "4", "7", "8"]
    assert (records[0].metadata.title, records[0].metadata.language) == ("Le navire", "fr")
    assert records[3].encoding == "cp1252"
    assert "packed in a way that is not read" in records[4].error


def test_one_gzip_member_a_record(dump):
    parts = ARCHIVE.split(b"WARC/1.0")[1:]
    records = dump({"a.warc.gz": b"".join(gzip.compress(b"WARC/1.0" + part) for part in parts)})
    assert len(records) == 6


@pytest.mark.parametrize("cut", range(150, len(ARCHIVE) - 10, 397))
def test_an_archive_cut_short_is_told(dump, cut):
    records = dump({"a.warc": ARCHIVE[:cut]})
    assert records[-1].error.endswith("get the file again")
    assert all(record.text.endswith(BODY) for record in records[:-1] if not record.error)


def test_what_is_no_warc_after_all(dump):
    for record_ in dump(
        {"a.warc": b"WARC/1.0\r\nnonsense\r\n\r\n" * 3, "b.warc": b"WARC/1.0\r\nContent-Length: -5\r\n\r\nx"}
    ):
        assert "damaged" in record_.error

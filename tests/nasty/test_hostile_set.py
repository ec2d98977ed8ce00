"""One run over a dump of hostile files: each is a row of sources.csv with its reason, and the good file beside them is read."""

import gzip
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

import dateline

ARTICLE = b"Rabat, 10 January 1961. King Mohammed V met the prime minister, and forty-four people were lost at sea.\n"
LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(n: int) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for i in range(n):
            info = tarfile.TarInfo(f"{i}.txt")
            info.size = len(ARTICLE) * 20
            archive.addfile(info, io.BytesIO(ARTICLE * 20))
    return buffer.getvalue()


def response(length: int | None = None) -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + ARTICLE
    size = len(body) if length is None else length
    return b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % size + body + b"\r\n\r\n"


#: name -> what is in it, the source it is told under where that is another, and what the row says.
HOSTILE: dict[str, tuple[bytes, str, str]] = {
    "bomb.jsonl.gz": (gzip.compress((b" " * 1000 + b"\n") * 400_000), "", "stopped as a bomb"),
    "nested.zip": (zipped(("in.zip", zipped(("a.txt", ARTICLE)))), "nested.zip/in.zip", "an archive inside an archive"),
    "divs.html": (b"<html><body>" + b"<div>" * 100_000 + ARTICLE, "", "nested over 2,000 deep"),
    "line.txt": (b"word " * 10_000_000, "", "--max-characters"),
    "nuls.txt": (ARTICLE.replace(b" ", b"\0 ") * 20, "", "not text (binary)"),
    "deep.json": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "", "JSON that no program writes"),
    "cut.txt.gz": (gzip.compress(os.urandom(9_000).hex().encode())[:-900], "", "ends early"),
    "cut.zip": (zipped(("a.txt", ARTICLE * 50))[:120], "", "the zip archive is damaged"),
    "cut.tar": (tarred(5)[:4_000], "", "the tar archive is damaged"),
    "cut.warc": (response()[:90], "cut.warc#1", "cut short or damaged"),
    "length.warc": (response(10**12), "length.warc#1", "cut short or damaged"),
    "unclosed.csv": (b'id,text\n1,"' + ARTICLE * 20, "unclosed.csv#L2", "never closed"),
    "laughs.xml": (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + LAUGHS + b"]><rss>&j;</rss>", "", "broken XML"),
    "paragraphs.html": (b"<html><body>" + (b"<p>" + ARTICLE[:70] + b"</p>") * 60_000, "", "over 1,000,000 characters"),
    "noise.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 100, "", "noise.pdf: "),
}  # fmt: skip
#: What is read all the same.
READ: dict[str, tuple[bytes, str]] = {
    "climb.zip": (zipped(("../../out.txt", b"One. " + ARTICLE)), "climb.zip/../../out.txt"),
    "surrogates.jsonl": (json.dumps({"text": "\ud800 " + ARTICLE.decode()}).encode(), "surrogates.jsonl#L1"),
    "rtl.txt": ("\u202e".join(ARTICLE.decode()).encode(), "rtl.txt"),
    "wide.txt": (("Two. " + ARTICLE.decode()).encode("utf-16-le"), "wide.txt"),
    "field.csv": (b'id,text\n1,"' + ARTICLE.strip() * 1_500 + b'"\n', "field.csv#1"),
    "good.txt": (ARTICLE, "good.txt"),
}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    root = tmp_path_factory.mktemp("hostile")
    dump = root / "dump"
    dump.mkdir()
    for name, content in (HOSTILE | READ).items():
        (dump / name).write_bytes(content[0])
    (dump / "lines.txt").write_bytes(b"\n" * 1_000_000)
    (dump / "self").symlink_to(dump / "self")
    (dump / "up").symlink_to(dump)
    (Path(os.fsdecode(os.fsencode(dump) + b"/new\nline\xe9.txt"))).write_bytes(b"Three. " + ARTICLE)
    dateline.run(dump, root / "out", jobs=1)
    rows = dateline.load(root / "out").sources
    assert sorted(os.listdir(root)) == ["dump", "out"]
    return rows.fillna("").set_index("source").to_dict("index")


@pytest.mark.parametrize("name", HOSTILE)
def test_each_is_a_row_with_its_reason(sources, name):
    _, source, reason = HOSTILE[name]
    row = sources[source or name]
    assert row["status"] == "failed"
    assert reason in row["error"]
    assert "\n" not in row["error"]


@pytest.mark.parametrize("source", [*(source for _, source in READ.values()), r"new line\xe9.txt"])
def test_what_can_be_read_is_read(sources, source):
    assert sources[source]["status"] in ("ok", "duplicate")


def test_nothing_in_it_and_links_in_a_circle(sources):
    assert sources["lines.txt"]["status"] == "empty"
    assert "leads nowhere" in sources["self"]["error"]
    assert not any(source.startswith("up/") for source in sources)

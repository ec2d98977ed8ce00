"""What dumps do to a reader: nothing here may raise, hang, fill the memory or be passed over in silence."""

import gzip
import io
import json
import os
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest
import zstandard

from dateline.errors import UsageError
from dateline.ingest import IngestOptions, read_dump
from dateline.ingest.content import MAX_RATIO

ARTICLE = "Rabat, 10 January 1961."
LINES = "".join(
    json.dumps({"id": n, "text": f"{ARTICLE} {n}", "noise": os.urandom(400).hex()}) + "\n" for n in range(400)
).encode()


def errors(records):
    return [record.error for record in records if record.error]


def zipped(members, **options):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.json", "a.csv", "a.xml", "a"])
@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n", "\u00a0\u3000\n".encode()])
def test_nothing_in_it_is_an_empty_record(dump, name, data):
    (record,) = dump({name: data})
    assert (record.source, record.text, record.error) == (name, "", "")


@pytest.mark.parametrize("data", [b"[]", b'{"articles": []}', b"text,title\n"])
def test_no_records_in_it_is_told(dump, data):
    (record,) = dump({"a.json" if data[0] in b"[{" else "a.csv": data})
    assert record.text == ""


def test_a_line_of_fifty_megabytes(dump):
    dump({"a.txt": b"x" * 50_000_000})
    tracemalloc.start()
    (record,) = dump({})
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert record.error.startswith("a.txt: ")
    assert "--max-characters" in record.error
    assert (record.text, record.n_bytes) == ("", 50_000_000)
    assert peak < 40_000_000


def test_a_long_line_among_others(dump):
    data = b'{"text": "A."}\n{"text": "' + b"x" * 4_000 + b'"}\n{"text": "B."}\n'
    first, long, last = dump({"a.jsonl": data}, max_characters=100)
    assert (first.text, last.text, last.source) == ("A.", "B.", "a.jsonl#L3")
    assert "--max-characters" in long.error


def test_broken_lines_cost_themselves_only(dump):
    bad = [
        b"{",
        b"nonsense",
        b'{"text": "cut',
        b"[1, 2]",
        b"17",
        b'"text"',
        b"null",
        b'{"text": 1e400, "id": ' + b"9" * 5000 + b"}",
    ]
    records = dump({"a.jsonl": b'{"text": "A."}\n' + b"\n".join(bad) + b'\n{"text": "B."}\n'})
    assert [record.text for record in records] == ["A.", *[""] * len(bad), "B."]
    assert [record.source for record in records] == [f"a.jsonl#L{n}" for n in range(1, len(bad) + 3)]
    assert all(record.error.startswith(f"{record.source}: ") for record in records[1:-1])


def test_a_thousand_broken_lines_and_then_a_summary(dump):
    records = dump({"a.jsonl": b'{"text": "A."}\n' + b"{broken\n" * 2500 + b'{"text": "B."}\n'})
    assert [record.text for record in records if not record.error] == ["A.", "B."]
    assert len(errors(records)) == 1001
    assert records[-1].source == "a.jsonl#errors"
    assert "1,500 more" in records[-1].error


def test_deep_json(dump):
    deep = b'{"text": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    records = dump({"a.json": deep, "a.jsonl": deep})
    assert [record.error.partition(":")[0] for record in records] == ["a.json", "a.jsonl#L1"]


def test_lone_surrogates_in_json(dump):
    (record,) = dump({"a.jsonl": b'{"id": "\\udc00", "title": "\\ud83d", "text": "x \\ud800 y \\ud83d\\ude00"}'})
    assert record.text == "x \ufffd y \U0001f600"
    assert (record.metadata.title, record.metadata.id) == ("\ufffd", "\ufffd")


def test_the_same_id_twice(dump):
    lines = [{"id": name, "text": "A."} for name in ("x", "x", "x~2", "x", "a #b\n c\td", "", "L6", "0")]
    records = dump({"a.jsonl": "\n".join(map(json.dumps, lines)).encode()})
    assert [record.source for record in records] == [
        "a.jsonl#x", "a.jsonl#x~2", "a.jsonl#x~2~2", "a.jsonl#x~3", "a.jsonl#a #b c d", "a.jsonl#L6", "a.jsonl#L6~2", "a.jsonl#0",
    ]  # fmt: skip


def test_an_id_of_any_length_is_cut(dump):
    (record,) = dump({"a.jsonl": json.dumps({"id": "x" * 10_000, "text": "A."}).encode()})
    assert len(record.source) < 300


@pytest.mark.parametrize("packing", ["gz", "zst"])
@pytest.mark.parametrize("cut", [0.3, 0.6, 0.999])
def test_a_stream_cut_short_keeps_its_complete_records(dump, packing, cut):
    packed = gzip.compress(LINES) if packing == "gz" else zstandard.ZstdCompressor().compress(LINES)
    *kept, last = dump({f"a.jsonl.{packing}": packed[: int(len(packed) * cut)]})
    assert [record.metadata.id for record in kept] == [str(n) for n in range(len(kept))]
    assert errors(kept) == []
    name = "gzip" if packing == "gz" else "zstd"
    assert (
        last.error == f"a.jsonl.{packing}: the {name} stream ends early after {len(kept)} records: get the file again"
    )
    if packing == "gz":  # zstd gives whole blocks of 128 KiB
        assert len(kept) > 400 * cut - 60


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.xml"])
def test_a_document_cut_short_is_an_error(dump, name):
    (record,) = dump({f"{name}.gz": gzip.compress(os.urandom(9_000).hex().encode())[:-900]})
    assert (record.source, record.text) == (f"{name}.gz", "")
    assert "the gzip stream ends early after 0 records" in record.error


def test_a_table_cut_short_keeps_its_complete_rows(dump):
    rows = "".join(f'{n},"{ARTICLE}\n{os.urandom(300).hex()}"\n' for n in range(400))
    *kept, last = dump({"a.csv.gz": gzip.compress(b"id,text\n" + rows.encode())[:-5000]})
    assert len(kept) > 300
    assert all(record.text.startswith(ARTICLE) and len(record.text) == len(ARTICLE) + 601 for record in kept)
    assert "ends early" in last.error


def test_damage_in_the_middle(dump):
    packed = bytearray(gzip.compress(LINES))
    packed[len(packed) // 2] ^= 0xFF
    *kept, last = dump({"a.jsonl.gz": bytes(packed)})
    assert "gzip stream is damaged" in last.error
    assert [record.source for record in kept[:150]] == [f"a.jsonl.gz#{n}" for n in range(150)]
    assert errors(kept[:150]) == []


def test_a_gzip_bomb(dump):
    bomb = gzip.compress(gzip.compress(b"\0" * 50_000_000))
    line = gzip.compress((b" " * 1000 + b"\n") * 60_000)
    records = dump(
        {"a.jsonl.gz": bomb, "b.txt.gz": gzip.compress(b"x" * 80_000_000), "c.jsonl.gz": line},
        max_decompressed=1_000_000,
    )
    assert [record.source for record in records] == ["a.jsonl.gz", "b.txt.gz", "c.jsonl.gz"]
    assert all(record.error for record in records)
    assert f"over {MAX_RATIO} times" in records[2].error


def test_packed_for_ever(dump):
    data = b"text"
    for _ in range(8):
        data = gzip.compress(data)
    (record,) = dump({"a.txt.gz": data})
    assert "unpack it first" in record.error


def test_corrupt_zip(dump):
    good = zipped([("a.txt", ARTICLE * 100), ("b.txt", ARTICLE * 100)])
    half = bytearray(good)
    half[60] ^= 0xFF  # inside the data of a.txt
    records = dump({"1.zip": good[:80], "2.zip": bytes(half), "3.zip": b"PK\x03\x04" + b"\0" * 50})
    assert [(record.source, bool(record.error)) for record in records] == [
        ("1.zip", True), ("2.zip/a.txt", True), ("2.zip/b.txt", False), ("3.zip", True),
    ]  # fmt: skip


def test_zip_names_are_only_labels(dump, tmp_path):
    members = [
        ("/etc/passwd.txt", "A."),
        ("../../out.txt", "B."),
        ("C:\\x.txt", "C."),
        ("a\nb.txt", "D."),
        ("dir/", ""),
    ]
    records = dump({"a.zip": zipped(members)})
    assert {record.text for record in records} == {"A.", "B.", "C.", "D."}
    assert all(record.source.startswith("a.zip/") and "\n" not in record.source for record in records)
    assert os.listdir(tmp_path) == ["dump"]
    assert os.listdir(tmp_path / "dump") == ["a.zip"]


def test_a_name_twice_in_a_zip(dump):
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = zipped([("a.txt", "A."), ("a.txt", "B.")])
    assert [(record.source, record.text) for record in dump({"z.zip": data})] == [
        ("z.zip/a.txt", "A."),
        ("z.zip/a.txt~2", "B."),
    ]


def test_an_encrypted_zip_and_one_inside_another(dump):
    data = bytearray(zipped([("a.txt", ARTICLE)]))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    locked, nested = dump({"1.zip": bytes(data), "2.zip": zipped([("in.zip", zipped([("a.txt", ARTICLE)]))])})
    assert "encrypted" in locked.error
    assert (nested.source, nested.error) == (
        "2.zip/in.zip",
        "2.zip/in.zip: an archive inside an archive: unpack it first",
    )


@pytest.mark.parametrize("packed", [False, True])
def test_a_tar_cut_short(dump, packed):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz" if packed else "w") as archive:
        for n in range(50):
            data = os.urandom(1000).hex().encode()
            info = tarfile.TarInfo(f"{n:02}.txt")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        link = tarfile.TarInfo("link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    whole = buffer.getvalue()
    assert len(dump({"a.tar": whole})) == 50
    records = dump({"a.tar": whole[: len(whole) // 2]})
    assert 15 < len([record for record in records if record.text]) < 50
    assert records[-1].error
    assert all(len(record.text) == 2000 for record in records if not record.error)


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0" + os.urandom(5000), "a JPEG image"),
        ("tool", b"\x7fELF" + os.urandom(5000), "a program"),
        ("noise.txt", bytes(range(256)) * 50, "binary"),
        ("sheet.xlsx", zipped([("[Content_Types].xml", "<x/>")]), "an Excel workbook"),
        ("page_files/site.js", b"var a = 1;", "a script"),
        ("word.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + os.urandom(5000), "an old Office document"),
    ],
)
def test_what_is_no_text(dump, name, data, what):
    (record,) = dump({name: data})
    assert record.error == (
        f"{name}: not text ({what}): remove it or convert it; .txt, .html, .jsonl, .json, .csv, .xml, .warc, .pdf and .docx are read, packed or not"
    )


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"a,b\n1,2\n", "a.csv: no text column among a, b: name the one that holds the article with --text-field"),
        (b"just one line of prose without a header", "no text column among"),
    ],
)
def test_a_table_without_a_text(dump, data, part):
    (record,) = dump({"a.csv": data})
    assert part in record.error


def test_ragged_rows(dump):
    short, over, good = dump(
        {"a.csv": b"id,title,text,url\n1,One\n2,Two,A, and more,of it\n3,Three,B.,http://b.example\n"}
    )
    assert (short.source, short.text, short.error) == ("a.csv#1", "", "")
    assert (over.text, over.warnings) == (
        "A",
        ("a.csv#2: 5 cells under 4 columns: what is over is left out; quote the text",),
    )
    assert (good.text, good.metadata.url) == ("B.", "http://b.example")


def test_a_quote_never_closed(dump):
    first, error = dump({"a.csv": b'id,text\n1,A.\n2,"B.\n3,C.\n4,D.\n'})
    assert first.text == "A."
    assert error.source == "a.csv#L3"
    assert "never closed" in error.error


def test_a_quote_never_closed_in_a_large_table(dump):
    rows = b'id,text\n1,A.\n2,"B.\n' + (b"3," + b"C" * 96 + b"\n") * 40_000
    records = dump({"a.csv": rows}, max_characters=1000)
    assert records[0].text == "A."
    assert "never closed" in records[1].error


def test_huge_cells_and_nuls_in_a_table(dump):
    long, nul = dump({"a.csv": b'id,text\n1,"' + b"x, " * 100_000 + b'"\n2,a\0b\n'})
    assert len(long.text) == 300_000
    assert nul.text == "a\0b"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(dump, tmp_path):
    dump({"a.txt": b"A."})
    (tmp_path / "dump/a.txt").chmod(0)
    (record,) = dump({})
    assert record.error == "a.txt: cannot be opened (Permission denied): check its permissions"


def test_a_file_that_cannot_be_opened(dump, monkeypatch):
    def refuse(self, *args, **options):
        raise PermissionError(13, "Permission denied")

    dump({"a.txt": b"A."})
    monkeypatch.setattr(Path, "open", refuse)
    (record,) = dump({})
    assert record.error == "a.txt: cannot be opened (Permission denied): check its permissions"


def test_links_in_a_circle_and_into_nothing(dump, tmp_path):
    dump({"sub/a.txt": b"A."})
    (tmp_path / "dump/sub/up").symlink_to(tmp_path / "dump")
    (tmp_path / "dump/self").symlink_to(tmp_path / "dump/self")
    (tmp_path / "dump/gone.txt").symlink_to(tmp_path / "nowhere")
    gone, loop, article = dump({})
    assert (article.source, article.text) == ("sub/a.txt", "A.")
    assert "leads nowhere" in gone.error
    assert "leads nowhere" in loop.error


def test_pipes_are_not_waited_for(dump, tmp_path):
    dump({"a.txt": b"A."})
    os.mkfifo(tmp_path / "dump/pipe.txt")
    article, pipe = dump({})
    assert article.text == "A."
    assert "a pipe, socket or device" in pipe.error


def test_names_that_are_not_utf8(tmp_path):
    for name in (b"caf\xe9.txt", b"caf\xe8.txt", "naïve\n file.txt".encode()):
        (Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))).write_text("A.")
    sources = [record.source for record in read_dump([tmp_path], IngestOptions())]
    assert sorted(sources) == ["caf\\xe8.txt", "caf\\xe9.txt", "naïve file.txt"]


def test_hostile_pages(dump):
    pages = {
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"text " * 100,
        "angles.html": b"<html>" + b"<" * 200_000,
        "attributes.html": b"<html><body><p " + b"a=b " * 50_000 + b">x",
        "comment.html": b"<!--" + b"-" * 200_000,
        "long.html": b"<html>" + b"<p>x</p>" * 1_000_000,
        "bomb.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
            b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]><rss>&j;</rss>",
        "deep.xml": b"<rss>" + b"<a>" * 100_000,
        "outside.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><item><title>&a;</title></item></rss>',
    }  # fmt: skip
    found = {record.source.partition("#")[0]: record for record in dump(pages)}
    assert found.keys() == pages.keys()
    assert all("root:" not in record.text + record.metadata.title for record in found.values())
    assert "over 1,000,000 characters" in found["long.html"].error
    assert "nested over 2,000 deep" in found["deep.html"].error
    assert "broken XML" in found["bomb.xml"].error


def test_missing_path_and_wrong_encoding(tmp_path):
    with pytest.raises(UsageError, match=r"nowhere\.txt: no such file or folder"):
        read_dump([tmp_path / "nowhere.txt"], IngestOptions())
    for encoding in ("utf-9", "hex", "unicode_escape"):
        with pytest.raises(UsageError, match="is unknown"):
            read_dump([tmp_path], IngestOptions(encoding=encoding))

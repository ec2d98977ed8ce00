"""The dump as a whole: order, sources, sidecars, field names, the standard input."""

import gzip
import io
import json
import random
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest import IngestOptions, Metadata, read_dump
from dateline.ingest.fields import fields_of, language_code

OPTIONS = IngestOptions()


def write(folder, files):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_order_is_that_of_the_paths(tmp_path):
    names = ["b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "B.txt", "10.txt", "9.txt", "é.txt"]
    expected = None
    for seed in range(5):
        random.Random(seed).shuffle(names)
        folder = write(tmp_path / str(seed), {name: name.encode() for name in names})
        sources = [record.source for record in read_dump([folder], OPTIONS)]
        expected = expected or sources
        assert sources == expected
    assert expected == ["10.txt", "9.txt", "B.txt", "a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "é.txt"]


def test_what_is_not_an_article(dump):
    files = [
        "README.md",
        "README",
        "LICENSE.txt",
        ".hidden.txt",
        ".git/a.txt",
        "__MACOSX/a.txt",
        "License to kill.txt",
        "READMEs.txt",
    ]
    assert [record.source for record in dump(dict.fromkeys(files, b"A."))] == ["License to kill.txt", "READMEs.txt"]


def test_a_file_given_by_name_is_read_whatever_its_name(tmp_path):
    write(tmp_path, {"README.md": b"A."})
    assert [record.source for record in read_dump([tmp_path / "README.md"], OPTIONS)] == ["README.md"]


def test_several_arguments(tmp_path):
    write(tmp_path, {"x/news/a.txt": b"1", "y/news/a.txt": b"2", "y/news/b.txt": b"3", "z/c.txt": b"4"})
    both = [tmp_path / "x/news", tmp_path / "y/news", tmp_path / "z"]
    assert [record.source for record in read_dump(both, OPTIONS)] == [
        "x/news/a.txt",
        "y/news/a.txt",
        "y/news/b.txt",
        "c.txt",
    ]
    files = [tmp_path / "x/news/a.txt", tmp_path / "z/c.txt"]
    assert [record.source for record in read_dump(files, OPTIONS)] == ["a.txt", "c.txt"]


def test_a_file_given_twice_is_read_once(tmp_path):
    write(tmp_path, {"a.txt": b"1", "b.txt": b"2"})
    again = [tmp_path, tmp_path / "a.txt", tmp_path / "../" / tmp_path.name]
    assert [record.text for record in read_dump(again, OPTIONS)] == ["1", "2"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input(monkeypatch, pack):
    monkeypatch.setattr(
        sys, "stdin", io.TextIOWrapper(io.BytesIO(pack(b'{"id": "x", "text": "A."}\n{"text": "B."}\n')))
    )
    assert [(record.source, record.text) for record in read_dump(["-"], OPTIONS)] == [("-#x", "A."), ("-#L2", "B.")]


def test_records_come_one_by_one(monkeypatch):
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text": "A."}\n'
            buffer[: len(line)] = line
            return len(line)

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    records = read_dump(["-"], OPTIONS)
    assert [next(records).source for _ in range(3)] == ["-#L1", "-#L2", "-#L3"]


def test_sidecar_fills_what_files_lack(dump):
    records = dump(
        {
            "metadata.csv": b"\xef\xbb\xbffile;title;date;source;lang\na.txt;One;1961-01-10;The Gazette;English\nsub/b.txt;Outer;1961-01-11;Outer;fr\n"
            b"d.jsonl;;;Wire;\nnowhere.txt;;;;\n",
            "a.txt": b"A.",
            "sub/metadata.csv": b"path,title\nb.txt,Inner\n",
            "sub/b.txt.gz": gzip.compress(b"B."),
            "c.txt": b"C.",
            "d.jsonl": b'{"text": "D.", "title": "Own"}',
        }
    )
    assert {record.source: record.metadata for record in records} == {
        "a.txt": Metadata(title="One", published="1961-01-10", publisher="The Gazette", language="en"),
        "sub/b.txt.gz": Metadata(title="Inner", published="1961-01-11", publisher="Outer", language="fr"),
        "c.txt": Metadata(),
        "d.jsonl#L1": Metadata(title="Own", publisher="Wire"),
    }


def test_a_metadata_csv_with_a_text_is_a_dump(dump):
    (record,) = dump({"metadata.csv": b"title,text\nOne,A.\n"})
    assert (record.source, record.text) == ("metadata.csv#L2", "A.")


def test_sidecar_in_an_archive(tmp_path):
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("n/a.txt", "A.")
        archive.writestr("n/metadata.csv", "filename,title\na.txt,One\n")
    (record,) = read_dump([tmp_path], OPTIONS)
    assert (record.source, record.metadata.title) == ("a.zip/n/a.txt", "One")


@pytest.mark.parametrize(
    ("record", "text", "metadata"),
    [
        ({"Full_Text": "A.", "PubDate": "1961", "Link": "u"}, "A.", Metadata(published="1961", url="u")),
        ({"content": "cut [+200 chars]", "text": "Whole."}, "Whole.", Metadata()),
        ({"text": "", "body": "B."}, "B.", Metadata()),
        ({"text": None, "title": None}, None, Metadata()),
        ({"text": ""}, "", Metadata()),
        ({"body": ["One.", "Two."]}, "One.\n\nTwo.", Metadata()),
        ({"article": {"headline": "T", "body": "B."}, "url": "u"}, "B.", Metadata(title="T", url="u")),
        ({"article": {"title": "T"}}, None, Metadata(title="T")),
        (
            {"text": "A.", "author": [{"name": "Ann Lee"}, {"name": "Bo Ek"}]},
            "A.",
            Metadata(byline=("Ann Lee", "Bo Ek")),
        ),
        ({"text": "A.", "source": {"id": "g", "name": "The Gazette"}}, "A.", Metadata(publisher="The Gazette")),
        (
            {"text": "A.", "_id": {"$oid": "5f"}, "timestamp": 1612345678},
            "A.",
            Metadata(id="5f", published="1612345678"),
        ),
        ({"text": "A.", "title": " Two\n lines ", "paid": True, "id": 7}, "A.", Metadata(title="Two lines", id="7")),
        ({"summary": "Teaser.", "description": "Teaser."}, None, Metadata()),
    ],
)
def test_field_names(record, text, metadata):
    found = fields_of(record, OPTIONS)
    assert (found.text, found.metadata) == (text, metadata)


def test_named_fields(dump):
    line = {"text": "Not this.", "payload": {"main": "This.", "when": "1961"}, "hed": "T", "body": "Nor this."}
    data = {"a.jsonl": json.dumps(line).encode()}
    (record,) = dump(data, text_field="payload.main", date_field="payload.when", title_field="hed")
    assert (record.text, record.metadata) == ("This.", Metadata(title="T", published="1961"))
    (record,) = dump(data, text_field="missing")
    assert record.error == (
        "a.jsonl#L1: no field 'missing' among text, payload, hed, body: name the one that holds the article with --text-field"
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("en", "en"),
        ("EN-us", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("pt_BR", "pt"),
        ("iw", "he"),
        ("zh-Hant", "zh"),
        ("", ""),
        ("und", ""),
        ("xx", ""),
        ("Klingonese", ""),
    ],
)
def test_language_codes(name, code):
    assert language_code(name) == code


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(["text", "article", "id", "author"]), inner)
        ),
    )
)
def test_any_json_gives_records(value):
    from dateline.ingest.readers.items import record_of

    record = record_of(value, "L1", OPTIONS)
    assert bool(record.error) == (not isinstance(value, dict) or fields_of(value, OPTIONS).text is None)
    record.text.encode()

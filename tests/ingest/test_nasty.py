"""The small hostile files of tests/nasty/ingest: each says in its name what is wrong with it, each has its answer here."""

from pathlib import Path

import pytest

from dateline.ingest import IngestOptions, read_dump

FOLDER = Path(__file__).parent.parent / "nasty" / "ingest"
FERRY = "The ferry left Tarifa on 3 March 1974 with 61 people aboard."

# file -> (label of the record, its text) or (label, part of its error)
TEXTS = {
    "bom-and-crlf.txt": [("", f"\ufeff{FERRY}\r\nA second line.\r\n")],
    "blank.csv": [("", "")],
    "broken-line-in-the-middle.jsonl": [("#L1", FERRY), ("#L3", FERRY)],
    "cp1252-quotes-in-ascii.txt": [("", "“The ferry” cost €5, the crew’s chief said.")],
    "cut-download.jsonl.gz": [(f"#{n}", FERRY) for n in range(10)],
    "declares-latin1-but-is-utf8.html": [("", "L’été 1974 à Tarifa fut long, déclara le capitaine du port.")],
    "empty.txt": [("", "")],
    "lone-surrogate-and-nul.jsonl": [("#s", "The ferry \ufffd left\0 Tarifa.")],
    "looks-like-jsonl-but-called.txt": [("#a", FERRY), ("#b", FERRY)],
    "names-that-climb-out.zip": [("/../../outside.txt", FERRY), ("/absolute.txt", FERRY)],
    "one-byte-cut-at-the-end.txt": [("", f"{FERRY} Été à Málaga, Cádiz y Córdoba. \ufffd")],
    "prose-that-opens-with-a-brace.txt": [("", "{sic} was what the clerk wrote on 3 March 1974.")],
    "quote-never-closed.csv": [("#1", "Fine.")],
    "same-id-thrice.jsonl": [("#7", f"{FERRY} (0)"), ("#7~2", f"{FERRY} (1)"), ("#7~3", f"{FERRY} (2)")],
    "semicolons-and-a-quoted-newline.csv": [("#1", 'Line one;\r\nline "two".')],
    "unquoted-comma-in-the-text.csv": [("#1", "The ferry")],
    "utf16-without-a-mark.txt": [("", f"{FERRY} — fin")],
}
ERRORS = {
    "asks-for-a-file.xml": [("", "undefined entity &a;")],
    "broken-line-in-the-middle.jsonl": [("#L2", "broken JSON")],
    "cut-download.jsonl.gz": [("", "the gzip stream ends early after 10 records: get the file again")],
    "deep.json": [("", "JSON that no program writes")],
    "entities-that-multiply.xml": [("", "broken XML")],
    "no-text-column.csv": [
        ("", "no text column among id, title, link: name the one that holds the article with --text-field")
    ],
    "photograph-called.txt": [("", "not text (a JPEG image)")],
    "quote-never-closed.csv": [("#L3", "never closed")],
    "ten-kilobytes-that-unpack-to-ten-megabytes.txt.gz": [("", "over 1,000,000 characters: raise --max-characters")],
    "wrong-checksum.zip": [("/a.txt", "Bad CRC-32")],
}


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_each_has_its_answer(path):
    records = list(read_dump([path], IngestOptions()))
    usable = [record for record in records if not record.error]
    failed = [record for record in records if record.error]
    assert [(record.source, record.text) for record in usable] == [
        (path.name + label, text) for label, text in TEXTS.get(path.name, [])
    ]
    assert [record.source for record in failed] == [path.name + label for label, _ in ERRORS.get(path.name, [])]
    for record, (_, part) in zip(failed, ERRORS.get(path.name, []), strict=True):
        assert record.error.startswith(f"{record.source}: ")
        assert part in record.error
        assert record.text == ""


def test_each_source_is_its_own():
    sources = [record.source for record in read_dump([FOLDER], IngestOptions())]
    assert len(set(sources)) == len(sources)
    assert {source.split("#")[0].split("/")[0] for source in sources} == TEXTS.keys() | ERRORS.keys()


def test_what_was_repaired_is_said():
    warnings = [warning for record in read_dump([FOLDER], IngestOptions()) for warning in record.warnings]
    assert warnings == [
        "one-byte-cut-at-the-end.txt: 1 byte sequence is not utf-8; replaced by U+FFFD",
        "unquoted-comma-in-the-text.csv#1: 4 cells under 2 columns: what is over is left out; quote the text",
    ]

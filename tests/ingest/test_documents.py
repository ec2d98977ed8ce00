"""PDF and Word files in, their text out."""

import builtins
import io
import zipfile

import pytest

pypdf = pytest.importorskip("pypdf")
docx = pytest.importorskip("docx")

LINES = ("The ferry ran aground off Tarifa on the night of", "10 January 1974, and all were saved.")


def pdf(*pages: tuple[str, ...]) -> bytes:
    """A minimal PDF with a page for each tuple of lines."""
    n = len(pages)
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(n))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {n} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for i, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 72 700 Td {shown}ET" if lines else ""
        box = "/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * i} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode() + end.encode()


def locked(data: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Ferry aground")
    document.add_paragraph("All were saved.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Passengers", "90"
    document.add_paragraph("She was towed off.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def zipped(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["a.pdf", "a.txt", "a"])
def test_a_pdf(dump, name):
    data = pdf(LINES, ("Second page.",))
    (record,) = dump({name: data})
    assert (record.source, record.error, record.n_bytes) == (name, "", len(data))
    assert record.text.split("\n") == [*LINES, "Second page."]


def test_a_word_document(dump):
    (record,) = dump({"a.docx": word()})
    assert record.text == "Ferry aground\nAll were saved.\nPassengers  90\nShe was towed off."


@pytest.mark.parametrize(("name", "data"), [("a.pdf", pdf(LINES)), ("a.docx", word())])
def test_documents_in_an_archive(dump, name, data):
    (record,) = dump({"d.zip": zipped(f"in/{name}", data)})
    assert (record.source, record.error, bool(record.text)) == (f"d.zip/in/{name}", "", True)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("scan.pdf", pdf((), ()), "no text in it, only pictures of pages"),
        ("locked.pdf", locked(pdf(LINES)), "encrypted: save it without a password"),
        ("cut.pdf", pdf(LINES)[:60], "a damaged document"),
        ("noise.pdf", b"%PDF-1.7\n" + bytes(range(1, 256)) * 40, "a damaged document"),
        ("empty.docx", zipped("x", b""), "a damaged document"),
        ("prose.docx", b"PK\x03\x04 and then prose", "a damaged document"),
    ],
)
def test_documents_that_cannot_be_read(dump, name, data, error):
    (record,) = dump({name: data})
    assert record.error.startswith(f"{name}: {error}")
    assert "\n" not in record.error


def test_a_word_document_that_is_a_bomb(dump):
    buffer = io.BytesIO(word())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/media/big.bin", b"\0" * 3_000_000)
    (record,) = dump({"a.docx": buffer.getvalue()}, max_decompressed=1_000_000)
    assert "stopped as a bomb" in record.error


def test_a_pdf_that_is_too_long(dump):
    (record,) = dump({"a.pdf": pdf(*[LINES] * 50)}, max_characters=500)
    assert "--max-characters" in record.error


@pytest.mark.parametrize(("name", "data", "module"), [("a.pdf", pdf(LINES), "pypdf"), ("a.docx", word(), "docx")])
def test_without_the_extra(dump, monkeypatch, name, data, module):
    real = builtins.__import__

    def refuse(wanted, *args, **options):
        if wanted.partition(".")[0] == module:
            raise ImportError(wanted)
        return real(wanted, *args, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    (record,) = dump({name: data})
    assert record.error == f"{name}: reading it needs an extra: pip install 'dateline[documents]'"

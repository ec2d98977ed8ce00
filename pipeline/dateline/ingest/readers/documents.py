"""PDF and Word documents: their text, one article a file, by the libraries of the extra `dateline[documents]`.

A line for each line of a PDF page and each paragraph of a Word document; what of it is the article, the lines decide.
The properties of such files name whoever owned the program and when it was saved, so nothing is taken from them.
"""

import re
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO

from dateline.ingest.formats import Entry, Format
from dateline.ingest.record import IngestOptions, Record

MAX_BYTES = 100 * 2**20  # a newspaper of 60 pages, scanned
MAX_PAGES = 2_000

_SURROGATES = re.compile("[\ud800-\udfff]")
_EXTRA = "reading it needs an extra: pip install 'dateline[documents]'"
_SCANNED = "no text in it, only pictures of pages: run a program for character recognition over it first"
_LOCKED = "encrypted: save it without a password"

#: Gives the text of a document page by page or paragraph by paragraph; a ValueError says why it cannot.
Texts = Callable[[bytes, IngestOptions], Iterator[str]]


def _reader(texts: Texts) -> Callable[[Entry, IngestOptions], Iterator[Record]]:
    def read(entry: Entry, options: IngestOptions) -> Iterator[Record]:
        data = entry.content.whole(MAX_BYTES)
        size = max(entry.n_bytes, len(data))
        if len(data) > MAX_BYTES:
            yield Record(source="", n_bytes=size, error=f"a document of over {MAX_BYTES:,} bytes: split it")
            return
        try:
            text = "\n".join(_up_to(options.max_characters, texts(data, options)))
        except ImportError:
            yield Record(source="", n_bytes=size, error=_EXTRA)
        except ValueError as error:
            yield Record(source="", n_bytes=size, error=str(error))
        except Exception as error:  # noqa: BLE001 - what is wrong with a document comes up anywhere in its library
            what = f"{type(error).__name__}: {error}"[:200].replace("\n", " ")
            yield Record(source="", n_bytes=size, error=f"a damaged document ({what}): get the file again")
        else:
            yield Record(source="", text=_SURROGATES.sub("\ufffd", text), n_bytes=size)

    return read


def _up_to(limit: int, texts: Iterator[str]) -> Iterator[str]:
    """Yields texts until there are more characters than a record may have."""
    length = 0
    for text in texts:
        length += len(text)
        yield text
        if length > limit:
            return


def _pdf_pages(data: bytes, options: IngestOptions) -> Iterator[str]:
    from pypdf import PasswordType, PdfReader  # imported late: few dumps hold documents, and it may not be there

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise ValueError(_LOCKED)
    if len(reader.pages) > MAX_PAGES:
        raise ValueError(f"{len(reader.pages):,} pages, over the {MAX_PAGES:,} that are read: split it")
    is_blank = True
    for page in reader.pages:
        text = page.extract_text()
        is_blank = is_blank and not text.strip()
        yield text.strip("\n")
    if is_blank:
        raise ValueError(_SCANNED)


def _word_paragraphs(data: bytes, options: IngestOptions) -> Iterator[str]:
    import docx
    from docx.table import Table

    with zipfile.ZipFile(BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > options.max_decompressed:
            raise ValueError("unpacks to more than max_decompressed: stopped as a bomb")
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Table):
            yield from ("  ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


PDF = Format("PDF", (".pdf",), lambda beginning, suffix: beginning.startswith("%PDF-"), _reader(_pdf_pages))
WORD = Format("Word", (".docx",), lambda beginning, suffix: suffix == ".docx", _reader(_word_paragraphs))

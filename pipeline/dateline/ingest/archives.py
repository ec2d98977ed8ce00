"""One file of a dump to its entries: decompressed, archives gone through member by member, nothing written to disk."""

import bz2
import gzip
import lzma
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path, PurePosixPath

from dateline.ingest.content import DAMAGE, Budget, Content, Readable, pieces_of, zstd_pieces
from dateline.ingest.decode import sniff
from dateline.ingest.formats import Entry
from dateline.ingest.kinds import zipped_document
from dateline.ingest.record import IngestOptions, Record
from dateline.ingest.walk import SIDECAR, File, is_article, readable

Unpack = Callable[[BufferedReader], Iterator[bytes]]

MAX_LAYERS = 4  # a.txt.gz in a tar.gz takes three; a file can also unpack to itself, for ever
PACKED_SUFFIXES = (".gz", ".zst", ".bz2", ".xz")
GET_AGAIN = "get the file again"

_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_ZIPPED_DOCUMENTS = (".docx",)  # those that are read
_TAR_MAGIC = slice(257, 262)


def _through(opened: Callable[[BufferedReader], AbstractContextManager[Readable]]) -> Unpack:
    def unpack(packed: BufferedReader) -> Iterator[bytes]:
        with opened(packed) as stream:
            yield from pieces_of(stream)

    return unpack


_COMPRESSIONS: tuple[tuple[bytes, str, Unpack], ...] = (
    (b"\x1f\x8b", "gzip", _through(gzip.open)),
    (b"\x28\xb5\x2f\xfd", "zstd", zstd_pieces),
    (b"BZh", "bzip2", _through(bz2.open)),
    (b"\xfd7zXZ\x00", "xz", _through(lzma.open)),
)


@dataclass(frozen=True, slots=True)
class _Layer:
    """What is inside a file so far: content under a name, and how it was come by."""

    source: str
    name: str
    content: Content
    n_bytes: int = 0
    depth: int = 0
    in_archive: bool = False


def entries(file: File, options: IngestOptions) -> Iterator[Entry | Record]:
    """Yields what is in a file: itself unpacked, or the members of an archive; a Record with an error for what fails.

    Each entry must be read before the next is asked for. The source of an error leaves nothing out; its message has
    no source in front.
    """
    if file.error:
        yield Record(source=file.source, error=file.error)
        return
    try:
        stream = file.path.open("rb") if file.path is not None else sys.stdin.buffer
    except OSError as error:
        yield Record(source=file.source, error=f"cannot be opened ({error.strerror}): check its permissions")
        return
    budget = Budget(limit=options.max_decompressed)
    try:
        content = Content(pieces_of(stream), "file", budget.read)
        n_bytes = file.path.stat().st_size if file.path is not None else 0
        name = file.path.name if file.path is not None else ""
        yield from _unpacked(_Layer(file.source, name, content, n_bytes), file.path, budget, options)
    finally:
        if file.path is not None:
            stream.close()


def _unpacked(layer: _Layer, path: Path | None, budget: Budget, options: IngestOptions) -> Iterator[Entry | Record]:
    prefix = layer.content.prefix
    for magic, name, unpack in _COMPRESSIONS:
        if prefix.startswith(magic):
            if layer.depth == MAX_LAYERS:
                yield Record(source=layer.source, error=f"packed more than {MAX_LAYERS} times over: unpack it first")
                return
            content = Content(unpack(layer.content.buffered), f"{name} stream", budget.unpack)
            inner = _Layer(layer.source, layer.name, content, 0, layer.depth + 1, layer.in_archive)
            yield from _unpacked(inner, None, budget, options)
            return
    suffix = _suffix(layer.name)
    is_zip = prefix.startswith(_ZIP_MAGIC) and suffix not in _ZIPPED_DOCUMENTS
    if is_zip and (document := zipped_document(suffix)):
        yield Record(source=layer.source, error=unreadable(document))
    elif (is_zip or prefix[_TAR_MAGIC] == b"ustar") and layer.in_archive:
        yield Record(source=layer.source, error="an archive inside an archive: unpack it first")
    elif is_zip:
        yield from _zip_members(layer, path, budget, options)
    elif prefix[_TAR_MAGIC] == b"ustar":
        yield from _tar_members(layer, budget, options)
    else:
        start = sniff(prefix, forced=options.encoding, complete=layer.content.complete)
        yield Entry(layer.source, suffix, layer.content, layer.n_bytes, start.text, start.encoding)


def unreadable(what: str) -> str:
    """Returns the error of a file that is `what`, not text."""
    known = ".txt, .html, .jsonl, .json, .csv, .xml, .warc, .pdf and .docx are read, packed or not"
    return f"not text ({what}): remove it or convert it; {known}"


def _zip_members(layer: _Layer, path: Path | None, budget: Budget, options: IngestOptions) -> Iterator[Entry | Record]:
    if path is None:
        yield Record(source=layer.source, error="a zip archive inside a stream: save and give it as a file")
        return
    try:
        archive = zipfile.ZipFile(path)
    except (*DAMAGE, NotImplementedError) as error:
        yield Record(source=layer.source, error=f"the zip archive is damaged ({error}): {GET_AGAIN}")
        return
    budget.packed = layer.n_bytes
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir() and _is_article(member.filename)]
        members.sort(key=lambda member: (PurePosixPath(member.filename).name != SIDECAR, member.filename))
        for member in members:
            source = f"{layer.source}/{readable(member.filename).lstrip('/')}"
            try:
                stream = archive.open(member)
            except RuntimeError:  # also NotImplementedError: a method of compression that is not in the library
                yield Record(source=source, error="encrypted or packed in a way that is not read: unpack it first")
                continue
            except DAMAGE as error:
                yield Record(source=source, error=f"the zip archive is damaged ({error}): {GET_AGAIN}")
                continue
            with stream:
                content = Content(pieces_of(stream), "zip member", budget.unpack)
                yield from _member(layer, source, member.filename, content, member.file_size, budget, options)


def _tar_members(layer: _Layer, budget: Budget, options: IngestOptions) -> Iterator[Entry | Record]:
    try:
        with tarfile.open(fileobj=layer.content.buffered, mode="r|") as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # it would keep every header for ever
                stream = archive.extractfile(member) if member.isfile() and _is_article(member.name) else None
                if stream is None:
                    continue
                source = f"{layer.source}/{readable(member.name).lstrip('/')}"
                content = Content(pieces_of(stream), "tar member", lambda n_bytes: True)
                yield from _member(layer, source, member.name, content, member.size, budget, options)
            if archive.fileobj is not None and archive.fileobj.tell() == archive.offset:  # no closing block of zeros
                raise EOFError("it ends early")
    except (*DAMAGE, EOFError) as error:
        problem = layer.content.problem or f"the tar archive is damaged ({error})"
        yield Record(source=layer.source, error=f"{problem}: {GET_AGAIN}")


def _member(
    layer: _Layer, source: str, name: str, content: Content, size: int, budget: Budget, options: IngestOptions
) -> Iterator[Entry | Record]:
    inner = _Layer(source, PurePosixPath(name).name, content, size, layer.depth + 1, in_archive=True)
    yield from _unpacked(inner, None, budget, options)


def _is_article(name: str) -> bool:
    return all(map(is_article, PurePosixPath(name).parts))


def _suffix(name: str) -> str:
    path = PurePosixPath(name)
    while path.suffix.lower() in PACKED_SUFFIXES:
        path = path.with_suffix("")
    return path.suffix.lower()

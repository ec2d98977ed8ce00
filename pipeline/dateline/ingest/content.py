"""Bytes of one file or archive member: bounded, never raising, with a prefix to look at before reading."""

import codecs
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Protocol, cast

import zstandard

PREFIX_BYTES = 1 << 16  # enough to sniff format and encoding: 1 000 bytes decide an encoding in every case measured
PIECE_BYTES = 1 << 16
ZSTD_PIECE_BYTES = 1 << 10  # a zstd block of 4 bytes may unpack to 128 KiB: 1 KiB in is 32 MiB out at worst
MAX_RATIO = 200  # text packs 3-50 times, repetitive JSON rarely over 100; a gzip bomb reaches 1 000

DAMAGE = (OSError, zlib.error, lzma.LZMAError, zstandard.ZstdError, zipfile.BadZipFile, tarfile.TarError, ValueError)


@dataclass(slots=True)
class Budget:
    """What one file of the dump may unpack to, through all its layers and members.

    Attributes:
        limit: bytes that are always allowed.
        packed: bytes of the file itself, as far as it was read.
        unpacked: bytes that came out of its layers.
    """

    limit: int
    packed: int = 0
    unpacked: int = 0

    def read(self, n_bytes: int) -> bool:
        """Counts bytes read from the file itself; True, for there is no limit to them."""
        self.packed += n_bytes
        return True

    def unpack(self, n_bytes: int) -> bool:
        """Counts bytes unpacked; False when they are more than text ever packs."""
        self.unpacked += n_bytes
        return self.unpacked <= max(self.limit, MAX_RATIO * self.packed)


class Content(io.RawIOBase):
    """Readable bytes that end where the source is damaged; `problem` then says how.

    Args:
        pieces: the bytes, in pieces of any size; the exceptions of `DAMAGE` and EOFError end it.
        what: what to blame in `problem`: `gzip stream`, `file`.
        count: called with the size of each piece; returns False to stop a bomb.
    """

    def __init__(self, pieces: Iterator[bytes], what: str, count: Callable[[int], bool]) -> None:
        self.problem = ""
        self._what = what
        self._pieces = pieces
        self._count = count
        self._pending = bytearray()
        self._pull(PREFIX_BYTES)
        self.prefix = bytes(self._pending[:PREFIX_BYTES])
        self.complete = len(self._pending) < PREFIX_BYTES  # the prefix is all there is
        self._buffered: io.BufferedReader | None = None

    def _pull(self, wanted: int) -> None:
        while len(self._pending) < wanted and not self.problem:
            try:
                piece = next(self._pieces, b"")
            except EOFError:
                self.problem = f"the {self._what} ends early"
                return
            except DAMAGE as error:
                self.problem = f"the {self._what} is damaged or cannot be read ({error})"
                return
            if not piece:
                return
            if not self._count(len(piece)):
                self.problem = f"the {self._what} unpacks to over {MAX_RATIO} times its size: stopped as a bomb"
                return
            self._pending += piece

    def readable(self) -> bool:
        """Returns True: it is a stream to read from."""
        return True

    def readinto(self, buffer: object) -> int:
        """Returns how many bytes were put in `buffer`; 0 at the end, be it regular or not."""
        view = memoryview(cast(bytearray, buffer))
        self._pull(1)
        taken = self._pending[: len(view)]
        view[: len(taken)] = taken
        del self._pending[: len(taken)]
        return len(taken)

    @property
    def buffered(self) -> io.BufferedReader:
        """The same bytes behind a buffer, always the same one; reading it or this object both move on."""
        if self._buffered is None:
            self._buffered = io.BufferedReader(self, PIECE_BYTES)
        return self._buffered

    def recode(self, encoding: str) -> None:
        """Makes it give UTF-8 instead of `encoding`, so that lines end in one byte; call it before reading."""
        decode = codecs.getincrementaldecoder(encoding)("replace").decode
        pieces = chain([bytes(self._pending)], self._pieces)
        self._pending.clear()
        self._pieces = filter(None, (decode(piece).encode() for piece in pieces))

    def whole(self, limit: int) -> bytes:
        """Returns all bytes, or the first `limit` + 1 where there are more than `limit`."""
        return self.buffered.read(limit + 1)

    def lines(self, limit: int) -> Iterator[tuple[int, bytes]]:
        r"""Yields line numbers from 1 and lines with their `\n`, of which at most `limit` + 1 bytes are kept.

        A last line that damage has cut short is left out.
        """
        readline = partial(self.buffered.readline, limit + 1)
        for number, line in enumerate(iter(readline, b""), 1):
            rest = line
            while len(rest) > limit and not rest.endswith(b"\n"):
                rest = readline()
            if self.problem and not rest.endswith(b"\n"):
                return
            yield number, line


class Readable(Protocol):
    """What open files, archive members and decompressors have in common."""

    def read(self, size: int, /) -> bytes:
        """Returns up to `size` bytes, b'' at the end."""


def pieces_of(stream: Readable) -> Iterator[bytes]:
    """Yields the bytes of an open stream in pieces as they come."""
    read = getattr(stream, "read1", stream.read)  # what is there, so that a pipe flows and damage costs least
    return iter(partial(read, PIECE_BYTES), b"")


def zstd_pieces(packed: io.BufferedReader) -> Iterator[bytes]:
    """Yields the unpacked bytes of a zstd stream of one or more frames; EOFError where the last one is cut."""
    frame = zstandard.ZstdDecompressor().decompressobj()
    waiting = b""
    while piece := waiting or packed.read(ZSTD_PIECE_BYTES):
        if frame.eof:
            frame = zstandard.ZstdDecompressor().decompressobj()
        yield from filter(None, [frame.decompress(piece)])
        waiting = frame.unused_data if frame.eof else b""
    if not frame.eof:
        raise EOFError

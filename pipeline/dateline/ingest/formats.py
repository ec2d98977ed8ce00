"""What a reader is, and which one reads a file: by its content first, by its suffix second.

To read a new format, write a module in `readers/` that ends in a `FORMAT` and add it to `readers.FORMATS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.ingest.content import Content
from dateline.ingest.record import IngestOptions, Record


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a dump, or one member of an archive, unpacked.

    Attributes:
        source: what it is called in `Record.source`.
        suffix: `.txt`, `.jsonl` ...: lower-cased, that of a compression taken off; '' when it has none.
        content: its bytes.
        n_bytes: their number where it is known before reading, else 0.
        beginning: the first characters, decoded; '' for binary content.
        encoding: codec of the beginning.
    """

    source: str
    suffix: str
    content: Content
    n_bytes: int
    beginning: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Format:
    """A format Dateline reads.

    Attributes:
        name: what users call it.
        suffixes: file name endings that stand for it.
        recognise: True when the beginning and suffix of an entry show this format, whatever its suffix says.
        read: yields the records of an entry. Their `source` is the label inside the file (`L17`, an id; '' when the
            entry is the record), and errors and warnings leave out its name: `dump` puts both in front.
    """

    name: str
    suffixes: tuple[str, ...]
    recognise: Callable[[str, str], bool]
    read: Callable[[Entry, IngestOptions], Iterator[Record]]

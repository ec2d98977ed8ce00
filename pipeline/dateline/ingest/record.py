"""What ingest hands to clean: a Record, its Metadata, and the options a user can set."""

from dataclasses import dataclass, field

from dateline.article import Section


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file, page, row or sidecar says about an article; an empty field was not given.

    Attributes:
        id: the record's own id.
        title: headline, when it comes apart from the text.
        byline: authors, one name each.
        published: the date as given, not parsed.
        url: where the article was published.
        publisher: name or domain of the outlet.
        language: lower-cased ISO 639 code.
    """

    id: str = ""
    title: str = ""
    byline: tuple[str, ...] = ()
    published: str = ""
    url: str = ""
    publisher: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class SectionSpan:
    """A part of a record's text that its markup says is part of the article.

    Attributes:
        start: first code point, at the beginning of a line.
        end: one past the last one, at the end of that line.
        section: which part it is; never `boilerplate`.
    """

    start: int
    end: int
    section: Section


@dataclass(frozen=True, slots=True)
class Record:
    """One raw article, or the one clear reason why it cannot be used.

    Attributes:
        source: posix path within the dump, and `#ID` (own id) or `#L17` (line) for a record inside a file.
        text: the raw string that offsets count in: decoded, a BOM kept, no newline translated; for HTML the
            visible text of the page, menus and all; '' when nothing is there.
        metadata: what is said about the article.
        sections: what of the text is the article, where markup tells, in order; without any the lines decide.
        n_bytes: size of the record in its decompressed file; of its text in UTF-8 for an item of a JSON list or a row.
        encoding: Python codec that the text was decoded with; '' when nothing was.
        error: one line naming file, record and remedy; '' when the record can be used. With an error `text` is ''.
        warnings: what was repaired on the way in, one line each.
    """

    source: str
    text: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    sections: tuple[SectionSpan, ...] = ()
    n_bytes: int = 0
    encoding: str = ""
    error: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """What a user can say about a dump; an empty field name means: look for the usual names.

    Attributes:
        text_field: column or key of the article's text; `article.body` reaches into nested objects, as in all of these.
        title_field: of the headline.
        date_field: of the publication date.
        url_field: of the address.
        author_field: of the authors.
        language_field: of the language code.
        id_field: of the record's own id.
        publisher_field: of the outlet.
        encoding: Python codec of the files; '' detects it for each.
        max_characters: longest text of one record; no newspaper article comes near a million.
        max_decompressed: bytes that a JSON document may have, and that a compressed file may unpack to before
            its compression ratio is held against it.
    """

    text_field: str = ""
    title_field: str = ""
    date_field: str = ""
    url_field: str = ""
    author_field: str = ""
    language_field: str = ""
    id_field: str = ""
    publisher_field: str = ""
    encoding: str = ""
    max_characters: int = 1_000_000
    max_decompressed: int = 256 * 2**20

"""THE declaration of every table and column.

The CSV writer, Parquet types, data package, data dictionary, `dateline.load()` and the tests all read it; nothing else
says what a table holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

Type = Literal["string", "integer", "number", "boolean", "date", "list"]

#: What stands between the values of a `list` column in CSV.
LIST_SEPARATOR = " | "

_ARROW: dict[Type, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, type and meaning.

    Attributes:
        free_text: holds words of the input, so a spreadsheet could take a cell for a formula; guarded in CSV.
        values: the closed set of values, empty when open.
    """

    name: str
    type: Type
    description: str
    free_text: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """`column` of this table holds values of `table`.`target`."""

    column: str
    table: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, its primary key and the order of its rows."""

    name: str
    description: str
    columns: tuple[Column, ...]
    key: str
    order: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()

    def arrow(self) -> pa.Schema:
        """Returns the table's Arrow schema, columns in order."""
        return pa.schema([(column.name, _ARROW[column.type]) for column in self.columns])

    def __iter__(self) -> Iterator[Column]:
        return iter(self.columns)


SECTIONS = ("title", "dek", "byline", "dateline", "heading", "body", "caption", "quote", "reference")
STATUSES = ("ok", "duplicate", "empty", "unsupported_language", "failed")
PUBLISHED_FROM = ("metadata", "text", "url", "filename", "inferred")
DUPLICATE_KINDS = ("exact", "near", "excerpt")
PLACE_KINDS = ("country", "territory", "region", "city", "facility", "water", "landform", "continent", "other")
AMOUNT_KINDS = ("money", "count", "percent", "measure", "ratio", "age")
BOUNDS = ("exact", "approx", "range", "at_least", "at_most", "more_than", "less_than")

_DOC_ID = Column(
    "doc_id", "string", "The article; derived from its content, so the same text keeps its id in every dump."
)
_PROVENANCE = (
    _DOC_ID,
    Column(
        "mention_id",
        "string",
        "A letter and a hash of table, doc_id, field, span and ordinal; what `dateline explain` takes.",
    ),
    Column("field", "string", "Which string of the record the offsets count in.", values=("text", "title")),
    Column("char_start", "integer", "First character of the span in the raw string, in Unicode code points."),
    Column("char_end", "integer", "One past the last character of the span."),
    Column("surface", "string", "The raw characters of the span, white space folded.", free_text=True),
    Column("section", "string", "Which part of the article the span stands in.", values=SECTIONS),
    Column("sentence", "string", "The sentence around the span, cleaned.", free_text=True),
    Column(
        "confidence", "number", "0-1, comparable within a table: how sure the pipeline is of span and normalization."
    ),
)
_MENTION_ORDER = ("doc_id", "field", "char_start", "char_end", "mention_id")
_TO_DOCUMENT = ForeignKey("doc_id", "documents", "doc_id")


def _mentions(name: str, description: str, *columns: Column, foreign_keys: tuple[ForeignKey, ...] = ()) -> Table:
    """Returns a mention-level table: provenance first unless an entity id leads, then the columns of its own."""
    lead = tuple(column for column in columns if column.name.endswith("_id"))
    rest = tuple(column for column in columns if column not in lead)
    return Table(
        name, description, lead + _PROVENANCE + rest, "mention_id", _MENTION_ORDER, (*foreign_keys, _TO_DOCUMENT)
    )


SOURCES = Table(
    "sources",
    "One row per input record; nothing is ever lost.",
    (
        Column(
            "source",
            "string",
            "Path within the dump, with `#L17` or `#record-id` for a record inside a file.",
            free_text=True,
        ),
        Column("doc_id", "string", "The article the record became; empty when it became none."),
        Column("status", "string", "What became of the record.", values=STATUSES),
        Column("error", "string", "One line naming the record and the remedy, when it failed.", free_text=True),
        Column("bytes", "integer", "Size of the record as it came."),
        Column("encoding", "string", "Character encoding the record was decoded with."),
        Column("run_id", "string", "A hash of inputs, settings and versions: no clock."),
    ),
    "source",
    ("source",),
    (_TO_DOCUMENT,),
)

DOCUMENTS = Table(
    "documents",
    "One row per article.",
    (
        _DOC_ID,
        Column(
            "source",
            "string",
            "The record it came from; the earliest published one when several hold the same text.",
            free_text=True,
        ),
        Column("title", "string", "Headline.", free_text=True),
        Column("byline", "list", "Authors.", free_text=True),
        Column("publisher", "string", "Outlet.", free_text=True),
        Column("url", "string", "Address of the article.", free_text=True),
        Column("published", "date", "Day of publication; empty when nothing gives it, never today's date."),
        Column("published_from", "string", "Where `published` was found.", values=PUBLISHED_FROM),
        Column("language", "string", "ISO 639-1 code; `und` when undecided."),
        Column("language_confidence", "number", "0-1, how sure the language is."),
        Column("other_languages", "list", "Languages of paragraphs that are in another one."),
        Column("coverage", "list", "Which of persons, places, dates, amounts this language gets."),
        Column("duplicate_of", "string", "doc_id of the article that was kept instead: the fuller one."),
        Column("duplicate_kind", "string", "How it repeats that article.", values=DUPLICATE_KINDS),
        Column("n_characters", "integer", "Characters of the raw text."),
        Column("n_words", "integer", "Words of the lines that are kept."),
        Column("n_boilerplate_lines", "integer", "Lines dropped as page furniture."),
        Column("n_persons", "integer", "Person mentions."),
        Column("n_places", "integer", "Place mentions, demonyms included."),
        Column("n_dates", "integer", "Date rows."),
        Column("n_amounts", "integer", "Amount rows."),
    ),
    "doc_id",
    ("doc_id",),
    (ForeignKey("duplicate_of", "documents", "doc_id"),),
)

PERSONS = Table(
    "persons",
    "One row per real person across all articles.",
    (
        Column("person_id", "string", "Stable: adding a dump never renumbers."),
        Column("name", "string", "Best full form, without titles.", free_text=True),
        Column("given_name", "string", "Given names.", free_text=True),
        Column("family_name", "string", "Family name with its particles.", free_text=True),
        Column("name_native", "list", "Forms in other scripts.", free_text=True),
        Column("titles", "list", "Titles and roles seen beside the name.", free_text=True),
        Column("aliases", "list", "Every distinct form seen, most frequent first.", free_text=True),
        Column("n_mentions", "integer", "Mentions in all articles."),
        Column("n_documents", "integer", "Articles that mention the person."),
        Column("first_published", "date", "Earliest publication date among them."),
        Column("last_published", "date", "Latest publication date among them."),
    ),
    "person_id",
    ("person_id",),
)

PERSON_MENTIONS = _mentions(
    "person_mentions",
    "One row per mention of a person; the span is the name alone.",
    Column("person_id", "string", "The person."),
    Column("title", "string", "Honorific or role just before or after the name, outside the span.", free_text=True),
    Column("link_reason", "string", "Why the mention went to that person."),
    foreign_keys=(ForeignKey("person_id", "persons", "person_id"),),
)

PLACES = Table(
    "places",
    "One row per place.",
    (
        Column("place_id", "string", "`geonames:ID` where the gazetteer has it, else `local:…`."),
        Column("name", "string", "English or most usual name.", free_text=True),
        Column("kind", "string", "What sort of place it is.", values=PLACE_KINDS),
        Column("country_code", "string", "ISO 3166-1 alpha-2; empty for what spans countries. `NA` is Namibia."),
        Column("country", "string", "Country name.", free_text=True),
        Column("admin1", "string", "First-level division.", free_text=True),
        Column("latitude", "number", "WGS 84 decimal degrees."),
        Column("longitude", "number", "WGS 84 decimal degrees."),
        Column("population", "integer", "Inhabitants, from the gazetteer."),
        Column("aliases", "list", "Every distinct form seen, most frequent first.", free_text=True),
        Column("n_mentions", "integer", "Mentions, without demonyms."),
        Column("n_demonyms", "integer", "Mentions by the name of its people or its adjective."),
        Column("n_documents", "integer", "Articles that mention the place."),
    ),
    "place_id",
    ("place_id",),
)

PLACE_MENTIONS = _mentions(
    "place_mentions",
    "One row per mention of a place; demonyms are told apart by `usage`.",
    Column("place_id", "string", "The place."),
    Column("usage", "string", "How the name is used.", values=("literal", "metonymic", "demonym")),
    Column("link_reason", "string", "Why the name went to that place."),
    Column("candidates", "integer", "How many places bear the name."),
    foreign_keys=(ForeignKey("place_id", "places", "place_id"),),
)

DATES = _mentions(
    "dates",
    "One row per temporal expression.",
    Column("type", "string", "TIMEX3 type.", values=("date", "time", "duration", "set")),
    Column("timex", "string", "TIMEX3 value; a range is `A/B`."),
    Column("edtf", "string", "ISO 8601-2 (EDTF) value."),
    Column("date_start", "date", "First day it can mean; empty for durations, sets and what cannot be anchored."),
    Column("date_end", "date", "Last day it can mean."),
    Column("modifier", "list", "`approx`, `early`, `mid`, `late`, `before`, `after`, `less_than`, `more_than`."),
    Column("relative", "boolean", "True when it had to be anchored."),
    Column("anchor", "date", "The date it was anchored on."),
    Column("anchor_from", "string", "Where the anchor came from.", values=("published", "previous-date", "text")),
)

AMOUNTS = _mentions(
    "amounts",
    "One row per quantity; a range is one row.",
    Column("kind", "string", "What sort of quantity it is.", values=AMOUNT_KINDS),
    Column("low", "number", "Lower end; empty when open below."),
    Column("high", "number", "Upper end; empty when open above."),
    Column("value", "number", "`low` when low and high are equal, else empty."),
    Column(
        "unit", "string", "ISO 4217, `%`, `pp`, `bp`, UCUM, `a` for ages, or the counted noun phrase.", free_text=True
    ),
    Column("unit_candidates", "list", "Currencies it could be, when several."),
    Column(
        "unit_from", "string", "How the unit was decided.", values=("code", "symbol", "adjective", "country", "default")
    ),
    Column("bound", "string", "What low and high mean.", values=BOUNDS),
    Column("per", "string", "Rate: `head`, `year`, `km²` …", free_text=True),
    Column("direction", "string", "`up` or `down` for a change.", values=("up", "down")),
    Column("vague", "boolean", "True for orders of magnitude such as `tens of millions`."),
    Column("same_as", "string", "mention_id of the row of which it is a conversion."),
    foreign_keys=(ForeignKey("same_as", "amounts", "mention_id"),),
)

TABLES: tuple[Table, ...] = (
    SOURCES, DOCUMENTS, PERSONS, PERSON_MENTIONS, PLACES, PLACE_MENTIONS, DATES, AMOUNTS,
)  # fmt: skip
MENTION_TABLES: tuple[Table, ...] = (PERSON_MENTIONS, PLACE_MENTIONS, DATES, AMOUNTS)

#: First letter of a mention_id, by table.
MENTION_LETTER = {"person_mentions": "m", "place_mentions": "l", "dates": "t", "amounts": "q"}

TEXTS = pa.schema([("doc_id", pa.string()), ("field", pa.string()), ("raw", pa.string()), ("cleaned", pa.string())])
"""Columns of `texts.parquet`: the raw and the cleaned string of every doc_id and field."""

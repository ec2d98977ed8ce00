"""Name spans -> person mentions, linked within an article (`extract_persons`) and across them (`resolve_persons`)."""

from dateline.persons.mentions import extract_persons
from dateline.persons.registry import Registry
from dateline.persons.resolution import resolve_persons
from dateline.persons.rows import DocumentPerson, Person, PersonMention, Resolution

__all__ = ["DocumentPerson", "Person", "PersonMention", "Registry", "Resolution", "extract_persons", "resolve_persons"]

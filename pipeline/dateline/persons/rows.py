"""The rows of persons: a mention, what an article knows of one person, and a person across all articles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateline.article import Mention
from dateline.persons.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMention(Mention):
    """A person's name in a passage.

    Attributes:
        name: the span with its white space folded and capitals repaired.
        title: honorific or role just before or after the span; '' when there is none.
        local_person: number of the person within the article, from 0 in order of appearance.
        link_reason: why the mention went to that person.
    """

    name: str
    title: str
    local_person: int
    link_reason: str


@dataclass(frozen=True, slots=True)
class DocumentPerson:
    """One person of one article: input of the reduce across articles.

    Attributes:
        doc_id: the article.
        local_person: the person's number in it.
        names: forms and how often each is there.
        titles: titles and how often each is there.
        language: ISO 639-1 code of the article.
        published: the article's date.
    """

    doc_id: str
    local_person: int
    names: tuple[tuple[str, int], ...]
    titles: tuple[tuple[str, int], ...]
    language: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person across all articles: the columns of persons.csv that names decide."""

    person_id: str
    name: str
    given_name: str
    family_name: str
    name_native: tuple[str, ...]
    titles: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the reduce decides.

    Attributes:
        persons: sorted by person_id.
        links: (doc_id, local_person) -> (person_id, reason that overrides the mention's, or None).
        registry: the registry to save, with the ids of this run.
    """

    persons: tuple[Person, ...]
    links: Mapping[tuple[str, int], tuple[str, str | None]]
    registry: Registry

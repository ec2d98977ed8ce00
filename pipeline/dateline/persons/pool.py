"""The persons that a reduce has so far, and the indexes over their names."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.persons.blocking import Blocks, Parts
from dateline.persons.parsing import Name, parse
from dateline.persons.registry import Registry
from dateline.persons.rows import DocumentPerson


@dataclass(frozen=True, slots=True)
class Local:
    """One person of one article, parsed; `head` is the form that says most."""

    doc_id: str
    number: int
    head: Name
    forms: Mapping[Name, int]
    titles: Mapping[str, int]


def parsed(cluster: DocumentPerson) -> Local:
    """Returns a person of an article with its names parsed."""
    forms: Counter[Name] = Counter()
    for text, count in cluster.names:
        forms[parse(text, cluster.language)] += count
    head = min(forms, key=lambda name: (not name.is_full, -len(name.tokens), name.n_initials, -forms[name], name.clean))
    return Local(cluster.doc_id, cluster.local_person, head, forms, dict(cluster.titles))


@dataclass(slots=True)
class Growing:
    """One person across articles.

    Attributes:
        seed: what the id is made of when there is none yet.
        person_id: the id from the registry, or None.
        weights: full names that decide what else joins, with the number of articles.
        docs: articles in which a full name stands.
        locals: the persons of articles that went here.
    """

    seed: str
    person_id: str | None = None
    weights: Counter[Name] = field(default_factory=Counter)
    docs: set[str] = field(default_factory=set)
    locals: list[Local] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Articles that name the person in full; at least 1."""
        return max(len(self.docs), 1)


class Pool:
    """Persons by number, found by name.

    Attributes:
        persons: the persons.
        blocks: their full names by pairs of parts.
        parts: their full names by single parts.
        known: key of a full name -> its person.
        lone: (key of a lone name, doc_id) -> its person, as the registry has it.
    """

    def __init__(self, registry: Registry) -> None:
        self.persons: list[Growing] = []
        self.blocks, self.parts = Blocks(), Parts()
        self.known: dict[str, int] = {}
        self.lone: dict[tuple[str, str], int] = {}
        numbers: dict[str, int] = {}
        for entry in registry.entries:
            name = parse(entry.name, entry.language)
            if entry.person_id not in numbers:
                numbers[entry.person_id] = self.create(name.key, person_id=entry.person_id)
            if entry.doc_id:
                self.lone[name.key, entry.doc_id] = numbers[entry.person_id]
            else:
                self.add_name(numbers[entry.person_id], name)

    def create(self, seed: str, *, person_id: str | None = None) -> int:
        """Returns the number of a new person."""
        self.persons.append(Growing(seed, person_id))
        return len(self.persons) - 1

    def add_name(self, number: int, name: Name, *, weight: int = 1) -> None:
        """Gives a person a full name."""
        if name not in self.persons[number].weights:
            self.blocks.add(name, number)
            self.parts.add(name, number)
        self.persons[number].weights[name] += weight
        self.known.setdefault(name.key, number)

"""Stage 4: mentions -> persons across documents. A small, deterministic reduce over distinct names.

Places are resolved per document, by gazetteer and context, in the extract stage: nothing of theirs is left to do here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

import pyarrow as pa

from dateline import schema
from dateline.persons import DocumentPerson, Registry, resolve_persons
from dateline.progress import Reporter
from dateline.stages.extract import EXTRACTIONS
from dateline.tables.database import connect, quoted_files
from dateline.workspace import Workspace, writing

_PERSON = ("person_id", "name", "given_name", "family_name", "name_native", "titles", "aliases")

PERSONS = pa.schema([schema.PERSONS.arrow().field(name) for name in _PERSON])

LINKS = pa.schema(
    [("doc_id", pa.string()), ("local_person", pa.int64()), ("person_id", pa.string()), ("link_reason", pa.string())]
)

#: One row per form of a local person of a document, in an order that does not depend on shards.
_FORMS = """
    SELECT doc_id, language, published, m.local_person, m.name, m.title, count(*) AS n
    FROM (SELECT d.doc_id, d.language, d.published, unnest(e.person_mentions) AS m
          FROM documents d JOIN extracted x USING (doc_id) JOIN read_parquet({shards}) e ON e.key = x.key)
    GROUP BY ALL ORDER BY doc_id, m.local_person, m.name, m.title
"""


def resolve(work: Workspace, tell: Reporter) -> None:
    """Links the persons of all documents; leaves `persons`, `links` and the registry of ids."""
    documents = work.load("documents", stage="detect")
    extracted = work.load("extracted", stage="extract")
    tell.stage("resolving persons", None)
    shards = work.store("extract", EXTRACTIONS).paths(extracted["key"].to_pylist())
    clusters: list[DocumentPerson] = []
    if shards:
        with connect(work, documents=documents, extracted=extracted) as database:
            database.execute(_FORMS.format(shards=quoted_files(shards)))
            clusters = list(_clusters(iter(database.fetchall())))
    resolution = resolve_persons(clusters, registry=Registry.load(work.registry))
    persons = [{name: _plain(value) for name, value in asdict(person).items()} for person in resolution.persons]
    links = [
        {"doc_id": doc_id, "local_person": local, "person_id": person_id, "link_reason": reason or ""}
        for (doc_id, local), (person_id, reason) in sorted(resolution.links.items())
    ]
    work.save("persons", persons, PERSONS)
    work.save("links", links, LINKS)
    with writing(work.folder):
        resolution.registry.save(work.registry)


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _clusters(rows: Iterator[tuple[str, str, date | None, int, str, str, int]]) -> Iterator[DocumentPerson]:
    """Yields one DocumentPerson per local person of sorted form rows."""
    key: tuple[str, int] | None = None
    names: Counter[str] = Counter()
    titles: Counter[str] = Counter()
    about: tuple[str, date | None] = ("", None)
    for doc_id, language, published, local, name, title, n in rows:
        if key is not None and key != (doc_id, local):
            yield _cluster(key, names, titles, about)
            names, titles = Counter(), Counter()
        key, about = (doc_id, local), (language, published)
        names[name] += n
        if title:
            titles[title] += n
    if key is not None:
        yield _cluster(key, names, titles, about)


def _cluster(
    key: tuple[str, int], names: Counter[str], titles: Counter[str], about: tuple[str, date | None]
) -> DocumentPerson:
    return DocumentPerson(
        doc_id=key[0],
        local_person=key[1],
        names=tuple(sorted(names.items())),
        titles=tuple(sorted(titles.items())),
        language=about[0],
        published=about[1],
    )

"""Which person has which id: read before a run and written after it, so that adding a dump never renumbers."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from dateline.errors import RunError


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One name form and the person it went to.

    Attributes:
        person_id: the id.
        name: the name, without titles.
        language: ISO 639-1 code of the text it is from.
        doc_id: the article, for a lone name, which says who is meant only there; '' for a full name.
    """

    person_id: str
    name: str
    language: str
    doc_id: str


class Registry:
    """The ids given so far. Entries are only ever added, and an id is never given to somebody else."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: tuple[Entry, ...] = tuple(sorted(set(entries)))

    @classmethod
    def load(cls, path: Path) -> "Registry":
        """Returns the registry in `path` (persons_registry.csv), an empty one when there is no such file.

        Raises:
            RunError: the file is not a registry.
        """
        if not path.exists():
            return cls()
        try:
            with path.open(encoding="utf-8-sig", newline="") as lines:
                return cls(_entry(row) for row in csv.DictReader(lines))
        except (TypeError, UnicodeDecodeError, csv.Error) as error:
            raise RunError(
                f"{path} is not a registry of persons ({error}); restore it, or remove it to number anew"
            ) from error

    def save(self, path: Path) -> None:
        """Writes the registry, sorted, so that the same entries give the same bytes."""
        with path.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines, lineterminator="\n")
            writer.writerow(column.name for column in fields(Entry))
            writer.writerows(astuple(entry) for entry in self.entries)


def _entry(row: Mapping[str | None, str | None]) -> Entry:
    cells = {column: cell for column, cell in row.items() if column is not None and cell is not None}
    if len(cells) != len(row):
        raise TypeError("a row has more or fewer cells than the header")
    return Entry(**cells)

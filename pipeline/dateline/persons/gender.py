"""What titles and given names say of a person's gender: `male`, `female` or ''; only ever used to keep two apart."""

from collections.abc import Iterable

from dateline.entities.words import words
from dateline.persons.parsing import Name, fold
from dateline.persons.words import name_words


def title_gender(titles: Iterable[str], language: str) -> str:
    """Returns the gender that the titles agree on, else ''."""
    known = words(language).titles
    parts = {part for title in titles for part in title.lower().split()}
    return _only(not parts.isdisjoint(known.male), not parts.isdisjoint(known.female))


def given_gender(name: Name) -> str:
    """Returns the gender of a full name's given name, where the lists have it, else ''."""
    if len(name.tokens) < 2:
        return ""
    given = {fold(name.tokens[0].written), name.tokens[0].written.lower()}
    return _only(not given.isdisjoint(name_words().male), not given.isdisjoint(name_words().female))


def _only(male: bool, female: bool) -> str:
    return "" if male == female else "male" if male else "female"

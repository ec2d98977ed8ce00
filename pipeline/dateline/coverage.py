"""Which tables a language gets: what `coverage` in documents.csv says."""

from functools import cache

from dateline import amounts, dates, entities, places


@cache
def coverage(language: str) -> list[str]:
    """Returns the tables that this language gets, in the order persons, places, dates, amounts."""
    have = {
        "persons": language in entities.languages(),
        "places": places.has_names(language),
        "dates": dates.has_grammar(language),
        "amounts": amounts.has_grammar(language),
    }
    return [table for table, covered in have.items() if covered]

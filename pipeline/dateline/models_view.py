"""`dateline models`: the models that find names, in the terminal."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.console import Console
from rich.table import Table

from dateline.entities.catalog import Entry, model_catalog
from dateline.entities.locations import folder
from dateline.errors import ModelError

#: Width of the table where it goes to a file or a pipe.
_WIDTH = 120


@dataclass(frozen=True, slots=True)
class Choice:
    """A model and what reads with it: tiers of a language, or no tier at all."""

    language: str
    tiers: tuple[str, ...]
    entry: Entry


def choices() -> Iterator[Choice]:
    """Yields the models by language: those of its tiers, in the order in which they read, then those to be fetched."""
    models = model_catalog().models
    optional = [entry for entry in models.values() if entry.source == "url"]
    for language in sorted(model_catalog().languages.keys() | {entry.language for entry in optional}):
        tiers = model_catalog().languages.get(language, {})
        for ids, named in groupby(tiers, key=lambda tier: tiers[tier]):
            together = tuple(named)
            yield from (Choice(language, together, models[name]) for name in ids)
        yield from (Choice(language, (), entry) for entry in optional if entry.language == language)


def show_models() -> None:
    """Prints a line per model: its language and tiers, licence, whether it is installed, and, once, its scores."""
    console = Console(highlight=False, width=None if sys.stdout.isatty() else _WIDTH)
    table = Table("language", "tier", "model", "licence", "installed", "scores", box=None, pad_edge=False)
    before: tuple[object, ...] = ()
    seen: set[str] = set()
    for choice in choices():
        group = choice.language, choice.tiers
        shown = ("", "") if group == before else (choice.language, ", ".join(choice.tiers) or "--models")
        scores = "see above" if choice.entry.id in seen else _scores(choice.entry)
        table.add_row(*shown, choice.entry.id, choice.entry.licence, _installed(choice.entry), scores)
        before = group
        seen.add(choice.entry.id)
    console.print(table)
    console.print(
        "\nfetch: not on this machine, `dateline models fetch MODEL` gets it; `dateline run` takes it with `--models`"
    )


def _installed(entry: Entry) -> str:
    try:
        folder(entry.id)
    except ModelError:
        return "fetch" if entry.source == "url" else "no"
    return "yes"


def _scores(entry: Entry) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value:,}" for name, value in entry.scores.items())

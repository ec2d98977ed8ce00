"""Given names of languages that write small words together with the next: `לשמעון` is `to` and a name."""

from functools import cache
from importlib.resources import files

#: Spellings that are alike: Arabic alif with and without hamza, final ya, the apostrophes after Hebrew letters.
_ALIKE = str.maketrans("أإآى׳’", "اااي''")


def is_given_name(word: str) -> bool:
    """Tells whether a Hebrew or Arabic word, as it stands, is in data/given_names."""
    return word.translate(_ALIKE) in _listed()


@cache
def _listed() -> frozenset[str]:
    sources = (files("dateline.entities") / "data" / "given_names").iterdir()
    lines = (line for source in sources for line in source.read_text(encoding="utf-8").splitlines())
    return frozenset(word.translate(_ALIKE) for line in lines if not line.startswith("#") for word in line.split())

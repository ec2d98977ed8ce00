"""Builds the committed tables of the second opinion: `python -m dateline.language.build_tables`.

Run it after a change of the languages in data/scripts.toml, of spaCy's stop words or of py3langid, which only this
script needs, and commit data/tables. The same inputs give the same bytes. data/tables/README.md says what
the files hold and under which licences.
"""

import json
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from dateline.language.scripts import Script, scripts
from dateline.language.tables import write_table

FORMAT = 3  # raise it when this module changes what the tables hold
PACKAGES = ("py3langid", "spacy")
#: The share of running text that all function words of a language make up, and the fewest to share it out among.
_SHARE, _LEAST = 0.4, 100
#: The share of a language's running text that a word it does not list may have; at ten times as much, a fifth of a
#: point on five words is lost.
_UNLISTED = 2e-6
#: What spaCy calls our languages where it differs.
_SPACY = {"no": "nb"}
#: First bytes of the UTF-8 characters found in text of a script; digits, punctuation and later bytes go with each.
_LEADS = {"Latn": "c2c3c4c5c6c7c8c9cce1e2", "Cyrl": "c2d0d1d2d3e2", "Arab": "c2d8d9dadbe2ef", "Deva": "c2e0e2"}
_ANY_SCRIPT = frozenset(range(0x20, 0xC0))


def inputs() -> dict[str, Any]:
    """Returns what the tables depend on; committed beside them."""
    languages = {script.name: script.all_languages for script in _tabled()}
    return {"format": FORMAT, "languages": languages, "packages": {name: version(name) for name in PACKAGES}}


def build(folder: Path) -> None:
    """Writes all tables into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    model = import_module("py3langid.langid").LanguageIdentifier.from_model_file("data/model.npz.xz")
    names = dict(_ngrams(model))
    for script in _tabled():
        write_table(folder, f"ngrams.{script.name}", _ngram_logs(model, names, script))
        write_table(folder, f"words.{script.name}", _word_logs(script))
    (folder / "inputs.json").write_text(json.dumps(inputs(), indent=1) + "\n", encoding="utf-8")


def _tabled() -> list[Script]:
    return [script for script in scripts().values() if len(script.languages) > 1]


def _ngrams(model: Any) -> Iterator[tuple[int, bytes]]:
    """Yields the number and the bytes of each n-gram that the model's automaton knows, shorter ones first."""
    reached = {0: b""}
    found = set()
    queue = [0]
    for state in queue:
        start = model.tk_row[state] << 8
        for byte, after in enumerate(model.tk_nextmove[start : start + 256]):
            if after not in reached:
                reached[after] = reached[state] + bytes([byte])
                queue.append(after)
        number = model.tk_output[state]
        if number >= 0 and number not in found:
            found.add(number)
            yield number, reached[state]


def _ngram_logs(model: Any, names: dict[int, bytes], script: Script) -> dict[bytes, list[float]]:
    """What the model says of the n-grams that a text in a script can hold and one of its languages does."""
    classes = np.array(model.nb_classes)
    # A language in two scripts has two columns of the same name; the one of another script is low for every n-gram.
    every = np.asarray(model.nb_ptc, dtype=np.float64)
    logs = np.stack([every[:, classes == language].max(axis=1) for language in script.all_languages], axis=1)
    seen = (logs > logs.min(axis=0) + 0.01).any(axis=1)
    bytes_of = _ANY_SCRIPT | set(bytes.fromhex(_LEADS[script.name]))
    return {name: logs[number].tolist() for number, name in names.items() if seen[number] and bytes_of.issuperset(name)}


def _word_logs(script: Script) -> dict[bytes, list[float]]:
    """Log-frequencies of the function words; a language without a list gets the mean of the others."""
    lists = [_function_words(language) for language in script.all_languages]
    logs = {}
    for word in sorted(frozenset[str]().union(*lists)):
        row = [float(np.log((word in some) * _SHARE / max(len(some), _LEAST) + _UNLISTED)) for some in lists]
        given = [value for value, some in zip(row, lists, strict=True) if some]
        mean = sum(given) / len(given)
        logs[word.encode()] = [value if some else mean for value, some in zip(row, lists, strict=True)]
    return logs


def _function_words(language: str) -> frozenset[str]:
    """The words without which no text of a language goes on for long; empty where spaCy lists none."""
    try:
        listed = import_module(f"spacy.lang.{_SPACY.get(language, language)}.stop_words").STOP_WORDS
    except ModuleNotFoundError:
        return frozenset()
    return frozenset(word.lower() for word in listed if word.isalpha())


if __name__ == "__main__":
    build(Path(str(files("dateline.language") / "data" / "tables")))

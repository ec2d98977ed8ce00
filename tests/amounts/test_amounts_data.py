"""The word lists: every language file declares the same things, every reference in them leads somewhere."""

import tomllib
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest

from dateline.amounts.lexicon import lexicon
from dateline.amounts.words import words_of

DATA = files("dateline.amounts") / "data"
SHARED = {"currencies", "units"}
LANGUAGES = sorted(p.name[:-5] for p in DATA.iterdir() if p.name.endswith(".toml") and p.name[:-5] not in SHARED)
# What a language may leave out; the comments in the language files say what each is for.
OPTIONAL = {
    "decimal", "space_groups", "teens_after", "joins_after", "implicit", "spelled_only", "age.needs_word", "ratio.nouns_between",
    "ratio.stand_alone", "nouns.told_by", "nouns.adjective_endings", "prefixes", "fused", "symbols", "endings",
    "dotted", "mixed", "duals", "doubled", "particle_bounds", "direction.subject", "direction.by_only", "nouns.definite", "nouns.not_starts", "range.led", "range.moves", "nouns.apostrophe_plural",
    "definite", "age.sure", "ambiguous.by_price",
    "ratio.portions", "ordinal_after", "direction.target", "direction.separable", "nouns.listed", "nouns.wholes",
    "age.lone", "age.weak", "age.bracketed", "points", "points.names", "points.cues", "angles", "range.then",
    "one", "one.not_after", "one.never", "one.not_endings",
    "direction.transitive", "direction.points",
}  # fmt: skip
# Tables of words: their keys are the words themselves.
WORDS = {
    "quarters", "cardinals", "scales", "abbreviations", "attached", "vague.words", "vague.exact", "ratio.parts", "ratio.any",
    "ratio.out_of", "ratio.portions", "direction.separable", "points.names", "percent", "units", "money", "minor", "countries", "ambiguous.weights", "age.units", "bounds",
    "bounds_after", "per.canonical", "per.alone", "per.ucum", "prefixes", "fused", "symbols", "endings",
    "particle_bounds",
}  # fmt: skip


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def keys(table: dict[str, Any], prefix: str = "") -> set[str]:
    found = set()
    for key, value in table.items():
        path = prefix + key
        found.add(path)
        if isinstance(value, dict) and path not in WORDS:
            found |= keys(value, path + ".")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_declare_the_same_things(language: str) -> None:
    assert keys(read(language)) - OPTIONAL == keys(read("en")) - OPTIONAL


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_leads_to_a_currency_or_a_family(language: str) -> None:
    shared, data = read("currencies"), read(language)
    names = [*words_of(language)["money"].values(), *data["minor"].values(), *shared["symbols"].values()]
    for name in names:
        assert name[1:] in shared["families"] if name.startswith("?") else len(name) == 3 and name.isupper()


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_numbers(language: str) -> None:
    words = lexicon(language).numbers
    values = {Decimal(value) for value in words_of(language)["cardinals"].values()}
    own = {factor * times for factor in words.scales.values() for times in (2, Decimal("1.5"), Decimal("0.5"))}
    assert all(0 <= value <= 1000 or value in own for value in values)  # ألفين, אלפיים, полмиллиона
    assert all(factor >= 10 for factor in words.scales.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_bounds_are_known(language: str) -> None:
    data = read(language)
    known = {"approx", "at_least", "at_most", "more_than", "less_than"}
    assert {*data["bounds"].values(), *data["bounds_after"].values()} <= known


def test_members_of_families_are_codes() -> None:
    for family in read("currencies")["families"].values():
        assert all(len(country) == 2 and len(code) == 3 for country, code in family["members"].items())
        assert family.get("default", "") in {"", *family["members"].values()}

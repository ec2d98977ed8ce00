"""Russian names in the nominative: `Владимира Путина` is shown as `Владимир Путин`, where given name and surname agree.

The given name must be a listed one, and in one reading only; what is not safe stays as it is written.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from dateline.persons.parsing import Name, parse
from dateline.persons.scripts import CACHE


@dataclass(frozen=True, slots=True)
class _Form:
    """A reading of a given name: in which case and gender it is whose form; the cases are `nom gen dat ins pre acc`."""

    case: str
    male: bool
    nominative: str


#: Endings by case, after what is left of the nominative without the ending before the colon.
_MASCULINE = {
    "ий": "gen=ия dat=ию ins=ием pre=ии",
    "й": "gen=я dat=ю ins=ем pre=е",
    "ь": "gen=я dat=ю ins=ем pre=е",
    "я": "gen=и dat=е ins=ей pre=е acc=ю",
    "": "gen=а dat=у ins=ом pre=е",
}
_FEMININE = {
    "ия": "gen=ии dat=ии ins=ией pre=ии acc=ию",
    "я": "gen=и dat=е ins=ей pre=е acc=ю",
    "га": "gen=ги dat=ге ins=гой pre=ге acc=гу",
    "ь": "gen=и dat=и ins=ью pre=и",
    "а": "gen=ы dat=е ins=ой pre=е acc=у",
}
#: Vowels that fall out in the other cases: `Лев`, `Павел`, `Пётр`.
_SHORTENED = {"лев": "льв", "павел": "павл"}

#: Endings of a surname by gender and case, and what the nominative has for them.
_SURNAMES = {
    (True, "gen"): (("ского", "ский"), ("цкого", "цкий"), ("ы", "а"), ("а", "")),
    (True, "dat"): (("скому", "ский"), ("цкому", "цкий"), ("ову", "ов"), ("еву", "ев"), ("ёву", "ёв"), ("ину", "ин"),
                    ("ыну", "ын")),
    (True, "ins"): (("ским", "ский"), ("цким", "цкий"), ("овым", "ов"), ("евым", "ев"), ("ёвым", "ёв"), ("иным", "ин"),
                    ("ыным", "ын"), ("ом", "")),
    (True, "pre"): (("ском", "ский"), ("цком", "цкий"), ("ове", "ов"), ("еве", "ев"), ("ёве", "ёв"), ("ине", "ин"),
                    ("ыне", "ын")),
    (False, "gen"): (("ской", "ская"), ("цкой", "цкая"), ("овой", "ова"), ("евой", "ева"), ("ёвой", "ёва"),
                     ("иной", "ина"), ("ыной", "ына")),
    (False, "acc"): (("скую", "ская"), ("цкую", "цкая"), ("ову", "ова"), ("еву", "ева"), ("ёву", "ёва"),
                     ("ину", "ина"), ("ыну", "ына")),
}  # fmt: skip
_PATRONYMICS = {
    True: (("ичем", "ич"), ("ича", "ич"), ("ичу", "ич"), ("иче", "ич")),
    False: (("вной", "вна"), ("вны", "вна"), ("вне", "вна"), ("вну", "вна")),
}

#: How a surname ends that has no cases in the name of a man, or of a woman; others of a woman may have some.
_FIXED = {True: ("о", "е", "и", "у", "ю", "э", "их", "ых"), False: tuple("бвгджзйклмнпрстфхцчшщьоеиуюэ")}
_RUSSIAN = re.compile("(?:[оеё]в|[иы]н|ск|цк)(?:а|у|е|ы|ой|ым|им|ую)\\Z")
_CONSONANTS = tuple("бвгджзклмнпрстфхцчшщ")

#: Letters that are left of a surname at least.
_SHORTEST = 3


def in_nominative(forms: Mapping[Name, int]) -> Counter[Name]:
    """Returns the forms of one person's name with the Russian ones in the nominative, counts added up."""
    written = {name.clean for name in forms}
    counts: Counter[Name] = Counter()
    for name, count in forms.items():
        counts[_nominative(name, frozenset(written)) if name.language == "ru" else name] += count
    return counts


def _nominative(name: Name, written: frozenset[str]) -> Name:
    """Returns a name in the nominative: the one reading that is safe, or of several the other one that is written."""
    readings = _readings(name.clean)
    if len(readings) > 1:
        readings = readings & written - {name.clean}
    return parse(next(iter(readings)), name.language) if len(readings) == 1 else name


@lru_cache(CACHE)
def _readings(clean: str) -> frozenset[str]:
    """Returns what a full name may be in the nominative, itself included where it may be in it."""
    given, *middle = clean.split(" ")
    if not middle or len(middle) > 2:
        return frozenset()
    found: set[str] = set()
    for form in _given().get(given.lower(), ()):
        family = _family(middle[-1], form)
        patronymic = [_patronymic(middle[0], form)] if len(middle) == 2 else []
        if family and all(patronymic):
            found.add(" ".join([_cased(form.nominative, given), *patronymic, family]))
    return frozenset(found)


def _family(word: str, form: _Form) -> str:
    """Returns a surname in the nominative, given the case of the name before it; '' where that is not safe."""
    lower = word.lower()
    if form.case == "nom":
        return word if _fits_nominative(lower, male=form.male) else ""
    case = form.case if form.male or form.case == "acc" else "gen"  # women's surnames have one form for the others
    for ending, nominative in _SURNAMES.get((form.male, case), ()):
        stem = word[: len(word) - len(ending)]
        if lower.endswith(ending) and len(stem) + len(nominative) >= _SHORTEST:
            return stem + nominative if nominative or stem.lower().endswith(_CONSONANTS) else ""
    return word if _is_fixed(lower, male=form.male) else ""


def _is_fixed(lower: str, *, male: bool) -> bool:
    """Tells a surname that has no cases: `Лукашенко`, `Шойгу`, and of women also `Меркель`; not `Путину`."""
    if lower in _lists()["indeclinable"]:
        return True
    inflected = _RUSSIAN.search(lower) is not None or lower.endswith(("ого", "его", "ому", "ему", "ки", "ги", "хи"))
    return not inflected and lower.endswith(_FIXED[male])


def _fits_nominative(lower: str, *, male: bool) -> bool:
    if male:
        return not lower.endswith(("ова", "ева", "ёва", "ина", "ына", "ская", "ского", "скому"))
    return not lower.endswith(("ов", "ев", "ёв", "ский", "цкий", "ского"))


def _patronymic(word: str, form: _Form) -> str:
    if form.case == "nom":
        return word if word.lower().endswith("ич" if form.male else "на") else ""
    for ending, nominative in _PATRONYMICS[form.male]:
        if word.lower().endswith(ending):
            return word[: len(word) - len(ending)] + nominative
    return ""


def _cased(nominative: str, like: str) -> str:
    return nominative.upper() if like.isupper() else "-".join(part.capitalize() for part in nominative.split("-"))


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    source = files("dateline.persons") / "data" / "given.ru.toml"
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {key: frozenset(value.split()) for key, value in data.items()}


@cache
def _given() -> Mapping[str, tuple[_Form, ...]]:
    """Returns the readings of every form of every listed given name."""
    found: dict[str, list[_Form]] = defaultdict(list)
    for key, table in (("masculine", _MASCULINE), ("feminine", _FEMININE)):
        for name in sorted(_lists()[key]):
            for case, written in _forms(name, table):
                found[written].append(_Form(case, key == "masculine", name))
    return {written: tuple(forms) for written, forms in found.items()}


def _forms(name: str, table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    yield "nom", name
    ending = next((ending for ending in table if name.endswith(ending)), None)
    if ending is None:
        return
    stem = _SHORTENED.get(name, name)
    stem = stem[: len(stem) - len(ending)] if ending else stem
    for part in table[ending].split():
        case, _, other = part.partition("=")
        yield case, stem + other

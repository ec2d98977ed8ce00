"""Makes `data/cldr/*.toml`: months, weekdays and near days of every language that detection knows.

    python -m dateline.dates.build_lexicons

Names and orders of dates come from CLDR through Babel (Unicode License v3), variant spellings and relative words from
dateparser's locale data (BSD-3-Clause). What a language's own `data/<language>.toml` says replaces all of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import get_date_format

from dateline.dates.forms import runs_on
from dateline.language.scripts import scripts

FOLDER = Path(__file__).parent / "data" / "cldr"
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
#: Only CLDR's `format` names: Babel resolves the aliases behind `stand-alone` to whatever locale was read before.
WIDTHS = ("wide", "abbreviated")
#: dateparser's keys of relative words -> the slot they fill and its value.
RELATIVE = {
    **{f"{n} day ago": ("day_name", -n) for n in (1, 2)}, "0 day ago": ("day_name", 0),
    **{f"in {n} day": ("day_name", n) for n in (1, 2)},
    **{f"1 {unit} ago": (f"{unit}_name", -1) for unit in ("week", "month", "year")},
    **{f"0 {unit} ago": (f"{unit}_name", 0) for unit in ("week", "month", "year")},
    **{f"in 1 {unit}": (f"{unit}_name", 1) for unit in ("week", "month", "year")},
}  # fmt: skip
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
FIELDS = {"d": "{day}", "MMMM": "{month}", "LLLL": "{month}", "M": "{m:month}", "y": "{year}"}
PATTERN = re.compile(r"'([^']*)'|([A-Za-z])\2*")
BROKEN = re.compile(r"[\d/+()]|^[IVX]+$")
#: A word of fewer letters is another one as soon as not, unless digits stand beside it.
LEAST_LETTERS = 3


def main() -> None:
    """Writes one file per language; removes those of languages that are gone."""
    FOLDER.mkdir(exist_ok=True)
    made = {language: text for language in languages() if (text := lexicon_text(language))}
    for path in FOLDER.glob("*.toml"):
        if path.stem not in made:
            path.unlink()
    for language, text in made.items():
        (FOLDER / f"{language}.toml").write_text(text, encoding="utf-8")


def languages() -> list[str]:
    """Every language that detection can name."""
    return sorted({language for script in scripts().values() for language in script.languages})


def lexicon_text(language: str) -> str:
    """The file of a language; empty where CLDR or dateparser lacks it."""
    try:
        locale = Locale.parse(language)
        parser = import_module(f"dateparser.data.date_translation_data.{language}").info
    except (UnknownLocaleError, ModuleNotFoundError):
        return ""
    slots: dict[str, dict[str, list[str]]] = {
        "month": _named([locale.months["format"][width] for width in WIDTHS], [parser[name] for name in MONTHS], 2),
        "weekday": _named([locale.days["format"]["wide"]], [[]] * 7, LEAST_LETTERS, first=0),
    }
    for key, words in parser.get("relative-type", {}).items():
        slot, value = RELATIVE.get(key, ("", 0))
        if slot and (kept := _clean(words)):
            slots.setdefault(slot, {})[str(value)] = kept
    lines = [
        f"# Made by build_lexicons.py from CLDR (Babel {version('babel')}; Unicode License v3) and dateparser",
        f"# {version('dateparser')} (BSD-3-Clause). Not to be edited: a file data/{language}.toml replaces it.",
        "",
        f"day_first = {'false' if parser.get('date_order', 'DMY').startswith('M') else 'true'}",
        f"capital = {'true' if locale.days['format']['wide'][0][0].isupper() else 'false'}",
        f"dates = {_array(_forms(locale))}",
        "",
        "[ago]",
        *(f"{unit} = {_array(forms)}" for unit, forms in _ago(parser.get("relative-type-regex", {})).items()),
    ]
    for slot, table in slots.items():
        if not any(table.values()):  # Korean months have numbers, no names
            continue
        lines += ["", f"[slot.{slot}]", *(f"{value} = {_array(words)}" for value, words in table.items())]
    return "\n".join(lines) + "\n"


def _named(
    tables: Sequence[Mapping[int, str]], more: Sequence[list[str]], least: int, *, first: int = 1
) -> dict[str, list[str]]:
    """The words of each month or weekday by number from 1; `first` is what the tables call the first."""
    return {
        str(number + 1): _clean([*(table[number + first] for table in tables), *words], least)
        for number, words in enumerate(more)
    }


def _clean(words: Iterable[str], least: int = LEAST_LETTERS) -> list[str]:
    """Words in lower case without doubles, roman numerals, parts of words, and those too short to be sure of."""
    plain = (" ".join(word.lower().replace("’", "'").split()) for word in words if not BROKEN.search(word))
    kept = dict.fromkeys(plain)
    return [word for word in kept if runs_on(word) or len(word.rstrip(".")) >= least]


def _forms(locale: Locale) -> list[str]:
    """CLDR's patterns of a date, of month and year, and of day and month, as forms."""
    patterns = [get_date_format("long", locale).pattern]
    patterns += [
        str(locale.datetime_skeletons[name]) for name in ("yMMMM", "MMMMd", "y") if name in locale.datetime_skeletons
    ]
    month = _numbered_month(locale)
    forms = [_form(pattern).replace("{month}", month) for pattern in patterns if "(" not in pattern]
    return list(dict.fromkeys(form for form in forms if form not in ("", "{year}")))


def _numbered_month(locale: Locale) -> str:
    """The slot of a month, with the words around its number where that is its name: `tháng 5`, `5월`."""
    numbered = re.fullmatch(r"(\D*)5(\D*)", locale.months["format"]["wide"][5].lower())
    return f"{numbered[1]}{{m:month}}{numbered[2]}" if numbered else "{month}"


def _form(pattern: str) -> str:
    """A CLDR pattern as a form: `d 'de' MMMM` is `{day} de {month}`; empty if it has fields that forms lack."""
    unknown = False

    def field(match: re.Match[str]) -> str:
        nonlocal unknown
        if match[1] is not None:
            return match[1].lower()
        unknown = unknown or match[0] not in FIELDS
        return FIELDS.get(match[0], "")

    form = " ".join(PATTERN.sub(field, pattern).replace("\u202f", " ").split())
    return "" if unknown else form


def _ago(patterns: dict[str, list[str]]) -> dict[str, list[str]]:
    """The forms of `so many days ago` by unit."""
    found: dict[str, list[str]] = defaultdict(list)
    for unit, grain in UNITS.items():
        for pattern in patterns.get(f"\\1 {unit} ago", ()):
            form = re.sub(r"\(\\d[^)]*\)", "{n}", pattern).lower()
            if form.count("{n}") == 1 and re.fullmatch(r"[^\\^$*+?()\[\]|~{}]*\{n\}[^\\^$*+?()\[\]|~{}]*", form):
                found[grain].append(form)
    return {grain: sorted(dict.fromkeys(forms)) for grain, forms in found.items()}


def _array(words: list[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


if __name__ == "__main__":
    main()

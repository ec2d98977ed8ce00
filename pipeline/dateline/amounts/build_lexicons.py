"""Makes `data/cldr/*.toml` and `data/numbers/*.toml`: what public tables know of money, units and numbers in words.

    python -m dateline.amounts.build_lexicons

Names of currencies and units, scale words and separators come from CLDR through Babel, number words from the spell-out
rules of ICU through PyICU (both Unicode License v3). ICU is needed here only: `pip install PyICU`. The overlay
`data/<language>.toml` adds to all of it and corrects it.
"""

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from importlib import import_module
from importlib.metadata import version
from operator import itemgetter
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

DATA = Path(__file__).parent / "data"
LANGUAGES = ("ar", "de", "en", "es", "fr", "he", "it", "nl", "pt", "ru")
#: Currencies that no other shares its name with, but that news write without a country: "zloty", "hryvnias".
PLAIN = (
    "JPY", "CNY", "PLN", "ILS", "KRW", "ZAR", "THB", "MYR", "IDR", "VND", "NGN", "HUF", "UAH", "KZT", "GHS", "BDT",
    "ETB", "BRL", "ESP", "GRD", "PTE",
)  # fmt: skip
#: Languages whose adjectives stand after the noun: the first word of a currency's name is its noun there.
NOUN_FIRST = frozenset({"ar", "es", "fr", "he", "it", "pt"})
#: Languages that write hundreds and thousands as one word of several numbers; the grammar takes it apart (`fused`).
FUSED = frozenset({"de", "it", "nl"})
#: Languages that write units as symbols of their own script.
OWN_SYMBOLS = frozenset({"ar", "he", "ru"})
NAMED_WITH = re.compile(r"[(\d/]|[–-]\d")  # names with years or an exchange, which no news article writes
LEAST_LETTERS = 2  # a symbol of one letter is another word as soon as not
ZEROS = re.compile(r"0+")
MINUTE_WORDS = re.compile(r"[-\s]+")
#: CLDR's ids of units -> UCUM (https://ucum.org/ucum).
UCUM = {
    "length-kilometer": "km", "length-meter": "m", "length-centimeter": "cm", "length-millimeter": "mm",
    "length-micrometer": "um", "length-nanometer": "nm", "length-mile": "[mi_i]", "length-yard": "[yd_i]",
    "length-foot": "[ft_i]", "length-inch": "[in_i]", "length-light-year": "[ly]", "length-nautical-mile": "[nmi_i]",
    "area-square-kilometer": "km2", "area-hectare": "har", "area-square-meter": "m2", "area-square-centimeter": "cm2",
    "area-square-mile": "[mi_i]2", "area-acre": "[acr_us]", "area-square-foot": "[ft_i]2",
    "volume-cubic-kilometer": "km3", "volume-cubic-meter": "m3", "volume-cubic-centimeter": "cm3",
    "volume-cubic-foot": "[ft_i]3", "volume-hectoliter": "hL", "volume-liter": "L", "volume-centiliter": "cL",
    "volume-milliliter": "mL", "volume-gallon": "[gal_us]", "volume-quart": "[qt_us]", "volume-pint": "[pt_us]",
    "volume-barrel": "[bbl_us]", "mass-tonne": "t", "mass-kilogram": "kg", "mass-gram": "g", "mass-milligram": "mg",
    "mass-ounce": "[oz_av]", "mass-carat": "[car_m]", "power-gigawatt": "GW",
    "power-megawatt": "MW", "power-kilowatt": "kW", "power-watt": "W", "power-horsepower": "[HP]",
    "energy-kilowatt-hour": "kW.h", "energy-foodcalorie": "[Cal]", "electric-volt": "V", "electric-ampere": "A",
    "frequency-gigahertz": "GHz", "frequency-megahertz": "MHz", "frequency-kilohertz": "kHz", "frequency-hertz": "Hz",
    "digital-terabyte": "TBy", "digital-gigabyte": "GBy", "digital-megabyte": "MBy", "digital-kilobyte": "kBy",
    "graphics-megapixel": "Mpx", "speed-kilometer-per-hour": "km/h", "speed-meter-per-second": "m/s",
    "speed-mile-per-hour": "[mi_i]/h", "speed-knot": "[kn_i]", "temperature-celsius": "Cel",
    "temperature-fahrenheit": "[degF]", "temperature-kelvin": "K", "angle-degree": "deg",
    "consumption-mile-per-gallon": "[mi_i]/[gal_us]", "pressure-hectopascal": "hPa", "pressure-megapascal": "MPa",
    "torque-newton-meter": "N.m", "area-dunam": "{dunam}",
}  # fmt: skip

OF_UNIONS = frozenset({"XAF", "XOF", "XCD", "XPF"})  # the codes with X that are money, not metals or tests

Table = Mapping[str, Iterable[str]]
Words = dict[str, list[str]]


def main() -> None:
    """Writes the files of every language, and that of currencies that took over a name."""
    for folder in ("cldr", "numbers"):
        (DATA / folder).mkdir(exist_ok=True)
    for language in LANGUAGES:
        (DATA / "cldr" / f"{language}.toml").write_text(cldr_text(language), encoding="utf-8")
        (DATA / "numbers" / f"{language}.toml").write_text(numbers_text(language), encoding="utf-8")
    (DATA / "cldr" / "tender.toml").write_text(tender_text(), encoding="utf-8")


def cldr_text(language: str) -> str:
    """The file of CLDR's words of money, units and scales in a language, and its separators."""
    locale = Locale.parse(language)
    symbols = locale.number_symbols["latn"]
    names = _currency_names(locale)
    bare, adjectives = _parts_of_names(names, noun_first=language in NOUN_FIRST)
    compact = locale._data["compact_decimal_formats"]  # Babel has no public view of all plural forms
    scales, short = _scales(compact["long"]), _scales(compact["short"])
    lines = [
        *_header(f"CLDR (Babel {version('babel')})", language),
        f"decimal = {_quoted(symbols['decimal'])}",
        f"group = {_quoted(symbols['group'].replace(chr(0x202F), chr(0xA0)))}",
    ]
    tables: dict[str, Table] = {
        "scales": scales,
        "abbreviations": {value: [word for word in words if len(word) > 1] for value, words in short.items()},
        "units": _units(locale, own_symbols=language in OWN_SYMBOLS),
        "money": {code: [*words, *bare.get(code, ())] for code, words in names.items()}
        | {name: words for name, words in bare.items() if name not in names},
        "countries": adjectives,
    }
    return "\n".join([*lines, *_tables(tables)]) + "\n"


def numbers_text(language: str) -> str:
    """The file of number words up to 99, of tens that are two words, and of hundreds in one word; needs ICU."""
    icu = import_module("icu")
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    names = [rules.getRuleSetName(index) for index in range(rules.getNumberOfRuleSetNames())]
    cardinals = [name for name in names if name.startswith("%spellout-cardinal") or name == "%spellout-numbering"]
    words: dict[int, dict[str, None]] = defaultdict(dict)
    for number in (*range(100), *range(100, 1000, 100), 2000):
        for name in cardinals:
            rules.setDefaultRuleSet(name)
            spelled = rules.format(number)
            atoms = MINUTE_WORDS.split(spelled.replace("\u00ad", ""))
            joined = language in FUSED and "\u00ad" in spelled and number >= 100  # zwei-hundert: read by its parts
            if not joined and (len(atoms) == 1 or number < 20 or (number < 100 and number % 10 == 0)):
                words[number][" ".join(atoms).lower()] = None
    known = {word for number in words if number < 100 for word in words[number]}
    kept = {
        str(number): [word for word in forms if number < 100 or word not in known] for number, forms in words.items()
    }
    return (
        "\n".join([*_header(f"spell-out rules of ICU {icu.ICU_VERSION}", language), *_tables({"cardinals": kept})])
        + "\n"
    )


def tender_text() -> str:
    """The file of currencies that took over a name: since when, and which ones bore it before, from year to year."""
    lines = [
        f"# Made by build_lexicons.py from CLDR (Babel {version('babel')}; Unicode License v3). Not to be edited:",
        "# [before] of currencies.toml goes before it. What one country called pesos in another year than today.",
        "",
    ]
    names = Locale.parse("en").currencies
    for territory, entries in sorted(get_global("territory_currencies").items()):
        legal = [(code, start[0], end[0] if end else 0) for code, start, end, tender in entries if tender and start]
        for now, since, until in legal:
            noun = names.get(now, "").split(" (")[0].split(" ")[-1]
            ended = [entry for entry in legal if entry[0] != now and 0 < entry[2] <= since]
            old = [entry for entry in ended if noun in names[entry[0]].split()]
            if old and not until and territory == now[:2]:
                spans = ", ".join(f'["{code}", {start}, {end}]' for code, start, end in sorted(old, key=itemgetter(1)))
                lines.append(f"{now} = {{ since = {since}, old = [{spans}] }}")
    return "\n".join(lines) + "\n"


def _currency_names(locale: Locale) -> dict[str, list[str]]:
    """Currency -> its names in every plural form."""
    plurals: Mapping[str, Mapping[str, str]] = locale._data["currency_names_plural"]
    found = {}
    for code, name in sorted(locale.currencies.items()):
        forms = [name, *(plurals[code].values() if code in plurals else ())]
        words = [_plain(form) for form in forms if not NAMED_WITH.search(form)]
        if words and (not code.startswith("X") or code in OF_UNIONS):
            found[code] = list(dict.fromkeys(words))
    return found


def _parts_of_names(names: Words, *, noun_first: bool) -> tuple[Words, Words]:
    """The noun that the names of a family share (`?dollar` -> dollar, dollars), and country -> adjectives beside it.

    Names that are put together of both are taken out of `names`.
    """
    shared = tomllib.loads((DATA / "currencies.toml").read_text(encoding="utf-8"))
    homes = {
        family: {code: home for home, code in reversed((entry["members"] | entry.get("adjective", {})).items())}
        for family, entry in sorted(shared["families"].items())
        if not entry.get("by_hand")
    }
    counted = {
        family: Counter(noun for code in codes for noun in _nouns(names.get(code, ()), noun_first))
        for family, codes in homes.items()
    }
    bare = {code: _nouns(names[code], noun_first) for code in (*PLAIN, "EUR") if code in names}
    adjectives: dict[str, list[str]] = {}
    for family, codes in homes.items():
        least = max(1, sum(code in names for code in codes) // 3)
        most = {noun: max(others[noun] for others in counted.values()) for noun in counted[family]}
        nouns = [noun for noun, count in counted[family].items() if least < count == most[noun] and len(noun) > 2]
        if nouns:
            bare[f"?{family}"] = nouns
        for code, home in codes.items():
            rests = [_without(form, nouns, noun_first) for form in names.get(code, ())]
            adjectives.setdefault(home, []).extend(rest for rest in rests if rest)
            if rests and all(rests):  # the grammar puts noun and adjective together
                del names[code]
    return bare, {home: list(dict.fromkeys(words)) for home, words in sorted(adjectives.items()) if words}


def _nouns(forms: Iterable[str], noun_first: bool) -> list[str]:
    return list(dict.fromkeys(form.split()[0 if noun_first else -1] for form in forms))


def _without(form: str, nouns: Iterable[str], noun_first: bool) -> str:
    """The name of a currency without its noun, and without a preposition: `de hong kong` is `hong kong`."""
    words = form.split()
    if len(words) < 2 or words[0 if noun_first else -1] not in nouns:
        return ""
    rest = words[1:] if noun_first else words[:-1]
    if len(rest) > 1 and len(rest[0]) <= LEAST_LETTERS:
        rest = rest[1:]
    return " ".join(rest) if len(rest) <= 2 else ""


def _units(locale: Locale, *, own_symbols: bool) -> dict[str, list[str]]:
    """UCUM code -> the unit's names in every plural form, and its symbols where they are of another script."""
    patterns = locale._data["unit_patterns"]
    found: dict[str, list[str]] = {}
    for unit, code in UCUM.items():
        widths = ("long", "short") if own_symbols else ("long",)
        forms = [
            form
            for width in widths
            for plural, form in patterns.get(unit, {}).get(width, {}).items()
            if plural != "per" and form.startswith("{0}")
        ]
        words = [_plain(form.removeprefix("{0}")) for form in forms]
        kept = [word for word in dict.fromkeys(words) if len(word) >= LEAST_LETTERS and word[0].isalpha()]
        if kept:
            found[code] = kept
    return found


def _scales(formats: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """Power of ten -> the scale words of CLDR's compact formats; `10 mil millones` is left to the grammar."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for forms in formats.values():
        for size, pattern in forms.items():
            zeros = ZEROS.search(pattern.pattern if pattern else "")
            if zeros is None:
                continue
            word = _plain(ZEROS.sub("", pattern.pattern)).rstrip(".")
            if word and " " not in word:
                found[f"1e{len(size) - len(zeros[0])}"][word] = None
    return {value: list(words) for value, words in found.items()}


def _plain(text: str) -> str:
    """A phrase in lower case, with plain blanks, without marks of direction, quotes and hyphens."""
    text = re.sub(r"[\u200e\u200f\u061c]|'(?=\.|$)|(?<=\.)'", "", text.replace("’", "'"))
    return " ".join(text.lower().replace("-", " ").split())


def _header(source: str, language: str) -> list[str]:
    return [
        f"# Made by build_lexicons.py from {source}; Unicode License v3. Not to be edited:",
        f"# data/{language}.toml adds to it, and takes words off with an empty value.",
        "",
    ]


def _tables(tables: Mapping[str, Table]) -> list[str]:
    lines = []
    for name, table in tables.items():
        rows = {value: list(dict.fromkeys(words)) for value, words in table.items()}
        lines += ["", f"[{name}]", *(f"{_quoted(value)} = {_array(words)}" for value, words in rows.items() if words)]
    return lines


def _array(words: Iterable[str]) -> str:
    return "[" + ", ".join(map(_quoted, words)) + "]"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()

"""Gives words in capitals their case back, without changing the length of a text, so that spans stay right.

NER falls from 70-75 to 19 F1 on lines in capitals; with their case back it is at 54 (UNER English PUD, upper-cased).
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from dateline.article import Passage
from dateline.entities.words import words
from dateline.letters import CAPITAL

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")

#: Words in capitals that stand in a row before a run counts as a lead-in or headline, not as acronyms (`EU`, `UN HCR`).
_SHORTEST_RUN = 2

#: Letters in such a run at least: `AP`, `UN EU` are acronyms.
_FEWEST_LETTERS = 8

#: `NATO` and the like come after a capitalised word now and then; family names of four letters stay as they are.
_SHORTEST_SURNAME = 5

#: Letters after an apostrophe that are an ending: `'S`, `'RE`.
_LONGEST_ENDING = 2

_CAPITALS = re.compile(rf"[{CAPITAL}]{{3}}")
#: A place in capitals that opens a report: `RABAT (AP) — `, `LONDON, 5 Jan. - `.
_DATELINE = re.compile(r"\s*[^\W\d_]{4,}(?=[^—–.!?]{0,40}(?:[—–]| -)\s)")

#: A dateline is over after so many characters more.
_LONGEST_DATELINE = 45

#: An acronym without vowels (`BBC`, `PKK`) has no more letters.
_LONGEST_UNSPEAKABLE = 5
_VOWEL = re.compile(r"[AEIOUYÀ-ÝŒАЕЁИОУЫЭЮЯІЇЄΑΕΗΙΟΥΩΆΈΉΊΌΎΏ]")

_LAST_WORD = re.compile(r"(?:^|\s|\()([^\W\d_]+) $")

#: Share of a line's words in capitals from which every one of them gets its case back.
_LINE_IN_CAPITALS = 0.7


@cache
def _acronyms(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the acronyms of a language with those of all, and what looks like one but is not."""
    data = tomllib.loads((files("dateline.entities") / "data" / "acronyms.toml").read_text(encoding="utf-8"))
    return frozenset(f"{data['all']} {data.get(language, '')}".split()), frozenset(data["spoken"].split())


def truecase(passages: Sequence[Passage]) -> list[str]:
    """Returns the texts of one article's passages, capitals repaired by how the article writes the words elsewhere."""
    if not any(_suspicious(passage.text) for passage in passages):
        return [passage.text for passage in passages]
    known = _forms(passages)
    return [
        _repair(passage.text, known, passage.language) if _suspicious(passage.text) else passage.text
        for passage in passages
    ]


def _suspicious(text: str) -> bool:
    return _CAPITALS.search(text) is not None


def _forms(passages: Sequence[Passage]) -> Mapping[str, str]:
    """Returns lower-case word -> its most frequent form in lines that are not in capitals, sentence starts apart."""
    seen: dict[str, Counter[str]] = {}
    for passage in passages:
        found = [match.group() for match in _WORD.finditer(passage.text)]
        if _share(found) < _LINE_IN_CAPITALS:
            for before, word in pairwise(found):
                if not (word.isupper() and before.isupper()):
                    seen.setdefault(word.lower(), Counter())[word] += 1
    return {lower: min(forms, key=lambda form: (-forms[form], form)) for lower, forms in seen.items()}


def _share(found: Sequence[str]) -> float:
    long = [word for word in found if len(word) > 1]
    return sum(map(str.isupper, long)) / len(long) if long else 0.0


def _repair(text: str, known: Mapping[str, str], language: str) -> str:
    found = list(_WORD.finditer(text))
    whole = _share([match.group() for match in found]) >= _LINE_IN_CAPITALS
    pieces, at = [], 0
    for run in _runs(found, text):
        if whole or _is_lead_in(run):
            before = ""
            for match in run:
                pieces += [text[at : match.start()], _cased(match.group(), before, known, language)]
                at, before = match.end(), match.group().lower()
        elif len(run) == 1 and (_is_surname(text, run[0], known) or _opens_report(text, run[0], known, language)):
            pieces += [text[at : run[0].start()], _titled(run[0].group())]
            at = run[0].end()
    return "".join(pieces) + text[at:]


def _runs(found: Sequence[re.Match[str]], text: str) -> list[list[re.Match[str]]]:
    """Returns the stretches of words in capitals with nothing but space or an apostrophe between them."""
    runs: list[list[re.Match[str]]] = []
    last: re.Match[str] | None = None
    for match in found:
        word = match.group()
        if word.isupper():
            if last is not None and text[last.end() : match.start()].strip(" ,&") == "":
                runs[-1].append(match)
            else:
                runs.append([match])
            last = match
        else:
            last = None
    return runs


def _is_lead_in(run: Sequence[re.Match[str]]) -> bool:
    return len(run) >= _SHORTEST_RUN and sum(len(match.group()) for match in run) >= _FEWEST_LETTERS


def _is_surname(text: str, match: re.Match[str], known: Mapping[str, str]) -> bool:
    """Tells a family name in capitals after a given name (`Fadel SENNA`) from an acronym (`Microsoft CEO`)."""
    word = match.group()
    if known.get(word.lower(), "").istitle():
        return True
    before = text[: match.start()]
    previous = _LAST_WORD.search(before[-40:])
    return len(word) >= _SHORTEST_SURNAME and previous is not None and previous.group(1).istitle()


def _opens_report(text: str, match: re.Match[str], known: Mapping[str, str], language: str) -> bool:
    """Tells the place of a dateline (`RABAT —`) from an acronym that opens a line."""
    word = match.group()
    opens = _DATELINE.match(text, 0, match.end() + _LONGEST_DATELINE)
    fits = opens is not None and opens.end() == match.end()
    return fits and not _is_acronym(word, language) and known.get(word.lower()) != word


def _cased(word: str, before: str, known: Mapping[str, str], language: str) -> str:
    """Returns a word of a run in capitals as it is written elsewhere, given the one before it in lower case."""
    plain, lower = word.lower(), words(language).lower
    form = known.get(plain)
    if form is not None and len(form) == len(word):
        return form
    if _is_acronym(word, language) and not (plain in lower and before in lower):  # `tell us`, but `US troops`
        return word
    if plain in lower:
        return _as_long(word, plain)
    return _titled(word)


def _is_acronym(word: str, language: str) -> bool:
    acronyms, spoken = _acronyms(language)
    unspeakable = 1 < len(word) <= _LONGEST_UNSPEAKABLE and word.isalpha() and not _VOWEL.search(word)
    return word in acronyms or (unspeakable and word not in spoken)


def _titled(word: str) -> str:
    """Returns the word with capitals at its start and after hyphens and apostrophes: `O'Brien`, but `Israel's`."""
    parts = re.split(r"(['’\-])", word)
    endings = {len(parts) - 1} if parts[-2:-1] in (["'"], ["’"]) and len(parts[-1]) <= _LONGEST_ENDING else set()
    cased = [part.lower() if at in endings else part[:1] + part[1:].lower() for at, part in enumerate(parts)]
    return _as_long(word, "".join(cased))


def _as_long(word: str, changed: str) -> str:
    """Returns the changed word, or the word itself where changing case changes the length (`İ`)."""
    return changed if len(changed) == len(word) else word

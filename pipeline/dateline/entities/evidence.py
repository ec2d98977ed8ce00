"""What the words around a name say of it, anywhere in the article: a town after `in`, a ship after `the cruiser`."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import replace
from enum import Enum

from dateline.article import NameSpan
from dateline.entities.borders import SPACES, surface, surname
from dateline.entities.words import Words

_WORD_BEFORE = re.compile(r"([^\W_][\w-]*)(\.?['’]?) ?[«“\"‘]? ?\Z")
_WORD_AFTER = re.compile(r"[»”\"’]? ([^\W\d_]+|\d+)")
_APPOSED = re.compile(r"([^\W\d_][\w-]*), \w{1,3}['’ ]?\Z")
_SENTENCE_START = re.compile(r"(?:^|[.!?…:»”\"] ?[«“\"]? ?)\Z")
_LIST = re.compile(r", (?:(?:and|et) )?| (?:and|et) ")
_GAP = len(", and ")
_LONGEST_WORD = 25

#: Endings of French past participles in all genders and numbers; other languages have none that stand first.
_PARTICIPLE = re.compile(r"[^\W\d_]{2,}(?:ée?|[^aeéou][iu]e?|ise?|ite?|erte?)s?\Z")

IsTown = Callable[[str], bool]


class _Cue(Enum):
    """What the words around one mention say of its name."""

    SHIP = 1  # `the cruiser Belgrano`
    PERSON = 2  # `Mr Irro`
    TOWN = 3  # `in Trieste`
    THING = 4  # `the Belgrano sank`, `the Drakkar building`: single names of persons have no article
    NAME = 5  # nothing, but no article


def countries(texts: Sequence[str], spans: Sequence[NameSpan], *, is_country: IsTown) -> list[NameSpan]:
    """Returns the spans of one article, persons as places where the name is a country's (`Chad`).

    That is, if a model sees the place anywhere in the article, and the name is no part of a full name.
    """
    names = [surface(texts, span) for span in spans]
    labelled = list(zip(spans, names, strict=True))
    full = {word for span, name in labelled if span.label == "PERSON" and " " in name for word in name.split()}
    seen = {name for span, name in labelled if span.label == "PLACE"} - full
    return [
        replace(span, label="PLACE") if span.label == "PERSON" and name in seen and is_country(name) else span
        for span, name in labelled
    ]


def weigh(texts: Sequence[str], spans: Sequence[NameSpan], *, known: Words, is_town: IsTown) -> list[NameSpan]:
    """Returns the spans of one article with those relabelled, or left out, that the words around them speak against."""
    names = [surface(texts, span) for span in spans]
    persons = {name for span, name in zip(spans, names, strict=True) if span.label == "PERSON"}
    cued: dict[_Cue, set[str]] = {cue: set() for cue in _Cue}
    for at, (span, name) in enumerate(zip(spans, names, strict=True)):
        text = texts[span.passage]
        before = _word_before(text, span.start)
        if ship := _ship(text, span, name, before, known):
            cued[_Cue.SHIP].update(ship)
        elif name in persons:
            cue = _cue(text, span, name, before, known)
            towns = cue is _Cue.TOWN or (cue is _Cue.NAME and _is_listed(texts, spans, at))
            cued[_Cue.NAME if cue is _Cue.TOWN else cue].add(name)
            if towns and is_town(name):
                cued[_Cue.TOWN].add(name)
    people = cued[_Cue.PERSON].union(surname(name).rpartition(" ")[2] for name in persons)
    things = cued[_Cue.THING] - cued[_Cue.NAME]
    labels = dict.fromkeys(cued[_Cue.TOWN] - people, "PLACE") | dict.fromkeys(things - people, "OTHER")
    ships = cued[_Cue.SHIP] - people
    single = cued[_Cue.PERSON] | {
        name for name in persons if " " not in name and name not in labels and name not in ships
    }
    counts = Counter(names)
    return [
        _relabelled(texts[span.passage], span, name, labels, ships, single, known)
        for span, name in zip(spans, names, strict=True)
        if counts[name] > 1 or not _is_participle(texts[span.passage], span, name, known)
    ]


def _cue(text: str, span: NameSpan, name: str, before: str, known: Words) -> _Cue:
    if before in known.titles.heads or before in known.titles.short:
        return _Cue.PERSON
    if before in known.locatives or _is_over(text, span.start, before, known):
        return _Cue.NAME if text.startswith(("'s", "’s"), span.end) else _Cue.TOWN
    if before not in known.articles:
        return _Cue.NAME
    after = _word_after(text, span.end)
    return _Cue.THING if " " not in name and (after in known.lower or after in known.built) else _Cue.NAME


def _is_listed(texts: Sequence[str], spans: Sequence[NameSpan], at: int) -> bool:
    """Tells a name inside a list, after a place: `Port Said, [Ismailia] and Suez`."""
    before = spans[at - 1] if at else None
    if before is None or before.label != "PLACE" or before.passage != spans[at].passage:
        return False
    text = texts[before.passage]
    return all(_LIST.match(text, end) for end in (before.end, spans[at].end)) and spans[at].start - before.end <= _GAP


def _relabelled(
    text: str,
    span: NameSpan,
    name: str,
    labels: Mapping[str, str],
    ships: Set[str],
    single: Set[str],
    known: Words,
) -> NameSpan:
    if name in ships:
        before = _word_before(text, span.start)
        if span.label == "PERSON" or before in known.vessels or before in known.articles:
            return replace(span, label="OTHER")
    if span.label == "PERSON":
        return replace(span, label=labels.get(name, "PERSON"))
    first, _, last = name.partition(" ")
    if last in single and first.istitle() and first.lower() not in known.lower and first not in known.cues_before:
        return replace(
            span, label="PERSON"
        )  # `Abdirahman Irro`, an organisation to the model, where `Irro` is a person
    return span


def _ship(text: str, span: NameSpan, name: str, before: str, known: Words) -> tuple[str, ...]:
    """Returns the names of a ship, `General Belgrano` and `Belgrano`, when a kind of vessel stands before or in it."""
    first, _, rest = name.partition(" ")
    if rest and first.lower() in known.vessels:
        name = rest
    elif before in known.titles.heads and before not in known.vessels:
        start = span.start - len(before) - 1  # `the cruiser [General] Belgrano`
        if not text[start].isupper() or _word_before(text, start) not in known.vessels:
            return ()
    elif before not in known.vessels and not (before in known.articles and _is_apposed(text, span.start, known)):
        return ()
    return name, SPACES.split(name)[-1]


def _is_apposed(text: str, start: int, known: Words) -> bool:
    """Tells `a small boat, the Egoz`."""
    noun = _APPOSED.search(text, max(0, start - _LONGEST_WORD), start)
    return noun is not None and noun.group(1).lower() in known.vessels


def _is_over(text: str, start: int, before: str, known: Words) -> bool:
    """Tells `Governor of Oran`: what rulers are over is a place."""
    if before not in known.titles.linkers:
        return False
    return _word_before(text, start - len(before) - 1) in known.over_places


def _is_participle(text: str, span: NameSpan, name: str, known: Words) -> bool:
    """Tells `Dévalué deux fois, le franc`: a participle that opens a sentence, no name."""
    if span.label != "PERSON" or not known.after_participle or " " in name or not _PARTICIPLE.match(name):
        return False
    if _word_after(text, span.end) not in known.after_participle:
        return False
    return _SENTENCE_START.search(text, max(0, span.start - 4), span.start) is not None


def _word_before(text: str, start: int) -> str:
    """Returns the word just before a position, in lower case and without its dot; '' when there is none."""
    match = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    return match.group(1).lower() if match else ""


def _word_after(text: str, end: int) -> str:
    """Returns the word just after a position as it is written; '' when there is none."""
    match = _WORD_AFTER.match(text, end)
    return match.group(1) if match else ""

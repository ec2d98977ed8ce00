"""Finds persons whose names a model does not know: `Tamarin, a graduate of`, `Tamarin, 27, put`, `Tamarin married`.

Evidence at one place of an article counts for the name everywhere in it, unless it also stands where only places do.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace

from dateline.article import NameSpan
from dateline.entities.borders import surface, without_overlaps
from dateline.entities.words import Words
from dateline.letters import CAPITAL, SMALL

_WORD = rf"[{CAPITAL}][^\W\d_]*[{SMALL}][^\W\d_]*(?:['’][^\W\d_]{{2,}}|-[{CAPITAL}][^\W\d_]+)*"
_NAME = re.compile(rf"(?<![\w.'’&/@#-]){_WORD}(?: {_WORD}){{0,3}}(?![\w&/@-])")
_LONGEST_WORD = 25

_AGE = re.compile(rf", [1-9]\d, (?=[{SMALL}])")
_APPOSED = re.compile(rf", (\w+)((?:[ '’-][{SMALL}]+){{1,4}})")
_NOUN_ENDS = re.compile(r"(?: (?:of|who|whose|in|from|at|with|and|de|du|des|qui|dont|et|à) | d['’]|[,.;)]|\Z)")
_VERB = re.compile(rf"((?: [{SMALL}'’-]+){{1,4}})")
_MORE = re.compile(rf" [{CAPITAL}]")
_LOWER = re.compile(rf"[{SMALL}]+")

#: Letters of a name at least: shorter ones are too often something else.
_SHORTEST = 4

#: Words between a name and its verb (`had by then`), at most.
_MOST_HELPERS = 3

IsPlace = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A run of capitalised words that may be a person's name: where it is, what it says, the word before it."""

    passage: int
    start: int
    end: int
    name: str
    before: str


def with_humans(texts: Sequence[str], spans: Sequence[NameSpan], *, known: Words, is_place: IsPlace) -> list[NameSpan]:
    """Returns the spans of one article with those of persons that the words around them show, in reading order."""
    if not known.humans.nouns:
        return list(spans)
    taken: dict[int, list[NameSpan]] = defaultdict(list)
    for span in spans:
        taken[span.passage].append(span)
    shown, barred = [], set()
    for candidate in _candidates(texts, known):
        if candidate.before in known.locatives or candidate.before in known.vessels:
            barred.add(candidate.name)
        elif (inside := _inside(candidate, taken[candidate.passage])) is not None and _is_human(
            texts[candidate.passage], candidate, inside, known
        ):
            shown.append(candidate)
    shown = [
        candidate for candidate in shown if candidate.name not in barred and _may_be(candidate.name, known, is_place)
    ]
    persons = [NameSpan(found.passage, found.start, found.end, "PERSON") for found in shown]
    full = {surface(texts, span) for span in spans if span.label == "PERSON"}
    names = {found.name for found in shown}
    given = {name.partition(" ")[0] for name in full | names if " " in name and not is_place(name)}
    names |= {name for name in given if len(name) >= _SHORTEST} - barred
    agreed = list(_relabelled(texts, spans, names, full, is_place))
    return without_overlaps([*persons, *agreed]) if persons else agreed


def _relabelled(
    texts: Sequence[str], spans: Sequence[NameSpan], names: Set[str], sure: Set[str], is_place: IsPlace
) -> Iterator[NameSpan]:
    """Yields the spans, those of places and peoples that have a person's name as persons."""
    for span in spans:
        if span.label in ("PLACE", "NORP", "ORG"):
            name = surface(texts, span)
            may_be = name in names and name not in sure and (span.label != "ORG" or " " in name)
            if may_be and not _MORE.match(texts[span.passage], span.end) and not is_place(name):
                span = replace(span, label="PERSON")
        yield span


def _candidates(texts: Sequence[str], known: Words) -> Iterator[_Candidate]:
    no_part = known.lower.union(
        known.articles, known.locatives, known.humans.links, known.titles.heads, known.titles.short
    )  # words that start a sentence, and titles
    for number, text in enumerate(texts):
        for match in _NAME.finditer(text):
            start, before = match.start(), ""
            name = match.group()
            while " " in name and (first := name.partition(" ")[0]).lower() in no_part:
                before, name = first, name[len(first) + 1 :]
                start += len(before) + 1
            if len(name) >= _SHORTEST:
                yield _Candidate(number, start, match.end(), name, (before or _word_before(text, start)).lower())


def _inside(candidate: _Candidate, taken: Sequence[NameSpan]) -> list[NameSpan] | None:
    """Returns the spans inside a candidate; None when a person is there, or a span reaches out of it."""
    found = [span for span in taken if span.start < candidate.end and candidate.start < span.end]
    if any(span.label == "PERSON" or span.start < candidate.start or span.end > candidate.end for span in found):
        return None
    return found


def _is_human(text: str, candidate: _Candidate, inside: Sequence[NameSpan], known: Words) -> bool:
    """Tells whether the words around one mention are such as only persons have."""
    labels = {span.label for span in inside}
    several = " " in candidate.name
    if labels == {"NORP"} and not several:
        return False  # `1,269 Libyans died`
    humans, before = known.humans, candidate.before
    if before in known.articles or "OTHER" in labels:
        return False
    if labels and (before in humans.objects or before in humans.titles):
        return True
    if text.startswith(" ", candidate.end):
        return bool(labels or several) and _does(text, candidate.end, labels, known)
    if not text.startswith(",", candidate.end):
        return False
    if _AGE.match(text, candidate.end):
        return before not in humans.bodies
    if _is_apposed(text, candidate.end, humans.nouns, humans.determiners):
        return bool(labels or several) and (several or not before or before in humans.links or not before.islower())
    return False


def _is_apposed(text: str, end: int, nouns: Set[str], determiners: Set[str]) -> bool:
    """Tells `, his former chief adviser.`: a human noun that ends what follows the comma."""
    match = _APPOSED.match(text, end)
    if match is None or match.group(1) not in determiners:
        return False
    for word in _LOWER.finditer(text, match.start(2), match.end(2)):
        if word.group() in nouns and _NOUN_ENDS.match(text, word.end()):
            return True
    return False


def _does(text: str, end: int, labels: Set[str], known: Words) -> bool:
    """Tells whether a verb of persons follows; one that organisations have, too, only where a model sees a place."""
    match = _VERB.match(text, end)
    if match is None:
        return False
    for word in match.group(1).split()[: _MOST_HELPERS + 1]:
        if word in known.humans.verbs:
            return True
        if word in known.humans.doings:
            return labels == {"PLACE"}
        if word not in known.humans.helpers:
            return False
    return False


def _may_be(name: str, known: Words, is_place: IsPlace) -> bool:
    """Tells whether no word of a name says that it is something else."""
    for word in name.split(" "):
        lower = word.lower()
        if lower in known.humans.bodies or lower in known.never_person or lower in known.cues_after:
            return False
        if word in known.cues_before or lower in known.vessels or lower in known.lower:
            return False
    return not is_place(name)


def _word_before(text: str, start: int) -> str:
    """Returns the word just before a position without its dot; '' after other punctuation, or where there is none."""
    word = text[max(0, start - _LONGEST_WORD) : start].rstrip(' «“"‘').rpartition(" ")[2].lstrip('(«“"‘').rstrip(".'’")
    return word if word[-1:].isalnum() else ""
